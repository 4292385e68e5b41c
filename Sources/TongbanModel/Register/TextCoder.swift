// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Turns texts into one encoding and back.
public final class TextCoder {
    public let encoding: TextEncoding
    private var reading: iconv_t?
    private var writing: iconv_t?

    /// - Throws: ``Unavailable`` when the C library of the system does not know the encoding.
    public init(_ encoding: TextEncoding) throws(Unavailable) {
        self.encoding = encoding
        guard encoding != .utf8 else { return }
        self.reading = try Self.open(to: "UTF-8", from: encoding.rawValue)
        self.writing = try Self.open(to: encoding.rawValue, from: "UTF-8")
    }

    /// The system's C library does not know an encoding.
    public struct Unavailable: Error, Sendable {
        public var encoding: TextEncoding
    }

    private static func open(to: String, from: String) throws(Unavailable) -> iconv_t {
        let descriptor = iconv_open(to, from)
        guard let descriptor, Int(bitPattern: descriptor) != -1 else { throw Unavailable(encoding: .gb18030) }
        return descriptor
    }

    deinit {
        if let reading { iconv_close(reading) }
        if let writing { iconv_close(writing) }
    }

    /// The text of some bytes, `nil` when they are none in the encoding.
    public func text(of bytes: [UInt8]) -> String? {
        guard let reading, bytes.contains(where: { $0 >= 0x80 }) else {
            return String(validating: bytes, as: UTF8.self)
        }
        return Self.converted(bytes, by: reading).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The bytes of a text, `nil` when the encoding lacks one of its characters.
    public func bytes(of text: String) -> [UInt8]? {
        let bytes = Array(text.utf8)
        guard let writing else { return bytes }
        return Self.converted(bytes, by: writing)
    }

    private static func converted(_ bytes: [UInt8], by descriptor: iconv_t) -> [UInt8]? {
        guard !bytes.isEmpty else { return [] }
        // A character has at most 4 bytes in either encoding, and at least 1.
        let room = bytes.count * 4
        var input = bytes.map { CChar(bitPattern: $0) }
        var failed = false
        let output = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                buffer.withMemoryRebound(to: CChar.self) { target in
                    var from = source.baseAddress
                    var left = source.count
                    var to = target.baseAddress
                    var free = room
                    iconv(descriptor, nil, nil, nil, nil)
                    // What cannot be converted, or is cut off, is left over.
                    _ = iconv(descriptor, &from, &left, &to, &free)
                    failed = left > 0
                    count = room - free
                }
            }
        }
        return failed ? nil : output
    }
}
