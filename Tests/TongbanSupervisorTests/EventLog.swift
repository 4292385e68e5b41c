// SPDX-License-Identifier: Apache-2.0

@testable import TongbanSupervisor

/// The events of a supervisor, for tests that wait for one of them.
actor EventLog {
    private(set) var kinds: [SupervisorEvent.Kind] = []
    private var waiters:
        [(matches: @Sendable (SupervisorEvent.Kind) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

    func append(_ event: SupervisorEvent) {
        self.kinds.append(event.kind)
        self.waiters.removeAll { waiter in
            guard waiter.matches(event.kind) else { return false }
            waiter.continuation.resume()
            return true
        }
    }

    /// Returns when an event that matches has come, be it before this call.
    func wait(for matches: @escaping @Sendable (SupervisorEvent.Kind) -> Bool) async {
        if self.kinds.contains(where: matches) { return }
        await withCheckedContinuation { self.waiters.append((matches, $0)) }
    }

    var messages: [LogMessage] {
        self.kinds.compactMap { kind in
            if case .log(let message) = kind { return message }
            return nil
        }
    }

    var failures: [FailureReport] {
        self.kinds.compactMap { kind in
            if case .failed(let report) = kind { return report }
            return nil
        }
    }

    /// What the first message that begins with `prefix` says after it; waits for it.
    func text(after prefix: String) async -> String {
        await self.wait { kind in
            if case .log(let message) = kind { return message.text.hasPrefix(prefix) }
            return false
        }
        let message = self.messages.first { $0.text.hasPrefix(prefix) }
        return String(message?.text.dropFirst(prefix.count) ?? "")
    }
}
