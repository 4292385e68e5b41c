// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// How a decision becomes a qualification, and how the register follows what happens to it.
extension Medical {
    @ListBuilder<any BureauPart>
    static var qualificationHandlers: [any BureauPart] {
        Handler("qualification.enter", "登记待遇资格", "Enter the qualification") { task, daemon in
            guard let number = task.caseNumber else { throw TaskFailure("the task has no case", isFatal: true) }
            let decided = task.caseData["decidedOn"]?.stringValue.flatMap { CivilDay($0) } ?? task.today
            return try await Self.enter(
                task.caseData,
                application: number,
                from: Self.firstDay(decidedOn: decided),
                previous: nil,
                daemon
            ) + Self.follow(task, "CERTIFIED", daemon) + [.raise(event: "entered")]
        }
        Handler("qualification.renew", "资格续期", "Renew the qualification") { task, daemon in
            guard let number = task.caseNumber, let end = Self.day(task.caseData["to"]) else {
                throw TaskFailure("the case has no end", isFatal: true)
            }
            // Filed in time it goes on without a gap, however long the decision took; filed late, from the decision on.
            let next = end.adding(days: 1)
            return try await Self.enter(
                task.caseData,
                application: task.caseData["application"]?.stringValue ?? number,
                from: task.caseData["late"] == true ? max(next, task.today) : next,
                previous: number,
                daemon
            ) + Self.follow(task, "CERTIFIED", daemon)
        }
        Handler("qualification.state", "更新资格台账", "Note the state of a qualification") { task, daemon in
            guard let key = Self.key(of: task.caseData), let state = task.payload["state"] else { return [] }
            let current = try await daemon.record("qualification", key)
            // A later period has taken its place.
            if let current, let from = task.caseData["from"]?.stringValue,
                (current["from"]?.stringValue ?? "") > from
            {
                return []
            }
            var record: JSONObject = [
                "person": task.caseData["person"] ?? "", "disease": task.caseData["disease"] ?? "",
                "no": task.caseData["application"] ?? .string(task.caseNumber ?? ""),
                "from": task.caseData["from"] ?? "", "state": state,
            ]
            for (field, value) in [
                ("to", state == "STOPPED" ? task.caseData["stoppedOn"] : task.caseData["to"]),
                ("paused_on", state == "PAUSED" ? task.caseData["pausedOn"] : nil),
                ("village_code", task.caseData["village_code"]),
                ("reason", state == "STOPPED" ? task.caseData["reason"] : nil),
            ] {
                if let value, !value.isNull { record[field] = value }
            }
            let mark: String? =
                switch (state.stringValue, task.caseData["reason"]?.stringValue) {
                case ("IN_FORCE", _): "CERTIFIED"
                case ("STOPPED", "CURED"), ("STOPPED", "FRAUD"), ("STOPPED", "LEFT"): "INELIGIBLE"
                default: nil
                }
            let follow = if let mark { try await Self.follow(task, mark, daemon) } else { [Effect]() }
            return [.put(register: "qualification", key: key, record: record)] + follow
        }
        Handler("qualification.recheck", "按新险种目录核对", "Look into the catalogue of the new scheme") { task, daemon in
            guard let scheme = task.caseData["newScheme"], let disease = task.caseData["disease"]?.stringValue else {
                return []
            }
            let schemes = try await daemon.record("disease", disease)?["schemes"]?.arrayValue ?? []
            return [.raise(event: schemes.contains(scheme) ? "scheme.fits" : "scheme.ends")]
        }
        Handler("qualification.renounce", "放弃待遇", "Renounce the qualification") { task, daemon in
            guard let key = Self.key(of: task.caseData) else { return [] }
            // From the next month on.
            let last = Self.firstOfNextMonth(task.today).adding(days: -1)
            let end = min(last, Self.day(task.caseData["to"]) ?? last)
            var effects: [Effect] = [.set(["to": .string(end.description), "renounced": true])]
            if var record = try await daemon.record("qualification", key) {
                record["to"] = .string(end.description)
                effects.append(.put(register: "qualification", key: key, record: record))
            }
            return effects
        }
        Handler("screening.follow", "更新排查状态", "Note the outcome in the screening") { task, daemon in
            try await Self.follow(task, task.payload["status"]?.stringValue ?? "FOUND", daemon)
        }
        Handler("application.told", "通知申请人", "Tell the applicant") { task, _ in
            let number = task.caseNumber ?? ""
            let papers = task.payload["papers"] == true
            return [
                .notify(
                    to: "subject",
                    text: Bilingual(
                        "您的申请 \(number) 已有结果\(papers ? ",材料请取回" : "")。",
                        "Your application \(number) has a result\(papers ? "; please collect your papers" : "")."
                    ),
                    topic: "application.result"
                )
            ]
        }
    }

