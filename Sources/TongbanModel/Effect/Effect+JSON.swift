// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Why an effect could not be read.
public struct EffectError: Error, Sendable, Hashable, CustomStringConvertible {
    public var description: String
}

extension Effect {
    /// The form in which effects travel: an object whose member `effect` names the kind.
    public var json: JSON {
        switch self {
        case .put(let register, let key, let record, let from):
            Self.object(
                "put",
                [
                    "register": .string(register), "key": .string(key), "record": .object(record),
                    "from": from.map { .string($0.description) },
                ]
            )
        case .end(let register, let key, let day):
            ["effect": "end", "register": .string(register), "key": .string(key), "on": .string(day.description)]
        case .remove(let register, let key):
            ["effect": "remove", "register": .string(register), "key": .string(key)]
        case .raise(let event, let number, let data):
            Self.object("raise", ["event": .string(event), "case": number.map(JSON.string), "data": data])
        case .set(let values, let number):
            Self.object("set", ["values": .object(values), "case": number.map(JSON.string)])
        case .open(let item, let data, let handoff):
            Self.object(
                "open",
                ["item": .string(item), "data": .object(data), "handoff": handoff.map(JSON.string)]
            )
        case .submit(let kind, let payload, let key, let notBefore):
            Self.object(
                "submit",
                [
                    "kind": .string(kind), "payload": .object(payload), "key": key.map(JSON.string),
                    "notBefore": notBefore.map { .string($0.description) },
                ]
            )
        case .mark(let name, let on):
            ["effect": "mark", "mark": .string(name), "on": .bool(on)]
        case .withdraw(let item): ["effect": "withdraw", "item": .string(item)]
        case .acquire(let locks): ["effect": "acquire", "locks": .array(locks.map(JSON.string))]
        case .release(let locks): ["effect": "release", "locks": .array(locks.map(JSON.string))]
        case .decide(let table, let into, let inputs):
            Self.object(
                "decide",
                ["table": .string(table), "into": into.map(JSON.string), "inputs": inputs.map(JSON.object)]
            )
        case .handOff(let id, let request, let urgency):
            Self.object(
                "handoff",
                [
                    "handoff": .string(id), "request": .string(request),
                    "urgency": urgency.map { .string($0.rawValue) },
                ]
            )
        case .pay(let fund, let amount, let payee):
            Self.object(
                "pay",
                ["fund": .string(fund), "amount": .integer(amount), "payee": payee.map(JSON.string)]
            )
        case .recover(let amount): ["effect": "recover", "amount": .integer(amount)]
        case .publish(let id): ["effect": "publish", "notice": .string(id)]
        case .tag(let tag, let subject, let on):
            ["effect": "tag", "tag": .string(tag), "subject": .string(subject), "on": .bool(on)]
        case .notify(let to, let text, let topic, let urgency):
            Self.object(
                "notify",
                [
                    "to": .string(to), "zh": .string(text.zh), "en": .string(text.en), "topic": .string(topic),
                    "urgency": urgency == .normal ? nil : .string(urgency.rawValue),
                ]
            )
        }
    }

    private static func object(_ kind: String, _ members: KeyValuePairs<String, JSON?>) -> JSON {
        var object: JSONObject = ["effect": .string(kind)]
        for (name, value) in members {
            object[name] = value
        }
        return .object(object)
    }

