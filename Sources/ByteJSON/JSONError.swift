// SPDX-License-Identifier: Apache-2.0

/// Why a JSON text was refused, and where.
public struct JSONError: Error, Sendable, Hashable {
    public enum Code: Sendable, Hashable {
        /// The text ended inside a value.
        case unexpectedEnd

        /// This byte may not stand here.
        case unexpectedByte(UInt8)

        /// Something other than white space follows the value.
        case trailingBytes

        /// A string is not well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
        case invalidUTF8

        /// A backslash is not followed by one of `"\/bfnrt` or `u` and four hexadecimal digits.
        case invalidEscape

        /// A `\u` escape is one half of a surrogate pair without the other.
        case loneSurrogate

        /// A control character stands in a string unescaped.
        case controlCharacter

        /// A number is not written as RFC 8259 wants it.
        case invalidNumber

        /// A number does not fit the type it is read as.
        case numberOutOfRange

        /// More arrays and objects are open than the limit allows.
        case tooDeep(limit: Int)

        /// The text has more bytes than the limit allows.
        case tooLarge(limit: Int)

        /// A value of another kind was expected.
        case wrongType(expected: JSONKind, found: JSONKind)

        /// An object has the same member twice.
        case duplicateMember

        /// An object lacks a member that must be there.
        case missingMember

        /// An object has a member that nobody defined.
        case unknownMember

        /// A string is none of the values allowed.
        case unknownValue(String)
    }

    public var code: Code

    /// Where in the text, in bytes from its start.
    public var offset: Int

    /// Which value, seen from the outermost: `tasks[2].payload`; empty for the outermost itself.
    public var path: String

    public init(_ code: Code, offset: Int, path: String = "") {
        self.code = code
        self.offset = offset
        self.path = path
    }

    /// A member that must be there is not.
    ///
    /// - Parameter name: The name of the member, which becomes the ``path``.
    public static func missing(_ name: String, offset: Int) -> JSONError {
        JSONError(.missingMember, offset: offset, path: name)
    }

    /// The error, told from the object whose member `name` was being read.
    public func inMember(_ name: String) -> JSONError {
        var error = self
        error.path = self.path.isEmpty || self.path.utf8.first == 0x5B ? name + self.path : name + "." + self.path
        return error
    }

    /// The error, told from the array whose element `index` was being read.
    public func inElement(_ index: Int) -> JSONError {
        var error = self
        let separator = self.path.isEmpty || self.path.utf8.first == 0x5B ? "" : "."
        error.path = "[\(index)]" + separator + self.path
        return error
    }

    /// Whether the text is well-formed JSON as far as it was read, but says something other than what was asked for.
    ///
    /// A service answers such an error by naming the ``path``; after any other error it cannot trust the rest of what
    /// it was sent.
    public var isAboutContent: Bool {
        switch self.code {
        case .wrongType, .duplicateMember, .missingMember, .unknownMember, .unknownValue, .numberOutOfRange: true
        default: false
        }
    }
}

extension JSONError: CustomStringConvertible {
    public var description: String {
        let place = self.path.isEmpty ? "at byte \(self.offset)" : "in \(self.path), at byte \(self.offset)"
        return "\(self.reason) (\(place))"
    }

    private var reason: String {
        switch self.code {
        case .unexpectedEnd: "the text ends inside a value"
        case .unexpectedByte(let byte):
            if byte > 0x20, byte < 0x7F {
                "unexpected character '\(Character(Unicode.Scalar(byte)))'"
            } else {
                "unexpected byte 0x\(String(byte, radix: 16, uppercase: true))"
            }
        case .trailingBytes: "something follows the value"
        case .invalidUTF8: "a string is not well-formed UTF-8"
        case .invalidEscape: "an escape in a string is not one of JSON's"
        case .loneSurrogate: "a \\u escape is half of a surrogate pair"
        case .controlCharacter: "a control character in a string is not escaped"
        case .invalidNumber: "a number is not written as JSON wants it"
        case .numberOutOfRange: "a number is out of range"
        case .tooDeep(let limit): "more than \(limit) arrays and objects are nested"
        case .tooLarge(let limit): "the text has more than \(limit) bytes"
        case .wrongType(let expected, let found): "expected \(expected.rawValue), found \(found.rawValue)"
        case .duplicateMember: "the member is there twice"
        case .missingMember: "the member is missing"
        case .unknownMember: "no such member is defined"
        case .unknownValue(let value): "\"\(value)\" is none of the values allowed"
        }
    }
}
