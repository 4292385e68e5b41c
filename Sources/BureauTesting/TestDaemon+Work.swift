// SPDX-License-Identifier: Apache-2.0

import TongbanEngine
import TongbanModel

/// The tasks for people.
extension TestDaemon {
    /// Puts persons into the directory: those who can be given tasks by name, substitute for others, and be absent.
    public func put(_ persons: [PersonRecord]) throws {
        try self.call { cases throws(EngineError) in try cases.put(persons) }
    }

    /// Somebody of the directory, as ``put(_:)`` put him there.
    ///
    /// - Throws: `EngineError` when there is no such person.
    public func person(_ id: String) throws -> PersonView {
        guard let record = self.cases.directory.persons[id] else { throw EngineError.noSuchPerson(id) }
        return PersonView(record)
    }

    /// The open tasks for people of a case.
    public func work(of number: String) throws -> [HumanTaskRecord] { try self.cases.openWork(ofCase: number) }

    /// The tasks a person may take now, the earliest due first.
    public func offeredWork(to person: PersonView) throws -> [HumanTaskRecord] {
        try self.cases.offeredWork(to: person, limit: 1_000)
    }

    /// The tasks a person holds, the earliest due first.
    public func heldWork(by person: PersonView) throws -> [HumanTaskRecord] {
        try self.cases.heldWork(by: person.id, limit: 1_000)
    }

    /// Takes a task for a person.
    ///
    /// - Throws: `EngineError` with the reason when it is not his to take.
    @discardableResult
    public func take(_ task: TaskID, as person: PersonView) throws -> HumanTaskRecord {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.takeWork(task, by: person)
        }
    }

    /// Records an absence; `NewAbsence` says whose, and from when to when.
    ///
    /// - Returns: its id.
    @discardableResult
    public func add(_ absence: NewAbsence, as person: PersonView = .system) throws -> String {
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.addAbsence(absence, by: person)
        }
    }
}
