// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// The disabled persons' federation: needs and the helpers paired with them, barrier-free homes, certificates, the two
/// allowances, campaigns and volunteers.
///
/// This file is the table of contents; each subject has a file of its own, and every limit and amount stands in
/// `rules.json`.
@main
struct Disability: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "disability",
            "残疾人联合会",
            "Disabled persons' federation",
            about: (
                "急难需求一对一结对帮扶,困难家庭无障碍改造,残疾人证,两项补贴,助残行动与志愿服务。",
                "One-to-one help with urgent needs, barrier-free renovation of needy homes, certificates, the two allowances, campaigns and volunteers."
            ),
            prefix: "CL",
            // One at a time: whether a helper may take one more is counted before the next is.
            concurrency: 1
        ) {
            Self.roles

            // Persons and their needs 残疾人与需求
            Self.persons
            Self.tags
            Self.needs
            Self.need
            Self.routeNeed
            Self.survey
            Self.surveySchedule
            Self.beginSurvey

            // One-to-one pairing 一对一结对
            Self.pairings
            Self.helpers
            Self.pairing
            Self.visit
            Self.visitSchedule
            Self.pairingHandlers

            // Renovation of homes 无障碍改造
            Self.homes
            Self.renovationMoney
            Self.renovation
            Self.settlement
            Self.homeHandlers

            // Certificates 残疾人证
            Self.certificateNotice
            Self.certificate
            Self.certificateHandlers
            Self.renewal
            Self.expirySchedule
            Self.scanExpiries

            // The two allowances 两项补贴
            Self.allowanceMoney
            Self.allowanceNotice
            Self.allowancePayments
            Self.allowance
            Self.paySchedule
            Self.allowanceHandlers

            // Campaigns, events and volunteers 助残行动
            Self.campaigns
            Self.volunteers
            Self.services
            Self.volunteerHours
            Self.event
            Self.eventSchedules
            Self.eventHandlers

            // Between bodies
            Self.handoffs
            Self.cascades

            // What is counted
            Self.pairingFigures
            Self.renovationFigures
            Self.outcomeFigures
            Self.campaignFigures
            Self.reports
        }
    }

    /// Who acts. Disabled persons and guardians are `citizen`, or `agent` for somebody: they see their own cases only.
    static var roles: [Role] {
        [
            Role("town", "镇街残联", "Town federation"),
            Role("bureau", "区残联", "District federation"),
            Role("head", "理事长", "Head", supervises: true),
            Role("helper", "结对帮扶人", "Helper"),
            Role("hospital", "指定医院", "Appointed hospital"),
            Role("city", "市残联", "City federation"),
            Role("province", "省残联", "Province's federation"),
            Role("civil", "民政局", "Civil affairs"),
            Role("assessor", "评估员", "Assessor"),
            Role("designer", "设计员", "Designer"),
            Role("builder", "施工方", "Builder"),
            Role("supervisor", "监理", "Supervisor"),
            Role("thirdparty", "第三方", "Third party"),
            Role("volunteer", "志愿服务队", "Volunteer team"),
        ]
    }
}
