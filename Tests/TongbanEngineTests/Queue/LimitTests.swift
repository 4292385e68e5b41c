// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q9: what is too much is refused at once")
struct LimitTests {
    private func bench(_ change: (inout EngineLimits) -> Void = { _ in }) throws -> TestBench {
        var limits = EngineLimits()
        change(&limits)
        let bench = try TestBench(limits: limits)
        try bench.queue(QueueRecord(name: "market"))
        return bench
    }

    private func error(_ bench: TestBench, _ tasks: [NewTask]) -> EngineError? {
        refusal { () throws(EngineError) in
            try bench.call { engine throws(EngineError) in try engine.submit(tasks) }
        }
    }

    @Test("a full queue answers busy, and takes tasks again when some are finished")
    func busy() throws {
        let bench = try self.bench { $0.unfinishedPerQueue = 3 }
        #expect(self.error(bench, [.of("k"), .of("k")]) == nil)
        #expect(self.error(bench, [.of("k"), .of("k")]) == .busy(milliseconds: 5_000))
        #expect(self.error(bench, [.of("k")]) == nil)
        #expect(self.error(bench, [.of("k")]) == .busy(milliseconds: 5_000))
        try bench.complete(try bench.claim()[0])
        #expect(self.error(bench, [.of("k")]) == nil)
    }

    @Test("each limit holds, and what is at the limit passes")
    func limits() throws {
        let bench = try self.bench {
            $0.payload = 20
            $0.name = 6
            $0.key = 4
            $0.callSize = 3
        }
        func payload(_ count: Int) -> NewTask {
            let text = "{\"a\":\"" + String(repeating: "x", count: count - 8) + "\"}"
            return NewTask(queue: "market", kind: "k", payload: RawJSON(text: text))
        }
        #expect(self.error(bench, [payload(20)]) == nil)
        #expect(self.error(bench, [payload(21)]) == .tooLarge(field: "payload", limit: 20))
        #expect(self.error(bench, [.of("123456")]) == nil)
        #expect(self.error(bench, [.of("1234567")]) == .tooLarge(field: "kind", limit: 6))
        #expect(self.error(bench, [.of("k", in: "1234567")]) == .tooLarge(field: "queue", limit: 6))
        #expect(self.error(bench, [.of("k", in: "123456")]) == .noSuchQueue("123456"))
        #expect(self.error(bench, [.of("k", key: "1234")]) == nil)
        #expect(self.error(bench, [.of("k", key: "12345")]) == .tooLarge(field: "key", limit: 4))
        #expect(self.error(bench, [.of("k"), .of("k"), .of("k")]) == nil)
        #expect(self.error(bench, [.of("k"), .of("k"), .of("k"), .of("k")]) == .tooLarge(field: "tasks", limit: 3))
        #expect(try bench.claim(limit: 3).count == 3)
        #expect(
            refusal { () throws(EngineError) in try bench.claim(limit: 4) } == .tooLarge(field: "limit", limit: 3)
        )
    }

    @Test("a queue has a bounded number of kinds")
    func kinds() throws {
        let bench = try self.bench { $0.kindsPerQueue = 2 }
        #expect(self.error(bench, [.of("a"), .of("b"), .of("c")]) == .tooLarge(field: "kinds", limit: 2))
        #expect(self.error(bench, [.of("a"), .of("b")]) == nil)
        #expect(self.error(bench, [.of("c")]) == .tooLarge(field: "kinds", limit: 2))
        #expect(self.error(bench, [.of("a")]) == nil)
    }

    static let senselessTasks: [NewTask] = [
        .of(""), .of("k", key: ""), .of("k", priority: Int(Int32.max) + 1),
        NewTask(queue: "market", kind: "k", payload: RawJSON(text: "[1]")),
        NewTask(queue: "market", kind: "k", maxAttempts: 0), NewTask(queue: "market", kind: "k", maxAttempts: 1_001),
    ]

    @Test("what makes no sense is refused, and with it the whole call", arguments: senselessTasks)
    func senseless(_ task: NewTask) throws {
        let bench = try self.bench()
        guard case .invalid = self.error(bench, [.of("k"), task]) else { throw Problem("accepted: \(task)") }
        #expect(try bench.engine.statistics()[0].counts[.ready] == 0)
    }

    @Test(
        "a lease lasts from a second to a day",
        arguments: [(999, false), (1_000, true), (86_400_000, true), (86_400_001, false)] as [(Int64, Bool)]
    )
    func leases(_ milliseconds: Int64, _ isAccepted: Bool) throws {
        let bench = try self.bench()
        try bench.submit(.of("k"))
        #expect((refusal { () throws(EngineError) in try bench.claim(lease: milliseconds) } == nil) == isAccepted)
    }
}
