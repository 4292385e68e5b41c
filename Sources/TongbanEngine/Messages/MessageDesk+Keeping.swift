// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension MessageDesk {
    // MARK: Reading

    /// - Throws: ``EngineError/refused(_:)`` with `NO_MESSAGE`.
    public func message(_ number: String) throws(EngineError) -> Message {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.kind, id: number)
        }
        guard let object else {
            throw .refused(Refusal(code: "NO_MESSAGE", zh: "没有消息 \(number)。", en: "there is no message \(number)"))
        }
        return try self.read(object)
    }

    /// The messages of a case, in the order of their numbers.
    public func messages(ofCase number: String) throws(EngineError) -> [Message] {
        try self.found(Self.caseKey, number, number, after: nil, .max)
    }

    /// All messages, in the order of their numbers.
    public func messages(after number: String?, limit: Int) throws(EngineError) -> [Message] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.kind, after: number, limit: limit)
        }
        var messages: [Message] = []
        for object in objects { messages.append(try self.read(object)) }
        return messages
    }

    /// What is in somebody's inbox, and in those of his roles, in the order of the numbers.
    ///
    /// - Parameter unread: only what nobody has opened.
    public func inbox(
        of person: PersonView,
        unread: Bool,
        after number: String?,
        limit: Int
    ) throws(EngineError) -> [Message] {
        var boxes = ["person:\(person.id)"]
        for role in person.roles {
            if role.contains(":") {
                boxes.append("role:\(role)")
            } else {
                boxes += self.cases.directory.bureauIDs.map { "role:\($0):\(role)" }
            }
        }
        let key = unread ? Self.unreadKey : Self.inboxKey
        var found: [Message] = []
        for box in Set(boxes) {
            let position = number.map { ObjectPosition(value: "\(box)#\($0)", id: $0) }
            found += try self.found(key, "\(box)#", "\(box)#~", after: position, limit)
        }
        return Array(found.sorted { $0.number < $1.number }.prefix(limit))
    }

    /// What people of a bureau have to call or print for now, in the order of the numbers.
    public func byHand(of bureau: String, after number: String?, limit: Int) throws(EngineError) -> [Message] {
        let position = number.map { ObjectPosition(value: "\(bureau)#\($0)", id: $0) }
        return try self.found(Self.handKey, "\(bureau)#", "\(bureau)#~", after: position, limit)
            .filter { $0.isForPeople(at: self.engine.now) }
    }

    private func found(
        _ key: String,
        _ from: String,
        _ to: String,
        after: ObjectPosition?,
        _ limit: Int
    ) throws(EngineError) -> [Message] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.kind, key: key, from: from, to: to, after: after, limit: limit)
        }
        var messages: [Message] = []
        for object in objects { messages.append(try self.read(object)) }
        return messages
    }

    func read(_ object: ObjectRecord) throws(EngineError) -> Message {
        let body = try self.engine.opened(object.body, as: "\(Self.kind)/\(object.id)")
        do {
            return try body.parsed().decoded(as: Message.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "message \(object.id) cannot be read: \(error)"))
        }
    }

    // MARK: Changing

    @discardableResult
    func change(
        _ number: String,
        _ body: (inout Message, Message.Facts) throws(EngineError) -> Void
    ) throws(EngineError) -> Message {
        let before = try self.message(number)
        var message = before
        try body(&message, try self.facts(of: message))
        try self.keep(message, before: before)
        return message
    }

    /// What was waited for has not come, or the night is over, or a gateway can try again.
    ///
    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        try self.change(String(timer.id.dropFirst(Self.timer("").count))) { message, facts in message.timeUp(facts) }
        return true
    }

    static func padded(_ number: Int64) -> String {
        let digits = String(max(0, number))
        return String(repeating: "0", count: max(0, 15 - digits.utf8.count)) + digits
    }

    private func box(of message: Message) -> String {
        if Self.citizens.contains(message.to) { return "case:\(message.caseNumber ?? "")" }
        if self.cases.directory.persons[message.to] != nil { return "person:\(message.to)" }
        return "role:\(message.bureau):\(message.to)"
    }

    func keep(_ message: Message, before: Message?) throws(EngineError) {
        guard message != before else { return }
        var keys: [String: String] = [:]
        keys[Self.caseKey] = message.caseNumber
        if message.history.contains(where: { $0.what == "placed" }) {
            let box = "\(self.box(of: message))#\(message.number)"
            keys[Self.inboxKey] = box
            if message.readers.isEmpty, message.status != .cancelled { keys[Self.unreadKey] = box }
        }
        if message.status == .byHand { keys[Self.handKey] = "\(message.bureau)#\(message.number)" }
        if message.status == .sending, !message.isTaken, let next = message.next {
            keys[Self.sendKey] = "\(message.current?.channel.rawValue ?? "")#\(Self.padded(next))"
        }
        try self.write(Self.kind, message.number, keys, message)
        let timer = Self.timer(message.number)
        // What a gateway can take now needs no timer to say so.
        if let next = message.next, next > self.engine.now.milliseconds || message.status != .sending {
            try self.engine.write(
                .putTimer(
                    TimerRecord(id: timer, due: Instant(milliseconds: next), caseNumber: nil, body: .emptyObject)
                )
            )
        } else if before?.next != nil {
            try self.engine.write(.removeTimer(id: timer))
        }
        try self.follow(message, before)
    }

    /// Journals what changed, and tells the case or the bureau how it ended.
    private func follow(_ message: Message, _ before: Message?) throws(EngineError) {
        let seen = before?.history.count ?? 0
        let isPlaced = before == nil && message.status == .reached
        if !isPlaced {
            for entry in message.history.suffix(max(0, message.history.count - seen)) {
                var members: JSONObject = ["message": .string(message.number), "topic": .string(message.topic)]
                if let channel = entry.channel { members["channel"] = .string(channel.rawValue) }
                if let detail = entry.detail { members["detail"] = .string(detail) }
                let object = JSON.object(members)
                try self.engine.record(
                    "message.\(entry.what)",
                    bureau: message.bureau,
                    caseNumber: message.caseNumber
                ) { writer in
                    object.write(to: &writer)
                }
            }
        }
        guard before?.status.isOpen ?? true, message.status == .reached || message.status == .unreached else { return }
        if message.cascade.raises, let number = message.caseNumber {
            self.cases.deferred.append(
                .init(
                    event: message.status == .reached ? "message.reached" : "message.unreached",
                    data: [
                        "message": .string(message.number), "topic": .string(message.topic),
                        "channel": message.reachedBy.map { .string($0.rawValue) } ?? .null,
                    ],
                    number: number,
                    origin: Self.origin
                )
            )
        } else if message.status == .unreached, message.topic != Self.unreachedTopic {
            let declared = self.cases.directory.declaration(of: message.bureau)?.declaration.roles.map(\.id) ?? []
            for role in self.cases.directory.supervisors(of: message.bureau) where declared.contains(role) {
                try self.tell(
                    Self.unreachedTopic,
                    role,
                    Bilingual(
                        "消息 \(message.number) 未能送达,请另行联系。",
                        "message \(message.number) has reached nobody: see to it that somebody is told"
                    ),
                    of: message.bureau,
                    caseNumber: message.caseNumber
                )
            }
        }
    }

    static var unreachedTopic: String { "message.unreached" }

    func write(
        _ kind: String,
        _ id: String,
        _ keys: [String: String],
        _ value: some Encodable
    ) throws(EngineError) {
        let revision = try self.cases.store { store throws(StoreError) in
            try store.object(kind: kind, id: id)?.revision ?? 0
        }
        guard let body = try? JSON(encoding: value) else {
            throw .unavailable(StoreError(.corrupt, "\(kind) \(id) cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: kind,
                    id: id,
                    revision: revision + 1,
                    updated: self.engine.now,
                    keys: keys,
                    body: try self.engine.sealed(RawJSON(body), as: "\(kind)/\(id)")
                )
            )
        )
    }
}
