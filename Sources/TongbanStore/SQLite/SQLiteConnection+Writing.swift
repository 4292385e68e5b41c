// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

extension SQLiteConnection {
    /// Writes everything but journal entries, whose numbers the store watches.
    func write(_ change: Change) throws(StoreError) {
        switch change {
        case .insertTask(let task): try self.insert(task)
        case .updateTask(let task): try self.update(task)
        case .removeTask(let id):
            try self.run(.rememberHighestTask) { $0.bind(id.number) }
            try self.run(.removeTask) { $0.bind(id.number) }
            try self.run(.removeHumanTask) { $0.bind(id.number) }
            try self.run(.removeOffers) { $0.bind(id.number) }
        case .putHumanTask(let record): try self.put(record)
        case .putQueue(let queue): try self.put(queue)
        case .putCounts(let counts): for count in counts { try self.put(count) }
        case .appendEntry(let entry): try self.append(entry)
        case .putCase(let record): try self.put(record)
        case .putCounter(let name, let value):
            try self.run(.putCounter) {
                $0.bind(name)
                $0.bind(value)
            }
        case .putTimer(let timer):
            try self.run(.putTimer) {
                $0.bind(timer.id)
                $0.bind(timer.due)
                $0.bind(timer.caseNumber)
                $0.bind(timer.body)
            }
        case .removeTimer(let id): try self.run(.removeTimer) { $0.bind(id) }
        case .putRecord(let record): try self.put(record)
        case .removeRecord(let bureau, let register, let key):
            try self.run(.removeRecord) {
                $0.bind(bureau)
                $0.bind(register)
                $0.bind(key)
            }
            if self.changedRows == 1 { try self.count(-1, bureau: bureau, register: register) }
        case .putObject(let record): try self.put(record)
        case .removeObject(let kind, let id): try self.removeObject(kind: kind, id: id)
        case .putDeclaration(let declaration):
            try self.run(.putDeclaration) {
                $0.bind(declaration.bureau)
                $0.bind(declaration.version)
                $0.bind(declaration.registered)
                $0.bind(declaration.body)
            }
        case .putPerson(let person): try self.put(person)
        case .removePerson(let id): try self.run(.removePerson) { $0.bind(id) }
        case .putSetting(let setting):
            try self.run(.putSetting) {
                $0.bind(setting.key)
                $0.bind(setting.value)
            }
        case .removeSetting(let key): try self.run(.removeSetting) { $0.bind(key) }
        }
    }

    func run(_ query: SQLiteQuery, _ bind: (SQLiteStatement) -> Void) throws(StoreError) {
        let statement = try self.statement(query)
        bind(statement)
        try statement.run()
    }

    private func insert(_ task: TaskRecord) throws(StoreError) {
        guard task.state != .scheduled || task.notBefore != nil else {
            throw StoreError.scheduledWithoutMoment(task.id)
        }
        do throws(StoreError) {
            try self.run(.insertTask) {
                $0.bind(task.id.number)
                $0.bind(task.queue)
                $0.bind(task.kind)
                $0.bind(task.state.number)
                $0.bind(task.priority)
                $0.bind(task.attempt)
                $0.bind(task.maxAttempts)
                $0.bind(task.claims)
                $0.bind(task.kills)
                $0.bind(task.created)
                $0.bind(task.notBefore)
                $0.bind(task.deadline)
                $0.bind(task.finished)
                $0.bind(task.leaseExpires)
                $0.bind(task.leaseMilliseconds)
                $0.bind(task.claimant)
                $0.bind(task.caseNumber)
                $0.bind(task.key)
                $0.bind(blob: task.contentHash)
                $0.bind(task.reason)
                $0.bind(errors: task.errors)
                $0.bind(task.payload)
                $0.bind(task.output)
            }
        } catch {
            guard error.code == .misuse else { throw error }
            // The failed statement changed nothing; what it met can be read.
            if try self.task(task.id) != nil { throw StoreError.taskExists(task.id) }
            guard let key = task.key, let other = try self.task(queue: task.queue, key: key) else { throw error }
            throw StoreError.taskKeyTaken(queue: task.queue, key: key, by: other.id)
        }
    }

