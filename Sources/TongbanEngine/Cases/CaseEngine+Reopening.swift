// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// The actions that take a closed case up again, such as an appeal.
    func reopenings(of inHand: CaseInHand) -> [ActionDeclaration] {
        guard !inHand.record.isOpen else { return [] }
        let ended = inHand.item.interpreter.atomicStates(of: inHand.state)
        return inHand.item.declaration.actions.filter { $0.reopens != nil && ended.contains($0.state) }
    }

    /// Why it is too late to take a closed case up again.
    func latenessRefusal(of action: ActionDeclaration, in inHand: CaseInHand) -> Refusal? {
        guard let text = action.within, let closed = inHand.record.closed else { return nil }
        let end: Instant
        do throws(EngineError) {
            end = try self.end(of: text, from: closed)
        } catch {
            guard case .refused(let refusal) = error else { return nil }
            return refusal
        }
        guard self.engine.now >= end else { return nil }
        let last = ShanghaiTime.day(of: Instant(milliseconds: end.milliseconds - 1))
        return Refusal(
            code: "TOO_LATE",
            zh: "“\(action.name.zh)”须在办结后 \(text) 内提出,已于 \(last) 截止。",
            en: "\"\(action.name.en)\" had to be taken within \(text) of the closing, by \(last)"
        )
    }

    /// When a limit that begins at a moment has passed.
    func end(of limit: String, from start: Instant) throws(EngineError) -> Instant {
        do {
            let rules = DeadlineRules(calendar: self.directory.calendar, hours: self.directory.officeHours)
            return try rules.due(DeadlineLedger(start: start, limit: try Limit(limit))).instant
        } catch {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "期限 \(limit) 无法计算:\(error)",
                    en: "the limit \(limit) cannot be computed: \(error)"
                )
            )
        }
    }

    /// Takes a closed case up again in the state the action names.
    func reopen(
        _ inHand: inout CaseInHand,
        by action: ActionDeclaration,
        at target: String,
        values: JSONObject
    ) throws(EngineError) {
        if let key = inHand.record.key,
            let other = try self.store({ store throws(StoreError) in
                try store.openCase(bureau: inHand.record.bureau, item: inHand.record.item, key: key)
            })
        {
            throw .refused(.duplicate(other.number))
        }
        let outcome = self.outcome(of: inHand)
        try self.recountChildren(of: &inHand)
        self.stepsTaken += 1
        guard
            let step = inHand.item.interpreter.reenter(
                target,
                with: FlowEvent(name: action.id, data: .object(values)),
                in: inHand.state
            )
        else {
            throw .refused(
                Refusal(
                    code: "FLOW_ERROR",
                    zh: "办件不能从状态 \(target) 重新启动。",
                    en: "the case cannot be taken up again in \(target)"
                )
            )
        }
        inHand.record.isOpen = true
        inHand.record.closed = nil
        try self.tell("case.reopened", of: inHand, ["action": .string(action.id), "state": .string(target)])
        inHand.state = step.state
        if let parent = inHand.record.parent {
            self.deferred.append(
                Deferred(
                    event: "child.\(inHand.record.item).reopened",
                    data: ["case": .string(inHand.record.number), "outcome": outcome.map(JSON.string) ?? .null],
                    number: parent,
                    origin: inHand.record.number
                )
            )
        }
        try self.settle(&inHand, after: step)
    }
}
