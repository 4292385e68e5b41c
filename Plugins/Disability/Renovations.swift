// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Barrier-free renovation of needy homes (困难家庭无障碍改造): three levels check, an assessor plans with the household, the
/// builder builds, five parties accept outcome by outcome, the federation follows up.
///
/// Source: 无障碍环境建设法 (2023), 关于“十四五”推进困难重度残疾人家庭无障碍改造工作的指导意见 (残联发〔2021〕).
extension Disability {
    static var renovation: Item {
        Item(
            "renovation",
            "困难家庭无障碍改造",
            "Home renovation",
            about: (
                "一、二级残疾人的困难家庭申请无障碍改造:三级审核、一户一策、施工、按所需效果逐项联合验收、回访。",
                "Needy homes of persons of grade 1 or 2: three checks, a plan for each household, works, acceptance outcome by outcome, follow-up."
            ),
            openedBy: ["citizen", "agent", "village", "town", "bureau"],
            unique: ["household"],
            subject: "applicant",
            area: "village_code",
            contact: "contact",
            keeps: ["handoff.confirmed", "handoff.withdrawn"]
        ) {
            Self.renovationForm
            Reached(mobile: "mobile")
            Suspends(
                in: "PLANNING",
                "WORKS",
                "ACCEPTING",
                by: "bureau",
                "supervisor",
                "assessor",
                reasons: [
                    "FORCE_MAJEURE": ("天气等不可抗力", "weather or another force majeure"),
                    "OTHER_BUREAU": ("等待其他部门", "another bureau"),
                    "APPLICANT_ABSENT": ("申请人原因", "applicant absent"),
                ],
                deciders: "head"
            )
            Flow(initial: "ASKED") {
                Self.checking
                Self.planning
                Self.works
                Self.accepting
                Self.following
                Self.appealedHome
                Final("CLOSED", "已结案", "Closed") { Self.homeTold }
                Final("REJECTED", "不予批准", "Rejected") {
                    Action("appeal", "申请复核", "Appeal", by: "citizen", "agent", "village", to: "APPEALED") {
                        Field("grounds", "理由", "Grounds").required().between(1, 2_000)
                    }.within(RuleBook.current.limit("home.appeal"))
                }
                Final("UPHELD", "维持原决定", "Upheld") { Self.homeTold }
                Final("WITHDRAWN", "已撤回", "Withdrawn") { Self.homeTold }
                Final("TERMINATED", "已终止", "Terminated") { Self.homeTold }
            }
        }
    }

