// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Who is there for a task that waits: absence never leaves it with nobody.
extension CaseEngine {
    /// Finds out whether anybody a task is for is present. When all are away, those who substitute for them are offered
    /// it; without any, the bureau's heads are, and they are told.
    func attend(_ work: inout HumanTaskRecord) throws(EngineError) {
        guard work.status == .offered else { return }
        let before = work
        let cover = self.cover(of: work)
        work.standIns = cover.standIns
        work.escalatedTo = cover.escalatedTo
        for standIn in work.standIns where !before.standIns.contains(standIn) {
            try self.notify(
                "work.standin",
                standIn.person,
                of: work,
                Bilingual(
                    "任务 \(work.task)(办件 \(work.caseNumber))请您代 \(standIn.absent) 领取。",
                    "Task \(work.task) of case \(work.caseNumber) is offered to you for \(standIn.absent)."
                ),
                ["for": .string(standIn.absent)]
            )
        }
        guard !work.escalatedTo.isEmpty, before.escalatedTo.isEmpty else { return }
        try self.engine.record("task.unattended", bureau: work.bureau, caseNumber: work.caseNumber) { writer in
            writer.beginObject()
            writer.member("task", work.task.description)
            writer.member("roles", work.roles)
            writer.member("offeredTo", work.escalatedTo)
            if cover.nobody { writer.member("nobody", true) }
            writer.endObject()
        }
        for role in work.escalatedTo {
            try self.notify(
                "work.unattended",
                "\(work.bureau):\(role)",
                of: work,
                Bilingual(
                    "任务 \(work.task)(办件 \(work.caseNumber))没有在岗人员可办理,请领取或指派。",
                    "Nobody is present for task \(work.task) of case \(work.caseNumber); take it or assign it."
                )
            )
        }
    }

    struct Cover {
        var standIns: [HumanTaskRecord.StandIn] = []
        var escalatedTo: [String] = []
        /// Not even a head is present.
        var nobody = false
    }

    func cover(of work: HumanTaskRecord) -> Cover {
        // Who only works with views, as in a test of one bureau, has nobody in the directory to be present.
        guard self.directory.hasStaff(of: work.bureau) else { return Cover() }
        var absent: [String] = []
        for id in self.directory.holders(of: work.roles, in: work.bureau) {
            guard let person = self.directory.persons[id], person.active,
                WorkClaim(of: PersonView(person), to: work, allowsStandIn: false) == .own
            else { continue }
            if self.directory.absence(of: id, at: self.engine.now) == nil { return Cover() }
            absent.append(id)
        }
        let standIns = self.standIns(for: absent, work)
        if !standIns.isEmpty { return Cover(standIns: standIns) }
        let heads = self.directory.heads(of: work.bureau)
        var absentHeads: [String] = []
        for id in self.directory.holders(of: heads, in: work.bureau) {
            guard self.directory.persons[id]?.active == true, !work.excluded.contains(id) else { continue }
            if self.directory.absence(of: id, at: self.engine.now) == nil { return Cover(escalatedTo: heads) }
            absentHeads.append(id)
        }
        return Cover(standIns: self.standIns(for: absentHeads, work), escalatedTo: heads, nobody: true)
    }

    private func standIns(for absent: [String], _ work: HumanTaskRecord) -> [HumanTaskRecord.StandIn] {
        var found: [HumanTaskRecord.StandIn] = []
        for id in absent.sorted() {
            guard let absence = self.directory.absence(of: id, at: self.engine.now),
                let person = self.substitute(in: absence, for: work),
                !found.contains(where: { $0.person == person })
            else { continue }
            found.append(.init(person: person, absent: id))
        }
        return found
    }

    /// The first of an absent person's substitutes who is present, of the bureau, and not left out by four-eyes.
    func substitute(in absence: AbsenceRecord, for work: HumanTaskRecord) -> String? {
        let named =
            absence.substitutes.isEmpty
            ? self.directory.substitutes[absence.person] ?? [] : absence.substitutes
        return named.first { id in
            guard let person = self.directory.persons[id], person.active, id != absence.person,
                !work.excluded.contains(id)
            else { return false }
            return self.mayStandIn(person, in: work.bureau)
                && self.directory.absence(of: id, at: self.engine.now) == nil
        }
    }

    /// Whoever works for a bureau may stand in there; an applicant may not.
    func mayStandIn(_ person: PersonRecord, in bureau: String) -> Bool {
        person.roles.contains { role in
            let parts = role.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0] == bureau else { return false }
            return !ItemDeclaration.applicantRoles.contains(String(parts[1]))
        }
    }

    /// Looks again at the tasks that are offered to somebody, after what he may do or whether he is there has changed.
    func reattend(_ keys: Set<WorkOffer.Key>) throws(EngineError) {
        for key in keys.sorted() {
            var after: WorkPosition?
            while true {
                let from = after
                let page = try self.store { store throws(StoreError) in
                    try store.offeredTasks(to: key, areaPrefix: nil, after: from, limit: 200)
                }
                for record in page {
                    var work = record
                    try self.attend(&work)
                    guard work != record else { continue }
                    work.revision += 1
                    try self.engine.write(.putHumanTask(work))
                }
                guard page.count == 200 else { break }
                after = page.last?.position
            }
        }
    }

    /// To which offers a person with certain roles answers.
    func keys(of roles: [String], person id: String) -> Set<WorkOffer.Key> {
        var keys: Set<WorkOffer.Key> = [.person(id)]
        for role in roles {
            if role.contains(":") {
                keys.insert(WorkOffer.Key(text: "role:\(role)"))
            } else {
                for bureau in self.directory.bureauIDs { keys.insert(.role(role, of: bureau)) }
            }
        }
        return keys
    }
}
