// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// Which gateways there are, when people are not disturbed, which words do not travel.
    public var messageRules: MessageRules {
        get { self.cases.messages.rules }
        set { self.cases.messages.rules = newValue }
    }

    /// The messages of a case, in the order of their numbers.
    public func messages(of number: String) throws -> [Message] { try self.cases.messages.messages(ofCase: number) }

    public func message(_ number: String) throws -> Message { try self.cases.messages.message(number) }

    /// What is in somebody's inbox and nobody has opened.
    public func inbox(of person: PersonView) throws -> [Message] {
        try self.cases.messages.inbox(of: person, unread: true, after: nil, limit: .max)
    }

    /// What people have to call or print for now.
    public func byHand() throws -> [Message] {
        try self.cases.messages.byHand(of: self.bureau, after: nil, limit: .max)
    }

    /// What a gateway gets now.
    public func take(_ channel: MessageChannel) throws -> [OutgoingMessage] {
        try self.call { cases throws(EngineError) in try cases.messages.takeSends(channel, limit: 100) }
    }

    /// A gateway says what became of a message.
    public func report(_ outcome: MessageDesk.Outcome, of sent: OutgoingMessage) async throws {
        try self.call { cases throws(EngineError) in
            try cases.messages.report(outcome, of: sent.number, step: sent.step)
        }
        try await self.work()
    }

    /// A gateway tells how far a message got.
    public func receipt(_ level: MessageLevel, of sent: OutgoingMessage) async throws {
        try self.call { cases throws(EngineError) in
            _ = try cases.messages.receipt(level, of: sent.number, step: sent.step)
        }
        try await self.work()
    }

    /// Somebody opens a message.
    @discardableResult
    public func read(_ message: String, confirms: Bool = false, as person: PersonView) async throws -> Message {
        let after = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.messages.read(message, confirms: confirms, by: person)
        }
        try await self.work()
        return after
    }

    /// Somebody has called, or brought paper.
    @discardableResult
    public func handle(
        _ message: String,
        _ result: Message.Result,
        note: String? = nil,
        as person: PersonView = .system
    ) async throws -> Message {
        let after = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.messages.handle(message, result, note: note, by: person)
        }
        try await self.work()
        return after
    }

    /// Takes a message back.
    @discardableResult
    public func cancelMessage(
        _ message: String,
        reason: String = "作废",
        as person: PersonView = .system
    ) async throws -> Message {
        let after = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.messages.cancel(message, reason: reason, by: person)
        }
        try await self.work()
        return after
    }
}
