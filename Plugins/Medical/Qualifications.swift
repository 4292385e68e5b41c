// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Qualifications: in force to the day of review, renewed in time, paused for arrears or another scheme, and ended the same
/// day by what ends them.
extension Medical {
    static var qualification: Item {
        Item(
            "qualification",
            "待遇资格",
            "Qualification",
            about: (
                "门诊慢特病待遇资格:到期前两个月起可复审,死亡、迁出、退保、治愈、弄虚作假当日停止,欠费或变更险种暂停。",
                "May be reviewed from two months before its end; ends the same day by death, moving away, leaving the scheme, recovery or fraud; paused for arrears or another scheme."
            ),
            prefix: "ZG",
            openedBy: ["agency"],
            unique: ["person", "disease"],
            subject: "person",
            area: "village_code",
            contact: "contact_phone"
        ) {
            // It lasts though the application is closed.
            Detached()
            Form {
                Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
                Self.diseaseField
                Field("application", "申请", "Application")
                Field("from", "起", "From", .date).required()
                Field("to", "止", "To", .date)
                Field("scheme", "险种", "Scheme")
                Field("phone", "手机", "Mobile telephone", .mobile).personal()
                Field("contact_phone", "联系人手机", "Contact's mobile telephone", .mobile).personal()
                Field("village_code", "村(社区)", "Village", .area)
                Field("previous", "前一期资格", "The period before")
                Requires(
                    "PERIOD",
                    !form("to").exists || form("from") <= form("to"),
                    "止期不能早于起期。",
                    "it cannot end before it begins"
                )
            }
            Flow(initial: "BEGINNING") {
                State("BEGINNING", "登记", "Beginning") {
                    // What an application led to is in force; what was held before, or elsewhere, somebody else confirms.
                    When(value("application").exists, to: "IN_FORCE")
                    When(!value("application").exists, to: "ENTERED")
                }
                .untimed()
                State("ENTERED", "待确认", "To be confirmed") {
                    Deadline("confirm", "确认", "Confirm", .rule("qualification.confirm"))
                    Action("confirm", "确认", "Confirm", by: "agency", to: "IN_FORCE", notBy: ["open"]) {
                        Submits("qualification.state", ["state": "IN_FORCE"])
                    }
                    Action("discard", "退回", "Discard", by: "agency", to: "DISCARDED", notBy: ["open"]) {
                        Field("reason", "理由", "Reason").required().between(1, 500)
                    }
                }
                Self.held
                Self.stopAppeal
                Final("RENEWED", "已续期", "Renewed")
                Final("DISCARDED", "未予登记", "Discarded")
                Final("EXPIRED", "已到期", "Expired") {
                    OnEntry {
                        Submits("qualification.state", ["state": "EXPIRED"])
                        Submits("screening.follow", ["status": "FOUND"])
                    }
                    Action("renew", "补办复审", "File the renewal late", by: "citizen", "agent", "hospital", to: "FILED") {
                        Self.filing
                        Sets("late", to: true)
                    }
                    .within(RuleBook.current.limit("qualification.afterwards"))
                }
                Final("STOPPED", "已停止", "Stopped") {
                    OnEntry {
                        Submits("qualification.state", ["state": "STOPPED"])
                        Submits("claims.check")
                    }
                    Action("appeal", "申诉", "Appeal", by: "citizen", "agent", to: "APPEALED") {
                        Field("grounds", "理由", "Grounds").required().between(1, 2_000)
                        Requires(
                            "NO_APPEAL",
                            value("reason").isOne(of: "LEFT", "CURED", "FRAUD"),
                            "因死亡、迁出或本人放弃而停止的,不能申诉。",
                            "what ended by death, moving away or renouncing cannot be appealed against"
                        )
                    }
                    .within(RuleBook.current.limit("application.appealing"))
                }
                Final("UPHELD", "维持停止", "Upheld")
            }
            Reached(mobile: "phone")
        }
    }

    private static var held: State {
        State("HELD", "持有", "Held", initial: "IN_FORCE") {
            Self.endings
            State("IN_FORCE", "有效", "In force") {
                OnEvent("review.due", to: "REVIEW_DUE")
                Self.running
            }
            .untimed()
            .untasked()
            State("REVIEW_DUE", "待复审", "Review due") {
                Self.running
                OnEvent("filing.over") { Sets("late", to: true) }
                Action("renew", "申请复审", "File the renewal", by: "citizen", "agent", "hospital", to: "FILED") {
                    Self.filing
                }
            }
            .untimed()
            State("FILED", "复审中", "Renewal filed") {
                Deadline("renewal", "复审决定", "Decide the renewal", .rule("qualification.decide"))
                Action("grant", "复审通过", "Renew", by: "agency", to: "RENEWED", notBy: ["renew"]) {
                    Requires(
                        "NOT_IN_CATALOGUE",
                        isRegistered("disease", value("disease"))
                            && (!registered("disease", value("disease"), "effective_to").exists
                                || value("today") <= registered("disease", value("disease"), "effective_to")),
                        "该病种已退出目录,现有资格保留到期满,不能续期。",
                        "the disease has left the catalogue: the qualification lasts to its end and is not renewed"
                    )
                    Submits("qualification.renew")
                }
                Action("deny", "复审不通过", "Do not renew", by: "agency", to: "EXPIRED", notBy: ["renew"]) {
                    Field("denied", "理由", "Reason").required().between(1, 500)
                    Notifies("subject", about: "qualification.result", "您的复审已有结果。", "Your review has a result.")
                }
            }
            Self.paused
        }
    }

