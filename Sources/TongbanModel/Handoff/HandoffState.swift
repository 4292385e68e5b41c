// SPDX-License-Identifier: Apache-2.0

import Civic

/// Where a hand-off stands.
public enum HandoffState: String, Sendable, Hashable, Codable, CaseIterable {
    /// A slip is printed, and not handed over yet; a bureau with a plugin has it at once.
    case sent = "SENT"
    case received = "RECEIVED"
    /// The receiver works on it (签收).
    case taken = "TAKEN"
    /// The receiver is not competent (退办); the sender sends it on.
    case bounced = "BOUNCED"
    /// The coordinator decides.
    case referred = "REFERRED"
    /// The receiver reported a result (办结).
    case done = "DONE"
    /// The sender sent the result back once.
    case redo = "REDO"
    /// It has ended with the sender's consent, or silence.
    case confirmed = "CONFIRMED"
    /// The sender's case has ended without it.
    case withdrawn = "WITHDRAWN"

    public var isOpen: Bool { self != .confirmed && self != .withdrawn }

    public var name: Bilingual {
        switch self {
        case .sent: Bilingual("待送达", "slip to be handed over")
        case .received: Bilingual("待签收", "to be taken")
        case .taken: Bilingual("办理中", "taken")
        case .bounced: Bilingual("已退办", "bounced")
        case .referred: Bilingual("待协调", "with the coordinator")
        case .done: Bilingual("已办结", "done")
        case .redo: Bilingual("重新办理", "to be done again")
        case .confirmed: Bilingual("已确认", "confirmed")
        case .withdrawn: Bilingual("已撤回", "withdrawn")
        }
    }
}
