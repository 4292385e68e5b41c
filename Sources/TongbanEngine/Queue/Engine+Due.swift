// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    func nextScheduled() throws(EngineError) -> Instant? {
        try self.guarded { () throws(StoreError) in try self.memory.nextScheduled(self.store) }
    }

    /// Makes the scheduled tasks ready that are due until a moment.
    ///
    /// - Returns: how many they were.
    func readyScheduled(until moment: Instant, limit: Int) throws(EngineError) -> Int {
        var due = try self.guarded { () throws(StoreError) in
            try self.store.scheduledTasks(due: moment, limit: limit)
        }
        for index in due.indices {
            due[index].state = .ready
            try self.move(due[index], from: .scheduled)
        }
        let ofCases = due.filter { $0.caseNumber != nil }
        try self.tell("task.ready", ofCases) { writer, task in writer.member("kind", task.kind) }
        return due.count
    }

    /// Takes back the lease that ran out first.
    func expireLease() throws(EngineError) {
        guard let lease = self.memory.leases.expired(at: self.now) else { return }
        guard let task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) }),
            task.state == .leased, task.claims == lease.claim
        else { throw self.broken("lease \(lease.task).\(lease.claim) is held in memory and not in the store") }
        try self.failed(
            task,
            error: "lease \(lease.task).\(lease.claim) ran out, held by \(lease.claimant)",
            retryAfter: nil,
            isFatal: false,
            kind: "task.expired"
        )
    }

    /// After a start or a failure of the store: see ``open(at:)``.
    func adoptLeases(freeingPlugins: Bool) throws(EngineError) {
        for lease in self.memory.leases.byTask.values.sorted(by: { $0.task < $1.task }) {
            guard var task = try self.guarded({ () throws(StoreError) in try self.store.task(lease.task) }) else {
                continue
            }
            // What a person holds by the bureau's own list is his until he ends it or gives it back.
            if Self.isForPeople(lease.queue) { continue }
            if freeingPlugins, lease.claimant.hasPrefix("bureau:") {
                try self.giveBack(task, kind: "task.released")
            } else {
                let moment = self.now.adding(milliseconds: task.leaseMilliseconds ?? 60_000)
                guard task.leaseExpires.map({ $0 < moment }) ?? true else { continue }
                task.leaseExpires = moment
                try self.write(.updateTask(task))
                self.memory.extended(task.id, to: moment)
            }
        }
    }
}
