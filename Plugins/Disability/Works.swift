// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// From the approval of a renovation to its follow-up: plan, works, acceptance.
extension Disability {
    // MARK: The plan 一户一策

    static var planning: State {
        State("PLANNING", "评估与方案", "Assessment and plan", initial: "DISTRICT_OK") {
            Deadline("plan", "评估并签订方案", "Assess and sign the plan", .rule("home.plan"))
            State("DISTRICT_OK", "区级批准", "Approved") {
                Self.homeTold
                Self.assessing
            }
            State("ASSESSED", "已评估", "Assessed") {
                Self.homeTold
                Submits("home.keep")
                Action("sign", "户主签字", "Household signs", by: "citizen", "agent", "village", to: "WORKS") {
                    Sets("signed_on", to: today)
                }
                // The household may ask for another plan once.
                Action(
                    "refusePlan",
                    "不同意方案",
                    "Household refuses",
                    by: "citizen",
                    "agent",
                    "village",
                    to: "WITHDRAWN",
                    when: value("replanned") == true
                )
                Action(
                    "refusePlan",
                    "不同意方案",
                    "Household refuses",
                    by: "citizen",
                    "agent",
                    "village",
                    to: "REPLAN"
                ) {
                    Sets("replanned", to: true)
                }
                Self.unsafe
            }
            State("REPLAN", "重新制定方案", "Planned again") {
                Self.homeTold
                Self.assessing
            }
            Action("withdraw", "撤回", "Withdraw", by: "citizen", "agent", "village", to: "WITHDRAWN")
            OnEvent("person.deceased", to: "TERMINATED") { Sets("termination", to: "DEAD") }
            OnEvent("person.moved", to: "TERMINATED") { Sets("termination", to: "MOVED") }
        }
    }

    @ListBuilder<any StatePart>
    private static var assessing: [any StatePart] {
        Action(
            "assess",
            "入户评估",
            "Assess",
            by: "assessor",
            to: "ASSESSED",
            notBy: ["open", "villageOk", "townOk", "districtOk"]
        ) {
            Field("needed", "所需效果", "Outcomes needed", someOf: Self.outcomes).required().atLeast(1)
            Field("works", "改造项目", "Works") {
                Field("code", "项目", "Work").required()
                Field("quantity", "数量", "Quantity", .integer).required().between(1, 100)
                Field("price", "单价(分)", "Price in fen", .money).required().atLeast(0)
            }.required().between(1, 30)
            Self.knownWorks
            Self.reachesNeeded
            Requires(
                "CAP",
                Self.total(of: form("works")) <= rule("home.cap"),
                "方案总价超过上限,请调整项目或数量。",
                "the plan costs more than the cap: change works or quantities",
                detail: Self.total(of: form("works"))
            )
            Sets("planTotal", to: Self.total(of: value("works")))
            Sets("assessed_on", to: today)
        }
        Self.unsafe
    }

    /// What is found unsafe is handed to the housing bureau, and the renovation waits for its result.
    private static var unsafe: Action {
        Action("unsafe", "发现危房", "Unsafe house", by: "assessor", "supervisor") {
            Field("danger", "危险情况", "What is dangerous").required().between(1, 500)
            HandsOver("unsafe-house", request: given("danger"))
        }
    }

    private static func total(of works: Expression) -> Expression {
        works.map(element("quantity") * element("price")).sum
    }

    /// What a work reaches, by the decision table of the rule file.
    private static let reached = decision("work_outcomes", ["code": element("code")])

    private static var knownWorks: Requires {
        Requires(
            "UNKNOWN_WORK",
            form("works").none(Self.reached.contains("UNKNOWN")),
            "有改造项目不在目录中,请按目录填写代码。",
            "a work is not in the list: give the codes of the list"
        )
    }

    /// Handing out devices alone is no renovation: works must reach every outcome that is needed.
    private static var reachesNeeded: Requires {
        Requires(
            "PLAN_SHORT",
            Self.each { outcome in
                !form("needed").contains(outcome) || form("works").some(Self.reached.contains(outcome))
            },
            "所列项目达不到全部所需效果,请补充项目;只发放器具不算改造。",
            "the works do not reach every outcome needed: add works; devices alone are no renovation"
        )
    }

