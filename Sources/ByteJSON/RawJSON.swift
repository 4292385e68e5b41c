// SPDX-License-Identifier: Apache-2.0

/// One well-formed JSON value, kept byte for byte as it was written.
///
/// What is only passed on is neither taken apart nor changed. Equality is that of the bytes; to compare contents, parse
/// both and compare the ``JSON`` values.
public struct RawJSON: Sendable, Hashable {
    /// The text of the value, UTF-8.
    public let bytes: [UInt8]

    /// `{}`
    public static let emptyObject = RawJSON(unchecked: [0x7B, 0x7D])

    /// Keeps a text after making sure that it is one well-formed value; white space around it is dropped.
    ///
    /// - Throws: What is wrong with the text. That an object has a member twice is not noticed before it is parsed.
    public init(validating bytes: some Collection<UInt8>, limits: JSONLimits = .standard) throws(JSONError) {
        self = try JSONReader.read(bytes, limits: limits) { reader throws(JSONError) in try reader.readRaw() }
    }

    /// Keeps a text that is known to be one well-formed value without white space around it.
    public init(unchecked bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Writes a value down.
    public init(_ json: JSON) {
        self.bytes = json.jsonBytes()
    }

    /// Writes a value down.
    public init(encoding value: some JSONWritable) {
        self.bytes = value.jsonBytes()
    }

    /// The text of the value.
    public var text: String { String(decoding: self.bytes, as: UTF8.self) }

    /// The value in memory.
    ///
    /// - Throws: ``JSONError/Code/duplicateMember``, or whatever is wrong with bytes that were kept unchecked.
    public func parsed(limits: JSONLimits = .standard) throws(JSONError) -> JSON {
        try JSON(parsing: self.bytes, limits: limits)
    }

    /// The value as a type that can be read from JSON.
    public func decoded<Value: JSONReadable>(
        as type: Value.Type = Value.self,
        limits: JSONLimits = .standard
    ) throws(JSONError) -> Value {
        try Value(parsing: self.bytes, limits: limits)
    }
}

extension RawJSON: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readRaw()
    }

    public func write(to writer: inout JSONWriter) {
        writer.write(self)
    }
}

extension RawJSON: CustomStringConvertible {
    public var description: String { self.text }
}
