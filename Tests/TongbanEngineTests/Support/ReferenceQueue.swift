// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

/// What a queue promises, written down as simply as can be: the model that the engine is compared with.
struct ReferenceQueue {
    struct Task: Hashable {
        var number: Int64
        var kind: String
        var priority: Int
        var key: String?
        var state: TaskState
        var attempt = 1
        var claims: Int64 = 0
        var notBefore: Instant?
        var expires: Instant?
        var lease: Int64 = 0
        var claimant: String?
        var completions = 0
    }

    static let policy = RetryPolicy(
        maxAttempts: 3,
        firstMilliseconds: 2_000,
        growthPercent: 200,
        longestMilliseconds: 3_000,
        leaseMilliseconds: 8_000
    )
    static let concurrency = 6

    var tasks: [Int64: Task] = [:]
    var isPaused = false
    private var next: Int64 = 1

    private func numbers(_ state: TaskState) -> [Int64] {
        self.tasks.values.filter { $0.state == state }.map(\.number).sorted()
    }

    func count(_ state: TaskState) -> Int { self.tasks.values.count { $0.state == state } }

    /// - Returns: the number, or nothing for a key that belongs to other content.
    mutating func submit(kind: String, priority: Int, key: String?, notBefore: Instant?, at now: Instant) -> Int64? {
        if let key, let known = self.tasks.values.first(where: { $0.key == key }) {
            return known.kind == kind && known.priority == priority ? known.number : nil
        }
        let number = self.next
        self.next += 1
        let waits = notBefore.map { $0 > now } ?? false
        self.tasks[number] = Task(
            number: number,
            kind: kind,
            priority: priority,
            key: key,
            state: waits ? .scheduled : .ready,
            notBefore: notBefore
        )
        return number
    }

    mutating func claim(limit: Int, kinds: [String]?, claimant: String, at now: Instant) -> [Int64] {
        guard !self.isPaused else { return [] }
        let room = max(0, min(limit, Self.concurrency - self.count(.leased)))
        let ready = self.tasks.values.filter { task in
            task.state == .ready && kinds.map { $0.contains(task.kind) } ?? true
        }
        let first = ready.sorted { ($1.priority, $0.number) < ($0.priority, $1.number) }.prefix(room).map(\.number)
        for number in first {
            self.tasks[number]?.state = .leased
            self.tasks[number]?.claims += 1
            self.tasks[number]?.claimant = claimant
            self.tasks[number]?.lease = Self.policy.leaseMilliseconds
            self.tasks[number]?.expires = now.adding(milliseconds: Self.policy.leaseMilliseconds)
        }
        return first
    }

    /// Whether a lease is held.
    func holds(_ number: Int64, claim: Int64, at now: Instant) -> Bool {
        guard let task = self.tasks[number], task.state == .leased, task.claims == claim, let expires = task.expires
        else { return false }
        return expires > now
    }

    mutating func complete(_ number: Int64) {
        self.tasks[number]?.state = .done
        self.tasks[number]?.completions += 1
    }

    mutating func extend(_ number: Int64, milliseconds: Int64, at now: Instant) {
        guard let task = self.tasks[number], let expires = task.expires else { return }
        let moment = now.adding(milliseconds: milliseconds)
        guard moment > expires else { return }
        self.tasks[number]?.expires = moment
        self.tasks[number]?.lease = milliseconds
    }

    mutating func fail(_ number: Int64, at now: Instant) {
        guard var task = self.tasks[number] else { return }
        if task.attempt >= Self.policy.maxAttempts {
            task.state = .failed
        } else {
            task.notBefore = now.adding(milliseconds: task.attempt == 1 ? 2_000 : 3_000)
            task.attempt += 1
            task.state = .scheduled
        }
        self.tasks[number] = task
    }

    mutating func release(_ number: Int64) { self.tasks[number]?.state = .ready }

    /// - Returns: whether it was not finished.
    mutating func cancel(_ number: Int64) -> Bool {
        guard let task = self.tasks[number], !task.state.isFinal else { return false }
        self.tasks[number]?.state = .cancelled
        return true
    }

    mutating func retry(_ number: Int64) -> Bool {
        guard self.tasks[number]?.state == .failed else { return false }
        self.tasks[number]?.state = .ready
        self.tasks[number]?.attempt = 1
        self.tasks[number]?.notBefore = nil
        return true
    }

    mutating func gone(_ claimant: String, at now: Instant) {
        for number in self.numbers(.leased) where self.tasks[number]?.claimant == claimant {
            self.fail(number, at: now)
        }
    }

    mutating func tick(at now: Instant) {
        for number in self.numbers(.leased) {
            if let expires = self.tasks[number]?.expires, expires <= now { self.fail(number, at: now) }
        }
        for number in self.numbers(.scheduled) {
            if let moment = self.tasks[number]?.notBefore, moment <= now { self.tasks[number]?.state = .ready }
        }
    }

    /// The state is read anew: after a restart, or after the store failed.
    mutating func reopen(isRestart: Bool, at now: Instant) {
        for number in self.numbers(.leased) {
            guard let task = self.tasks[number] else { continue }
            if isRestart, task.claimant?.hasPrefix("bureau:") == true {
                self.release(number)
            } else if let expires = task.expires {
                self.tasks[number]?.expires = max(expires, now.adding(milliseconds: task.lease))
            }
        }
    }
}
