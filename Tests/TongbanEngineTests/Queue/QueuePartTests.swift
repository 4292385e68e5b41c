// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("The parts of a queue in memory")
struct QueuePartTests {
    @Test(
        "a window gives what a sorted list gives, whatever is added, removed and filled again",
        arguments: 1...20 as ClosedRange<UInt64>
    )
    func window(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var window = ReadyWindow(capacity: 6)
        var all: [ReadyPosition] = []
        for number in 1...400 {
            if generator.chance(60) {
                let position = ReadyPosition(
                    priority: Int.random(in: 0...2, using: &generator),
                    id: TaskID(
                        generator.chance(20) ? Int64.random(in: 1_000...2_000, using: &generator) : Int64(number)
                    )
                )
                guard !all.contains(position) else { continue }
                all.append(position)
                all.sort()
                window.insert(position)
            } else if let gone = generator.chance(70) ? all.first : all.randomElement(using: &generator) {
                all.removeAll { $0 == gone }
                window.remove(gone)
            }
            if window.isDry { window.fill(Array(all.prefix(6)), isWhole: all.count < 6) }
            #expect(window.first == all.first)
            #expect(window.positions.count <= 6)
            #expect(window.isExhausted == all.isEmpty)
        }
    }

    @Test("a rate that is kept slot by slot and read again is the same", arguments: 1...5 as ClosedRange<UInt64>)
    func keptRate(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let limit = QueueRecord.RateLimit(count: 40, milliseconds: Int64.random(in: 1...5_000, using: &generator))
        var window = RateWindow(limit)
        var slots: [Int64: JSON] = [:]
        var now = Instant(milliseconds: 0)
        for _ in 0..<3_000 {
            now = now.adding(milliseconds: Int64.random(in: 0...20, using: &generator))
            window.take(min(Int.random(in: 1...3, using: &generator), window.available(at: now)), at: now)
            if let last = window.lastSlot { slots[last.slot] = last.value }
            var again = RateWindow(limit, kept: Array(slots.values))
            #expect(again.available(at: now) == window.available(at: now))
            #expect(again.next == window.next)
        }
        #expect(slots.count <= Int(RateWindow.slots))
        var other = RateWindow(.init(count: 41, milliseconds: limit.milliseconds), kept: Array(slots.values))
        #expect(other.available(at: now) == 41)
    }

    @Test(
        "a rate lets no more through in any period than it says, and remembers a bounded number of moments",
        arguments: 1...10 as ClosedRange<UInt64>
    )
    func rate(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let limit = QueueRecord.RateLimit(
            count: Int.random(in: 1...50, using: &generator),
            milliseconds: Int64.random(in: 1...20_000, using: &generator)
        )
        var window = RateWindow(limit)
        var passed: [Instant] = []
        var now = Instant(milliseconds: 0)
        for _ in 0..<2_000 {
            now = now.adding(milliseconds: Int64.random(in: 0...200, using: &generator))
            let available = window.available(at: now)
            let start = now.adding(milliseconds: -limit.milliseconds)
            let inPeriod = passed.count { $0 > start }
            #expect(available + inPeriod <= limit.count)
            if available == 0 {
                // Once the moment it names has come, something passes.
                var later = window
                #expect(later.next.map { later.available(at: $0) > 0 } == true)
                continue
            }
            let taken = Int.random(in: 0...available, using: &generator)
            window.take(taken, at: now)
            passed += Array(repeating: now, count: taken)
        }
        #expect(!passed.isEmpty)
    }

    @Test("a heap gives the smallest first", arguments: 1...10 as ClosedRange<UInt64>)
    func heap(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var heap = Heap((0..<50).map { _ in Int.random(in: 0..<100, using: &generator) })
        for _ in 0..<50 { heap.insert(Int.random(in: 0..<100, using: &generator)) }
        var last = -1
        while let first = heap.first {
            #expect(first >= last)
            last = first
            heap.removeFirst()
        }
        #expect(heap.isEmpty)
    }

    @Test("leases are found by task, claimant, queue and expiry")
    func leases() {
        var leases = LeaseTable()
        leases.put(BacklogTests.lease(1, expires: 30, by: "a"))
        leases.put(BacklogTests.lease(2, expires: 10, by: "a"))
        leases.put(BacklogTests.lease(3, expires: 20, by: "b"))
        #expect(leases.tasks(of: "a") == [TaskID(1), TaskID(2)])
        #expect(leases.perQueue["market"] == 3)
        #expect(leases.nextExpiry == Instant(milliseconds: 10))
        leases.extend(TaskID(2), to: Instant(milliseconds: 40))
        #expect(leases.expired(at: Instant(milliseconds: 19)) == nil)
        #expect(leases.expired(at: Instant(milliseconds: 20))?.task == TaskID(3))
        leases.remove(TaskID(3))
        leases.remove(TaskID(1))
        leases.remove(TaskID(1))
        #expect(leases.nextExpiry == Instant(milliseconds: 40))
        #expect(leases.count(of: "b") == 0)
        #expect(leases.perQueue["market"] == 1)
    }
}