    private static var renovationForm: Form {
        Form {
            Field("household", "户号", "Household").required()
            Field("applicant", "申请人身份证号", "Identity number", .residentID).required().sensitive()
            Field("certificate", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
            Field("grade", "残疾等级", "Grade", .integer).required().between(1, 4).sensitive()
            Field("needy", "困难类别", "Kind of need", oneOf: Self.needyKinds).required().sensitive()
            Field("address", "地址", "Address").required().personal()
            Field("village_code", "村(社区)", "Village", .area).required()
            Field("mobile", "手机", "Mobile", .mobile).personal()
            Field("contact", "联系人(监护人)", "Whom to tell instead").personal()
            Field("multi", "一户多残", "Several disabled", .boolean).sensitive()
            Field("old_carer", "以老养残", "Old parent caring", .boolean).sensitive()
            Field("alone", "独居", "Living alone", .boolean).sensitive()
            Field("suitable", "住房适合改造", "Dwelling suitable", .boolean)
            Field("wish", "有改造意愿", "Wishes it", .boolean)
            Field("ownership", "产权", "Ownership", oneOf: Self.ownerships)
            Field("owner_consent", "房主同意", "Owner's consent", .boolean)
            Field("survey", "需求调查年度", "Found by the survey of", .integer).between(2000, 2200)
                .help("由年度需求调查发现的填写年度", "the year, when the yearly survey found the need")
            Requires(
                "CERTIFICATE",
                characters(of: form("certificate"), from: 0, count: 18) == form("applicant")
                    && characters(of: form("certificate"), from: 19, count: 1) == text(form("grade")),
                "残疾人证号须与申请人身份证号和等级一致,请核对。",
                "the certificate's number holds the applicant's identity number and the grade: check them"
            )
            Requires(
                "CERT_EXPIRED",
                !registered("person", form("applicant"), "expires").exists
                    || registered("person", form("applicant"), "expires") >= value("today"),
                "残疾人证已过期,请先换证再申请。",
                "the certificate has expired: renew it, then apply"
            )
            Requires(
                "CERT_INVALID",
                !registered("person", form("applicant"), "cert_state").isOne(of: "FROZEN", "CANCELLED", "TRANSFERRED"),
                "残疾人证已冻结、注销或转出,请到区残联核实。",
                "the certificate is frozen, cancelled or transferred: ask the federation"
            )
            Requires(
                "OWNER_CONSENT",
                form("ownership") != "TENANT" || form("owner_consent") == true,
                "租住房屋须先取得房主同意。",
                "a rented home needs its owner's consent first"
            )
            Requires(
                "WITHIN_5_YEARS",
                !registered("home", form("household"), "again_from").exists
                    || registered("home", form("household"), "again_from") <= value("today"),
                "该户上次改造办结未满规定年限,不能再次申请。",
                "this home was renovated too few years ago to apply again",
                detail: registered("home", form("household"), "again_from")
            )
        }
    }

    // MARK: From the need to the decision

    /// What the household is told of every step: that there is news, nothing of what it is.
    static var homeTold: Notifies {
        Notifies(
            to: "subject",
            about: "home.progress",
            zh: text("您的申请 ", caseNumber, " 有新进展,请查询或到窗口咨询。"),
            en: text("There is news of your application ", caseNumber, ": look it up, or ask at the counter.")
        )
    }

    /// Whether the household may be helped is decided before anybody checks it; what is refused may be appealed against.
    private static var checking: State {
        State("CHECKING", "审核", "Checking", initial: "ASKED") {
            State("ASKED", "已提出", "Asked for") {
                When(value("survey").exists, to: "NEED")
                When(!value("survey").exists, to: "ELIGIBILITY")
            }
            .untimed()
            State("NEED", "有需求", "Need found") {
                // The entries of a survey are checked by the spring after it.
                Deadline(
                    "entry",
                    "提出申请",
                    "Apply",
                    .days(0),
                    from: text(value("survey") + 1, "-", rule("survey.check"))
                ) { Rung("due", tells: "village", "town") }
                Action("apply", "提出申请", "Apply", by: "citizen", "agent", "village", to: "ELIGIBILITY")
                Action("drop", "不再需要", "Not needed", by: "citizen", "agent", "village", to: "WITHDRAWN")
            }
            State("ELIGIBILITY", "资格审核", "Eligibility") {
                Sets("applied_on", to: today)
                Sets(
                    "priority",
                    to: choose(value("multi") == true, rule("home.priority.multi"), 0)
                        + choose(value("old_carer") == true, rule("home.priority.old_carer"), 0)
                        + choose(value("alone") == true, rule("home.priority.alone"), 0)
                        + choose(
                            value("grade") == 1,
                            rule("home.priority.grade1"),
                            rule("home.priority.grade2")
                        )
                )
                Decides("eligibility", into: "reason")
                When(value("reason") == "ELIGIBLE", to: "APPLIED")
                When(value("reason") != "ELIGIBLE", to: "REJECTED") {
                    Sets("rejected_on", to: today)
                    Self.rejectionTold
                }
            }
            .untimed()
            State("APPLIED", "已申请", "Applied") {
                OnEntry {
                    Self.homeTold
                    Submits("home.keep")
                    Submits("home.rank")
                }
                Deadline("village", "村级初核", "Village check", .rule("home.village"))
                Action("villageOk", "村级通过", "Village agrees", by: "village", to: "VILLAGE_OK", notBy: ["open"])
                Self.reject("village", notBy: ["open"])
            }
            State("VILLAGE_OK", "村级通过", "Village agreed") {
                Self.homeTold
                Deadline("town", "镇街复核", "Town check", .rule("home.town"))
                Action("townOk", "镇街通过", "Town agrees", by: "town", to: "TOWN_OK", notBy: ["open", "villageOk"])
                Self.reject("town", notBy: ["open", "villageOk"])
            }
            State("TOWN_OK", "镇街通过", "Town agreed") {
                Self.homeTold
                Deadline("district", "区级审批", "District decision", .rule("home.district"))
                Action(
                    "districtOk",
                    "区级批准",
                    "District approves",
                    by: "head",
                    to: "PLANNING",
                    notBy: ["open", "villageOk", "townOk"]
                ) {
                    Sets("approved_on", to: today)
                }
                Self.reject("head", notBy: ["open", "villageOk", "townOk"])
            }
            Action("join", "同户残疾人", "Another of the household", by: "village", "town", "bureau") {
                Field("member", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("member_certificate", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
                Requires(
                    "CERTIFICATE",
                    characters(of: form("member_certificate"), from: 0, count: 18) == form("member"),
                    "残疾人证号须以本人身份证号开头。",
                    "the number of a certificate begins with its holder's identity number"
                )
                Sets("members", to: value("members").appending(given("member_certificate")))
                Sets(
                    "priority",
                    to: choose(value("multi") == true, 0, rule("home.priority.multi")) + value("priority", or: 0)
                )
                Sets("multi", to: true)
                Submits("home.keep")
                Submits("home.rank")
            }
            Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", "village", to: "WITHDRAWN")
            OnEvent("person.deceased", to: "TERMINATED") { Sets("termination", to: "DEAD") }
            OnEvent("person.moved", to: "TERMINATED") { Sets("termination", to: "MOVED") }
        }
    }

    static let rejections: KeyValuePairs<String, (String, String)> = [
        "GRADE": ("残疾等级不符", "the grade"), "CERT": ("残疾人证无效", "the certificate"),
        "NEEDY": ("不属于困难家庭", "not a needy family"), "DWELLING": ("住房不适合改造", "the dwelling"),
        "WISH": ("没有改造意愿", "no wish"), "OTHER": ("其他", "other"),
    ]

    private static func reject(_ role: String, notBy earlier: [String]) -> Action {
        Action("reject", "不予批准", "Reject", by: [role], to: "REJECTED", notBy: earlier) {
            Field("reason", "原因", "Reason", oneOf: Self.rejections).required()
            Field("explanation", "说明", "Explanation").required().between(1, 500)
            Sets("rejected_on", to: today)
            Self.rejectionTold
        }
    }

    private static var rejectionTold: Notifies {
        Notifies(
            to: "subject",
            about: "home.rejected",
            zh: text("您的申请 ", caseNumber, " 未获批准,可在 60 日内申请复核,也可依法申请行政复议或提起诉讼。"),
            en: text(
                "Your application ",
                caseNumber,
                " was not approved: you may appeal within 60 days, ask for reconsideration or sue."
            )
        )
    }

    private static var appealedHome: State {
        State("APPEALED", "复核", "Appealed") {
            Deadline("recheck", "复核", "Re-check", .rule("home.recheck"))
            Action("uphold", "维持", "Uphold", by: "bureau", "head", to: "UPHELD", notBy: Self.homeHandled) {
                Field("explanation", "说明", "Explanation").required().between(1, 500)
            }
            Action("reopen", "重新审核", "Check again", by: "bureau", "head", to: "APPLIED", notBy: Self.homeHandled) {
                Field("explanation", "说明", "Explanation").required().between(1, 500)
                Sets("reason", to: "REOPENED")
            }
        }
    }

    private static let homeHandled = ["open", "villageOk", "townOk", "districtOk", "reject"]
}
