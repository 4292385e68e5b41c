// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Work that an event loop hands over to be done as child tasks of whoever runs this.
final class ConnectionTasks: Sendable {
    typealias Job = @Sendable () async -> Void

    private let jobs: AsyncStream<Job>
    private let continuation: AsyncStream<Job>.Continuation
    private let isCancelled = Atomic(false)

    init() {
        (self.jobs, self.continuation) = AsyncStream.makeStream()
    }

    func add(_ job: @escaping Job) {
        self.continuation.yield(job)
    }

    /// No more jobs; those given are done.
    func finish() {
        self.continuation.finish()
    }

    /// No more jobs; those not begun are not, those begun are cancelled.
    func cancel() {
        self.isCancelled.store(true, ordering: .relaxed)
        self.continuation.finish()
    }

    /// Does the jobs, at the same time, until there are no more, or the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await job in self.jobs {
                guard !self.isCancelled.load(ordering: .relaxed) else { break }
                group.addTask { await job() }
            }
            if self.isCancelled.load(ordering: .relaxed) { group.cancelAll() }
        }
    }
}
