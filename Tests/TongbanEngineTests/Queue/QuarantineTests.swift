// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q5: a task that kills its program is quarantined by itself")
struct QuarantineTests {
    private func bench() throws -> TestBench {
        let bench = try TestBench()
        var record = QueueRecord(name: "market")
        record.retry = RetryPolicy(maxAttempts: 100, firstMilliseconds: 1_000, growthPercent: 100)
        try bench.queue(record)
        return bench
    }

    @Test("after three deaths, with the reason; two are not enough")
    func three() throws {
        let bench = try self.bench()
        let id = try bench.submit(.of("poison"))[0]
        for death in 1...3 {
            #expect(try bench.claim().count == 1)
            try bench.gone(killed: true)
            #expect(try bench.state(id) == (death < 3 ? .scheduled : .failed))
            try bench.pass(milliseconds: 1_000)
        }
        #expect(try bench.engine.task(id).reason?.contains("signal 11") == true)
        #expect(try bench.journal().last?.kind == "task.quarantined")
        guard case .quarantined = try bench.engine.why(id) else { throw Problem("not quarantined") }
        try bench.call { engine throws(EngineError) in _ = try engine.retry([id]) }
        #expect(try bench.claim().first?.kills == 0)
    }

    @Test("poison jobs that kill every worker: tasks claimed together with one are finished, not quarantined")
    func innocents() throws {
        let bench = try self.bench()
        let ids = try bench.submit(.of("k"), .of("k"), .of("poison"), .of("k"), .of("k"))
        var deaths = 0
        for _ in 0..<40 {
            let claimed = try bench.claim(limit: 3)
            if claimed.contains(where: { $0.kind == "poison" }) {
                deaths += 1
                try bench.gone(killed: true)
            } else {
                for task in claimed { try bench.complete(task) }
            }
            try bench.pass(milliseconds: 1_000)
        }
        #expect(deaths == 3)
        #expect(try ids.map { id in try bench.state(id) } == [.done, .done, .failed, .done, .done])
    }

    @Test("a program that died over one of its tasks leaves the others their leases")
    func oneOfSeveral() throws {
        let bench = try self.bench()
        try bench.submit(.of("poison"), .of("k"))
        let claimed = try bench.claim(limit: 2)
        try bench.call { engine throws(EngineError) in
            try engine.workerDied(holding: claimed[0].lease?.description ?? "", detail: "signal 11")
        }
        #expect(try bench.engine.task(claimed[0].id).kills == 1)
        #expect(try bench.engine.task(claimed[0].id).errors == ["signal 11"])
        try bench.complete(claimed[1])
    }

    @Test("a suspect is tried alone: nothing beside it, and not beside anything")
    func alone() throws {
        let bench = try self.bench()
        let suspect = try bench.submit(.of("suspect"))[0]
        _ = try bench.claim()
        try bench.gone(killed: true)
        try bench.submit(.of("other"), .of("other"))
        let other = try bench.claim()[0]
        #expect(other.kind == "other")
        try bench.pass(milliseconds: 1_000)
        #expect(try bench.claim(limit: 9).isEmpty)
        #expect(try bench.engine.why(suspect) == .triedAlone(kills: 1))
        // Another claimant has its hands free.
        #expect(try bench.claim(limit: 9, by: "free").map(\.id) == [suspect])
        #expect(try bench.claim(limit: 9, by: "free").isEmpty)
        #expect(try bench.claim(limit: 9).count == 1)
        let last = try bench.submit(.of("other"))[0]
        #expect(try bench.claim(by: "free").isEmpty)
        #expect(try bench.engine.why(last) == .besideSuspect)
        try bench.complete(other)
    }

    @Test("a claimant that was held back is told when it may claim")
    func told() throws {
        let bench = try self.bench()
        try bench.submit(.of("suspect"))
        _ = try bench.claim()
        try bench.gone(killed: true)
        try bench.submit(.of("other"))
        let other = try bench.claim()[0]
        try bench.pass(milliseconds: 1_000)
        #expect(try bench.claim().isEmpty)
        try bench.complete(other)
        #expect(bench.report?.readyQueues == ["market"])
        #expect(try bench.claim().map(\.kind) == ["suspect"])
    }
}
