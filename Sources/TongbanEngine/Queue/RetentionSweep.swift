// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Decides when finished tasks are looked through for those whose time of keeping is over.
///
/// There is no index of finished tasks, which would cost every task something. Instead all tasks are looked through now
/// and then, a bounded number at a time, and not before the first can be due.
struct RetentionSweep {
    /// Between two batches of one pass, in milliseconds.
    static let pause: Int64 = 100
    /// At least between two passes, in milliseconds: an hour.
    static let rest: Int64 = 3_600_000

    /// When to look next; `nil` while nothing is finished.
    private(set) var due: Instant?
    /// How far the pass has come; `nil` when none is under way.
    private(set) var cursor: TaskID?
    /// The earliest end of those that stay, as far as is known.
    private var earliest: Instant?

    /// A task has finished.
    mutating func finished(at moment: Instant, keeping: Int64) {
        if self.cursor != nil { self.earliest = min(self.earliest ?? moment, moment) }
        if self.due == nil { self.due = moment.adding(milliseconds: keeping) }
    }

    /// There may be finished tasks of which nothing is known: after a start, or when the time of keeping was changed.
    mutating func beginsAnew(at now: Instant) {
        self.cursor = nil
        self.earliest = nil
        self.due = now.adding(milliseconds: Self.pause)
    }

    /// A batch was looked at.
    /// - Parameters:
    ///   - last: The last task looked at; `nil` when none was left.
    ///   - kept: When the first of those that stay finished.
    mutating func looked(upTo last: TaskID?, kept: Instant?, at now: Instant, keeping: Int64) {
        if let kept { self.earliest = min(self.earliest ?? kept, kept) }
        self.cursor = last
        if last != nil {
            self.due = now.adding(milliseconds: Self.pause)
        } else {
            self.due = self.earliest.map {
                max($0.adding(milliseconds: keeping), now.adding(milliseconds: Self.rest))
            }
            self.earliest = nil
        }
    }
}
