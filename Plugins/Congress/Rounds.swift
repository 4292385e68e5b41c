// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Inspection rounds: no water is left out.
extension Congress {
    /// What is found wrong at a water.
    static let codes: KeyValuePairs<String, (String, String)> = [
        "NO_SIGN": ("无警示牌", "no sign"), "SIGN_BROKEN": ("警示牌损坏", "sign broken"),
        "NO_RESCUE_GEAR": ("无救生设备", "no rescue gear"), "NO_PATROL": ("无人巡逻", "no patrol"),
        "BROKEN_FENCE": ("护栏破损", "broken fence"), "BATHING": ("有人游泳", "bathing"),
        "DEEP_PIT": ("深坑", "deep pit"), "OTHER": ("其他", "other"),
    ]

    static var round: Item {
        Item(
            "round",
            "防溺水督查",
            "Inspection round",
            about: (
                "代表对所列村的每一处水域逐一查看,全部查看后方可结束。",
                "Deputies see every water of the villages named; the round ends when all are seen."
            ),
            openedBy: ["presidium"]
        ) {
            // An extra round goes on when the alert is over.
            Detached()
            Form {
                Field("title", "名称", "Title").required()
                Field(
                    "scope",
                    "范围",
                    "Scope",
                    oneOf: ["TOWN": ("全镇", "the whole town"), "VILLAGES": ("部分村", "some villages")]
                ).help("不填为部分村;全镇督查须覆盖全部村(社区)", "some villages unless given; of the town, all must be named")
                Field("villages", "村(社区)", "Villages", .texts).required().atLeast(1)
                Field("from", "开始日期", "From", .date)
                Field("until", "截止日期", "Until", .date).required()
                Field("deputies", "参加代表", "Deputies") {
                    Field("person", "代表", "Deputy").required()
                    Field("level", "级别", "Level", oneOf: Self.levels).required()
                }
                Field("urgent", "加查", "Extra round", .boolean)
                    .help("强降雨或水位上涨后 24 小时内加查", "after heavy rain or a rise of the water, within 24 hours")
                Requires(
                    "PERIOD",
                    !form("from").exists || form("from") <= form("until"),
                    "截止日期不能早于开始日期。",
                    "the round cannot end before it begins"
                )
            }
            Flow(initial: "PLANNED") {
                State("PLANNED", "已计划", "Planned") {
                    OnEntry {
                        Sets("openedAt", to: now)
                        Submits("round.prepare")
                    }
                    Deadline("prepare", "准备", "Prepare", .workingDays(1))
                    OnEvent("prepared", to: "RUNNING")
                }
                State("RUNNING", "督查中", "Running") {
                    Deadline(
                        "finish",
                        "完成督查",
                        "Finish",
                        .by(choose(value("urgent") == true, rule("round.urgent"), "0d")),
                        from: choose(value("urgent") == true, value("openedAt"), value("until")),
                        source: "防溺水督查工作安排"
                    )
                    Action("visit", "查看水域", "Visit a water", by: "deputy", when: given("result") == "FINDING") {
                        Self.visitFields
                        Self.noteVisit
                        Submits(
                            "finding.open",
                            [
                                "water": given("water"), "code": given("code"), "severity": given("severity"),
                                "village": given("village"), "bathers": given("bathers"), "reporter": actor,
                            ]
                        )
                    }
                    Action("visit", "查看水域", "Visit a water", by: "deputy") { Self.noteVisit }
                    Action("found", "发现新水域", "A water not yet registered", by: "deputy") {
                        Field("id", "编号", "Number").required()
                        Field("name", "名称", "Name").required()
                        Field("kind", "类别", "Kind", oneOf: Self.waterKinds).required()
                        Field("village_code", "村(社区)", "Village", .area).required()
                        Field("place", "坐标", "Place", .geo).required()
                        Field("danger", "危险等级", "Danger", .integer).required().between(1, 3)
                        Requires(
                            "KNOWN",
                            !isRegistered("water", form("id")),
                            "该编号已登记,请用其他编号。",
                            "a water of this number is registered: use another one"
                        )
                        Requires(
                            "VILLAGE",
                            value("villages").contains(form("village_code")),
                            "该村不在本次督查范围内。",
                            "the village is not in this round"
                        )
                        Records(
                            in: "water",
                            key: given("id"),
                            [
                                "id": given("id"), "name": given("name"), "kind": given("kind"),
                                "village_code": given("village_code"), "lat": given("place.latitude"),
                                "lon": given("place.longitude"), "datum": given("place.datum"),
                                "danger": given("danger"),
                            ]
                        )
                        // The waters to be seen are one more.
                        Sets("waters", to: value("waters").appending(given("id")))
                    }
                    Action("finish", "结束督查", "Finish", by: "presidium", to: "COMPLETE") {
                        Requires(
                            "COVERAGE",
                            value("visited").count == value("waters").count,
                            "还有水域未查看,全部查看后方可结束。",
                            "not every water has been seen: see the others first",
                            detail: percent(value("visited").count, of: value("waters").count)
                        )
                        Requires(
                            "VILLAGES",
                            value("scope") != "TOWN" || value("villages").count >= rule("round.villages"),
                            "全镇督查须覆盖全部村(社区)。",
                            "a round of the town must cover all its villages",
                            detail: text(value("villages").count, "/", rule("round.villages"))
                        )
                    }
                    Action("cancel", "取消督查", "Cancel", by: "presidium", to: "CANCELLED") {
                        Field("reason", "理由", "Reason").required()
                    }
                }
                State("COMPLETE", "全部查看", "Complete") {
                    Deadline("report", "提交报告", "Report", .rule("round.report"), source: "防溺水督查工作安排")
                    Action("report", "提交报告", "Report", by: "presidium", to: "REPORTED") {
                        Field("report", "报告", "Report").required()
                    }
                }
                Final("REPORTED", "已报告", "Reported")
                Final("CANCELLED", "已取消", "Cancelled")
            }
        }
    }

