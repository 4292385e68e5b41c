// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine: EffectHandler {
    /// Applies the effects of a finished task, in their order; the first that is refused refuses them all.
    public func apply(_ effects: [RawJSON], of task: TaskRecord, in engine: Engine) throws(EngineError) {
        try self.call { () throws(EngineError) in
            let bureau = String(task.queue.prefix { $0 != "." })
            for raw in effects {
                let effect: Effect
                do {
                    effect = try Effect(json: raw.parsed())
                } catch {
                    throw .refused(
                        Refusal(code: "BAD_EFFECT", zh: "效果无法读取:\(error)", en: "an effect cannot be read: \(error)")
                    )
                }
                if let number = task.caseNumber {
                    var inHand = try self.load(number)
                    let before = inHand.record.revision
                    try self.apply(effect, bureau: bureau, in: &inHand)
                    // An effect that touches the case keeps it itself when it is another one.
                    if effect.touches(ownCase: number), inHand.record.revision == before { try self.keep(&inHand) }
                } else {
                    try self.apply(effect, bureau: bureau)
                }
                try self.drain()
            }
        }
    }

    /// Applies an effect that a case's flow or task asked for.
    func apply(_ effect: Effect, bureau: String, in inHand: inout CaseInHand) throws(EngineError) {
        let number = inHand.record.number
        switch effect {
        case .raise(let event, let other, let data) where other == nil || other == number:
            _ = try self.raise(event, data: data, in: &inHand, from: "handler")
        case .set(let values, let other) where other == nil || other == number:
            for member in values {
                inHand.state.data[member.name] = member.value
            }
            try self.tell("case.changed", of: inHand, ["values": .object(inHand.item.mask.journal(values))])
        case .open(let item, let data, let handoff):
            let child = try self.openChild(
                NewCase(bureau: bureau, item: item, data: data, area: inHand.record.area, parent: number)
            )
            try self.addLink(.child, to: child, in: &inHand)
            self.countOpened(item, in: &inHand)
            if let handoff { try self.handoffs.assign(handoff, to: child, of: bureau) }
        case .withdraw(let item):
            try self.withdrawChildren(item, of: inHand)
        case .acquire(let locks):
            try self.acquire(locks, in: &inHand)
        case .release(let locks):
            try self.release(locks.isEmpty ? nil : locks, in: &inHand)
        case .decide(let table, let into, let inputs):
            try self.decisions.decide(table, into: into, inputs: inputs, in: &inHand)
        case .handOff(let id, let request, let urgency):
            try self.handoffs.send(id, request: request, urgency: urgency, in: &inHand, by: nil)
        case .pay(let fund, let amount, let payee):
            try self.money.pay(fund, amount, to: payee, for: inHand)
        case .publish(let id):
            try self.publicNotices.publish(id, for: inHand)
        case .recover(let amount):
            try self.money.recover(amount, for: number, by: inHand.acting?.asked.id ?? "system", note: nil)
        case .submit(let kind, let payload, let key, let notBefore):
            try self.submit(
                kind: kind,
                payload: payload,
                key: key,
                notBefore: notBefore,
                bureau: bureau,
                caseNumber: number
            )
        case .mark(let name, let on):
            guard inHand.body.marks.contains(name) != on else { return }
            inHand.body.marks = on ? (inHand.body.marks + [name]).sorted() : inHand.body.marks.filter { $0 != name }
            try self.tell(on ? "case.marked" : "case.unmarked", of: inHand, ["mark": .string(name)])
        case .notify(let to, let text, let topic, let urgency):
            try self.notify(to, text: text, topic: topic, urgency: urgency, of: inHand)
        default:
            try self.apply(effect, bureau: bureau)
        }
    }

    /// Applies an effect that no case is in hand for.
    func apply(_ effect: Effect, bureau: String) throws(EngineError) {
        switch effect {
        case .put(let register, let key, let record, let from):
            try self.put(bureau: bureau, register: register, key: key, data: record, from: from)
        case .end(let register, let key, let day):
            try self.registers.end(key, on: day, bureau: bureau, register: register)
        case .remove(let register, let key):
            try self.remove(bureau: bureau, register: register, key: key)
        case .raise(let event, let number, let data):
            guard let number else { throw .refused(.noCase) }
            try self.ownCase(number, of: bureau)
            self.deferred.append(Deferred(event: event, data: data, number: number, origin: "handler"))
        case .set(let values, let number):
            guard let number else { throw .refused(.noCase) }
            try self.ownCase(number, of: bureau)
            var inHand = try self.load(number)
            for member in values {
                inHand.state.data[member.name] = member.value
            }
            try self.tell("case.changed", of: inHand, ["values": .object(inHand.item.mask.journal(values))])
            try self.keep(&inHand)
        case .mark, .withdraw, .acquire, .release, .decide, .handOff, .pay, .recover, .publish:
            throw .refused(.noCase)
        case .tag(let tag, let subject, let on):
            try self.index.tag(subject, tag, of: bureau, on: on, by: "system")
        case .open(let item, let data, let handoff):
            let number = try self.open(NewCase(bureau: bureau, item: item, data: data), by: .system)
            if let handoff { try self.handoffs.assign(handoff, to: number, of: bureau) }
        case .submit(let kind, let payload, let key, let notBefore):
            try self.submit(
                kind: kind,
                payload: payload,
                key: key,
                notBefore: notBefore,
                bureau: bureau,
                caseNumber: nil
            )
        case .notify(let to, let text, let topic, let urgency):
            try self.engine.record("notify.\(topic)", bureau: bureau, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("to", to)
                writer.member("zh", text.zh)
                writer.member("en", text.en)
                if urgency != .normal { writer.member("urgency", urgency.rawValue) }
                writer.endObject()
            }
            try self.messages.tell(topic, to, text, of: bureau, caseNumber: nil, urgency: urgency)
        }
    }

    /// A bureau changes its own cases only.
    private func ownCase(_ number: String, of bureau: String) throws(EngineError) {
        guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(number) }) else {
            throw .noSuchCase(number)
        }
        guard record.bureau == bureau else {
            throw .refused(
                Refusal(
                    code: "OTHER_BUREAU",
                    zh: "办件 \(number) 属于其他部门。",
                    en: "case \(number) belongs to another bureau"
                )
            )
        }
    }

    private func submit(
        kind: String,
        payload: JSONObject,
        key: String?,
        notBefore: Instant?,
        bureau: String,
        caseNumber: String?
    ) throws(EngineError) {
        _ = try self.engine.submit([
            NewTask(
                queue: bureau,
                kind: kind,
                payload: RawJSON(.object(payload)),
                key: key,
                notBefore: notBefore,
                caseNumber: caseNumber
            )
        ])
    }
}

extension Effect {
    /// Whether it changes the case its task belongs to, named or not.
    func touches(ownCase own: String) -> Bool {
        switch self {
        case .raise(_, let number, _): number == nil || number == own
        case .set(_, let number): number == nil || number == own
        case .open, .mark, .withdraw, .acquire, .release, .decide, .handOff: true
        case .put, .remove, .end, .submit, .notify, .pay, .recover, .publish, .tag: false
        }
    }
}
