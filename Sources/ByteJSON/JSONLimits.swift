// SPDX-License-Identifier: Apache-2.0

/// How deep and how large a JSON text may be before it is refused.
public struct JSONLimits: Sendable, Hashable {
    /// How many arrays and objects may be open inside one another, at most ``greatestDepth``.
    public let depth: Int

    /// How many bytes the whole text may have, white space included.
    public let size: Int

    /// No limit may allow more nesting than this, so that reading never runs out of stack.
    public static let greatestDepth = 512

    /// 64 levels, 16 MiB.
    public static let standard = JSONLimits()

    /// - Parameters:
    ///   - depth: Levels of nesting; more than ``greatestDepth`` counts as that.
    ///   - size: Bytes.
    public init(depth: Int = 64, size: Int = 16 << 20) {
        self.depth = min(max(depth, 0), Self.greatestDepth)
        self.size = max(size, 0)
    }
}
