// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanModel

/// The figures of the bureau, and the reports they stand in.
extension Market {
    /// The streets, towns and the development zone of the district.
    static let towns: [ReportDeclaration.Rows.Row] = [
        .init(id: "340602001000", name: Bilingual("高岳街道", "Gaoyue Street")),
        .init(id: "340602002000", name: Bilingual("矿山集街道", "Kuangshanji Street")),
        .init(id: "340602100000", name: Bilingual("朔里镇", "Shuoli Town")),
        .init(id: "340602101000", name: Bilingual("石台镇", "Shitai Town")),
        .init(id: "340602102000", name: Bilingual("段园镇", "Duanyuan Town")),
        .init(id: "340602400000", name: Bilingual("淮北杜集经济开发区", "Duji Economic Development Zone")),
    ]

    @ListBuilder<any BureauPart>
    static var complaintFigures: [any BureauPart] {
        Figure("complaints", "投诉", "Complaints", .cases("complaint"), unit: ("件", "cases"))
        Figure("reports", "举报", "Reports", .cases("report"), unit: ("件", "cases"))
        Figure(
            "filed",
            "立案",
            "Cases filed",
            .register("filing"),
            unit: ("件", "cases"),
            dated: "filed_on"
        )
    }

    @ListBuilder<any BureauPart>
    static var supervisionFigures: [any BureauPart] {
        Figure("inspections", "检查", "Inspections", .cases("inspection"), unit: ("次", "visits"))
        Figure(
            "inspected",
            "检查主体",
            "Businesses inspected",
            .cases("inspection"),
            when: value("outcome").exists,
            dated: "finished_on",
            distinct: "entity"
        )
        Figure("entities", "登记主体", "Businesses registered", .register("entity"))
        Figure("coverage", "检查覆盖率", "Coverage", share: "inspected", of: "entities")
        // By the first inspection only: what was put right since does not change it.
        Figure(
            "passed",
            "首次合格",
            "Passed at first",
            .cases("inspection"),
            when: value("outcome") == "PASSED" && value("first") == true,
            dated: "finished_on"
        )
        Figure(
            "judged",
            "首次检查",
            "First inspections",
            .cases("inspection"),
            when: value("outcome").exists && value("first") == true,
            dated: "finished_on"
        )
        Figure("passRate", "合格率", "Pass rate", share: "passed", of: "judged")
        Figure(
            "failed",
            "不合格",
            "Failed",
            .cases("inspection"),
            when: value("outcome") == "FAILED",
            dated: "finished_on"
        )
        Figure("ordersDue", "到期责令改正", "Orders due", .cases("order"), dated: "_due.rectify")
        Figure(
            "rectified",
            "按期改正结案",
            "Rectified in time",
            .cases("order"),
            when: value("closed_as") == "RECTIFIED" && value("_closed") <= value("_due.rectify"),
            dated: "_due.rectify"
        )
        Figure("rectifiedRate", "按期改正率", "Rectified in time", share: "rectified", of: "ordersDue")
        Figure(
            "overdue",
            "逾期未改正",
            "Overdue",
            .cases("order"),
            when: value("_met.rectify") == false,
            dated: "_due.rectify"
        )
    }

    @ListBuilder<any BureauPart>
    static var teamFigures: [any BureauPart] {
        Figure("teams", "应急小分队", "Emergency teams", .register("team"), unit: ("支", "teams"))
        Figure(
            "dispatches",
            "调度",
            "Dispatches",
            .cases("dispatch"),
            unit: ("次", "dispatches"),
            when: value("_state") != "CANCELLED"
        )
        Figure(
            "answeredInTime",
            "按时应答",
            "Answered in time",
            .cases("dispatch"),
            when: value("_state") != "CANCELLED" && value("_met.answer") == true
        )
        Figure("responseRate", "按时应答率", "Response in time", share: "answeredInTime", of: "dispatches")
        Figure(
            "personTimes",
            "出动人次",
            "Person-times",
            .cases("dispatch"),
            unit: ("人次", "person-times"),
            when: value("_state") != "CANCELLED",
            sum: "headcount"
        )
        Figure(
            "volunteerMinutes",
            "志愿服务时长(分钟)",
            "Volunteer minutes",
            .cases("dispatch"),
            unit: ("分钟", "minutes"),
            when: value("_state") == "CONFIRMED",
            sum: "minutes"
        )
        Figure(
            "rollcalls",
            "点名应答",
            "Roll-calls answered",
            .cases("rollcall"),
            when: value("_met.answer") == true && value("_state") == "READY"
        )
    }

    /// Of a track of which nothing is recorded nothing is known: it says `—`, and not 0.
    @ListBuilder<any BureauPart>
    static var trackFigures: [any BureauPart] {
        Figure("meetings", "会议", "Meetings", .cases("meeting"), unit: ("次", "meetings"), dated: "date")
            .blankWhenNothing()
        Figure("resolutions", "议定事项", "Resolutions", .cases("resolution"), unit: ("项", "resolutions"))
            .blankWhenNothing()
        Figure(
            "resolved",
            "已办结",
            "Done",
            .cases("resolution"),
            unit: ("项", "resolutions"),
            when: value("_state") == "DONE"
        )
        Figure("resolvedRate", "办结率", "Share done", share: "resolved", of: "resolutions")
        Figure("pairedVillages", "联帮包村", "Paired villages", .register("pairing"), unit: ("个", "villages"))
        Figure(
            "villageVisits",
            "联帮包走访",
            "Visits",
            .cases("visit"),
            unit: ("次", "visits"),
            when: value("_state") == "VISITED",
            dated: "visited_on"
        )
    }

    @ListBuilder<any BureauPart>
    static var reports: [any BureauPart] {
        Report(
            "monthly",
            "市场监管月报",
            "Monthly report",
            figures: "complaints",
            "inspections",
            "inspected",
            "coverage",
            "passRate",
            "rectifiedRate",
            "reports",
            "dispatches",
            "responseRate",
            "personTimes",
            "volunteerMinutes",
            by: .init(kind: .town, field: "_area", rows: Self.towns),
            comparedWith: .previous,
            chart: .bars
        )
        Report(
            "coverage",
            "分类检查情况",
            "Inspections by kind",
            figures: "inspected",
            "entities",
            "coverage",
            "passed",
            "judged",
            "passRate",
            by: .init(
                kind: .value,
                field: "kind",
                rows: Self.entityKinds.map { .init(id: $0.key, name: Bilingual($0.value.0, $0.value.1)) }
            )
        )
        Report(
            "orders",
            "责令改正情况",
            "Orders to rectify",
            figures: "ordersDue",
            "rectified",
            "rectifiedRate",
            "overdue",
            "filed"
        )
        Report(
            "teams",
            "小分队调度情况",
            "Dispatches by team",
            figures: "dispatches",
            "answeredInTime",
            "responseRate",
            "personTimes",
            "volunteerMinutes",
            by: .init(kind: .value, field: "team")
        )
        Report(
            "tracks",
            "三步棋调度报告",
            "The three tracks",
            figures: "meetings",
            "resolutions",
            "resolvedRate",
            by: .init(
                kind: .value,
                field: "track",
                rows: Self.tracks.map { .init(id: $0.key, name: Bilingual($0.value.0, $0.value.1)) }
            )
        )
        Report(
            "daily",
            "每日情况汇总",
            "Daily summary",
            figures: "inspections",
            "failed",
            "overdue",
            "complaints",
            "reports",
            "teams",
            "rollcalls",
            "dispatches",
            "personTimes",
            "pairedVillages",
            "villageVisits"
        )
    }
}
