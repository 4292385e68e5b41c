// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q5: tasks come back")
struct ComingBackTests {
    private func bench(_ kind: TestBench.Kind = .memory, _ limits: EngineLimits = EngineLimits()) throws -> TestBench {
        let bench = try TestBench(kind, limits: limits)
        var record = QueueRecord(name: "market")
        record.retry = RetryPolicy(
            maxAttempts: 4,
            firstMilliseconds: 1_000,
            growthPercent: 300,
            longestMilliseconds: 5_000,
            leaseMilliseconds: 10_000
        )
        record.kinds["quick"] = RetryPolicy(maxAttempts: 2, firstMilliseconds: 0)
        try bench.queue(record)
        return bench
    }

    enum End: CaseIterable, Sendable {
        case failed, ranOut, connectionEnded, killed
    }

    private func end(_ task: TaskRecord, _ end: End, _ bench: TestBench) throws {
        switch end {
        case .failed: try bench.fail(task)
        case .ranOut: try bench.pass(milliseconds: 10_000)
        case .connectionEnded: try bench.gone()
        case .killed: try bench.gone(killed: true)
        }
    }

    @Test(
        "after a failure, a lease that ran out, an ended connection: attempt + 1 after the back-off",
        arguments: End.allCases
    )
    func attempts(_ end: End) throws {
        let bench = try self.bench()
        let id = try bench.submit(.of("k"))[0]
        for (attempt, wait) in [(1, 1_000), (2, 3_000)] as [(Int, Int64)] {
            let task = try bench.claim()[0]
            #expect(task.attempt == attempt)
            try self.end(task, end, bench)
            #expect(try bench.state(id) == .scheduled)
            try bench.pass(milliseconds: wait - 1)
            #expect(try bench.claim().isEmpty)
            try bench.pass(milliseconds: 1)
            #expect(try bench.state(id) == .ready)
        }
        #expect(try bench.engine.task(id).attempt == 3)
        #expect(try bench.engine.task(id).errors.count == 2)
    }

    @Test("the back-off is the kind's own and has a longest")
    func backoff() throws {
        let policy = RetryPolicy(
            maxAttempts: 9,
            firstMilliseconds: 1_000,
            growthPercent: 300,
            longestMilliseconds: 5_000
        )
        #expect((1...5).map { policy.backoff(afterAttempt: $0) } == [1_000, 3_000, 5_000, 5_000, 5_000])
        let bench = try self.bench()
        let id = try bench.submit(.of("quick"))[0]
        try bench.fail(try bench.claim()[0])
        #expect(try bench.state(id) == .ready)
        try bench.fail(try bench.claim()[0])
        #expect(try bench.state(id) == .failed)
    }

    @Test(
        "after the last attempt it is a dead letter with its whole error history, and can be brought back",
        arguments: TestBench.Kind.allCases
    )
    func deadLetter(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        let ids = try bench.submit(.of("k"), .of("k"))
        for attempt in 1...4 {
            for task in try bench.claim(limit: 2) { try bench.fail(task, "error \(attempt)") }
            try bench.pass(milliseconds: 5_000)
        }
        for id in ids {
            let dead = try bench.engine.task(id)
            #expect(dead.state == .failed)
            #expect(dead.errors == ["error 1", "error 2", "error 3", "error 4"])
            #expect(dead.finished != nil)
        }
        let preview = try bench.engine.preview(TaskFilter(queue: "market"), states: [.failed])
        #expect(preview.count == 2)
        #expect(preview.sample == ids)
        let retried = try bench.call { engine throws(EngineError) in try engine.retry(ids) }
        #expect(retried == ids)
        #expect(try bench.call { engine throws(EngineError) in try engine.retry(ids) }.isEmpty)
        let again = try bench.claim(limit: 9)
        #expect(again.map(\.id) == ids)
        #expect(again.map(\.attempt) == [1, 1])
        #expect(again[0].errors.count == 4)
    }

    @Test("the error history is bounded")
    func boundedHistory() throws {
        var limits = EngineLimits()
        limits.errorLines = 3
        limits.errorLength = 5
        let bench = try self.bench(.memory, limits)
        let id = try bench.submit(.of("k"))[0]
        for attempt in 1...4 {
            try bench.fail(try bench.claim()[0], "\(attempt)23456")
            try bench.pass(milliseconds: 5_000)
        }
        #expect(try bench.engine.task(id).errors == ["22345", "32345", "42345"])
    }

    @Test("a failure may say when to come again, or that there is no point")
    func asked() throws {
        let bench = try self.bench()
        let ids = try bench.submit(.of("k"), .of("k"))
        try bench.fail(try bench.claim()[0], retryAfter: 60_000)
        #expect(try bench.engine.task(ids[0]).notBefore == bench.now.adding(milliseconds: 60_000))
        try bench.fail(try bench.claim()[0], fatal: true)
        #expect(try bench.state(ids[1]) == .failed)
        #expect(try bench.engine.task(ids[1]).attempt == 1)
    }

    @Test("a release counts no attempt")
    func release() throws {
        let bench = try self.bench()
        try bench.submit(.of("k"))
        let task = try bench.claim()[0]
        try bench.call { engine throws(EngineError) in try engine.release(task.lease?.description ?? "") }
        let again = try bench.claim()[0]
        #expect(again.attempt == 1)
        #expect(again.lease != task.lease)
    }

    @Test(
        "the daemon's restart burns no attempt: plugins' tasks go back, other holders finish",
        arguments: TestBench.Kind.allCases
    )
    func restart(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        let ids = try bench.submit(.of("a"), .of("b"))
        _ = try bench.claim(by: "bureau:market")
        let mine = try bench.claim(by: "connection:7")[0]
        bench.now = bench.now.adding(milliseconds: 9_000)
        try bench.restart()
        #expect(try bench.state(ids[0]) == .ready)
        #expect(try bench.engine.task(ids[0]).attempt == 1)
        #expect(try bench.engine.task(ids[1]).leaseExpires == bench.now.adding(milliseconds: 10_000))
        bench.now = bench.now.adding(milliseconds: 9_000)
        try bench.complete(mine)
        #expect(try bench.state(ids[1]) == .done)
    }

    @Test("an orderly stop of a plugin burns no attempt")
    func stopped() throws {
        let bench = try self.bench()
        let id = try bench.submit(.of("a"))[0]
        _ = try bench.claim()
        try bench.call { engine throws(EngineError) in try engine.claimantStopped("bureau:market") }
        #expect(try bench.state(id) == .ready)
        #expect(try bench.engine.task(id).attempt == 1)
    }

    @Test("jobs stuck after a crash: every lease of a claimant is free at once, those of others are not touched")
    func allLeases() throws {
        let bench = try self.bench()
        for _ in 0..<5 { try bench.submit(.of("quick")) }
        _ = try bench.claim(limit: 3)
        let other = try bench.claim(by: "bureau:medical")[0]
        try bench.gone()
        #expect(bench.engine.leaseCount(claimant: "bureau:market") == 0)
        #expect(try bench.engine.statistics()[0].counts[.ready] == 4)
        try bench.complete(other)
    }
}
