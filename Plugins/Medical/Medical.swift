// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// Medical insurance: who could hold the qualification for outpatient chronic and special diseases is looked for every
/// week, whoever wants it applies, and what was granted is kept, renewed and ended.
@main
struct Medical: Bureau {
    var definition: BureauDefinition {
        BureauDefinition(
            "medical",
            "医疗保障",
            "Medical insurance",
            about: (
                "门诊慢特病:每周排查、申请与专家认定、待遇资格的复审和停止,以及政策宣传。",
                "Outpatient chronic and special diseases: weekly screening, applications and expert opinions, renewal and end of qualifications, outreach."
            ),
            prefix: "YB"
        ) {
            Role("bureau", "区医保局", "District bureau")
            Role("head", "局领导", "Head", supervises: true)
            Role("agency", "经办机构", "Agency")
            Role("hospital", "定点医院", "Designated hospital")
            Role("expert", "专家", "Expert")
            Role("civil", "民政局", "Civil affairs")
            Role("rural", "乡村振兴局", "Rural revitalisation")

            Self.insured
            Self.diseases
            Self.hospitals
            Self.screening
            Self.qualifications
            Self.stays
            Self.outreach
            Self.proposals
            Self.unitReports
            Self.districtReports
            Self.statements

            Self.application
            Self.qualification
            Self.claim
            Self.recovery
            Self.districtReport
            Self.unitReport
            Self.reask
            Self.highCost
            Self.exchange
            Self.catalogueCheck
            Self.referral

            Self.handoffs
            Self.reactions
            Self.channels
            Self.schedules
            Self.handlers
            Self.figures
            Self.reports
        }
    }
}
