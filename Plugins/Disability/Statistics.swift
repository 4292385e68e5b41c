// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanModel

/// The figures of the federation, and the reports they stand in. All of them count what is registered; none is entered.
extension Disability {
    @ListBuilder<any BureauPart>
    static var pairingFigures: [any BureauPart] {
        Figure(
            "paired",
            "已结对人数",
            "Persons with a helper",
            .register("pairing"),
            unit: ("人", "persons"),
            when: value("state") == "ACTIVE",
            distinct: "person"
        )
        Figure(
            "urgent",
            "有急难需求人数",
            "Persons with an urgent need",
            .register("need"),
            unit: ("人", "persons"),
            when: value("status") == "OPEN" && value("urgency") <= 2,
            distinct: "person"
        )
        Figure("coverage", "结对覆盖率", "Pairing coverage", share: "paired", of: "urgent")
        Figure(
            "visitsDue",
            "应走访",
            "Visits due",
            .cases("visit"),
            unit: ("次", "visits"),
            when: value("_state") != "CANCELLED",
            dated: "last_day"
        )
        Figure(
            "visitsDone",
            "已走访",
            "Visits made",
            .cases("visit"),
            unit: ("次", "visits"),
            when: value("_state") == "DONE",
            dated: "last_day"
        )
        Figure("visitRate", "走访率", "Visit rate", share: "visitsDone", of: "visitsDue")
    }

    /// Homes of the period are those approved in it.
    private static let accepted = value("_state").isOne(of: "ACCEPTED", "FOLLOWED", "CLOSED")

    @ListBuilder<any BureauPart>
    static var renovationFigures: [any BureauPart] {
        Figure(
            "approved",
            "区级批准户数",
            "Homes approved",
            .cases("renovation"),
            unit: ("户", "homes"),
            when: value("approved_on").exists,
            dated: "approved_on"
        )
        Figure(
            "finished",
            "完成户数",
            "Homes finished",
            .cases("renovation"),
            unit: ("户", "homes"),
            when: Self.accepted,
            dated: "approved_on"
        )
        Figure("completion", "完成率", "Completion", share: "finished", of: "approved")
        Figure(
            "task",
            "年度任务",
            "Task of the year",
            unit: ("户", "homes"),
            stated: [
                .init(
                    from: CivilDay(year: 2016, month: 1, day: 1)!,
                    value: Int64(RuleBook.current.integer("home.task")),
                    qualifier: .exact,
                    source: "年度民生实事任务"
                )
            ]
        )
        Figure("fulfilment", "任务完成率", "Task fulfilled", share: "finished", of: "task")
        Figure(
            "cost",
            "改造金额(分)",
            "Cost in fen",
            .cases("renovation"),
            unit: ("分", "fen"),
            when: Self.accepted,
            dated: "approved_on",
            sum: "cost"
        )
        Figure("meanCost", "户均金额(分)", "Mean cost in fen", mean: "cost", of: "finished", unit: ("分", "fen"))
        Figure(
            "complete",
            "所需效果全部达到户数",
            "Homes with every outcome needed",
            .cases("renovation"),
            unit: ("户", "homes"),
            when: Self.accepted
                && Self.outcomes.map { outcome in
                    !value("needed").contains(Expression(stringLiteral: outcome.key))
                        || value("accepted").contains(Expression(stringLiteral: outcome.key))
                }.reduce(true) { $0 && $1 },
            dated: "approved_on"
        )
        Figure("allOutcomes", "全部效果达成率", "All outcomes reached", share: "complete", of: "finished")
    }

