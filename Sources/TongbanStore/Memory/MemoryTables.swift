// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Everything a ``MemoryStore`` holds, with the orders it is read in.
struct MemoryTables: Sendable {
    struct TaskGroup: Sendable, Hashable {
        var queue: UTF8Key
        var kind: UTF8Key
    }

    struct CountKey: Sendable, Hashable {
        var group: TaskGroup
        var state: TaskState
    }

    struct TaskKey: Sendable, Hashable {
        var queue: UTF8Key
        var key: UTF8Key
    }

    struct Moment<ID: Comparable & Hashable & Sendable>: Sendable, Hashable, Comparable {
        var due: Instant
        var id: ID

        static func < (one: Moment, other: Moment) -> Bool {
            one.due == other.due ? one.id < other.id : one.due < other.due
        }
    }

    struct OpenKey: Sendable, Hashable {
        var bureau: UTF8Key
        var item: UTF8Key
        var key: UTF8Key
    }

    struct RegisterKey: Sendable, Hashable {
        var bureau: UTF8Key
        var register: UTF8Key
    }

    struct RecordKey: Sendable, Hashable {
        var register: RegisterKey
        var key: UTF8Key
    }

    struct ObjectKey: Sendable, Hashable {
        var kind: UTF8Key
        var id: UTF8Key
    }

    struct ObjectKeyName: Sendable, Hashable {
        var kind: UTF8Key
        var name: UTF8Key
    }

    struct ObjectPlace: Sendable, Hashable, Comparable {
        var value: UTF8Key
        var id: UTF8Key

        static func < (one: ObjectPlace, other: ObjectPlace) -> Bool {
            one.value == other.value ? one.id < other.id : one.value < other.value
        }
    }

    struct DeclarationKey: Sendable, Hashable, Comparable {
        var bureau: UTF8Key
        var version: Int

        static func < (one: DeclarationKey, other: DeclarationKey) -> Bool {
            one.bureau == other.bureau ? one.version < other.version : one.bureau < other.bureau
        }
    }

    var tasks: [TaskID: TaskRecord] = [:]
    var taskIDs = SortedList<TaskID>()
    /// Stays when the task itself is removed.
    var highestTask: Int64 = 0
    var ready: [TaskGroup: SortedList<ReadyPosition>] = [:]
    var scheduled = SortedList<Moment<TaskID>>()
    var leased = SortedList<TaskID>()
    var taskKeys: [TaskKey: TaskID] = [:]
    var tasksOfCase: [UTF8Key: SortedList<TaskID>] = [:]

    var humanTasks: [TaskID: HumanTaskRecord] = [:]
    var openWorkOfCase: [UTF8Key: SortedList<TaskID>] = [:]
    var openWorkOfBureau: [UTF8Key: SortedList<WorkPosition>] = [:]
    var heldWork: [UTF8Key: SortedList<WorkPosition>] = [:]
    var offeredWork: [UTF8Key: SortedList<WorkPosition>] = [:]

    var queues: [UTF8Key: QueueRecord] = [:]
    var counts: [CountKey: Int] = [:]

    var journal: [JournalEntry] = []
    var entriesOfCase: [UTF8Key: [Int64]] = [:]

    var cases: [UTF8Key: CaseRecord] = [:]
    var caseNumbers = SortedList<UTF8Key>()
    var openCases: [OpenKey: UTF8Key] = [:]
    var counters: [UTF8Key: Int64] = [:]

    var timers: [UTF8Key: TimerRecord] = [:]
    var timerOrder = SortedList<Moment<UTF8Key>>()
    var timersOfCase: [UTF8Key: SortedList<Moment<UTF8Key>>] = [:]

    var records: [RecordKey: RegisterRecord] = [:]
    var recordKeys: [RegisterKey: SortedList<UTF8Key>] = [:]
    var recordCounts: [RegisterKey: Int] = [:]
    var objects: [ObjectKey: ObjectRecord] = [:]
    var objectIDs: [UTF8Key: SortedList<UTF8Key>] = [:]
    var objectOrders: [ObjectKeyName: SortedList<ObjectPlace>] = [:]
    var declarations: [DeclarationKey: DeclarationRecord] = [:]
    var persons: [UTF8Key: PersonRecord] = [:]
    var settings: [UTF8Key: Setting] = [:]
    var settingKeys = SortedList<UTF8Key>()

    mutating func undo(_ step: MemoryUndo) {
        switch step {
        case .task(let id, let old): self.setTask(id, old)
        case .humanTask(let id, let old): self.setHumanTask(id, old)
        case .highestTask(let old): self.highestTask = old
        case .queue(let name, let old): self.queues[name] = old
        case .count(let key, let old): self.counts[key] = old
        case .entry: self.removeLastEntry()
        case .caseRecord(let number, let old): self.setCase(number, old)
        case .counter(let name, let old): self.counters[name] = old
        case .timer(let id, let old): self.setTimer(id, old)
        case .record(let key, let old): self.setRecord(key, old)
        case .object(let key, let old): self.setObject(key, old)
        case .declaration(let key, let old): self.declarations[key] = old
        case .person(let id, let old): self.persons[id] = old
        case .setting(let key, let old): self.setSetting(key, old)
        }
    }
}
