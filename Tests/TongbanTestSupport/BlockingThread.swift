// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A thread of its own for what blocks, so that it takes none from the concurrency runtime.
enum BlockingThread {
    private final class Work {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }

    /// Runs the body on a new thread, which ends with it.
    static func run(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let result = pthread_create(
            &thread,
            nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
                return nil
            },
            work.toOpaque()
        )
        precondition(result == 0, "no thread can be made")
        pthread_detach(thread)
    }
}
