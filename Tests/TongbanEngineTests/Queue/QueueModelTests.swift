// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

/// Does at random what callers, time and a failing machine do, to the engine and to a simple model, and compares.
@Suite("Q2 to Q6: the engine does what the model of a queue does")
struct QueueModelTests {
    private static let claimants = ["bureau:market", "connection:1", "connection:2"]
    private static let kinds = ["a", "b", "c"]

    @Test(
        "over random histories with failing writes and commits, power cuts and restarts",
        arguments: 1...8 as ClosedRange<UInt64>
    )
    func memory(_ seed: UInt64) throws { try self.run(.memory, seed: seed, steps: 2_500) }

    @Test("and so on a file", arguments: [101, 102] as [UInt64])
    func file(_ seed: UInt64) throws { try self.run(.sqlite, seed: seed, steps: 600) }

    private func run(_ kind: TestBench.Kind, seed: UInt64, steps: Int) throws {
        var limits = EngineLimits()
        limits.windowSize = 5
        let bench = try TestBench(kind, limits: limits)
        try bench.queue(
            QueueRecord(name: "market", concurrency: ReferenceQueue.concurrency, retry: ReferenceQueue.policy)
        )
        var history = History(bench: bench, generator: SeededGenerator(seed: seed))
        for step in 0..<steps {
            try history.step()
            if step % 25 == 24 { try history.compare() }
        }
        try history.compare()
        #expect(history.model.count(.done) > steps / 50)
        #expect(history.model.count(.failed) + history.model.count(.cancelled) > 0)
        #expect(history.lateRefusals > 0)
    }

    private struct History {
        let bench: TestBench
        var generator: SeededGenerator
        var model = ReferenceQueue()
        /// Leases that somebody was given at some time.
        var leases: [LeaseID] = []
        var lateRefusals = 0
        private var planned: Fault?
        /// The claimant that ended in this step.
        private var ended: String?

        private enum Fault {
            case write
            case commit
            case powerLost(kept: Bool)
        }

        init(bench: TestBench, generator: SeededGenerator) {
            self.bench = bench
            self.generator = generator
        }

        mutating func step() throws {
            let before = self.model
            self.ended = nil
            self.planFailure()
            do {
                try self.act()
                switch self.planned {
                case nil: return
                case .write:
                    // There was no write, or fewer than planned.
                    self.bench.memory.faults.clear()
                    self.planned = nil
                case .commit, .powerLost:
                    // The fault waits for a commit; an empty call makes one.
                    try self.bench.call { _ throws(EngineError) in }
                    throw Problem("a commit that fails was reported as done")
                }
            } catch EngineError.unavailable {
                switch self.planned {
                case nil: throw Problem("unavailable without a fault")
                case .powerLost(let kept):
                    // Nobody was told, so both are right.
                    if !kept { self.model = before }
                    try self.restart()
                case .write, .commit:
                    self.planned = nil
                    self.model = before
                    if self.generator.chance(50) { try self.restart() } else { try self.reopen() }
                }
            }
        }

        /// Plans what goes wrong in this step, now and then.
        private mutating func planFailure() {
            guard self.bench.kind == .memory, self.generator.chance(4) else { return }
            let error = StoreError(.inputOutput, "the disk failed")
            switch Int.random(in: 0..<4, using: &self.generator) {
            case 0:
                self.planned = .write
                self.bench.memory.faults.fail(
                    .write,
                    number: Int.random(in: 1...4, using: &self.generator),
                    with: error
                )
            case 1:
                let kept = self.generator.chance(50)
                self.planned = .powerLost(kept: kept)
                self.bench.memory.faults.losePower(kept: kept)
            default:
                self.planned = .commit
                self.bench.memory.faults.fail(.commit, with: error)
            }
        }

