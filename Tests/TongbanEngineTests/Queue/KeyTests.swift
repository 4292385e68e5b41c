// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q4: submitting with a key can be repeated")
struct KeyTests {
    private static let base = NewTask(
        queue: "market",
        kind: "check",
        payload: RawJSON(text: #"{"a":1,"b":[2]}"#),
        key: "k",
        priority: 1,
        deadline: Instant(milliseconds: 1_900_000_000_000),
        maxAttempts: 3,
        caseNumber: "SJ-1"
    )

    private func bench(_ kind: TestBench.Kind = .memory) throws -> TestBench {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market"))
        try bench.queue(QueueRecord(name: "medical"))
        return bench
    }

    @Test(
        "same content gives the same id: in one call, in a later one, after a restart, when it is finished",
        arguments: TestBench.Kind.allCases
    )
    func same(_ kind: TestBench.Kind) throws {
        let bench = try self.bench(kind)
        let ids = try bench.submit(Self.base, .of("other"), Self.base)
        #expect(ids.map(\.number) == [1, 2, 1])
        var reordered = Self.base
        reordered.payload = RawJSON(text: #"{ "b": [2], "a": 1 }"#)
        #expect(try bench.submit(reordered) == [ids[0]])
        try bench.restart()
        #expect(try bench.submit(Self.base) == [ids[0]])
        try bench.complete(try bench.claim(kinds: ["check"])[0])
        #expect(try bench.submit(Self.base) == [ids[0]])
        #expect(try bench.state(ids[0]) == .done)
        #expect(try bench.engine.task(ids[0]).payload == Self.base.payload)
    }

    static let differing: [@Sendable (inout NewTask) -> Void] = [
        { $0.kind = "other" }, { $0.payload = RawJSON(text: #"{"a":2,"b":[2]}"#) }, { $0.payload = nil },
        { $0.priority = 2 }, { $0.notBefore = Instant(milliseconds: 1) }, { $0.deadline = nil },
        { $0.maxAttempts = 4 }, { $0.caseNumber = nil },
    ]

    @Test(
        "other content is a conflict that names the task, and the whole call is refused",
        arguments: differing.indices
    )
    func different(_ index: Int) throws {
        let bench = try self.bench()
        let id = try bench.submit(Self.base)[0]
        var other = Self.base
        Self.differing[index](&other)
        let expected = EngineError.keyConflict(key: "k", id: id)
        #expect(refusal { () throws(EngineError) in try bench.submit(.of("innocent"), other) } == expected)
        #expect(try bench.engine.statistics().first?.counts[.ready] == 1)
        // In one batch too, where neither has been accepted yet.
        var second = other
        second.key = "k2"
        var first = Self.base
        first.key = "k2"
        #expect(refusal { () throws(EngineError) in try bench.submit(first, second) } != nil)
        #expect(try bench.submit(second).count == 1)
    }

    @Test("a key is unique in its queue, not over all; a call that was undone has used no key")
    func scope() throws {
        let bench = try self.bench()
        var other = Self.base
        other.queue = "medical"
        #expect(try bench.submit(Self.base, other).map(\.number) == [1, 2])
        _ = refusal { () throws(EngineError) in
            try bench.call { engine throws(EngineError) in
                _ = try engine.submit([.of("x", key: "undone")])
                throw .noSuchCase("X")
            }
        }
        #expect(try bench.submit(.of("y", key: "undone")).count == 1)
    }

    @Test("unique-key surprises: one conflict does not hold up the tasks of other queues or calls")
    func oneConflict() throws {
        let bench = try self.bench()
        try bench.submit(Self.base)
        var other = Self.base
        other.priority = 9
        for _ in 0..<5 { #expect(refusal { () throws(EngineError) in try bench.submit(other) } != nil) }
        try bench.submit(.of("next"), .of("next", in: "medical"))
        #expect(try bench.claim(limit: 9).count == 2)
        #expect(try bench.claim("medical", limit: 9).count == 1)
    }
}
