// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A limit that runs while a case is in a state, or over the whole case.
///
/// Of a state it starts when the state is entered, that is at dispatch and not when somebody signs for it, and ends when
/// the state is left. Of the whole case it starts at the opening, or when one of ``startsIn`` is first entered, and ends
/// at the closing, or when one of ``endsOn`` is left. When it passes, the event ``dueEvent`` goes to the flow, which may
/// move on or stay; the breach is told either way.
public struct DeadlineDeclaration: Sendable, Hashable, Codable {
    /// What happens when a deadline that has ended would start again.
    public enum Return: String, Sendable, Hashable, Codable {
        /// A new run begins, with the whole limit.
        case restart
        /// The same run goes on; the time between counts as a pause.
        case resume
        /// Nothing: it runs once.
        case never
    }

    public var id: String
    /// Empty for one of the whole case.
    public var state: String
    public var name: Bilingual
    /// JsonLogic over the case's values that gives a limit in the notation of `Limit` (`20wd`, `3mon`, `24h`); a plain
    /// string stands for itself.
    public var limit: JSON
    /// JsonLogic that gives the civil day or moment the limit counts from, when that is not when it starts.
    public var from: JSON?
    /// The clock stands while the case is in one of these states.
    public var pausedIn: [String]
    /// Whether the passing of the moment is what is meant to happen (silence counts as consent), not a breach.
    public var isIntended: Bool
    /// The law or rule that sets it.
    public var source: String?
    /// Whether the clock goes on while the case is suspended.
    public var runsWhileSuspended: Bool?
    /// Of the whole case: it starts when one of these states is first entered, not at the opening.
    public var startsIn: [String]?
    /// Of the whole case: it ends when one of these states is left, not at the closing.
    public var endsOn: [String]?
    /// Unless given, one of a state restarts, and one of the whole case does not run again.
    public var onReturn: Return?
    /// What is added to the ladder, or put in the place of rungs of the same id.
    public var rungs: [RungDeclaration]?
    /// Whom a change of the due moment is told: roles, `handler`, or `subject`. Unless given, the handler.
    public var tells: [String]?
    /// The office hours, and hours of duty, it is counted in, in the form of `OfficeHours`, when not the district's.
    public var hours: JSON?
    /// JsonLogic that gives the reason of a pause; unless given, the state in which the clock stands is the reason.
    public var pauseReason: JSON?

    public init(
        id: String,
        state: String,
        name: Bilingual,
        limit: JSON,
        from: JSON? = nil,
        pausedIn: [String] = [],
        isIntended: Bool = false,
        source: String? = nil,
        runsWhileSuspended: Bool? = nil,
        startsIn: [String]? = nil,
        endsOn: [String]? = nil,
        onReturn: Return? = nil,
        rungs: [RungDeclaration]? = nil,
        tells: [String]? = nil,
        hours: JSON? = nil,
        pauseReason: JSON? = nil
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
        self.startsIn = startsIn
        self.endsOn = endsOn
        self.onReturn = onReturn
        self.rungs = rungs
        self.tells = tells
        self.hours = hours
        self.pauseReason = pauseReason
    }

    /// The event that goes to the flow when the moment has passed.
    public var dueEvent: String { "due.\(self.id)" }

    /// What the flow is told when a rung that raises is reached: `rung.rectify.tomorrow`. It does not begin as
    /// ``dueEvent`` does, which in a statechart stands for all events that go on from it.
    public func event(of rung: DeadlineRun.Rung) -> String { "rung.\(self.id).\(rung.rawValue)" }

    public var isOfWholeCase: Bool { self.state.isEmpty }

    public var returning: Return { self.onReturn ?? (self.isOfWholeCase ? .never : .restart) }

    public var toldOfMoves: [String] { self.tells ?? ["handler"] }
}
