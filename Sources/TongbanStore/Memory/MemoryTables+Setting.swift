// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Each puts a row in, replaces it or takes it away, and keeps every order of it.
extension MemoryTables {
    mutating func setTask(_ id: TaskID, _ new: TaskRecord?) {
        if let old = self.tasks.removeValue(forKey: id) { self.unlink(old, isReplaced: new != nil) }
        guard let new else { return }
        self.tasks[id] = new
        switch new.state {
        case .ready:
            self.ready[Self.group(of: new), default: SortedList()].insert(Self.position(of: new))
        case .scheduled:
            if let due = new.notBefore { self.scheduled.insert(Moment(due: due, id: id)) }
        case .leased:
            self.leased.insert(id)
        case .blocked, .done, .failed, .cancelled:
            break
        }
        self.taskIDs.insert(id)
        if let key = new.key { self.taskKeys[TaskKey(queue: UTF8Key(new.queue), key: UTF8Key(key))] = id }
        if let number = new.caseNumber { self.tasksOfCase[UTF8Key(number), default: SortedList()].insert(id) }
    }

    private mutating func unlink(_ old: TaskRecord, isReplaced: Bool) {
        switch old.state {
        case .ready:
            let group = Self.group(of: old)
            self.ready[group]?.remove(Self.position(of: old))
            if self.ready[group]?.isEmpty == true { self.ready[group] = nil }
        case .scheduled:
            if let due = old.notBefore { self.scheduled.remove(Moment(due: due, id: old.id)) }
        case .leased:
            self.leased.remove(old.id)
        case .blocked, .done, .failed, .cancelled:
            break
        }
        // What else it is found by never changes.
        if isReplaced { return }
        self.taskIDs.remove(old.id)
        if let key = old.key { self.taskKeys[TaskKey(queue: UTF8Key(old.queue), key: UTF8Key(key))] = nil }
        if let number = old.caseNumber {
            let number = UTF8Key(number)
            self.tasksOfCase[number]?.remove(old.id)
            if self.tasksOfCase[number]?.isEmpty == true { self.tasksOfCase[number] = nil }
        }
    }

    mutating func append(_ entry: JournalEntry) {
        self.journal.append(entry)
        if let number = entry.caseNumber { self.entriesOfCase[UTF8Key(number), default: []].append(entry.sequence) }
    }

    mutating func removeLastEntry() {
        let entry = self.journal.removeLast()
        guard let number = entry.caseNumber.map(UTF8Key.init) else { return }
        self.entriesOfCase[number]?.removeLast()
        if self.entriesOfCase[number]?.isEmpty == true { self.entriesOfCase[number] = nil }
    }

    mutating func setCase(_ number: UTF8Key, _ new: CaseRecord?) {
        if let old = self.cases.removeValue(forKey: number), let key = Self.openKey(of: old) {
            self.openCases[key] = nil
        }
        guard let new else {
            self.caseNumbers.remove(number)
            return
        }
        self.cases[number] = new
        self.caseNumbers.insert(number)
        if let key = Self.openKey(of: new) { self.openCases[key] = number }
    }

    mutating func setTimer(_ id: UTF8Key, _ new: TimerRecord?) {
        if let old = self.timers.removeValue(forKey: id) {
            let moment = Moment(due: old.due, id: id)
            self.timerOrder.remove(moment)
            if let number = old.caseNumber.map(UTF8Key.init) {
                self.timersOfCase[number]?.remove(moment)
                if self.timersOfCase[number]?.isEmpty == true { self.timersOfCase[number] = nil }
            }
        }
        guard let new else { return }
        let moment = Moment(due: new.due, id: id)
        self.timers[id] = new
        self.timerOrder.insert(moment)
        if let number = new.caseNumber { self.timersOfCase[UTF8Key(number), default: SortedList()].insert(moment) }
    }

    mutating func setRecord(_ key: RecordKey, _ new: RegisterRecord?) {
        let old = self.records.removeValue(forKey: key)
        if let new {
            self.records[key] = new
            if old == nil {
                self.recordKeys[key.register, default: SortedList()].insert(key.key)
                self.recordCounts[key.register, default: 0] += 1
            }
        } else if old != nil {
            self.recordKeys[key.register]?.remove(key.key)
            self.recordCounts[key.register, default: 0] -= 1
            if self.recordKeys[key.register]?.isEmpty == true {
                self.recordKeys[key.register] = nil
                self.recordCounts[key.register] = nil
            }
        }
    }

    mutating func setSetting(_ key: UTF8Key, _ new: Setting?) {
        self.settings[key] = new
        if new == nil { self.settingKeys.remove(key) } else { self.settingKeys.insert(key) }
    }

    static func group(of task: TaskRecord) -> TaskGroup {
        TaskGroup(queue: UTF8Key(task.queue), kind: UTF8Key(task.kind))
    }

    static func position(of task: TaskRecord) -> ReadyPosition {
        ReadyPosition(priority: task.priority, id: task.id)
    }

    static func openKey(of record: CaseRecord) -> OpenKey? {
        guard record.isOpen, let key = record.key else { return nil }
        return OpenKey(bureau: UTF8Key(record.bureau), item: UTF8Key(record.item), key: UTF8Key(key))
    }
}
