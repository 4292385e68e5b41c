// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryTables {
    /// Applies a change.
    ///
    /// - Parameter undo: What undoes it is appended here.
    /// - Throws: ``StoreError/Code/misuse`` for a change that cannot be; nothing is changed then.
    mutating func apply(_ change: Change, undo: inout [MemoryUndo]) throws(StoreError) {
        switch change {
        case .insertTask(let task): try self.insert(task, undo: &undo)
        case .updateTask(let task): try self.update(task, undo: &undo)
        case .removeTask(let id):
            undo.append(.task(id, self.tasks[id]))
            self.setTask(id, nil)
            if let old = self.humanTasks[id] {
                undo.append(.humanTask(id, old))
                self.setHumanTask(id, nil)
            }
        case .putHumanTask(let record):
            undo.append(.humanTask(record.task, self.humanTasks[record.task]))
            self.setHumanTask(record.task, record)
        case .putQueue(let queue):
            let name = UTF8Key(queue.name)
            undo.append(.queue(name, self.queues[name]))
            self.queues[name] = queue
        case .putCounts(let counts):
            for count in counts {
                let group = TaskGroup(queue: UTF8Key(count.queue), kind: UTF8Key(count.kind))
                let key = CountKey(group: group, state: count.state)
                undo.append(.count(key, self.counts[key]))
                self.counts[key] = count.count == 0 ? nil : count.count
            }
        case .appendEntry(let entry):
            let expected = (self.journal.last?.sequence ?? 0) + 1
            guard entry.sequence == expected else {
                throw StoreError.wrongSequence(entry.sequence, expected: expected)
            }
            undo.append(.entry)
            self.append(entry)
        case .putCase(let record): try self.put(record, undo: &undo)
        case .putCounter(let name, let value):
            let name = UTF8Key(name)
            undo.append(.counter(name, self.counters[name]))
            self.counters[name] = value
        case .putTimer(let timer): self.change(timer: UTF8Key(timer.id), to: timer, undo: &undo)
        case .removeTimer(let id): self.change(timer: UTF8Key(id), to: nil, undo: &undo)
        case .putRecord(let record):
            let key = Self.recordKey(record.bureau, record.register, record.key)
            undo.append(.record(key, self.records[key]))
            self.setRecord(key, record)
        case .removeRecord(let bureau, let register, let key):
            let key = Self.recordKey(bureau, register, key)
            undo.append(.record(key, self.records[key]))
            self.setRecord(key, nil)
        case .putObject(let record):
            self.change(object: Self.objectKey(record.kind, record.id), to: record, undo: &undo)
        case .removeObject(let kind, let id): self.change(object: Self.objectKey(kind, id), to: nil, undo: &undo)
        case .putDeclaration(let declaration):
            let key = DeclarationKey(bureau: UTF8Key(declaration.bureau), version: declaration.version)
            undo.append(.declaration(key, self.declarations[key]))
            self.declarations[key] = declaration
        case .putPerson(let person): self.change(person: UTF8Key(person.id), to: person, undo: &undo)
        case .removePerson(let id): self.change(person: UTF8Key(id), to: nil, undo: &undo)
        case .putSetting(let setting): self.change(setting: UTF8Key(setting.key), to: setting, undo: &undo)
        case .removeSetting(let key): self.change(setting: UTF8Key(key), to: nil, undo: &undo)
        }
    }

    private mutating func insert(_ task: TaskRecord, undo: inout [MemoryUndo]) throws(StoreError) {
        guard self.tasks[task.id] == nil else { throw StoreError.taskExists(task.id) }
        if let key = task.key,
            let other = self.taskKeys[TaskKey(queue: UTF8Key(task.queue), key: UTF8Key(key))]
        {
            throw StoreError.taskKeyTaken(queue: task.queue, key: key, by: other)
        }
        guard task.state != .scheduled || task.notBefore != nil else {
            throw StoreError.scheduledWithoutMoment(task.id)
        }
        undo.append(.task(task.id, nil))
        self.setTask(task.id, task)
        if task.id.number > self.highestTask {
            undo.append(.highestTask(self.highestTask))
            self.highestTask = task.id.number
        }
    }

    private mutating func update(_ task: TaskRecord, undo: inout [MemoryUndo]) throws(StoreError) {
        guard let old = self.tasks[task.id] else { throw StoreError.noSuchTask(task.id) }
        guard task.state != .scheduled || task.notBefore != nil else {
            throw StoreError.scheduledWithoutMoment(task.id)
        }
        var new = task
        new.queue = old.queue
        new.kind = old.kind
        new.key = old.key
        new.payload = old.payload
        new.contentHash = old.contentHash
        new.created = old.created
        new.caseNumber = old.caseNumber
        undo.append(.task(task.id, old))
        self.setTask(task.id, new)
    }

    private mutating func put(_ record: CaseRecord, undo: inout [MemoryUndo]) throws(StoreError) {
        let number = UTF8Key(record.number)
        if let key = Self.openKey(of: record), let other = self.openCases[key], other != number {
            throw StoreError.openCaseExists(record, other: other.text)
        }
        undo.append(.caseRecord(number, self.cases[number]))
        self.setCase(number, record)
    }

    private mutating func change(timer id: UTF8Key, to timer: TimerRecord?, undo: inout [MemoryUndo]) {
        undo.append(.timer(id, self.timers[id]))
        self.setTimer(id, timer)
    }

    private mutating func change(object key: ObjectKey, to record: ObjectRecord?, undo: inout [MemoryUndo]) {
        undo.append(.object(key, self.objects[key]))
        self.setObject(key, record)
    }

    private mutating func change(person id: UTF8Key, to person: PersonRecord?, undo: inout [MemoryUndo]) {
        undo.append(.person(id, self.persons[id]))
        self.persons[id] = person
    }

    private mutating func change(setting key: UTF8Key, to setting: Setting?, undo: inout [MemoryUndo]) {
        undo.append(.setting(key, self.settings[key]))
        self.setSetting(key, setting)
    }

    static func recordKey(_ bureau: String, _ register: String, _ key: String) -> RecordKey {
        let register = RegisterKey(bureau: UTF8Key(bureau), register: UTF8Key(register))
        return RecordKey(register: register, key: UTF8Key(key))
    }
}
