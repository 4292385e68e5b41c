// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Handoffs`.
struct HandoffMethods {
    let endpoint: Endpoint
    private static let largestPage = 1_000
    /// So many hand-offs one call looks at, so that a call of somebody who may see few of them stays short.
    private static let largestSearch = 10_000

    func add(to service: inout VarlinkService) {
        service.add(HandoffsInterface.interface)
        self.addReading(to: &service)
        self.addReceiving(to: &service)
        self.addSending(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(HandoffsInterface.List.self, in: &service) { input, caller, core in
            let limit = min(max(input.limit ?? 100, 1), Self.largestPage)
            var found: [HandoffRecord] = []
            var after = input.after
            var isEnd = false
            var examined = 0
            while found.count < limit, !isEnd, examined < Self.largestSearch {
                let page = try Self.page(input, after: after, limit, core)
                isEnd = page.count < limit
                examined += page.count
                for handoff in page {
                    after = handoff.number
                    guard Self.maySee(handoff, caller, core),
                        input.state.map({ $0 == handoff.state.rawValue }) ?? true,
                        input.open.map({ $0 == handoff.isOpen }) ?? true
                    else { continue }
                    found.append(handoff)
                    if found.count == limit {
                        isEnd = isEnd && handoff.number == page.last?.number
                        break
                    }
                }
            }
            return .init(handoffs: found.map { Self.shown($0, core, whole: false) }, next: isEnd ? nil : after)
        }
        self.endpoint.readNoting(HandoffsInterface.Get.self, in: &service) { input, caller, core in
            let handoff = try core.cases.handoffs.handoff(input.number)
            guard Self.maySee(handoff, caller, core) else { throw EngineError.refused(Self.unknown(input.number)) }
            let isWhole = Self.isParty(handoff, caller, core)
            let output = HandoffsInterface.Get.Output(
                handoff: Self.shown(handoff, core, whole: isWhole),
                data: isWhole ? RawJSON(handoff.data) : RawJSON(.object([:])),
                attachments: handoff.attachments,
                result: isWhole ? handoff.result : nil,
                evidence: handoff.evidence,
                events: handoff.events.map { event in
                    .init(
                        what: event.what,
                        by: event.by,
                        at: Instant(milliseconds: event.at).description,
                        text: isWhole ? event.text : nil,
                        to: event.to
                    )
                }
            )
            guard isWhole, !handoff.sensitive.isEmpty else { return (output, nil) }
            return (output, { () throws(EngineError) in try core.cases.handoffs.noteReading(of: handoff) })
        }
    }

    private func addReceiving(to service: inout VarlinkService) {
        self.endpoint.change(HandoffsInterface.Deliver.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.deliver(input.number, by: caller.decider)
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Take.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.take(input.number, case: input.case, by: caller.decider)
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Bounce.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.bounce(
                input.number,
                competent: input.competent,
                reason: input.reason,
                by: caller.decider
            )
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Finish.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.finish(
                input.number,
                result: input.result,
                evidence: input.evidence ?? [],
                case: input.case,
                by: caller.decider
            )
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
    }

    private func addSending(to service: inout VarlinkService) {
        self.endpoint.change(HandoffsInterface.Send.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let number = try core.cases.handoffs.send(
                input.kind,
                of: input.case,
                request: input.request,
                urgency: try Self.urgency(input.urgency),
                attachments: input.attachments ?? [],
                by: caller.decider
            )
            return .init(handoff: Self.shown(try core.cases.handoffs.handoff(number), core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Redirect.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.redirect(
                input.number,
                to: input.to,
                named: Self.name(input.zh, input.en),
                by: caller.decider
            )
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Confirm.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.confirm(input.number, by: caller.decider)
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Redo.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.redo(input.number, reason: input.reason, by: caller.decider)
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Withdraw.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.withdraw(input.number, reason: input.reason, by: caller.decider)
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
        self.endpoint.change(HandoffsInterface.Decide.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let handoff = try core.cases.handoffs.decide(
                input.number,
                body: input.to,
                named: Self.name(input.zh, input.en),
                reason: input.reason,
                by: caller.decider
            )
            return .init(handoff: Self.shown(handoff, core, whole: true))
        }
    }

    // MARK: Who sees what

    private static func isParty(_ handoff: HandoffRecord, _ caller: Caller, _ core: DaemonCore) -> Bool {
        let person = caller.decider
        let desk = core.cases.handoffs
        return desk.isReceiver(person, of: handoff) || desk.isSender(person, of: handoff) || desk.isCoordinator(person)
    }

    private static func maySee(_ handoff: HandoffRecord, _ caller: Caller, _ core: DaemonCore) -> Bool {
        Self.isParty(handoff, caller, core) || caller.mayRead(bureau: handoff.bureau)
            || caller.mayRead(bureau: handoff.to.id)
    }

    private static func unknown(_ number: String) -> Refusal {
        Refusal(code: "NO_HANDOFF", zh: "没有移交单 \(number)。", en: "there is no hand-off \(number)")
    }

    private static func page(
        _ input: HandoffsInterface.List.Input,
        after: String?,
        _ limit: Int,
        _ core: DaemonCore
    ) throws(EngineError) -> [HandoffRecord] {
        let desk = core.cases.handoffs
        guard let bureau = input.bureau else { return try desk.handoffs(after: after, limit: limit) }
        guard let side = HandoffDesk.Side(rawValue: input.side ?? "to") else {
            throw .invalid(field: "side", Bilingual("须为 from 或 to", "must be from or to"))
        }
        return try desk.handoffs(side, bureau, after: after, limit: limit)
    }

    private static func urgency(_ code: String?) throws(EngineError) -> HandoffUrgency? {
        guard let code else { return nil }
        guard let urgency = HandoffUrgency(rawValue: code) else {
            throw .invalid(
                field: "urgency",
                Bilingual("须为 NORMAL、URGENT 或 LIFE", "must be NORMAL, URGENT or LIFE")
            )
        }
        return urgency
    }

    private static func name(_ zh: String?, _ en: String?) -> Bilingual? {
        guard let either = zh ?? en else { return nil }
        return Bilingual(zh ?? either, en ?? either)
    }

    private static func shown(
        _ handoff: HandoffRecord,
        _ core: DaemonCore,
        whole isWhole: Bool
    ) -> HandoffsInterface.Handoff {
        let due = core.cases.handoffs.due(of: handoff)
        return .init(
            number: handoff.number,
            kind: handoff.kind,
            zh: handoff.title.zh,
            en: handoff.title.en,
            bureau: handoff.bureau,
            case: handoff.caseNumber,
            to: handoff.to.id,
            toZh: handoff.to.name.zh,
            toEn: handoff.to.name.en,
            slip: !handoff.to.isBureau,
            request: isWhole ? handoff.request : "",
            urgency: handoff.urgency.rawValue,
            state: handoff.state.rawValue,
            stateZh: handoff.state.name.zh,
            stateEn: handoff.state.name.en,
            due: due?.instant.description,
            provisional: due?.isProvisional ?? false,
            bounces: handoff.bounces,
            redos: handoff.redos,
            binding: handoff.isBinding,
            receiverCase: handoff.receiverCase,
            breaches: handoff.breachedSteps
        )
    }
}
