// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What people do with tasks, besides the actions that end them.
extension CaseEngine {
    /// Takes a task that is offered to the person. Taking what one holds already changes nothing.
    ///
    /// - Parameter revision: the revision the person saw; another one is refused with `CONFLICT`.
    @discardableResult
    public func takeWork(
        _ id: TaskID,
        revision: Int? = nil,
        by person: PersonView
    ) throws(EngineError) -> HumanTaskRecord {
        var work = try self.openWork(id, revision)
        guard !person.isSystem else { throw .refused(Self.noPerson) }
        if work.status == .taken {
            guard work.assignee == person.id else { throw .refused(.heldBy(work)) }
            return work
        }
        try self.checkFree(work)
        let claim = WorkClaim(of: person, to: work)
        if let refusal = claim.refusal { throw .refused(refusal) }
        try self.checkPresent(person.id)
        try self.give(&work, to: person.id, as: claim)
        return work
    }

    /// Gives a task back. Who got it by delegation returns it to the one who delegated it; else it is offered again.
    @discardableResult
    public func returnWork(
        _ id: TaskID,
        reason: String,
        revision: Int? = nil,
        by person: PersonView
    ) throws(EngineError) -> HumanTaskRecord {
        var work = try self.openWork(id, revision)
        try self.checkReason(reason)
        guard work.status == .taken, work.assignee == person.id || self.supervises(person, work.bureau) else {
            throw .refused(.notHolder(work))
        }
        let details: JSONObject = ["by": .string(person.id), "reason": .string(reason)]
        while let earlier = work.delegatedBy.popLast() {
            guard let record = self.directory.persons[earlier], record.active,
                WorkClaim(of: PersonView(record), to: work) == .own,
                self.directory.absence(of: earlier, at: self.engine.now) == nil
            else { continue }
            let from = work.assignee
            try self.give(&work, to: earlier, as: .own, details.merging(["from": from.map(JSON.string) ?? .null]))
            try self.tellHolder(work, "work.returned", "退回给您", "came back to you", by: person.id, reason)
            return work
        }
        try self.free(&work, reason: reason, details)
        return work
    }

    /// A head gives a task to a person, whether somebody holds it or not.
    @discardableResult
    public func assignWork(
        _ id: TaskID,
        to target: String,
        reason: String? = nil,
        revision: Int? = nil,
        by person: PersonView
    ) throws(EngineError) -> HumanTaskRecord {
        var work = try self.openWork(id, revision)
        try self.checkSupervisor(person, of: work)
        try self.checkReason(reason)
        if work.status == .taken, work.assignee == target { return work }
        if work.status != .taken { try self.checkFree(work) }
        let claim = try self.claim(of: target, to: work)
        let before = work.assignee
        work.delegatedBy = []
        work.assignedBy = person.id
        var details: JSONObject = ["by": .string(person.id)]
        if let reason { details["reason"] = .string(reason) }
        if let before { details["from"] = .string(before) }
        try self.give(&work, to: target, as: claim, details)
        try self.tellHolder(work, "work.assigned", "指派给您", "was given to you", by: person.id, reason)
        if let before {
            try self.notify(
                "work.reassigned",
                before,
                of: work,
                Bilingual(
                    "任务 \(work.task)(办件 \(work.caseNumber))已改派 \(target)。",
                    "Task \(work.task) of case \(work.caseNumber) was given to \(target)."
                )
            )
        }
        return work
    }

