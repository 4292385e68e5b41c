// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Work`.
struct WorkMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(WorkInterface.interface)
        self.addLists(to: &service)
        self.addVerbs(to: &service)
        self.addAbsences(to: &service)
    }

    private func addLists(to service: inout VarlinkService) {
        self.endpoint.read(WorkInterface.Mine.self, in: &service) { input, caller, core in
            let person = try Self.person(input.person, caller, core)
            let limit = Self.limit(input.limit)
            let page = try core.cases.heldWork(by: person.id, after: try Self.position(input.after), limit: limit)
            return .init(tasks: try Self.shown(page, person, caller, core), next: Self.next(page, limit))
        }
        self.endpoint.read(WorkInterface.Offered.self, in: &service) { input, caller, core in
            let person = try Self.person(input.person, caller, core)
            let limit = Self.limit(input.limit)
            let page = try core.cases.offeredWork(to: person, after: try Self.position(input.after), limit: limit)
            return .init(tasks: try Self.shown(page, person, caller, core), next: Self.next(page, limit))
        }
        self.endpoint.read(WorkInterface.List.self, in: &service) { input, caller, core in
            let view = caller.decider
            if let number = input.case {
                try CaseMethods.mayRead(number, caller, core)
                return .init(tasks: try Self.shown(try core.cases.openWork(ofCase: number), view, caller, core))
            }
            guard let bureau = input.bureau else {
                throw EngineError.invalid(field: "case", Bilingual("须给出办件或部门", "name a case or a bureau"))
            }
            guard caller.mayRead(bureau: bureau) else { throw VarlinkServiceFailure.permissionDenied }
            let limit = Self.limit(input.limit)
            let page = try core.cases.openWork(of: bureau, after: try Self.position(input.after), limit: limit)
            let visible = page.filter { view.covers($0.area) }
            return .init(tasks: try Self.shown(visible, view, caller, core), next: Self.next(page, limit))
        }
        self.endpoint.read(WorkInterface.Get.self, in: &service) { input, caller, core in
            .init(task: try Self.shown(try Self.readable(input.id, caller, core), caller, core))
        }
        self.endpoint.read(WorkInterface.Candidates.self, in: &service) { input, caller, core in
            let work = try Self.readable(input.id, caller, core)
            return .init(
                candidates: core.cases.candidates(for: work).map { candidate in
                    .init(
                        id: candidate.person.id,
                        name: candidate.person.name,
                        code: candidate.refusal?.code,
                        zh: candidate.refusal?.message.zh,
                        en: candidate.refusal?.message.en
                    )
                }
            )
        }
    }

    private func addVerbs(to service: inout VarlinkService) {
        self.endpoint.change(WorkInterface.Take.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).task
            let work = try core.cases.takeWork(id, revision: input.revision, by: caller.decider)
            return .init(task: try Self.shown(work, caller, core))
        }
        self.endpoint.change(WorkInterface.Return.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).task
            let work = try core.cases.returnWork(
                id,
                reason: input.reason,
                revision: input.revision,
                by: caller.decider
            )
            return .init(task: try Self.shown(work, caller, core))
        }
        self.endpoint.change(WorkInterface.Assign.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).task
            let work = try core.cases.assignWork(
                id,
                to: input.to,
                reason: input.reason,
                revision: input.revision,
                by: caller.decider
            )
            return .init(task: try Self.shown(work, caller, core))
        }
        self.endpoint.change(WorkInterface.Delegate.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).task
            let work = try core.cases.delegateWork(
                id,
                to: input.to,
                reason: input.reason,
                revision: input.revision,
                by: caller.decider
            )
            return .init(task: try Self.shown(work, caller, core))
        }
        self.endpoint.change(WorkInterface.Remind.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).task
            let work = try core.cases.remindWork(id, text: input.text, by: caller.decider)
            return .init(task: try Self.shown(work, caller, core))
        }
    }

    private func addAbsences(to service: inout VarlinkService) {
        self.endpoint.read(WorkInterface.Absences.self, in: &service) { input, caller, core in
            let view = caller.decider
            let absences = core.directory.absences.values.flatMap { $0 }
                .filter { absence in
                    (input.person.map { $0 == absence.person } ?? true)
                        && core.cases.isColleague(view, of: absence.person)
                }
                .sorted { ($0.from, $0.id) < ($1.from, $1.id) }
            return .init(
                absences: absences.map { Self.shown($0, withReason: core.cases.maySpeak(view, for: $0.person)) }
            )
        }
        self.endpoint.change(WorkInterface.AddAbsence.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try core.cases.addAbsence(
                NewAbsence(
                    person: input.person,
                    from: try Self.instant(input.from, "from"),
                    to: try Self.instant(input.to, "to"),
                    substitutes: input.substitutes,
                    reason: input.reason,
                    all: input.all ?? false
                ),
                by: caller.decider
            )
            guard let absence = core.directory.absences[input.person]?.first(where: { $0.id == id }) else {
                throw .invalid(field: "to", Bilingual("缺勤已结束", "the absence is over already"))
            }
            return .init(absence: Self.shown(absence, withReason: true))
        }
        self.endpoint.change(WorkInterface.RemoveAbsence.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try core.cases.removeAbsence(input.id, by: caller.decider)
            return .init()
        }
        self.endpoint.change(WorkInterface.SetSubstitutes.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try core.cases.setSubstitutes(input.substitutes, of: input.person, by: caller.decider)
            return .init()
        }
        self.endpoint.read(WorkInterface.Substitutes.self, in: &service) { input, caller, core in
            guard core.directory.persons[input.person] != nil,
                core.cases.isColleague(caller.decider, of: input.person)
            else { throw EngineError.noSuchPerson(input.person) }
            return .init(substitutes: core.directory.substitutes[input.person] ?? [])
        }
    }

    // MARK: Who asks

    /// Whose list is meant: the caller's, or that of somebody he answers for.
    private static func person(_ id: String?, _ caller: Caller, _ core: DaemonCore) throws -> PersonView {
        guard let id, id != caller.view.id else { return caller.view }
        guard let record = core.directory.persons[id] else { throw EngineError.noSuchPerson(id) }
        guard core.cases.maySpeak(caller.decider, for: id) else { throw VarlinkServiceFailure.permissionDenied }
        return PersonView(record)
    }

    /// A task of a bureau whose cases the caller may see; any other is unknown to him.
    private static func readable(
        _ text: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> HumanTaskRecord {
        guard let id = TaskID(text) else { throw .noSuchTask(text) }
        let work = try core.cases.humanTask(id)
        guard caller.mayRead(bureau: work.bureau) else { throw .noSuchTask(text) }
        return work
    }

    // MARK: Pages

    private static func limit(_ limit: Int?) -> Int { min(max(limit ?? 100, 1), 1_000) }

    private static func next(_ page: [HumanTaskRecord], _ limit: Int) -> String? {
        guard page.count == limit, let last = page.last?.position else { return nil }
        return "\(last.due.map { String($0.milliseconds) } ?? "").\(last.task)"
    }

    private static func position(_ text: String?) throws(EngineError) -> WorkPosition? {
        guard let text else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let task = TaskID(String(parts[1])), parts[0].isEmpty || Int64(parts[0]) != nil else {
            throw .invalid(field: "after", Bilingual("不是上一页给出的 next", "it is no \"next\" of a page before"))
        }
        return WorkPosition(due: Int64(parts[0]).map(Instant.init(milliseconds:)), task: task)
    }

    private static func instant(_ text: String, _ field: String) throws(EngineError) -> Instant {
        guard let instant = Instant(text) else {
            throw .invalid(
                field: field,
                Bilingual("“\(text)”不是带时区的时刻", "\"\(text)\" is no RFC 3339 moment with offset")
            )
        }
        return instant
    }

    // MARK: Showing

    private static func shown(
        _ page: [HumanTaskRecord],
        _ person: PersonView,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> [WorkInterface.Task] {
        var tasks: [WorkInterface.Task] = []
        for work in page where caller.mayRead(bureau: work.bureau) {
            tasks.append(Self.shown(try core.cases.view(work, for: person)))
        }
        return tasks
    }

    private static func shown(
        _ work: HumanTaskRecord,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> WorkInterface.Task {
        Self.shown(try core.cases.view(work, for: caller.view))
    }

    private static func shown(_ absence: AbsenceRecord, withReason: Bool) -> WorkInterface.Absence {
        .init(
            id: absence.id,
            person: absence.person,
            from: absence.from.description,
            to: absence.to.description,
            substitutes: absence.substitutes,
            reason: withReason ? absence.reason : nil,
            all: absence.all,
            moved: absence.moved.count
        )
    }

    private static func shown(_ view: WorkView) -> WorkInterface.Task {
        let work = view.work
        let waits = Self.sentence(view)
        return .init(
            id: work.task.description,
            revision: work.revision,
            status: .init(rawValue: work.status.rawValue) ?? .offered,
            kind: work.kind,
            zh: view.name.zh,
            en: view.name.en,
            bureau: work.bureau,
            item: view.record.item,
            itemZh: view.itemName.zh,
            itemEn: view.itemName.en,
            case: work.caseNumber,
            caseRevision: view.record.revision,
            caseState: view.record.state,
            stateZh: view.states.map(\.zh).joined(separator: "、"),
            stateEn: view.states.map(\.en).joined(separator: ", "),
            subject: view.record.subject,
            area: work.area,
            roles: work.roles,
            due: work.due?.description,
            workingDaysLeft: view.workingDaysLeft,
            offered: work.offeredAt.description,
            assignee: work.assignee,
            taken: work.takenAt?.description,
            ended: work.endedAt?.description,
            assignedBy: work.assignedBy,
            delegatedBy: work.delegatedBy,
            substituteFor: work.substituteFor,
            standIns: work.standIns.map(\.person),
            escalatedTo: work.escalatedTo,
            reminders: work.reminders,
            reason: work.reason ?? view.suspended,
            waitsZh: waits.zh,
            waitsEn: waits.en,
            actions: view.actions.map { action in
                .init(
                    id: action.declaration.id,
                    zh: action.declaration.name.zh,
                    en: action.declaration.name.en,
                    allowed: action.refusal == nil,
                    reason: action.refusal?.code
                )
            }
        )
    }

    private static func sentence(_ view: WorkView) -> Bilingual {
        switch view.work.status {
        case .done: WaitingCause.done.sentence
        case .withdrawn: WaitingCause.cancelled(reason: view.work.reason).sentence
        default:
            if let reason = view.suspended {
                WaitingCause.caseSuspended(view.work.caseNumber, reason: reason).sentence
            } else if view.work.status == .taken {
                view.work.heldSentence
            } else {
                view.work.untakenSentence
            }
        }
    }
}
