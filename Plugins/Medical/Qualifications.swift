// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Qualifications: in force to the day of review, renewed in time, paused for arrears, and ended the same day by what ends
/// them.
extension Medical {
    static var qualification: Item {
        Item(
            "qualification",
            "待遇资格",
            "Qualification",
            about: (
                "门诊慢特病待遇资格:到期前两个月起可复审,死亡、退保、治愈、弄虚作假当日停止,欠费暂停。",
                "May be reviewed from two months before its end; ends the same day by death, leaving the scheme, recovery or fraud; paused for arrears."
            ),
            prefix: "ZG",
            openedBy: [],
            unique: ["person", "disease"],
            subject: "person",
            area: "village_code",
            contact: "contact_phone"
        ) {
            // It lasts though the application is closed.
            Detached()
            Form {
                Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
                Field("disease", "病种", "Disease").required().sensitive()
                Field("application", "申请", "Application").required()
                Field("from", "起", "From", .date).required()
                Field("to", "止", "To", .date)
                Field("scheme", "险种", "Scheme")
                Field("phone", "手机", "Mobile telephone", .mobile).personal()
                Field("contact_phone", "联系人手机", "Contact's mobile telephone", .mobile).personal()
                Field("village_code", "村(社区)", "Village", .area)
                Field("previous", "前一期资格", "The period before")
            }
            Flow(initial: "HELD") {
                State("HELD", "持有", "Held", initial: "IN_FORCE") {
                    OnEvent("person.deceased", to: "STOPPED") {
                        Sets("reason", to: "DEAD")
                        Sets("stoppedOn", to: choose(given("on").exists, given("on"), today))
                    }
                    OnEvent("person.moved", to: "STOPPED", when: given("to").prefix(6) != "340602") {
                        Sets("reason", to: "MOVED")
                        Sets("stoppedOn", to: choose(given("effective").exists, given("effective"), today))
                        HandsOver("transfer", request: "参保人迁出本统筹区,请接续门诊慢特病待遇。")
                    }
                    OnEvent("person.moved", when: given("to").prefix(6) == "340602") {
                        // Inside the district only the unit changes.
                        Sets("village_code", to: given("to"))
                    }
                    Action("stop", "停止", "Stop", by: "agency", to: "STOPPED") {
                        Field(
                            "reason",
                            "原因",
                            "Reason",
                            oneOf: [
                                "LEFT": ("退出参保", "left the scheme"), "CURED": ("治愈", "cured"),
                                "FRAUD": ("弄虚作假", "fraud"),
                            ]
                        ).required()
                        Sets("stoppedOn", to: today)
                        // A case of its own waits for what supervision finds.
                        If(given("reason") == "FRAUD") {
                            Opens(
                                "referral",
                                [
                                    "person": value("person"), "kind": "FRAUD", "note": "涉嫌骗取门诊慢特病待遇,请核查。",
                                    "village_code": value("village_code"),
                                ]
                            )
                        }
                    }
                    State("IN_FORCE", "有效", "In force") {
                        OnEvent("review.due", to: "REVIEW_DUE")
                        OnEvent("ended", to: "EXPIRED")
                        Self.pausing
                        OnEvent("renewal.warning") { Self.warning }
                    }
                    .untimed()
                    .untasked()
                    State("REVIEW_DUE", "待复审", "Review due") {
                        OnEvent("renewal.warning") { Self.warning }
                        OnEvent("ended", to: "EXPIRED")
                        Self.pausing
                        Action("renew", "申请复审", "File the renewal", by: "citizen", "agent", "hospital", to: "FILED") {
                            Field("materials", "材料", "Papers", .texts).required().atLeast(1)
                            Sets("filedOn", to: today)
                        }
                    }
                    .untimed()
                    State("FILED", "复审中", "Renewal filed") {
                        Deadline("renewal", "复审决定", "Decide the renewal", .rule("qualification.decide"))
                        Action("grant", "复审通过", "Renew", by: "agency", to: "RENEWED", notBy: ["renew"]) {
                            Submits("qualification.renew")
                        }
                        Action("deny", "复审不通过", "Do not renew", by: "agency", to: "EXPIRED", notBy: ["renew"]) {
                            Field("reason", "理由", "Reason").required().between(1, 500)
                        }
                    }
                    State("PAUSED", "暂停", "Paused") {
                        OnEntry { Submits("qualification.state", ["state": "PAUSED"]) }
                        Deadline(
                            "pause",
                            "暂停期限",
                            "Pause",
                            .by(
                                choose(
                                    value("pause") == "SCHEME",
                                    rule("qualification.scheme"),
                                    rule("qualification.arrears")
                                )
                            )
                        )
                        Action("resume", "恢复", "Resume", by: "agency", to: "IN_FORCE") {
                            Sets("pause", to: nil)
                            Submits("qualification.state", ["state": "IN_FORCE"])
                        }
                    }
                }
                Final("RENEWED", "已续期", "Renewed")
                Final("EXPIRED", "已到期", "Expired") {
                    OnEntry { Submits("qualification.state", ["state": "EXPIRED"]) }
                    Action("renew", "补办复审", "File the renewal late", by: "citizen", "agent", "hospital", to: "FILED") {
                        Field("materials", "材料", "Papers", .texts).required().atLeast(1)
                        Sets("filedOn", to: today)
                    }
                    .within(Limit(90, .calendarDays))
                }
                Final("STOPPED", "已停止", "Stopped") {
                    OnEntry { Submits("qualification.state", ["state": "STOPPED"]) }
                }
            }
            Reached(mobile: "phone")
        }
    }

    private static var pausing: Action {
        Action("pause", "暂停", "Pause", by: "agency", to: "PAUSED") {
            Field(
                "pause",
                "原因",
                "Reason",
                oneOf: [
                    "ARREARS": ("欠缴保费", "arrears of premium"),
                    "SCHEME": ("变更险种,重新核对", "another scheme, to be checked anew"),
                ]
            ).required()
        }
    }

    /// The holder is told, without the name of the disease; without a telephone the village specialist.
    @ListBuilder<any Step>
    private static var warning: [any Step] {
        If(value("phone").exists || value("contact_phone").exists) {
            Notifies(
                "subject",
                about: "qualification.review",
                "您的待遇资格即将到期,请办理复审。",
                "Your qualification ends soon: have it reviewed."
            )
        } otherwise: {
            Notifies(
                "village",
                about: "qualification.review",
                "有参保人的待遇资格即将到期,请上门提醒。",
                "A qualification ends soon: please call on its holder."
            )
        }
    }

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
                    Action("feedback", "登记反馈", "Note the feedback", by: "civil", "rural", "bureau", to: "ANSWERED") {
                        Field(
                            "feedback",
                            "反馈",
                            "Feedback",
                            oneOf: [
                                "ENROLLED": ("已纳入", "enrolled"), "NOT": ("不纳入", "not enrolled"),
                                "ALREADY": ("此前已纳入", "enrolled already"),
                            ]
                        ).required()
                    }
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
            within: Limit(10, .workingDays),
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
            within: Limit(10, .workingDays),
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
