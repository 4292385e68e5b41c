// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The tasks for people of a case: there while their state is active, ended in the transaction that leaves it.
extension CaseEngine {
    /// The open tasks for people of the case in hand, read once.
    func work(in inHand: inout CaseInHand) throws(EngineError) -> [HumanTaskRecord] {
        if let work = inHand.work { return work }
        guard !inHand.item.humanTasks.isEmpty, !inHand.isNew else {
            inHand.work = []
            return []
        }
        let number = inHand.record.number
        let work = try self.store { store throws(StoreError) in try store.openHumanTasks(caseNumber: number) }
        inHand.work = work
        return work
    }

    /// Ends the tasks of states that were left: done when a person they are for did it, else withdrawn.
    func endWork(of states: [String], in inHand: inout CaseInHand) throws(EngineError) {
        guard states.contains(where: { inHand.item.humanTasksByState[$0] != nil }) else { return }
        for work in try self.work(in: &inHand) where states.contains(work.state) {
            if let acting = inHand.acting {
                try self.end(work, by: acting, in: inHand)
            } else {
                try self.withdraw(work, because: inHand.cause.map { "event \($0)" } ?? "the case moved on")
            }
            inHand.work?.removeAll { $0.task == work.task }
        }
    }

    private func end(
        _ work: HumanTaskRecord,
        by acting: CaseInHand.Acting,
        in inHand: CaseInHand
    ) throws(EngineError) {
        let person = acting.person
        let holds = work.status == .taken && work.assignee == person.id
        let isConcerned = person.isSystem || holds || person.holdsOne(of: work.roles, in: work.bureau)
        guard isConcerned else {
            return try self.withdraw(work, because: "action \(acting.action) by \(person.id)")
        }
        guard !work.excluded.contains(person.id) else { throw .refused(.workFourEyes(work, person.id)) }
        var output: JSONObject = ["action": .string(acting.action), "by": .string(person.id)]
        if let absent = work.substituteFor, holds { output["for"] = .string(absent) }
        if work.status == .taken, !holds {
            let isResponsible = work.delegatedBy.contains(person.id)
            guard isResponsible || self.supervises(person, work.bureau) else { throw .refused(.heldBy(work)) }
            output["heldBy"] = work.assignee.map(JSON.string)
            output["override"] = isResponsible ? nil : true
        } else if !holds, !person.isSystem, inHand.item.humanTask(work.kind)?.mustHold ?? false {
            throw .refused(.mustHold(work))
        } else if !holds, case .standIn(let absent) = WorkClaim(of: acting.asked, to: work) {
            output["for"] = .string(absent)
        }
        try self.engine.finishWork(work.task, output: output)
        var ended = work
        ended.status = .done
        ended.substituteFor = output["for"]?.stringValue
        ended.assignee = person.id
        ended.takenAt = work.takenAt ?? self.engine.now
        ended.endedAt = self.engine.now
        try self.keep(&ended)
    }

    func withdraw(_ work: HumanTaskRecord, because reason: String) throws(EngineError) {
        _ = try self.engine.cancel([work.task], reason: reason)
    }

    /// Brings the tasks for people into step with the case: one for each declared in an active state, with the due
    /// moment, the persons left out and those who stand in as they are now.
    func reconcileWork(_ inHand: inout CaseInHand) throws(EngineError) {
        guard !inHand.item.humanTasks.isEmpty else { return }
        // Read anew: a suspension that began or ended in this call has changed them.
        inHand.work = nil
        var open = try self.work(in: &inHand)
        let active = inHand.record.isOpen ? inHand.configuration : []
        for work in open where !active.contains(work.state) {
            try self.withdraw(work, because: inHand.record.isOpen ? "the case moved on" : "the case is closed")
        }
        open.removeAll { !active.contains($0.state) }
        for index in open.indices {
            var work = open[index]
            self.refresh(&work, in: inHand)
            try self.attend(&work)
            if work != open[index] {
                work.revision += 1
                try self.engine.write(.putHumanTask(work))
            }
            if let absence = self.directory.absence(of: work.assignee, at: self.engine.now), work.status == .taken {
                try self.handOn(&work, in: absence)
            }
            open[index] = work
        }
        for declaration in inHand.item.humanTasks where active.contains(declaration.state) {
            guard !open.contains(where: { $0.kind == declaration.id }) else { continue }
            open.append(try self.offer(declaration, in: inHand))
        }
        inHand.work = open
    }

