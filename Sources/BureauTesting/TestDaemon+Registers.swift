// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// Puts a record into a dated register of the bureau, as it is valid from a day such as `2022-07-12`.
    ///
    /// - Throws: `EngineError` when the record is faulty or its days are locked.
    public func put(_ register: String, _ key: String, _ data: JSONObject, from day: String) throws {
        let bureau = self.bureau
        let day = try Self.day(day)
        try self.call { cases throws(EngineError) in
            _ = try cases.put(bureau: bureau, register: register, key: key, data: data, from: day)
        }
    }

    /// The values of a record as it is, or was on a day, by its key or a former one.
    public func record(_ register: String, _ key: String, on day: String? = nil) throws -> JSONObject {
        let record = try self.cases.registers.record(
            key,
            on: try day.map(Self.day),
            bureau: self.bureau,
            register: register
        )
        return try record.data.parsed().objectValue ?? [:]
    }

    /// How many records there are for which all conditions hold, now or in a snapshot.
    public func count(
        _ register: String,
        _ conditions: RegisterCondition...,
        snapshot: String? = nil
    ) throws -> Int {
        try self.cases.registers.count(
            RegisterQuery(conditions: conditions, view: snapshot.map { .snapshot($0) } ?? .now),
            bureau: self.bureau,
            register: register
        )
    }

    /// Takes a snapshot of a dated register as it was on a day, or is today.
    public func snapshot(_ register: String, _ name: String, on day: String? = nil, as person: PersonView) throws {
        let bureau = self.bureau
        let day = try day.map(Self.day)
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            _ = try cases.registers.takeSnapshot(name, on: day, bureau: bureau, register: register, by: person)
        }
    }

    /// Locks the days of a dated register up to one, or the whole register.
    public func lock(_ register: String, to day: String? = nil, as person: PersonView) throws {
        let bureau = self.bureau
        let day = try day.map(Self.day)
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            _ = try cases.registers.lock(
                from: nil,
                to: day,
                reason: "test",
                bureau: bureau,
                register: register,
                by: person
            )
        }
    }

    /// Asks that values of a record be changed, and decides it.
    public func amend(
        _ register: String,
        _ key: String,
        _ values: JSONObject,
        from day: String? = nil,
        askedBy clerk: PersonView,
        decidedBy head: PersonView,
        approve: Bool = true
    ) throws {
        let bureau = self.bureau
        let day = try day.map(Self.day)
        let id = try self.call(by: Actor(id: clerk.id)) { cases throws(EngineError) in
            try cases.registers.askAmendment(
                of: key,
                values: values,
                from: day,
                reason: "test",
                bureau: bureau,
                register: register,
                by: clerk
            ).id
        }
        try self.call(by: Actor(id: head.id)) { cases throws(EngineError) in
            _ = try cases.registers.decide(id, isApproved: approve, bureau: bureau, by: head)
        }
    }

    static func day(_ text: String) throws(TestDaemonError) -> CivilDay {
        guard let day = CivilDay(text) else { throw .noMoment(text) }
        return day
    }
}