    /// The holder passes a task on and stays responsible: it comes back to him when it is returned.
    @discardableResult
    public func delegateWork(
        _ id: TaskID,
        to target: String,
        reason: String? = nil,
        revision: Int? = nil,
        by person: PersonView
    ) throws(EngineError) -> HumanTaskRecord {
        var work = try self.openWork(id, revision)
        try self.checkReason(reason)
        guard work.status == .taken, work.assignee == person.id else { throw .refused(.notHolder(work)) }
        guard target != person.id else { throw .refused(.notHolder(work)) }
        guard work.delegatedBy.count < Self.longestChain else {
            throw .refused(
                Refusal(
                    code: "LIMIT",
                    zh: "任务 \(id) 已转交 \(Self.longestChain) 次,请退回或由负责人改派。",
                    en: "task \(id) was passed on \(Self.longestChain) times; return it, or let a head assign it"
                )
            )
        }
        let claim = try self.claim(of: target, to: work)
        // Somebody in the chain gets it back; who came after him is left out.
        if let index = work.delegatedBy.firstIndex(of: target) {
            work.delegatedBy.removeSubrange(index...)
        } else {
            work.delegatedBy.append(person.id)
        }
        var details: JSONObject = ["from": .string(person.id), "delegated": true]
        if let reason { details["reason"] = .string(reason) }
        try self.give(&work, to: target, as: claim, details)
        try self.tellHolder(work, "work.delegated", "转交给您", "was passed to you", by: person.id, reason)
        return work
    }

    /// Reminds the holder, or those a task is offered to. A head may, and who delegated it.
    @discardableResult
    public func remindWork(
        _ id: TaskID,
        text: String? = nil,
        by person: PersonView
    ) throws(EngineError) -> HumanTaskRecord {
        var work = try self.openWork(id, nil)
        try self.checkReason(text)
        if !work.delegatedBy.contains(person.id) { try self.checkSupervisor(person, of: work) }
        try self.remind(&work, because: text ?? "", by: person.id)
        return work
    }

    // MARK: Parts

    /// How often a task can be passed on.
    private static let longestChain = 8

    private static let noPerson = Refusal(
        code: "NO_PERSON",
        zh: "须由具体人员办理,请用 --as 指明代表的人员。",
        en: "a person must do that: name the one you act for with --as"
    )

    func openWork(_ id: TaskID, _ revision: Int?) throws(EngineError) -> HumanTaskRecord {
        guard let work = try self.engine.humanTask(id) else {
            let task = try self.engine.task(id)
            throw .refused(
                Refusal(
                    code: "NOT_WORK",
                    zh: "任务 \(id)(队列 \(task.queue))由程序办理,不能由人领取。",
                    en: "task \(id) of queue \(task.queue) is for a program, not for people"
                )
            )
        }
        guard work.status.isOpen else { throw .refused(.workEnded(work)) }
        if let revision, revision != work.revision { throw .refused(.staleWork(work)) }
        return work
    }

    /// Whether a task that nobody holds can be given to somebody now.
    private func checkFree(_ work: HumanTaskRecord) throws(EngineError) {
        if work.status == .blocked { throw .refused(.workBlocked(work, work.reason)) }
        let queue = Engine.peopleQueue(of: work.bureau)
        if self.engine.queueRecord(queue)?.paused ?? false { throw .refused(.queuePaused(queue)) }
    }

    private func checkPresent(_ person: String) throws(EngineError) {
        if let absence = self.directory.absence(of: person, at: self.engine.now) {
            throw .refused(.absent(person, until: absence.to))
        }
    }

    private func checkSupervisor(_ person: PersonView, of work: HumanTaskRecord) throws(EngineError) {
        guard self.supervises(person, work.bureau) else {
            throw .refused(.notSupervisor(self.directory.supervisors(of: work.bureau)))
        }
        guard person.covers(work.area) else { throw .refused(.area(work.area ?? "", of: person.area ?? "")) }
    }

    private func checkReason(_ text: String?) throws(EngineError) {
        if let text, text.utf8.count > 2_000 { throw .tooLarge(field: "reason", limit: 2_000) }
    }

    /// By what right a person of the directory can be given a task.
    private func claim(of target: String, to work: HumanTaskRecord) throws(EngineError) -> WorkClaim {
        guard let record = self.directory.persons[target] else { throw .noSuchPerson(target) }
        guard record.active else {
            throw .refused(
                Refusal(code: "INACTIVE", zh: "人员 \(target) 已停用。", en: "person \(target) is not active")
            )
        }
        let claim = WorkClaim(of: PersonView(record), to: work)
        if let refusal = claim.refusal { throw .refused(refusal) }
        try self.checkPresent(target)
        return claim
    }

