// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The replies of a method whose types were generated; see ``VarlinkReplies``.
public struct VarlinkOutputs<Method: VarlinkMethod>: AsyncSequence, Sendable {
    public typealias Element = Method.Output

    let base: VarlinkReplies
    let limits: JSONLimits

    public struct AsyncIterator: AsyncIteratorProtocol {
        let base: VarlinkReplies.AsyncIterator
        let limits: JSONLimits

        @concurrent public func next() async throws -> Method.Output? {
            guard let reply = try await self.base.next() else { return nil }
            return try VarlinkConnection.output(of: Method.self, in: reply, limits: self.limits)
        }
    }

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(base: self.base.makeAsyncIterator(), limits: self.limits)
    }
}
