// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// What the sender, the receiver or the coordinator does with a hand-off.
    public enum HandoffVerb: Sendable {
        case deliver
        case take(case: String? = nil)
        case bounce(competent: String, reason: String)
        case redirect(to: String)
        case finish(result: String, evidence: [String] = [])
        case confirm
        case redo(reason: String)
        case withdraw(reason: String)
        /// Without a body the result there is stands.
        case decide(to: String?, reason: String)
    }

    /// Declares another bureau beside the one under test, such as the receiver of its hand-offs. Nobody works on its
    /// tasks.
    public func declare(beside definition: BureauDefinition) throws {
        let declaration = try JSON(encoding: definition.declaration)
        try self.call { cases throws(EngineError) in
            _ = try cases.register(declaration, bureau: definition.declaration.id)
        }
    }

    public func handoff(_ number: String) throws -> HandoffRecord { try self.cases.handoffs.handoff(number) }

    /// The hand-offs the bureau sent, in the order of their numbers.
    public func handoffs() throws -> [HandoffRecord] {
        try self.cases.handoffs.handoffs(.from, self.bureau, limit: .max)
    }

    /// Hands a matter of a case on.
    ///
    /// - Returns: its number.
    public func handOff(
        _ number: String,
        _ kind: String,
        request: String,
        urgency: HandoffUrgency? = nil,
        as person: PersonView
    ) async throws -> String {
        let handoff = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.handoffs.send(kind, of: number, request: request, urgency: urgency, by: person)
        }
        try await self.work()
        return handoff
    }

    /// Does something with a hand-off.
    @discardableResult
    public func handoff(_ number: String, _ verb: HandoffVerb, as person: PersonView) async throws -> HandoffRecord {
        let handoff = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            let desk = cases.handoffs
            return switch verb {
            case .deliver: try desk.deliver(number, by: person)
            case .take(let receiverCase): try desk.take(number, case: receiverCase, by: person)
            case .bounce(let competent, let reason):
                try desk.bounce(number, competent: competent, reason: reason, by: person)
            case .redirect(let body): try desk.redirect(number, to: body, named: nil, by: person)
            case .finish(let result, let evidence):
                try desk.finish(number, result: result, evidence: evidence, case: nil, by: person)
            case .confirm: try desk.confirm(number, by: person)
            case .redo(let reason): try desk.redo(number, reason: reason, by: person)
            case .withdraw(let reason): try desk.withdraw(number, reason: reason, by: person)
            case .decide(let body, let reason):
                try desk.decide(number, body: body, named: nil, reason: reason, by: person)
            }
        }
        try await self.work()
        return handoff
    }
}
