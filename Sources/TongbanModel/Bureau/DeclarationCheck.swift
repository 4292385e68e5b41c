// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Checks a bureau's declaration before it is accepted.
public enum DeclarationCheck {
    public struct Fault: Sendable, Hashable {
        /// Such as `complaint/RECEIVED/accept`.
        public var place: String
        public var message: Bilingual
    }

    public static func faults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ place: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: place, message: Bilingual(zh, en)))
        }
        if bureau.prefix.utf8.count != 2 || !bureau.prefix.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
            fault("prefix", "编号前缀须为两个大写字母", "the prefix must be two capital letters")
        }
        if !(1...256).contains(bureau.concurrency) {
            fault("concurrency", "并发数须为 1 至 256", "the concurrency must be 1 to 256")
        }
        for (ids, what) in [
            (bureau.items.map(\.id), "item"), (bureau.registers.map(\.id), "register"),
            (bureau.handlers.map(\.kind), "handler"),
        ] {
            for id in Self.repeated(ids) { fault(id, "\(what) 重复", "this \(what) is declared twice") }
        }
        for register in bureau.registers { faults += self.faults(in: register) }
        faults += self.decisionFaults(in: bureau)
        faults += self.reportFaults(in: bureau)
        for item in bureau.items {
            faults += self.faults(in: item)
            faults += self.closingFaults(in: item, of: bureau)
            faults += self.ruleFaults(in: item, of: bureau)
            faults += ExpressionCheck.faults(in: item, of: bureau)
        }
        faults += self.ruleBookFaults(in: bureau)
        faults += self.scheduleFaults(in: bureau)
        faults += self.handoffFaults(in: bureau)
        faults += self.moneyFaults(in: bureau)
        faults += self.publicNoticeFaults(in: bureau)
        faults += self.rotaFaults(in: bureau)
        faults += self.cascadeFaults(in: bureau)
        faults += self.subjectFaults(in: bureau)
        return faults
    }

    private static func faults(in item: ItemDeclaration) -> [Fault] {
        var faults: [Fault] = []
        let reopened = item.actions.compactMap(\.reopens)
        for finding in FlowCheck.findings(in: item.flow, alsoEntered: reopened) {
            faults.append(
                Fault(
                    place: "\(item.id)/\(finding.state)",
                    message: Bilingual(finding.message.zh, finding.message.en)
                )
            )
        }
        for field in item.uniqueKey where !item.form.contains(where: { $0.id == field }) {
            faults.append(
                Fault(
                    place: item.id,
                    message: Bilingual("唯一键 \(field) 不是表单字段", "the unique key \(field) is no field of the form")
                )
            )
        }
        // The counts of the cases a case opened stand there.
        if item.form.contains(where: { $0.id == "children" }) {
            faults.append(
                Fault(
                    place: item.id,
                    message: Bilingual("字段名 children 由系统使用", "the field name children is the system's own")
                )
            )
        }
        for field in item.allFields where field.seenBy != nil && field.privacy != .sensitive {
            faults.append(
                Fault(
                    place: "\(item.id)/\(field.id)",
                    message: Bilingual(
                        "只给部分角色看的字段须为敏感信息,否则日志会写明",
                        "a field only some roles may see must be sensitive, since the journal would hold it"
                    )
                )
            )
        }
        for action in item.actions where action.roles.isEmpty {
            faults.append(
                Fault(
                    place: "\(item.id)/\(action.state)/\(action.id)",
                    message: Bilingual("动作没有角色", "the action has no role")
                )
            )
        }
        for action in item.actions {
            for lengthening in action.extensions
            where !item.deadlines.contains(where: { $0.id == lengthening.deadline }) {
                faults.append(
                    Fault(
                        place: "\(item.id)/\(action.id)",
                        message: Bilingual(
                            "要延长的时限 \(lengthening.deadline) 不存在",
                            "there is no deadline \(lengthening.deadline) to extend"
                        )
                    )
                )
            }
        }
        for id in Self.repeated(item.deadlines.map(\.id)) {
            faults.append(
                Fault(place: "\(item.id)/\(id)", message: Bilingual("时限重复", "this deadline is declared twice"))
            )
        }
        for field in [item.contactField, item.basisField].compactMap({ $0 })
        where !item.form.contains(where: { $0.id == field }) {
            faults.append(
                Fault(
                    place: item.id,
                    message: Bilingual("\(field) 不是表单字段", "\(field) is no field of the form")
                )
            )
        }
        if item.draft == true, !item.actions.contains(where: { $0.form == .completes }) {
            faults.append(
                Fault(
                    place: item.id,
                    message: Bilingual("草稿没有可提交的动作", "no action completes the form of a draft")
                )
            )
        }
        return faults + self.deadlineFaults(in: item) + self.workFaults(in: item) + self.reopeningFaults(in: item)
            + self.suspensionFaults(in: item)
            + self.untimedStates(in: item) + self.holderFaults(in: item)
    }

    /// A body or a pause has a name, and only they have one.
    private static func holderFaults(in item: ItemDeclaration) -> [Fault] {
        item.states.compactMap { state -> Fault? in
            guard let holder = state.holder else { return nil }
            let needsName = holder.kind == .body || holder.kind == .pause
            let isNamed = holder.name.map { !$0.isNull && $0 != "" } ?? false
            guard needsName != isNamed else { return nil }
            return Fault(
                place: "\(item.id)/\(state.id)",
                message: needsName
                    ? Bilingual("暂停或其他单位须有名称", "a pause or another body needs a name")
                    : Bilingual("承办部门和申请人没有名称", "neither the bureau nor the applicant has a name here")
            )
        }
    }

    private static func reopeningFaults(in item: ItemDeclaration) -> [Fault] {
        let states = item.flow.stateKinds
        var faults: [Fault] = []
        for action in item.actions {
            func fault(_ zh: String, _ en: String) {
                faults.append(Fault(place: "\(item.id)/\(action.state)/\(action.id)", message: Bilingual(zh, en)))
            }
            let isFinal = states[action.state] == .final
            if let target = action.reopens {
                if !isFinal { fault("只有终止状态的动作才能重新启动办件", "only an action in a final state takes a case up again") }
                switch states[target] {
                case nil: fault("去向 \(target) 不存在", "there is no state \(target)")
                case .final, .history: fault("去向 \(target) 不是可停留的状态", "a case cannot rest in \(target)")
                default: break
                }
            } else if isFinal {
                fault("终止状态的动作须注明重新启动的去向", "an action in a final state must say where the case is taken up again")
            }
            if let within = action.within, (try? Limit(within)) == nil || action.reopens == nil {
                fault("期限 \(within) 有误", "the limit \(within) makes no sense here")
            }
        }
        return faults
    }

    private static func suspensionFaults(in item: ItemDeclaration) -> [Fault] {
        guard let suspension = item.suspension else { return [] }
        let states = item.flow.stateKinds
        var faults: [Fault] = []
        func fault(_ zh: String, _ en: String) {
            faults.append(Fault(place: "\(item.id)/suspension", message: Bilingual(zh, en)))
        }
        if suspension.states.isEmpty { fault("没有可中止的状态", "it names no state") }
        for state in suspension.states where states[state] == nil || states[state] == .final {
            fault("状态 \(state) 不能中止", "no case can be suspended in \(state)")
        }
        if suspension.roles.isEmpty || suspension.deciders.isEmpty { fault("没有角色", "it names no role") }
        if suspension.reasons.isEmpty { fault("没有中止原因", "it names no reason") }
        if (try? Limit(suspension.limit)) == nil {
            fault("期限 \(suspension.limit) 有误", "the limit \(suspension.limit) cannot be read")
        }
        for own in [SuspensionDeclaration.suspendAction, SuspensionDeclaration.resumeAction]
        where item.actions.contains(where: { $0.id == own }) {
            fault("动作 \(own) 已由中止办理占用", "the action \(own) is the suspension's own")
        }
        if item.deadlines.contains(where: { $0.id == SuspensionDeclaration.deadline }) {
            fault("时限 suspension 已由中止办理占用", "the deadline suspension is the suspension's own")
        }
        if states[SuspensionDeclaration.state] != nil {
            fault("状态 SUSPENDED 已由中止办理占用", "the state SUSPENDED is the suspension's own")
        }
        return faults
    }

    /// A state in which a case waits needs a deadline, of its own or around it, or says that it has none.
    private static func untimedStates(in item: ItemDeclaration) -> [Fault] {
        item.flow.waitingStates.compactMap { state -> Fault? in
            let around = [state] + item.flow.ancestors(of: state)
            let isTimed = item.deadlines.contains { deadline in
                around.contains(deadline.state) || deadline.timesEvery(around)
            }
            let isUntimed = item.states.contains { around.contains($0.id) && $0.untimed }
            guard !isTimed, !isUntimed else { return nil }
            return Fault(
                place: "\(item.id)/\(state)",
                message: Bilingual(
                    "办件会停在这里,却没有时限,也没有注明 untimed",
                    "a case waits here without a deadline, and it is not said to be untimed"
                )
            )
        }
    }

    private static func repeated(_ ids: [String]) -> [String] {
        var seen: Set<String> = []
        return ids.filter { !seen.insert($0).inserted }
    }
}

extension DeadlineDeclaration {
    /// Whether it is a deadline of the whole case, from opening to closing, whose clock goes in a state.
    fileprivate func timesEvery(_ around: [String]) -> Bool {
        self.isOfWholeCase && self.startsIn == nil && self.endsOn == nil
            && !self.pausedIn.contains { around.contains($0) }
    }
}
