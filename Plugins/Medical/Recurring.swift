// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// What comes again and again.
extension Medical {
    @ListBuilder<any BureauPart>
    static var schedules: [any BureauPart] {
        let rules = RuleBook.current
        Schedule("weekly", "排查周报", "Weekly report", rules.text("weekly.opening"), submits: "weekly.begin")
        Schedule("nightly", "每日核对", "Nightly look", rules.text("nightly.at"), submits: "nightly")
        Schedule(
            "exchange",
            "与民政交换信息",
            "Exchange with civil affairs",
            rules.text("exchange.at"),
            opens: "exchange",
            period: "period"
        )
        Schedule(
            "high_cost",
            "高额费用名单",
            "List of high payments",
            rules.text("highcost.list"),
            submits: "highcost.list",
            with: ["monitored": false]
        )
        Schedule(
            "high_cost_monitored",
            "监测对象高额费用名单",
            "List of high payments of monitored persons",
            rules.text("highcost.monitoredList"),
            submits: "highcost.list",
            with: ["monitored": true]
        )
        Schedule(
            "catalogue",
            "病种目录核对",
            "Check of the catalogue",
            rules.text("catalogue.at"),
            opens: "catalogue_check",
            period: "period"
        )
        Schedule("statement", "年度报告", "Annual statement", rules.text("statement.at"), submits: "statement.year")
    }

    /// Every month: civil affairs sends the categories of its persons, which are imported.
    static var exchange: Item {
        Item(
            "exchange",
            "与民政交换信息",
            "Exchange with civil affairs",
            about: (
                "每月接收民政的人员类别并导入参保人台账。",
                "The categories of persons come from civil affairs every month and are imported."
            ),
            prefix: "JH",
            openedBy: []
        ) {
            Form { Field("period", "月份", "Month").required() }
            Flow(initial: "WAITING") {
                State("WAITING", "待接收", "Waiting") {
                    Deadline("exchange", "接收并导入", "Receive and import", .rule("exchange.limit"))
                    Action("received", "已导入", "Imported", by: "bureau", "civil", to: "DONE") {
                        Field("persons", "人数", "Persons", .integer).required().atLeast(0)
                    }
                }
                Final("DONE", "已完成", "Done")
            }
        }
    }

    static var catalogueCheck: Item {
        Item(
            "catalogue_check",
            "病种目录核对",
            "Check of the catalogue",
            about: ("每季核对病种目录与上级文件是否一致。", "Every quarter the catalogue is compared with the higher authority's."),
            prefix: "ML",
            openedBy: []
        ) {
            Form { Field("period", "季度", "Quarter").required() }
            Flow(initial: "CHECKING") {
                State("CHECKING", "核对中", "Being checked") {
                    Deadline("check", "核对", "Check", .rule("catalogue.check"))
                    Action("checked", "核对完成", "Checked", by: "bureau", to: "DONE") {
                        Field("result", "结果", "Result").required().between(1, 500)
                    }
                }
                Final("DONE", "已完成", "Done")
            }
        }
    }

    static var statements: Register {
        Register("statement", "年度报告", "Annual statements", key: "year") {
            Field("year", "年度", "Year").required()
            Field("text_zh", "内容", "Text in Chinese").required()
            Field("text_en", "内容(英文)", "Text in English").required()
        }
    }

    @ListBuilder<any BureauPart>
    static var handlers: [any BureauPart] {
        Self.weeklyHandlers
        Self.qualificationHandlers
        Self.claimHandlers
        Self.highCostHandlers
        Self.subjectHandlers
        Handler("nightly", "每日核对", "Nightly look") { task, daemon in
            try await Self.duplicates(daemon) + Self.asking(again: task.today, daemon)
                + Self.renewals(on: task.today, daemon) + Self.otherSchemes(daemon) + Self.lostHospitals(daemon)
        }
        Handler("screening.answer", "登记再次询问的结果", "Note what was answered") { task, daemon in
            let data = task.caseData
            guard let key = Self.screeningKey(data["person"], data["disease"], data["village"]),
                var row = try await daemon.record("screening", key)
            else { return [] }
            row["status"] = task.payload["status"]
            row["asked"] = .string(task.today.description)
            if let reason = task.payload["reason"], !reason.isNull { row["reason"] = reason }
            return [.put(register: "screening", key: key, record: row)]
        }
        Handler("statement.year", "年度报告", "Annual statement") { task, daemon in
            let year = String(task.today.year - 1)
            let document = try await daemon.report("handling", year)
            func text(_ language: Language) -> String {
                zip(document.columns, document.total.cells).map { column, cell in
                    "\(column.name.text(language)) \(cell.text(isShare: column.isShare).text(language))"
                }.joined(separator: language == .chinese ? ";" : "; ")
            }
            return [
                .put(
                    register: "statement",
                    key: year,
                    record: [
                        "year": .string(year), "text_zh": .string(text(.chinese)), "text_en": .string(text(.english)),
                    ]
                )
            ]
        }
    }

