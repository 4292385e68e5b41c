// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A task as the store keeps it.
public struct TaskRecord: Sendable, Hashable {
    public var id: TaskID
    public var queue: String
    public var kind: String
    public var state: TaskState
    /// Higher comes first; 0 unless given.
    public var priority: Int
    /// The number of the current attempt, or of the next one while the task waits; the first is 1.
    public var attempt: Int
    public var maxAttempts: Int
    public var created: Instant
    /// Not to be claimed before; set anew by a back-off.
    public var notBefore: Instant?
    public var deadline: Instant?
    public var finished: Instant?
    /// The number of the case the task belongs to.
    public var caseNumber: String?
    /// The caller's key, unique in the queue.
    public var key: String?
    /// SHA-256 of the submitted content; tells a repeated submission from a conflicting one.
    public var contentHash: [UInt8]?
    /// A JSON object, kept byte for byte.
    public var payload: RawJSON?
    public var output: RawJSON?
    /// One line for each failed attempt, oldest first.
    public var errors: [String]
    /// How often the task was claimed; the claim number of the current lease while it is leased.
    public var claims: Int64
    public var leaseExpires: Instant?
    /// For how long the current lease was given, in milliseconds.
    public var leaseMilliseconds: Int64?
    /// Who holds the lease, as the daemon names claimants; meaningful in one run of the daemon only.
    public var claimant: String?
    /// How often the program that worked on the task died while it did.
    public var kills: Int
    /// Why it is blocked, cancelled or quarantined.
    public var reason: String?

    public init(
        id: TaskID,
        queue: String,
        kind: String,
        state: TaskState,
        priority: Int = 0,
        attempt: Int = 1,
        maxAttempts: Int,
        created: Instant,
        notBefore: Instant? = nil,
        deadline: Instant? = nil,
        finished: Instant? = nil,
        caseNumber: String? = nil,
        key: String? = nil,
        contentHash: [UInt8]? = nil,
        payload: RawJSON? = nil,
        output: RawJSON? = nil,
        errors: [String] = [],
        claims: Int64 = 0,
        leaseExpires: Instant? = nil,
        leaseMilliseconds: Int64? = nil,
        claimant: String? = nil,
        kills: Int = 0,
        reason: String? = nil
    ) {
        self.id = id
        self.queue = queue
        self.kind = kind
        self.state = state
        self.priority = priority
        self.attempt = attempt
        self.maxAttempts = maxAttempts
        self.created = created
        self.notBefore = notBefore
        self.deadline = deadline
        self.finished = finished
        self.caseNumber = caseNumber
        self.key = key
        self.contentHash = contentHash
        self.payload = payload
        self.output = output
        self.errors = errors
        self.claims = claims
        self.leaseExpires = leaseExpires
        self.leaseMilliseconds = leaseMilliseconds
        self.claimant = claimant
        self.kills = kills
        self.reason = reason
    }

    /// The current lease, while the task is leased.
    public var lease: LeaseID? {
        self.state == .leased ? LeaseID(task: self.id, claim: self.claims) : nil
    }
}
