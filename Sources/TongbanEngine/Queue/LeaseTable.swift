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
        var kind: String
    }

    private(set) var byTask: [TaskID: Lease] = [:]
    private var byClaimant: [String: Set<TaskID>] = [:]
    private(set) var perQueue: [String: Int] = [:]
    /// A heap; entries that no longer hold are passed over when they come up.
    private var expiries = Heap<Expiry>()

    private struct Expiry: Comparable {
        var moment: Instant
        var task: TaskID
        var claim: Int64

        static func < (one: Expiry, other: Expiry) -> Bool {
            (one.moment, one.task) < (other.moment, other.task)
        }
    }

    mutating func put(_ lease: Lease) {
        self.remove(lease.task)
        self.byTask[lease.task] = lease
        self.byClaimant[lease.claimant, default: []].insert(lease.task)
        self.perQueue[lease.queue, default: 0] += 1
        self.expiries.insert(Expiry(moment: lease.expires, task: lease.task, claim: lease.claim))
    }

    mutating func extend(_ task: TaskID, to moment: Instant) {
        guard var lease = self.byTask[task] else { return }
        lease.expires = moment
        self.byTask[task] = lease
        self.expiries.insert(Expiry(moment: moment, task: task, claim: lease.claim))
    }

    mutating func remove(_ task: TaskID) {
        guard let lease = self.byTask.removeValue(forKey: task) else { return }
        self.byClaimant[lease.claimant]?.remove(task)
        if self.byClaimant[lease.claimant]?.isEmpty == true { self.byClaimant[lease.claimant] = nil }
        self.perQueue[lease.queue, default: 1] -= 1
        // Entries of leases that are gone stay in the heap until they come up; when they are the most, it is made anew.
        if self.expiries.count > 64, self.expiries.count > 4 * self.byTask.count {
            self.expiries = Heap(
                self.byTask.values.map { Expiry(moment: $0.expires, task: $0.task, claim: $0.claim) })
        }
    }

    func tasks(of claimant: String) -> [TaskID] { (self.byClaimant[claimant] ?? []).sorted() }

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
}

/// A binary heap whose first element is the smallest.
struct Heap<Element: Comparable> {
    private var elements: [Element] = []

    init() {}

    init(_ elements: [Element]) {
        self.elements = elements.sorted()
    }

    var count: Int { self.elements.count }
    var isEmpty: Bool { self.elements.isEmpty }
    var first: Element? { self.elements.first }

    mutating func insert(_ element: Element) {
        self.elements.append(element)
        var child = self.elements.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard self.elements[child] < self.elements[parent] else { return }
            self.elements.swapAt(child, parent)
            child = parent
        }
    }

    mutating func removeFirst() {
        guard let last = self.elements.popLast(), !self.elements.isEmpty else { return }
        self.elements[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < self.elements.count && self.elements[child] < self.elements[least] {
                least = child
            }
            guard least != parent else { return }
            self.elements.swapAt(parent, least)
            parent = least
        }
    }
}