    /// What ends a qualification from the day on which it happens.
    @ListBuilder<any StatePart>
    private static var endings: [any StatePart] {
        OnEvent("person.deceased", to: "STOPPED") {
            Sets("reason", to: "DEAD")
            Sets("stoppedOn", to: choose(given("on").exists, given("on"), today))
        }
        OnEvent("person.moved", to: "STOPPED", when: given("to").prefix(6) != "340602") {
            Sets("reason", to: "MOVED")
            Sets("stoppedOn", to: choose(given("effective").exists, given("effective"), today))
            HandsOver("transfer", request: "参保人迁出本统筹区,请接续门诊慢特病待遇。")
        }
        // Inside the district only the unit changes.
        OnEvent("person.moved", when: given("to").prefix(6) == "340602") { Sets("village_code", to: given("to")) }
        Action("stop", "停止", "Stop", by: "agency", to: "STOPPED") {
            Field(
                "reason",
                "原因",
                "Reason",
                oneOf: [
                    "LEFT": ("退出参保", "left the scheme"), "CURED": ("治愈", "cured"), "FRAUD": ("弄虚作假", "fraud"),
                ]
            ).required()
            Sets("stoppedOn", to: today)
            Notifies(
                "subject",
                about: "qualification.stopped",
                "您的待遇资格已停止,如有异议可申诉。",
                "Your qualification has ended; you may appeal."
            )
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
        Action("renounce", "放弃", "Renounce", by: "citizen", "agent") { Submits("qualification.renounce") }
        OnEvent("renounced", to: "STOPPED") {
            Sets("reason", to: "RENOUNCED")
            Sets("stoppedOn", to: value("to"))
        }
    }

    /// What may happen to a qualification that is used.
    @ListBuilder<any StatePart>
    private static var running: [any StatePart] {
        OnEvent("ended", to: "EXPIRED")
        OnEvent("renewal.warning") { Self.warning }
        OnEvent("scheme.changed", to: "PAUSED") {
            Sets("pause", to: "SCHEME")
            Sets("pausedOn", to: today)
            Sets("newScheme", to: given("scheme"))
        }
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
            Sets("pausedOn", to: today)
        }
    }

    /// Another scheme has another catalogue: the agency looks whether the disease is in it, or at the end of the time the
    /// daemon does.
    private static var paused: State {
        State("PAUSED", "暂停", "Paused") {
            OnEntry {
                Submits("qualification.state", ["state": "PAUSED"])
                Notifies(
                    "subject",
                    about: "qualification.paused",
                    "您的待遇资格已暂停,正在核对。",
                    "Your qualification is paused and looked at anew."
                )
            }
            Deadline(
                "pause",
                "暂停期限",
                "Pause",
                .by(choose(value("pause") == "SCHEME", rule("qualification.scheme"), rule("qualification.arrears")))
            ) {
                If(value("pause") == "SCHEME") { Submits("qualification.recheck") }
            }
            Action("resume", "恢复", "Resume", by: "agency", to: "IN_FORCE") {
                Requires(
                    "NOT_IN_SCHEME",
                    value("pause") != "SCHEME" || !value("newScheme").exists
                        || !registered("disease", value("disease"), "schemes").exists
                        || registered("disease", value("disease"), "schemes").contains(value("newScheme")),
                    "该病种不在新险种的目录中,不能恢复。",
                    "the disease is not in the catalogue of the new scheme: it cannot go on"
                )
                Self.resuming
            }
            OnEvent("scheme.fits", to: "IN_FORCE") { Self.resuming }
            OnEvent("scheme.ends", to: "STOPPED") {
                Sets("reason", to: "LEFT")
                Sets("stoppedOn", to: value("pausedOn"))
                Notifies(
                    "subject",
                    about: "qualification.stopped",
                    "您的待遇资格已停止,如有异议可申诉。",
                    "Your qualification has ended; you may appeal."
                )
            }
            OnEvent("ended", to: "EXPIRED")
        }
    }

    @ListBuilder<any Step>
    private static var resuming: [any Step] {
        Sets("scheme", to: choose(value("newScheme").exists, value("newScheme"), value("scheme")))
        Sets("pause", to: nil)
        Sets("pausedOn", to: nil)
        Sets("newScheme", to: nil)
        Submits("qualification.state", ["state": "IN_FORCE"])
    }

    @ListBuilder<any ActionPart>
    private static var filing: [any ActionPart] {
        Field("materials", "材料", "Papers", .texts).required().atLeast(1)
        Sets("filedOn", to: today)
    }

    /// The end of a qualification is looked at again by somebody else; meanwhile it stays as it is.
    private static var stopAppeal: State {
        State("APPEALED", "申诉复核", "Appealed") {
            Deadline("appeal", "答复申诉", "Answer the appeal", .rule("application.appeal"))
            Action("reopen", "恢复资格", "Reopen", by: "agency", to: "IN_FORCE", notBy: ["stop"]) {
                Sets("reason", to: nil)
                Sets("stoppedOn", to: nil)
                Submits("qualification.state", ["state": "IN_FORCE"])
                Notifies("subject", about: "qualification.appeal", "您的申诉已有答复。", "Your appeal has been answered.")
            }
            Action("uphold", "维持", "Uphold", by: "agency", to: "UPHELD", notBy: ["stop"]) {
                Field("answer", "答复", "Answer").required().between(1, 2_000)
                Notifies("subject", about: "qualification.appeal", "您的申诉已有答复。", "Your appeal has been answered.")
            }
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
}
