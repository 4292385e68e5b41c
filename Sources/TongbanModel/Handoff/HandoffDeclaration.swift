// SPDX-License-Identifier: Apache-2.0

import Civic

/// What a bureau hands on to another body, and which values of its cases that body gets to see.
public struct HandoffDeclaration: Sendable, Hashable, Codable {
    /// Roles of bodies without a plugin begin so: `ext:hospital`.
    public static let outsidePrefix = "ext:"
    /// Who decides where bodies do not agree (区政府办).
    public static let coordinator = "coordinator"
    /// The reason by which the sender's clock stands while the other body works.
    public static let pauseReason = "OTHER_BUREAU"

    public var id: String
    public var name: Bilingual
    /// The receiving body: the id of a bureau, or a name of the declarer's own for a body without a plugin.
    public var to: String
    public var toName: Bilingual
    /// Values of the case that the receiver needs; no others are handed on.
    public var fields: [String]
    public var urgency: HandoffUrgency
    /// In the notation of `Limit`: how long the receiver has once it was taken.
    public var limit: String?
    /// Whether the sender's case is suspended meanwhile, if its item lists ``pauseReason``.
    public var pauses: Bool

    public init(
        id: String,
        name: Bilingual,
        to: String,
        toName: Bilingual,
        fields: [String] = [],
        urgency: HandoffUrgency = .normal,
        limit: String? = nil,
        pauses: Bool = true
    ) {
        self.id = id
        self.name = name
        self.to = to
        self.toName = toName
        self.fields = fields
        self.urgency = urgency
        self.limit = limit
        self.pauses = pauses
    }
}

/// That a handler of the bureau gets a task when another body hands something on to it.
public struct ReceptionDeclaration: Sendable, Hashable, Codable {
    /// The sending bureau; every one unless given.
    public var from: String?
    /// The kind of the handler.
    public var submits: String

    public init(from: String? = nil, submits: String) {
        self.from = from
        self.submits = submits
    }
}
