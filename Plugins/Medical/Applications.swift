// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Applications: checked within five working days, decided by two unanimous experts and the agency within twenty.
extension Medical {
    private static let licensing = "行政许可法"
    private static let handling = "基本医疗保险门诊慢特病经办规程"

    static var application: Item {
        Item(
            "application",
            "门诊慢特病待遇认定",
            "Chronic-disease qualification",
            about: (
                "参保人申请门诊慢特病待遇:5 个工作日内一次告知补正或受理,两名专家一致认定,受理之日起 20 个工作日内答复。一件一个病种。",
                "An insured person applies, one disease in each case: accepted or returned once in 5 working days, two experts agree, answered within 20 working days of acceptance."
            ),
            openedBy: ["citizen", "agent", "hospital", "village"],
            unique: ["person", "disease"],
            subject: "person",
            area: "village_code",
            contact: "contact_phone"
        ) {
            Form {
                Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
                Self.diseaseField
                Field("hospital", "定点医院", "Hospital").required()
                Field("materials", "材料", "Papers", .texts).required().atLeast(1)
                Field("amount", "年度预计费用", "Expected costs of a year", .money).between(0, 100_000_000_00)
                Field("phone", "手机", "Mobile telephone", .mobile).personal()
                Field("contact_phone", "联系人手机", "Contact's mobile telephone", .mobile).personal()
                Field("receivedOn", "收到日期", "Received on", .date)
                Field("guardian", "监护人(未满 14 周岁)", "Guardian, of a child under 14", .personName).personal()
                Field("consent", "监护人同意书", "The guardian's consent").personal()
                Field("village_code", "村(社区)", "Village", .area)
                // The clock runs from this day: an applicant cannot move it, and nobody into the future.
                Requires(
                    "RECEIVED_ON",
                    !value("receivedOn").exists || value("receivedOn") <= value("today"),
                    "收到日期不能晚于今天。",
                    "nothing is received later than today"
                )
                Requires(
                    "BACKDATED",
                    !value("receivedOn").exists || value("receivedOn") == value("today")
                        || !value("actor.roles").contains("citizen"),
                    "本人提交的申请,收到日期为今天。",
                    "what an applicant hands in is received today"
                )
                Self.admissible
                Requires(
                    "DUPLICATE",
                    !registered("qualification", Self.key, "state").isOne(of: "IN_FORCE", "PAUSED"),
                    "该病种的待遇资格仍然有效,不必再申请。",
                    "a qualification for this disease is in force: there is nothing to apply for",
                    detail: registered("qualification", Self.key, "no")
                )
            }
            Flow(initial: "OPEN") {
                State("OPEN", "办理", "Open", initial: "SUBMITTED") {
                    Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN").whileSuspended()
                    Self.ending
                    Self.submitted
                    Self.returned
                    Self.inHand
                }
                State("APPEALED", "申诉复核", "Appealed") {
                    Self.ending
                    Deadline("appeal", "答复申诉", "Answer the appeal", .rule("application.appeal"), source: Self.handling)
                    Action("reopen", "重新认定", "Reopen", by: "agency", to: "ACCEPTED", notBy: Self.deciding) {
                        Sets("acceptedOn", to: today)
                        Sets("opinions", to: [])
                        Sets("reopened", to: true)
                        Submits("application.told")
                    }
                    Action("uphold", "维持", "Uphold", by: "agency", to: "UPHELD", notBy: Self.deciding) {
                        Field("reason", "理由", "Reason").required().between(1, 500)
                        Submits("application.told")
                    }
                }
                State("ENTERING", "登记资格", "Being entered") { OnEvent("entered", to: "IN_FORCE") }.untimed()
                Final("IN_FORCE", "待遇生效", "In force")
                Final("EXPERT_NO", "专家认定不符合", "Experts do not agree") {
                    OnEntry { Submits("screening.follow", ["status": "INELIGIBLE"]) }
                    // No majority decides: a third expert may bring the two together, or it stays as it is.
                    Action("third", "请第三名专家", "Ask a third expert", by: "agency", to: "THIRD").within(
                        RuleBook.current.limit("application.third")
                    )
                    Self.appeal
                }
                Final("REJECTED", "不予批准", "Rejected") {
                    OnEntry { Submits("screening.follow", ["status": "INELIGIBLE"]) }
                    Self.appeal
                }
                Final("UPHELD", "维持原决定", "Upheld")
                Final("REFUSED", "不予受理", "Refused")
                Final("LAPSED", "逾期未补正", "Lapsed") {
                    OnEntry { Submits("screening.follow", ["status": "FOUND"]) }
                }
                Final("WITHDRAWN", "已撤回", "Withdrawn") {
                    OnEntry { Submits("screening.follow", ["status": "FOUND"]) }
                }
                Final("TERMINATED", "已终止", "Terminated")
            }
            Reached(mobile: "phone")
            Suspends(in: "HANDLING", by: "agency", deciders: "head")
        }
    }

