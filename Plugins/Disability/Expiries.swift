// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// Certificates that come to their end: the holder is told three times, and what depends on them stops the day after.
extension Disability {
    static var renewal: Item {
        Item(
            "renewal",
            "残疾人证到期提醒",
            "Certificate about to expire",
            about: (
                "残疾人证到期前三次提醒持证人换证,到期未换的次日起停止相关待遇。",
                "The holder is reminded three times before a certificate expires; what depends on it stops the day after."
            ),
            openedBy: ["bureau"],
            unique: ["person", "expires"],
            subject: "person",
            area: "village_code",
            contact: "contact"
        ) {
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("expires", "有效期至", "Expires", .date).required().sensitive()
                Field(
                    "stage",
                    "阶段",
                    "Stage",
                    oneOf: ["FIRST": ("首次", "first"), "SECOND": ("二次", "second"), "THIRD": ("三次", "third")]
                ).required()
                Field("second", "此日之后二次提醒", "Second reminder after", .date).required().sensitive()
                Field("third", "此日之后三次提醒", "Third reminder after", .date).required().sensitive()
                Field("mobile", "手机", "Mobile", .mobile).personal()
                Field("contact", "联系人(监护人)", "Whom to tell instead").personal()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Reached(mobile: "mobile")
            Flow(initial: "FOUND") {
                State("FOUND", "将到期", "About to expire") {
                    When(value("stage") == "FIRST", to: "FIRST")
                    When(value("stage") == "SECOND", to: "SECOND")
                    When(true, to: "THIRD")
                }
                .untimed()
                Self.reminded("FIRST", "首次提醒", "Reminded once", until: value("second"), then: "SECOND")
                Self.reminded("SECOND", "二次提醒", "Reminded twice", until: value("third"), then: "THIRD")
                Self.reminded("THIRD", "三次提醒", "Reminded three times", until: value("expires"), then: "EXPIRED")
                Final("RENEWED", "已换证", "Renewed")
                Final("EXPIRED", "已过期", "Expired")
                Final("OVER", "不再需要", "Over")
            }
        }
    }

    /// - Parameter day: with whose end the next follows.
    private static func reminded(
        _ id: String,
        _ zh: String,
        _ en: String,
        until day: Expression,
        then next: String
    ) -> State {
        State(id, zh, en) {
            Notifies(
                to: "subject",
                about: "certificate.expires",
                zh: text("您的证件即将到期,请及时换证,办件 ", caseNumber, "。"),
                en: text("Your certificate will expire: renew it in time, case ", caseNumber, ".")
            )
            Deadline(
                next.lowercased(),
                next == "EXPIRED" ? "到期" : "下次提醒",
                next == "EXPIRED" ? "Expiry" : "Next reminder",
                .urgentDays(0),
                from: day,
                then: next,
                intended: true
            ) {
                if next == "EXPIRED" { Submits("certificate.expired") }
            }
            OnEvent("certificate.renewed", to: "RENEWED")
            OnEvent("certificate.ended", to: "OVER")
            OnEvent("person.deceased", to: "OVER")
            Action("renewed", "已换证", "Renewed", by: "bureau", "town", to: "RENEWED") {
                Field("until", "新有效期至", "Now expires", .date).required()
                Requires(
                    "EXPIRES",
                    form("until") > value("expires"),
                    "新的有效期须晚于原有效期。",
                    "it must expire later than before"
                )
                Submits("person.renewed", ["until": given("until")])
            }
        }
        .untasked()
    }

    static var expirySchedule: Schedule {
        Schedule(
            "expiries",
            "残疾人证到期检查",
            "Certificates about to expire",
            "daily(08:00)",
            submits: "certificate.expiries",
            catchUp: 1
        )
    }

    @ListBuilder<any BureauPart>
    static var scanExpiries: [any BureauPart] {
        let rules = RuleBook.current
        Handler("certificate.expiries", "到期检查", "Look for certificates about to expire") { task, daemon in
            let rules = rules.on(task.today)
            let known = Set(
                try await daemon.cases("renewal").compactMap { found in
                    found["person"]?.stringValue.flatMap { person in
                        found["expires"]?.stringValue.map { "\(person) \($0)" }
                    }
                }
            )
            var effects: [Effect] = []
            for (person, var record) in try await daemon.records("person") {
                if record["expires"] == nil, let expires = Self.expiry(of: record, rules) {
                    record["expires"] = .string(expires.description)
                    effects.append(.put(register: "person", key: person, record: record))
                }
                guard ["ISSUED", nil].contains(record["cert_state"]?.stringValue),
                    let expires = Self.expiry(of: record, rules), !known.contains("\(person) \(expires)")
                else { continue }
                let days = task.today.days(until: expires)
                guard days >= 0, days <= rules.integer("certificate.warn1") else { continue }
                let (second, third) = (rules.integer("certificate.warn2"), rules.integer("certificate.warn3"))
                var data: JSONObject = [
                    "person": .string(person), "expires": .string(expires.description),
                    "stage": days > second ? "FIRST" : days > third ? "SECOND" : "THIRD",
                    "second": .string(expires.adding(days: -second - 1).description),
                    "third": .string(expires.adding(days: -third - 1).description),
                ]
                let guardian = record["guardian_phone"]?.stringValue
                data["mobile"] = (guardian ?? record["phone"]?.stringValue).map(JSON.string)
                data["village_code"] = record["village_code"]
                effects.append(.open(item: "renewal", data: data))
            }
            return effects
        }
        Handler("certificate.expired", "证件过期", "A certificate has expired") { task, daemon in
            guard let person = task.caseData["person"]?.stringValue else { return [] }
            var effects: [Effect] = try await daemon.cases("allowance", open: true)
                .filter { $0["person"]?.stringValue == person }
                .map { .raise(event: "certificate.expired", case: $0.number) }
            if var record = try await daemon.record("person", person) {
                record["cert_state"] = "EXPIRED"
                effects.append(.put(register: "person", key: person, record: record))
            }
            return effects
        }
        Handler("person.renewed", "登记新有效期", "Keep the new day of expiry") { task, daemon in
            guard let person = task.caseData["person"]?.stringValue, let until = task.payload["until"],
                var record = try await daemon.record("person", person)
            else { return [] }
            record["expires"] = until
            record["cert_state"] = "ISSUED"
            return [.put(register: "person", key: person, record: record)]
        }
    }

    /// The printed day, or so many years after the issue.
    static func expiry(of person: JSONObject, _ rules: RulesInForce) -> CivilDay? {
        if let printed = person["expires"]?.stringValue { return CivilDay(printed) }
        return person["issued"]?.stringValue.flatMap { CivilDay($0) }.map { issued in
            issued.adding(rules.on(issued).limit("certificate.valid"))
        }
    }
}