    /// Offers the tasks of cases that were opened before there were tasks for people.
    func offerMissingWork(of bureau: String) throws(EngineError) {
        guard self.engine.queueRecord(Engine.peopleQueue(of: bureau)) == nil else { return }
        let filter = CaseFilter(bureau: bureau, isOpen: true)
        var after: String?
        while true {
            let page = try self.cases(filter, after: after, limit: 200)
            for record in page {
                var inHand = try self.inHand(record)
                try self.reconcileWork(&inHand)
            }
            guard page.count == 200 else { return }
            after = page.last?.number
        }
    }

    private func offer(
        _ declaration: HumanTaskDeclaration,
        in inHand: CaseInHand
    ) throws(EngineError) -> HumanTaskRecord {
        let record = inHand.record
        let task = try self.engine.offerWork(
            kind: declaration.id,
            bureau: record.bureau,
            caseNumber: record.number,
            priority: declaration.priority ?? 0
        )
        var work = HumanTaskRecord(
            task: task,
            bureau: record.bureau,
            caseNumber: record.number,
            kind: declaration.id,
            state: declaration.state,
            revision: 0,
            status: try self.engine.task(task).state == .blocked ? .blocked : .offered,
            roles: declaration.roles,
            offeredAt: self.engine.now
        )
        if work.status == .blocked { work.reason = self.engine.suspension(record.number) }
        self.refresh(&work, in: inHand)
        try self.keep(&work)
        return work
    }

    /// What of a task follows from its case.
    private func refresh(_ work: inout HumanTaskRecord, in inHand: CaseInHand) {
        guard let declaration = inHand.item.humanTask(work.kind) else { return }
        let around = inHand.item.statesAround[work.state] ?? [work.state]
        // One that is breached is still what the task is due by.
        let running = inHand.body.deadlines.filter { $0.isActive && ($0.state == .running || $0.state == .breached) }
        let own = running.filter { around.contains(inHand.item.deadlines[$0.id]?.state ?? "") }
        work.due = own.compactMap(\.due).min() ?? running.compactMap(\.due).min()
        work.roles = declaration.roles
        work.area = declaration.anywhere ?? false ? nil : inHand.record.area
        let forbidden = declaration.notBy ?? []
        if !forbidden.isEmpty {
            work.excluded = Set(inHand.body.acts.filter { forbidden.contains($0.action) }.map(\.actor)).sorted()
        }
    }

    /// Writes a task that was changed, with whom it is offered to in place of those who are absent.
    func keep(_ work: inout HumanTaskRecord) throws(EngineError) {
        try self.attend(&work)
        work.revision += 1
        try self.engine.write(.putHumanTask(work))
    }

    /// Tells somebody of a task: a person, or everybody with a role.
    func notify(
        _ topic: String,
        _ to: String,
        of work: HumanTaskRecord,
        _ text: Bilingual,
        _ more: JSONObject = [:]
    ) throws(EngineError) {
        try self.engine.record("notify.\(topic)", bureau: work.bureau, caseNumber: work.caseNumber) { writer in
            writer.beginObject()
            writer.member("to", to)
            writer.member("zh", text.zh)
            writer.member("en", text.en)
            writer.member("task", work.task.description)
            for member in more {
                writer.name(dynamic: member.name)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
        try self.messages.tell(topic, to, text, of: work.bureau, caseNumber: work.caseNumber)
    }

    func supervises(_ person: PersonView, _ bureau: String) -> Bool {
        person.isSystem || person.holdsOne(of: self.directory.supervisors(of: bureau), in: bureau)
    }
}