        private mutating func reopen() throws {
            try self.bench.engine.reopenAfterFailure(at: self.bench.now)
            // The engine remembers who ended; a restarted daemon has other connections anyway.
            if let ended = self.ended { self.model.gone(ended, at: self.bench.now) }
            self.model.reopen(isRestart: false, at: self.bench.now)
        }

        private mutating func restart() throws {
            // The store as it is found has no faults planned.
            self.planned = nil
            try self.bench.restart()
            self.model.reopen(isRestart: true, at: self.bench.now)
        }

        private mutating func act() throws {
            let now = self.bench.now
            switch Int.random(in: 0..<100, using: &self.generator) {
            case 0..<30: try self.submit()
            case 30..<50: try self.claim()
            case 50..<66: try self.finish()
            case 66..<72: try self.fail()
            case 72..<75: try self.extend()
            case 75..<78: try self.release()
            case 78..<80: try self.cancel()
            case 80..<84: try self.retry()
            case 84..<86:
                let claimant = QueueModelTests.claimants.randomElement(using: &self.generator) ?? ""
                self.ended = claimant
                self.model.gone(claimant, at: now)
                try self.bench.gone(claimant)
            case 86..<88:
                let isPaused = self.generator.chance(40)
                self.model.isPaused = isPaused
                try self.bench.call { engine throws(EngineError) in
                    if isPaused { try engine.pause("market") } else { try engine.resume("market") }
                }
            case 88..<98:
                let time = Int64.random(in: 0...3_000, using: &self.generator)
                self.model.tick(at: now.adding(milliseconds: time))
                try self.bench.pass(milliseconds: time)
            default:
                guard self.bench.kind == .memory || self.generator.chance(20) else { return }
                // Half a call is under way when the daemon dies.
                if self.generator.chance(50) {
                    let engine = self.bench.engine
                    _ = try engine.perform(at: now, by: .system) { () throws(EngineError) in
                        try engine.submit([.of("a")])
                    }
                }
                try self.restart()
            }
        }

        private mutating func submit() throws {
            let now = self.bench.now
            let kind = QueueModelTests.kinds.randomElement(using: &self.generator) ?? "a"
            let key = self.generator.chance(30) ? "k\(Int.random(in: 0..<40, using: &self.generator))" : nil
            var task = NewTask.of(kind, priority: Int.random(in: 0...2, using: &self.generator), key: key)
            if key == nil, self.generator.chance(25) {
                task.notBefore = now.adding(milliseconds: Int64.random(in: -1_000...4_000, using: &self.generator))
            }
            let expected = self.model.submit(
                kind: kind,
                priority: task.priority,
                key: key,
                notBefore: task.notBefore,
                at: now
            )
            let bench = self.bench
            var ids: [TaskID] = []
            let error = refusal { () throws(EngineError) in ids = try bench.submit(task) }
            switch error {
            case nil: #expect(ids.map(\.number) == expected.map { [$0] })
            case .keyConflict: #expect(expected == nil)
            case let error?: throw error
            }
        }

        private mutating func claim() throws {
            let limit = Int.random(in: 1...4, using: &self.generator)
            let kinds =
                self.generator.chance(40) ? [QueueModelTests.kinds.randomElement(using: &self.generator) ?? ""] : nil
            let claimant = QueueModelTests.claimants.randomElement(using: &self.generator) ?? ""
            let expected = self.model.claim(limit: limit, kinds: kinds, claimant: claimant, at: self.bench.now)
            let claimed = try self.bench.claim(limit: limit, kinds: kinds, by: claimant)
            #expect(claimed.map(\.id.number) == expected)
            self.leases += claimed.compactMap(\.lease)
            if self.leases.count > 30 { self.leases.removeFirst(self.leases.count - 30) }
        }

        /// Some lease, held or not; tells whether the model says that it is held.
        private mutating func lease() -> (LeaseID, isHeld: Bool)? {
            let some = self.generator.chance(80) ? self.leases.suffix(4) : self.leases[...]
            guard let lease = some.randomElement(using: &self.generator) else { return nil }
            return (lease, self.model.holds(lease.task.number, claim: lease.claim, at: self.bench.now))
        }

