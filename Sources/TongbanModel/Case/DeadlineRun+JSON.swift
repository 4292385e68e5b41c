// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension DeadlineRun {
    public var json: JSON {
        var object: JSONObject = [
            "id": .string(self.id), "limit": .string(self.limit), "start": .integer(self.start.milliseconds),
            "state": .string(self.state.rawValue),
        ]
        if self.begun != self.start { object["begun"] = .integer(self.begun.milliseconds) }
        if self.revised != self.begun { object["revised"] = .integer(self.revised.milliseconds) }
        if !self.ledger.pauses.isEmpty { object["pauses"] = .array(self.ledger.pauses.map(Self.json)) }
        if !self.ledger.extensions.isEmpty { object["extensions"] = .array(self.extensions.map(JSON.string)) }
        if !self.climbs.isEmpty {
            object["climbs"] = .array(
                self.climbs.map { climb in
                    .array([
                        .string(climb.rung.rawValue), .integer(climb.at.milliseconds),
                        .integer(climb.moment.milliseconds),
                    ])
                }
            )
        }
        if !self.changes.isEmpty {
            object["changes"] = .array(
                self.changes.map { change in
                    [
                        "from": .string(change.from), "to": .string(change.to),
                        "at": .integer(change.at.milliseconds), "actor": .string(change.actor),
                        "reason": .string(change.reason),
                    ]
                }
            )
        }
        if let ended { object["ended"] = .integer(ended.milliseconds) }
        if let due { object["due"] = .integer(due.milliseconds) }
        if self.isProvisional { object["provisional"] = true }
        return .object(object)
    }

    private static func json(_ pause: DeadlineLedger.Pause) -> JSON {
        var members: [JSON] = [
            .integer(pause.from.milliseconds), pause.to.map { .integer($0.milliseconds) } ?? .null,
        ]
        if let reason = pause.reason { members += [.string(reason.zh), .string(reason.en)] }
        return .array(members)
    }

    /// Reads what ``json`` wrote; `nil` when it is something else.
    public init?(json: JSON) {
        func instant(_ value: JSON?) -> Instant? { value?.integerValue.map { Instant(milliseconds: $0) } }
        guard let id = json["id"]?.stringValue,
            let limit = json["limit"]?.stringValue.flatMap({ try? Limit($0) }),
            let start = instant(json["start"]),
            let state = json["state"]?.stringValue.flatMap(State.init(rawValue:))
        else { return nil }
        var ledger = DeadlineLedger(start: start, limit: limit, ended: instant(json["ended"]))
        for pause in json["pauses"]?.arrayValue ?? [] {
            guard let from = instant(pause[0]) else { return nil }
            var reason: Bilingual?
            if let zh = pause[2]?.stringValue, let en = pause[3]?.stringValue { reason = Bilingual(zh, en) }
            ledger.pauses.append(.init(from: from, to: instant(pause[1]), reason: reason))
        }
        for text in json["extensions"]?.arrayValue ?? [] {
            guard let lengthening = text.stringValue.flatMap({ try? Limit($0) }) else { return nil }
            ledger.extensions.append(lengthening)
        }
        let begun = instant(json["begun"]) ?? start
        self.init(id: id, ledger: ledger, state: state, begun: begun, revised: instant(json["revised"]))
        for climb in json["climbs"]?.arrayValue ?? [] {
            guard let rung = climb[0]?.stringValue, let at = instant(climb[1]), let moment = instant(climb[2])
            else { return nil }
            self.climbs.append(Climb(rung: Rung(rawValue: rung), at: at, moment: moment))
        }
        for change in json["changes"]?.arrayValue ?? [] {
            guard let from = change["from"]?.stringValue, let to = change["to"]?.stringValue,
                let at = instant(change["at"]), let actor = change["actor"]?.stringValue
            else { return nil }
            self.changes.append(
                Change(from: from, to: to, at: at, actor: actor, reason: change["reason"]?.stringValue ?? "")
            )
        }
        self.due = instant(json["due"])
        self.isProvisional = json["provisional"]?.boolValue ?? false
    }
}
