// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// What comes again and again, and what the bureau does by itself.
extension Congress {
    @ListBuilder<any BureauPart>
    static var schedules: [any BureauPart] {
        let season = RuleBook.current.text("season")
        Schedule("digest", "每日简报", "Daily digest", "daily(08:00) in \(season)", submits: "bulletin.digest")
        Schedule("weekly", "每周报镇", "Weekly report to the town", "weekly.lastwd(16:00)", submits: "bulletin.weekly")
        Schedule(
            "planned",
            "列入计划的建议回访",
            "Follow-up of planned suggestions",
            "quarter.end(09:00)",
            submits: "suggestion.quarter"
        )
        Schedule(
            "yearly",
            "向代表大会报告建议办理",
            "Report on suggestions to the congress",
            "annual(\(RuleBook.current.text("yearly.day")) 09:00)",
            submits: "bulletin.yearly"
        )
    }

    @ListBuilder<any BureauPart>
    static var handlers: [any BureauPart] {
        Handler("round.prepare", "列出应查水域", "List the waters") { task, daemon in
            let villages = task.caseData["villages"]?.arrayValue?.compactMap(\.stringValue) ?? []
            let waters = try await daemon.records("water").filter { record in
                let own = [record.data["village_code"]?.stringValue].compactMap { $0 }
                let shared = record.data["shared_with"]?.arrayValue?.compactMap(\.stringValue) ?? []
                return (own + shared).contains { villages.contains($0) }
            }
            guard !waters.isEmpty else {
                throw TaskFailure("no water is registered in these villages", isFatal: true)
            }
            return [
                .set(["waters": .array(waters.map { .string($0.key) }), "visited": []]), .raise(event: "prepared"),
            ]
        }
        Handler("visit.note", "登记督查记录", "Note the visit") { task, daemon in
            guard let round = task.caseNumber, let key = task.payload["water"]?.stringValue,
                let at = task.payload["at"]?.stringValue.flatMap({ Instant($0) })
            else { throw TaskFailure("the task names no water", isFatal: true) }
            let water = try await daemon.record("water", key)
            let visits = try await daemon.count("visit", where: [.init("round", .equal(.string(round)))])
            let number = "\(round)-\(visits + 1)"
            var record: JSONObject = [
                "no": .string(number), "round": .string(round), "water": .string(key),
                "day": .string(ShanghaiTime.day(of: at).description), "at": .string(at.description),
                "deputy": task.payload["deputy"] ?? "", "result": task.payload["result"] ?? "",
            ]
            record["village_code"] = water?["village_code"]
            if let photos = task.payload["photos"], !photos.isNull { record["photos"] = photos }
            return [.put(register: "visit", key: number, record: record)]
        }
        Self.findingHandlers
        Self.suggestionHandlers
        Self.bulletinHandlers
    }

    @ListBuilder<any BureauPart>
    private static var findingHandlers: [any BureauPart] {
        Handler("finding.open", "立问题单", "Open a finding") { task, daemon in
            guard let key = task.payload["water"]?.stringValue, let water = try await daemon.record("water", key) else {
                throw TaskFailure("the water is not in the register", isFatal: true)
            }
            var data: JSONObject = [
                "water": .string(key), "code": task.payload["code"] ?? "OTHER",
                "severity": task.payload["severity"] ?? 2,
            ]
            data["village_code"] = water["village_code"]
            if let village = task.payload["village"], !village.isNull { data["village_code"] = village }
            for name in ["reporter", "bathers"] {
                if let value = task.payload[name], !value.isNull, value != "" { data[name] = value }
            }
            return try await Self.open(finding: data, handoff: nil, daemon)
        }
        Handler("grid.received", "网格移交的情况", "Reported by the grid") { task, daemon in
            let shared = task.payload["data"] ?? [:]
            let handoff = task.payload["handoff"]?.stringValue
            guard let key = shared["water"]?.stringValue, let water = try await daemon.record("water", key) else {
                return [
                    .notify(
                        to: "presidium",
                        text: Bilingual(
                            "网格移交单 \(handoff ?? "") 所报水域未登记,请核实。",
                            "The water of hand-off \(handoff ?? "") from the grid is not registered: look into it."
                        ),
                        topic: "finding.unregistered"
                    )
                ]
            }
            return try await Self.open(
                finding: [
                    "water": .string(key), "code": shared["code"] ?? "OTHER", "severity": shared["severity"] ?? 2,
                    "village_code": shared["village_code"] ?? water["village_code"] ?? "", "reporter": "grid",
                ],
                handoff: handoff,
                daemon
            )
        }
        Handler("finding.new", "问题通报", "Tell of a finding") { task, daemon in
            let data = task.caseData
            guard let number = task.caseNumber else { return [] }
            var effects: [Effect] = []
            if data["severity"] == 1 {
                let text = Bilingual(
                    "一级问题 \(number),须 24 小时内整改。",
                    "Finding \(number) of severity 1: put right within 24 hours."
                )
                for role in ["villagehead", "town"] {
                    effects.append(.notify(to: role, text: text, topic: "finding.grave", urgency: .urgent))
                }
            }
            // A danger is taken whether or not its water is known; then it is to be registered.
            if let water = data["water"]?.stringValue, try await daemon.record("water", water) == nil {
                let text = Bilingual(
                    "问题 \(number) 的水域 \(water) 未登记,请登记。",
                    "Water \(water) of finding \(number) is not registered: register it."
                )
                effects.append(.notify(to: "presidium", text: text, topic: "finding.unregistered"))
            }
            return effects + (try await Self.signs(of: data, isSound: false, on: task.today, daemon))
        }
        Handler("finding.verified", "更新设施状态", "Note the equipment") { task, daemon in
            try await Self.signs(of: task.caseData, isSound: true, on: task.today, daemon)
        }
    }

