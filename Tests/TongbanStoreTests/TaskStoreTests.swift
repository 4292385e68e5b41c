// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanModel
import TongbanStore

@Suite("Every store: tasks and queues")
struct TaskStoreTests {
    @Test("keeps every field of a task byte for byte", arguments: StoreKind.allCases)
    func everyField(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try test.store.keep(.insertTask(Sample.fullTask))
        #expect(try test.store.task(TaskID(7)) == Sample.fullTask)
        #expect(try test.store.task(queue: "medical", key: "键\u{0}e\u{301}") == Sample.fullTask)
        #expect(try test.store.task(TaskID(8)) == nil)
    }

    @Test("an update replaces what can change, and nothing else", arguments: StoreKind.allCases)
    func update(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try test.store.keep(.insertTask(Sample.fullTask))
        var changed = Sample.task(7, queue: "x", kind: "x", state: .done, priority: 8, caseNumber: "x", key: "x")
        changed.created = Sample.moment(99)
        changed.contentHash = [1]
        changed.attempt = 6
        changed.maxAttempts = 7
        changed.claims = 8
        changed.kills = 2
        changed.finished = Sample.moment(100)
        changed.errors = ["e"]
        try test.store.keep(.updateTask(changed))
        var expected = changed
        expected.queue = Sample.fullTask.queue
        expected.kind = Sample.fullTask.kind
        expected.key = Sample.fullTask.key
        expected.payload = Sample.fullTask.payload
        expected.contentHash = Sample.fullTask.contentHash
        expected.created = Sample.fullTask.created
        expected.caseNumber = Sample.fullTask.caseNumber
        #expect(try test.store.task(TaskID(7)) == expected)
        #expect(try test.store.tasks(TaskFilter(caseNumber: "YB-20221123-000001"), after: nil, limit: 9) == [expected])
        #expect(try test.store.task(queue: "medical", key: "键\u{0}e\u{301}") == expected)
    }

