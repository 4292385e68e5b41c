// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A kind of matter a bureau handles: form, flow, actions, deadlines, roles.
public struct ItemDeclaration: Sendable, Hashable, Codable {
    /// What people call a state of the flow, and whether a case may rest there without a deadline.
    public struct StateName: Sendable, Hashable, Codable {
        public var id: String
        public var name: Bilingual
        public var untimed: Bool
        /// Whose time passes there; unless given here or around it, the bureau's.
        public var holder: HolderDeclaration?

        public init(id: String, name: Bilingual, untimed: Bool = false, holder: HolderDeclaration? = nil) {
            self.id = id
            self.name = name
            self.untimed = untimed
            self.holder = holder
        }
    }

    public var id: String
    public var name: Bilingual
    /// What it is for, in a sentence or two.
    public var summary: Bilingual
    /// The two letters in front of its case numbers, when not the bureau's.
    public var prefix: String?
    /// Who may open a case.
    public var openedBy: [String]
    public var form: [FieldDeclaration]
    /// Rules an opening must obey, as for an action.
    public var requirements: [RequirementDeclaration]
    /// The fields that together must be unique among open cases.
    public var uniqueKey: [String]
    /// The field that says whom or what the case is about.
    public var subjectField: String?
    /// The field that holds the area code.
    public var areaField: String?
    public var flow: FlowChart
    public var states: [StateName]
    public var actions: [ActionDeclaration]
    public var deadlines: [DeadlineDeclaration]
    /// The field with whom to tell instead of the person the case is about: a guardian, a village clerk.
    public var contactField: String?
    /// The fields with the mobile number and the messenger id of whom the case is about.
    public var mobileField: String?
    public var wechatField: String?
    /// The field with the number of the case whose result this one builds on; none may be disputed.
    public var basisField: String?
    /// Events that are kept when nobody waits for them yet, and given when somebody does.
    public var keeps: [String]?
    /// Whether a case begins as a draft: its form may have gaps until an action completes it.
    public var draft: Bool?
    /// Where and why its cases may be suspended; without, they may not.
    public var suspension: SuspensionDeclaration?
    /// The tasks for people that states put into the queue; other states have theirs by themselves, see ``humanTasks``.
    public var tasks: [HumanTaskDeclaration]?
    /// States that put no task for people into the queue.
    public var untasked: [String]?
    /// Figures that change with the law, the earliest first.
    public var rules: [RuleSet]?
    /// The value of the case whose day decides which of ``rules`` hold; without it, the opening day does.
    public var rulesDay: String?
    /// Without one, its cases are not merged.
    public var merging: MergeDeclaration?
    /// Without one, its cases are not rated.
    public var rating: RatingDeclaration?
    /// Without one, ``AmendmentDeclaration/standard`` holds.
    public var amendment: AmendmentDeclaration?
    /// Without one, ``AttachmentDeclaration/standard`` holds.
    public var attachments: AttachmentDeclaration?
    /// Whether its cases go on when the case that opened them ends.
    public var detached: Bool?

    public init(
        id: String,
        name: Bilingual,
        summary: Bilingual,
        prefix: String? = nil,
        openedBy: [String],
        form: [FieldDeclaration],
        requirements: [RequirementDeclaration] = [],
        uniqueKey: [String] = [],
        subjectField: String? = nil,
        areaField: String? = nil,
        flow: FlowChart,
        states: [StateName],
        actions: [ActionDeclaration],
        deadlines: [DeadlineDeclaration],
        contactField: String? = nil,
        basisField: String? = nil,
        keeps: [String]? = nil,
        draft: Bool? = nil,
        suspension: SuspensionDeclaration? = nil,
        tasks: [HumanTaskDeclaration]? = nil,
        untasked: [String]? = nil
    ) {
        self.id = id
        self.name = name
        self.summary = summary
        self.prefix = prefix
        self.openedBy = openedBy
        self.form = form
        self.requirements = requirements
        self.uniqueKey = uniqueKey
        self.subjectField = subjectField
        self.areaField = areaField
        self.flow = flow
        self.states = states
        self.actions = actions
        self.deadlines = deadlines
        self.contactField = contactField
        self.basisField = basisField
        self.keeps = keeps
        self.draft = draft
        self.suspension = suspension
        self.tasks = tasks
        self.untasked = untasked
    }

    public func stateName(_ id: String) -> Bilingual {
        if id == SuspensionDeclaration.state, self.suspension != nil { return Bilingual("已中止", "Suspended") }
        return self.states.first { $0.id == id }?.name ?? Bilingual(id, id)
    }
}
