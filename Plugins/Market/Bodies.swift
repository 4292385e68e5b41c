// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanModel

/// What goes to other bodies and what comes from them, and by which channels people are told.
extension Market {
    @ListBuilder<any BureauPart>
    static var handoffs: [any BureauPart] {
        Handoff(
            "headquarters",
            "药店未实名登记",
            "Pharmacy without real-name registration",
            to: "epidemic-headquarters",
            "区疫情防控指挥部",
            "District epidemic headquarters",
            sharing: ["entity", "kind", "items", "village_code"],
            urgency: .urgent,
            pausing: false
        )
        // The own case is suspended meanwhile.
        Handoff(
            "police",
            "涉嫌犯罪移送",
            "Suspected crime",
            to: "public-security",
            "公安机关",
            "Public security",
            sharing: ["entity", "respondent", "matter", "items", "village_code"],
            urgency: .urgent
        )
        Handoff(
            "urban",
            "不属市场监管职责",
            "Not for market supervision",
            to: "urban-management",
            "城市管理局",
            "Urban management",
            sharing: ["respondent", "matter", "village_code"],
            pausing: false
        )
    }

    static var receiveFromGrid: Receives { Receives(from: "grid", submits: "grid.event") }

    /// A market matter the grid hands on is a complaint here; its time runs from the receipt.
    static var openGridComplaint: Handler {
        Handler("grid.event", "网格事件转投诉", "Open a complaint of the grid's") { task, _ in
            let event = task.payload["data"]?.objectValue ?? [:]
            func text(_ names: String...) -> String? {
                names.lazy.compactMap { event[$0]?.stringValue }.first { !$0.isEmpty }
            }
            guard let number = task.payload["handoff"]?.stringValue, let sender = task.payload["case"]?.stringValue,
                let received = task.payload["received"]
            else { throw TaskFailure("the task names no hand-off", isFatal: true) }
            let words = text("matter", "description", "text") ?? task.payload["request"]?.stringValue ?? ""
            var data: JSONObject = [
                "source": "GRID", "complainant": .string(text("complainant") ?? "GRID:\(sender)"),
                "respondent": .string(text("respondent", "place", "address") ?? "未注明 not said"),
                "matter": .string(String(words.prefix(500))), "grid_case": .string(sender), "received_on": received,
            ]
            if let village = text("village_code", "village", "area") { data["village_code"] = .string(village) }
            if let phone = text("phone") { data["phone"] = .string(phone) }
            return [.open(item: "complaint", data: data, handoff: number)]
        }
    }

    /// Orders reach a business by message, else by telephone, else on paper; teams by what they read at once.
    @ListBuilder<any BureauPart>
    static var cascades: [any BureauPart] {
        Cascade("order.*", byHand: ["inspector"])
            .step(.sms)
            .step(.phone, tries: 2)
            .step(.print)
        Cascade("dispatch.called")
            .step(.inApp, until: .read, within: Limit(1, .minutes))
            .step(.sms)
            .step(.inApp)
    }
}
