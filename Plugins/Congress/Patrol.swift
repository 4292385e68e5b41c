// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The patrol round the clock in every village, and what is done when somebody is in the water.
extension Congress {
    /// Two people on every shift of the season; somebody must be heard of every two hours, and when nobody is, the village
    /// head hears of it, then the duty room of the town, whatever the hour.
    static var patrol: Rota {
        let rules = RuleBook.current
        return Rota(
            "patrol",
            "防溺水巡逻",
            "Patrol",
            people: rules.integer("patrol.people"),
            keptBy: ["villagehead", "presidium"]
        )
        .season(rules.text("season"))
        .checkIns(everyMinutes: rules.integer("patrol.checkin"), margin: rules.integer("patrol.margin"))
        .missed(afterMinutes: rules.integer("patrol.reminder"), tell: Rota.onDuty)
        .missed(afterMinutes: rules.integer("patrol.villagehead"), tell: "villagehead", .urgent)
        .missed(afterMinutes: rules.integer("patrol.duty"), tell: "duty", .life)
        .gap(tell: "villagehead")
        .gap(afterMinutes: rules.integer("patrol.gap"), tell: "town", .urgent)
        .ahead(days: rules.integer("patrol.ahead"), at: "20:00")
    }

    /// How people on duty and citizens are told.
    @ListBuilder<any BureauPart>
    static var channels: [any BureauPart] {
        Cascade("rota.*").step(.sms, until: .delivered, within: Limit(15, .minutes)).step(.inApp)
        Cascade("incident.*").step(.sms, until: .delivered, within: Limit(5, .minutes)).step(.inApp)
        Cascade("finding.*").step(.sms, within: Limit(2, .hours)).step(.inApp)
    }

    /// Somebody is in danger in the water, or was. Of a fatal one only the chair's office and the auditor see who it was.
    static var incident: Item {
        Item(
            "incident",
            "溺水险情",
            "Drowning incident",
            about: (
                "发现有人溺水或遇险:立即通报 120、110 和镇值班室,一小时内书面报告。",
                "Somebody is drowning or in danger: ambulance, police and duty room are told at once; a written report within an hour."
            ),
            openedBy: ["citizen", "agent", "village", "villagehead", "patrol", "deputy", "presidium", "duty"],
            area: "village_code",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            Form {
                Field("place", "地点", "Place").required().between(1, 200)
                Field("water", "水域", "Water")
                Field("village_code", "村(社区)", "Village", .area).required()
                Field("people", "遇险人数", "People in danger", .integer).required().between(1, 100)
                Field("victims", "遇险人员", "Who they are", .texts).sensitive().seenBy("presidium", "auditor")
            }
            Flow(initial: "REPORTED") {
                State("REPORTED", "已报告", "Reported") {
                    OnEntry {
                        Sets("reportedAt", to: now)
                        HandsOver("ambulance", request: text("溺水险情:", value("place"), ",", value("people"), " 人。"))
                        HandsOver("police", request: text("溺水险情:", value("place"), ",", value("people"), " 人。"))
                        Notifies(
                            to: "duty",
                            about: "incident.reported",
                            zh: text("溺水险情 ", caseNumber, ":", value("place"), ",请立即组织救援。"),
                            en: text(
                                "Drowning incident ",
                                caseNumber,
                                " at ",
                                value("place"),
                                ": begin the rescue at once."
                            ),
                            urgency: .life
                        )
                    }
                    Deadline("rescue", "组织救援", "Begin the rescue", .rule("incident.rescue"))
                    Action("rescue", "开始救援", "Begin the rescue", by: "duty", "villagehead", "patrol", to: "RESCUE")
                    Action("false", "误报", "False alarm", by: "duty", to: "FALSE_ALARM") {
                        Field("reason", "说明", "Reason").required().atMost(500)
                    }
                }
                State("RESCUE", "救援中", "Rescue") {
                    Deadline("report", "书面报告", "Written report", .rule("incident.report"), from: value("reportedAt"))
                    Action("report", "书面报告", "Written report", by: "duty", "villagehead", to: "WRITTEN") {
                        Field("fatal", "有人死亡", "Fatal", .boolean).required()
                        Field("account", "经过", "What happened").required().between(1, 2_000).sensitive()
                            .seenBy("presidium", "auditor")
                    }
                }
                State("WRITTEN", "已书面报告", "Written report made") {
                    // Until ambulance and police have confirmed what they did.
                    OnEvent("handoff.confirmed", to: "CLOSED")
                    OnEvent("handoff.withdrawn", to: "CLOSED")
                    Action("close", "结案", "Close", by: "presidium", to: "CLOSED")
                }
                .untimed()
                Final("CLOSED", "已结案", "Closed")
                Final("FALSE_ALARM", "误报", "False alarm")
            }
            Amending(by: "presidium", decidedBy: ["presidium"])
        }
    }
}
