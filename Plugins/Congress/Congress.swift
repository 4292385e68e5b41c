// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The people's congress: deputies inspect dangerous waters until all are seen, have what is wrong put right, and keep a
/// patrol round the clock in every village; their suggestions are assigned, answered, rated and followed.
@main
struct Congress: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "congress",
            "人民代表大会",
            "People's congress",
            about: (
                "代表督查危险水域、交办发现的问题,各村昼夜轮流巡逻;代表建议的交办、答复、评价与跟踪。",
                "Deputies inspect dangerous waters and hand on findings, villages patrol day and night; suggestions are assigned, answered, rated and followed."
            ),
            prefix: "RD"
        ) {
            Role("presidium", "人大主席团", "Presidium", supervises: true)
            Role("bureau", "区人大常委会办公室", "Office of the standing committee")
            Role("deputy", "人大代表", "Deputy")
            Role("handler", "承办单位", "Handling body")
            Role("villagehead", "村(社区)主任", "Village head")
            Role("patrol", "巡逻员", "Patrol")
            Role("duty", "镇值班室", "Duty room of the town")

            Self.waters
            Self.facilities
            Self.deputies
            Self.visits
            Self.children
            Self.bulletins

            Self.round
            Self.finding
            Self.alert
            Self.incident
            Self.suggestion
            Self.coreply

            Self.patrol
            Self.handoffs
            Self.channels
            Self.schedules
            Self.handlers
            Self.figures
            Self.reports
        }
    }
}
