// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The disabled persons' federation: barrier-free renovation of needy homes, and certificates of disability.
@main
struct Disability: Bureau {
    static let outcomes: KeyValuePairs<String, (String, String)> = [
        "O1": ("行得通", "can move about"), "O2": ("出得去", "can get out"), "O3": ("能如厕", "can use the toilet"),
        "O4": ("洗上澡", "can bathe"), "O5": ("晒太阳", "can get into the sun"),
    ]

    var definition: BureauDefinition {
        BureauDefinition(
            "disability",
            "残疾人联合会",
            "Disabled persons' federation",
            about: (
                "困难残疾人家庭无障碍改造:申请、三级审核、一户一策、施工、联合验收、回访;残疾人证的评定、公示、核发、冻结、注销。",
                "Barrier-free renovation of needy homes, from application to follow-up; certificates from examination to issue and cancelling."
            ),
            prefix: "CL"
        ) {
            Role("town", "镇街残联", "Town federation")
            Role("bureau", "区残联", "District federation")
            Role("head", "理事长", "Head", supervises: true)
            Role("hospital", "指定医院", "Appointed hospital")
            Role("city", "市残联", "City federation")
            Role("province", "省残联", "Province's federation")
            Role("assessor", "评估员", "Assessor")
            Role("builder", "施工方", "Builder")
            Role("supervisor", "监理", "Supervisor")
            Role("thirdparty", "第三方", "Third party")

            Register("person", "残疾人", "Disabled persons", key: "id18") {
                Field("id18", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("name", "姓名", "Name").required().sensitive()
                Field("phone", "电话", "Telephone", .mobile).sensitive()
                Field("village_code", "村(社区)", "Village", .area)
                Field("cert_no", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
                Field("category", "类别", "Category", .integer).between(1, 7).sensitive()
                Field("grade", "等级", "Grade", .integer).between(1, 4).sensitive()
                Field("issued", "发证日期", "Issued", .date).sensitive()
                Field("expires", "有效期至", "Expires", .date).sensitive()
            }
            Register("item_outcome", "改造项目与效果", "Works and outcomes", key: "code") {
                Field("code", "代码", "Code").required()
                Field("name_zh", "名称", "Chinese name").required()
                Field("name_en", "英文名称", "English name").required()
                Field("outcomes", "效果", "Outcomes", .texts)
            }

            Tag("helped", "结对帮扶", "Has a helper", by: "bureau", "head")
            Fund("home", "无障碍改造资金", "Renovation money", each: .year, paymentCap: Fen(600_000))

            Tag("certified", "持证", "Certified", by: "bureau", "head")
            Self.certificateNotice

            Self.renovation
            Self.certificate

            Handler("plan.check", "核对一户一策", "Check the plan") { task, daemon in
                guard let needed = task.caseData["needed"]?.arrayValue?.compactMap(\.stringValue),
                    let works = task.caseData["works"]?.arrayValue
                else { throw TaskFailure("the case has no plan", isFatal: true) }
                var reached: Set<String> = []
                var total: Int64 = 0
                for work in works {
                    total += (work["price"]?.integerValue ?? 0) * (work["quantity"]?.integerValue ?? 1)
                    guard let code = work["code"]?.stringValue,
                        let record = try await daemon.record("item_outcome", code)
                    else { continue }
                    reached.formUnion(record["outcomes"]?.arrayValue?.compactMap(\.stringValue) ?? [])
                }
                let missing = needed.filter { !reached.contains($0) }
                return [
                    .set(["planTotal": .integer(total), "planMissing": .array(missing.map(JSON.string))]),
                    .raise(event: missing.isEmpty ? "plan.sound" : "plan.short"),
                ]
            }
            Handler("home.told", "告知家庭", "Tell the household") { task, _ in
                [
                    .notify(
                        to: "subject",
                        text: Bilingual(
                            "您的申请 \(task.caseNumber ?? "") 有新进展。",
                            "There is news of your application \(task.caseNumber ?? "")."
                        ),
                        topic: "home.progress"
                    )
                ]
            }
        }
    }

    static let renovation = Item(
        "renovation",
        "困难家庭无障碍改造",
        "Home renovation",
        about: (
            "一、二级残疾人的困难家庭申请无障碍改造,按所需五项效果逐项验收。", "Needy homes of persons with grade 1 or 2; accepted outcome by outcome."
        ),
        openedBy: ["citizen", "agent", "village"],
        unique: ["household"],
        subject: "applicant",
        area: "village_code"
    ) {
        Form {
            Field("household", "户号", "Household").required()
            Field("applicant", "申请人身份证号", "Identity number", .residentID).required().sensitive()
            Field("certificate", "残疾人证号", "Certificate", .disabilityCertificate).required().sensitive()
            Field("grade", "残疾等级", "Grade", .integer).required().between(1, 4).sensitive()
            Field(
                "needy",
                "困难类别",
                "Kind of need",
                oneOf: [
                    "LOWINC": ("低保", "low income"), "EXTREME": ("特困", "extreme poverty"), "EDGE": ("低保边缘", "marginal"),
                    "MONITORED": ("监测对象", "monitored"),
                ]
            ).required().sensitive()
            Field("address", "地址", "Address").required().personal()
            Field("village_code", "村(社区)", "Village", .area).required()
        }
        Flow(initial: "APPLIED") {
            State("APPLIED", "已申请", "Applied") {
                Deadline("village", "村级初核", "Village check", .workingDays(5))
                When(value("grade") > 2, to: "REJECTED_GRADE") { Submits("home.told") }
                Action("villageOk", "村级通过", "Village agrees", by: "village", to: "VILLAGE_OK", notBy: ["open"])
                Action("reject", "不符合", "Reject", by: "village", to: "REJECTED") {
                    Field("reason", "理由", "Reason").required()
                    Submits("home.told")
                }
                Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", to: "WITHDRAWN")
            }
            State("VILLAGE_OK", "村级通过", "Village agreed") {
                Deadline("town", "镇街复核", "Town check", .workingDays(10))
                Action("townOk", "镇街通过", "Town agrees", by: "town", to: "TOWN_OK", notBy: ["villageOk"])
                Action("reject", "不符合", "Reject", by: "town", to: "REJECTED") {
                    Field("reason", "理由", "Reason").required()
                    Submits("home.told")
                }
            }
            State("TOWN_OK", "镇街通过", "Town agreed") {
                Deadline("district", "区级审批", "District decision", .workingDays(10))
                Action(
                    "districtOk",
                    "区级批准",
                    "District approves",
                    by: "head",
                    to: "DISTRICT_OK",
                    notBy: ["villageOk", "townOk"]
                ) {
                    Submits("home.told")
                }
                Action("reject", "不予批准", "Reject", by: "head", to: "REJECTED") {
                    Field("reason", "理由", "Reason").required()
                    Submits("home.told")
                }
            }
            State("DISTRICT_OK", "区级批准", "Approved") {
                Deadline("assess", "评估并签订方案", "Assess and sign the plan", .workingDays(20))
                Action("assess", "入户评估", "Assess", by: "assessor", to: "ASSESSED") {
                    Field("needed", "所需效果", "Outcomes needed", someOf: Self.outcomes).required().atLeast(1)
                    Field("works", "改造项目", "Works") {
                        Field("code", "项目", "Work").required()
                        Field("quantity", "数量", "Quantity", .integer).required().between(1, 100)
                        Field("price", "单价(分)", "Price in fen", .money).required().atLeast(0)
                    }.required().atLeast(1)
                    Submits("plan.check")
                }
            }
            State("ASSESSED", "已评估", "Assessed") {
                Deadline("plan", "核对方案", "Check the plan", .workingDays(5))
                OnEvent("plan.sound", to: "PLAN_READY")
                OnEvent("plan.short", to: "DISTRICT_OK")
            }
            State("PLAN_READY", "方案待签", "Plan to be signed") {
                Deadline("sign", "签订方案", "Sign the plan", .workingDays(10))
                Action("sign", "户主签字", "Household signs", by: "citizen", "agent", "village", to: "PLAN_SIGNED") {
                    Requires(
                        "CAP",
                        value("planTotal") <= 600_000,
                        "方案总价超过 6000 元上限。",
                        "the plan costs more than the cap of 6,000 yuan"
                    )
                }
                Action(
                    "refusePlan",
                    "不同意方案",
                    "Household refuses",
                    by: "citizen",
                    "agent",
                    to: "WITHDRAWN",
                    when: value("replanned") == true
                )
                Action("refusePlan", "不同意方案", "Household refuses", by: "citizen", "agent", to: "DISTRICT_OK") {
                    Sets("replanned", to: true)
                }
            }
            State("WORKS", "施工", "Works", initial: "PLAN_SIGNED") {
                Deadline("build", "完成施工", "Finish the works", .days(60), pausedIn: ["SUSPENDED"])
                State("PLAN_SIGNED", "方案已签", "Plan signed") {
                    Action("begin", "开工", "Begin", by: "builder", to: "BUILDING")
                }
                State("BUILDING", "施工中", "Building") {
                    Action("suspend", "暂停施工", "Suspend", by: "supervisor", "bureau", to: "SUSPENDED") {
                        Field(
                            "pause",
                            "原因",
                            "Reason",
                            oneOf: [
                                "FORCE_MAJEURE": ("天气等不可抗力", "weather"), "OTHER_BUREAU": ("其他部门", "another bureau"),
                            ]
                        ).required()
                    }
                    Action("built", "完工", "Built", by: "builder", to: "BUILT") {
                        Field("photos", "改造前后照片", "Photographs", .texts).required().atLeast(2)
                    }
                }
                State("SUSPENDED", "暂停", "Suspended") {
                    Action("resume", "复工", "Resume", by: "supervisor", "bureau", to: "BUILDING")
                }
            }
            State("BUILT", "已完工", "Built") {
                Deadline("accept", "联合验收", "Joint acceptance", .workingDays(15))
                Action(
                    "inspect",
                    "联合验收",
                    "Accept",
                    by: "bureau",
                    to: "ACCEPTED",
                    notBy: ["assess", "built"],
                    when: Self.allReached
                ) {
                    Field("accepted", "验收通过的效果", "Outcomes accepted", someOf: Self.outcomes).required()
                    Pays(value("planTotal"), from: "home")
                }
                Action("inspect", "联合验收", "Accept", by: "bureau", to: "REWORK", notBy: ["assess", "built"])
            }
            State("REWORK", "返工", "Rework") {
                Deadline("rework", "返工", "Rework", .workingDays(10))
                Action("reworked", "返工完成", "Reworked", by: "builder", to: "BUILT")
            }
            State("ACCEPTED", "已验收", "Accepted") {
                Deadline("follow", "回访", "Follow up", .days(90))
                Action("follow", "回访", "Follow up", by: "bureau", to: "CLOSED") {
                    Field("satisfaction", "满意度", "Satisfaction", .integer).required().between(1, 5)
                }
            }
            Final("CLOSED", "已结案", "Closed")
            Final("REJECTED", "不予批准", "Rejected")
            Final("REJECTED_GRADE", "等级不符", "Rejected: grade")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
        }
    }

    /// Every outcome that is needed is among those accepted.
    ///
    /// Written out code by code, since a condition over a list sees nothing but its element.
    static let allReached = Self.outcomes.reduce(true as Expression) { condition, outcome in
        let code = Expression(stringLiteral: outcome.key)
        return condition && (!value("needed").contains(code) || value("accepted").contains(code))
    }
}