    /// For each outcome: of the homes that need it, those in which it was accepted.
    @ListBuilder<any BureauPart>
    static var outcomeFigures: [any BureauPart] {
        for outcome in Self.outcomes {
            let code = Expression(stringLiteral: outcome.key)
            let (zh, en) = outcome.value
            Figure(
                "needed\(outcome.key)",
                "需要“\(zh)”",
                "Need: \(en)",
                .cases("renovation"),
                unit: ("户", "homes"),
                when: value("needed").contains(code),
                dated: "approved_on"
            )
            Figure(
                "reached\(outcome.key)",
                "达到“\(zh)”",
                "Reached: \(en)",
                .cases("renovation"),
                unit: ("户", "homes"),
                when: value("needed").contains(code) && value("inspected_on").exists
                    && value("accepted").contains(code),
                dated: "approved_on"
            )
            Figure(
                "rate\(outcome.key)",
                "“\(zh)”达成率",
                "Rate: \(en)",
                share: "reached\(outcome.key)",
                of: "needed\(outcome.key)"
            )
        }
    }

    @ListBuilder<any BureauPart>
    static var campaignFigures: [any BureauPart] {
        Figure("activities", "活动次数", "Activities", .register("campaign"), unit: ("次", "activities"), dated: "date")
        Figure(
            "servedTimes",
            "服务人次",
            "Person-times served",
            .register("campaign"),
            unit: ("人次", "person-times"),
            dated: "date",
            summing: value("served").count
        )
        Figure(
            "services",
            "志愿服务次数",
            "Volunteer services",
            .register("service"),
            unit: ("次", "services"),
            dated: "start"
        )
        Figure(
            "serviceMinutes",
            "志愿服务分钟",
            "Volunteer minutes",
            .register("service"),
            unit: ("分钟", "minutes"),
            dated: "start",
            summing: minutes(from: value("start"), to: value("end"))
        )
        Figure(
            "minutesOfHour",
            "每小时分钟数",
            "Minutes of an hour",
            stated: [
                .init(from: CivilDay(year: 2000, month: 1, day: 1)!, value: 60, qualifier: .exact, source: "GB 3100")
            ]
        )
        Figure(
            "serviceHours",
            "志愿服务时长",
            "Volunteer hours",
            mean: "serviceMinutes",
            of: "minutesOfHour",
            unit: ("小时", "hours")
        )
        Figure(
            "persons",
            "持证人数",
            "Holders of certificates",
            .register("person"),
            unit: ("人", "persons"),
            when: !value("cert_state").isOne(of: "CANCELLED", "TRANSFERRED")
        )
        Figure(
            "allowances",
            "发放补贴",
            "Allowances paid",
            .register("allowance_payment"),
            unit: ("笔", "payments"),
            dated: "period_day"
        )
        Figure(
            "allowanceSum",
            "补贴金额(分)",
            "Allowances in fen",
            .register("allowance_payment"),
            unit: ("分", "fen"),
            dated: "period_day",
            sum: "amount"
        )
    }

    @ListBuilder<any BureauPart>
    static var reports: [any BureauPart] {
        Report(
            "pairing",
            "结对帮扶报告",
            "Pairings and visits",
            figures: "paired",
            "urgent",
            "coverage",
            "visitsDue",
            "visitsDone",
            "visitRate"
        )
        Report(
            "renovation",
            "无障碍改造报告",
            "Renovations",
            figures: "approved",
            "finished",
            "completion",
            "task",
            "fulfilment",
            "allOutcomes",
            "rateO1",
            "rateO2",
            "rateO3",
            "rateO4",
            "rateO5",
            "cost",
            "meanCost",
            comparedWith: .yearBefore
        )
        Report(
            "campaigns",
            "助残行动报告",
            "Campaigns",
            figures: "activities",
            "servedTimes",
            by: .init(
                kind: .value,
                field: "kind",
                rows: Self.campaignKinds.map { .init(id: $0.key, name: Bilingual($0.value.0, $0.value.1)) }
            )
        )
        Report(
            "volunteers",
            "志愿服务报告",
            "Volunteers",
            figures: "services",
            "serviceMinutes",
            "serviceHours"
        )
        Report(
            "certificates",
            "持证人数",
            "Certificates",
            figures: "persons",
            by: .init(kind: .village, field: "_area"),
            hideBelow: 5
        )
        Report("allowances", "补贴发放报告", "Allowances", figures: "allowances", "allowanceSum")
    }
}
