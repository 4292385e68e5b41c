// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("Finished tasks are forgotten after their time")
struct RetentionTests {
    private static let day: Int64 = 86_400_000

    /// A bench whose tasks are kept for two days, looked through a few at a time.
    private func bench(_ kind: TestBench.Kind = .memory) throws -> TestBench {
        var limits = EngineLimits()
        limits.keepsFinished = 2 * Self.day
        limits.tickSize = 3
        let bench = try TestBench(kind, limits: limits)
        try bench.queue(QueueRecord(name: "market"))
        return bench
    }

    private func finish(_ bench: TestBench) throws {
        let claimed = try bench.claim("market")
        let task = try #require(claimed.first)
        try bench.call { engine throws(EngineError) in
            try engine.complete(task.lease?.description ?? "", output: nil, effects: [])
        }
    }

    private func exists(_ number: Int64, _ bench: TestBench) throws -> Bool {
        try bench.store.task(TaskID(number)) != nil
    }

    @Test("one millisecond before its time it is there, at its time it is gone", arguments: TestBench.Kind.allCases)
    func limit(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        try bench.submit(.of("a"))
        try self.finish(bench)
        let end = bench.now.adding(milliseconds: 2 * Self.day)
        #expect(try bench.engine.nextWakeUp() == end)
        try bench.pass(milliseconds: 2 * Self.day - 1)
        #expect(try self.exists(1, bench))
        try bench.pass(milliseconds: 1)
        #expect(try !self.exists(1, bench))
        #expect(try bench.journal().last?.kind == "task.forgotten")
        // Nothing is left to look for.
        try bench.pass(milliseconds: 1_000)
        #expect(try bench.engine.nextWakeUp() == nil)
    }

    @Test("dead letters and what waits stay; cancelled ones go; the counts agree", arguments: TestBench.Kind.allCases)
    func states(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        try bench.submit(.of("dead"))
        let claimed = try bench.claim("market")
        let dead = try #require(claimed.first)
        try bench.call { engine throws(EngineError) in
            try engine.fail(dead.lease?.description ?? "", error: "no", retryAfterMilliseconds: nil, isFatal: true)
        }
        try bench.submit(.of("done"))
        try self.finish(bench)
        try bench.submit(.of("cancelled"), .of("waits"))
        try bench.call { engine throws(EngineError) in _ = try engine.cancel([TaskID(3)], reason: nil) }
        try bench.pass(milliseconds: 2 * Self.day)
        for _ in 0..<4 { try bench.pass(milliseconds: RetentionSweep.pause) }
        #expect(try [1, 2, 3, 4].map { try self.exists($0, bench) } == [true, false, false, true])
        let statistics = try #require(try bench.engine.statistics().first)
        #expect(statistics.counts[.done] ?? 0 == 0 && statistics.counts[.cancelled] ?? 0 == 0)
        #expect(statistics.counts[.failed] == 1 && statistics.counts[.ready] == 1)
    }

    @Test("many go a few at a time, also after a restart in the middle", arguments: TestBench.Kind.allCases)
    func batches(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        for _ in 0..<10 { try bench.submit(.of("a")) }
        for _ in 0..<10 { try self.finish(bench) }
        try bench.pass(milliseconds: 2 * Self.day)
        #expect(try (1...10).count { try self.exists($0, bench) } == 7)
        try bench.restart()
        for _ in 0..<5 { try bench.pass(milliseconds: RetentionSweep.pause) }
        #expect(try (1...10).count { try self.exists($0, bench) } == 0)
        // Numbers are not given again.
        #expect(try bench.submit(.of("b")).map(\.number) == [11])
    }

    @Test("a key stays taken: the same content gives the same id, other content is a conflict")
    func keys() throws {
        let bench = try self.bench()
        let task = NewTask(queue: "market", kind: "a", payload: nil, key: "k")
        #expect(try bench.submit(task).map(\.number) == [1])
        try self.finish(bench)
        try bench.pass(milliseconds: 2 * Self.day)
        #expect(try !self.exists(1, bench))
        #expect(try bench.submit(task).map(\.number) == [1])
        var other = task
        other.kind = "b"
        #expect(
            refusal { () throws(EngineError) in _ = try bench.submit(other) } == .keyConflict(key: "k", id: TaskID(1))
        )
        #expect(try bench.submit(NewTask(queue: "market", kind: "a", payload: nil, key: "k2")).map(\.number) == [2])
    }

    @Test("when the time of keeping is changed, it counts for what is there")
    func changed() throws {
        let bench = try self.bench()
        try bench.submit(.of("a"))
        try self.finish(bench)
        try bench.pass(milliseconds: Self.day)
        bench.engine.keepFinished(milliseconds: Self.day)
        try bench.pass(milliseconds: RetentionSweep.pause)
        #expect(try !self.exists(1, bench))
    }
}
