// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic

/// Every week the villages say whom they found, the towns check it, and the district puts it together.
extension Medical {
    static let statuses: KeyValuePairs<String, (String, String)> = [
        "FOUND": ("已发现", "found"), "CERTIFIED": ("已认定", "certified"), "APPLYING": ("申请中", "applying"),
        "UNWILLING": ("不愿办理", "unwilling"), "INELIGIBLE": ("不符合条件", "not eligible"), "LOST": ("失联", "lost"),
        "DUPLICATE": ("重复", "duplicate"),
    ]

    /// Why somebody who could hold a qualification does not want it.
    static let reasons: KeyValuePairs<String, (String, String)> = [
        "NO_NEED": ("病情稳定,不需要", "no need"), "TROUBLE": ("嫌手续麻烦", "too much trouble"),
        "PRIVACY": ("不愿公开病情", "does not want it known"), "AWAY": ("长期在外", "away for long"),
        "OTHER": ("其他", "other"),
    ]

    /// One row for each person and disease. A village that finds somebody who lives elsewhere has a row of its own, which
    /// the nightly look makes a duplicate. Each day stays known, since a week's report tells of its cut-off.
    static var screening: Register {
        Register(
            "screening",
            "排查台账",
            "Screening",
            key: "person",
            and: ["disease", "village"],
            dated: true,
            keptBy: ["village", "town", "bureau"]
        ) {
            Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
            Field("disease", "病种", "Disease").required().sensitive()
            Field("village", "村(社区)", "Village", .area).required()
            Field("category", "人员类别", "Category", oneOf: Self.categories).sensitive()
            Field("week", "周次", "Week").required()
            Field("status", "状态", "Status", oneOf: Self.statuses).required()
            Field("eligible", "符合条件", "Eligible", .boolean)
            Field("reason", "不愿办理原因", "Why unwilling", oneOf: Self.reasons)
            Field("remark", "说明", "Remark").atMost(200)
            Field("asked", "询问日期", "Asked on", .date)
            Requires(
                "REASON",
                value("status") != "UNWILLING" || (value("reason").exists && value("asked").exists),
                "不愿办理须填写原因和询问日期。",
                "of somebody unwilling give the reason and the day he was asked"
            )
        }
    }

    /// The sheets of the units, week by week, as they were sent.
    static var unitReports: Register {
        Register("unit_report", "单位周报", "Sheets of units", key: "week", and: ["unit"]) {
            Field("week", "周次", "Week").required()
            Field("unit", "单位", "Unit", .area).required()
            Field("state", "状态", "State").required()
            Field("rows", "行", "Rows", .any)
        }
    }

    /// The district's reports with all their versions: a later one never takes the place of an earlier.
    static var districtReports: Register {
        Register("weekly_report", "区排查周报", "District reports", key: "week", and: ["version"]) {
            Field("week", "周次", "Week").required()
            Field("version", "版本", "Version", .integer).required()
            Field("punctuality", "报送及时率", "Punctuality").required()
            Field("units", "各单位", "Units", .any).required()
            Field("totals", "合计", "Totals", .any).required()
            Field("reason", "更正原因", "Why corrected")
        }
    }

    /// The six offices that report: two streets, three towns, the development zone.
    static let units: KeyValuePairs<String, (String, String)> = [
        "340602001000": ("高岳街道", "Gaoyue Street"), "340602002000": ("矿山集街道", "Kuangshanji Street"),
        "340602100000": ("朔里镇", "Shuoli Town"), "340602101000": ("石台镇", "Shitai Town"),
        "340602102000": ("段园镇", "Duanyuan Town"), "340602400000": ("开发区", "Development Zone"),
    ]

    /// The hours in which the district puts a week together: what is checked at 16:00 is compiled by 10:00 of the next
    /// working day.
    private static let compilingHours = OfficeHours(seasons: [
        OfficeHours.Season(
            from: (1, 1),
            to: (12, 31),
            segments: [OfficeHours.Segment(start: 540, end: 600), OfficeHours.Segment(start: 960, end: 1_020)]
        )
    ])

