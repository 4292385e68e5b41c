// SPDX-License-Identifier: Apache-2.0

import BureauKit

/// What goes to other bodies, and by which channels people are told.
///
/// Each body gets what it needs to act, and nothing of category or grade.
extension Disability {
    @ListBuilder<any BureauPart>
    static var handoffs: [any BureauPart] {
        // The renovation waits for this one; no other holds its own case up.
        Handoff(
            "unsafe-house",
            "危房处置",
            "Unsafe house",
            to: "housing-office",
            "区住房和城乡建设局",
            "District housing bureau",
            sharing: ["household", "address", "village_code", "danger"],
            urgency: .urgent
        )
        Handoff(
            "allowance-missing",
            "困难残疾人未享受补贴",
            "In need and not on the list of allowances",
            to: "civil-affairs",
            "区民政局",
            "District civil affairs bureau",
            sharing: ["person", "village_code"],
            pausing: false
        )
        Handoff(
            "device",
            "康复辅助器具医保支付",
            "Device to be paid by the insurance",
            to: "medical",
            "区医疗保障局",
            "District medical insurance bureau",
            sharing: ["person", "note", "village_code"],
            pausing: false
        )
        Handoff(
            "work",
            "就业援助",
            "Help to find work",
            to: "employment",
            "区人力资源和社会保障局",
            "District employment bureau",
            sharing: ["person", "hardship", "mobile", "village_code"],
            pausing: false
        )
        Handoff(
            "legal-aid",
            "法律援助",
            "Legal aid",
            to: "justice-office",
            "区司法局",
            "District justice bureau",
            sharing: ["person", "note", "mobile", "village_code"],
            pausing: false
        )
        Handoff(
            "crisis-health",
            "精神障碍危机处置(卫健)",
            "Mental crisis: health",
            to: "health-office",
            "区卫生健康委员会",
            "District health commission",
            sharing: ["person", "note", "mobile", "village_code"],
            urgency: .life,
            pausing: false
        )
        Handoff(
            "crisis-police",
            "精神障碍危机处置(公安)",
            "Mental crisis: police",
            to: "police",
            "公安机关",
            "Police",
            sharing: ["person", "note", "mobile", "village_code"],
            urgency: .life,
            pausing: false
        )
    }

    /// Whoever is not reached by a message is called; of an expiring certificate, then told on paper.
    @ListBuilder<any BureauPart>
    static var cascades: [any BureauPart] {
        Cascade("certificate.expires", byHand: ["town"])
            .step(.wechat, until: .read, within: Limit(24, .hours))
            .step(.sms)
            .step(.phone, tries: 3)
            .step(.print)
        Cascade("home.*", byHand: ["town"])
            .step(.wechat, until: .read, within: Limit(24, .hours))
            .step(.sms)
            .step(.inApp)
        Cascade("home.rework").step(.inApp).step(.sms)
    }
}
