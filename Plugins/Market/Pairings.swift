// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic

/// The paired village (联帮包) and the visits to it.
extension Market {
    static var pairings: Register {
        Register("pairing", "联帮包村", "Paired villages", key: "village", dated: true, keptBy: ["bureau", "head"]) {
            Field("village", "村(社区)", "Village", .area).required()
            Field("leader", "包村领导", "Leader").required()
            Field("from", "起", "From", .date).required()
            Field("to", "止", "To", .date)
            Requires(
                "END_AFTER_START",
                !value("to").exists || value("from") <= value("to"),
                "结束日期不得早于开始日期。",
                "it cannot end before it begins"
            )
        }
    }

    static var visit: Item {
        Item(
            "visit",
            "联帮包走访",
            "Visit",
            about: ("定期走访联帮包村。", "The regular visit to a paired village."),
            openedBy: ["bureau", "head"],
            unique: ["village", "period"],
            area: "village"
        ) {
            Form {
                Field("village", "村(社区)", "Village", .area).required()
                Field("period", "应访日期", "Due from", .date).required()
                Field("leader", "包村领导", "Leader")
            }
            Flow {
                State("DUE", "待走访", "Due") {
                    Notifies(
                        to: value("leader", or: "head"),
                        about: "visit.due",
                        zh: text("请走访联帮包村,办件 ", caseNumber, "。"),
                        en: text("Please visit the paired village, case ", caseNumber, ".")
                    )
                    Deadline("visit", "走访", "Visit", .rule("pairing.visit"))
                    Action("visited", "已走访", "Visited", by: "bureau", "head", "liaison", "member", to: "VISITED") {
                        Field("visited_on", "走访日期", "Visited on", .date).required()
                        Field("findings", "走访情况", "Findings").required().between(1, 2_000)
                        Field("needs", "群众诉求", "Needs", .texts)
                        Requires(
                            "FUTURE",
                            form("visited_on") <= value("today"),
                            "走访日期不得晚于今天。",
                            "the day of the visit cannot lie ahead"
                        )
                    }
                    Action("cancel", "取消", "Cancel", by: "head", to: "CANCELLED") {
                        Field("reason", "理由", "Reason").required()
                    }
                }
                Final("VISITED", "已走访", "Visited")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    static var visitSchedule: Schedule {
        let rules = RuleBook.current
        return Schedule(
            "visits",
            "联帮包走访",
            "Visits to paired villages",
            "every(\(max(1, rules.integer("pairing.every")))d \(rules.text("pairing.start")) \(rules.text("pairing.at")))",
            submits: "pairing.visits",
            catchUp: 1
        )
    }

    static var openVisits: Handler {
        Handler("pairing.visits", "安排走访", "Open the visits") { task, daemon in
            let day = task.payload["period"]?.stringValue ?? task.today.description
            let open = Set(
                try await daemon.cases("visit", open: true).filter { $0["period"]?.stringValue == day }
                    .compactMap { $0["village"]?.stringValue }
            )
            return try await daemon.records("pairing").filter { village, pairing in
                !open.contains(village) && (pairing["from"]?.stringValue ?? "") <= day
                    && day <= (pairing["to"]?.stringValue ?? "9999-12-31")
            }.map { village, pairing in
                .open(
                    item: "visit",
                    data: ["village": .string(village), "period": .string(day), "leader": pairing["leader"] ?? .null]
                )
            }
        }
    }
}
