// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic

/// The yearly survey of needs: village by village in autumn, entered and checked by the next spring.
extension Disability {
    static var survey: Item {
        Item(
            "survey",
            "需求调查",
            "Survey of needs",
            about: (
                "每年秋季逐村调查残疾人需求,次年春季前核对录入。",
                "Each autumn every village asks what disabled persons need; the entries are checked by the next spring."
            ),
            openedBy: ["bureau"],
            unique: ["year", "village_code"],
            area: "village_code"
        ) {
            Form {
                Field("year", "年度", "Year", .integer).required().between(2000, 2200)
                Field("village_code", "村(社区)", "Village", .area).required()
                Field("end", "调查截止", "Survey ends", .date).required()
                Field("entered_by", "核对截止", "Entries checked by", .date).required()
            }
            Flow {
                State("OPEN", "调查中", "Being surveyed") {
                    Work("survey", "入户调查", "Ask the households", for: "village")
                    Deadline("survey", "调查", "Survey", .days(0), from: value("end"), source: "残疾人基本服务状况和需求信息数据动态更新工作要求")
                    {
                        Rung("due", tells: "town", "bureau")
                    }
                    Action("report", "上报", "Report", by: "village", "town", to: "REPORTED") {
                        Field("asked", "调查人数", "People asked", .integer).required().atLeast(0)
                        Field("with_needs", "有需求人数", "People with needs", .integer).required().atLeast(0)
                        Requires(
                            "TOO_MANY",
                            form("with_needs") <= form("asked"),
                            "有需求人数不能多于调查人数。",
                            "no more can have needs than were asked"
                        )
                    }
                }
                State("REPORTED", "已上报,待核对", "Reported, to be checked") {
                    Work("enter", "核对录入", "Check the entries", for: "bureau")
                    Deadline("entry", "录入核对", "Entry check", .days(0), from: value("entered_by"))
                    Action("entered", "核对完成", "Checked", by: "bureau", to: "CLOSED", notBy: ["report"])
                    Action("return", "退回重报", "Return", by: "bureau", to: "OPEN") {
                        Field("reason", "理由", "Reason").required().atMost(500)
                    }
                }
                Final("CLOSED", "已办结", "Closed")
            }
        }
    }

    static var surveySchedule: Schedule {
        Schedule(
            "survey",
            "年度需求调查",
            "Yearly survey of needs",
            "annual(\(RuleBook.current.text("survey.begin")) 09:00)",
            submits: "survey.begin"
        )
    }

    /// One case for each village in which a disabled person is registered.
    static var beginSurvey: Handler {
        let rules = RuleBook.current
        let (end, check) = (rules.text("survey.end"), rules.text("survey.check"))
        return Handler("survey.begin", "开始需求调查", "Begin the survey") { task, daemon in
            let year = task.today.year
            let begun = Set(
                try await daemon.cases("survey").filter { $0["year"]?.integerValue == Int64(year) }
                    .compactMap { $0["village_code"]?.stringValue }
            )
            let villages = Set(try await daemon.records("person").compactMap { $0.data["village_code"]?.stringValue })
            return villages.subtracting(begun).sorted().map { village in
                .open(
                    item: "survey",
                    data: [
                        "year": .integer(Int64(year)), "village_code": .string(village),
                        "end": .string("\(year)-\(end)"), "entered_by": .string("\(year + 1)-\(check)"),
                    ]
                )
            }
        }
    }
}
