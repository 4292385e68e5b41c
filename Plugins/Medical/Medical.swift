// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Medical insurance: the qualification for outpatient chronic and special diseases.
@main
struct Medical: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "medical",
            "医疗保障",
            "Medical insurance",
            about: (
                "门诊慢特病待遇的申请、专家认定与决定。",
                "Applications for outpatient chronic and special disease benefits, expert opinions and decisions."
            ),
            prefix: "YB"
        ) {
            Role("hospital", "定点医院", "Designated hospital")
            Role("expert", "专家", "Expert")
            Role("agency", "经办机构", "Agency")
            Role("head", "局领导", "Head")

            Register("insured", "参保人", "Insured persons", key: "id18") {
                Field("id18", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("name", "姓名", "Name").required().personal()
                Field("phone", "电话", "Telephone", .mobile).personal()
                Field("scheme", "险种", "Scheme", oneOf: ["310": ("职工", "employee"), "390": ("居民", "resident")])
                    .required()
                Field("category", "人员类别", "Category").sensitive()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Register("disease", "病种目录", "Disease catalogue", key: "code") {
                Field("code", "代码", "Code").required()
                Field("name", "名称", "Name").required()
                Field("kind", "类别", "Kind", oneOf: ["CHRONIC": ("慢性病", "chronic"), "SPECIAL": ("特殊病", "special")])
                    .required()
                Field("review_months", "复审月数", "Months to review", .integer).atLeast(0)
                Field("materials", "材料", "Papers", .texts)
            }
            Register("qualification", "待遇资格", "Qualifications", key: "no") {
                Field("no", "编号", "Number").required()
                Field("person", "参保人", "Person", .residentID).required().sensitive()
                Field("disease", "病种", "Disease").required().sensitive()
                Field("from", "起", "From", .date).required()
                Field("state", "状态", "State", oneOf: ["IN_FORCE": ("有效", "in force"), "STOPPED": ("停止", "stopped")])
                    .required()
            }

            Self.application

            Handler("qualification.enter", "登记待遇资格", "Enter the qualification") { task, _ in
                guard let number = task.caseNumber, let person = task.caseData["person"],
                    let disease = task.caseData["disease"]
                else { throw TaskFailure("the case names no person or disease", isFatal: true) }
                return [
                    .put(
                        register: "qualification",
                        key: number,
                        record: [
                            "no": .string(number), "person": person, "disease": disease,
                            "from": .string(task.today.description), "state": "IN_FORCE",
                        ]
                    ),
                    .raise(event: "entered"),
                ]
            }
            Handler("application.told", "通知申请人", "Tell the applicant") { task, _ in
                [
                    .notify(
                        to: "subject",
                        text: Bilingual(
                            "您的申请 \(task.caseNumber ?? "") 已有结果。",
                            "Your application \(task.caseNumber ?? "") has a result."
                        ),
                        topic: "application.result"
                    )
                ]
            }
        }
    }

    static let application = Item(
        "application",
        "门诊慢特病待遇认定",
        "Chronic-disease qualification",
        about: (
            "参保人申请门诊慢特病待遇:5 个工作日内一次告知补正或受理,两名专家一致认定,受理之日起 20 个工作日内答复。",
            "An insured person applies: accepted or returned once in 5 working days, two experts agree, answered within 20 working days of acceptance."
        ),
        openedBy: ["citizen", "agent", "hospital"],
        unique: ["person", "disease"],
        subject: "person",
        area: "village_code"
    ) {
        Form {
            Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
            Field("disease", "病种代码", "Disease code").required().sensitive()
            Field("hospital", "定点医院", "Hospital").required()
            Field("materials", "材料", "Papers", .texts).required().atLeast(1)
            Field("receivedOn", "收到日期", "Received on", .date)
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
        }
        Flow(initial: "SUBMITTED") {
            State("SUBMITTED", "已提交", "Submitted") {
                Sets("receivedOn", to: choose(value("receivedOn").exists, value("receivedOn"), today))
                // Silence counts as acceptance, as of the day of receipt.
                Deadline(
                    "check",
                    "受理或退回",
                    "Accept or return",
                    .workingDays(5),
                    from: value("receivedOn"),
                    then: "HANDLING",
                    intended: true,
                    source: "行政许可法 第32条"
                ) { Sets("acceptedOn", to: value("receivedOn")) }
                Action("accept", "受理", "Accept", by: "hospital", "agency", to: "HANDLING", notBy: ["open"]) {
                    Sets("acceptedOn", to: today)
                }
                Action(
                    "return",
                    "退回补正",
                    "Return",
                    by: "hospital",
                    "agency",
                    to: "RETURNED",
                    when: value("returned") != true
                ) {
                    Field("missing", "缺少的材料", "What is missing", .texts).required().atLeast(1)
                    Sets("returned", to: true)
                }
                Action("refuse", "不予受理", "Refuse", by: "agency", to: "REFUSED") {
                    Field("reason", "理由", "Reason").required()
                    Submits("application.told")
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            State("RETURNED", "退回补正", "Returned") {
                Deadline("complete", "补正", "Complete", .days(60), then: "LAPSED", intended: true)
                Action("complete", "补正提交", "Complete", by: "citizen", "agent", "hospital", to: "SUBMITTED") {
                    Field("materials", "材料", "Papers", .texts).required().atLeast(1)
                    Sets("receivedOn", to: today)
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            State("HANDLING", "办理中", "In hand", initial: "ACCEPTED") {
                Deadline(
                    "decide",
                    "作出决定",
                    "Decide",
                    .workingDays(20),
                    from: value("acceptedOn"),
                    pausedIn: ["SUSPENDED"],
                    source: "行政许可法 第42条"
                )
                Action("extend", "延长办理", "Extend", by: "head") {
                    Field("reason", "理由", "Reason").required()
                    Extends("decide", by: Limit(10, .workingDays))
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
                State("ACCEPTED", "已受理", "Accepted") {
                    Action("opinion", "专家意见", "Expert opinion", by: "expert", notBy: ["opinion", "accept", "open"]) {
                        Field(
                            "opinion",
                            "意见",
                            "Opinion",
                            oneOf: ["OK": ("符合", "qualified"), "NO": ("不符合", "not qualified")]
                        ).required()
                        Field("remark", "说明", "Remark")
                        Sets("opinions", to: value("opinions").appending(given("opinion")))
                    }
                    Action("suspend", "中止", "Suspend", by: "agency", to: "SUSPENDED") {
                        Field(
                            "pause",
                            "原因",
                            "Reason",
                            oneOf: [
                                "EXPERT": ("专家评审", "expert review"), "HEARING": ("听证", "hearing"),
                                "SITE_TEST": ("现场检验", "site test"), "OTHER_BUREAU": ("其他部门", "another bureau"),
                                "FORCE_MAJEURE": ("不可抗力", "force majeure"),
                                "APPLICANT_ABSENT": ("申请人原因", "applicant absent"),
                            ]
                        ).required()
                    }
                    When(value("opinions").contains("NO"), to: "EXPERT_NO") { Submits("application.told") }
                    When(value("opinions").count >= 2, to: "EXPERT_OK")
                }
                State("SUSPENDED", "已中止", "Suspended") {
                    Action("resume", "恢复", "Resume", by: "agency", to: "ACCEPTED")
                }
                State("EXPERT_OK", "专家认定符合", "Experts agree") {
                    Action(
                        "approve",
                        "批准",
                        "Approve",
                        by: "agency",
                        to: "ENTERING",
                        notBy: ["open", "accept", "opinion"]
                    ) {
                        Sets("decidedOn", to: today)
                        Submits("qualification.enter")
                        Submits("application.told")
                    }
                    Action(
                        "reject",
                        "不予批准",
                        "Reject",
                        by: "agency",
                        to: "REJECTED",
                        notBy: ["open", "accept", "opinion"]
                    ) {
                        Field("reason", "理由", "Reason").required()
                        Submits("application.told")
                    }
                }
            }
            State("ENTERING", "登记资格", "Being entered") {
                OnEvent("entered", to: "IN_FORCE")
            }.untimed()
            Final("IN_FORCE", "待遇生效", "In force")
            Final("EXPERT_NO", "专家认定不符合", "Experts disagree")
            Final("REJECTED", "不予批准", "Rejected")
            Final("REFUSED", "不予受理", "Refused")
            Final("LAPSED", "逾期未补正", "Lapsed")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
        }
    }
}
