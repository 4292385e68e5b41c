// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Something the bureau says of people, organisations and places in the index that all bureaus share.
///
/// ```swift
/// Tag("certified", "持证", "Certified", by: "bureau")
/// ```
public struct Tag: BureauPart {
    let declaration: TagDeclaration

    /// - Parameters:
    ///   - roles: who may set it; flows and handlers of the bureau may too.
    ///   - isShared: whether other bureaus see it and may react. Not what tells of health or a special status.
    public init(_ id: String, _ zh: String, _ en: String, by roles: String..., isShared: Bool = false) {
        self.declaration = TagDeclaration(id: id, name: Bilingual(zh, en), isShared: isShared, roles: roles)
    }
}

/// Submits a task of a handler whenever something happens to anybody, whether the bureau has a case about him or not. Its
/// payload has `subject`, `event` and what goes with it; of `tag.changed` that is `tag` and `on`.
///
/// ```swift
/// Reacts(to: "person.deceased", submits: "stop.payments")
/// Reacts(to: "tag.changed", tag: "disability.certified", submits: "check.premium")
/// ```
public struct Reacts: BureauPart {
    let declaration: ReactionDeclaration

    /// - Parameter tag: of `tag.changed` only this one, as `BUREAU.TAG`.
    public init(to event: String, tag: String? = nil, submits kind: String) {
        self.declaration = ReactionDeclaration(event: event, tag: tag, submits: kind)
    }
}

/// Sets a ``Tag`` of the bureau on somebody.
public struct Tags: Step {
    public let content: FlowContent

    /// - Parameter subject: his identifier.
    public init(_ subject: Expression, as tag: String) {
        self.content = .send(
            FlowSendContent(event: .string(tag), type: "tag", params: [FlowParam("subject", subject.rule)])
        )
    }
}

/// Takes a ``Tag`` of the bureau back.
public struct Untags: Step {
    public let content: FlowContent

    /// - Parameter subject: his identifier.
    public init(_ subject: Expression, as tag: String) {
        self.content = .send(
            FlowSendContent(
                event: .string(tag),
                type: "tag",
                params: [FlowParam("subject", subject.rule), FlowParam("on", .bool(false))]
            )
        )
    }
}
