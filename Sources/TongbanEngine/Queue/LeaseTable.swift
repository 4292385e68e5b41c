// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// The leases that are held, by task, by claimant and by the moment they run out.
struct LeaseTable {
    struct Lease: Hashable {
        var task: TaskID
        var claim: Int64
        var expires: Instant
        var claimant: String
        var queue: String
        /// A program has died while it worked on the task, so that it is tried alone.
        var isSuspect: Bool
    }

    private struct Holder {
        var tasks: Set<TaskID> = []
        var suspects = 0
    }

    private struct Expiry: Comparable {
        var moment: Instant
        var task: TaskID
        var claim: Int64

        static func < (one: Expiry, other: Expiry) -> Bool {
            (one.moment, one.task) < (other.moment, other.task)
        }
    }

    private(set) var byTask: [TaskID: Lease] = [:]
    private(set) var perQueue: [String: Int] = [:]
    private var holders: [String: Holder] = [:]
    /// A heap; entries that no longer hold are passed over when they come up.
    private var expiries = Heap<Expiry>()

    mutating func put(_ lease: Lease) {
        self.remove(lease.task)
        self.byTask[lease.task] = lease
        self.holders[lease.claimant, default: Holder()].tasks.insert(lease.task)
        if lease.isSuspect { self.holders[lease.claimant]?.suspects += 1 }
        self.perQueue[lease.queue, default: 0] += 1
        self.note(lease)
    }

    mutating func extend(_ task: TaskID, to moment: Instant) {
        guard var lease = self.byTask[task] else { return }
        lease.expires = moment
        self.byTask[task] = lease
        self.note(lease)
    }

    mutating func remove(_ task: TaskID) {
        guard let lease = self.byTask.removeValue(forKey: task) else { return }
        self.holders[lease.claimant]?.tasks.remove(task)
        if lease.isSuspect { self.holders[lease.claimant]?.suspects -= 1 }
        if self.holders[lease.claimant]?.tasks.isEmpty == true { self.holders[lease.claimant] = nil }
        self.perQueue[lease.queue, default: 1] -= 1
        if self.perQueue[lease.queue] == 0 { self.perQueue[lease.queue] = nil }
        self.compact()
    }

    func tasks(of claimant: String) -> [TaskID] { (self.holders[claimant]?.tasks ?? []).sorted() }

    /// How many leases a claimant holds.
    func count(of claimant: String) -> Int { self.holders[claimant]?.tasks.count ?? 0 }

    /// Whether a claimant is trying a task alone that programs have died over.
    func holdsSuspect(_ claimant: String) -> Bool { (self.holders[claimant]?.suspects ?? 0) > 0 }

    /// The earliest expiry of a lease that is held.
    var nextExpiry: Instant? {
        mutating get {
            while let first = self.expiries.first {
                if let lease = self.byTask[first.task], lease.claim == first.claim, lease.expires == first.moment {
                    return first.moment
                }
                self.expiries.removeFirst()
            }
            return nil
        }
    }

    /// A lease that ran out at or before a moment.
    mutating func expired(at now: Instant) -> Lease? {
        guard let moment = self.nextExpiry, moment <= now, let first = self.expiries.first else { return nil }
        return self.byTask[first.task]
    }

    /// How many entries the heap has, those that no longer hold included.
    var notedExpiries: Int { self.expiries.count }

    private mutating func note(_ lease: Lease) {
        self.expiries.insert(Expiry(moment: lease.expires, task: lease.task, claim: lease.claim))
        self.compact()
    }

    /// Entries of leases that are gone or were lengthened stay in the heap until they come up; when they are the most,
    /// it is made anew.
    private mutating func compact() {
        guard self.expiries.count > 64, self.expiries.count > 4 * self.byTask.count else { return }
        self.expiries = Heap(self.byTask.values.map { Expiry(moment: $0.expires, task: $0.task, claim: $0.claim) })
    }
}
