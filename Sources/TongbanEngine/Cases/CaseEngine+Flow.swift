// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// Raises an event in a case on behalf of the system: a deadline, a delayed event, a handler's result.
    ///
    /// What came due before is done first, so that no deadline is met after its moment.
    ///
    /// - Returns: whether the flow took a transition; an event nobody waits for is told of and otherwise ignored.
    @discardableResult
    func raise(_ event: String, data: JSON, in number: String, from origin: String) throws(EngineError) -> Bool {
        try self.catchUp(number)
        var inHand = try self.load(number)
        let took = try self.raise(event, data: data, in: &inHand, from: origin)
        try self.keep(&inHand)
        return took
    }

    func raise(
        _ event: String,
        data: JSON,
        in inHand: inout CaseInHand,
        from origin: String
    ) throws(EngineError) -> Bool {
        guard inHand.record.isOpen else { return false }
        if try self.holds(event, data: data, in: &inHand, from: origin) { return false }
        self.countMoved(event, data: data, in: &inHand, from: origin)
        inHand.stamps = self.stamps(by: .system, of: inHand.record.number)
        inHand.cause = event
        inHand.origin = origin
        var values = data.objectValue ?? [:]
        for stamp in inHand.stamps {
            values[stamp.name] = stamp.value
        }
        let before = inHand.item.interpreter.atomicStates(of: inHand.state).joined(separator: "+")
        let step = try self.step(inHand, FlowEvent(name: event, data: .object(values)))
        try self.tell(
            "case.event",
            of: inHand,
            [
                "event": .string(event), "from": .string(before), "origin": .string(origin),
                "ignored": step.didHandle ? nil : true,
            ]
        )
        if !step.didHandle, inHand.item.declaration.keeps?.contains(event) ?? false {
            try self.keepEvent(event, data: .object(values), in: &inHand)
        }
        inHand.state = step.state
        try self.settle(&inHand, after: step)
        return step.didHandle
    }

    func step(_ inHand: CaseInHand, _ event: FlowEvent) throws(EngineError) -> FlowStep {
        self.stepsTaken += 1
        guard self.stepsTaken <= self.stepLimit else {
            throw .refused(
                Refusal(
                    code: "FLOW_LOOP",
                    zh: "流程不停地互相触发(超过 \(self.stepLimit) 步),已撤销本次操作。",
                    en: "flows keep setting each other off (over \(self.stepLimit) steps); nothing was changed"
                )
            )
        }
        return inHand.item.interpreter.handle(event, in: inHand.state)
    }

    /// Does what a step of the flow asked for, then what that set off in the same case, until the case waits.
    func settle(_ inHand: inout CaseInHand, after first: FlowStep) throws(EngineError) {
        var pending = [first]
        while !pending.isEmpty {
            let step = pending.removeFirst()
            if let undecided = step.undecided { throw .refused(Refusal(undecided)) }
            if let error = step.errors.first {
                throw .refused(
                    Refusal(
                        code: "FLOW_ERROR",
                        zh: "流程 \(inHand.record.item) 执行出错:\(error)",
                        en: "the flow of \(inHand.record.item) failed: \(error)"
                    )
                )
            }
            try self.pinRules(&inHand)
            try self.moved(&inHand, exited: step.exited, entered: step.entered)
            for output in step.outputs {
                if let event = try self.perform(output, in: &inHand) {
                    let next = try self.step(inHand, event)
                    inHand.state = next.state
                    pending.append(next)
                }
            }
        }
        guard inHand.state.isRunning else { return try self.finish(&inHand) }
        if !inHand.body.kept.isEmpty { try self.deliverKept(in: &inHand) }
    }

    /// Starts, pauses, resumes and ends deadlines by the states left and entered, and tells of the new state.
    private func moved(_ inHand: inout CaseInHand, exited: [String], entered: [String]) throws(EngineError) {
        guard !exited.isEmpty || !entered.isEmpty else { return }
        try self.moveDeadlines(&inHand, exited: exited, entered: entered)
        try self.endWork(of: exited, in: &inHand)
        let names = inHand.item.interpreter.atomicStates(of: inHand.state)
        let set = inHand.told.untold(inHand)
        try self.tell(
            "case.state",
            of: inHand,
            ["state": .string(names.joined(separator: "+")), "set": set.isEmpty ? nil : .object(set)]
        )
    }

    /// Does one thing the flow asked for.
    ///
    /// - Returns: an event that goes to the same flow at once.
    private func perform(_ output: FlowOutput, in inHand: inout CaseInHand) throws(EngineError) -> FlowEvent? {
        switch output {
        case .send(let send):
            return try self.perform(send, in: &inHand)
        case .cancel(let sendID):
            try self.engine.write(.removeTimer(id: "\(inHand.record.number)/send/\(sendID)"))
        case .log(let label, let value):
            try self.tell("case.log", of: inHand, ["label": .string(label), "value": value])
        case .startInvoke, .cancelInvoke, .done:
            break
        }
        return nil
    }

    private func perform(_ send: FlowSend, in inHand: inout CaseInHand) throws(EngineError) -> FlowEvent? {
        let number = inHand.record.number
        guard send.type == nil || send.type == "scxml" || send.type == "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
        else {
            if send.type == "decide" {
                try self.decisions.keep(send.data, in: &inHand)
                return nil
            }
            try self.apply(try self.effect(of: send), bureau: inHand.record.bureau, in: &inHand)
            return nil
        }
        if send.delayMilliseconds > 0 {
            let timer = TimerRecord(
                id: "\(number)/send/\(send.id)",
                due: Instant(milliseconds: self.engine.now.milliseconds + send.delayMilliseconds),
                caseNumber: number,
                body: RawJSON(TimerAction.event(name: send.event, data: send.data).json)
            )
            try self.engine.write(.putTimer(timer))
            return nil
        }
        if send.target == "#_parent" {
            if let parent = inHand.record.parent {
                self.deferred.append(Deferred(event: send.event, data: send.data, number: parent, origin: number))
            }
            return nil
        }
        return FlowEvent(name: send.event, data: send.data)
    }

    /// A `<send>` of one of our types as an effect: `type` is the effect, `event` its kind, register, item or topic.
    private func effect(of send: FlowSend) throws(EngineError) -> Effect {
        var object = send.data.objectValue ?? [:]
        object["effect"] = .string(send.type ?? "")
        switch send.type {
        case "submit": object = ["effect": "submit", "kind": .string(send.event), "payload": send.data]
        case "put":
            var record = JSONObject()
            for member in object where member.name.hasPrefix("record.") {
                record[String(member.name.dropFirst("record.".count))] = member.value
            }
            object = [
                "effect": "put", "register": .string(send.event), "key": object["key"] ?? .null,
                "record": .object(record), "from": object["from"] ?? .null,
            ]
        case "end", "remove": object["register"] = .string(send.event)
        case "open":
            object = ["effect": "open", "item": .string(send.event), "data": send.data.isNull ? [:] : send.data]
        case "withdraw": object = ["effect": "withdraw", "item": .string(send.event)]
        case "acquire", "release":
            object = [
                "effect": .string(send.type ?? ""),
                "locks": .array(send.event.split(separator: " ").filter { $0 != "*" }.map { .string(String($0)) }),
            ]
        case "mark": object = ["effect": "mark", "mark": .string(send.event), "on": object["on"] ?? true]
        case "handoff": object["handoff"] = .string(send.event)
        case "pay": object["fund"] = .string(send.event)
        case "tag": object["tag"] = .string(send.event)
        case "publish": object["notice"] = .string(send.event)
        case "notify": object["topic"] = .string(send.event)
        default: break
        }
        do {
            return try Effect(json: .object(object))
        } catch {
            throw .refused(
                Refusal(code: "FLOW_ERROR", zh: "流程的发送无法执行:\(error)", en: "a send of the flow cannot be done: \(error)")
            )
        }
    }

    /// The flow has ended: nothing of the case waits any more.
    ///
    /// - Parameter ended: as what it was ended from outside.
    func finish(_ inHand: inout CaseInHand, as ended: String? = nil) throws(EngineError) {
        guard inHand.record.closed == nil else { return }
        try self.handoffs.end(of: &inHand)
        try self.publicNotices.end(of: inHand)
        let wasSuspended = inHand.body.suspension != nil
        _ = try self.endSuspension(of: &inHand, by: nil)
        try self.endDeadlines(in: &inHand)
        let number = inHand.record.number
        for timer in try self.store({ store throws(StoreError) in try store.timers(caseNumber: number) }) {
            try self.engine.write(.removeTimer(id: timer.id))
        }
        let outcome = ended ?? inHand.item.interpreter.finalState(of: inHand.state)
        try self.release(nil, in: &inHand)
        try self.withdrawChildren(nil, of: inHand)
        inHand.record.isOpen = false
        inHand.record.closed = self.engine.now
        try self.tell("case.closed", of: inHand, ["outcome": outcome.map(JSON.string)])
        try self.closeMerged(with: inHand, outcome: outcome)
        // What the case still asked for is done; only a suspension held it up.
        if wasSuspended { try self.engine.unblock(caseNumber: number) }
        if let parent = inHand.record.parent {
            self.deferred.append(
                Deferred(
                    event: "child.\(inHand.record.item).closed",
                    data: ["case": .string(number), "outcome": outcome.map(JSON.string) ?? .null],
                    number: parent,
                    origin: number
                )
            )
        }
    }
}
