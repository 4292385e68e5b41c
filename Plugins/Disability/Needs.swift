// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// What disabled persons need, and who sees to it.
extension Disability {
    static let needCodes: KeyValuePairs<String, (String, String)> = [
        "SECURITY": ("社会保障", "social security"), "EDUCATION": ("教育", "education"),
        "EMPLOYMENT": ("就业", "employment"), "REHAB": ("康复", "rehabilitation"), "LEGAL": ("法律", "legal help"),
        "HOUSING": ("住房", "housing"), "DEVICE": ("辅助器具", "assistive device"), "OTHER": ("其他", "other"),
    ]

    /// Every need by its day, open or met. Kept by the daemon from the cases, and by staff from surveys.
    static var needs: Register {
        Register(
            "need",
            "需求",
            "Needs",
            key: "no",
            indexed: ["status", "village_code"],
            keptBy: ["bureau", "town", "village"]
        ) {
            Field("no", "编号", "Number").required()
            Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("code", "需求", "Need", oneOf: Self.needCodes).required().sensitive()
            Field("urgency", "紧急程度", "Urgency", .integer).required().between(1, 3)
                .help("1 最急", "1 is the most urgent")
            Field("village_code", "村(社区)", "Village", .area)
            Field("date", "登记日期", "Registered", .date)
            Field("status", "状态", "Status", oneOf: ["OPEN": ("未解决", "open"), "CLOSED": ("已办结", "closed")]).required()
            Field("closed", "办结日期", "Closed", .date)
        }
    }

    /// One need: the federation sees to it, or hands it to the bureau whose matter it is.
    static var need: Item {
        Item(
            "need",
            "需求办理",
            "Need",
            about: (
                "登记残疾人的需求,按职责办理或移交有关部门,解决后办结。",
                "A disabled person's need: seen to or handed to the bureau in charge, closed when it is met."
            ),
            openedBy: ["citizen", "agent", "village", "town", "bureau", "helper"],
            unique: ["person", "code"],
            subject: "person",
            area: "village_code",
            contact: "contact",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("code", "需求", "Need", oneOf: Self.needCodes).required().sensitive()
                Field("urgency", "紧急程度", "Urgency", .integer).required().between(1, 3)
                    .help("1 最急", "1 is the most urgent")
                Field("note", "说明", "Note").atMost(500).personal()
                Field("needy", "困难家庭", "Needy family", .boolean).sensitive()
                Field("hardship", "就业困难人员", "Hard to place", .boolean)
                    .help("有就业意愿的默认为是", "true of who wants work unless given")
                Field("insured", "拟由医保支付", "To be paid by the insurance", .boolean)
                    .help("辅助器具是否申请医保支付", "whether the device is asked of the insurance")
                Field("crisis", "精神障碍危机", "Mental crisis", .boolean).sensitive()
                    .help("有伤害本人或他人的危险", "somebody is in danger")
                Field("mobile", "手机", "Mobile", .mobile).personal()
                Field("contact", "联系人(监护人)", "Whom to tell instead").personal()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Reached(mobile: "mobile")
            Flow(initial: "OPEN") {
                State("OPEN", "办理中", "Open") {
                    OnEntry {
                        Sets("date", to: today)
                        Self.noteNeed(status: "OPEN")
                        If(value("crisis") == true) {
                            HandsOver("crisis-health", request: "精神障碍患者处于危机状态,请立即处置。")
                            HandsOver("crisis-police", request: "精神障碍患者处于危机状态,请协助处置。")
                            Notifies(
                                "bureau",
                                about: "need.crisis",
                                "危机事件已移交卫健和公安,请立即跟进。",
                                "A crisis was handed to health and police: follow it up at once.",
                                urgency: .life
                            )
                        }
                        If(value("code") == "EMPLOYMENT") {
                            Sets("hardship", to: value("hardship", or: true))
                            HandsOver("work", request: "有就业意愿,属就业困难人员,请提供就业援助。")
                        }
                        If(value("code") == "LEGAL") { HandsOver("legal-aid", request: "需要法律援助,请受理。") }
                        If(value("code") == "DEVICE" && value("insured") == true) {
                            HandsOver("device", request: "申请康复辅助器具,请答复是否属医保支付范围。")
                        }
                        If(value("code") == "SECURITY") { Submits("need.route") }
                    }
                    OnEvent("notOnList") { HandsOver("allowance-missing", request: "困难残疾人未在补贴发放名单中,请核查。") }
                    OnEvent("handoff.confirmed", to: "ANSWERED") {
                        Notifies(
                            "bureau",
                            about: "need.answered",
                            "移交的需求已有结果,请核实是否解决。",
                            "There is a result of a need handed on: see whether it is met."
                        )
                    }
                    Self.closingNeed
                }
                .untimed()
                State("ANSWERED", "部门已答复", "Answered") {
                    Action("reopen", "尚未解决", "Not met yet", by: "bureau", "town", to: "UNMET") {
                        Field("reason", "理由", "Reason").required().atMost(500)
                    }
                    Self.closingNeed
                }
                .untimed()
                State("UNMET", "继续办理", "Gone on with") { Self.closingNeed }.untimed()
                Final("MET", "已解决", "Met")
                Final("DROPPED", "不再需要", "Not needed any more")
            }
        }
    }

    @ListBuilder<any StatePart>
    private static var closingNeed: [any StatePart] {
        Action("meet", "已解决", "Met", by: "bureau", "town", to: "MET") {
            Field("result", "结果", "Result").required().between(1, 500)
            Self.noteNeed(status: "CLOSED")
        }
        Action("drop", "不再需要", "Not needed", by: "bureau", "town", "village", "citizen", "agent", to: "DROPPED") {
            Field("reason", "理由", "Reason").required().atMost(500)
            Self.noteNeed(status: "CLOSED")
        }
        OnEvent("person.deceased", to: "DROPPED") { Self.noteNeed(status: "CLOSED") }
        OnEvent("person.moved", to: "DROPPED") { Self.noteNeed(status: "CLOSED") }
    }

    private static func noteNeed(status: String) -> Records {
        Records(
            in: "need",
            key: caseNumber,
            [
                "no": caseNumber, "person": value("person"), "code": value("code"), "urgency": value("urgency"),
                "village_code": value("village_code"), "date": value("date"),
                "status": Expression(stringLiteral: status), "closed": status == "CLOSED" ? today : nil,
            ]
        )
    }

    /// Whether a person whose need is social security is on the list of allowances already.
    static var routeNeed: Handler {
        Handler("need.route", "核对补贴名单", "Look at the list of allowances") { task, daemon in
            let person = task.caseData["person"]
            let isOnList = try await daemon.cases("allowance", open: true).contains { found in
                found["person"] == person && found.isIn("GRANTED")
            }
            return isOnList ? [.set(["onList": true])] : [.raise(event: "notOnList")]
        }
    }
}
