// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// Reads a value of a type that knows how.
    @inlinable
    public mutating func read<Value: JSONReadable>(_ type: Value.Type = Value.self) throws(JSONError) -> Value {
        try Value(from: &self)
    }

    /// Reads the value of the current member, which must not be `null`.
    ///
    /// - Throws: ``JSONError/Code/duplicateMember`` when there is a value already; every error names the member.
    @inlinable
    public mutating func readMember<Value: JSONReadable>(into value: inout Value?) throws(JSONError) {
        let start = self.nameStart
        let count = self.nameCount
        let unescaped = start < 0 ? self.unescapedName : []
        guard value == nil else { throw self.duplicateMember() }
        do throws(JSONError) {
            value = try Value(from: &self)
        } catch {
            throw error.inMember(self.name(start: start, count: count, unescaped: unescaped))
        }
    }

    /// Reads the value of the current member; `null` counts as absent.
    ///
    /// - Throws: ``JSONError/Code/duplicateMember`` when there is a value already; every error names the member.
    @inlinable
    public mutating func readNullableMember<Value: JSONReadable>(into value: inout Value?) throws(JSONError) {
        if try self.readNullIfPresent() { return }
        try self.readMember(into: &value)
    }

    /// The value of a member that must have been there.
    ///
    /// - Throws: ``JSONError/Code/missingMember`` with the name as its path.
    @inlinable
    public func required<Value>(_ value: consuming Value?, _ name: StaticString) throws(JSONError) -> Value {
        guard let value else { throw self.missing(name) }
        return value
    }

    /// Deals with a member that nobody defined, as ``unknownMembers`` says: goes past its value, or refuses it.
    public mutating func readUnknownMember() throws(JSONError) {
        switch self.unknownMembers {
        case .ignored: try self.skipValue()
        case .refused: throw self.unknownMember()
        }
    }

    /// The error for a member that nobody defined, to be thrown by whoever refuses such.
    public func unknownMember() -> JSONError {
        JSONError(.unknownMember, offset: self.position, path: self.memberName)
    }

    @usableFromInline
    func duplicateMember() -> JSONError {
        JSONError(.duplicateMember, offset: self.position, path: self.memberName)
    }

    @usableFromInline
    func missing(_ name: StaticString) -> JSONError {
        .missing(name.description, offset: self.position)
    }

    @usableFromInline
    func name(start: Int, count: Int, unescaped: [UInt8]) -> String {
        start < 0
            ? String(decoding: unescaped, as: UTF8.self)
            : String(decoding: UnsafeBufferPointer(start: self.base + start, count: count), as: UTF8.self)
    }
}
