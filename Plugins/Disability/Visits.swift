// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// The helper's visits: one in every calendar month.
extension Disability {
    static var visit: Item {
        Item(
            "visit",
            "结对走访",
            "Visit",
            about: (
                "帮扶人每月走访一次;月末未走访的记为漏访,由区残联跟进。",
                "The helper visits once a month; a visit not made by its end is missed, and the federation looks into it."
            ),
            openedBy: ["bureau"],
            unique: ["pairing", "month"],
            subject: "person",
            area: "village_code"
        ) {
            Form {
                Field("pairing", "结对", "Pairing").required()
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("helper", "帮扶人", "Helper").required().personal()
                Field("month", "月份", "Month").required()
                Field("last_day", "月末", "Last day", .date).required()
                Field("quiet_until", "此日之后提醒", "Reminded after", .date)
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow {
                State("DUE", "待走访", "Due") {
                    Work("visit", "走访", "Visit", for: "helper")
                    // To the end of the month itself, whatever day that is.
                    Deadline(
                        "month",
                        "当月走访",
                        "Visit of the month",
                        .urgentDays(0),
                        from: value("last_day"),
                        then: "MISSED"
                    )
                    Deadline(
                        "remind",
                        "月末提醒",
                        "Reminder",
                        .urgentDays(0),
                        from: value("quiet_until"),
                        intended: true
                    ) {
                        Notifies(
                            to: value("helper"),
                            about: "visit.reminder",
                            zh: text("本月走访 ", caseNumber, " 尚未完成,请在月末前走访。"),
                            en: text(
                                "The visit of this month, ",
                                caseNumber,
                                ", is not made yet: make it before the month ends."
                            )
                        )
                    }
                    Action("visit", "走访", "Visit", by: "helper", "village", to: "DONE") {
                        Field("date", "走访日期", "Date", .date).required()
                        Field("note", "走访记录", "Note").required().between(1, 1_000).personal()
                        Requires(
                            "MONTH",
                            characters(of: form("date"), from: 0, count: 7) == value("month"),
                            "走访日期须在当月。",
                            "the day of the visit must lie in the month"
                        )
                        Requires(
                            "FUTURE",
                            form("date") <= value("today"),
                            "走访日期不得晚于今天。",
                            "the day of the visit cannot lie ahead"
                        )
                        Requires(
                            "HELPER",
                            value("helper") == applicant || !isRegistered("helper", applicant),
                            "只能记录本人的走访。",
                            "only his own visits does a helper note"
                        )
                    }
                    OnEvent("person.deceased", to: "CANCELLED")
                    OnEvent("cancelled", to: "CANCELLED")
                }
                State("MISSED", "漏访", "Missed") {
                    Work("missed", "漏访跟进", "Look into a missed visit", for: "bureau")
                    Notifies(
                        to: "bureau",
                        about: "visit.missed",
                        zh: text("走访 ", caseNumber, " 当月未完成,请跟进。"),
                        en: text("Visit ", caseNumber, " was not made in its month: look into it.")
                    )
                    Deadline("followUp", "跟进漏访", "Look into it", .rule("visit.followup"))
                    Action("followUp", "已跟进", "Looked into", by: "bureau", to: "MISSED_CLOSED", notBy: ["visit"]) {
                        Field("finding", "跟进情况", "What was found").required().between(1, 500)
                    }
                    OnEvent("cancelled", to: "MISSED_CLOSED")
                }
                Final("DONE", "已走访", "Done")
                Final("MISSED_CLOSED", "漏访已跟进", "Missed, looked into")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    static var visitSchedule: Schedule {
        Schedule(
            "visits",
            "每月走访",
            "Monthly visits",
            "monthly.day(1 00:00)",
            submits: "pairing.month",
            catchUp: 1
        )
    }

    @ListBuilder<any BureauPart>
    static var pairingHandlers: [any BureauPart] {
        let rules = RuleBook.current
        let (limit, reminder) = (rules.integer("pairing.limit"), rules.integer("visit.reminder"))
        Handler("pairing.check", "核对帮扶人", "Look at the helper") { task, daemon in
            let active = try await Self.active(task.caseData["helper"], daemon)
            return [.raise(event: active < limit ? "helper.free" : "helper.full")]
        }
        Handler("helper.count", "核算帮扶人数", "Count a helper's pairings") { task, daemon in
            // Of a helper who was replaced the former one has one less.
            var helpers = Set(try await daemon.records("helper").map(\.key))
            if let helper = task.caseData["helper"]?.stringValue { helpers.insert(helper) }
            var effects: [Effect] = []
            for helper in helpers.sorted() {
                let active = try await Self.active(.string(helper), daemon)
                effects.append(
                    .put(
                        register: "helper",
                        key: helper,
                        record: ["id": .string(helper), "active": .integer(Int64(active))]
                    )
                )
            }
            return effects
        }
        Handler("pairing.month", "安排当月走访", "The visits of a month") { task, daemon in
            try await daemon.cases("pairing", open: true).filter { $0.isIn("ACTIVE") }.map { pairing in
                .raise(
                    event: "month",
                    case: pairing.number,
                    data: ["month": .string(String(task.today.description.prefix(7)))]
                )
            }
        }
        Handler("visit.open", "安排走访", "Open a visit") { task, daemon in
            let today = task.today
            let month = task.payload["month"]?.stringValue ?? String(today.description.prefix(7))
            let known = try await daemon.cases("visit").contains { visit in
                visit["pairing"]?.stringValue == task.caseNumber && visit["month"]?.stringValue == month
                    && !visit.isIn("CANCELLED")
            }
            guard !known, let first = CivilDay("\(month)-01") else { return [] }
            let last = first.adding(months: 1).adding(days: -1)
            let quietUntil = last.adding(days: -reminder - 1)
            return [
                .open(
                    item: "visit",
                    data: [
                        "pairing": .string(task.caseNumber ?? ""), "person": task.caseData["person"] ?? .null,
                        "helper": task.caseData["helper"] ?? .null, "month": .string(month),
                        "last_day": .string(last.description), "quiet_until": .string(quietUntil.description),
                        "village_code": task.caseData["village_code"] ?? .null,
                    ]
                )
            ]
        }
    }

    /// How many persons a helper helps now.
    private static func active(_ helper: JSON?, _ daemon: any DaemonAccess) async throws -> Int {
        try await daemon.cases("pairing", open: true).count { pairing in
            pairing["helper"] == helper && (pairing.isIn("ACTIVE") || pairing.isIn("VISITED"))
        }
    }
}