    func give(
        _ work: inout HumanTaskRecord,
        to person: String,
        as claim: WorkClaim,
        _ details: JSONObject = [:]
    ) throws(EngineError) {
        var details = details
        details["claimant"] = .string("person:\(person)")
        work.standIns = []
        if claim != .escalated { work.escalatedTo = [] }
        if case .standIn(let absent) = claim {
            work.substituteFor = absent
            details["for"] = .string(absent)
        } else {
            work.substituteFor = nil
        }
        work.status = .taken
        work.assignee = person
        work.takenAt = self.engine.now
        work.reason = nil
        try self.engine.holdWork(work.task, by: person, details)
        try self.keep(&work)
    }

    /// Takes a task from its holder; it is offered again.
    ///
    /// - Parameter absent: who gets it back on his return, if nobody has taken it by then.
    func free(
        _ work: inout HumanTaskRecord,
        reason: String,
        waitingFor absent: String? = nil,
        _ details: JSONObject
    ) throws(EngineError) {
        try self.engine.freeWork(work.task, details)
        work.status = try self.engine.task(work.task).state == .blocked ? .blocked : .offered
        work.assignee = nil
        work.takenAt = nil
        work.assignedBy = nil
        work.delegatedBy = []
        work.substituteFor = absent
        work.standIns = []
        work.escalatedTo = []
        work.reason = reason
        try self.keep(&work)
    }

    private func tellHolder(
        _ work: HumanTaskRecord,
        _ topic: String,
        _ zh: String,
        _ en: String,
        by person: String,
        _ reason: String?
    ) throws(EngineError) {
        guard let holder = work.assignee else { return }
        try self.notify(
            topic,
            holder,
            of: work,
            Bilingual(
                "任务 \(work.task)(办件 \(work.caseNumber))由 \(person) \(zh)\(reason.map { ":\($0)" } ?? "")。",
                "Task \(work.task) of case \(work.caseNumber) \(en) by \(person)\(reason.map { ": \($0)" } ?? "")."
            ),
            ["by": .string(person)]
        )
    }

    // MARK: Reminding

    private func remind(_ work: inout HumanTaskRecord, because text: String, by person: String) throws(EngineError) {
        work.reminders += 1
        try self.keep(&work)
        let due = work.due.map { " \($0)" } ?? ""
        let recipients =
            work.assignee.map { [$0] }
            ?? (work.standIns.map(\.person) + (work.escalatedTo + work.roles).map { "\(work.bureau):\($0)" })
        var seen: Set<String> = []
        for to in recipients where seen.insert(to).inserted {
            try self.notify(
                "work.reminder",
                to,
                of: work,
                Bilingual(
                    "请办理任务 \(work.task)(办件 \(work.caseNumber)),到期\(due.isEmpty ? "未定" : due)\(text.isEmpty ? "" : ":\(text)")。",
                    "Please see to task \(work.task) of case \(work.caseNumber), due\(due.isEmpty ? " at no set moment" : due)\(text.isEmpty ? "" : ": \(text)")."
                ),
                ["count": .integer(Int64(work.reminders)), "by": .string(person)]
            )
        }
    }

    /// A deadline has come to a rung at which the tasks it times are reminded of.
    func remindWork(at rung: DeadlineRun.Rung, of deadline: String, in inHand: inout CaseInHand) throws(EngineError) {
        guard let declaration = inHand.item.deadlines[deadline] else { return }
        let open = try self.work(in: &inHand)
        for (index, record) in open.enumerated() where record.status == .taken {
            guard
                declaration.isOfWholeCase
                    || inHand.item.statesAround[record.state]?.contains(declaration.state) ?? false,
                (inHand.item.humanTask(record.kind)?.reminders ?? HumanTaskDeclaration.commonReminders)
                    .contains(rung.rawValue)
            else { continue }
            var work = record
            try self.remind(&work, because: "due.\(rung.rawValue)", by: "system")
            inHand.work?[index] = work
        }
    }
}

extension JSONObject {
    func merging(_ other: JSONObject) -> JSONObject {
        var merged = self
        for member in other { merged[member.name] = member.value }
        return merged
    }
}