    /// Opens a finding unless the same is open; one that comes again names the one before.
    private static func open(
        finding data: JSONObject,
        handoff: String?,
        _ daemon: any DaemonAccess
    ) async throws -> [Effect] {
        let same = try await daemon.cases("finding").filter { found in
            ["water", "code", "village_code"].allSatisfy { found[$0] == data[$0] }
        }
        if let open = same.last(where: \.isOpen) {
            let text = Bilingual(
                "问题 \(open.number) 再次被发现,尚未整改。",
                "Finding \(open.number) was found again, not put right yet."
            )
            return [.notify(to: "presidium", text: text, topic: "finding.again")]
        }
        var data = data
        if let former = same.last { data["former"] = .string(former.number) }
        return [.open(item: "finding", data: data, handoff: handoff)]
    }

    /// What a finding says of a sign stands in the register of equipment.
    private static func signs(
        of finding: JSONObject,
        isSound: Bool,
        on day: CivilDay,
        _ daemon: any DaemonAccess
    ) async throws -> [Effect] {
        let states = ["NO_SIGN": "MISSING", "SIGN_BROKEN": "DAMAGED"]
        guard let code = finding["code"]?.stringValue, let state = states[code],
            let water = finding["water"]?.stringValue
        else { return [] }
        let signs = try await daemon.records(
            "facility",
            where: [.init("water", .equal(.string(water)))]
        ).filter { $0.data["kind"] == "SIGN" }
        let key = signs.first?.key ?? "\(water)-SIGN"
        var record: JSONObject = [
            "id": .string(key), "water": .string(water), "kind": "SIGN", "state": .string(isSound ? "OK" : state),
            "checked": .string(day.description),
        ]
        record["danger"] = try await daemon.record("water", water)?["danger"]
        return [.put(register: "facility", key: key, record: record)]
    }

    @ListBuilder<any BureauPart>
    private static var suggestionHandlers: [any BureauPart] {
        Handler("suggestion.assigned", "请协办单位提出意见", "Ask the co-handling bodies") { task, _ in
            (task.payload["cobodies"]?.arrayValue ?? []).map { body in
                .open(item: "coreply", data: ["suggestion": .string(task.caseNumber ?? ""), "body": body])
            }
        }
        Handler("suggestion.told", "告知代表", "Tell the deputies") { task, _ in
            let number = task.caseNumber ?? ""
            let text =
                switch task.payload["what"]?.stringValue {
                case "RETURNED": Bilingual("代表建议 \(number) 已退回。", "Suggestion \(number) was returned.")
                case "EXTENDED": Bilingual("代表建议 \(number) 答复期限已延长。", "Suggestion \(number) will be answered later.")
                case "DONE": Bilingual("代表建议 \(number) 已办结。", "What suggestion \(number) asked for is done.")
                default: Bilingual("代表建议 \(number) 有新的答复。", "Suggestion \(number) has a reply.")
                }
            // Every deputy gets a reply, not only the lead.
            let deputies =
                [task.caseData["lead"]?.stringValue].compactMap { $0 }
                + (task.caseData["joint"]?.arrayValue ?? []).compactMap(\.stringValue)
            return deputies.map { .notify(to: $0, text: text, topic: "suggestion.reply") }
        }
        Handler("suggestion.quarter", "列入计划的建议回访", "Look after planned suggestions") { _, daemon in
            try await daemon.cases("suggestion", open: true).filter { $0.isIn("TRACKED") }
                .map { .raise(event: "quarter", case: $0.number) }
        }
    }

    @ListBuilder<any BureauPart>
    private static var bulletinHandlers: [any BureauPart] {
        Handler("bulletin.digest", "每日简报", "Daily digest") { task, daemon in
            try await Self.bulletin("DIGEST", "waters", of: task, tells: ["town"], daemon)
        }
        Handler("bulletin.weekly", "每周报告", "Weekly report") { task, daemon in
            try await Self.bulletin("WEEKLY", "waters", of: task, tells: ["town", "presidium"], daemon)
        }
        Handler("bulletin.yearly", "建议办理年度报告", "Yearly report on suggestions") { task, daemon in
            try await Self.bulletin("YEARLY", "suggestions", of: task, tells: ["presidium", "bureau"], daemon)
        }
    }

    /// Writes down the figures of a report for the period of a run, and tells those it is for.
    private static func bulletin(
        _ kind: String,
        _ report: String,
        of task: HandledTask,
        tells roles: [String],
        _ daemon: any DaemonAccess
    ) async throws -> [Effect] {
        guard let period = task.payload["period"]?.stringValue else {
            throw TaskFailure("the task names no period", isFatal: true)
        }
        let document = try await daemon.report(report, period)
        let figures = zip(document.columns, document.total.cells)
        func text(_ language: Language) -> String {
            figures.map { column, cell in
                let value = cell.text(isShare: column.isShare).text(language)
                let unit = column.isShare && value != "—" ? "%" : ""
                return "\(column.name.text(language)) \(value)\(unit)"
            }.joined(separator: language == .chinese ? ";" : "; ")
        }
        let number = "\(kind)-\(period)"
        let record: JSONObject = [
            "no": .string(number), "kind": .string(kind), "period": .string(period),
            "made": .string(task.now.description), "text_zh": .string(text(.chinese)),
            "text_en": .string(text(.english)),
        ]
        let told = Bilingual("简报 \(number):\(text(.chinese))", "Bulletin \(number): \(text(.english))")
        return [.put(register: "bulletin", key: number, record: record)]
            + roles.map { .notify(to: $0, text: told, topic: "bulletin.\(kind.lowercased())") }
    }
}
