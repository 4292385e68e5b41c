// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The tasks for people, as the queue sees them: each is in the queue `BUREAU.people`, leased to `person:ID` while
/// somebody holds it.
extension Engine {
    /// Whether a queue holds tasks for people, which persons take by name.
    public static func isForPeople(_ queue: String) -> Bool { queue.hasSuffix(".people") }

    static func peopleQueue(of bureau: String) -> String { "\(bureau).people" }

    /// For how long a person's lease is given: a hundred years, since it does not lapse.
    private static let personLease: Int64 = 3_155_760_000_000

    /// The plain verbs of the queue do not touch tasks for people: who may have one depends on its case.
    func refusePeople(_ queue: String) throws(EngineError) {
        guard Self.isForPeople(queue) else { return }
        throw .refused(
            Refusal(
                code: "PEOPLE_QUEUE",
                zh: "队列 \(queue) 是人工任务:用 task take 领取、task return 退回;办件的动作完成任务。",
                en:
                    "queue \(queue) holds tasks for people: task take and task return take and give back one, and the case's action ends it"
            )
        )
    }

    /// Whoever withdraws tasks by hand leaves those of people alone: their case would wait for nobody.
    public func refuseWork(_ ids: [TaskID]) throws(EngineError) {
        for id in ids {
            if let task = try self.guardedRead({ () throws(StoreError) in try self.store.task(id) }) {
                try self.refusePeople(task.queue)
            }
        }
    }

    public func refuseWork(queue: String?) throws(EngineError) {
        if let queue { try self.refusePeople(queue) }
    }

    /// Puts a task for people into the queue, which is made when it is missing.
    func offerWork(kind: String, bureau: String, caseNumber: String, priority: Int) throws(EngineError) -> TaskID {
        let queue = Self.peopleQueue(of: bureau)
        if self.queueRecord(queue) == nil { _ = try self.configure(QueueRecord(name: queue)) }
        let new = NewTask(queue: queue, kind: kind, priority: priority, caseNumber: caseNumber)
        return try self.accept([new])[0]
    }

    /// Leases a task to a person, whoever holds it now.
    func holdWork(_ id: TaskID, by person: String, _ details: JSONObject) throws(EngineError) {
        var task = try self.task(id)
        let before = task.state
        guard before == .ready || before == .leased else { throw self.broken("task \(id) is not open to be held") }
        task.state = .leased
        task.claims += 1
        task.claimant = "person:\(person)"
        task.leaseMilliseconds = Self.personLease
        task.leaseExpires = self.now.adding(milliseconds: Self.personLease)
        try self.move(task, from: before)
        try self.tellWork("task.claimed", task, details)
    }

    /// Takes a task from the person who holds it; it waits to be taken again.
    func freeWork(_ id: TaskID, _ details: JSONObject) throws(EngineError) {
        var task = try self.task(id)
        guard task.state == .leased else { throw self.broken("task \(id) is not held") }
        self.clearLease(&task)
        self.rest(&task)
        try self.move(task, from: .leased)
        try self.tellWork("task.released", task, details)
    }

    /// Ends a task by what a person did.
    func finishWork(_ id: TaskID, output: JSONObject) throws(EngineError) {
        var task = try self.task(id)
        guard !task.state.isFinal else { return }
        let before = task.state
        self.clearLease(&task)
        task.state = .done
        task.output = RawJSON(.object(output))
        task.finished = self.now
        task.reason = nil
        try self.move(task, from: before)
        try self.tellWork("task.completed", task, output)
    }

    func tellWork(_ kind: String, _ task: TaskRecord, _ details: JSONObject) throws(EngineError) {
        try self.tell(kind, [task]) { writer, task in
            writer.member("kind", task.kind)
            for member in details {
                writer.name(dynamic: member.name)
                member.value.write(to: &writer)
            }
        }
    }

    /// Lets what is kept for people follow a task that was held back, let go on or cancelled by a plain verb.
    func followWork(_ task: TaskRecord) throws(EngineError) {
        guard Self.isForPeople(task.queue), var work = try self.humanTask(task.id) else { return }
        switch task.state {
        case .blocked: work.status = .blocked
        case .ready, .scheduled: work.status = .offered
        case .cancelled, .failed:
            work.status = .withdrawn
            work.endedAt = self.now
        case .leased, .done: return
        }
        work.reason = task.reason
        work.revision += 1
        try self.write(.putHumanTask(work))
    }

    func humanTask(_ id: TaskID) throws(EngineError) -> HumanTaskRecord? {
        try self.guardedRead { () throws(StoreError) in try self.store.humanTask(id) }
    }

    /// Why a task for people is not done; `nil` for other tasks, and where the reason is one that all tasks have.
    func whyWork(_ task: TaskRecord) throws(EngineError) -> WaitingCause? {
        guard Self.isForPeople(task.queue), let work = try self.humanTask(task.id) else { return nil }
        switch task.state {
        case .leased: return .held(work)
        case .ready: return self.queueRecord(task.queue)?.paused == true ? nil : .untaken(work)
        case .scheduled, .blocked, .done, .failed, .cancelled: return nil
        }
    }
}

extension HumanTaskRecord {
    /// That it waits for somebody, and for whom.
    public var untakenSentence: Bilingual {
        let roles = self.roles.joined(separator: "、")
        let area = self.area
        if let waits = self.substituteFor, self.standIns.isEmpty, self.escalatedTo.isEmpty {
            return Bilingual(
                "等待角色 \(roles)\(area.map { "(区域 \($0))" } ?? "")的人员领取;\(waits) 返岗后仍未领取的归还本人。",
                "It waits for a person with role \(self.roles.joined(separator: " or "))\(area.map { " in area \($0)" } ?? "") to take it; \(waits) gets it back on return if nobody does."
            )
        }
        if !self.standIns.isEmpty {
            let zh = self.standIns.map { "\($0.person)(代 \($0.absent))" }.joined(separator: "、")
            let en = self.standIns.map { "\($0.person) (for \($0.absent))" }.joined(separator: ", ")
            return Bilingual(
                "可办理的人员都不在岗,等待替代人领取:\(zh)。",
                "Everybody it is for is absent; it waits for a substitute to take it: \(en)."
            )
        }
        if !self.escalatedTo.isEmpty {
            return Bilingual(
                "没有在岗人员可办理,已提交 \(self.escalatedTo.joined(separator: "、")) 领取或指派。",
                "Nobody it is for is present; it waits for \(self.escalatedTo.joined(separator: " or ")) to take or assign it."
            )
        }
        return Bilingual(
            "等待角色 \(roles)\(area.map { "(区域 \($0))" } ?? "")的人员领取。",
            "It waits for a person with role \(self.roles.joined(separator: " or "))\(area.map { " in area \($0)" } ?? "") to take it."
        )
    }

    /// Who holds it, and what ends it.
    public var heldSentence: Bilingual {
        let holder = self.assignee ?? "?"
        let absent = self.substituteFor
        return Bilingual(
            "由 \(holder)\(absent.map { "(代 \($0))" } ?? "")办理中;办件动作完成任务,或由本人退回、负责人改派。",
            "\(holder)\(absent.map { " (for \($0))" } ?? "") holds it; an action in its case ends it, or it is returned, or a head assigns it to somebody else."
        )
    }
}
