// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

extension TestDaemon {
    /// Lets time pass up to a moment such as `2022-07-12T09:00:00+08:00`. Every deadline, timer and task that comes due
    /// meanwhile has its turn at its own moment, in their order.
    public func advance(to moment: String) async throws {
        try await self.advance(to: Self.moment(moment))
    }

    /// Lets so much time pass.
    public func advance(by duration: Duration) async throws {
        try await self.advance(to: self.now + duration)
    }

    /// Lets time pass up to a moment.
    public func advance(to moment: Instant) async throws {
        guard moment >= self.now else { throw TestDaemonError.past(moment.description) }
        try await self.work()
        // What may have been done to the store by hand is found before time goes on.
        if let audit = self.cases.nextAudit, audit < moment { try await self.advance(to: max(audit, self.now)) }
        while let next = try self.engine.nextTimerOrTask(), next <= moment {
            self.now = max(self.now, next)
            try self.tick()
            try await self.work()
        }
        self.now = moment
        try self.tick()
        try await self.work()
    }

    private func tick() throws {
        while try self.engine.tick(at: self.now) {}
        _ = try self.engine.commit()
        try self.declareOutdated()
    }

    /// How many tasks may follow from one call.
    private static let taskLimit = 1_000

    /// Works on the tasks that are ready, as the daemon hands them to the bureau's plugin, until none is left.
    func work() async throws {
        for _ in 0..<Self.taskLimit {
            let name = self.bureau
            let engine = self.engine
            let claimed = try self.call(by: .bureau(name)) { _ throws(EngineError) in
                try engine.claim(
                    queue: name,
                    limit: 1,
                    kinds: nil,
                    leaseMilliseconds: nil,
                    claimant: Actor.bureau(name).id
                )
            }
            guard let task = claimed.first else { return }
            try await self.work(on: task)
        }
        throw TestDaemonError.tasksNeverEnd(Self.taskLimit)
    }

    private func work(on task: TaskRecord) async throws {
        let effects: [Effect]
        do {
            let handled = HandledTask(
                id: task.id.description,
                kind: task.kind,
                attempt: task.attempt,
                payload: try task.payload?.parsed().objectValue ?? [:],
                caseNumber: task.caseNumber,
                caseData: try task.caseNumber.map { try self.cases.data(of: $0) } ?? [:],
                now: self.now
            )
            effects = try await self.definition.handle(handled, DaemonSnapshot(of: self))
        } catch let failure as TaskFailure {
            try self.fail(task, failure)
            return
        } catch {
            try self.fail(task, TaskFailure("\(error)"))
            return
        }
        let lease = task.lease?.description ?? ""
        let engine = self.engine
        do {
            try self.call(by: .bureau(self.bureau)) { _ throws(EngineError) in
                try engine.complete(lease, output: nil, effects: effects.map { RawJSON($0.json) })
            }
        } catch {
            // What a handler asks for and a rule refuses would be refused again.
            try self.fail(task, TaskFailure("effects refused: \(error.refusalCode ?? "\(error)")", isFatal: true))
        }
    }

    private func fail(_ task: TaskRecord, _ failure: TaskFailure) throws(EngineError) {
        let lease = task.lease?.description ?? ""
        let engine = self.engine
        try self.call(by: .bureau(self.bureau)) { _ throws(EngineError) in
            try engine.fail(
                lease,
                error: failure.reason,
                retryAfterMilliseconds: failure.retryAfterSeconds.map { Int64($0) * 1_000 },
                isFatal: failure.isFatal
            )
        }
    }
}
