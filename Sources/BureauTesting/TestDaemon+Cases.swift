// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

extension TestDaemon {
    // MARK: Acting

    /// Opens a case of the bureau and lets the handlers work.
    ///
    /// - Returns: the case's number.
    /// - Throws: `EngineError` with the reason when it is not taken.
    @discardableResult
    public func open(
        _ item: String,
        as person: PersonView,
        _ data: JSONObject = [:],
        area: String? = nil
    ) async throws -> String {
        let new = NewCase(bureau: self.bureau, item: item, data: data, area: area)
        let number = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.openCase(new, by: person)
        }
        try await self.work()
        return number
    }

    /// Takes an action in a case and lets the handlers work.
    ///
    /// - Parameter revision: the revision the person saw, when it matters.
    /// - Throws: `EngineError` with the reason when it is not taken.
    public func act(
        _ number: String,
        _ action: String,
        as person: PersonView,
        _ data: JSONObject = [:],
        revision: Int? = nil
    ) async throws {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.takeAction(action, in: number, data: data, revision: revision, by: person)
        }
        try await self.work()
    }

    /// Raises an event such as `person.deceased` in every open case about somebody, and lets the handlers work.
    ///
    /// - Returns: the numbers of the cases.
    @discardableResult
    public func tell(_ subject: String, _ event: String, _ data: JSONObject = [:]) async throws -> [String] {
        let numbers = try self.call { cases throws(EngineError) in
            try cases.tellSubject(subject, event: event, data: data, origin: "test")
        }
        try await self.work()
        return numbers
    }

    /// Asks for and decides a correction of an identifier.
    ///
    /// - Returns: the numbers of the cases that were corrected.
    @discardableResult
    public func correct(
        _ old: String,
        to new: String,
        askedBy clerk: PersonView,
        decidedBy head: PersonView,
        approve: Bool = true
    ) throws -> [String] {
        let id = try self.call(by: Actor(id: clerk.id)) { cases throws(EngineError) in
            try cases.askCorrection(from: old, to: new, reason: "test", by: clerk).id
        }
        return try self.call(by: Actor(id: head.id)) { cases throws(EngineError) in
            try cases.decideCorrection(id, approve: approve, by: head) ?? []
        }
    }

    /// The numbers of the cases about somebody, by his present or a former identifier.
    public func numbers(about subject: String) throws -> [String] {
        let current = try self.cases.currentIdentifier(of: subject)
        return try self.cases.cases(CaseFilter(subject: current), after: nil, limit: .max).map(\.number)
    }

    /// Puts a record into a register of the bureau.
    ///
    /// - Throws: `EngineError` when the record is faulty or the register is full.
    public func put(_ register: String, _ key: String, _ data: JSONObject) throws {
        let bureau = self.bureau
        try self.call { cases throws(EngineError) in
            try cases.put(bureau: bureau, register: register, key: key, data: data)
        }
    }

    // MARK: Looking

    /// A case as a person may see it; as the daemon itself unless somebody is named.
    public func `case`(_ number: String, as person: PersonView = .system) throws -> CaseView {
        try self.cases.view(number, for: person)
    }

    /// A case as somebody sees it who looks at it, which the journal is told when there is something sensitive in it.
    public func look(at number: String, as person: PersonView) throws -> CaseView {
        let view = try self.cases.view(number, for: person)
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in try cases.noteReading(of: view) }
        return view
    }

    /// The state of a case; several that are active at once are joined by `+`.
    public func state(of number: String) throws -> String { try self.case(number).record.state }

    /// The values of a case.
    public func data(of number: String) throws -> JSONObject { try self.cases.data(of: number) }

    /// The numbers of the bureau's cases of an item, in the order they were opened.
    public func numbers(of item: String) throws -> [String] {
        try self.cases.cases(CaseFilter(bureau: self.bureau, item: item), after: nil, limit: .max).map(\.number)
    }

    /// The last run of a deadline in a case.
    public func deadline(_ id: String, of number: String) throws -> DeadlineRun {
        guard let last = try self.case(number).deadlines.last(where: { $0.run.id == id }) else {
            throw TestDaemonError.noDeadline(id)
        }
        return last.run
    }

    /// When a deadline is due; `nil` while it is paused.
    public func due(_ id: String, of number: String) throws -> Instant? { try self.deadline(id, of: number).due }

    /// A record of a register of the bureau; `nil` when there is none.
    public func record(_ register: String, _ key: String) throws -> JSONObject? {
        do {
            let record = try self.cases.registers.record(key, bureau: self.bureau, register: register)
            return try record.data.parsed().objectValue
        } catch EngineError.noSuchRecord {
            return nil
        }
    }

    /// The records of a register of the bureau, by key.
    public func records(_ register: String) throws -> [(key: String, data: JSONObject)] {
        try self.cases.registers.stored(after: nil, limit: .max, bureau: self.bureau, register: register).map {
            ($0.key, try $0.data.parsed().objectValue ?? [:])
        }
    }

    /// The tasks of the bureau, or of one of its cases, in the order they were submitted.
    public func tasks(of number: String? = nil) throws -> [TaskRecord] {
        try self.engine.tasks(TaskFilter(queue: self.bureau, caseNumber: number), after: nil, limit: .max)
    }

    // MARK: What was told

    /// Entries of the journal, oldest first.
    ///
    /// - Parameters:
    ///   - kind: a kind, or its first dotted parts: `due` means `due.soon`, `due.breach` and so on.
    ///   - number: of one case only.
    public func journal(_ kind: String? = nil, of number: String? = nil) throws -> [JournalEntry] {
        let filter = JournalFilter(caseNumber: number, kind: kind)
        return try self.store.entries(after: 0, filter: filter, limit: .max).entries
    }

    /// What somebody was told, oldest first.
    public func notices(of number: String? = nil) throws -> [TestNotice] {
        try self.journal("notify", of: number).map { entry in
            let data = try entry.data.parsed()
            return TestNotice(
                at: entry.at,
                caseNumber: entry.caseNumber,
                topic: String(entry.kind.dropFirst("notify.".count)),
                to: data["to"]?.stringValue ?? "",
                text: Bilingual(data["zh"]?.stringValue ?? "", data["en"]?.stringValue ?? "")
            )
        }
    }
}
