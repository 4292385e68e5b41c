// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import GRDBSQLite

/// A prepared statement. Parameters are bound, and columns read, one after the other in the order of the text.
final class SQLiteStatement {
    private let handle: OpaquePointer
    private let database: OpaquePointer
    private let doing: String
    private var parameter: Int32 = 0
    private var column: Int32 = 0
    private var bindResult: Int32 = SQLITE_OK

    /// SQLite copies what it is given before the call returns.
    private static var transient: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    init(_ sql: String, on database: OpaquePointer, doing: String) throws(StoreError) {
        var handle: OpaquePointer?
        let result = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard result == SQLITE_OK, let handle else {
            throw StoreError(
                sqlite: sqlite3_extended_errcode(database),
                systemError: sqlite3_system_errno(database),
                message: String(cString: sqlite3_errmsg(database)),
                doing: doing
            )
        }
        self.handle = handle
        self.database = database
        self.doing = doing
    }

    deinit {
        sqlite3_finalize(self.handle)
    }

    // MARK: Running

    /// Runs a statement that gives no rows.
    func run() throws(StoreError) {
        defer { self.reset() }
        while try self.step() {}
    }

    /// Goes to the next row; `false` after the last one.
    func step() throws(StoreError) -> Bool {
        self.column = 0
        guard self.bindResult == SQLITE_OK else { throw self.error(self.bindResult) }
        switch sqlite3_step(self.handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw self.error(sqlite3_extended_errcode(self.database))
        }
    }

    /// The first row, if there is one.
    func first<Value>(_ read: (SQLiteStatement) throws(StoreError) -> Value) throws(StoreError) -> Value? {
        defer { self.reset() }
        return try self.step() ? try read(self) : nil
    }

    /// All rows.
    func all<Value>(_ read: (SQLiteStatement) throws(StoreError) -> Value) throws(StoreError) -> [Value] {
        defer { self.reset() }
        var values: [Value] = []
        while try self.step() { values.append(try read(self)) }
        return values
    }

    /// Ends the statement's use of the database and makes it ready to be bound anew.
    func reset() {
        // Gives the result of the last step once more, which has been thrown already.
        sqlite3_reset(self.handle)
        self.parameter = 0
        self.column = 0
        self.bindResult = SQLITE_OK
    }

    private func error(_ result: Int32) -> StoreError {
        StoreError(
            sqlite: result,
            systemError: sqlite3_system_errno(self.database),
            message: String(cString: sqlite3_errmsg(self.database)),
            doing: self.doing
        )
    }

    // MARK: Binding

    func bind(_ value: Int64) {
        self.bound(sqlite3_bind_int64(self.handle, self.nextParameter(), value))
    }

    func bind(_ value: Int) { self.bind(Int64(value)) }

    func bind(_ value: Bool) { self.bind(value ? 1 as Int64 : 0) }

    func bind(_ value: Instant) { self.bind(value.milliseconds) }

    func bind(_ value: Int64?) {
        if let value { self.bind(value) } else { self.bindNull() }
    }

    func bind(_ value: Int?) { self.bind(value.map(Int64.init)) }

    func bind(_ value: Instant?) { self.bind(value?.milliseconds) }

    func bind(_ value: String) {
        var value = value
        value.withUTF8 { self.bind(text: UnsafeRawBufferPointer($0)) }
    }

    func bind(_ value: String?) {
        if let value { self.bind(value) } else { self.bindNull() }
    }

    /// JSON is kept as text, byte for byte.
    func bind(_ value: RawJSON) {
        value.bytes.withUnsafeBytes { self.bind(text: $0) }
    }

    func bind(_ value: RawJSON?) {
        if let value { self.bind(value) } else { self.bindNull() }
    }

    func bind(blob value: [UInt8]) {
        let parameter = self.nextParameter()
        let result = value.withUnsafeBytes { bytes in
            bytes.isEmpty
                ? sqlite3_bind_zeroblob(self.handle, parameter, 0)
                : sqlite3_bind_blob64(
                    self.handle,
                    parameter,
                    bytes.baseAddress,
                    UInt64(bytes.count),
                    Self.transient
                )
        }
        self.bound(result)
    }

    func bind(blob value: [UInt8]?) {
        if let value { self.bind(blob: value) } else { self.bindNull() }
    }

    func bindNull() {
        self.bound(sqlite3_bind_null(self.handle, self.nextParameter()))
    }

    private func bind(text bytes: UnsafeRawBufferPointer) {
        let parameter = self.nextParameter()
        let result = bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let address = characters.baseAddress else {
                // No address would mean NULL.
                return "".withCString { sqlite3_bind_text(self.handle, parameter, $0, 0, Self.transient) }
            }
            return sqlite3_bind_text64(
                self.handle,
                parameter,
                address,
                UInt64(characters.count),
                Self.transient,
                UInt8(SQLITE_UTF8)
            )
        }
        self.bound(result)
    }

    private func nextParameter() -> Int32 {
        self.parameter += 1
        return self.parameter
    }

    private func bound(_ result: Int32) {
        if result != SQLITE_OK, self.bindResult == SQLITE_OK { self.bindResult = result }
    }

    // MARK: Reading

    func int64() -> Int64 {
        sqlite3_column_int64(self.handle, self.nextColumn())
    }

    func int() -> Int { Int(self.int64()) }

    func bool() -> Bool { self.int64() != 0 }

    func instant() -> Instant { Instant(milliseconds: self.int64()) }

    func optionalInt64() -> Int64? { self.skipNull() ? nil : self.int64() }

    func optionalInt() -> Int? { self.optionalInt64().map(Int.init) }

    func optionalInstant() -> Instant? { self.optionalInt64().map(Instant.init(milliseconds:)) }

    func text() -> String {
        self.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    func optionalText() -> String? { self.skipNull() ? nil : self.text() }

    func bytes() -> [UInt8] {
        self.withBytes { Array($0) }
    }

    func optionalBytes() -> [UInt8]? { self.skipNull() ? nil : self.bytes() }

    func json() -> RawJSON { RawJSON(unchecked: self.bytes()) }

    func optionalJSON() -> RawJSON? { self.skipNull() ? nil : self.json() }

    /// Passes over a column.
    func skip() { self.column += 1 }

    private func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        let column = self.nextColumn()
        // The address first: it is asked for in the form the value is stored in, so that nothing is converted.
        let address = sqlite3_column_blob(self.handle, column)
        let count = Int(sqlite3_column_bytes(self.handle, column))
        return body(UnsafeRawBufferPointer(start: address, count: address == nil ? 0 : count))
    }

    private func skipNull() -> Bool {
        guard sqlite3_column_type(self.handle, self.column) == SQLITE_NULL else { return false }
        self.column += 1
        return true
    }

    private func nextColumn() -> Int32 {
        defer { self.column += 1 }
        return self.column
    }
}