    /// A condition that must hold of each of the five outcomes.
    private static func each(_ condition: (Expression) -> Expression) -> Expression {
        Self.outcomes.map { condition(Expression(stringLiteral: $0.key)) }.reduce(true) { $0 && $1 }
    }

    // MARK: The works

    static var works: State {
        State("WORKS", "施工", "Works", initial: "PLAN_SIGNED") {
            Deadline("build", "完成施工", "Finish the works", .rule("home.build"))
            State("PLAN_SIGNED", "方案已签", "Plan signed") {
                Self.homeTold
                Action("begin", "开工", "Begin", by: "builder", to: "BUILDING") { Sets("builder", to: actor) }
                Self.endings(settles: false)
            }
            State("BUILDING", "施工中", "Building") {
                Self.homeTold
                Action("built", "完工", "Built", by: "builder", to: "ACCEPTING") {
                    Field("photos", "改造前后照片", "Photographs before and after", .texts).required().atLeast(2)
                }
                Self.endings(settles: true)
            }
        }
    }

    /// When the person dies, works go on only if another disabled person lives there; when he moves, they end. What the
    /// builder has done is paid.
    @ListBuilder<any StatePart>
    private static func endings(settles: Bool) -> [any StatePart] {
        OnEvent("person.deceased", when: Self.otherEligible) { Marks("SUCCESSOR") }
        OnEvent("person.deceased", to: "TERMINATED", when: !Self.otherEligible) {
            Sets("termination", to: "DEAD")
            if settles { Self.openSettlement }
        }
        OnEvent("person.moved", to: "TERMINATED") {
            Sets("termination", to: "MOVED")
            if settles { Self.openSettlement }
        }
    }

    /// Whether another person of grade 1 or 2 was added to the case; character 20 of a certificate's number is the grade.
    private static let otherEligible = value("members").some(
        characters(of: element, from: 19, count: 1).isOne(of: "1", "2")
    )

    private static var openSettlement: Opens {
        Opens(
            "settlement",
            [
                "renovation": caseNumber, "builder": value("builder"), "limit": value("planTotal"),
                "village_code": value("village_code"),
            ]
        )
    }

    // MARK: Acceptance

    static let parties: KeyValuePairs<String, (String, String)> = [
        "FEDERATION": ("区残联", "federation"), "TOWN": ("镇街", "town"), "DESIGNER": ("设计方", "designer"),
        "THIRD_PARTY": ("第三方", "third party"), "AUDIT": ("审计", "audit"),
    ]

    /// The acceptance sheet names all who took part.
    private static var tookPart: Sets {
        Sets(
            "parties",
            to: choose(
                given("parties").exists,
                given("parties"),
                Expression(.array(Self.parties.map { .string($0.key) }))
            )
        )
    }

    static var accepting: State {
        State("ACCEPTING", "验收", "Acceptance", initial: "BUILT") {
            State("BUILT", "已完工", "Built") {
                Self.homeTold
                Deadline("accept", "联合验收", "Joint acceptance", .rule("home.accept"))
                Action(
                    "inspect",
                    "联合验收",
                    "Accept",
                    by: "bureau",
                    to: "ACCEPTED",
                    notBy: ["assess", "built"],
                    when: Self.each { !value("needed").contains($0) || value("accepted").contains($0) }
                ) {
                    Field("accepted", "验收通过的效果", "Outcomes accepted", someOf: Self.outcomes).required()
                    Field("parties", "参加验收的各方", "Who took part", someOf: Self.parties)
                        .help("不填为五方都参加", "all five unless given")
                    Requires(
                        "JOINT",
                        !form("parties").exists
                            || form("parties").count == Expression(integerLiteral: Int64(Self.parties.count)),
                        "须由残联、镇街、设计方、第三方和审计联合验收。",
                        "federation, town, designer, third party and audit accept together"
                    )
                    Self.tookPart
                    Sets("inspected_on", to: today)
                    Sets("accepted_on", to: today)
                    Sets("cost", to: value("planTotal"))
                    Pays(value("planTotal"), from: "home", to: value("builder"))
                }
                Action("inspect", "联合验收", "Accept", by: "bureau", to: "REWORK", notBy: ["assess", "built"]) {
                    Self.tookPart
                    Sets("inspected_on", to: today)
                    Sets("reworks", to: value("reworks", or: 0) + 1)
                }
            }
            State("REWORK", "返工", "Rework") {
                Self.homeTold
                Notifies(
                    to: "builder",
                    about: "home.rework",
                    zh: text("改造 ", caseNumber, " 有效果未通过验收,请返工。"),
                    en: text("An outcome of renovation ", caseNumber, " was not accepted: do the works again.")
                )
                Deadline("rework", "返工", "Rework", .rule("home.rework"))
                Action("reworked", "返工完成", "Reworked", by: "builder", to: "BUILT")
            }
            OnEvent("person.deceased", when: Self.otherEligible) { Marks("SUCCESSOR") }
            OnEvent("person.deceased", to: "TERMINATED", when: !Self.otherEligible) {
                Sets("termination", to: "DEAD")
                Self.openSettlement
            }
            // What was built stays; nothing is asked back.
            OnEvent("person.moved", to: "CLOSED") {
                Sets("termination", to: "MOVED")
                Self.openSettlement
                Submits("home.keep", ["closed": true])
            }
        }
    }