    /// The sheet of one unit for one week. Nobody's silence is taken for zero.
    static var unitReport: Item {
        Item(
            "unit_report",
            "单位排查周报",
            "Weekly sheet of a unit",
            about: (
                "每周最后一个工作日 12:00 前由基层专干报送,16:00 前由镇街核对。",
                "Sent by the village specialists by 12:00 of the last working day of the week, checked by the town by 16:00."
            ),
            prefix: "ZB",
            openedBy: []
        ) {
            Form {
                Field("week", "周次", "Week").required()
                Field("unit", "单位", "Unit", oneOf: Self.units).required()
                Field("cutoff", "截止", "Cut-off", .moment).required()
                Field("check", "核对截止", "Check by", .moment).required()
            }
            Flow(initial: "OPEN") {
                State("OPEN", "待报送", "Open") { Self.submitting }
                State("SUBMITTED", "已报送", "Submitted") {
                    OnEntry { Submits("weekly.sheet") }
                    Deadline("confirm", "镇街核对", "Check by the town", .minutes(0), from: value("check")) {
                        Sets("late", to: true)
                    }
                    Action("confirm", "核对无误", "Confirm", by: "town", to: "CONFIRMED", notBy: ["submit"]) {
                        Self.ownUnit
                    }
                    Action("return", "退回", "Return", by: "town", to: "RETURNED", notBy: ["submit"]) {
                        Self.ownUnit
                        Field("reason", "理由", "Reason").required().atMost(500)
                    }
                    OnEvent("compiled", to: "MISSING")
                }
                State("RETURNED", "已退回", "Returned") {
                    OnEvent("compiled", to: "MISSING")
                    Action("submit", "重新报送", "Submit again", by: "village", "town", to: "SUBMITTED") {
                        Self.ownUnit
                    }
                }
                .untimed()
                State("CONFIRMED", "已核对", "Confirmed") { OnEvent("compiled", to: "TAKEN") }.untimed()
                Final("TAKEN", "已汇总", "Taken into the district's")
                Final("MISSING", "未报", "Not reported")
            }
        }
    }

    @ListBuilder<any StatePart>
    private static var submitting: [any StatePart] {
        Deadline("submit", "报送", "Submit", .minutes(0), from: value("cutoff")) {
            // Two hours before, those whose sheet is missing are told; at the cut-off the town's head, later the bureau's.
            Rung("soon", at: RuleBook.current.text("weekly.reminder"), tells: "village", "town")
            Rung("due", tells: "town")
            Rung("late", at: RuleBook.current.text("weekly.late"), tells: "head")
            Sets("late", to: true)
        }
        Action("submit", "报送", "Submit", by: "village", "town", to: "SUBMITTED") { Self.ownUnit }
        OnEvent("compiled", to: "MISSING")
    }

    /// Specialists and towns answer for their own unit.
    @ListBuilder<any ActionPart>
    private static var ownUnit: [any ActionPart] {
        Requires(
            "UNIT",
            !applicantArea.exists || applicantArea.prefix(9) == value("unit").prefix(9),
            "只能办理本单位的周报。",
            "this is the sheet of another unit"
        )
    }