    static func day(_ value: JSON?) -> CivilDay? { value?.stringValue.flatMap { CivilDay($0) } }

    private static func key(of data: JSONObject) -> String? {
        guard let person = data["person"]?.stringValue, let disease = data["disease"]?.stringValue else { return nil }
        return "\(person)|\(disease)"
    }

    /// The day of the decision, or the first of the month after, as the rules have it.
    private static func firstDay(decidedOn day: CivilDay) -> CivilDay {
        RuleBook.current.on(day).text("qualification.effective") == "NEXT_MONTH" ? Self.firstOfNextMonth(day) : day
    }

    private static func firstOfNextMonth(_ day: CivilDay) -> CivilDay {
        day.adding(days: 1 - day.day).adding(months: 1)
    }

    private static func enter(
        _ data: JSONObject,
        application: String,
        from: CivilDay,
        previous: String?,
        _ daemon: any DaemonAccess
    ) async throws -> [Effect] {
        guard let person = data["person"], let disease = data["disease"], let key = Self.key(of: data) else {
            throw TaskFailure("the case names no person or disease", isFatal: true)
        }
        let months = try await daemon.record("disease", disease.stringValue ?? "")?["review_months"]?.integerValue ?? 0
        var record: JSONObject = [
            "person": person, "disease": disease, "no": .string(application), "from": .string(from.description),
            "state": "IN_FORCE",
        ]
        var held: JSONObject = [
            "person": person, "disease": disease, "application": .string(application),
            "from": .string(from.description),
        ]
        if months > 0 {
            let end = JSON.string(from.adding(months: Int(months)).adding(days: -1).description)
            record["to"] = end
            held["to"] = end
        }
        for name in ["village_code", "phone", "contact_phone"] {
            if let value = data[name], !value.isNull { held[name] = value }
        }
        record["village_code"] = held["village_code"]
        held["scheme"] = try await daemon.record("insured", person.stringValue ?? "")?["scheme"]
        if let previous { held["previous"] = .string(previous) }
        return [
            .put(register: "qualification", key: key, record: record), .open(item: "qualification", data: held),
        ]
    }

    /// What became of somebody who was screened, or of a holder whom nobody had screened.
    private static func follow(_ task: HandledTask, _ status: String, _ daemon: any DaemonAccess) async throws
        -> [Effect]
    {
        let data = task.caseData
        let rows = try await daemon.records("screening").filter { row in
            row.data["person"] == data["person"] && row.data["disease"] == data["disease"]
                && row.data["status"] != "DUPLICATE"
        }
        if rows.isEmpty, status == "CERTIFIED", let village = data["village_code"], !village.isNull,
            let key = Self.screeningKey(data["person"], data["disease"], village)
        {
            let week = task.today.isoWeek
            var record: JSONObject = [
                "person": data["person"] ?? "", "disease": data["disease"] ?? "", "village": village,
                "week": .string("\(week.year)-W\(week.week < 10 ? "0" : "")\(week.week)"), "status": "CERTIFIED",
            ]
            record["category"] = try await daemon.record("insured", data["person"]?.stringValue ?? "")?["category"]
            return [.put(register: "screening", key: key, record: record)]
        }
        return rows.filter { $0.data["status"]?.stringValue != status }.map { row in
            var record = row.data
            record["status"] = .string(status)
            if status == "CERTIFIED" || status == "INELIGIBLE" { record["eligible"] = .bool(status == "CERTIFIED") }
            return .put(register: "screening", key: row.key, record: record)
        }
    }
}
