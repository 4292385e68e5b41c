// SPDX-License-Identifier: Apache-2.0

/// Why a text is no interface definition, and where.
public struct IDLParseError: Error, Sendable, Hashable {
    /// Counted from 1.
    public var line: Int

    /// Counted from 1, in bytes of UTF-8.
    public var column: Int

    /// What could have stood there.
    public var expected: String

    /// What stands there, as it is written.
    public var found: String

    public init(line: Int, column: Int, expected: String, found: String) {
        self.line = line
        self.column = column
        self.expected = expected
        self.found = found
    }
}

extension IDLParseError: CustomStringConvertible {
    public var description: String {
        "line \(self.line), column \(self.column): expected \(self.expected), found \(self.found)"
    }
}
