// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON text (RFC 8259, strictly) from bytes, value by value, in the order in which they stand.
///
/// A reader is only ever lent, by ``read(_:limits:_:)-(UnsafeRawBufferPointer,_,_)``, for as long as the bytes are sure
/// to be there; being non-copyable it cannot be kept beyond that.
///
/// ```swift
/// let (id, tags) = try JSONReader.read(bytes) { reader throws(JSONError) in
///     var id: Int64?
///     var tags: [String]?
///     try reader.beginObject()
///     while try reader.nextMember() {
///         if reader.isMember("id") {
///             try reader.readMember(into: &id)
///         } else if reader.isMember("tags") {
///             try reader.readNullableMember(into: &tags)
///         } else {
///             try reader.skipValue()
///         }
///     }
///     return (try reader.required(id, "id"), tags ?? [])
/// }
/// ```
///
/// After an error the reader stands somewhere inside the text and is of no more use.
public struct JSONReader: ~Copyable {
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let end: Int
    @usableFromInline var position = 0
    @usableFromInline var depth = 0
    @usableFromInline let depthLimit: Int

    /// Whether nothing was read yet of the innermost open array or object. One flag does for all levels: whoever comes
    /// back to an outer level has read an element of it.
    @usableFromInline var isFirst = false

    /// Where the name of the current member stands, without its quotes; `nameStart` is negative when the name had
    /// escapes and stands in `unescapedName`.
    @usableFromInline var nameStart = 0
    @usableFromInline var nameCount = 0
    @usableFromInline var unescapedName: [UInt8] = []

    /// Room for a string whose escapes are being replaced, kept from one to the next.
    @usableFromInline var scratch: [UInt8] = []

    /// What ``readUnknownMember()`` does.
    public var unknownMembers = JSONUnknownMembers.ignored

    @inlinable
    init(base: UnsafePointer<UInt8>, count: Int, limits: JSONLimits) {
        self.base = base
        self.end = count
        self.depthLimit = limits.depth
    }
}

// MARK: Lending

extension JSONReader {
    /// Lends a reader over bytes, and makes sure that nothing but white space follows what was read.
    ///
    /// - Throws: What `body` throws, or that the text is too large, or that something follows the value.
    public static func read<Value>(
        _ bytes: UnsafeRawBufferPointer,
        limits: JSONLimits = .standard,
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        guard bytes.count <= limits.size else { throw JSONError(.tooLarge(limit: limits.size), offset: limits.size) }
        guard let start = bytes.baseAddress, !bytes.isEmpty else { throw JSONError(.unexpectedEnd, offset: 0) }
        var reader = JSONReader(
            base: start.assumingMemoryBound(to: UInt8.self),
            count: bytes.count,
            limits: limits
        )
        let value = try body(&reader)
        try reader.finish()
        return value
    }

    /// Lends a reader over bytes, and makes sure that nothing but white space follows what was read.
    ///
    /// - Throws: What `body` throws, or that the text is too large, or that something follows the value.
    public static func read<Value>(
        _ bytes: [UInt8],
        limits: JSONLimits = .standard,
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
            try self.read(UnsafeRawBufferPointer(buffer), limits: limits, body)
        }
    }

    /// Lends a reader over bytes, and makes sure that nothing but white space follows what was read.
    ///
    /// - Throws: What `body` throws, or that the text is too large, or that something follows the value.
    public static func read<Value>(
        _ bytes: some Collection<UInt8>,
        limits: JSONLimits = .standard,
        _ body: (inout JSONReader) throws(JSONError) -> Value
    ) throws(JSONError) -> Value {
        let result = bytes.withContiguousStorageIfAvailable { buffer in
            Result { () throws(JSONError) in try self.read(UnsafeRawBufferPointer(buffer), limits: limits, body) }
        }
        if let result {
            return try result.get()
        }
        return try self.read(Array(bytes), limits: limits, body)
    }

    /// Makes sure that only white space is left.
    ///
    /// Who reads by ``read(_:limits:_:)-(UnsafeRawBufferPointer,_,_)`` need not call it.
    public mutating func finish() throws(JSONError) {
        self.skipWhiteSpace()
        guard self.position == self.end else { throw JSONError(.trailingBytes, offset: self.position) }
    }
}

// MARK: Bytes

extension JSONReader {
    @inlinable @inline(__always)
    mutating func skipWhiteSpace() {
        while self.position < self.end {
            let byte = self.base[self.position]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            self.position &+= 1
        }
    }

    /// The first byte that is not white space, not consumed.
    @inlinable @inline(__always)
    mutating func peek() throws(JSONError) -> UInt8 {
        self.skipWhiteSpace()
        guard self.position < self.end else { throw JSONError(.unexpectedEnd, offset: self.position) }
        return self.base[self.position]
    }

    /// Where the reader stands, in bytes from the start of the text.
    public var offset: Int { self.position }

    @usableFromInline
    func unexpected() -> JSONError {
        self.position < self.end
            ? JSONError(.unexpectedByte(self.base[self.position]), offset: self.position)
            : JSONError(.unexpectedEnd, offset: self.position)
    }

    /// The error for a value at hand that is not of the kind wanted; for bytes that start no value, that.
    @usableFromInline
    func mismatch(_ expected: JSONKind) -> JSONError {
        guard self.position < self.end, let found = Self.kind(startingWith: self.base[self.position]) else {
            return self.unexpected()
        }
        return JSONError(.wrongType(expected: expected, found: found), offset: self.position)
    }

    @usableFromInline
    static func kind(startingWith byte: UInt8) -> JSONKind? {
        switch byte {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
        default: nil
        }
    }

    /// The kind of the next value, which stays unread.
    public mutating func nextKind() throws(JSONError) -> JSONKind {
        guard let kind = Self.kind(startingWith: try self.peek()) else { throw self.unexpected() }
        return kind
    }
}
