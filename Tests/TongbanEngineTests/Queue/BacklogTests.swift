// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("Q8: cost and memory do not grow with the backlog")
struct BacklogTests {
    /// How many reads and writes of the store a submission, a claim and a completion take.
    private func steps(backlog: Int) throws -> [Int] {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        var left = backlog
        while left > 0 {
            let size = min(left, 1_000)
            try bench.call { engine throws(EngineError) in
                _ = try engine.submit(Array(repeating: .of("k"), count: size))
            }
            left -= size
        }
        // One task more than the window is empty, so that filling it is not counted for one of the two only.
        _ = try bench.claim()
        func count() -> Int {
            bench.memory.faults.count(of: .read) + bench.memory.faults.count(of: .write)
        }
        var counts = [count()]
        try bench.submit(.of("k"))
        counts.append(count())
        let task = try bench.claim()[0]
        counts.append(count())
        try bench.complete(task)
        counts.append(count())
        return zip(counts.dropFirst(), counts).map { $0 - $1 }
    }

    @Test("submit, claim and complete take as many steps of the store with 20,000 waiting tasks as with 20")
    func flat() throws {
        #expect(try self.steps(backlog: 20_000) == self.steps(backlog: 20))
    }

    @Test("the window holds no more than its size, and the order is kept across it", arguments: TestBench.Kind.allCases)
    func window(_ kind: TestBench.Kind) throws {
        var limits = EngineLimits()
        limits.windowSize = 8
        let bench = try TestBench(kind, limits: limits)
        try bench.queue(QueueRecord(name: "market"))
        var generator = SeededGenerator(seed: 7)
        var expected: [ReadyPosition] = []
        for round in 0..<40 {
            for _ in 0..<5 {
                let priority = Int.random(in: -2...2, using: &generator)
                let id = try bench.submit(.of("k", priority: priority))[0]
                expected.append(ReadyPosition(priority: priority, id: id))
                #expect((bench.engine.memory.queues["market"]?.windows["k"]?.positions.count ?? 0) <= 8)
            }
            expected.sort()
            let claimed = try bench.claim(limit: 3)
            #expect(claimed.map(\.id) == expected.prefix(3).map(\.id))
            expected.removeFirst(3)
            if round % 9 == 8 { try bench.restart() }
            // Plugins' tasks come back by a restart.
            if round % 9 == 8 {
                let leased = try bench.engine.tasks(TaskFilter(state: .ready), after: nil, limit: 1_000)
                expected = leased.map { ReadyPosition(priority: $0.priority, id: $0.id) }.sorted()
            }
        }
        while let next = try bench.claim(by: "last").first {
            #expect(next.id == expected.first?.id)
            expected.removeFirst()
        }
        #expect(expected.isEmpty)
    }

    @Test("leases that are lengthened again and again take no more memory")
    func extensions() {
        var leases = LeaseTable()
        for number in 1...20 { leases.put(Self.lease(Int64(number), expires: Int64(number))) }
        for round in 1...1_000 {
            for number in 2...20 { leases.extend(TaskID(Int64(number)), to: Instant(milliseconds: Int64(100 + round))) }
        }
        #expect(leases.notedExpiries <= 4 * 20 + 1)
        #expect(leases.nextExpiry == Instant(milliseconds: 1))
    }

    @Test("kinds that have nothing ready are forgotten, beyond a few")
    func kinds() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        for number in 0..<100 { try bench.submit(.of("kind\(number)")) }
        #expect(try bench.claim(limit: 200).count == 100)
        #expect((bench.engine.memory.queues["market"]?.windows.count ?? 0) <= QueueMemory.Queue.keptWindows)
        try bench.submit(.of("kind7"), .of("kind3"))
        #expect(try bench.claim(limit: 9).map(\.kind) == ["kind7", "kind3"])
    }

    static func lease(_ number: Int64, expires: Int64, by claimant: String = "x") -> LeaseTable.Lease {
        LeaseTable.Lease(
            task: TaskID(number),
            claim: 1,
            expires: Instant(milliseconds: expires),
            claimant: claimant,
            queue: "market",
            isSuspect: false
        )
    }
}
