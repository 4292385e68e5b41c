// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What a person may do to a case in one state: an event of the flow with a name, the roles that may raise it, the
/// values it asks for and the rules it must obey.
public struct ActionDeclaration: Sendable, Hashable, Codable {
    /// The event's name in the flow.
    public var id: String
    /// The state it is possible in, the states inside it included.
    public var state: String
    public var name: Bilingual
    /// Roles of the bureau (`head`) or of everybody (`citizen`); one of them is enough.
    public var roles: [String]
    public var fields: [FieldDeclaration]
    /// Four-eyes: nobody who took one of these actions in the case may take this one; `open` means opening the case.
    public var notBy: [String]
    public var requirements: [RequirementDeclaration]
    public var extensions: [ExtensionDeclaration]
    /// Whether and how the fields of the item's form may be given anew with it.
    public var form: FormUse?
    /// Whether it may be taken while the case is suspended, such as withdrawing it.
    public var whileSuspended: Bool?
    /// For an action in a final state: the state in which the case is taken up again, such as an appeal.
    public var reopens: String?
    /// In the notation of `Limit`: how long after the closing such an action may be taken.
    public var within: String?

    /// What an action does with the form the case was opened with.
    public enum FormUse: String, Sendable, Hashable, Codable {
        /// Changes it; something may still be missing.
        case edits
        /// Changes it, and it must be whole and obey the rules of opening.
        case completes
    }

    public init(
        id: String,
        state: String,
        name: Bilingual,
        roles: [String],
        fields: [FieldDeclaration] = [],
        notBy: [String] = [],
        requirements: [RequirementDeclaration] = [],
        extensions: [ExtensionDeclaration] = [],
        form: FormUse? = nil,
        whileSuspended: Bool? = nil,
        reopens: String? = nil,
        within: String? = nil
    ) {
        self.id = id
        self.state = state
        self.name = name
        self.roles = roles
        self.fields = fields
        self.notBy = notBy
        self.requirements = requirements
        self.extensions = extensions
        self.form = form
        self.whileSuspended = whileSuspended
        self.reopens = reopens
        self.within = within
    }
}

/// A rule that must hold before an action is taken; else the action is refused with its code.
///
/// The condition is JsonLogic over the case's values, with `form` (the action's values), `actor` (`id`, `roles`),
/// `case` (`number`, `opened`, `area`, `subject`, `state`), `today` and `now` beside them.
public struct RequirementDeclaration: Sendable, Hashable, Codable {
    public var code: String
    public var condition: JSON
    public var message: Bilingual
    /// JsonLogic whose result is added to code and message, such as the share that was reached.
    public var detail: JSON?

    public init(code: String, condition: JSON, message: Bilingual, detail: JSON? = nil) {
        self.code = code
        self.condition = condition
        self.message = message
        self.detail = detail
    }
}

/// That an action lengthens a deadline.
public struct ExtensionDeclaration: Sendable, Hashable, Codable {
    public var deadline: String
    /// In the notation of `Limit`, such as `10wd`, or a rule that finds one; of the unit of the deadline's own limit.
    public var limit: JSON
    /// How often in one run of the deadline.
    public var times: Int

    public init(deadline: String, limit: JSON, times: Int = 1) {
        self.deadline = deadline
        self.limit = limit
        self.times = times
    }
}
