// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Calls of the engine")
struct CallTests {
    private static let full = StoreError(.full, "no space")

    @Test(
        "a refused call leaves nothing behind, and the other calls of its batch count",
        arguments: TestBench.Kind.allCases
    )
    func refusedCall(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market"))
        let kept = try bench.submit(.of("kept"), .of("leased"))
        let leased = try #require(try bench.claim(kinds: ["leased"]).first)
        let entries = try bench.journal().count
        let engine = bench.engine

        let first = try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
            try engine.submit([.of("first")])
        }
        let error = refusal { () throws(EngineError) in
            try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
                _ = try engine.submit([.of("undone")])
                _ = try engine.configure(QueueRecord(name: "undone"))
                try engine.pause("market")
                _ = try engine.cancel(kept, reason: nil)
                _ = try engine.claim(
                    queue: "market",
                    limit: 5,
                    kinds: nil,
                    leaseMilliseconds: nil,
                    claimant: "somebody"
                )
                throw .noSuchCase("X")
            }
        }
        let last = try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
            try engine.submit([.of("last")])
        }
        let report = try engine.commit()

        #expect(error == .noSuchCase("X"))
        #expect(last[0].number == first[0].number + 1)
        #expect(engine.queueNames == ["market"])
        #expect(engine.queueRecord("market")?.paused == false)
        #expect(engine.leaseCount(claimant: "somebody") == 0)
        #expect(engine.leaseCount(claimant: "bureau:market") == 1)
        #expect(try bench.journal().count == entries + 2)
        #expect(report.entries.map(\.kind) == ["task.submitted", "task.submitted"])
        #expect(try engine.statistics()[0].counts[.ready] == 3)
        #expect(try engine.statistics()[0].counts[.leased] == 1)
        try bench.complete(leased)
        #expect(try bench.claim(limit: 9).map(\.kind) == ["kept", "first", "last"])
    }

    @Test("a call may see what it did before: tasks it submitted can be claimed and finished in it")
    func seesItself() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let kinds = try bench.call { engine throws(EngineError) in
            _ = try engine.submit([.of("a"), .of("b"), .of("c")])
            let claimed = try engine.claim(
                queue: "market",
                limit: 9,
                kinds: nil,
                leaseMilliseconds: nil,
                claimant: "x"
            )
            for task in claimed { try engine.complete(task.lease?.description ?? "", output: nil, effects: []) }
            return claimed.map(\.kind)
        }
        #expect(kinds == ["a", "b", "c"])
        #expect(try bench.engine.statistics()[0].counts[.done] == 3)
    }

    @Test("after a commit that failed nothing of its batch counts, and nothing is taken until the state is read anew")
    func failedCommit() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let known = try bench.submit(.of("known"))
        let sequence = bench.engine.lastSequence
        bench.memory.faults.fail(.commit, with: Self.full)
        #expect(refusal { () throws(EngineError) in try bench.submit(.of("lost")) } == .unavailable(Self.full))
        #expect(refusal { () throws(EngineError) in try bench.submit(.of("refused")) } == .unavailable(Self.full))
        #expect(refusal { () throws(EngineError) in try bench.engine.tick(at: bench.now) } == .unavailable(Self.full))
        try bench.engine.reopenAfterFailure(at: bench.now)
        #expect(bench.engine.lastSequence == sequence)
        #expect(try bench.claim(limit: 9).map(\.id) == known)
        #expect(try bench.submit(.of("next"))[0].number == known[0].number + 1)
    }

    @Test("a write that failed ends the batch for every call in it, also for those before", arguments: 1...4)
    func failedWrite(_ number: Int) throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let engine = bench.engine
        _ = try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
            try engine.submit([.of("before")])
        }
        bench.memory.faults.fail(.write, number: number, with: Self.full)
        let error = refusal { () throws(EngineError) in
            try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
                try engine.submit([.of("a"), .of("b"), .of("c")])
            }
        }
        #expect(error == .unavailable(Self.full) || number == 4)
        if number < 4 {
            #expect(refusal { () throws(EngineError) in try engine.commit() } == .unavailable(Self.full))
            #expect(!engine.hasUncommitted)
            try engine.open(at: bench.now)
            #expect(try engine.statistics()[0].counts[.ready] == 0)
        }
    }

    @Test("a full disk is refused until it has room again")
    func fullDisk() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        bench.memory.faults.full = true
        #expect(refusal { () throws(EngineError) in try bench.submit(.of("a")) } != nil)
        _ = try? bench.engine.commit()
        bench.memory.faults.full = false
        try bench.engine.reopenAfterFailure(at: bench.now)
        #expect(try bench.submit(.of("a")).count == 1)
    }

    @Test("time does not go back")
    func monotonic() throws {
        let bench = try TestBench()
        let before = bench.engine.now
        bench.now = bench.now.adding(milliseconds: -5_000)
        try bench.queue(QueueRecord(name: "market"))
        #expect(bench.engine.now == before)
    }

    @Test("after the store failed, plugins that still work keep their leases; those that ended meanwhile lose them")
    func reopening() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.queue(QueueRecord(name: "medical"))
        try bench.submit(.of("works"), .of("ended", in: "medical"))
        let works = try bench.claim()[0]
        let ended = try bench.claim("medical", by: "bureau:medical")[0]
        bench.memory.faults.fail(.commit, with: Self.full)
        #expect(refusal { () throws(EngineError) in try bench.submit(.of("lost")) } != nil)
        try bench.engine.claimantEnded("bureau:medical", wasKilled: true, detail: "signal 9", at: bench.now)
        let report = try bench.engine.reopenAfterFailure(at: bench.now)
        #expect(report.entries.map(\.kind) == ["task.failed"])
        try bench.complete(works)
        #expect(try bench.state(works.id) == .done)
        #expect(try bench.engine.task(ended.id).kills == 1)
        #expect(try bench.state(ended.id) == .scheduled)
    }
}
