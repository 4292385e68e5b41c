// SPDX-License-Identifier: Apache-2.0

/// Why an expression or a script was refused, and where.
public struct FlowExpressionError: Error, Sendable, Hashable, CustomStringConvertible {
    public var reason: String

    /// In Unicode scalars, from 1.
    public var position: Int
    public var text: String

    public var description: String { "\(self.reason) at position \(self.position) of \"\(self.text)\"" }
}
