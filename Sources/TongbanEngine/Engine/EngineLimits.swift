// SPDX-License-Identifier: Apache-2.0

/// How much the engine takes at once. Whatever is above is refused, never cut off.
public struct EngineLimits: Sendable {
    /// Bytes of a payload or output.
    public var payload = 1 << 20
    /// Bytes of a queue's or kind's name.
    public var name = 128
    /// Bytes of a key.
    public var key = 512
    /// Tasks, results or leases of one call.
    public var callSize = 1_000
    /// Kinds of tasks in one queue, finished tasks included.
    public var kindsPerQueue = 1_000
    /// Tasks of one queue that are not finished; beyond, submissions are answered busy.
    public var unfinishedPerQueue = 20_000_000
    /// Positions of one queue and kind held in memory.
    public var windowSize = 1_024
    /// Lines of error history kept of a task.
    public var errorLines = 20
    /// Characters of one error line.
    public var errorLength = 2_000
    /// Scheduled tasks, leases and timers handled in one tick.
    public var tickSize = 500
    /// A program that died so often while it worked on a task has the task quarantined.
    public var killsUntilQuarantine = 3
    /// The longest lease, in milliseconds.
    public var longestLease: Int64 = 86_400_000
    /// The longest wait between attempts and the longest period of a rate, in milliseconds: a year.
    public var longestWait: Int64 = 31_536_000_000
    /// For how long a timer is put off whose handler refused, in milliseconds.
    public var timerDelay: Int64 = 300_000
    /// For how long a task is kept after it was done or cancelled, in milliseconds; dead letters stay.
    public var keepsFinished: Int64 = 30 * 86_400_000
    /// Entries that a commit reports whole; of more only the range is told.
    public var reportedEntries = 1_024
    /// Cases one case may be linked to as related.
    public var relatedCases = 100
    /// Cases merged into one.
    public var mergedCases = 2_000
    /// Cases one call merges.
    public var mergeCall = 500
    /// Levels of cases that one call may open out of each other.
    public var childDepth = 20
    /// Events held for a case while it is merged into another.
    public var heldEvents = 100
    /// Characters of the answer to one merged case.
    public var answerLength = 2_000
    /// Characters of the comment of a rating.
    public var commentLength = 500
    /// Corrections of one case, those that were rejected included.
    public var amendments = 100
    /// Fields of one correction.
    public var amendedFields = 20
    /// Characters of the reason of a correction or of its decision.
    public var reasonLength = 500
    /// Bytes of one attachment.
    public var attachmentSize = 20 << 20
    /// Attachments of one case.
    public var attachmentsPerCase = 50
    /// Bytes of an attachment's name.
    public var attachmentName = 255

    /// How many days before the opening of a case its first contact may lie.
    public var contactDays: Int64 = 30

    public init() {}
}
