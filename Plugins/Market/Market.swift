// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Market supervision in three tracks, 监管 supervision, 队伍 teams and 思想 mobilisation, and the desk for complaints and
/// reports.
///
/// This file is the table of contents; each subject has a file of its own, and every limit and amount stands in
/// `rules.json`.
@main
struct Market: Bureau {
    /// The district, as area codes begin.
    static let district = "340602"

    var definition: BureauDefinition {
        BureauDefinition(
            "market",
            "市场监管",
            "Market supervision",
            about: (
                "三步棋:监管检查与责令改正、应急小分队与调度、会议学习;并受理投诉举报。",
                "Three tracks: inspections and orders, emergency teams and their dispatch, meetings; and complaints and reports."
            ),
            prefix: "SJ"
        ) {
            Self.roles

            // Supervision 监管
            Self.entities
            Self.inspected
            Self.filings
            Self.inspection
            Self.order
            Self.prepareInspection
            Self.recordInspection

            // Teams 队伍
            Self.teams
            Self.readiness
            Self.rollcall
            Self.dailyRollcall
            Self.callRoll
            Self.dispatch
            Self.callTeam

            // Mobilisation 思想, and what all tracks share
            Self.meeting
            Self.resolution
            Self.openResolutions
            Self.pairings
            Self.visit
            Self.visitSchedule
            Self.openVisits

            // Complaints and reports 投诉举报
            Self.complaint
            Item.rework("rework", "投诉重办", "Complaint redone", prefix: "CB", by: ["bureau"], callBackBy: ["callback"])
            Self.report
            Self.writeNotice

            // Between bodies
            Self.handoffs
            Self.receiveFromGrid
            Self.openGridComplaint
            Self.cascades

            // What is counted and told
            Self.bulletins
            Self.bulletinSchedules
            Self.writeBulletin
            Self.complaintFigures
            Self.supervisionFigures
            Self.teamFigures
            Self.trackFigures
            Self.reports
        }
    }

    /// Who acts. Operators of businesses and consumers are `citizen`, or `agent` for somebody: they see their own cases only.
    static var roles: [Role] {
        [
            Role("bureau", "局科员", "Bureau clerk"),
            Role("head", "局领导(党组)", "Head", supervises: true),
            Role("dispatcher", "调度员", "Dispatcher"),
            Role("inspector", "执法人员", "Inspector"),
            Role("captain", "小分队队长", "Team captain"),
            Role("member", "小分队队员", "Team member"),
            Role("volunteer", "志愿者", "Volunteer"),
            Role("liaison", "社区联络员", "Community liaison"),
        ]
    }
}