    /// The key of a person's qualification for a disease.
    static let key = text(form("person"), "|", form("disease"))

    /// Which disease somebody has is for those who examine and decide, never for who pays or audits the money.
    static var diseaseField: Field {
        Field("disease", "病种代码", "Disease code").required().sensitive()
            .seenBy("hospital", "expert", "agency", "bureau", "head", "village", "town", "agent")
    }

    /// What makes an application hopeless from the start, with what to do about it.
    @ListBuilder<any ActionPart>
    private static var admissible: [any ActionPart] {
        Requires(
            "NOT_IN_CATALOGUE",
            isRegistered("disease", form("disease"))
                && (!registered("disease", form("disease"), "effective_to").exists
                    || value("today") <= registered("disease", form("disease"), "effective_to")),
            "该病种不在现行病种目录中,请核对病种代码或先导入目录。",
            "this disease is not in the catalogue: check its code, or import the catalogue first"
        )
        Requires(
            "NOT_IN_SCHEME",
            !registered("insured", form("person"), "scheme").exists
                || !registered("disease", form("disease"), "schemes").exists
                || registered("disease", form("disease"), "schemes").contains(
                    registered("insured", form("person"), "scheme")
                ),
            "该病种不属于参保人所在险种的目录,请按其险种的目录申请。",
            "this disease is not in the catalogue of the person's scheme: apply by that of his own"
        )
        Requires(
            "HOSPITAL",
            registered("hospital", form("hospital"), "designated") != false,
            "该医院已不是定点医院,请选择其他定点医院。",
            "this hospital is designated no more: choose another one"
        )
        Requires(
            "GUARDIAN",
            !isUnder(14, form("person"), on: value("today")) || (form("guardian").exists && form("consent").exists),
            "未满 14 周岁的,须填写监护人并附监护人同意书。",
            "of a child under 14 name the guardian and attach his consent"
        )
    }

    /// Nothing is decided any more of somebody who died.
    private static var ending: OnEvent {
        OnEvent("person.deceased", to: "TERMINATED") { Sets("termination", to: "DEAD") }
    }

    private static var submitted: State {
        State("SUBMITTED", "已提交", "Submitted") {
            Sets("receivedOn", to: choose(value("receivedOn").exists, value("receivedOn"), today))
            // Silence counts as acceptance, as of the day of receipt.
            Deadline(
                "check",
                "受理或退回",
                "Accept or return",
                .rule("application.check"),
                from: value("receivedOn"),
                then: "HANDLING",
                intended: true,
                source: "\(Self.licensing) 第32条"
            ) { Sets("acceptedOn", to: value("receivedOn")) }
            Action("accept", "受理", "Accept", by: "hospital", "agency", to: "HANDLING", notBy: ["open"]) {
                Sets("acceptedOn", to: today)
                Notifies("subject", about: "application.accepted", "您的申请已受理。", "Your application has been accepted.")
            }
            Action("return", "退回补正", "Return", by: "hospital", "agency", to: "RETURNED") {
                Field("missing", "缺少的全部材料", "Everything that is missing", .texts).required().atLeast(1)
                Requires(
                    "ONCE",
                    value("returned") != true,
                    "补正只能一次告知,已退回过。",
                    "it was returned before: everything missing is named at once"
                )
                Sets("returned", to: true)
                Notifies("subject", about: "application.returned", "您的申请需要补正材料。", "Your application needs completing.")
            }
            Action("refuse", "不予受理", "Refuse", by: "agency", to: "REFUSED") {
                Field("reason", "理由", "Reason").required().between(1, 500)
                Submits("application.told")
            }
        }
    }

    private static var returned: State {
        State("RETURNED", "退回补正", "Returned") {
            Deadline("complete", "补正", "Complete", .rule("application.complete"), then: "LAPSED", intended: true)
            Action("complete", "补正提交", "Complete", by: "citizen", "agent", "hospital", to: "SUBMITTED") {
                Field("materials", "材料", "Papers", .texts).required().atLeast(1)
                Sets("receivedOn", to: today)
            }
        }
        .heldBy(.applicant)
    }

