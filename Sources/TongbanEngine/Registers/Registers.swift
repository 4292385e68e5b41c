// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// The bureaus' keyed records: writes them together with what finds them, asks for them, imports and counts them.
///
/// Beside each record of a register with indexes or unique keys stands an object with the values it is found by.
public final class Registers {
    unowned let cases: CaseEngine
    /// How much one imported file may hold.
    public var importLimits = RegisterImport.Limits()
    /// Records looked at for one page of a query.
    public var examinedPerPage = 20_000

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    /// The kind of the objects by which a register's records are found.
    static func indexKind(_ bureau: String, _ register: String) -> String { "register:\(bureau)/\(register)" }

    /// - Throws: ``EngineError/noSuchRegister(bureau:register:)``.
    func declaration(_ bureau: String, _ register: String) throws(EngineError) -> BureauDeclaration.Register {
        guard let declaration = self.cases.directory.declaration(of: bureau)?.declaration.register(register) else {
            throw .noSuchRegister(bureau: bureau, register: register)
        }
        return declaration
    }

    /// The record, other than the one of a key, that has a unique value of these.
    func holder(
        of data: JSONObject,
        in declaration: BureauDeclaration.Register,
        bureau: String,
        otherThan key: String
    ) throws(EngineError) -> (unique: BureauDeclaration.UniqueKey, key: String)? {
        guard let uniques = declaration.unique else { return nil }
        for unique in uniques {
            for entry in declaration.entries(of: unique, in: data) {
                if let other = try self.holder(of: entry, declaration.id, bureau, otherThan: key) {
                    return (unique, other)
                }
            }
        }
        return nil
    }

    func holder(
        of entry: (name: String, value: String),
        _ register: String,
        _ bureau: String,
        otherThan key: String
    ) throws(EngineError) -> String? {
        try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.indexKind(bureau, register),
                key: entry.name,
                from: entry.value,
                to: entry.value,
                after: nil,
                limit: 2
            ).first { $0.id != key }?.id
        }
    }

    /// Writes a record that has been checked, and what finds it.
    func write(
        _ data: JSONObject,
        key: String,
        over old: RegisterRecord?,
        to declaration: BureauDeclaration.Register,
        of bureau: String
    ) throws(EngineError) {
        let record = RegisterRecord(
            bureau: bureau,
            register: declaration.id,
            key: key,
            revision: (old?.revision ?? 0) + 1,
            updated: self.engine.now,
            data: RawJSON(.object(data))
        )
        try self.engine.write(.putRecord(self.sealed(record, of: declaration)))
        if declaration.hasIndexes { try self.index(record, data, declaration) }
    }

    private func index(
        _ record: RegisterRecord,
        _ data: JSONObject,
        _ declaration: BureauDeclaration.Register
    ) throws(EngineError) {
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: Self.indexKind(record.bureau, record.register),
                    id: record.key,
                    revision: record.revision,
                    updated: record.updated,
                    keys: declaration.indexKeys(of: data),
                    body: RawJSON(.object([:]))
                )
            )
        )
    }

    /// Forgets what found a record.
    func forget(_ key: String, bureau: String, register: String) throws(EngineError) {
        guard self.cases.directory.declaration(of: bureau)?.declaration.register(register)?.hasIndexes == true else {
            return
        }
        try self.engine.write(.removeObject(kind: Self.indexKind(bureau, register), id: key))
    }

    /// Finds the records of registers whose indexes or unique keys a new declaration changes.
    ///
    /// - Throws: a refusal when records have a value in common that is to be unique; the declaration is not taken then.
    func reindex(
        _ registers: [BureauDeclaration.Register],
        after before: [BureauDeclaration.Register],
        of bureau: String
    ) throws(EngineError) {
        for register in registers {
            let old = before.first { $0.id == register.id }
            let isFound =
                old?.indexed == register.indexed && old?.unique == register.unique
                && (register.indexed ?? []).allSatisfy { old?.field($0)?.kind == register.field($0)?.kind }
                && (register.unique ?? []).flatMap(\.fields).allSatisfy {
                    old?.field($0)?.kind == register.field($0)?.kind
                }
            if register.isDated, old?.isDated == false { try self.beginVersions(register, bureau) }
            if isFound { continue }
            var last: String?
            while true {
                let page = try self.stored(after: last, limit: 1_000, bureau: bureau, register: register.id)
                for record in page {
                    guard register.hasIndexes, let data = try? record.data.parsed().objectValue else {
                        try self.engine.write(
                            .removeObject(kind: Self.indexKind(bureau, register.id), id: record.key)
                        )
                        continue
                    }
                    try self.index(record, data, register)
                    if let taken = try self.holder(of: data, in: register, bureau: bureau, otherThan: record.key) {
                        throw .refused(.notUnique(taken.unique, register))
                    }
                }
                guard page.count == 1_000 else { break }
                last = page.last?.key
            }
        }
    }

    /// Keeps the records there are as they were since they were last changed.
    private func beginVersions(_ register: BureauDeclaration.Register, _ bureau: String) throws(EngineError) {
        let counter = Self.counter(bureau, register.id)
        var serial = try self.cases.store { store throws(StoreError) in try store.counter(counter) }
        var after: String?
        while true {
            let last = after
            let page = try self.stored(after: last, limit: 1_000, bureau: bureau, register: register.id)
            for record in page {
                guard let data = try? record.data.parsed().objectValue else { continue }
                serial += 1
                let version = RegisterVersion(
                    from: ShanghaiTime.day(of: record.updated),
                    serial: serial,
                    at: self.engine.now,
                    by: self.engine.actor.id,
                    data: data
                )
                try self.putVersion(version, record.key, bureau, register, isPending: false)
            }
            guard page.count == 1_000 else { break }
            after = page.last?.key
        }
        try self.engine.write(.putCounter(name: counter, value: serial))
    }
}
