// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Values that come from anywhere, to be awaited in order by one test.
final class Awaited<Value: Sendable>: Sendable {
    private let stream: AsyncStream<Value>
    private let continuation: AsyncStream<Value>.Continuation

    init() {
        (self.stream, self.continuation) = AsyncStream.makeStream()
    }

    func add(_ value: Value) {
        self.continuation.yield(value)
    }

    func next() async -> Value? {
        for await value in self.stream { return value }
        return nil
    }
}

extension Awaited where Value: Equatable {
    /// Waits until this value comes, dropping those before it.
    func wait(for value: Value) async {
        while let next = await self.next(), next != value {}
    }
}