    /// From acceptance to the decision: twenty working days.
    private static var inHand: State {
        State("HANDLING", "办理中", "In hand", initial: "ACCEPTED") {
            Deadline(
                "decide",
                "作出决定",
                "Decide",
                .rule("application.decide"),
                from: value("acceptedOn"),
                pausedIn: ["MOVING"],
                source: "\(Self.licensing) 第42条"
            )
            Action("extend", "延长办理", "Extend", by: "head") {
                Field("reason", "理由", "Reason").required().between(1, 500)
                Extends("decide", by: rule("application.extension"))
                Notifies(
                    "subject",
                    about: "application.extended",
                    "您的申请办理期限已延长。",
                    "More time is needed for your application."
                )
            }
            State("ACCEPTED", "已受理", "Accepted") {
                OnEntry { Submits("screening.follow", ["status": "APPLYING"]) }
                Action("opinion", "专家意见", "Expert opinion", by: "expert", notBy: ["opinion", "accept", "open"]) {
                    Self.opinionFields
                    Sets("opinions", to: value("opinions").appending(given("opinion")))
                    Sets("experts", to: value("experts").appending(actor))
                    If(given("opinion") == "NO") { Sets("dissenter", to: actor) }
                }
                OnEvent("hospital.lost", to: "MOVING")
                When(value("opinions").contains("NO"), to: "EXPERT_NO") {
                    Submits("application.told", ["papers": true])
                }
                When(value("opinions").count >= 2, to: "EXPERT_OK")
            }
            State("MOVING", "转其他医院", "To another hospital") {
                Action("move", "转其他定点医院", "Move to another hospital", by: "agency", to: "ACCEPTED") {
                    Field("hospital", "定点医院", "Hospital").required()
                    Requires(
                        "HOSPITAL",
                        form("hospital") != value("hospital")
                            && registered("hospital", form("hospital"), "designated") != false,
                        "请选另一家定点医院。",
                        "choose another hospital that is designated"
                    )
                }
            }
            .heldBy(.pause("HOSPITAL"))
            State("THIRD", "第三名专家", "Third expert") {
                Action(
                    "opinion",
                    "第三名专家意见",
                    "Opinion of the third expert",
                    by: "expert",
                    notBy: ["opinion", "accept", "open"]
                ) {
                    Self.opinionFields
                    Sets("third", to: given("opinion"))
                }
                When(value("third") == "NO", to: "REJECTED") { Submits("application.told", ["papers": true]) }
                When(value("third") == "OK", to: "RECONCILING")
            }
            State("RECONCILING", "复议", "To be reconciled") {
                Action("concur", "改为同意", "Concur", by: "expert", to: "EXPERT_OK") { Self.dissenter }
                Action("maintain", "维持不同意", "Maintain", by: "expert", to: "REJECTED") {
                    Self.dissenter
                    Submits("application.told", ["papers": true])
                }
            }
            State("EXPERT_OK", "专家认定符合", "Experts agree") {
                OnEvent("hospital.lost", to: "MOVING")
                Action("approve", "批准", "Approve", by: "agency", to: "ENTERING", notBy: ["open", "accept", "opinion"]) {
                    Sets("decidedOn", to: today)
                    Submits("qualification.enter")
                    Submits("application.told")
                }
                Action("reject", "不予批准", "Reject", by: "agency", to: "REJECTED", notBy: ["open", "accept", "opinion"]) {
                    Field("reason", "理由", "Reason").required().between(1, 500)
                    Sets("decidedOn", to: today)
                    Submits("application.told", ["papers": true])
                }
            }
        }
    }

    @ListBuilder<any ActionPart>
    private static var opinionFields: [any ActionPart] {
        Field("opinion", "意见", "Opinion", oneOf: ["OK": ("符合", "qualified"), "NO": ("不符合", "not qualified")])
            .required()
        Field("remark", "说明", "Remark").atMost(1_000)
    }

    /// The expert who did not agree, and nobody else.
    private static let dissenter = Requires(
        "DISSENTER",
        value("dissenter") == applicant,
        "须由持不同意见的专家办理。",
        "only the expert who did not agree can"
    )

    /// Who took part in the decision does not look at it again.
    private static let deciding = ["open", "accept", "approve", "reject", "opinion"]

    private static var appeal: Action {
        Action("appeal", "申诉", "Appeal", by: "citizen", "agent", to: "APPEALED") {
            Field("grounds", "理由", "Grounds").required().between(1, 2_000)
        }
        .within(RuleBook.current.limit("application.appealing"))
    }
}
