// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Cases`.
struct CaseMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(CasesInterface.interface)
        self.addClosing(to: &service)
        self.addTime(to: &service)
        self.endpoint.change(CasesInterface.Open.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let data = try Self.object(input.data)
            if let key = input.key, let number = try Self.known(key, input, core) {
                return .init(number: number, case: try Self.shown(number, caller, core))
            }
            let number = try core.cases.openCase(
                NewCase(
                    bureau: input.bureau,
                    item: input.item,
                    data: data,
                    area: input.area,
                    subject: input.subject,
                    contacted: try Self.moment(input.contacted, "contacted")
                ),
                by: caller.view
            )
            if let key = input.key { try Self.remember(key, number, input, core) }
            return .init(number: number, case: try Self.shown(number, caller, core))
        }
        self.endpoint.change(CasesInterface.Act.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try Self.mayRead(input.number, caller, core)
            try core.cases.takeAction(
                input.action,
                in: input.number,
                data: try Self.object(input.data),
                revision: input.revision,
                by: caller.view
            )
            return .init(case: try Self.shown(input.number, caller, core))
        }
        self.endpoint.readNoting(CasesInterface.Get.self, in: &service) { input, caller, core in
            try Self.mayRead(input.number, caller, core)
            guard let moment = try Self.moment(input.at, "at") else {
                let view = try core.cases.view(input.number, for: Self.viewer(caller))
                guard !view.sensitive.isEmpty || !view.withheld.isEmpty else {
                    return (.init(case: Self.shown(view)), nil)
                }
                return (
                    .init(case: Self.shown(view)),
                    { () throws(EngineError) in try core.cases.noteReading(of: view) }
                )
            }
            let view = try core.cases.view(
                input.number,
                at: moment,
                upTo: core.committedSequence,
                for: Self.viewer(caller)
            )
            return (.init(case: Self.shown(view)), nil)
        }
        self.endpoint.read(CasesInterface.List.self, in: &service) { input, caller, core in
            let limit = min(max(input.limit ?? 100, 1), 1_000)
            let filter = CaseFilter(
                bureau: input.bureau,
                item: input.item,
                state: input.state,
                isOpen: input.open,
                areaPrefix: input.area,
                subject: try input.subject.map { try core.cases.currentIdentifier(of: $0) }
            )
            if let bureau = input.bureau, !caller.mayRead(bureau: bureau) {
                throw VarlinkServiceFailure.permissionDenied
            }
            if let moment = try Self.moment(input.at, "at") {
                let page = try core.cases.cases(
                    filter,
                    at: moment,
                    upTo: core.committedSequence,
                    after: input.after,
                    limit: limit,
                    isShown: { caller.mayRead(bureau: $0.bureau) && caller.view.covers($0.area) }
                )
                return .init(cases: page.records.map { Self.listed($0, core) }, next: page.next)
            }
            let page = try core.cases.cases(filter, after: input.after, limit: limit)
            let visible = page.filter { caller.mayRead(bureau: $0.bureau) && caller.view.covers($0.area) }
            return .init(
                cases: visible.map { Self.listed($0, core) },
                next: page.count == limit ? page.last?.number : nil
            )
        }
        CaseDeadlineMethods(endpoint: self.endpoint).add(to: &service)
        self.endpoint.read(CasesInterface.History.self, in: &service) { input, caller, core in
            try Self.mayRead(input.number, caller, core)
            let limit = min(max(input.limit ?? 200, 1), 1_000)
            let page = try core.engine.store.entries(
                after: Int64(input.after ?? 0),
                filter: JournalFilter(caseNumber: input.number),
                limit: limit
            )
            let until = try Self.moment(input.until, "until")
            let events = page.entries.filter { entry in
                entry.sequence <= core.committedSequence && until.map { entry.at <= $0 } ?? true
            }
            .map { entry in
                CasesInterface.Event(
                    seq: Int(entry.sequence),
                    at: entry.at.description,
                    kind: entry.kind,
                    actor: entry.actor?.id,
                    data: entry.data
                )
            }
            return .init(
                events: events,
                next: page.lookedAt < core.committedSequence && events.count == page.entries.count
                    ? Int(page.lookedAt) : nil
            )
        }
    }

    static func moment(_ text: String?, _ field: String) throws(EngineError) -> Instant? {
        guard let text else { return nil }
        guard let moment = Instant(text) else {
            throw .invalid(
                field: field,
                Bilingual("须为时刻,如 2022-07-12T09:00:00+08:00", "must be a moment such as 2022-07-12T09:00:00+08:00")
            )
        }
        return moment
    }

    static func object(_ raw: RawJSON?) throws(EngineError) -> JSONObject {
        guard let raw else { return [:] }
        guard let object = try? raw.parsed().objectValue else {
            throw .invalid(field: "data", Bilingual("须为 JSON 对象", "must be a JSON object"))
        }
        return object
    }

    // MARK: Repeated opening

    private static func settingKey(_ key: String, _ input: CasesInterface.Open.Input) -> String {
        "open/\(input.bureau)/\(input.item)/\(key)"
    }

    /// The case that was opened under the key before.
    private static func known(
        _ key: String,
        _ input: CasesInterface.Open.Input,
        _ core: DaemonCore
    ) throws(EngineError) -> String? {
        guard !key.isEmpty, key.utf8.count <= core.engine.limits.key else {
            throw .tooLarge(field: "key", limit: core.engine.limits.key)
        }
        let name = self.settingKey(key, input)
        let settings = try core.engine.guardedRead { () throws(StoreError) in
            try core.engine.store.settings(prefix: name)
        }
        return settings.first { $0.key == name }.flatMap { try? $0.value.parsed().stringValue }
    }

    private static func remember(
        _ key: String,
        _ number: String,
        _ input: CasesInterface.Open.Input,
        _ core: DaemonCore
    ) throws(EngineError) {
        try core.engine.write(
            .putSetting(Setting(key: self.settingKey(key, input), value: RawJSON(.string(number))))
        )
    }

    // MARK: Showing

    static func mayRead(_ number: String, _ caller: Caller, _ core: DaemonCore) throws(EngineError) {
        let record = try core.engine.guardedRead { () throws(StoreError) in
            try core.engine.store.caseRecord(number)
        }
        guard let record else { throw .noSuchCase(number) }
        guard caller.mayRead(bureau: record.bureau) else {
            core.noteDenied(caller, bureau: record.bureau, caseNumber: number)
            throw .noSuchCase(number)
        }
    }

    /// A case after a change, without what is sensitive in it: that is given by reading it, which is noted.
    static func shown(_ number: String, _ caller: Caller, _ core: DaemonCore) throws(EngineError) -> CasesInterface.Case
    {
        self.shown(try core.cases.view(number, for: self.viewer(caller), showsSensitive: false))
    }

    static func viewer(_ caller: Caller) -> PersonView {
        if case .plugin = caller.standing { .system } else { caller.view }
    }

    private static func listed(_ record: CaseRecord, _ core: DaemonCore) -> CasesInterface.Summary {
        var listed = record
        listed.subject = core.cases.listedSubject(of: record)
        return self.summary(listed, core.cases.itemName(record))
    }

    static func shown(_ view: CaseView) -> CasesInterface.Case {
        .init(
            summary: self.summary(view.record, view.itemName),
            states: view.record.state.split(separator: "+").map(String.init),
            data: RawJSON(.object(view.data)),
            deadlines: view.deadlines.map(self.deadline),
            actions: view.actions.map { action in
                .init(
                    id: action.declaration.id,
                    zh: action.declaration.name.zh,
                    en: action.declaration.name.en,
                    roles: action.declaration.roles,
                    allowed: action.refusal == nil,
                    reason: action.refusal?.code,
                    reasonZh: action.refusal?.message.zh,
                    reasonEn: action.refusal?.message.en,
                    fields: action.declaration.fields.compactMap { try? RawJSON(JSON(encoding: $0)) }
                )
            },
            links: view.links,
            suspensions: view.suspensions.map { suspension in
                let reason = view.suspensionReasons[suspension.reason]
                return .init(
                    reason: suspension.reason,
                    zh: reason?.zh ?? suspension.reason,
                    en: reason?.en ?? suspension.reason,
                    note: suspension.note,
                    since: suspension.since.description,
                    by: suspension.by,
                    until: suspension.until?.description,
                    resumedBy: suspension.resumedBy
                )
            },
            marks: view.marks,
            handoffs: view.handoffs,
            cards: view.cards.map(CaseDeadlineMethods.card),
            linked: view.dossier.linked.map { .init(kind: $0.kind.rawValue, number: $0.number) },
            merge: view.dossier.merge.map(Self.merge),
            rework: view.dossier.rework.map(Self.rework),
            ratings: view.dossier.ratings.map(Self.rating),
            amendments: view.dossier.amendments.map(Self.amendment),
            attachments: view.dossier.attachments.map(Self.attachment),
            closedIn: view.dossier.closedIn,
            original: view.dossier.original.map { RawJSON(.object($0)) }
        )
    }

    static func summary(_ record: CaseRecord, _ name: Bilingual) -> CasesInterface.Summary {
        .init(
            number: record.number,
            bureau: record.bureau,
            item: record.item,
            declaration: record.declaration,
            revision: record.revision,
            state: record.state,
            zh: name.zh,
            en: name.en,
            open: record.isOpen,
            subject: record.subject,
            area: record.area,
            parent: record.parent,
            opened: record.opened.description,
            updated: record.updated.description,
            closed: record.closed?.description,
            due: record.due?.description
        )
    }

    private static func deadline(_ deadline: CaseView.Deadline) -> CasesInterface.Deadline {
        let run = deadline.run
        let state: CasesInterface.Deadline.State =
            switch run.state {
            case .running: .running
            case .paused: .paused
            case .met: .met
            case .breached: .breached
            case .elapsed: .ended
            }
        let limit = ([run.limit] + run.extensions).joined(separator: "+")
        return .init(
            id: run.id,
            zh: deadline.declaration.name.zh,
            en: deadline.declaration.name.en,
            limit: limit,
            started: run.start.description,
            due: run.due?.description,
            dueDay: run.due.map { due in
                let midnight = ShanghaiTime.timeOfDay(of: due).milliseconds == 0
                return ShanghaiTime.day(of: due).adding(days: midnight ? -1 : 0).description
            },
            provisional: run.isProvisional,
            state: state,
            source: deadline.declaration.source,
            workingDaysLeft: deadline.workingDaysLeft
        )
    }
}
