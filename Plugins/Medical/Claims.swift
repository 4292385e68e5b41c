// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanModel

/// Claims: what a holder spent on his disease, paid only for days on which he was entitled, and got back when it turns out
/// that he was not.
extension Medical {
    static var claim: Item {
        Item(
            "claim",
            "门诊慢特病费用结算",
            "Claim for outpatient costs",
            about: (
                "持有资格的参保人结算门诊慢特病费用;资格失效后发生的费用不予结算。",
                "The holder of a qualification claims his outpatient costs; what was spent when it was not in force is not paid."
            ),
            prefix: "JS",
            openedBy: ["citizen", "agent", "hospital", "village"],
            subject: "person",
            area: "village_code"
        ) {
            Form {
                Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
                Self.diseaseField
                Field("day", "费用发生日期", "Day of the costs", .date).required()
                Field("amount", "金额", "Amount", .money).required().between(1, 100_000_000_00)
                Field("village_code", "村(社区)", "Village", .area)
                Self.entitled(form("person"), form("disease"), on: form("day"))
            }
            Flow(initial: "SUBMITTED") {
                State("SUBMITTED", "已提交", "Submitted") {
                    Deadline("settle", "结算", "Settle", .rule("claim.settle"))
                    Action("settle", "结算", "Settle", by: "agency", to: "SETTLED", notBy: ["open"]) {
                        Self.entitled(value("person"), value("disease"), on: value("day"))
                    }
                    Action("reject", "不予结算", "Reject", by: "agency", to: "REJECTED", notBy: ["open"]) {
                        Field("reason", "理由", "Reason").required().between(1, 500)
                    }
                }
                Final("SETTLED", "已结算", "Settled")
                Final("REJECTED", "不予结算", "Rejected")
            }
        }
    }

    /// Looked at when the claim is made and again when it is settled, since a qualification may have ended meanwhile.
    @ListBuilder<any ActionPart>
    private static func entitled(
        _ person: Expression,
        _ disease: Expression,
        on day: Expression
    ) -> [any ActionPart] {
        let key = text(person, "|", disease)
        Requires(
            "NOT_ENTITLED",
            registered("qualification", key, "from").exists && registered("qualification", key, "from") <= day
                && (!registered("qualification", key, "to").exists || day <= registered("qualification", key, "to")),
            "费用发生时没有有效的待遇资格,不予结算。",
            "no qualification was in force on that day, so nothing is paid"
        )
        Requires(
            "PAUSED",
            registered("qualification", key, "state") != "PAUSED"
                || !registered("qualification", key, "paused_on").exists
                || day < registered("qualification", key, "paused_on"),
            "待遇资格暂停期间发生的费用,恢复后方可结算。",
            "the qualification is paused: what was spent since can be claimed when it goes on"
        )
    }

    /// What was paid for days after the end of a qualification.
    static var recovery: Item {
        Item(
            "recovery",
            "多付费用追回",
            "Getting back what was overpaid",
            about: (
                "资格停止之日以后已结算的费用,由经办机构追回。",
                "What was paid for days after a qualification had ended is got back by the agency."
            ),
            prefix: "ZS",
            openedBy: [],
            unique: ["claim"],
            subject: "person",
            area: "village_code"
        ) {
            Form {
                Field("person", "参保人身份证号", "Identity number", .residentID).required().sensitive()
                Field("claim", "结算单", "Claim").required()
                Field("amount", "金额", "Amount", .money).required()
                Field("village_code", "村(社区)", "Village", .area)
            }
            Flow(initial: "CLAIMED") {
                State("CLAIMED", "待追回", "To be got back") {
                    Deadline("recover", "追回", "Get it back", .rule("claim.recover"))
                    Action("recovered", "已追回", "Got back", by: "agency", to: "RECOVERED")
                    Action("waive", "核销", "Waive", by: "head", to: "WAIVED") {
                        Field("reason", "理由", "Reason").required().between(1, 500)
                    }
                }
                Final("RECOVERED", "已追回", "Got back")
                Final("WAIVED", "已核销", "Waived")
            }
        }
    }

    static var claimHandlers: [any BureauPart] {
        [
            Handler("claims.check", "核对资格停止后的费用", "Look for costs after the end of a qualification") { task, daemon in
                guard let stopped = task.caseData["stoppedOn"]?.stringValue.flatMap({ CivilDay($0) }) else { return [] }
                let known = Set(try await daemon.cases("recovery").compactMap { $0["claim"]?.stringValue })
                return try await daemon.cases("claim", open: false)
                    .filter { claim in
                        claim.isIn("SETTLED") && claim["person"] == task.caseData["person"]
                            && claim["disease"] == task.caseData["disease"] && !known.contains(claim.number)
                            && claim["day"]?.stringValue.flatMap { CivilDay($0) }.map { $0 > stopped } ?? false
                    }
                    .map { claim in
                        var data: JSONObject = ["claim": .string(claim.number)]
                        for name in ["person", "amount", "village_code"] {
                            if let value = claim[name], !value.isNull { data[name] = value }
                        }
                        return .open(item: "recovery", data: data)
                    }
            }
        ]
    }
}