    private func update(_ task: TaskRecord) throws(StoreError) {
        guard task.state != .scheduled || task.notBefore != nil else {
            throw StoreError.scheduledWithoutMoment(task.id)
        }
        try self.run(.updateTask) {
            $0.bind(task.state.number)
            $0.bind(task.priority)
            $0.bind(task.attempt)
            $0.bind(task.maxAttempts)
            $0.bind(task.claims)
            $0.bind(task.kills)
            $0.bind(task.notBefore)
            $0.bind(task.deadline)
            $0.bind(task.finished)
            $0.bind(task.leaseExpires)
            $0.bind(task.leaseMilliseconds)
            $0.bind(task.claimant)
            $0.bind(task.reason)
            $0.bind(errors: task.errors)
            $0.bind(task.output)
            $0.bind(task.id.number)
        }
        guard self.changedRows == 1 else { throw StoreError.noSuchTask(task.id) }
    }

    private func append(_ entry: JournalEntry) throws(StoreError) {
        try self.run(.appendEntry) {
            $0.bind(entry.sequence)
            $0.bind(entry.at)
            $0.bind(entry.kind)
            $0.bind(entry.bureau)
            $0.bind(entry.caseNumber)
            $0.bind(entry.actor?.id)
            $0.bind(entry.actor?.uid.map(Int64.init))
            $0.bind(entry.actor?.pid.map(Int64.init))
            $0.bind(entry.data)
            $0.bind(blob: entry.hash)
            $0.bind(blob: entry.previousHash)
        }
    }

    private func put(_ queue: QueueRecord) throws(StoreError) {
        try self.run(.putQueue) {
            $0.bind(queue.name)
            $0.bind(queue.paused)
            $0.bind(queue.draining)
            $0.bind(queue.concurrency)
            $0.bind(queue.rate?.count)
            $0.bind(queue.rate?.milliseconds)
            $0.bind(StoredPolicy.json(queue.retry))
            $0.bind(StoredPolicy.json(queue.kinds))
        }
    }

    private func put(_ count: TaskCount) throws(StoreError) {
        try self.run(count.count == 0 ? .removeCount : .putCount) {
            $0.bind(count.queue)
            $0.bind(count.kind)
            $0.bind(count.state.number)
            if count.count != 0 { $0.bind(count.count) }
        }
    }

    private func put(_ record: CaseRecord) throws(StoreError) {
        do throws(StoreError) {
            try self.run(.putCase) {
                $0.bind(record.number)
                $0.bind(record.bureau)
                $0.bind(record.item)
                $0.bind(record.declaration)
                $0.bind(record.revision)
                $0.bind(record.state)
                $0.bind(record.isOpen)
                $0.bind(record.key)
                $0.bind(record.area)
                $0.bind(record.subject)
                $0.bind(record.parent)
                $0.bind(record.opened)
                $0.bind(record.updated)
                $0.bind(record.closed)
                $0.bind(record.due)
                $0.bind(record.body)
            }
        } catch {
            guard error.code == .misuse, let key = record.key,
                let other = try self.openCase(bureau: record.bureau, item: record.item, key: key)
            else { throw error }
            throw StoreError.openCaseExists(record, other: other.number)
        }
    }

    private func put(_ record: RegisterRecord) throws(StoreError) {
        func bind(_ statement: SQLiteStatement) {
            statement.bind(record.revision)
            statement.bind(record.updated)
            statement.bind(record.data)
            statement.bind(record.bureau)
            statement.bind(record.register)
            statement.bind(record.key)
        }
        try self.run(.updateRecord, bind)
        if self.changedRows == 1 { return }
        try self.run(.insertRecord, bind)
        try self.count(1, bureau: record.bureau, register: record.register)
    }

    private func count(_ change: Int64, bureau: String, register: String) throws(StoreError) {
        try self.run(.countRecord) {
            $0.bind(bureau)
            $0.bind(register)
            $0.bind(change)
        }
    }

    private func put(_ person: PersonRecord) throws(StoreError) {
        try self.run(.putPerson) {
            $0.bind(person.id)
            $0.bind(person.name)
            $0.bind(person.uid.map(Int64.init))
            $0.bind(RawJSON(encoding: person.roles))
            $0.bind(person.area)
            $0.bind(person.active)
        }
    }
}

extension SQLiteStatement {
    /// Most tasks have none, and then nothing is stored.
    fileprivate func bind(errors: [String]) {
        if errors.isEmpty { self.bindNull() } else { self.bind(RawJSON(encoding: errors)) }
    }
}
