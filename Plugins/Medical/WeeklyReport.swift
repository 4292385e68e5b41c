// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// How sheets are counted and put together.
extension Medical {
    @ListBuilder<any BureauPart>
    static var weeklyHandlers: [any BureauPart] {
        Handler("weekly.begin", "开始周报", "Begin the weekly report") { task, _ in
            guard let week = task.payload["period"]?.stringValue,
                let due = task.payload["due"]?.stringValue.flatMap({ Instant($0) })
            else { throw TaskFailure("the task names no week", isFatal: true) }
            let day = ShanghaiTime.day(of: due)
            let rules = RuleBook.current.on(day)
            func moment(_ rule: String) -> JSON {
                .string(ShanghaiTime.instant(day: day, time: TimeOfDay(rules.text(rule)) ?? .midnight).description)
            }
            return [
                .open(
                    item: "weekly_report",
                    data: [
                        "week": .string(week), "cutoff": moment("weekly.cutoff"), "check": moment("weekly.check"),
                    ]
                )
            ]
        }
        Handler("weekly.units", "发单位周报", "Ask the units") { task, _ in
            Self.units.map { unit in
                .open(
                    item: "unit_report",
                    data: [
                        "week": task.caseData["week"] ?? "", "unit": .string(unit.key),
                        "cutoff": task.caseData["cutoff"] ?? "", "check": task.caseData["check"] ?? "",
                    ]
                )
            }
        }
        Handler("weekly.sheet", "统计单位周报", "Count a unit's sheet") { task, daemon in
            guard let week = task.caseData["week"], let unit = task.caseData["unit"]?.stringValue else {
                throw TaskFailure("the case names no unit", isFatal: true)
            }
            let rows = Self.rows(try await Self.screened(on: task.today, daemon).filter { $0.isIn(unit) })
            return [
                .set(["rows": rows]),
                .put(
                    register: "unit_report",
                    key: "\(week.stringValue ?? "")|\(unit)",
                    record: ["week": week, "unit": .string(unit), "state": "SUBMITTED", "rows": rows]
                ),
            ]
        }
        Handler("weekly.compile", "汇总周报", "Put the sheets together") { task, daemon in
            try await Self.compile(task, daemon)
        }
    }

    /// One person screened for one disease.
    private struct Row: Sendable {
        var village: String
        var category: String
        var disease: String
        var status: String

        func isIn(_ unit: String) -> Bool { self.village.hasPrefix(unit.prefix(9)) }
    }

    /// The screening as it was on a day, without what was found twice.
    private static func screened(on day: CivilDay, _ daemon: any DaemonAccess) async throws -> [Row] {
        try await daemon.records("screening", where: [], on: day).compactMap { _, data in
            guard let status = data["status"]?.stringValue, status != "DUPLICATE" else { return nil }
            return Row(
                village: data["village"]?.stringValue ?? "",
                category: data["category"]?.stringValue ?? "GENERAL",
                disease: data["disease"]?.stringValue ?? "",
                status: status
            )
        }
    }

    /// Category by disease by status, with how many.
    private static func rows(_ screened: [Row]) -> JSON {
        let groups = Dictionary(grouping: screened) { [$0.category, $0.disease, $0.status] }
        return .array(
            groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, rows in
                [
                    "category": .string(key[0]), "disease": .string(key[1]), "status": .string(key[2]),
                    "count": .integer(Int64(rows.count)),
                ]
            }
        )
    }

    private static func totals(_ screened: [Row]) -> JSON {
        var totals = JSONObject()
        for status in Self.statuses.map(\.key) where status != "DUPLICATE" {
            totals[status] = .integer(Int64(screened.filter { $0.status == status }.count))
        }
        return .object(totals)
    }

    /// A unit whose sheet nobody confirmed is not zero: it did not report. A later version counts the day of the cut-off anew.
    private static func compile(_ task: HandledTask, _ daemon: any DaemonAccess) async throws -> [Effect] {
        guard let week = task.caseData["week"]?.stringValue,
            let cutoff = task.caseData["cutoff"]?.stringValue.flatMap({ Instant($0) })
        else { throw TaskFailure("the case names no week", isFatal: true) }
        let screened = try await Self.screened(on: ShanghaiTime.day(of: cutoff), daemon)
        var effects: [Effect] = []
        var units: [JSON] = []
        var onTime: Int64 = 0
        var counted: [Row] = []
        for sheet in try await daemon.cases("unit_report") where sheet["week"]?.stringValue == week {
            let unit = sheet["unit"]?.stringValue ?? ""
            let name = Self.units.first { $0.key == unit }?.value ?? (unit, unit)
            let isThere = sheet.isIn("CONFIRMED") || sheet.isIn("TAKEN")
            if sheet.isOpen { effects.append(.raise(event: "compiled", case: sheet.number)) }
            if isThere, sheet["late"] != true { onTime += 1 }
            let rows = isThere ? screened.filter { $0.isIn(unit) } : []
            counted += rows
            var entry: JSONObject = [
                "unit": .string(unit), "zh": .string(name.0), "en": .string(name.1),
                "state": isThere ? "已报" : "未报",
            ]
            if isThere {
                entry["totals"] = Self.totals(rows)
                entry["rows"] = Self.rows(rows)
            }
            units.append(.object(entry))
        }
        let versions = try await daemon.records("weekly_report").filter { $0.data["week"]?.stringValue == week }
        let version = versions.count + 1
        let punctuality = Percentage(onTime, of: Int64(Self.units.count)).description
        var record: JSONObject = [
            "week": .string(week), "version": .integer(Int64(version)), "punctuality": .string(punctuality),
            "units": .array(units), "totals": Self.totals(counted),
        ]
        var values = record
        if let reason = task.payload["reason"], !reason.isNull { record["reason"] = reason }
        values["week"] = nil
        return effects + [
            .put(register: "weekly_report", key: "\(week)|\(version)", record: record), .set(values),
            .raise(event: "compiled"),
        ]
    }
}
