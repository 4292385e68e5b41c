// SPDX-License-Identifier: Apache-2.0

/// A test asked for what makes no sense.
public enum TestDaemonError: Error, Sendable, Hashable {
    /// The text is no moment such as `2022-07-12T09:00:00+08:00`.
    case noMoment(String)
    /// The clock does not go back.
    case past(String)
    /// The case has never had such a deadline.
    case noDeadline(String)
    /// The bureau's tasks keep submitting tasks; after so many it is given up.
    case tasksNeverEnd(Int)
    /// A folder or file cannot be read.
    case unreadable(String)
}