    /// The district's report of a week.
    static var districtReport: Item {
        Item(
            "weekly_report",
            "区排查周报",
            "District report of a week",
            about: (
                "六个单位的周报汇总成区周报,未报的单位写明“未报”;锁定后如需更正,另立版本。",
                "The sheets of the six units put together; a unit without one is named as such. Once locked, it is corrected by a further version."
            ),
            prefix: "QB",
            openedBy: [],
            unique: ["week"]
        ) {
            Form {
                Field("week", "周次", "Week").required()
                Field("cutoff", "截止", "Cut-off", .moment).required()
                Field("check", "核对截止", "Check by", .moment).required()
            }
            Flow(initial: "COLLECTING") {
                State("COLLECTING", "收集中", "Collecting") {
                    OnEntry { Submits("weekly.units") }
                    // By 10:00 of the next working day.
                    Deadline(
                        "compile",
                        "汇总",
                        "Compile",
                        .rule("weekly.compile"),
                        from: value("check"),
                        during: Self.compilingHours
                    )
                    Action("compile", "汇总", "Compile", by: "bureau", to: "COMPILING") {
                        Requires(
                            "EARLY",
                            now >= value("cutoff"),
                            "未到截止时间,不能汇总。",
                            "it cannot be compiled before the cut-off"
                        )
                        Submits("weekly.compile")
                    }
                }
                State("COMPILING", "汇总中", "Being compiled") { OnEvent("compiled", to: "COMPILED") }.untimed()
                State("COMPILED", "已汇总", "Compiled") {
                    Deadline("lock", "锁定", "Lock", .rule("weekly.lock"))
                    Action("lock", "锁定", "Lock", by: "bureau", to: "LOCKED")
                    Action("recompile", "重新汇总", "Compile again", by: "bureau", to: "COMPILING") {
                        Submits("weekly.compile")
                    }
                }
                State("AMENDING", "更正待批", "Correction asked for") {
                    Deadline("amend", "批准更正", "Decide the correction", .rule("weekly.amend"))
                    Action("approve", "批准更正", "Approve", by: "head", to: "RECOUNTING", notBy: ["amend"]) {
                        Submits("weekly.compile", ["reason": value("reason")])
                    }
                    Action("decline", "不同意更正", "Decline", by: "head", to: "LOCKED", notBy: ["amend"]) {
                        Field("why", "理由", "Reason").required().between(1, 500)
                    }
                }
                State("RECOUNTING", "重新统计", "Being counted anew") { OnEvent("compiled", to: "AMENDED") }.untimed()
                Final("LOCKED", "已锁定", "Locked") { Self.amending }
                Final("AMENDED", "已更正", "Amended") { Self.amending }
            }
        }
    }

    /// What was locked is corrected by a further version, at any time, when a head agrees.
    private static var amending: Action {
        Action("amend", "申请更正", "Ask for a correction", by: "bureau", to: "AMENDING") {
            Field("reason", "理由", "Reason").required().between(1, 500)
        }
    }

    /// Who did not want it is asked again.
    static var reask: Item {
        Item(
            "reask",
            "再次询问",
            "Asking again",
            about: ("不愿办理的参保人 90 日后再次询问。", "Somebody unwilling is asked again after 90 days."),
            prefix: "ZX",
            openedBy: [],
            unique: ["person", "disease"],
            subject: "person",
            area: "village"
        ) {
            Form {
                Field("person", "身份证号", "Identity number", .residentID).required().sensitive()
                Field("disease", "病种", "Disease").required().sensitive()
                Field("village", "村(社区)", "Village", .area).required()
            }
            Flow(initial: "ASKING") {
                State("ASKING", "待询问", "To be asked") {
                    Deadline("ask", "再次询问", "Ask again", .rule("screening.reask"))
                    Action("answer", "登记答复", "Note the answer", by: "village", "town", to: "ASKED") {
                        Field("status", "状态", "Status", oneOf: Self.statuses).required()
                        Field("reason", "不愿办理原因", "Why unwilling", oneOf: Self.reasons)
                        Requires(
                            "REASON",
                            form("status") != "UNWILLING" || form("reason").exists,
                            "仍不愿办理的,须选择原因。",
                            "of somebody still unwilling give the reason"
                        )
                        Submits("screening.answer", ["status": given("status"), "reason": given("reason")])
                    }
                    OnEvent("person.deceased", to: "DEAD")
                }
                Final("ASKED", "已询问", "Asked")
                Final("DEAD", "死亡", "Dead")
            }
        }
    }
}