    static func screeningKey(_ person: JSON?, _ disease: JSON?, _ village: JSON?) -> String? {
        let parts = [person, disease, village].compactMap { $0?.stringValue }
        return parts.count == 3 ? parts.joined(separator: "|") : nil
    }

    /// Of rows of several villages the one of the residence stays; the others are duplicates.
    private static func duplicates(_ daemon: any DaemonAccess) async throws -> [Effect] {
        let rows = try await daemon.records("screening").filter { $0.data["status"] != "DUPLICATE" }
        let groups = Dictionary(grouping: rows) { row in
            "\(row.data["person"]?.stringValue ?? "")|\(row.data["disease"]?.stringValue ?? "")"
        }
        var effects: [Effect] = []
        for (_, same) in groups.sorted(by: { $0.key < $1.key }) where same.count > 1 {
            let person = same[0].data["person"]?.stringValue ?? ""
            let home = try await daemon.record("insured", person)?["village_code"]
            let kept =
                same.first { $0.data["village"] == home }
                ?? same.min {
                    ($0.data["week"]?.stringValue ?? "", $0.key) < ($1.data["week"]?.stringValue ?? "", $1.key)
                }
            for row in same where row.key != kept?.key {
                var record = row.data
                record["status"] = "DUPLICATE"
                effects.append(.put(register: "screening", key: row.key, record: record))
            }
        }
        return effects
    }

    private static func asking(again today: CivilDay, _ daemon: any DaemonAccess) async throws -> [Effect] {
        let wait = RuleBook.current.integer("screening.again")
        let open = Set(
            try await daemon.cases("reask", open: true).map {
                Self.screeningKey($0["person"], $0["disease"], $0["village"])
            }
        )
        return try await daemon.records("screening").compactMap { row in
            guard row.data["status"] == "UNWILLING",
                let asked = row.data["asked"]?.stringValue.flatMap({ CivilDay($0) }),
                asked.adding(days: wait) <= today, !open.contains(row.key), let person = row.data["person"],
                let disease = row.data["disease"], let village = row.data["village"]
            else { return nil }
            return .open(item: "reask", data: ["person": person, "disease": disease, "village": village])
        }
    }

    private static func renewals(on today: CivilDay, _ daemon: any DaemonAccess) async throws -> [Effect] {
        let rules = RuleBook.current
        let warnings = Set(rules.texts("qualification.warnings").compactMap { Int($0) })
        var effects: [Effect] = []
        for held in try await daemon.cases("qualification", open: true) {
            guard let end = held["to"]?.stringValue.flatMap({ CivilDay($0) }), !held.isIn("FILED") else { continue }
            if today > end {
                effects.append(.raise(event: held["renounced"] == true ? "renounced" : "ended", case: held.number))
                continue
            }
            // Who renounced is not asked to have it reviewed.
            if held["renounced"] == true { continue }
            if held.isIn("IN_FORCE"), today >= end.adding(months: -rules.integer("qualification.window")) {
                effects.append(.raise(event: "review.due", case: held.number))
            }
            // A renewal is to be filed a month before the end; what comes later is not for the time before its decision.
            if today > end.adding(months: -rules.integer("qualification.filing")), held["late"] != true {
                effects.append(.raise(event: "filing.over", case: held.number))
            }
            if warnings.contains(today.days(until: end)) {
                effects.append(.raise(event: "renewal.warning", case: held.number))
            }
        }
        return effects
    }

    /// Holders who are insured in another scheme now.
    private static func otherSchemes(_ daemon: any DaemonAccess) async throws -> [Effect] {
        var effects: [Effect] = []
        for held in try await daemon.cases("qualification", open: true)
        where held.isIn("IN_FORCE") || held.isIn("REVIEW_DUE") {
            guard let person = held["person"]?.stringValue, let before = held["scheme"], !before.isNull,
                let scheme = try await daemon.record("insured", person)?["scheme"], scheme != before
            else { continue }
            effects.append(.raise(event: "scheme.changed", case: held.number, data: ["scheme": scheme]))
        }
        return effects
    }

    /// The open applications of a hospital that is designated no more go to another one; their clock stands meanwhile.
    private static func lostHospitals(_ daemon: any DaemonAccess) async throws -> [Effect] {
        let lost = Set(try await daemon.records("hospital").filter { $0.data["designated"] == false }.map(\.key))
        guard !lost.isEmpty else { return [] }
        return try await daemon.cases("application", open: true)
            .filter {
                ($0.isIn("ACCEPTED") || $0.isIn("EXPERT_OK")) && lost.contains($0["hospital"]?.stringValue ?? "")
            }
            .map { .raise(event: "hospital.lost", case: $0.number) }
    }
}
