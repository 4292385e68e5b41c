// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbanModel
import TongbanStore

@Suite("MemoryStore: faults")
struct MemoryStoreFaultTests {
    private static let broken = StoreError(.inputOutput, "fsync failed")

    @Test("the planned step fails, those before and after it do not", arguments: StoreFaults.Step.allCases)
    func planned(step: StoreFaults.Step) throws {
        let store = MemoryStore()
        store.faults.fail(step, number: 3, with: Self.broken)
        var failed: [Int64] = []
        for round in 1...5 as ClosedRange<Int64> {
            do throws(StoreError) {
                try store.keep(.putCounter(name: "a", value: round))
                _ = try store.counter("a")
            } catch {
                #expect(error == Self.broken)
                failed.append(round)
                try? store.rollback()
            }
        }
        #expect(failed == [3])
        #expect(try store.counter("a") == 5)
    }

    @Test("nothing of a transaction whose commit failed is kept")
    func commit() throws {
        let store = MemoryStore()
        try store.keep(.insertTask(Sample.task(1)))
        store.faults.fail(.commit, with: Self.broken)
        #expect(throws: Self.broken) { try store.keep(.insertTask(Sample.task(2)), .removeTask(TaskID(1))) }
        #expect(try store.tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number) == [1])
        #expect(try store.crash().tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number) == [1])
    }

    @Test("a full disk fails every write and commit until there is space")
    func full() throws {
        let store = MemoryStore()
        try store.begin()
        try store.write(.putCounter(name: "a", value: 1))
        store.faults.full = true
        #expect(codeThrown(store.commit) == .full)
        for _ in 1...3 {
            #expect(codeThrown { () throws(StoreError) in try store.keep(.putCounter(name: "a", value: 2)) } == .full)
            try store.rollback()
        }
        #expect(try store.counter("a") == 0)
        store.faults.full = false
        try store.keep(.putCounter(name: "a", value: 3))
        #expect(try store.counter("a") == 3)
    }

    @Test("a power cut leaves what was committed and nothing else")
    func crash() throws {
        let store = MemoryStore()
        try store.keep(.insertTask(Sample.task(1)), .appendEntry(Sample.journal(1)[0]))
        try store.begin()
        try store.write(.insertTask(Sample.task(2)))
        try store.mark()
        try store.write(.updateTask(Sample.task(1, state: .done)))
        let found = store.crash()
        #expect(try found.tasks(TaskFilter(), after: nil, limit: 9) == [Sample.task(1)])
        #expect(try found.highestTaskID() == 1)
        #expect(try found.lastEntry()?.sequence == 1)
        try found.keep(.insertTask(Sample.task(2)))
        #expect(codeThrown(store.commit) == .inputOutput)
        #expect(codeThrown(store.begin) == .inputOutput)
        #expect(codeThrown { () throws(StoreError) in _ = try store.task(TaskID(1)) } == .inputOutput)
    }

    @Test("a power cut during a commit leaves all of it or nothing", arguments: [true, false])
    func powerLostInCommit(kept: Bool) throws {
        let store = MemoryStore()
        try store.keep(.insertTask(Sample.task(1)))
        store.faults.losePower(atCommit: 2, kept: kept)
        try store.keep(.insertTask(Sample.task(2)))
        #expect(
            codeThrown { () throws(StoreError) in
                try store.keep(.insertTask(Sample.task(3)), .removeTask(TaskID(1)))
            } == .inputOutput
        )
        #expect(codeThrown(store.begin) == .inputOutput)
        let found = try store.crash().tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number)
        #expect(found == (kept ? [2, 3] : [1, 2]))
    }

    @Test("plans are counted from now, and can be dropped")
    func clear() throws {
        let store = MemoryStore()
        try store.keep(.putCounter(name: "a", value: 1))
        #expect(store.faults.count(of: .commit) == 1)
        store.faults.fail(.commit, number: 1, with: Self.broken)
        store.faults.clear()
        try store.keep(.putCounter(name: "a", value: 2))
        #expect(store.faults.count(of: .commit) == 2)
    }
}
