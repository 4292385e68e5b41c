// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel
import TongbanStore

/// Records, versions and requests of a register with sensitive fields are kept sealed, and opened when they are read.
///
/// Keys and the values records are found by stay in the clear, since they are what is looked for.
extension Registers {
    /// The record in force under a key; `nil` when there is none.
    func stored(_ key: String, _ bureau: String, _ register: String) throws(EngineError) -> RegisterRecord? {
        let record = try self.cases.store { store throws(StoreError) in
            try store.record(bureau: bureau, register: register, key: key)
        }
        return try record.map { record throws(EngineError) in try self.opened(record) }
    }

    /// The next records in force, in the order of their keys.
    public func stored(
        after key: String?,
        limit: Int,
        bureau: String,
        register: String
    ) throws(EngineError) -> [RegisterRecord] {
        var records = try self.cases.store { store throws(StoreError) in
            try store.records(bureau: bureau, register: register, after: key, limit: limit)
        }
        for index in records.indices { records[index] = try self.opened(records[index]) }
        return records
    }

    /// A record as it goes to the store.
    func sealed(_ record: RegisterRecord, of declaration: BureauDeclaration.Register) throws(EngineError)
        -> RegisterRecord
    {
        guard declaration.isSensitive else { return record }
        var record = record
        record.data = try self.engine.sealed(record.data, as: Self.sealName(record))
        return record
    }

    private func opened(_ record: RegisterRecord) throws(EngineError) -> RegisterRecord {
        var record = record
        record.data = try self.engine.opened(record.data, as: Self.sealName(record))
        return record
    }

    /// A version or a request as it goes to the store.
    func sealed(_ object: ObjectRecord, of declaration: BureauDeclaration.Register) throws(EngineError) -> ObjectRecord
    {
        guard declaration.isSensitive else { return object }
        var object = object
        object.body = try self.engine.sealed(object.body, as: Self.sealName(object))
        return object
    }

    /// What a version or a request says.
    func openedBody(of object: ObjectRecord) throws(EngineError) -> RawJSON {
        try self.engine.opened(object.body, as: Self.sealName(object))
    }

    /// Tells the journal that the one whose call this is read sensitive values of records.
    ///
    /// - Parameters:
    ///   - key: of the record, when one was asked for.
    ///   - count: how many records, or versions of one, were given.
    public func noteReading(
        of register: String,
        key: String? = nil,
        count: Int,
        bureau: String
    ) throws(EngineError) {
        let declaration = try self.declaration(bureau, register)
        guard declaration.isSensitive, count > 0 else { return }
        try self.engine.record("record.read", bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("register", register)
            if let key { writer.member("key", declaration.isSensitiveKey ? "***" : key) }
            writer.member("records", count)
            writer.member("fields", declaration.fields.filter { $0.privacy == .sensitive }.map(\.id))
            writer.endObject()
        }
    }

    private static func sealName(_ record: RegisterRecord) -> String {
        "record/\(record.bureau)/\(record.register)/\(record.key)"
    }

    private static func sealName(_ object: ObjectRecord) -> String { "\(object.kind)/\(object.id)" }
}

extension BureauDeclaration.Register {
    /// Whether a record holds a sensitive value.
    public var isSensitive: Bool { self.fields.contains { $0.privacy == .sensitive } }
}
