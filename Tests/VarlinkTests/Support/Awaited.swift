// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Values that come from anywhere, to be awaited in order by one test.
final class Awaited<Value: Sendable>: Sendable {
    private let stream: AsyncStream<Value>
    private let added = Atomic(0)
    private let continuation: AsyncStream<Value>.Continuation

    init() {
        (self.stream, self.continuation) = AsyncStream.makeStream()
    }

    /// How many have come so far, awaited or not.
    var count: Int { self.added.load(ordering: .relaxed) }

    func add(_ value: Value) {
        self.added.wrappingAdd(1, ordering: .relaxed)
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
