// SPDX-License-Identifier: Apache-2.0

extension Bool: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readBool() }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Int: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offset
        guard let value = Int(exactly: try reader.readInt64()) else {
            throw JSONError(.numberOutOfRange, offset: offset)
        }
        self = value
    }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(Int64(self)) }
}

extension Int64: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readInt64() }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension UInt64: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readUInt64() }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Double: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readDouble() }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension String: JSONReadable, JSONWritable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) { self = try reader.readString() }

    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self) }
}

extension Optional: JSONReadable where Wrapped: JSONReadable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readNullIfPresent() ? nil : try Wrapped(from: &reader)
    }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        if let value = self {
            value.write(to: &writer)
        } else {
            writer.writeNull()
        }
    }
}

extension Array: JSONReadable where Element: JSONReadable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        try reader.beginArray()
        while try reader.nextElement() {
            do throws(JSONError) {
                self.append(try Element(from: &reader))
            } catch {
                throw error.inElement(self.count)
            }
        }
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.beginArray()
        for element in self {
            element.write(to: &writer)
        }
        writer.endArray()
    }
}

extension Dictionary: JSONReadable where Key == String, Value: JSONReadable {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        try reader.beginObject()
        while try reader.nextMember() {
            let name = reader.memberName
            guard self[name] == nil else { throw reader.duplicateMember() }
            do throws(JSONError) {
                self[name] = .some(try Value(from: &reader))
            } catch {
                throw error.inMember(name)
            }
        }
    }
}

/// Members are written in the order of their names, so that equal dictionaries are written alike.
extension Dictionary: JSONWritable where Key == String, Value: JSONWritable {
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, value) in self.sorted(by: { $0.key < $1.key }) {
            writer.name(dynamic: name)
            value.write(to: &writer)
        }
        writer.endObject()
    }
}

/// A set of strings is an object with a member for each, whose value is an empty object: its form in Varlink (UAPI.20).
extension Set: JSONReadable where Element == String {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        try reader.beginObject()
        while try reader.nextMember() {
            let name = reader.memberName
            guard self.insert(name).inserted else { throw reader.duplicateMember() }
            do throws(JSONError) {
                try reader.beginObject()
                if try reader.nextMember() { throw reader.unknownMember() }
            } catch {
                throw error.inMember(name)
            }
        }
    }
}

/// Members are written in their order, so that equal sets are written alike.
extension Set: JSONWritable where Element == String {
    public func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for name in self.sorted() {
            writer.name(dynamic: name)
            writer.beginObject()
            writer.endObject()
        }
        writer.endObject()
    }
}

/// An enumeration of strings is read and written as its raw value.
extension RawRepresentable where Self: JSONReadable, RawValue == String {
    @inlinable
    public init(from reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offset
        let value = try reader.readString()
        guard let known = Self(rawValue: value) else { throw JSONError(.unknownValue(value), offset: offset) }
        self = known
    }
}

extension RawRepresentable where Self: JSONWritable, RawValue == String {
    @inlinable
    public func write(to writer: inout JSONWriter) { writer.write(self.rawValue) }
}
