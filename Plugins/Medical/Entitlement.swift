// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// How a decision becomes a qualification, and how the register follows it.
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
            ) + Self.mark(task.caseData, "CERTIFIED", daemon) + [.raise(event: "entered")]
        }
        Handler("qualification.renew", "资格续期", "Renew the qualification") { task, daemon in
            guard let number = task.caseNumber, let application = task.caseData["application"]?.stringValue,
                let end = task.caseData["to"]?.stringValue.flatMap({ CivilDay($0) })
            else { throw TaskFailure("the case has no end", isFatal: true) }
            // A late renewal is not for the time between.
            let from = max(end.adding(days: 1), end < task.today ? task.today : end)
            return try await Self.enter(task.caseData, application: application, from: from, previous: number, daemon)
        }
        Handler("qualification.state", "更新资格台账", "Note the state of a qualification") { task, daemon in
            guard let key = Self.key(of: task.caseData), var record = try await daemon.record("qualification", key),
                record["no"] == task.caseData["application"]
            else { return [] }
            record["state"] = task.payload["state"] ?? "STOPPED"
            if task.payload["state"] == "STOPPED" { record["to"] = task.caseData["stoppedOn"] }
            return [.put(register: "qualification", key: key, record: record)]
        }
        Handler("application.applying", "标记申请中", "Mark as applying") { task, daemon in
            try await Self.mark(task.caseData, "APPLYING", daemon)
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

    private static func key(of data: JSONObject) -> String? {
        guard let person = data["person"]?.stringValue, let disease = data["disease"]?.stringValue else { return nil }
        return "\(person)|\(disease)"
    }

    /// The day of the decision, or the first of the month after, as the rules have it.
    private static func firstDay(decidedOn day: CivilDay) -> CivilDay {
        guard RuleBook.current.on(day).text("qualification.effective") == "NEXT_MONTH" else { return day }
        let next = day.adding(months: 1)
        return CivilDay(year: next.year, month: next.month, day: 1) ?? day
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

    /// What became of somebody who was screened.
    private static func mark(_ data: JSONObject, _ status: String, _ daemon: any DaemonAccess) async throws -> [Effect]
    {
        try await daemon.records("screening")
            .filter { row in
                row.data["person"] == data["person"] && row.data["disease"] == data["disease"]
                    && row.data["status"] != "DUPLICATE" && row.data["status"]?.stringValue != status
            }
            .map { row in
                var record = row.data
                record["status"] = .string(status)
                return .put(register: "screening", key: row.key, record: record)
            }
    }
}
