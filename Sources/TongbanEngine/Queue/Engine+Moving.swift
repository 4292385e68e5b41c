// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

extension Engine {
    /// Writes a task that goes from one state to the next, and notes which claims that lets go on.
    func move(_ task: TaskRecord, from: TaskState) throws(EngineError) {
        try self.write(.updateTask(task))
        let claimant = from == .leased ? self.memory.leases.byTask[task.id]?.claimant : nil
        self.memory.moved(task, from: from)
        if task.state == .ready { self.becameReady(task.queue) }
        if task.state == .done || task.state == .cancelled {
            self.retention.finished(at: self.now, keeping: self.limits.keepsFinished)
        }
        guard let claimant else { return }
        if let queue = self.memory.queues[task.queue], queue.record.concurrency != nil, queue.count(.ready) > 0 {
            self.becameReady(task.queue)
        }
        if self.memory.leases.count(of: claimant) == 0, let queue = self.memory.heldBack.removeValue(forKey: claimant) {
            self.becameReady(queue)
        }
    }

    /// Puts a task where it waits: until its moment, until its case goes on, or until it is claimed.
    func rest(_ task: inout TaskRecord) {
        task.state = task.notBefore.map { $0 > self.now } ?? false ? .scheduled : .ready
        if let number = task.caseNumber, let reason = self.suspension(number) {
            task.state = .blocked
            task.reason = reason
        }
    }

    /// Ends a task's lease.
    func clearLease(_ task: inout TaskRecord) {
        task.leaseExpires = nil
        task.leaseMilliseconds = nil
        task.claimant = nil
    }

    func checkSize(_ count: Int, _ field: String) throws(EngineError) {
        guard count <= self.limits.callSize else { throw .tooLarge(field: field, limit: self.limits.callSize) }
    }
}
