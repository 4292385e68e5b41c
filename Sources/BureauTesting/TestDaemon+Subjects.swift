// SPDX-License-Identifier: Apache-2.0

import BureauKit
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// What the shared index keeps of somebody; `nil` when nobody has put a card.
    public func card(_ identifier: String) throws -> SubjectCard? { try self.cases.index.card(identifier) }

    /// Cards by name, area or tag.
    public func cards(_ question: SubjectIndex.Question) throws -> [SubjectCard] {
        try self.cases.index.find(question, limit: .max)
    }

    /// Puts a card, or changes what is given.
    @discardableResult
    public func put(
        card identifier: String,
        name: String? = nil,
        area: String? = nil,
        address: String? = nil
    ) async throws -> SubjectCard {
        let card = try self.call { cases throws(EngineError) in
            try cases.index.put(identifier, name: name, area: area, address: address, by: "test")
        }
        try await self.work()
        return card
    }

    /// Sets a tag of the bureau on somebody, or takes it back.
    @discardableResult
    public func tag(
        _ identifier: String,
        _ tag: String,
        on: Bool = true,
        as person: PersonView = .system
    ) async throws -> SubjectCard {
        let card = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.index.setTag(identifier, tag, of: self.bureau, on: on, by: person)
        }
        try await self.work()
        return card
    }
}
