// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// What is found wrong at a water is put right in time by its severity, and verified by a deputy.
extension Congress {
    static var finding: Item {
        Item(
            "finding",
            "督查问题",
            "Finding",
            about: (
                "督查发现的问题,按等级限时整改并由代表核实。",
                "Something found wrong at a water; put right in time by its severity and verified by a deputy."
            ),
            openedBy: ["deputy", "presidium"],
            unique: ["water", "code", "village_code"],
            subject: "water",
            area: "village_code",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            // What was found is put right whether or not the round is over.
            Detached()
            Form {
                Field("water", "水域", "Water").required()
                Field("code", "问题", "Finding", oneOf: Self.codes).required()
                Field("severity", "等级", "Severity", .integer).required().between(1, 3)
                Field("village_code", "责任村(社区)", "Village to act", .area)
                Field("reporter", "发现人", "Reporter")
                Field("bathers", "游泳儿童人数", "Children bathing", .integer).between(0, 100)
                Field("names", "儿童姓名", "Names of the children", .texts).sensitive()
                Field("former", "此前的同类问题", "The same finding before")
            }
            Flow(initial: "CURING") {
                State("CURING", "整改", "Being put right", initial: "OPEN") {
                    OnEntry { Submits("finding.new") }
                    Deadline("fix", "整改", "Put right", .by(Self.term(of: "severity")), source: "防溺水督查工作安排")
                    State("OPEN", "已发现", "Open") {
                        If(value("code") == "BATHING" && !value("schoolTold").exists) {
                            Sets("schoolTold", to: true)
                            HandsOver(
                                "school",
                                request: text(
                                    "在水域 ",
                                    value("water"),
                                    " 发现未成年人私自游泳,请学校对学生进行教育并告知监护人。"
                                )
                            )
                        }
                        Self.handing
                    }
                    Self.handed("HANDED", "已交办", "Handed on")
                    Self.fixed("FIXED")
                }
                State("RECURING", "再次整改", "Being put right again", initial: "REOPENED") {
                    Deadline(
                        "refix",
                        "再次整改",
                        "Put right again",
                        .by(Self.term(of: "reopened")),
                        source: "防溺水督查工作安排"
                    )
                    Self.handed("REOPENED", "退回重办", "Reopened")
                    Self.fixed("FIXED_AGAIN")
                }
                State("VERIFIED", "已核实", "Verified") {
                    OnEntry { Submits("finding.verified") }
                    Deadline("close", "办结归档", "Close", .rule("finding.close"))
                    // Nobody else has anything to confirm.
                    When(value("to") == "VILLAGE" && value("code") != "BATHING", to: "CLOSED")
                    OnEvent("handoff.confirmed", to: "CLOSED")
                    OnEvent("handoff.withdrawn", to: "CLOSED")
                    Action("close", "办结", "Close", by: "presidium", to: "CLOSED")
                }
                Final("CLOSED", "已结案", "Closed")
            }
        }
    }

    /// By severity: `finding.severity1` to `3`, or `finding.reopened1` to `3`, half of it.
    private static func term(of kind: String) -> Expression {
        choose(
            value("severity") == 1,
            rule("finding.\(kind)1"),
            choose(value("severity") == 2, rule("finding.\(kind)2"), rule("finding.\(kind)3"))
        )
    }

    /// To whom it is handed on: the village itself puts its ponds right; rivers, reservoirs and culverts are the water
    /// bureau's, bridges the road's, and what lies across the border the neighbour's.
    @ListBuilder<any StatePart>
    private static var handing: [any StatePart] {
        Action("hand", "交村(社区)办理", "Hand to the village", by: "presidium", "deputy", to: "HANDED") {
            Sets("to", to: "VILLAGE")
            Notifies("villagehead", about: "finding.handed", "督查问题已交您村整改。", "A finding is handed to your village.")
        }
        Action("handWater", "移交水利局", "Hand to the water bureau", by: "presidium", "deputy", to: "HANDED") {
            Field("request", "请求事项", "Request").required().between(1, 500)
            Sets("to", to: "WATER")
            HandsOver("water", request: given("request"))
        }
        Action("handRoad", "移交交通部门", "Hand to the road authority", by: "presidium", "deputy", to: "HANDED") {
            Field("request", "请求事项", "Request").required().between(1, 500)
            Sets("to", to: "ROAD")
            HandsOver("road", request: given("request"))
        }
        Action("handNeighbour", "移交邻县", "Hand to the neighbouring county", by: "presidium", to: "HANDED") {
            Field("request", "请求事项", "Request").required().between(1, 500)
            Sets("to", to: "NEIGHBOUR")
            HandsOver("neighbour", request: given("request"))
        }
    }

    private static func handed(_ id: String, _ zh: String, _ en: String) -> State {
        State(id, zh, en) {
            Action(
                "fixed",
                "整改完成",
                "Put right",
                by: "villagehead",
                "handler",
                to: id == "HANDED" ? "FIXED" : "FIXED_AGAIN"
            ) {
                Field("photos", "整改前后照片", "Photographs before and after", .texts).required().atLeast(2)
                Field("note", "说明", "Note").atMost(500)
            }
        }
    }

    /// Who reported it as put right does not verify it; any deputy may, whether or not he found it. What is not right yet
    /// is put right within half the term.
    private static func fixed(_ id: String) -> State {
        State(id, "待核实", "To be verified") {
            Action("verify", "核实", "Verify", by: "deputy", to: "VERIFIED", notBy: ["fixed"])
            Action("reopen", "退回重办", "Reopen", by: "deputy", to: "RECURING", notBy: ["fixed"]) {
                Field("reason", "理由", "Reason").required().atMost(500)
            }
        }
    }

    /// What goes to other bodies. None gets a child's name.
    @ListBuilder<any BureauPart>
    static var handoffs: [any BureauPart] {
        Handoff(
            "water",
            "整改危险水域",
            "Making a water safe",
            to: "water-office",
            "区农业农村水利局",
            "District bureau of agriculture and water",
            sharing: ["water", "code", "severity", "village_code"],
            within: Limit(15, .workingDays),
            pausing: false
        )
        Handoff(
            "road",
            "整治桥头路段",
            "Making a bridge head safe",
            to: "road-office",
            "区交通运输局",
            "District road authority",
            sharing: ["water", "code", "severity", "village_code"],
            pausing: false
        )
        Handoff(
            "school",
            "学生防溺水教育",
            "Teaching pupils about drowning",
            to: "education-office",
            "区教育局",
            "District education bureau",
            sharing: ["water", "village_code", "bathers"],
            urgency: .urgent,
            pausing: false
        )
        Handoff(
            "neighbour",
            "跨界水域",
            "A water across the border",
            to: "neighbour-county",
            "邻县(区)政府",
            "Government of the neighbouring county",
            sharing: ["water", "code", "severity"],
            pausing: false
        )
        Handoff(
            "grid",
            "巡逻发现",
            "Found on patrol",
            to: "grid",
            "区网格中心",
            "Grid centre",
            sharing: ["water", "code", "severity", "village_code"],
            pausing: false
        )
        Handoff(
            "ambulance",
            "医疗急救(120)",
            "Ambulance (120)",
            to: "ambulance",
            "120 急救中心",
            "Ambulance centre (120)",
            sharing: ["place", "village_code"],
            urgency: .life,
            pausing: false
        )
        Handoff(
            "police",
            "报警(110)",
            "Police (110)",
            to: "police",
            "110 报警中心",
            "Police (110)",
            sharing: ["place", "village_code"],
            urgency: .life,
            pausing: false
        )
        Receives(from: "grid", submits: "grid.received")
    }
}
