// SPDX-License-Identifier: Apache-2.0

/// Writes compact JSON (RFC 8259) into memory of its own: no white space, UTF-8 as it is, and only what must be escaped
/// escaped.
///
/// Commas and colons come by themselves; that arrays and objects are closed, and that every value in an object follows
/// a name, is the caller's business.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.member("id", 7)
/// writer.member("reason", ifPresent: nil as String?)
/// writer.endObject()
/// send(writer.bytes)
/// writer.removeAll()
/// ```
public struct JSONWriter: ~Copyable {
    @usableFromInline var base: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    @usableFromInline var length = 0
    @usableFromInline var needsComma = false

    /// - Parameter capacity: For how many bytes memory is set aside from the start; it grows as needed.
    public init(capacity: Int = 512) {
        self.capacity = max(capacity, 32)
        self.base = .allocate(capacity: self.capacity)
    }

    deinit {
        self.base.deallocate()
    }
}

// MARK: What was written

extension JSONWriter {
    /// How many bytes have been written.
    public var count: Int { self.length }

    /// What has been written, copied.
    public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: self.base, count: self.length)) }

    /// What has been written, as a string.
    public var text: String {
        String(decoding: UnsafeBufferPointer(start: self.base, count: self.length), as: UTF8.self)
    }

    /// Lends what has been written, without copying it.
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: self.base, count: self.length))
    }

    /// Forgets what has been written; the memory stays for the next text.
    public mutating func removeAll() {
        self.length = 0
        self.needsComma = false
    }

    /// Makes sure that so many bytes more can be written without further memory.
    public mutating func reserve(_ count: Int) {
        self.ensure(count)
    }

    /// Writes bytes as they are, outside of any value: the end mark between messages, for instance.
    ///
    /// A value that follows is not separated by a comma.
    public mutating func appendUnframed(_ byte: UInt8) {
        self.ensure(1)
        self.put(byte)
        self.needsComma = false
    }
}

// MARK: Bytes

extension JSONWriter {
    @inlinable @inline(__always)
    mutating func ensure(_ count: Int) {
        if self.length &+ count > self.capacity { self.grow(by: count) }
    }

    @usableFromInline
    mutating func grow(by count: Int) {
        self.capacity = max(self.capacity * 2, self.length + count)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
        larger.update(from: self.base, count: self.length)
        self.base.deallocate()
        self.base = larger
    }

    /// Writes a byte for which there is room.
    @inlinable @inline(__always)
    mutating func put(_ byte: UInt8) {
        self.base[self.length] = byte
        self.length &+= 1
    }

    /// Makes room for a value of so many bytes, and writes the comma that separates it from the one before.
    @inlinable @inline(__always)
    mutating func beginValue(_ count: Int) {
        self.ensure(count &+ 1)
        if self.needsComma { self.put(UInt8(ascii: ",")) }
        self.needsComma = true
    }

    /// Writes bytes for which there is room.
    @inlinable @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        (self.base + self.length).update(from: bytes, count: count)
        self.length &+= count
    }
}

// MARK: Containers

extension JSONWriter {
    @inlinable
    public mutating func beginObject() {
        self.beginValue(1)
        self.put(UInt8(ascii: "{"))
        self.needsComma = false
    }

    @inlinable
    public mutating func endObject() {
        self.ensure(1)
        self.put(UInt8(ascii: "}"))
        self.needsComma = true
    }

    @inlinable
    public mutating func beginArray() {
        self.beginValue(1)
        self.put(UInt8(ascii: "["))
        self.needsComma = false
    }

    @inlinable
    public mutating func endArray() {
        self.ensure(1)
        self.put(UInt8(ascii: "]"))
        self.needsComma = true
    }

    /// Writes the name of a member, which must need no escapes.
    @inlinable
    public mutating func name(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        self.beginValue(count &+ 3)
        self.put(UInt8(ascii: "\""))
        self.put(name.utf8Start, count)
        self.put(UInt8(ascii: "\""))
        self.put(UInt8(ascii: ":"))
        self.needsComma = false
    }

    /// Writes the name of a member, whatever is in it.
    public mutating func name(dynamic name: String) {
        self.write(name)
        self.ensure(1)
        self.put(UInt8(ascii: ":"))
        self.needsComma = false
    }

    /// Writes a member whose name needs no escapes.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: some JSONWritable) {
        self.name(name)
        value.write(to: &self)
    }

    /// Writes a member whose name needs no escapes, or nothing when there is no value.
    @inlinable
    public mutating func member<Value: JSONWritable>(_ name: StaticString, ifPresent value: Value?) {
        if let value {
            self.name(name)
            value.write(to: &self)
        }
    }
}
