// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A limit that runs while a case is in a state.
///
/// It starts when the state is entered and ends when it is left. When it passes, the event ``dueEvent`` goes to the
/// flow, which may move on or stay; the breach is told either way.
public struct DeadlineDeclaration: Sendable, Hashable, Codable {
    public var id: String
    public var state: String
    public var name: Bilingual
    /// JsonLogic over the case's values that gives a limit in the notation of `Limit` (`20wd`, `3mon`, `24h`); a plain
    /// string stands for itself.
    public var limit: JSON
    /// JsonLogic that gives the civil day or moment the limit counts from, when that is not the entry of the state.
    public var from: JSON?
    /// The clock stands while the case is in one of these states.
    public var pausedIn: [String]
    /// Whether the passing of the moment is what is meant to happen (silence counts as consent), not a breach.
    public var isIntended: Bool
    /// The law or rule that sets it.
    public var source: String?
    /// Whether the clock goes on while the case is suspended.
    public var runsWhileSuspended: Bool?

    public init(
        id: String,
        state: String,
        name: Bilingual,
        limit: JSON,
        from: JSON? = nil,
        pausedIn: [String] = [],
        isIntended: Bool = false,
        source: String? = nil,
        runsWhileSuspended: Bool? = nil
    ) {
        self.id = id
        self.state = state
        self.name = name
        self.limit = limit
        self.from = from
        self.pausedIn = pausedIn
        self.isIntended = isIntended
        self.source = source
        self.runsWhileSuspended = runsWhileSuspended
    }

    /// The event that goes to the flow when the moment has passed.
    public var dueEvent: String { "due.\(self.id)" }
}
