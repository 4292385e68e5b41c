// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Reads see what the open transaction has written.
extension SQLiteStore {
    public func queues() throws(StoreError) -> [QueueRecord] {
        try self.connection.queues()
    }

    public func counts() throws(StoreError) -> [TaskCount] {
        try self.connection.counts()
    }

    public func highestTaskID() throws(StoreError) -> Int64 {
        try self.connection.highestTaskID()
    }

    public func task(_ id: TaskID) throws(StoreError) -> TaskRecord? {
        try self.connection.task(id)
    }

    public func task(queue: String, key: String) throws(StoreError) -> TaskRecord? {
        try self.connection.task(queue: queue, key: key)
    }

    public func readyTasks(queue: String, kind: String, after: ReadyPosition?, limit: Int) throws(StoreError)
        -> [ReadyPosition]
    {
        try self.connection.readyTasks(queue: queue, kind: kind, after: after, limit: limit)
    }

    public func nextScheduled() throws(StoreError) -> Instant? {
        try self.connection.nextScheduled()
    }

    public func scheduledTasks(due now: Instant, limit: Int) throws(StoreError) -> [TaskRecord] {
        try self.connection.scheduledTasks(due: now, limit: limit)
    }

    public func leasedTasks() throws(StoreError) -> [TaskRecord] {
        try self.connection.leasedTasks()
    }

    public func tasks(_ filter: TaskFilter, after: TaskID?, limit: Int) throws(StoreError) -> [TaskRecord] {
        try self.connection.tasks(filter, after: after, limit: limit)
    }

    public func finishedTasks(after: TaskID?, limit: Int) throws(StoreError) -> FinishedPage {
        try self.connection.finishedTasks(after: after, limit: limit)
    }

    public func humanTask(_ id: TaskID) throws(StoreError) -> HumanTaskRecord? {
        try self.connection.humanTask(id)
    }

    public func openHumanTasks(caseNumber: String) throws(StoreError) -> [HumanTaskRecord] {
        try self.connection.openHumanTasks(caseNumber: caseNumber)
    }

    public func openHumanTasks(bureau: String, after: WorkPosition?, limit: Int) throws(StoreError)
        -> [HumanTaskRecord]
    {
        try self.connection.openHumanTasks(bureau: bureau, after: after, limit: limit)
    }

    public func heldTasks(by person: String, after: WorkPosition?, limit: Int) throws(StoreError)
        -> [HumanTaskRecord]
    {
        try self.connection.heldTasks(by: person, after: after, limit: limit)
    }

    public func offeredTasks(
        to key: WorkOffer.Key,
        areaPrefix: String?,
        after: WorkPosition?,
        limit: Int
    ) throws(StoreError) -> [HumanTaskRecord] {
        try self.connection.offeredTasks(to: key, areaPrefix: areaPrefix, after: after, limit: limit)
    }

    public func lastEntry() throws(StoreError) -> JournalEntry? {
        try self.connection.lastEntry()
    }

    public func entries(after sequence: Int64, filter: JournalFilter, limit: Int) throws(StoreError) -> JournalPage {
        try self.connection.entries(after: sequence, filter: filter, limit: limit)
    }

    public func caseRecord(_ number: String) throws(StoreError) -> CaseRecord? {
        try self.connection.caseRecord(number)
    }

    public func openCase(bureau: String, item: String, key: String) throws(StoreError) -> CaseRecord? {
        try self.connection.openCase(bureau: bureau, item: item, key: key)
    }

    public func cases(_ filter: CaseFilter, after number: String?, limit: Int) throws(StoreError) -> [CaseRecord] {
        try self.connection.cases(filter, after: number, limit: limit)
    }

    public func counter(_ name: String) throws(StoreError) -> Int64 {
        try self.connection.counter(name)
    }

    public func timer(_ id: String) throws(StoreError) -> TimerRecord? {
        try self.connection.timer(id)
    }

    public func nextTimer() throws(StoreError) -> TimerRecord? {
        try self.connection.nextTimer()
    }

    public func timers(caseNumber: String) throws(StoreError) -> [TimerRecord] {
        try self.connection.timers(caseNumber: caseNumber)
    }

    public func timers(after position: TimerPosition?, limit: Int) throws(StoreError) -> [TimerRecord] {
        try self.connection.timers(after: position, limit: limit)
    }

    public func object(kind: String, id: String) throws(StoreError) -> ObjectRecord? {
        try self.connection.object(kind: kind, id: id)
    }

    public func objects(kind: String, after id: String?, limit: Int) throws(StoreError) -> [ObjectRecord] {
        try self.connection.objects(kind: kind, after: id, limit: limit)
    }

    public func objects(
        kind: String,
        key: String,
        from: String,
        to: String?,
        after: ObjectPosition?,
        limit: Int
    ) throws(StoreError) -> [ObjectRecord] {
        try self.connection.objects(kind: kind, key: key, from: from, to: to, after: after, limit: limit)
    }

    public func record(bureau: String, register: String, key: String) throws(StoreError) -> RegisterRecord? {
        try self.connection.record(bureau: bureau, register: register, key: key)
    }

    public func records(bureau: String, register: String, after key: String?, limit: Int) throws(StoreError)
        -> [RegisterRecord]
    {
        try self.connection.records(bureau: bureau, register: register, after: key, limit: limit)
    }

    public func recordCount(bureau: String, register: String) throws(StoreError) -> Int {
        try self.connection.recordCount(bureau: bureau, register: register)
    }

    public func declarations() throws(StoreError) -> [DeclarationRecord] {
        try self.connection.declarations()
    }

    public func persons() throws(StoreError) -> [PersonRecord] {
        try self.connection.persons()
    }

    public func settings(prefix: String) throws(StoreError) -> [Setting] {
        try self.connection.settings(prefix: prefix)
    }
}
