// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The figures of inspection, patrol and suggestions.
extension Congress {
    @ListBuilder<any BureauPart>
    static var figures: [any BureauPart] {
        // Inspection.
        Figure("waters", "登记水域", "Waters registered", .register("water"), unit: ("处", "waters"))
        Figure(
            "seen",
            "已查看水域",
            "Waters seen",
            .register("visit"),
            unit: ("处", "waters"),
            dated: "day",
            distinct: "water"
        )
        Figure("coverage", "督查覆盖率", "Coverage", share: "seen", of: "waters")
        Figure("dangerous", "危险等级 1、2 级水域", "Waters of danger 1 and 2", .register("water"), when: value("danger") <= 2)
        Figure(
            "signed",
            "警示牌完好",
            "With a sound sign",
            .register("facility"),
            when: value("kind") == "SIGN" && value("state") == "OK" && value("danger") <= 2,
            distinct: "water"
        )
        Figure("signs", "警示牌完好率", "Sign rate", share: "signed", of: "dangerous")
        Figure("findings", "发现问题", "Findings", .cases("finding"), unit: ("个", "findings"))
        Figure(
            "noSign",
            "要求设警示牌的村",
            "Villages told to put up a sign",
            .cases("finding"),
            unit: ("个", "villages"),
            when: value("code") == "NO_SIGN",
            distinct: "_area"
        )
        Figure("due", "到期应整改", "Findings due", .cases("finding"), dated: "_due.fix")
        Figure(
            "cured",
            "按期整改",
            "Put right in time",
            .cases("finding"),
            when: value("_met.fix") == true,
            dated: "_due.fix"
        )
        Figure("rectification", "按期整改率", "Put right in time, share", share: "cured", of: "due")
        Figure("incidents", "溺水险情", "Incidents", .cases("incident"), when: value("_state") != "FALSE_ALARM")

        // Patrol.
        Figure("required", "应巡逻分钟", "Minutes to be patrolled", .rota("patrol", .required), unit: ("分钟", "minutes"))
        Figure("covered", "已排巡逻分钟", "Minutes patrolled", .rota("patrol", .covered), unit: ("分钟", "minutes"))
        Figure("patrolled", "巡逻覆盖率", "Patrol coverage", share: "covered", of: "required")
        Figure("checksDue", "应签到", "Check-ins due", .rota("patrol", .checkInsDue), unit: ("次", "check-ins"))
        Figure("checksMade", "已签到", "Check-ins made", .rota("patrol", .checkInsMade), unit: ("次", "check-ins"))
        Figure("checkins", "签到率", "Check-in rate", share: "checksMade", of: "checksDue")

        // Suggestions.
        Figure("raised", "提出建议", "Suggestions raised", .cases("suggestion"), unit: ("件", "suggestions"))
        Figure("replyDue", "到期应答复", "Replies due", .cases("suggestion"), dated: "_due.reply")
        Figure(
            "repliedInTime",
            "按期答复",
            "Replied in time",
            .cases("suggestion"),
            when: value("_met.reply") == true,
            dated: "_due.reply"
        )
        Figure("onTime", "按期答复率", "Replied in time, share", share: "repliedInTime", of: "replyDue")
        Figure("replied", "已答复", "Replied", .cases("suggestion"), when: value("class").exists, dated: "repliedOn")
        Figure(
            "solved",
            "已解决(A 类)",
            "Solved (class A)",
            .cases("suggestion"),
            when: value("class") == "A",
            dated: "repliedOn"
        )
        Figure("solvedShare", "解决率", "Solved, share", share: "solved", of: "replied")
        Figure("answered", "已评价", "Rated", .cases("suggestion"), when: value("satisfaction").exists, dated: "repliedOn")
        Figure(
            "content",
            "满意和基本满意",
            "Satisfied or basically",
            .cases("suggestion"),
            when: value("satisfaction").isOne(of: "SATISFIED", "BASICALLY"),
            dated: "repliedOn"
        )
        Figure("satisfaction", "满意率", "Satisfaction", share: "content", of: "answered")
    }

    @ListBuilder<any BureauPart>
    static var reports: [any BureauPart] {
        Report(
            "waters",
            "防溺水督查报告",
            "Waters: inspection and findings",
            figures: "waters",
            "seen",
            "coverage",
            "signs",
            "findings",
            "noSign",
            "rectification",
            "incidents",
            chart: .bars
        )
        Report(
            "patrol",
            "巡逻报告",
            "Patrol, village by village",
            figures: "required",
            "covered",
            "patrolled",
            "checkins",
            by: .init(kind: .village, field: "_place")
        )
        Report(
            "suggestions",
            "代表建议办理报告",
            "How suggestions were handled",
            figures: "raised",
            "onTime",
            "replied",
            "solvedShare",
            "satisfaction",
            comparedWith: .yearBefore
        )
    }
}
