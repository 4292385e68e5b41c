// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A task to be put into the queue.
public struct NewTask: Sendable, Hashable {
    public var queue: String
    public var kind: String
    /// A JSON object, kept byte for byte.
    public var payload: RawJSON?
    /// Unique in the queue: the same key with the same content is the same task.
    public var key: String?
    /// Higher comes first.
    public var priority: Int
    public var notBefore: Instant?
    public var deadline: Instant?
    /// Otherwise as the kind's policy says.
    public var maxAttempts: Int?
    public var caseNumber: String?

    public init(
        queue: String,
        kind: String,
        payload: RawJSON? = nil,
        key: String? = nil,
        priority: Int = 0,
        notBefore: Instant? = nil,
        deadline: Instant? = nil,
        maxAttempts: Int? = nil,
        caseNumber: String? = nil
    ) {
        self.queue = queue
        self.kind = kind
        self.payload = payload
        self.key = key
        self.priority = priority
        self.notBefore = notBefore
        self.deadline = deadline
        self.maxAttempts = maxAttempts
        self.caseNumber = caseNumber
    }
}
