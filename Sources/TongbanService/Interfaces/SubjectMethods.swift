// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Subjects`.
struct SubjectMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(SubjectsInterface.interface)
        self.addIndex(to: &service)
        self.endpoint.change(SubjectsInterface.Tell.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            try Self.requireClerk(caller)
            guard !input.event.isEmpty, input.event.utf8.count <= core.engine.limits.name else {
                throw .tooLarge(field: "event", limit: core.engine.limits.name)
            }
            return .init(
                cases: try core.cases.tellSubject(
                    input.subject,
                    event: input.event,
                    data: try CaseMethods.object(input.data),
                    origin: caller.view.id
                )
            )
        }
        self.endpoint.read(SubjectsInterface.Resolve.self, in: &service) { input, _, core in
            .init(current: try core.cases.currentIdentifier(of: input.identifier))
        }
        self.endpoint.change(SubjectsInterface.AskCorrection.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            let asked = try core.cases.askCorrection(
                from: input.from,
                to: input.to,
                reason: input.reason,
                by: caller.view
            )
            return .init(id: Int(asked.id), cases: asked.cases)
        }
        self.endpoint.change(SubjectsInterface.DecideCorrection.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            guard
                let cases = try core.cases.decideCorrection(
                    Int64(input.id),
                    approve: input.approve,
                    by: caller.view
                )
            else {
                throw .refused(
                    Refusal(
                        code: "NO_CORRECTION",
                        zh: "没有待批准的更正 \(input.id)。",
                        en: "no correction \(input.id) waits for approval"
                    )
                )
            }
            return .init(cases: cases)
        }
        self.endpoint.read(SubjectsInterface.ListCorrections.self, in: &service) { _, _, core in
            .init(
                corrections: try core.cases.corrections().map { correction in
                    let state: SubjectsInterface.Correction.State =
                        switch correction.state {
                        case .waiting: .waiting
                        case .approved: .approved
                        case .refused: .refused
                        }
                    return .init(
                        id: Int(correction.id),
                        from: correction.from,
                        to: correction.to,
                        reason: correction.reason,
                        asked: correction.asked,
                        state: state,
                        decided: correction.decided
                    )
                }
            )
        }
    }

    private static func requireClerk(_ caller: Caller) throws(EngineError) {
        let isClerk =
            switch caller.standing {
            case .operator, .plugin: true
            default: caller.view.roles.contains { $0 == "bureau" || $0.hasSuffix(":bureau") }
            }
        guard isClerk else {
            throw .refused(
                Refusal(
                    code: "ROLE",
                    zh: "须由部门工作人员(bureau)办理。",
                    en: "this needs the role bureau"
                )
            )
        }
    }

    // MARK: The index

    private func addIndex(to service: inout VarlinkService) {
        self.endpoint.readNoting(SubjectsInterface.Get.self, in: &service) { input, caller, core in
            try Self.requireClerk(caller)
            let index = core.cases.index
            guard let card = try index.card(input.identifier) else {
                throw EngineError.refused(
                    Refusal(code: "NO_CARD", zh: "主索引中没有该当事人。", en: "the index has no card of that identifier")
                )
            }
            return (
                .init(card: Self.shown(card, caller, core)),
                { () throws(EngineError) in try index.noteReading(card) }
            )
        }
        self.endpoint.read(SubjectsInterface.Find.self, in: &service) { input, caller, core in
            try Self.requireClerk(caller)
            let limit = min(max(input.limit ?? 100, 1), 1_000)
            let offset = max(input.offset ?? 0, 0)
            let question: SubjectIndex.Question
            switch (input.name, input.area, input.tag) {
            case (let name?, nil, nil): question = .name(name)
            case (nil, let area?, nil): question = .area(area)
            case (nil, nil, let tag?):
                let isOwn = caller.mayRead(bureau: String(tag.prefix { $0 != "." }))
                guard isOwn || core.cases.index.declaration(of: tag)?.isShared ?? false else {
                    throw EngineError.refused(
                        Refusal(code: "ROLE", zh: "标签 \(tag) 未共享。", en: "the tag \(tag) is not shared")
                    )
                }
                question = .tag(tag)
            default:
                throw EngineError.invalid(
                    field: "name",
                    Bilingual("须给出名称、区划或标签之一", "exactly one of name, area and tag must be given")
                )
            }
            let found = try core.cases.index.find(question, limit: offset + limit + 1).dropFirst(offset)
            return .init(
                cards: found.prefix(limit).map { Self.shown($0.masked, caller, core) },
                more: found.count > limit
            )
        }
        self.endpoint.change(SubjectsInterface.Put.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            try Self.requireClerk(caller)
            let card = try core.cases.index.put(
                input.identifier,
                name: input.name,
                area: input.area,
                address: input.address,
                by: caller.view.id
            )
            return .init(card: Self.shown(card.masked, caller, core))
        }
        self.endpoint.change(SubjectsInterface.SetTag.self, in: &service, needs: .reader) {
            (input, caller, core) throws(EngineError) in
            let card = try core.cases.index.setTag(
                input.identifier,
                input.tag,
                of: input.bureau,
                on: input.on,
                by: caller.decider
            )
            return .init(card: Self.shown(card.masked, caller, core))
        }
    }

    private static func shown(
        _ card: SubjectCard,
        _ caller: Caller,
        _ core: DaemonCore
    ) -> SubjectsInterface.Card {
        let index = core.cases.index
        let card = index.seen(card) { caller.mayRead(bureau: $0) }
        return .init(
            id: card.id,
            kind: card.kind.rawValue,
            kindZh: card.kind.name.zh,
            kindEn: card.kind.name.en,
            name: card.name,
            area: card.area,
            address: card.address,
            aliases: card.aliases,
            status: card.status.rawValue,
            statusZh: card.status.name.zh,
            statusEn: card.status.name.en,
            tags: card.tags.map { tag in
                let name = index.declaration(of: tag.tag)?.name
                return .init(
                    tag: tag.tag,
                    zh: name?.zh ?? tag.tag,
                    en: name?.en ?? tag.tag,
                    since: tag.since.description,
                    by: tag.by
                )
            },
            events: card.events.map { event in
                .init(
                    event: event.event,
                    effective: event.effective.description,
                    at: Instant(milliseconds: event.at).description,
                    by: event.by
                )
            }
        )
    }
}