    // MARK: Follow-up

    static var following: State {
        State("FOLLOWING", "回访", "Following up", initial: "ACCEPTED") {
            State("ACCEPTED", "已验收", "Accepted") {
                Self.homeTold
                Submits("home.keep")
                Deadline("follow", "回访", "Follow up", .rule("home.follow.until"))
                Action("follow", "回访", "Follow up", by: "bureau", to: "FOLLOWED", notBy: ["assess", "built"]) {
                    Field("satisfaction", "满意度", "Satisfaction", .integer).required().between(1, 5)
                    Field("note", "说明", "Note").atMost(500)
                    Requires(
                        "TOO_EARLY",
                        minutes(from: text(value("accepted_on"), "T00:00:00+08:00"), to: value("now"))
                            >= rule("home.follow.from") * 1440,
                        "验收后须使用一段时间再回访。",
                        "it is followed up only after some time of use"
                    )
                    Sets("followed_on", to: today)
                }
            }
            State("FOLLOWED", "已回访", "Followed up") {
                Self.homeTold
                Action("close", "结案", "Close", by: "bureau", "head", to: "CLOSED") { Self.homeClosed }
            }
            .untimed()
            OnEvent("person.deceased", to: "CLOSED") { Self.homeClosed }
            OnEvent("person.moved", to: "CLOSED") { Self.homeClosed }
        }
    }

    private static var homeClosed: Submits { Submits("home.keep", ["closed": true]) }

    // MARK: What the builder has done

    /// When a renovation ends early, the builder is paid for the work done.
    static var settlement: Item {
        Item(
            "settlement",
            "施工结算",
            "Settlement",
            about: ("改造提前终止时,按已完成工程量结算施工费。", "When a renovation ends early, what the builder has done is paid."),
            openedBy: ["bureau"],
            unique: ["renovation"],
            area: "village_code"
        ) {
            // It is settled after the renovation has ended.
            Detached()
            Form {
                Field("renovation", "改造办件", "Renovation").required()
                Field("builder", "施工方", "Builder").required()
                Field("limit", "方案总价(分)", "Total of the plan in fen", .money).required()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow {
                State("OPEN", "待核定", "To be measured") {
                    Deadline("settle", "结算", "Settle", .rule("home.settle"))
                    Action("measure", "核定工程量", "Measure", by: "supervisor", to: "MEASURED") {
                        Field("done", "已完成金额(分)", "Work done in fen", .money).required().atLeast(0)
                        Field("note", "说明", "Note").required().between(1, 500)
                        Requires(
                            "CAP",
                            form("done") <= value("limit"),
                            "已完成金额不能超过方案总价。",
                            "the work done cannot cost more than the plan"
                        )
                    }
                }
                State("MEASURED", "待审定", "To be approved") {
                    Deadline("approve", "审定", "Approve", .rule("home.settle"))
                    Action("approve", "审定支付", "Approve and pay", by: "head", to: "SETTLED", notBy: ["measure"]) {
                        Pays(value("done"), from: "home", to: value("builder"))
                    }
                    Action("return", "退回", "Return", by: "head", to: "OPEN") {
                        Field("reason", "理由", "Reason").required().atMost(500)
                    }
                }
                Final("SETTLED", "已结算", "Settled")
            }
        }
    }
}
