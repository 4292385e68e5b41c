// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// What is told to others: high own payments, matters of other bodies, holders who move away.
extension Medical {
    /// Somebody whose own payment may bring him back to poverty.
    static var highCost: Item {
        Item(
            "high_cost",
            "高额费用人员",
            "High own payment",
            about: (
                "个人自付较高的人员转民政、乡村振兴部门,10 个工作日内反馈是否纳入监测。",
                "A person with a high own payment is told to civil affairs and rural revitalisation, who say within 10 working days whether he is enrolled."
            ),
            prefix: "GE",
            openedBy: ["bureau"],
            unique: ["person", "period"],
            subject: "person",
            area: "village_code",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("amount", "个人自付", "Paid by himself", .money).required().atLeast(0)
                Field("period", "月份", "Month").required()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow(initial: "TOLD") {
                State("TOLD", "已转出", "Told") {
                    OnEntry {
                        HandsOver("civil", request: "个人自付医疗费用较高,请核查是否纳入救助。")
                        HandsOver("rural", request: "个人自付医疗费用较高,请核查是否纳入监测。")
                    }
                    Deadline("feedback", "反馈", "Feedback", .rule("highcost.feedback"))
                    Action("civil", "登记民政反馈", "Note what civil affairs says", by: "civil", "bureau") {
                        Self.feedback("civilFeedback")
                    }
                    Action("rural", "登记乡村振兴反馈", "Note what rural revitalisation says", by: "rural", "bureau") {
                        Self.feedback("ruralFeedback")
                    }
                    When(value("civilFeedback").exists && value("ruralFeedback").exists, to: "ANSWERED")
                }
                State("ANSWERED", "已反馈", "Answered") {
                    OnEvent("handoff.confirmed", to: "CLOSED")
                    OnEvent("handoff.withdrawn", to: "CLOSED")
                    Action("close", "办结", "Close", by: "bureau", to: "CLOSED")
                }
                .untimed()
                Final("CLOSED", "已办结", "Closed")
            }
        }
    }

    @ListBuilder<any ActionPart>
    private static func feedback(_ field: String) -> [any ActionPart] {
        Field(
            field,
            "反馈",
            "Feedback",
            oneOf: [
                "ENROLLED": ("已纳入", "enrolled"), "NOT": ("不纳入", "not enrolled"),
                "ALREADY": ("此前已纳入", "enrolled already"),
            ]
        ).required()
        Sets(field, to: given(field))
    }

    /// Matters for others: somebody with a certificate of disability and no scheme, or suspected fraud.
    static var referral: Item {
        Item(
            "referral",
            "转介",
            "Referral",
            about: ("把其他部门职责内的情况转介出去。", "Refers what is another body's to it."),
            prefix: "ZJ",
            openedBy: ["bureau", "agency", "village", "town"],
            subject: "person",
            area: "village_code",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            Detached()
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field(
                    "kind",
                    "情形",
                    "Kind",
                    oneOf: [
                        "NO_SCHEME": ("持残疾人证而未参保", "certificate of disability, no scheme"),
                        "FRAUD": ("涉嫌骗保", "suspected fraud"),
                    ]
                ).required()
                Field("note", "说明", "Note").required().between(1, 500)
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow(initial: "REFERRED") {
                State("REFERRED", "已转介", "Referred") {
                    OnEntry {
                        If(value("kind") == "FRAUD") {
                            HandsOver("supervision", request: value("note"))
                        } otherwise: {
                            HandsOver("federation", request: value("note"))
                        }
                    }
                    OnEvent("handoff.confirmed", to: "CLOSED")
                    OnEvent("handoff.withdrawn", to: "CLOSED")
                }
                .untimed()
                Final("CLOSED", "已办结", "Closed")
            }
        }
    }

    @ListBuilder<any BureauPart>
    static var handoffs: [any BureauPart] {
        Handoff(
            "civil",
            "高额费用人员(民政)",
            "High own payment (civil affairs)",
            to: "civil-affairs",
            "区民政局",
            "Civil affairs bureau",
            sharing: ["person", "amount", "period", "village_code"],
            within: RuleBook.current.limit("highcost.feedback"),
            pausing: false
        )
        Handoff(
            "rural",
            "高额费用人员(乡村振兴)",
            "High own payment (rural revitalisation)",
            to: "rural-revitalisation",
            "区乡村振兴局",
            "Rural revitalisation bureau",
            sharing: ["person", "amount", "period", "village_code"],
            within: RuleBook.current.limit("highcost.feedback"),
            pausing: false
        )
        Handoff(
            "federation",
            "持证未参保",
            "Certificate without a scheme",
            to: "disability",
            "区残联",
            "Disabled persons' federation",
            sharing: ["person", "village_code"],
            pausing: false
        )
        Handoff(
            "supervision",
            "涉嫌骗保",
            "Suspected fraud",
            to: "fund-supervision",
            "医保基金监管",
            "Fund supervision",
            sharing: ["person"],
            pausing: false
        )
        Handoff(
            "transfer",
            "待遇接续",
            "Taking over a qualification",
            to: "other-pooling-area",
            "迁入地医保部门",
            "Insurance bureau of the new place",
            sharing: ["person", "disease", "from", "to"],
            pausing: false
        )
    }

    @ListBuilder<any BureauPart>
    static var channels: [any BureauPart] {
        Cascade("application.*").step(.sms, until: .delivered, within: Limit(2, .hours)).step(.print)
        Cascade("qualification.*").step(.sms, until: .delivered, within: Limit(2, .hours)).step(.print)
    }
}
