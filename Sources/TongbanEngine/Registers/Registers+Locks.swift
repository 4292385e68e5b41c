// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    static func lockKind(_ bureau: String, _ register: String) -> String { "register-lock:\(bureau)/\(register)" }
    /// Locks of one register.
    static let lockLimit = 200

    /// The locks of a register, in the order they were set.
    public func locks(bureau: String, register: String) throws(EngineError) -> [RegisterLock] {
        try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.lockKind(bureau, register), after: nil, limit: Self.lockLimit)
        }.compactMap { (try? $0.body.parsed()).flatMap(RegisterLock.init(json:)) }
    }

    /// The lock that keeps a change from some days away.
    func lock(
        _ register: String,
        _ bureau: String,
        from: CivilDay,
        until end: CivilDay?
    ) throws(EngineError) -> RegisterLock? {
        try self.locks(bureau: bureau, register: register).first { $0.touches(from: from, until: end) }
    }

    /// Locks the days of a register between two, or the whole of it. A lock stays: what is wrong is amended.
    ///
    /// - Throws: `ROLE` unless the person is a head of the bureau; `NOT_DATED` when a period is to be locked of a register
    ///   that keeps no days; `LIMIT`.
    public func lock(
        from: CivilDay?,
        to: CivilDay?,
        reason: String,
        bureau: String,
        register: String,
        by person: PersonView
    ) throws(EngineError) -> RegisterLock {
        let declaration = try self.declaration(bureau, register)
        try self.requireHead(person, bureau, toDo: Bilingual("锁定台账", "lock a register"))
        guard declaration.isDated || (from == nil && to == nil) else { throw .refused(.notDated(declaration)) }
        if let from, let to, to < from {
            throw .invalid(field: "to", Bilingual("截止日早于起始日", "the last day is before the first"))
        }
        try self.requireReason(reason)
        let locks = try self.locks(bureau: bureau, register: register)
        guard locks.count < Self.lockLimit else {
            throw .refused(
                Refusal(
                    code: "LIMIT",
                    zh: "一个台账最多锁定 \(Self.lockLimit) 次。",
                    en: "a register takes \(Self.lockLimit) locks at most"
                )
            )
        }
        let lock = RegisterLock(
            id: (locks.map(\.id).max() ?? 0) + 1,
            from: from,
            to: to,
            reason: reason,
            by: person.id,
            at: self.engine.now
        )
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: Self.lockKind(bureau, register),
                    id: Self.number(lock.id),
                    revision: 1,
                    updated: lock.at,
                    body: RawJSON(lock.json)
                )
            )
        )
        try self.engine.record("register.locked", bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("register", register)
            if let from { writer.member("from", from.description) }
            if let to { writer.member("to", to.description) }
            writer.member("reason", reason)
            writer.endObject()
        }
        return lock
    }

    /// A number as a text that sorts as numbers do.
    static func number(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    }

    func requireStaff(_ person: PersonView, _ bureau: String, toDo name: Bilingual) throws(EngineError) {
        guard person.isSystem || person.roles.contains(where: { $0.hasPrefix(bureau + ":") }) else {
            throw .refused(.role([bureau + ":*"], toDo: name))
        }
    }

    func requireHead(_ person: PersonView, _ bureau: String, toDo name: Bilingual) throws(EngineError) {
        let heads = self.cases.directory.heads(of: bureau)
        guard person.holdsOne(of: heads, in: bureau) else { throw .refused(.role(heads, toDo: name)) }
    }

    func requireReason(_ reason: String) throws(EngineError) {
        guard !reason.isEmpty else {
            throw .invalid(field: "reason", Bilingual("须写明理由", "a reason must be given"))
        }
        guard reason.count <= self.engine.limits.reasonLength else {
            throw .tooLarge(field: "reason", limit: self.engine.limits.reasonLength)
        }
    }
}
