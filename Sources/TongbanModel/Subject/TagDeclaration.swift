// SPDX-License-Identifier: Apache-2.0

import Civic

/// Something a bureau says of people, organisations or places in the shared index, such as that a certificate is valid.
public struct TagDeclaration: Sendable, Hashable, Codable {
    public var id: String
    public var name: Bilingual
    /// Whether other bureaus see it and may react to it; what tells of health or a special status should not be shared.
    public var isShared: Bool
    /// Roles of the bureau that set it; its handlers and flows may too.
    public var roles: [String]

    public init(id: String, name: Bilingual, isShared: Bool = false, roles: [String] = []) {
        self.id = id
        self.name = name
        self.isShared = isShared
        self.roles = roles
    }
}

/// That a handler of the bureau gets a task whenever something happens to anybody, whether the bureau has a case or not.
public struct ReactionDeclaration: Sendable, Hashable, Codable {
    /// Such as `person.deceased`, `person.moved`, `tag.changed`.
    public var event: String
    /// Of `tag.changed`: only this tag, as `BUREAU.TAG`; of another bureau a shared one.
    public var tag: String?
    /// The kind of the handler.
    public var submits: String

    public init(event: String, tag: String? = nil, submits: String) {
        self.event = event
        self.tag = tag
        self.submits = submits
    }

    /// The event of a tag that was set or taken back.
    public static let tagChanged = "tag.changed"
}

extension DeclarationCheck {
    static func subjectFaults(in bureau: BureauDeclaration) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ place: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: place, message: Bilingual(zh, en)))
        }
        var seen: Set<String> = []
        for tag in bureau.tags ?? [] {
            let place = "tag/\(tag.id)"
            if !seen.insert(tag.id).inserted { fault(place, "标签重复", "this tag is declared twice") }
            if !self.isID(tag.id) {
                fault(place, "编号须为 1 至 64 个小写字母、数字、- 或 _", "an id has 1 to 64 of a-z, 0-9, - and _")
            }
            for role in tag.roles where !bureau.roles.contains(where: { $0.id == role }) {
                fault(place, "没有角色 \(role)", "there is no role \(role)")
            }
        }
        var reactions: Set<ReactionDeclaration> = []
        for reaction in bureau.reactions ?? [] {
            let place = "reaction/\(reaction.event)"
            if !reactions.insert(reaction).inserted { fault(place, "响应重复", "this reaction is declared twice") }
            if !bureau.handlers.contains(where: { $0.kind == reaction.submits }) {
                fault(place, "没有处理程序 \(reaction.submits)", "there is no handler \(reaction.submits)")
            }
            if let tag = reaction.tag {
                let parts = tag.split(separator: ".", omittingEmptySubsequences: false)
                if reaction.event != ReactionDeclaration.tagChanged {
                    fault(place, "只有标签变更才能指明标签", "only a change of a tag has a tag")
                } else if parts.count != 2 || parts.contains("") {
                    fault(place, "标签须写成 部门.标签", "a tag is named BUREAU.TAG")
                } else if parts[0] == bureau.id, !seen.contains(String(parts[1])) {
                    fault(place, "没有标签 \(tag)", "there is no tag \(tag)")
                }
            }
        }
        for (place, id) in self.named(by: "tag", in: bureau) where !seen.contains(id) {
            fault(place, "没有声明标签 \(id)", "no tag \(id) is declared")
        }
        return faults
    }
}
