// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One entry of the journal: what happened, when, to what, by whom.
///
/// Entries are numbered without gaps from 1. Each carries the hash of the one before, so that a changed, lost or
/// inserted entry is found by anyone who reads the journal from its start.
public struct JournalEntry: Sendable, Hashable {
    public var sequence: Int64
    public var at: Instant
    /// A dotted word such as `task.submitted` or `case.action`.
    public var kind: String
    public var bureau: String?
    public var caseNumber: String?
    public var actor: Actor?
    /// A JSON object; its members depend on the kind.
    public var data: RawJSON
    /// SHA-256 over the entry and ``previousHash``; 32 bytes.
    public var hash: [UInt8]
    public var previousHash: [UInt8]

    public init(
        sequence: Int64,
        at: Instant,
        kind: String,
        bureau: String?,
        caseNumber: String?,
        actor: Actor?,
        data: RawJSON,
        hash: [UInt8],
        previousHash: [UInt8]
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.actor = actor
        self.data = data
        self.hash = hash
        self.previousHash = previousHash
    }
}
