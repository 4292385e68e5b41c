// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What a daemon has acknowledged to the clients of a load.
final class LoadLedger: Sendable {
    struct Facts: Sendable {
        /// The id of every task that was accepted, by its key.
        var submitted: [String: String] = [:]
        /// The ids of the tasks whose completion was accepted.
        var completed: Set<String> = []
    }

    static let queue = "load"

    private let state = Mutex(Facts())
    /// One element for each acknowledged call; for one reader at a time.
    let acknowledgements: AsyncStream<Void>
    private let acknowledged: AsyncStream<Void>.Continuation

    init() {
        (self.acknowledgements, self.acknowledged) = AsyncStream.makeStream()
    }

    var facts: Facts { self.state.withLock { $0 } }

    func submitted(_ ids: [(key: String, id: String)]) {
        self.state.withLock { facts in
            for (key, id) in ids { facts.submitted[key] = id }
        }
        self.acknowledged.yield(())
    }

    func completed(_ ids: [String]) {
        self.state.withLock { $0.completed.formUnion(ids) }
        self.acknowledged.yield(())
    }
}