    /// What is filled in at a water. A photograph proves that the deputy was there.
    @ListBuilder<any ActionPart>
    static var visitFields: [any ActionPart] {
        Field("water", "水域", "Water").required()
        Field("result", "结果", "Result", oneOf: ["OK": ("正常", "sound"), "FINDING": ("有问题", "finding")]).required()
        Field("place", "拍照坐标", "Place of the photograph", .geo).personal()
            .help("与水域相距不得超过规定距离", "no farther from the water than the rule says")
        Field("photos", "照片", "Photographs", .texts)
        Field("code", "问题", "Finding", oneOf: Self.codes).onlyIf(value("result") == "FINDING").required()
        Field("severity", "等级", "Severity", .integer).between(1, 3).onlyIf(value("result") == "FINDING").required()
        Field("village", "责任村(社区)", "Village to act", .area).onlyIf(value("result") == "FINDING")
            .help("共有水域可指定另一村;不填为牵头村", "of a shared water another village; the lead village unless given")
        Field("bathers", "游泳儿童人数", "Children bathing", .integer).onlyIf(value("code") == "BATHING").between(0, 100)
        Requires(
            "WATER",
            value("waters").contains(form("water")),
            "该水域不在本次督查范围内。",
            "the water is not in this round"
        )
        Requires(
            "GEO",
            !form("place").exists || Self.metresToWater <= rule("visit.metres"),
            "拍照地点离水域太远,请到现场拍照。",
            "the photograph was taken too far from the water: take it there",
            detail: choose(form("place").exists, text(Self.metresToWater, " m"), nil)
        )
    }

    /// From where the photograph was taken to the nearest place of the water.
    private static let metresToWater = metres(
        from: form("place"),
        to: choose(
            registered("water", form("water"), "line").exists,
            registered("water", form("water"), "line"),
            object([
                "latitude": registered("water", form("water"), "lat"),
                "longitude": registered("water", form("water"), "lon"),
                "datum": registered("water", form("water"), "datum"),
            ])
        )
    )

    /// Each water counts once, however often it is seen; each visit is kept.
    @ListBuilder<any ActionPart>
    static var noteVisit: [any ActionPart] {
        Sets(
            "visited",
            to: choose(
                value("visited").contains(given("water")),
                value("visited"),
                value("visited").appending(given("water"))
            )
        )
        Submits(
            "visit.note",
            [
                "water": given("water"), "result": given("result"), "photos": given("photos"), "deputy": actor,
                "at": now,
            ]
        )
    }

    /// Heavy rain or a rise of the water: another round within a day.
    static var alert: Item {
        Item(
            "alert",
            "汛情",
            "Flood alert",
            about: (
                "强降雨或水位上涨时,24 小时内对所列村加查一次。",
                "On heavy rain or a rise of the water the villages named are inspected within 24 hours."
            ),
            openedBy: ["presidium", "duty"]
        ) {
            Form {
                Field(
                    "kind",
                    "情形",
                    "Kind",
                    oneOf: ["RAIN": ("强降雨", "heavy rain"), "LEVEL": ("水位上涨", "rise of the water")]
                ).required()
                Field("villages", "村(社区)", "Villages", .texts).required().atLeast(1)
                Field("until", "加查截止日期", "Inspect until", .date).required()
            }
            Flow(initial: "RAISED") {
                State("RAISED", "已通报", "Raised") {
                    OnEntry {
                        Opens(
                            "round",
                            [
                                "title": choose(value("kind") == "RAIN", "强降雨后加查", "水位上涨后加查"),
                                "scope": "VILLAGES", "villages": value("villages"), "until": value("until"),
                                "urgent": true,
                            ]
                        )
                        Notifies(
                            "villagehead",
                            about: "alert.raised",
                            "汛情加查,请配合。",
                            "Flood alert: an extra round begins.",
                            urgency: .urgent
                        )
                    }
                    Action("over", "解除", "Over", by: "presidium", "duty", to: "OVER")
                }
                .untimed()
                Final("OVER", "已解除", "Over")
            }
        }
    }
}