        /// Uses a lease; it must be accepted if and only if it is held.
        private mutating func use(_ isHeld: Bool, _ body: (Engine) throws(EngineError) -> Void) throws {
            do {
                try self.bench.call(body)
                #expect(isHeld)
            } catch EngineError.leaseLost {
                #expect(!isHeld)
                self.lateRefusals += 1
            }
        }

        private mutating func finish() throws {
            guard let (lease, isHeld) = self.lease() else { return }
            if isHeld { self.model.complete(lease.task.number) }
            try self.use(isHeld) { engine throws(EngineError) in
                try engine.complete(lease.description, output: nil, effects: [])
            }
        }

        private mutating func fail() throws {
            guard let (lease, isHeld) = self.lease() else { return }
            if isHeld { self.model.fail(lease.task.number, at: self.bench.now) }
            try self.use(isHeld) { engine throws(EngineError) in
                try engine.fail(lease.description, error: "e", retryAfterMilliseconds: nil, isFatal: false)
            }
        }

        private mutating func extend() throws {
            guard let (lease, isHeld) = self.lease() else { return }
            let time = Int64.random(in: 1_000...20_000, using: &self.generator)
            if isHeld { self.model.extend(lease.task.number, milliseconds: time, at: self.bench.now) }
            try self.use(isHeld) { engine throws(EngineError) in
                if let lost = try engine.extend([lease.description], milliseconds: time).first {
                    throw .leaseLost(lost)
                }
            }
        }

        private mutating func release() throws {
            guard let (lease, isHeld) = self.lease() else { return }
            if isHeld { self.model.release(lease.task.number) }
            try self.use(isHeld) { engine throws(EngineError) in try engine.release(lease.description) }
        }

        private mutating func cancel() throws {
            guard let number = self.model.tasks.keys.sorted().randomElement(using: &self.generator) else { return }
            let expected = self.model.cancel(number)
            let cancelled = try self.bench.call { engine throws(EngineError) in
                try engine.cancel([TaskID(number)], reason: nil)
            }
            #expect(cancelled.isEmpty != expected)
        }

        private mutating func retry() throws {
            let failed = self.model.tasks.values.filter { $0.state == .failed }.map(\.number).sorted()
            let all = self.model.tasks.keys.sorted()
            guard let number = (self.generator.chance(70) ? failed : all).randomElement(using: &self.generator) else {
                return
            }
            let expected = self.model.retry(number)
            let retried = try self.bench.call { engine throws(EngineError) in try engine.retry([TaskID(number)]) }
            #expect(retried.isEmpty != expected)
        }

        /// Every task is where the model has it, and the counts are those of the tasks.
        func compare() throws {
            let engine = self.bench.engine
            let tasks = try engine.tasks(TaskFilter(), after: nil, limit: .max)
            #expect(tasks.count == self.model.tasks.count)
            for task in tasks {
                guard let expected = self.model.tasks[task.id.number] else {
                    throw Problem("task \(task.id) is not in the model")
                }
                guard task.state == expected.state, task.attempt == expected.attempt, task.claims == expected.claims,
                    task.state != .leased || task.leaseExpires == expected.expires, expected.completions <= 1
                else { throw Problem("task \(task) differs from \(expected)") }
            }
            let statistics = try engine.statistics()[0]
            let kept = try self.bench.store.counts()
            for state in TaskState.allCases {
                #expect(statistics.counts[state] == self.model.count(state))
                #expect(kept.reduce(0) { $0 + ($1.state == state ? $1.count : 0) } == self.model.count(state))
            }
            var verifier = JournalVerifier()
            for entry in try self.bench.journal() { verifier.check(entry) }
            #expect(verifier.fault == nil)
        }
    }
}
