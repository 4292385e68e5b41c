// SPDX-License-Identifier: Apache-2.0

/// A type that can be read from JSON.
public protocol JSONReadable {
    /// Reads one value, and not a byte more.
    ///
    /// - Throws: An error whose path is relative to this value.
    init(from reader: inout JSONReader) throws(JSONError)
}

/// A type that can be written as JSON.
public protocol JSONWritable {
    /// Writes exactly one value.
    func write(to writer: inout JSONWriter)
}

public typealias JSONCodable = JSONReadable & JSONWritable

extension JSONReadable {
    /// Reads the one value of a JSON text.
    ///
    /// - Parameters:
    ///   - bytes: The text, UTF-8, without byte order mark.
    ///   - limits: How deep and how large it may be.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONError) {
        self = try JSONReader.read(bytes, limits: limits) { reader throws(JSONError) in try Self(from: &reader) }
    }

    /// Reads the one value of a JSON text.
    ///
    /// - Parameters:
    ///   - bytes: The text, UTF-8, without byte order mark.
    ///   - limits: How deep and how large it may be.
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = .standard) throws(JSONError) {
        self = try JSONReader.read(bytes, limits: limits) { reader throws(JSONError) in try Self(from: &reader) }
    }

    /// Reads the one value of a JSON text.
    public init(parsing text: String, limits: JSONLimits = .standard) throws(JSONError) {
        try self.init(parsing: text.utf8, limits: limits)
    }
}

extension JSONWritable {
    /// The value as compact JSON text, UTF-8.
    public func jsonBytes() -> [UInt8] {
        var writer = JSONWriter()
        self.write(to: &writer)
        return writer.bytes
    }

    /// The value as compact JSON text.
    public var jsonText: String {
        var writer = JSONWriter()
        self.write(to: &writer)
        return writer.text
    }
}
