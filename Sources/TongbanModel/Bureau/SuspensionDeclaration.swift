// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That cases of an item may be suspended: where, by whom, for which reasons and for how long.
///
/// A suspended case stays where it stands in its flow. Its deadlines pause, its waiting tasks are blocked, its delayed
/// events are held back; all of them go on when it is resumed. Only the actions that say so are possible meanwhile.
public struct SuspensionDeclaration: Sendable, Hashable, Codable {
    /// The actions every item that may be suspended has beside its own.
    public static let suspendAction = "suspend"
    public static let resumeAction = "resume"
    /// The deadline that runs while a case is suspended.
    public static let deadline = "suspension"
    /// What lists show as the state of a suspended case.
    public static let state = "SUSPENDED"
    /// The field of the action that holds the reason.
    public static let reasonField = "reason"

    /// The states in which it is possible, those inside them included.
    public var states: [String]
    /// Who may suspend and resume.
    public var roles: [String]
    /// The closed list of reasons.
    public var reasons: [FieldDeclaration.Option]
    /// In the notation of `Limit`: how long at most. When it has passed, that is a breach, and ``deciders`` must act.
    public var limit: String
    /// Who alone may resume the case once the limit has passed.
    public var deciders: [String]
    /// The law or rule that sets it.
    public var source: String?

    public init(
        states: [String],
        roles: [String],
        reasons: [FieldDeclaration.Option],
        limit: String = "90d",
        deciders: [String],
        source: String? = nil
    ) {
        self.states = states
        self.roles = roles
        self.reasons = reasons
        self.limit = limit
        self.deciders = deciders
        self.source = source
    }
}

extension SuspensionDeclaration {
    /// The actions and the deadline it stands for, so that clerks find them among the others.
    public var suspending: ActionDeclaration {
        ActionDeclaration(
            id: Self.suspendAction,
            state: self.states.first ?? "",
            name: Bilingual("中止办理", "Suspend"),
            roles: self.roles,
            fields: [
                FieldDeclaration(
                    Self.reasonField,
                    Bilingual("原因", "Reason"),
                    kind: .choice,
                    required: true,
                    options: self.reasons
                ),
                FieldDeclaration("note", Bilingual("说明", "Note"), maximum: 500),
            ]
        )
    }

    public var resuming: ActionDeclaration {
        ActionDeclaration(
            id: Self.resumeAction,
            state: Self.state,
            name: Bilingual("恢复办理", "Resume"),
            roles: self.roles + self.deciders.filter { !self.roles.contains($0) },
            fields: [FieldDeclaration("note", Bilingual("说明", "Note"), maximum: 500)]
        )
    }

    public var running: DeadlineDeclaration {
        DeadlineDeclaration(
            id: Self.deadline,
            state: Self.state,
            name: Bilingual("中止期限", "End of the suspension"),
            limit: .string(self.limit),
            source: self.source
        )
    }
}