    @Test("a number or key used twice is refused and changes nothing", arguments: StoreKind.allCases)
    func twice(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let first = Sample.task(1, key: "k")
        try store.keep(.insertTask(first))
        #expect(codeThrown { () throws(StoreError) in try store.keep(.insertTask(Sample.task(1))) } == .misuse)
        try store.rollback()
        #expect(
            codeThrown { () throws(StoreError) in try store.keep(.insertTask(Sample.task(2, key: "k"))) } == .misuse
        )
        try store.rollback()
        #expect(codeThrown { () throws(StoreError) in try store.keep(.updateTask(Sample.task(3))) } == .misuse)
        try store.rollback()
        try store.keep(.insertTask(Sample.task(4, queue: "other", key: "k")))
        #expect(try store.tasks(TaskFilter(), after: nil, limit: 9).map(\.id.number) == [1, 4])
        #expect(try store.task(TaskID(1)) == first)
    }

    @Test("a conflict names the task that holds the key", arguments: StoreKind.allCases)
    func conflictNamesTheOther(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try test.store.keep(.insertTask(Sample.task(41, key: "k")))
        try test.store.begin()
        do throws(StoreError) {
            try test.store.write(.insertTask(Sample.task(42, key: "k")))
            Issue.record("accepted")
        } catch {
            #expect(error.message == "the key 'k' of queue 'market' is taken by task 41")
        }
    }

    @Test("a finished task still holds its key; a removed one does not", arguments: StoreKind.allCases)
    func keyOfFinished(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.keep(.insertTask(Sample.task(1, state: .done, key: "k")))
        #expect(try store.task(queue: "market", key: "k")?.id == TaskID(1))
        try store.keep(.removeTask(TaskID(1)))
        #expect(try store.task(queue: "market", key: "k") == nil)
        try store.keep(.insertTask(Sample.task(2, key: "k")))
        #expect(try store.task(queue: "market", key: "k")?.id == TaskID(2))
    }

    @Test("a number is not given again after its task was removed", arguments: StoreKind.allCases)
    func highest(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        #expect(try store.highestTaskID() == 0)
        try store.keep(.insertTask(Sample.task(3)), .insertTask(Sample.task(5)))
        try store.keep(.removeTask(TaskID(5)))
        #expect(try store.highestTaskID() == 5)
        try store.keep(.removeTask(TaskID(3)), .removeTask(TaskID(99)))
        #expect(try store.highestTaskID() == 5)
        try store.keep(.insertTask(Sample.task(6)))
        #expect(try store.highestTaskID() == 6)
    }

    @Test("a scheduled task without a moment is refused", arguments: StoreKind.allCases)
    func scheduledWithoutMoment(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        #expect(
            codeThrown { () throws(StoreError) in try store.keep(.insertTask(Sample.task(1, state: .scheduled))) }
                == .misuse
        )
        try store.rollback()
        try store.keep(.insertTask(Sample.task(1)))
        #expect(
            codeThrown { () throws(StoreError) in try store.keep(.updateTask(Sample.task(1, state: .scheduled))) }
                == .misuse
        )
    }

    @Test("ready tasks come by priority, then age, and page without gaps", arguments: StoreKind.allCases)
    func ready(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let priorities = [0, 5, -2, 5, 0, .max, 0, .min, 5]
        try store.begin()
        for (index, priority) in priorities.enumerated() {
            try store.write(.insertTask(Sample.task(Int64(index + 1), priority: priority)))
        }
        try store.write(.insertTask(Sample.task(20, kind: "other", priority: 9)))
        try store.write(.insertTask(Sample.task(21, queue: "other", priority: 9)))
        try store.write(.insertTask(Sample.task(22, state: .leased, priority: 9)))
        try store.commit()
        let order: [Int64] = [6, 2, 4, 9, 1, 5, 7, 3, 8]
        for limit in 1...10 {
            var found: [ReadyPosition] = []
            while true {
                let page = try store.readyTasks(queue: "market", kind: "check", after: found.last, limit: limit)
                #expect(page.count <= limit)
                if page.isEmpty { break }
                found += page
            }
            #expect(found.map(\.id.number) == order)
            #expect(found == found.sorted())
        }
        #expect(try store.readyTasks(queue: "market", kind: "check", after: nil, limit: 0) == [])
        #expect(try store.readyTasks(queue: "market", kind: "none", after: nil, limit: 5) == [])
    }

    @Test("a task is in the order of its state only", arguments: StoreKind.allCases, TaskState.allCases)
    func states(kind: StoreKind, state: TaskState) throws {
        let test = try TestStore(kind)
        let store = test.store
        for start in TaskState.allCases {
            let id = Int64(start.hashValue & 0xFFFF_FFFF) + 1
            try store.keep(.insertTask(Sample.task(id, state: start, due: 10)))
            try store.keep(.updateTask(Sample.task(id, state: state, due: 20)))
            let isReady = try !store.readyTasks(queue: "market", kind: "check", after: nil, limit: 9).isEmpty
            #expect(isReady == (state == .ready))
            #expect(try store.nextScheduled() == (state == .scheduled ? Sample.moment(20) : nil))
            #expect(try store.scheduledTasks(due: Sample.moment(20), limit: 9).count == (state == .scheduled ? 1 : 0))
            #expect(try store.leasedTasks().count == (state == .leased ? 1 : 0))
            for other in TaskState.allCases {
                let found = try store.tasks(TaskFilter(state: other), after: nil, limit: 9)
                #expect(found.count == (other == state ? 1 : 0))
            }
            try store.keep(.removeTask(TaskID(id)))
            #expect(try store.tasks(TaskFilter(), after: nil, limit: 9).isEmpty)
        }
    }

    @Test("scheduled tasks come when they are due, earliest first", arguments: StoreKind.allCases)
    func scheduled(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.keep(
            .insertTask(Sample.task(1, state: .scheduled, due: 30)),
            .insertTask(Sample.task(2, state: .scheduled, due: 10)),
            .insertTask(Sample.task(3, state: .scheduled, due: 20)),
            .insertTask(Sample.task(4, state: .scheduled, due: 10)),
            .insertTask(Sample.task(5, state: .ready, due: 1))
        )
        #expect(try store.nextScheduled() == Sample.moment(10))
        #expect(try store.scheduledTasks(due: Sample.moment(9), limit: 9).isEmpty)
        #expect(try store.scheduledTasks(due: Sample.moment(20), limit: 9).map(\.id.number) == [2, 4, 3])
        #expect(try store.scheduledTasks(due: Sample.moment(99), limit: 2).map(\.id.number) == [2, 4])
        #expect(try store.scheduledTasks(due: Sample.moment(99), limit: 0).isEmpty)
    }

    @Test("lists by every part of the filter, in pages", arguments: StoreKind.allCases)
    func lists(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let states = TaskState.allCases
        var all: [TaskRecord] = []
        for id in 1...60 {
            all.append(
                Sample.task(
                    Int64(id),
                    queue: id % 2 == 0 ? "even" : "odd",
                    kind: id % 3 == 0 ? "third" : "other",
                    state: states[id % states.count],
                    due: Int64(100 - id),
                    caseNumber: id % 4 == 0 ? "C\(id % 8)" : nil
                )
            )
        }
        try store.keep(all.map(Change.insertTask))
        for queue in [nil, "even", "odd", "none"] as [String?] {
            for kind in [nil, "third", "none"] as [String?] {
                for number in [nil, "C0", "C4", "C9"] as [String?] {
                    for state in [nil] + states.map(Optional.some) {
                        let filter = TaskFilter(queue: queue, state: state, kind: kind, caseNumber: number)
                        let expected = all.filter {
                            (queue == nil || $0.queue == queue) && (kind == nil || $0.kind == kind)
                                && (number == nil || $0.caseNumber == number) && (state == nil || $0.state == state)
                        }
                        #expect(try store.tasks(filter, after: nil, limit: 100) == expected)
                        var paged: [TaskRecord] = []
                        while true {
                            let page = try store.tasks(filter, after: paged.last?.id, limit: 4)
                            if page.isEmpty { break }
                            paged += page
                        }
                        #expect(paged == expected)
                    }
                }
            }
        }
    }

    @Test("a long list of ready tasks is the same whichever way it is found", arguments: StoreKind.allCases)
    func readyByTable(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.keep((1...9).map { .insertTask(Sample.task($0, priority: Int($0))) })
        let few = try store.tasks(TaskFilter(state: .ready), after: nil, limit: 5)
        try store.keep(.putCounts([TaskCount(queue: "market", kind: "check", state: .ready, count: 20_001)]))
        #expect(try store.tasks(TaskFilter(state: .ready), after: nil, limit: 5) == few)
        #expect(few.map(\.id.number) == [1, 2, 3, 4, 5])
    }

    @Test("counts are those put last, without zeros", arguments: StoreKind.allCases)
    func counts(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        func count(_ queue: String, _ state: TaskState, _ count: Int) -> TaskCount {
            TaskCount(queue: queue, kind: "k", state: state, count: count)
        }
        try store.keep(.putCounts([count("b", .ready, 3), count("a", .done, 1), count("a", .scheduled, 2)]))
        try store.keep(.putCounts([count("b", .ready, 0), count("a", .done, 5)]))
        #expect(try store.counts() == [count("a", .scheduled, 2), count("a", .done, 5)])
    }

    @Test("keeps a queue's limits and policies", arguments: StoreKind.allCases)
    func queues(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let policy = RetryPolicy(
            maxAttempts: 3,
            firstMilliseconds: 1,
            growthPercent: 150,
            longestMilliseconds: .max,
            leaseMilliseconds: 4
        )
        let full = QueueRecord(
            name: "b",
            paused: true,
            draining: true,
            concurrency: 0,
            rate: .init(count: 5, milliseconds: 1_000),
            retry: policy,
            kinds: ["检查": .standard, "b": policy]
        )
        try test.store.keep(.putQueue(QueueRecord(name: "c")), .putQueue(QueueRecord(name: "b")))
        try test.store.keep(.putQueue(full))
        #expect(try test.store.queues() == [full, QueueRecord(name: "c")])
    }
}
