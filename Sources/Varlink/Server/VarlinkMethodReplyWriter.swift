// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Writes the replies of a method whose types were generated; see ``VarlinkReplyWriter``.
public struct VarlinkMethodReplyWriter<Method: VarlinkMethod>: Sendable {
    /// The same, without the type of the output.
    public let untyped: VarlinkReplyWriter

    public init(_ untyped: VarlinkReplyWriter) {
        self.untyped = untyped
    }

    /// Sends one reply that continues, and waits until the peer has read enough for another.
    public func write(_ output: Method.Output) async throws {
        try await self.untyped.write(RawJSON(encoding: output))
    }
}
