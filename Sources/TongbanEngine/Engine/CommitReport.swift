// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// What a commit made durable.
public struct CommitReport: Sendable {
    /// The sequence number of the last journal entry.
    public var lastSequence: Int64
    /// The new entries in order; empty when there were more than the engine reports.
    public var entries: [JournalEntry]
    public var firstSequence: Int64
    /// Queues on which a claim may now get what it did not get before: tasks became ready, or a limit has room again.
    public var readyQueues: Set<String>
}
