// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// What the bureau hands on to another body, and the values of its cases that body gets to see.
///
/// ```swift
/// Handoff("fence", "加装护栏", "Fence", to: "water", "水利局", "Water office", sharing: ["place"])
/// ```
public struct Handoff: BureauPart {
    let declaration: HandoffDeclaration

    /// - Parameters:
    ///   - body: the id of a bureau; or of a body without a plugin, which gets a printed slip.
    ///   - fields: values of the case the receiver needs; no others are handed on.
    ///   - limit: how long the receiver has once it was taken.
    ///   - pausing: whether the case is suspended meanwhile, if its item lists `OTHER_BUREAU` as a reason.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        to body: String,
        _ bodyZh: String,
        _ bodyEn: String,
        sharing fields: [String] = [],
        urgency: HandoffUrgency = .normal,
        within limit: Limit? = nil,
        pausing: Bool = true
    ) {
        self.declaration = HandoffDeclaration(
            id: id,
            name: Bilingual(zh, en),
            to: body,
            toName: Bilingual(bodyZh, bodyEn),
            fields: fields,
            urgency: urgency,
            limit: limit?.description,
            pauses: pausing
        )
    }
}

/// Hands a matter of the case on, as a ``Handoff`` of the bureau says. The case gets the events `handoff.taken`,
/// `handoff.bounced`, `handoff.done` and `handoff.confirmed`, and does not close before the last of them. While others of
/// the case are open, `handoff.part.confirmed` and `handoff.part.withdrawn` tell of the end of one.
public struct HandsOver: Step {
    public let content: FlowContent

    public init(_ handoff: String, request: Expression, urgency: HandoffUrgency? = nil) {
        var params = [FlowParam("request", request.rule)]
        if let urgency { params.append(FlowParam("urgency", .string(urgency.rawValue))) }
        self.content = .send(FlowSendContent(event: .string(handoff), type: "handoff", params: params))
    }
}

/// Submits a task of a handler whenever another bureau hands something on to this one.
///
/// Its payload has `handoff`, `from`, `kind`, `case`, `request`, `urgency`, `received` (the moment) and `data`: what the
/// sender shares, without what is sensitive. The handler opens a case in which the hand-off is worked on:
///
/// ```swift
/// Receives(from: "grid", submits: "handoff.received")
/// Handler("handoff.received", "接收移交", "Receive a hand-off") { task, _ in
///     [.open(item: "complaint", data: ["matter": task.payload["request"] ?? ""], handoff: task.payload["handoff"]?.stringValue)]
/// }
/// ```
public struct Receives: BureauPart {
    let declaration: ReceptionDeclaration

    /// - Parameter bureau: only what this bureau hands on; without it, what every other does.
    public init(from bureau: String? = nil, submits kind: String) {
        self.declaration = ReceptionDeclaration(from: bureau, submits: kind)
    }
}
