// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// Takes an action in a case: checks state, role, area, four-eyes, values and rules, in this order, then runs the
    /// flow to where it waits next.
    ///
    /// - Parameter revision: the revision the caller saw; another one is refused.
    public func act(
        _ action: String,
        in number: String,
        data: JSONObject,
        revision: Int?,
        by asked: PersonView
    ) throws(EngineError) {
        var inHand = try self.load(number)
        if try self.catchUp(number) { inHand = try self.load(number) }
        let person = try self.mandated(asked, in: &inHand)
        inHand.acting = .init(action: action, person: person, asked: asked)
        if let revision, revision != inHand.record.revision {
            throw .conflict(number: number, revision: inHand.record.revision)
        }
        let declaration = try self.possible(action, in: inHand)
        if let refusal = self.refusal(of: declaration, in: inHand, for: person) { throw .refused(refusal) }
        let faults = self.faults(of: data, for: declaration, in: inHand)
        guard faults.isEmpty else { throw .invalidForm(faults) }
        let data = self.normal(data, for: declaration, in: inHand)
        try self.require(declaration.requirements, of: inHand, form: data, by: person)
        if declaration.form == .completes {
            let form = self.form(of: inHand, changedBy: data)
            try self.require(inHand.item.declaration.requirements, of: inHand, form: form, by: person)
        }
        if inHand.item.declaration.suspension != nil {
            switch action {
            case SuspensionDeclaration.suspendAction: return try self.suspend(&inHand, data: data, by: person)
            case SuspensionDeclaration.resumeAction: return try self.resume(&inHand, data: data, by: person)
            default: break
            }
        }

        for lengthening in declaration.extensions {
            try self.extend(lengthening, in: &inHand)
        }
        if declaration.reopens != nil { Self.takeUp(&inHand, at: self.engine.now) }
        for member in data {
            inHand.state.data[member.name] = member.value
        }
        if let use = declaration.form { try self.reindex(&inHand, isDraft: use == .edits) }
        inHand.stamps = self.stamps(by: person, of: number)
        inHand.body.acts.append(CaseBody.Act(action: action, actor: person.id, at: self.engine.now))
        var values = data
        for stamp in inHand.stamps {
            values[stamp.name] = stamp.value
        }
        try self.tell(
            "case.action",
            of: inHand,
            [
                "action": .string(action), "from": .string(inHand.record.state),
                "values": data.isEmpty
                    ? nil
                    : .object(
                        FormMask(
                            fields: declaration.form == nil
                                ? declaration.fields : declaration.fields + inHand.item.declaration.form
                        ).journal(data)
                    ),
            ]
        )
        if let target = declaration.reopens {
            try self.reopen(&inHand, by: declaration, at: target, values: values)
            return try self.keep(&inHand)
        }
        let step = try self.step(inHand, FlowEvent(name: action, data: .object(values)))
        guard step.didTransition else {
            throw .refused(
                Refusal(
                    code: "NOT_NOW",
                    zh: "办件 \(number) 目前不满足“\(declaration.name.zh)”的条件。",
                    en: "the conditions for \"\(declaration.name.en)\" do not hold in case \(number) now"
                )
            )
        }
        inHand.state = step.state
        try self.settle(&inHand, after: step)
        try self.tellMerged(of: inHand, declaration)
        try self.keep(&inHand)
    }

    /// The declaration of an action as it holds in the innermost active state that offers it.
    func possible(_ action: String, in inHand: CaseInHand) throws(EngineError) -> ActionDeclaration {
        if let merge = inHand.body.merge { throw .refused(.merged(inHand.record.number, into: merge.main)) }
        let offered = self.offered(in: inHand)
        if let declaration = offered.first(where: { $0.id == action }) { return declaration }
        let possible = offered.map(\.id)
        guard inHand.record.isOpen else {
            throw .refused(
                Refusal(
                    code: "CLOSED",
                    zh: "办件 \(inHand.record.number) 已办结(\(inHand.record.state)),不能再办理。",
                    en: "case \(inHand.record.number) is closed (\(inHand.record.state))"
                )
            )
        }
        throw .refused(
            Refusal(
                code: "NOT_POSSIBLE",
                zh:
                    "办件 \(inHand.record.number) 处于“\(inHand.record.state)”,不能执行 \(action);现在可以:\(possible.joined(separator: "、"))。",
                en:
                    "case \(inHand.record.number) is in \(inHand.record.state): \(action) is not possible; possible now: \(possible.joined(separator: ", "))"
            )
        )
    }

    /// The actions the active states offer, each once, innermost first.
    func offered(in inHand: CaseInHand) -> [ActionDeclaration] {
        guard inHand.body.merge == nil else { return [] }
        guard inHand.record.isOpen else { return self.reopenings(of: inHand) }
        let configuration = inHand.configuration
        var seen: Set<String> = []
        let own = inHand.item.declaration.actions
            .filter { configuration.contains($0.state) }
            .sorted { inHand.item.interpreter.depth(of: $0.state) > inHand.item.interpreter.depth(of: $1.state) }
            .filter { seen.insert($0.id).inserted }
        guard let suspension = inHand.item.declaration.suspension else { return own }
        if inHand.body.suspension != nil { return [suspension.resuming] + own }
        return suspension.states.contains(where: configuration.contains) ? own + [suspension.suspending] : own
    }

    /// Why the person may not take the action, values and rules aside.
    func refusal(of action: ActionDeclaration, in inHand: CaseInHand, for person: PersonView) -> Refusal? {
        // Who did the work is told so, whatever roles he has beside that.
        if inHand.body.wasTaken(action.notBy.filter { $0 != "open" }, by: person.id) { return Self.fourEyes(action) }
        guard person.holdsOne(of: action.roles, in: inHand.record.bureau) else {
            return .role(action.roles, toDo: action.name)
        }
        guard person.covers(inHand.record.area) else {
            return .area(inHand.record.area ?? "", of: person.area ?? "")
        }
        if inHand.body.wasTaken(action.notBy, by: person.id) { return Self.fourEyes(action) }
        return self.suspensionRefusal(of: action, in: inHand, for: person)
            ?? self.latenessRefusal(of: action, in: inHand) ?? self.dependence(of: action, in: inHand, for: person)
    }

    private static func fourEyes(_ action: ActionDeclaration) -> Refusal {
        Refusal(
            code: "FOUR_EYES",
            zh: "“\(action.name.zh)”须由另一人办理:您已在本办件中经手过 \(action.notBy.joined(separator: "、"))。",
            en:
                "\"\(action.name.en)\" must be taken by somebody else: you took one of \(action.notBy.joined(separator: ", ")) in this case"
        )
    }

    func require(
        _ requirements: [RequirementDeclaration],
        of inHand: CaseInHand,
        form: JSONObject,
        by person: PersonView
    ) throws(EngineError) {
        guard !requirements.isEmpty else { return }
        let context = inHand.context(form: form, actor: person, now: self.engine.now)
        var unavailable: EngineError?
        func record(_ register: String, _ key: String, forText: Bool) -> JSONObject? {
            do throws(EngineError) {
                return try self.registers.asked(key, in: register, of: inHand.record.bureau, forText: forText)
            } catch {
                unavailable = error
                return nil
            }
        }
        for requirement in requirements {
            let holds: Bool
            do {
                holds = try JsonLogic.isTrue(
                    requirement.condition,
                    data: context,
                    decisions: inHand.item.decisions,
                    records: { record($0, $1, forText: false) }
                )
            } catch JsonLogicError.undecided(let error) {
                throw .refused(Refusal(error))
            } catch {
                throw .refused(
                    Refusal(
                        code: requirement.code,
                        zh: "规则 \(requirement.code) 无法判断:\(error)",
                        en: "rule \(requirement.code) cannot be evaluated: \(error)"
                    )
                )
            }
            if let unavailable { throw unavailable }
            guard !holds else { continue }
            var refusal = Refusal(
                code: requirement.code,
                zh: requirement.message.zh,
                en: requirement.message.en
            )
            if let detail = requirement.detail,
                let value = try? JsonLogic.evaluate(
                    detail,
                    data: context,
                    decisions: inHand.item.decisions,
                    records: { record($0, $1, forText: true) }
                )
            {
                let text = value.stringValue ?? value.text
                refusal = Refusal(
                    code: "\(requirement.code) \(text)",
                    zh: "\(requirement.message.zh)(\(text))",
                    en: "\(requirement.message.en) (\(text))"
                )
            }
            throw .refused(refusal)
        }
    }

    /// What every event carries besides its values: who, and when.
    func stamps(by person: PersonView, of number: String) -> JSONObject {
        [
            "_actor": .string(person.id), "_case": .string(number),
            "_today": .string(ShanghaiTime.day(of: self.engine.now).description),
            "_now": .string(self.engine.now.description),
        ]
    }
}
