// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// How many substitutes a person may have.
    private static let substituteLimit = 20

    /// Records that a person is away. The person himself may, a head of his bureau, and an operator.
    ///
    /// - Returns: the absence's id.
    public func addAbsence(_ new: NewAbsence, by actor: PersonView) throws(EngineError) -> String {
        let person = try self.staff(new.person, by: actor)
        guard new.from < new.to, new.to > self.engine.now else {
            throw .invalid(field: "to", Bilingual("结束须晚于开始和现在", "the end must come after the beginning and now"))
        }
        guard new.reason?.utf8.count ?? 0 <= 2_000 else { throw .tooLarge(field: "reason", limit: 2_000) }
        try self.check(substitutes: new.substitutes, of: person)
        let own = self.directory.absences[person.id] ?? []
        if let other = own.first(where: { $0.from < new.to && new.from < $0.to }) {
            throw .refused(
                Refusal(
                    code: "OVERLAP",
                    zh: "与缺勤 \(other.id)(\(other.from) 至 \(other.to))重叠;请先取消它。",
                    en: "it overlaps absence \(other.id), from \(other.from) to \(other.to): remove that first"
                )
            )
        }
        if !actor.isSystem { try self.checkHeads(new) }
        let number = try self.store { store throws(StoreError) in try store.counter("absence") } + 1
        try self.engine.write(.putCounter(name: "absence", value: number))
        let absence = AbsenceRecord(
            id: String(number),
            person: person.id,
            from: new.from,
            to: new.to,
            substitutes: new.substitutes,
            reason: new.reason,
            all: new.all,
            recordedBy: actor.id,
            recordedAt: self.engine.now
        )
        try self.keep(absence)
        try self.tell("person.absence", absence, ["substitutes": .array(new.substitutes.map(JSON.string))])
        for (moment, due) in [(AbsenceTimer.Moment.from, new.from), (.to, new.to)] where due > self.engine.now {
            let id = AbsenceTimer(absence: absence.id, moment: moment).id
            try self.engine.write(.putTimer(TimerRecord(id: id, due: due, caseNumber: nil, body: .emptyObject)))
        }
        if absence.contains(self.engine.now) { try self.begin(absence.id) }
        return absence.id
    }

    /// Takes an absence back, or ends it now: what was handed on and not begun goes back to the person.
    public func removeAbsence(_ id: String, by actor: PersonView) throws(EngineError) {
        guard let absence = self.directory.absence(id) else { throw .refused(Self.noAbsence(id)) }
        _ = try self.staff(absence.person, by: actor)
        try self.end(id)
    }

    /// Sets who takes a person's place when an absence names nobody.
    public func setSubstitutes(_ substitutes: [String], of id: String, by actor: PersonView) throws(EngineError) {
        let person = try self.staff(id, by: actor)
        try self.check(substitutes: substitutes, of: person)
        let key = Directory.substitutesPrefix + id
        if substitutes.isEmpty {
            try self.engine.write(.removeSetting(key: key))
        } else {
            let value = RawJSON(.array(substitutes.map(JSON.string)))
            try self.engine.write(.putSetting(Setting(key: key, value: value)))
        }
        self.directory.setSubstitutes(substitutes, of: id)
        try self.engine.record("person.substitutes", bureau: nil, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("id", id)
            writer.member("substitutes", substitutes)
            writer.endObject()
        }
        try self.reattend(self.keys(of: person.roles, person: id))
    }

    /// Whether somebody may say where a person is, and see his list: himself, a head of a bureau he works for, an operator.
    public func maySpeak(_ actor: PersonView, for id: String) -> Bool {
        actor.isSystem || actor.id == id || self.bureaus(of: id).contains { self.supervises(actor, $0) }
    }

    /// Whether two work for the same bureau, so that one may know that the other is away.
    public func isColleague(_ actor: PersonView, of id: String) -> Bool {
        actor.isSystem || actor.id == id || self.bureaus(of: id).contains { actor.belongs(to: $0) }
    }

    private func bureaus(of person: String) -> Set<String> {
        let roles = self.directory.persons[person]?.roles ?? []
        return Set(roles.filter { $0.contains(":") }.map { String($0.prefix { $0 != ":" }) })
    }

    // MARK: Checks

    private static func noAbsence(_ id: String) -> Refusal {
        Refusal(code: "NO_ABSENCE", zh: "没有缺勤记录 \(id)。", en: "there is no absence \(id)")
    }

    /// The person, when the actor may say that he is away.
    private func staff(_ id: String, by actor: PersonView) throws(EngineError) -> PersonRecord {
        guard let person = self.directory.persons[id] else { throw .noSuchPerson(id) }
        guard self.maySpeak(actor, for: id) else { throw .refused(.notSupervisor([id, "head"])) }
        return person
    }

    private func check(substitutes: [String], of person: PersonRecord) throws(EngineError) {
        guard substitutes.count <= Self.substituteLimit else {
            throw .tooLarge(field: "substitutes", limit: Self.substituteLimit)
        }
        let bureaus = self.bureaus(of: person.id)
        for id in substitutes {
            guard let substitute = self.directory.persons[id] else { throw .noSuchPerson(id) }
            guard substitute.active, id != person.id,
                bureaus.contains(where: { self.mayStandIn(substitute, in: $0) })
            else {
                throw .refused(
                    Refusal(
                        code: "SUBSTITUTE",
                        zh: "\(id) 不能替代 \(person.id):须是同部门在用的另一名工作人员。",
                        en:
                            "\(id) cannot stand in for \(person.id): it takes another active person who works for the bureau"
                    )
                )
            }
        }
    }

    /// Somebody must answer for a bureau: the last head who is there names a substitute. An operator may do without.
    private func checkHeads(_ new: NewAbsence) throws(EngineError) {
        func isCovered(_ person: String, _ substitutes: [String]) -> Bool {
            !(substitutes.isEmpty ? self.directory.substitutes[person] ?? [] : substitutes).isEmpty
        }
        guard !isCovered(new.person, new.substitutes) else { return }
        for bureau in self.bureaus(of: new.person).sorted() {
            let heads = self.directory.holders(of: self.directory.heads(of: bureau), in: bureau)
            guard heads.contains(new.person) else { continue }
            let isLed = heads.contains { id in
                guard id != new.person, self.directory.persons[id]?.active ?? false else { return false }
                return (self.directory.absences[id] ?? []).allSatisfy { absence in
                    absence.to <= new.from || new.to <= absence.from || isCovered(id, absence.substitutes)
                }
            }
            guard !isLed else { continue }
            throw .refused(
                Refusal(
                    code: "NO_COVER",
                    zh: "期间部门 \(bureau) 没有负责人在岗,请指定替代人。",
                    en: "nobody would answer for bureau \(bureau) meanwhile: name a substitute"
                )
            )
        }
    }

    private func keep(_ absence: AbsenceRecord) throws(EngineError) {
        let key = Directory.absencePrefix + absence.id
        // Its reason may tell of an illness.
        let value = try self.engine.sealed(RawJSON(absence.json), as: key)
        try self.engine.write(.putSetting(Setting(key: key, value: value)))
        self.directory.put(absence)
    }

    /// The reason of an absence may tell of an illness: it is kept with the absence, and not told.
    private func tell(_ kind: String, _ absence: AbsenceRecord, _ more: JSONObject) throws(EngineError) {
        try self.engine.record(kind, bureau: nil, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("absence", absence.id)
            writer.member("person", absence.person)
            writer.member("from", absence.from.description)
            writer.member("to", absence.to.description)
            for member in more {
                writer.name(dynamic: member.name)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }

    // MARK: Going and coming back

    func fireAbsence(_ timer: TimerRecord) throws(EngineError) {
        guard let due = AbsenceTimer(timer.id) else { return }
        switch due.moment {
        case .from: try self.begin(due.absence)
        case .to: try self.end(due.absence)
        }
    }

    /// Hands on what the person holds, and looks who is there for what he was offered.
    private func begin(_ id: String) throws(EngineError) {
        guard let absence = self.directory.absence(id) else { return }
        try self.tell("person.absent", absence, [:])
        var after: WorkPosition?
        while true {
            let from = after
            let page = try self.store { store throws(StoreError) in
                try store.heldTasks(by: absence.person, after: from, limit: 200)
            }
            for record in page {
                var work = record
                try self.handOn(&work, in: absence)
            }
            guard page.count == 200 else { break }
            after = page.last?.position
        }
        try self.reattend(self.keys(ofPerson: absence.person))
    }

    /// Gives a task of an absent person to his substitute, or back to be taken by others, when it is due before he is
    /// back or the absence says all.
    func handOn(_ work: inout HumanTaskRecord, in absence: AbsenceRecord) throws(EngineError) {
        guard absence.all || work.due.map({ $0 < absence.to }) ?? false else { return }
        // Who stood in for somebody himself hands on that place.
        let principal = work.substituteFor ?? absence.person
        let details: JSONObject = ["from": .string(absence.person), "for": .string(principal)]
        if let substitute = self.substitute(in: absence, for: work) {
            try self.give(&work, to: substitute, as: .standIn(for: principal), details)
            try self.notify(
                "work.substitute",
                substitute,
                of: work,
                Bilingual(
                    "任务 \(work.task)(办件 \(work.caseNumber))由您代 \(principal) 办理。",
                    "Task \(work.task) of case \(work.caseNumber) is yours in the place of \(principal)."
                ),
                ["for": .string(principal)]
            )
        } else {
            try self.free(&work, reason: "\(absence.person) is absent", waitingFor: principal, details)
            for role in self.directory.heads(of: work.bureau) {
                try self.notify(
                    "work.freed",
                    "\(work.bureau):\(role)",
                    of: work,
                    Bilingual(
                        "\(absence.person) 不在岗且没有替代人,任务 \(work.task)(办件 \(work.caseNumber))已放回待领。",
                        "\(absence.person) is absent without a substitute; task \(work.task) of case \(work.caseNumber) is offered again."
                    )
                )
            }
        }
        guard var present = self.directory.absence(absence.id), !present.moved.contains(work.task) else { return }
        present.moved.append(work.task)
        try self.keep(present)
    }

    private func end(_ id: String) throws(EngineError) {
        guard let absence = self.directory.absence(id) else { return }
        for moment in [AbsenceTimer.Moment.from, .to] {
            try self.engine.write(.removeTimer(id: AbsenceTimer(absence: id, moment: moment).id))
        }
        try self.engine.write(.removeSetting(key: Directory.absencePrefix + id))
        self.directory.remove(absence)
        try self.tell("person.present", absence, [:])
        if var next = self.directory.absence(of: absence.person, at: self.engine.now) {
            // Away still: what was handed on comes back at the end of the next absence.
            next.moved += absence.moved.filter { !next.moved.contains($0) }
            return try self.keep(next)
        }
        for task in absence.moved { try self.giveBack(task, to: absence.person) }
        try self.reattend(self.keys(ofPerson: absence.person))
    }

    /// A task goes back to the person it was taken from, unless his substitute has begun it or somebody took it.
    private func giveBack(_ id: TaskID, to person: String) throws(EngineError) {
        guard var work = try self.engine.humanTask(id), work.status.isOpen, work.substituteFor == person,
            let record = self.directory.persons[person]
        else { return }
        guard work.status != .blocked,
            record.active,
            WorkClaim(of: PersonView(record), to: work, allowsStandIn: false) == .own
        else { return }
        if work.status == .taken, let substitute = work.assignee, let since = work.takenAt {
            let acts = try self.load(work.caseNumber).body.acts
            guard !acts.contains(where: { $0.actor == substitute && $0.at >= since }) else { return }
        }
        var details: JSONObject = ["back": true]
        if let substitute = work.assignee { details["from"] = .string(substitute) }
        try self.give(&work, to: person, as: .own, details)
    }

    func keys(ofPerson id: String) -> Set<WorkOffer.Key> {
        self.keys(of: self.directory.persons[id]?.roles ?? [], person: id)
    }

    // MARK: Persons that change

    /// Takes from persons what they may no longer hold, and looks who is there for what they were offered.
    func personsChanged(_ changes: [(old: PersonRecord?, new: PersonRecord?)]) throws(EngineError) {
        var keys: Set<WorkOffer.Key> = []
        for (old, new) in changes {
            guard let id = (new ?? old)?.id else { continue }
            let view = new.map { PersonView($0) } ?? PersonView(id: id, roles: [])
            if new == nil {
                for absence in self.directory.absences[id] ?? [] { try self.end(absence.id) }
            }
            if old != nil { try self.takeFrom(view, isActive: new?.active ?? false) }
            keys.formUnion(self.keys(of: (old?.roles ?? []) + (new?.roles ?? []), person: id))
        }
        if !keys.isEmpty { try self.reattend(keys) }
    }

    private func takeFrom(_ person: PersonView, isActive: Bool) throws(EngineError) {
        var after: WorkPosition?
        while true {
            let from = after
            let page = try self.store { store throws(StoreError) in
                try store.heldTasks(by: person.id, after: from, limit: 200)
            }
            for record in page {
                var work = record
                let standsIn = work.substituteFor != nil && isActive
                let claim = WorkClaim(of: person, to: work)
                guard !isActive || (!standsIn && claim.refusal != nil) else { continue }
                let reason = isActive ? "\(person.id) may not hold it any more" : "\(person.id) is not active"
                try self.free(&work, reason: reason, ["from": .string(person.id), "reason": .string(reason)])
            }
            guard page.count == 200 else { return }
            after = page.last?.position
        }
    }
}
