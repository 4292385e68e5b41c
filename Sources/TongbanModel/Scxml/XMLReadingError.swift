// SPDX-License-Identifier: Apache-2.0

/// Why an XML text was refused, and where.
public struct XMLReadingError: Error, Sendable, Hashable, CustomStringConvertible {
    public var reason: String

    /// From 1.
    public var line: Int

    /// In Unicode scalars, from 1.
    public var column: Int

    public var description: String { "line \(self.line), column \(self.column): \(self.reason)" }
}
