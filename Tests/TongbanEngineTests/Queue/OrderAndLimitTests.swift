// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q6: order and limits of a queue")
struct OrderAndLimitTests {
    @Test("higher priority first, then the oldest, across kinds", arguments: TestBench.Kind.allCases)
    func order(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(
            .of("a", priority: 0),
            .of("b", priority: 5),
            .of("c", priority: -1),
            .of("a", priority: 5),
            .of("b", priority: 0)
        )
        #expect(try bench.claim(limit: 2, kinds: ["a", "c"]).map(\.id.number) == [4, 1])
        #expect(try bench.claim(limit: 9).map(\.id.number) == [2, 5, 3])
    }

    @Test("a task that comes back has its old place")
    func place() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let ids = try bench.submit(.of("k"), .of("k"), .of("k"))
        let first = try bench.claim()[0]
        try bench.call { engine throws(EngineError) in try engine.release(first.lease?.description ?? "") }
        #expect(try bench.claim(limit: 9).map(\.id) == ids)
    }

    @Test("a bureau that floods its queue does not hold up another's")
    func starvation() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.queue(QueueRecord(name: "medical"))
        for _ in 0..<50 { try bench.submit(.of("k", priority: 9), .of("k", priority: 9)) }
        try bench.submit(.of("k", in: "medical"))
        #expect(try bench.claim("medical").count == 1)
    }

    @Test("at most so many leases at a time, whoever holds them; who waits is told when one ends")
    func concurrency() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market", concurrency: 2))
        let ids = try bench.submit(.of("k"), .of("k"), .of("k"))
        let claimed = try bench.claim(limit: 9)
        #expect(claimed.count == 2)
        #expect(try bench.claim(by: "other").isEmpty)
        #expect(try bench.engine.why(ids[2]) == .concurrency(limit: 2))
        try bench.complete(claimed[0])
        #expect(bench.report?.readyQueues == ["market"])
        #expect(try bench.claim(limit: 9, by: "other").count == 1)
    }

    @Test("at most so many claims in any period; who waits is told when it is over")
    func rate() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market", rate: .init(count: 3, milliseconds: 60_000)))
        for _ in 0..<8 { try bench.submit(.of("k")) }
        #expect(try bench.claim(limit: 2).count == 2)
        try bench.pass(milliseconds: 20_000)
        #expect(try bench.claim(limit: 9).count == 1)
        let until = bench.now.adding(milliseconds: 40_000)
        #expect(try bench.engine.why(TaskID(4)) == .rate(until: until))
        #expect(try bench.engine.nextWakeUp() == until)
        try bench.pass(milliseconds: 39_999)
        #expect(try bench.claim(limit: 9).isEmpty)
        try bench.pass(milliseconds: 1)
        #expect(bench.report?.readyQueues.contains("market") == true)
        #expect(try bench.claim(limit: 9).count == 2)
    }

    @Test("a restart does not forget the rate: what passed before it counts", arguments: TestBench.Kind.allCases)
    func rateOverRestart(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market", rate: .init(count: 3, milliseconds: 60_000)))
        for _ in 0..<6 { try bench.submit(.of("a")) }
        #expect(try bench.claim("market", limit: 2).count == 2)
        try bench.pass(milliseconds: 10_000)
        try bench.restart()
        #expect(try bench.claim("market", limit: 5).count == 1)
        try bench.restart()
        #expect(try bench.claim("market", limit: 5).isEmpty)
        try bench.pass(milliseconds: 49_999)
        #expect(try bench.claim("market", limit: 5).isEmpty)
        try bench.pass(milliseconds: 1)
        #expect(try bench.claim("market", limit: 5).count == 2)
    }

    @Test("nothing is claimed while a queue is paused, also after a restart", arguments: TestBench.Kind.allCases)
    func pause(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market"))
        let id = try bench.submit(.of("k"))[0]
        let running = try bench.claim()[0]
        try bench.call { engine throws(EngineError) in try engine.pause("market") }
        try bench.submit(.of("k"))
        #expect(try bench.claim().isEmpty)
        try bench.complete(running)
        try bench.restart()
        #expect(try bench.claim().isEmpty)
        #expect(try bench.engine.why(TaskID(id.number + 1)) == .queuePaused("market"))
        try bench.call { engine throws(EngineError) in try engine.resume("market") }
        #expect(bench.report?.readyQueues == ["market"])
        #expect(try bench.claim().count == 1)
    }

    @Test("a draining queue accepts nothing new, and works off what it has")
    func drain() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(.of("k", key: "known"), .of("k"))
        #expect(try bench.call { engine throws(EngineError) in try engine.drain("market") } == 2)
        guard case .refused(let refusal) = refusal({ () throws(EngineError) in try bench.submit(.of("k")) }) else {
            throw Problem("not refused")
        }
        #expect(refusal.code == "DRAINING")
        // What was accepted before may be asked for again.
        #expect(try bench.submit(.of("k", key: "known")).count == 1)
        #expect(try bench.claim(limit: 9).count == 2)
        try bench.call { engine throws(EngineError) in try engine.resume("market") }
        #expect(try bench.submit(.of("k")).count == 1)
    }

    @Test("changing a queue's limits keeps it paused, and tells those who wait")
    func configure() throws {
        let bench = try TestBench()
        #expect(try bench.queue(QueueRecord(name: "market", concurrency: 1)))
        try bench.call { engine throws(EngineError) in try engine.pause("market") }
        #expect(try !bench.queue(QueueRecord(name: "market", concurrency: 2)))
        #expect(bench.engine.queueRecord("market")?.paused == true)
        #expect(bench.report?.readyQueues == ["market"])
        let sequence = bench.engine.lastSequence
        try bench.queue(QueueRecord(name: "market", concurrency: 2))
        #expect(bench.engine.lastSequence == sequence)
    }

    static let senselessQueues: [QueueRecord] = [
        QueueRecord(name: ""), QueueRecord(name: "a b"), QueueRecord(name: "a", concurrency: 0),
        QueueRecord(name: "a", rate: .init(count: 0, milliseconds: 1)),
        QueueRecord(name: "a", rate: .init(count: 1, milliseconds: .max)),
        QueueRecord(name: "a", retry: RetryPolicy(maxAttempts: 0)),
        QueueRecord(name: "a", retry: RetryPolicy(firstMilliseconds: .max)),
        QueueRecord(name: "a", retry: RetryPolicy(longestMilliseconds: .max)),
        QueueRecord(name: "a", retry: RetryPolicy(leaseMilliseconds: .max)),
        QueueRecord(name: "a", kinds: ["k": RetryPolicy(growthPercent: 99)]),
    ]

    @Test("limits that make no sense are refused", arguments: senselessQueues)
    func senseless(_ record: QueueRecord) throws {
        let bench = try TestBench()
        guard case .invalid = refusal({ () throws(EngineError) in try bench.queue(record) }) else {
            throw Problem("accepted: \(record)")
        }
        #expect(bench.engine.queueNames.isEmpty)
    }

    @Test("the tasks of a suspended case wait until it goes on, those too that come meanwhile")
    func suspension() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        var task = NewTask.of("k")
        task.caseNumber = "SJ-1"
        let ids = try bench.submit(task, task)
        let running = try bench.claim()[0]
        try bench.call { engine throws(EngineError) in try engine.block(caseNumber: "SJ-1", reason: "材料不齐") }
        bench.engine.suspension = { $0 == "SJ-1" ? "材料不齐" : nil }
        #expect(try bench.engine.why(ids[1]) == .caseSuspended("SJ-1", reason: "材料不齐"))
        try bench.fail(running)
        let later = try bench.submit(task)[0]
        try bench.pass(milliseconds: 60_000)
        #expect(try (ids + [later]).map { id in try bench.state(id) } == [.blocked, .blocked, .blocked])
        #expect(try bench.claim(limit: 9).isEmpty)
        bench.engine.suspension = { _ in nil }
        try bench.call { engine throws(EngineError) in try engine.unblock(caseNumber: "SJ-1") }
        #expect(try bench.claim(limit: 9).map(\.attempt) == [2, 1, 1])
        try bench.call { engine throws(EngineError) in try engine.cancelTasks(of: "SJ-1", reason: "撤回") }
        #expect(try ids.map { id in try bench.state(id) } == [.cancelled, .cancelled])
    }
}