    public init(json: JSON) throws(EffectError) {
        guard let kind = json["effect"]?.stringValue else {
            throw EffectError(description: "an effect must be an object with a member \"effect\"")
        }
        func text(_ name: String) throws(EffectError) -> String {
            guard let value = json[name]?.stringValue, !value.isEmpty else {
                throw EffectError(description: "effect \(kind): member \"\(name)\" must be a text")
            }
            return value
        }
        func optionalText(_ name: String) throws(EffectError) -> String? {
            guard let value = json[name], !value.isNull else { return nil }
            guard let text = value.stringValue, !text.isEmpty else {
                throw EffectError(description: "effect \(kind): member \"\(name)\" must be a text")
            }
            return text
        }
        func object(_ name: String) throws(EffectError) -> JSONObject {
            guard let value = json[name]?.objectValue else {
                throw EffectError(description: "effect \(kind): member \"\(name)\" must be an object")
            }
            return value
        }
        func urgency() throws(EffectError) -> HandoffUrgency? {
            guard let code = try optionalText("urgency") else { return nil }
            guard let known = HandoffUrgency(rawValue: code) else {
                throw EffectError(description: "effect \(kind): \"\(code)\" is none of NORMAL, URGENT, LIFE")
            }
            return known
        }
        func day(_ name: String) throws(EffectError) -> CivilDay? {
            guard let text = try optionalText(name) else { return nil }
            guard let day = CivilDay(text) else {
                throw EffectError(description: "effect \(kind): \"\(text)\" is no day such as 2022-07-12")
            }
            return day
        }
        switch kind {
        case "put":
            self = .put(
                register: try text("register"),
                key: try text("key"),
                record: try object("record"),
                from: try day("from")
            )
        case "end":
            guard let day = try day("on") else {
                throw EffectError(description: "effect end: member \"on\" must be a day such as 2022-07-12")
            }
            self = .end(register: try text("register"), key: try text("key"), on: day)
        case "remove": self = .remove(register: try text("register"), key: try text("key"))
        case "raise":
            self = .raise(event: try text("event"), case: try optionalText("case"), data: json["data"] ?? .null)
        case "set": self = .set(try object("values"), case: try optionalText("case"))
        case "open":
            self = .open(item: try text("item"), data: try object("data"), handoff: try optionalText("handoff"))
        case "submit":
            var notBefore: Instant?
            if let moment = try optionalText("notBefore") {
                guard let instant = Instant(moment) else {
                    throw EffectError(description: "effect submit: \"\(moment)\" is no RFC 3339 moment")
                }
                notBefore = instant
            }
            self = .submit(
                kind: try text("kind"),
                payload: json["payload"]?.objectValue ?? [:],
                key: try optionalText("key"),
                notBefore: notBefore
            )
        case "notify":
            self = .notify(
                to: try text("to"),
                text: Bilingual(try text("zh"), try text("en")),
                topic: try text("topic"),
                urgency: try urgency() ?? .normal
            )
        case "withdraw": self = .withdraw(item: try text("item"))
        case "acquire", "release":
            let locks = json["locks"]?.arrayValue ?? []
            let names = locks.compactMap(\.stringValue).filter { !$0.isEmpty }
            guard names.count == locks.count, kind == "release" || !names.isEmpty else {
                throw EffectError(description: "effect \(kind): member \"locks\" must be a list of names")
            }
            self = kind == "acquire" ? .acquire(names) : .release(names)
        case "decide":
            self = .decide(
                table: try text("table"),
                into: try optionalText("into"),
                inputs: json["inputs"].map { $0.isNull } ?? true ? nil : try object("inputs")
            )
        case "handoff":
            self = .handOff(try text("handoff"), request: try text("request"), urgency: try urgency())
        case "pay", "recover":
            guard let amount = json["amount"]?.integerValue else {
                throw EffectError(description: "effect \(kind): member \"amount\" must be a whole number of fen")
            }
            self =
                kind == "pay"
                ? .pay(fund: try text("fund"), amount: amount, payee: try optionalText("payee"))
                : .recover(amount: amount)
        case "tag":
            self = .tag(try text("tag"), subject: try text("subject"), on: json["on"]?.boolValue ?? true)
        case "publish": self = .publish(try text("notice"))
        case "mark": self = .mark(try text("mark"), on: json["on"]?.boolValue ?? true)
        default: throw EffectError(description: "unknown effect \"\(kind)\"")
        }
    }
}
