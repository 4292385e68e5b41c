// SPDX-License-Identifier: Apache-2.0

/// The state of a task. Every accepted task is in exactly one.
public enum TaskState: String, Sendable, Hashable, CaseIterable {
    /// Waits for its `notBefore` moment or for the end of a back-off.
    case scheduled
    /// May be claimed now.
    case ready
    /// Claimed; somebody holds the lease.
    case leased
    /// Held back because the case it belongs to is suspended.
    case blocked
    /// Finished; its effects are applied.
    case done
    /// A dead letter: every attempt failed, or it was quarantined.
    case failed
    /// Withdrawn before it was finished.
    case cancelled

    /// Whether nothing will happen to the task any more unless somebody asks for it.
    public var isFinal: Bool {
        switch self {
        case .done, .failed, .cancelled: true
        case .scheduled, .ready, .leased, .blocked: false
        }
    }
}
