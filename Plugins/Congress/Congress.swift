// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The people's congress: inspection rounds of dangerous waters with findings, and deputies' suggestions.
@main
struct Congress: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "congress",
            "人民代表大会",
            "People's congress",
            about: (
                "代表督查危险水域、交办发现的问题;代表建议的交办、答复与评价。",
                "Deputies inspect dangerous waters and hand on findings; deputies' suggestions, replies and opinions."
            ),
            prefix: "RD"
        ) {
            Role("presidium", "人大主席团", "Presidium", supervises: true)
            Role("deputy", "人大代表", "Deputy")
            Role("handler", "承办单位", "Handling body")
            Role("villagehead", "村主任", "Village head")
            Role("bureau", "人大办公室", "Congress office")

            Register("water", "水域", "Waters", key: "id", indexed: ["village_code"], dated: true) {
                Field("id", "编号", "Number").required()
                Field("name", "名称", "Name").required()
                Field(
                    "kind",
                    "类别",
                    "Kind",
                    oneOf: [
                        "RIVER": ("河道", "river"), "CULVERT": ("涵闸", "culvert"), "RESERVOIR": ("水库", "reservoir"),
                        "DITCH_POND": ("沟塘", "ditch or pond"),
                    ]
                ).required()
                Field("village_code", "村(社区)", "Village", .area).required()
                Field("lat", "纬度", "Latitude", .integer).required()
                Field("lon", "经度", "Longitude", .integer).required()
                Field("datum", "坐标系", "Datum").required()
                Field("danger", "危险等级", "Danger", .integer).required().between(1, 3)
            }
            Handoff(
                "water",
                "整改危险水域",
                "Making a water safe",
                to: "water-office",
                "区水利局",
                "District water office",
                sharing: ["water", "code", "severity", "village_code"],
                within: Limit(15, .workingDays),
                pausing: false
            )
            Register("facility", "安全设施", "Safety equipment", key: "id") {
                Field("id", "编号", "Number").required()
                Field("water", "水域", "Water").required()
                Field(
                    "kind",
                    "种类",
                    "Kind",
                    oneOf: [
                        "SIGN": ("警示牌", "sign"), "RING": ("救生圈", "ring"), "ROPE": ("救生绳", "rope"),
                        "POLE": ("救生杆", "pole"), "FENCE": ("护栏", "fence"), "CAMERA": ("摄像头", "camera"),
                    ]
                ).required()
                Field(
                    "state",
                    "状态",
                    "State",
                    oneOf: ["OK": ("完好", "sound"), "DAMAGED": ("损坏", "damaged"), "MISSING": ("缺失", "missing")]
                ).required()
                Field("checked", "检查日期", "Checked", .date)
            }

            Rota("patrol", "防溺水巡逻", "Patrol", people: 2, keptBy: ["villagehead", "presidium"])
                .season("06-15..09-15")
                .checkIns(everyMinutes: 120)
                .missed(afterMinutes: 30, tell: Rota.onDuty)
                .missed(afterMinutes: 60, tell: "villagehead", .urgent)
                .missed(afterMinutes: 90, tell: "presidium", .life)
                .gap(tell: "villagehead")
                .gap(afterMinutes: 120, tell: "presidium", .urgent)
            Cascade("rota.*").step(.sms, until: .delivered, within: Limit(15, .minutes)).step(.inApp)

            Self.round
            Self.finding
            Self.suggestion

            Handler("round.prepare", "列出应查水域", "List the waters") { task, daemon in
                let villages = task.caseData["villages"]?.arrayValue?.compactMap(\.stringValue) ?? []
                let waters = try await daemon.records("water")
                    .filter { record in villages.contains { record.data["village_code"]?.stringValue == $0 } }
                guard !waters.isEmpty else {
                    throw TaskFailure("no water is registered in these villages", isFatal: true)
                }
                return [
                    .set(["waters": .array(waters.map { .string($0.key) })]),
                    .raise(event: "prepared"),
                ]
            }
            Handler("finding.open", "交办发现的问题", "Hand on the finding") { task, daemon in
                guard let water = task.payload["water"]?.stringValue,
                    let record = try await daemon.record("water", water)
                else { throw TaskFailure("the water is not in the register", isFatal: true) }
                return [
                    .open(
                        item: "finding",
                        data: [
                            "water": .string(water), "code": task.payload["code"] ?? "OTHER",
                            "severity": task.payload["severity"] ?? 2, "reporter": task.payload["reporter"] ?? "",
                            "village_code": record["village_code"] ?? "",
                        ]
                    )
                ]
            }
            Handler("suggestion.told", "告知代表", "Tell the deputies") { task, _ in
                [
                    .notify(
                        to: "subject",
                        text: Bilingual(
                            "代表建议 \(task.caseNumber ?? "") 有新的答复。",
                            "Suggestion \(task.caseNumber ?? "") has a reply."
                        ),
                        topic: "suggestion.reply"
                    )
                ]
            }
        }
    }

    static let codes: KeyValuePairs<String, (String, String)> = [
        "NO_SIGN": ("无警示牌", "no sign"), "SIGN_BROKEN": ("警示牌损坏", "sign broken"),
        "NO_RESCUE_GEAR": ("无救生设备", "no rescue gear"), "NO_PATROL": ("无人巡逻", "no patrol"),
        "BROKEN_FENCE": ("护栏破损", "broken fence"), "BATHING": ("有人游泳", "bathing"),
        "DEEP_PIT": ("深坑", "deep pit"), "OTHER": ("其他", "other"),
    ]

    static let round = Item(
        "round",
        "防溺水督查",
        "Inspection round",
        about: (
            "代表对所列村的每一处水域逐一查看,全部查看后方可结束。",
            "Deputies see every water of the villages named; the round ends when all are seen."
        ),
        openedBy: ["presidium"]
    ) {
        Form {
            Field("title", "名称", "Title").required()
            Field("villages", "村(社区)", "Villages", .texts).required().atLeast(1)
            Field("until", "截止日期", "Until", .date).required()
        }
        Flow(initial: "PLANNED") {
            State("PLANNED", "已计划", "Planned") {
                Submits("round.prepare")
                Deadline("prepare", "准备", "Prepare", .workingDays(1))
                OnEvent("prepared", to: "RUNNING")
            }
            State("RUNNING", "督查中", "Running") {
                Deadline("finish", "完成督查", "Finish", .days(0), from: value("until"))
                Action("visit", "查看水域", "Visit a water", by: "deputy", when: given("result") == "FINDING") {
                    Self.visitFields
                    Self.noteVisit
                    Submits(
                        "finding.open",
                        [
                            "water": given("water"), "code": given("code"), "severity": given("severity"),
                            "reporter": actor,
                        ]
                    )
                }
                Action("visit", "查看水域", "Visit a water", by: "deputy") { Self.noteVisit }
                Action("finish", "结束督查", "Finish", by: "presidium", to: "COMPLETE") {
                    Requires(
                        "COVERAGE",
                        value("visited").count == value("waters").count,
                        "还有水域未查看。",
                        "not every water has been seen",
                        detail: percent(value("visited").count, of: value("waters").count)
                    )
                }
            }
            State("COMPLETE", "全部查看", "Complete") {
                Deadline("report", "提交报告", "Report", .workingDays(5))
                Action("report", "提交报告", "Report", by: "presidium", to: "REPORTED") {
                    Field("report", "报告", "Report").required()
                }
            }
            Final("REPORTED", "已报告", "Reported")
        }
    }

    /// What is filled in at a water.
    @ListBuilder<any ActionPart>
    static var visitFields: [any ActionPart] {
        Field("water", "水域", "Water").required()
        Field("result", "结果", "Result", oneOf: ["OK": ("正常", "sound"), "FINDING": ("有问题", "finding")]).required()
        Field("code", "问题", "Finding", oneOf: Self.codes).onlyIf(value("result") == "FINDING").required()
        Field("severity", "等级", "Severity", .integer).between(1, 3).onlyIf(value("result") == "FINDING").required()
        Requires(
            "WATER",
            value("waters").contains(form("water")),
            "该水域不在本次督查范围内。",
            "the water is not in this round"
        )
    }

    /// Each water counts once, however often it is seen.
    static let noteVisit = Sets(
        "visited",
        to: choose(
            value("visited").contains(given("water")),
            value("visited"),
            value("visited").appending(given("water"))
        )
    )

    static let finding = Item(
        "finding",
        "督查问题",
        "Finding",
        about: (
            "督查发现的问题,按等级限时整改并由代表核实。",
            "Something found wrong at a water; put right in time by its severity and verified by a deputy."
        ),
        openedBy: ["deputy", "presidium"],
        subject: "water",
        area: "village_code"
    ) {
        // What was found is put right whether or not the round is over.
        Detached()
        Form {
            Field("water", "水域", "Water").required()
            Field("code", "问题", "Finding", oneOf: Self.codes).required()
            Field("severity", "等级", "Severity", .integer).required().between(1, 3)
            Field("reporter", "发现人", "Reporter")
            Field("village_code", "村(社区)", "Village", .area)
        }
        Flow(initial: "OPEN") {
            State("CURING", "整改", "Being put right", initial: "OPEN") {
                Deadline(
                    "fix",
                    "整改",
                    "Put right",
                    .by(choose(value("severity") == 1, "24h", choose(value("severity") == 2, "3d", "15wd")))
                )
                State("OPEN", "已发现", "Open") {
                    Action("hand", "交办", "Hand on", by: "presidium", "deputy", to: "HANDED") {
                        Field("to", "承办单位", "Body").required()
                    }
                }
                State("HANDED", "已交办", "Handed on") {
                    Action("fixed", "整改完成", "Put right", by: "villagehead", "handler", to: "FIXED") {
                        Field("photos", "整改前后照片", "Photographs", .texts).required().atLeast(1)
                    }
                }
                State("FIXED", "待核实", "To be verified") {
                    Action("verify", "核实", "Verify", by: "deputy", to: "CLOSED", notBy: ["fixed"])
                    Action("reopen", "退回重办", "Reopen", by: "deputy", to: "HANDED", notBy: ["fixed"]) {
                        Field("note", "说明", "Note").required()
                    }
                }
            }
            Final("CLOSED", "已结案", "Closed")
        }
    }

    static let suggestion = Item(
        "suggestion",
        "代表建议",
        "Deputies' suggestion",
        about: (
            "代表建议交办后三个月内答复,经同意可至六个月;代表评价不满意的一个月内重办。",
            "Answered within three months of assignment, six by consent; handled again within a month when the deputy is not satisfied."
        ),
        openedBy: ["deputy"],
        unique: ["text", "lead"],
        subject: "lead"
    ) {
        Form {
            Field("text", "建议内容", "Text").required().between(10, 2_000)
            Field("lead", "领衔代表", "Lead deputy").required()
            Field("joint", "附议代表", "Joint deputies", .texts)
            Field("ownInterest", "涉及本人或亲属利益", "Own or relatives' interest", .boolean)
        }
        Flow(initial: "RAISED") {
            State("RAISED", "已提出", "Raised") {
                Work("assign", "交办", "Assign", for: "presidium", "bureau")
                Deadline("assign", "交办", "Assign", .workingDays(5))
                When(value("ownInterest") == true, to: "OWN_INTEREST") { Submits("suggestion.told") }
                Action("assign", "交办", "Assign", by: "presidium", "bureau", to: "ASSIGNED", notBy: ["open"]) {
                    Field("body", "主办单位", "Lead body").required()
                }
                Action("sendBack", "退回代表", "Return", by: "presidium", to: "RETURNED") {
                    Field("reason", "理由", "Reason").required()
                }
                Action("withdraw", "撤回", "Withdraw", by: "deputy", to: "WITHDRAWN")
            }
            State("ASSIGNED", "已交办", "Assigned") {
                Work("reply", "答复", "Reply", for: "handler")
                Deadline(
                    "reply",
                    "答复",
                    "Reply",
                    .months(3),
                    source: "全国人民代表大会代表建议、批评和意见处理办法"
                )
                Action("consent", "同意延期", "Consent to six months", by: "presidium", "bureau") {
                    Extends("reply", by: Limit(3, .months))
                }
                Action("bounce", "退回重派", "Bounce", by: "handler", to: "RAISED") {
                    Field("competent", "应承办单位", "Competent body").required()
                }
                Action("reply", "答复", "Reply", by: "handler", to: "REPLIED") {
                    Field(
                        "class",
                        "答复类别",
                        "Class",
                        oneOf: ["A": ("已解决", "solved"), "B": ("列入计划", "planned"), "C": ("暂不能解决", "not now")]
                    ).required()
                    Field("answer", "答复内容", "Answer").required()
                    Submits("suggestion.told")
                }
                Action("withdraw", "撤回", "Withdraw", by: "deputy", to: "WITHDRAWN")
            }
            State("REPLIED", "已答复", "Replied") {
                Deadline("opinion", "代表评价", "Opinion", .workingDays(10), then: "BASICALLY", intended: true)
                Action("satisfied", "满意", "Satisfied", by: "deputy", to: "SATISFIED")
                Action("basically", "基本满意", "Basically satisfied", by: "deputy", to: "BASICALLY")
                Action("dissatisfied", "不满意", "Dissatisfied", by: "deputy", to: "REHANDLED") {
                    Field("reason", "理由", "Reason").required()
                }
            }
            State("REHANDLED", "重办", "Handled again") {
                Deadline("again", "再次答复", "Second reply", .months(1))
                Action("replyAgain", "再次答复", "Second reply", by: "handler", to: "REPLIED2") {
                    Field("answer", "答复内容", "Answer").required()
                    Submits("suggestion.told")
                }
            }
            Final("SATISFIED", "满意", "Satisfied")
            Final("BASICALLY", "基本满意", "Basically satisfied")
            Final("REPLIED2", "再次答复", "Answered again")
            Final("OWN_INTEREST", "涉及自身利益,退回", "Returned: own interest")
            Final("RETURNED", "退回代表", "Returned")
            Final("WITHDRAWN", "已撤回", "Withdrawn")
        }
    }
}
