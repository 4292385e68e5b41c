// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What may stand inside an item.
public protocol ItemPart: Sendable {}

/// The fields of the form a case is opened with, and the rules it must obey.
public struct Form: ItemPart {
    let parts: [any ActionPart]

    public init(@ListBuilder<any ActionPart> _ parts: () -> [any ActionPart]) {
        self.parts = parts()
    }
}

/// The states a case goes through, from the first one written or the one named.
public struct Flow: ItemPart {
    let initial: String?
    let states: [State]

    public init(initial: String? = nil, @ListBuilder<State> _ states: () -> [State]) {
        self.initial = initial
        self.states = states()
    }
}

/// A kind of matter the bureau handles.
public struct Item: Sendable {
    let declaration: ItemDeclaration

    /// - Parameters:
    ///   - prefix: the two letters before its case numbers, when not the bureau's.
    ///   - openedBy: the roles that may open a case.
    ///   - unique: fields that together are unique among open cases; a second one is refused with `DUPLICATE`.
    ///   - subject: the field that says whom or what the case is about.
    ///   - area: the field with the area code.
    ///   - contact: the field with whom to tell instead of the subject: a guardian, a village clerk.
    ///   - basis: the field with the number of a case whose result this one builds on; a disputed one is refused.
    ///   - keeps: events that are kept when nobody waits for them yet, and given, each once, when somebody does.
    ///   - drafts: whether a case begins as a draft, whose form may have gaps until an action with ``Edits`` completes it.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        about summary: (String, String),
        prefix: String? = nil,
        openedBy: [String],
        unique: [String] = [],
        subject: String? = nil,
        area: String? = nil,
        contact: String? = nil,
        basis: String? = nil,
        keeps: [String] = [],
        drafts: Bool = false,
        @ListBuilder<any ItemPart> _ parts: () -> [any ItemPart]
    ) {
        let parts = parts()
        let form = parts.compactMap { $0 as? Form }.flatMap(\.parts)
        var assembly = FlowAssembly()
        let flow = parts.lazy.compactMap { $0 as? Flow }.first ?? Flow { [State]() }
        let chart = assembly.chart(id, flow, parts.compactMap { $0 as? Deadline })
        var declaration = ItemDeclaration(
            id: id,
            name: Bilingual(zh, en),
            summary: Bilingual(summary.0, summary.1),
            prefix: prefix,
            openedBy: openedBy,
            form: form.compactMap { ($0 as? Field)?.declaration },
            requirements: form.compactMap { ($0 as? Requires)?.declaration },
            uniqueKey: unique,
            subjectField: subject,
            areaField: area,
            flow: chart,
            states: assembly.names,
            actions: assembly.actions,
            deadlines: assembly.deadlines,
            contactField: contact,
            basisField: basis,
            keeps: keeps.isEmpty ? nil : keeps,
            draft: drafts ? true : nil,
            suspension: parts.lazy.compactMap { ($0 as? Suspends)?.declaration }.first,
            tasks: assembly.tasks.isEmpty ? nil : assembly.tasks,
            untasked: assembly.untasked.isEmpty ? nil : assembly.untasked
        )
        declaration.take(parts)
        let reached = parts.lazy.compactMap { $0 as? Reached }.first
        declaration.mobileField = reached?.mobile
        declaration.wechatField = reached?.wechat
        declaration.takeRules(parts)
        self.declaration = declaration
    }
}
