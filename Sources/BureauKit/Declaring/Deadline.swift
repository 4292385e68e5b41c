// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// A limit that runs while the case is in the state it stands in or, directly inside an item, over the whole case.
///
/// ```swift
/// Deadline("accept", "受理", "Accept", .workingDays(7), source: "市场监督管理投诉举报处理暂行办法 第14条")
/// ```
///
/// It starts when the state is entered, not when somebody signs for the matter, and ends when the state is left. Over
/// the whole case it starts at the opening and ends at the closing, unless states are named.
public struct Deadline: StatePart, ItemPart {
    var declaration: DeadlineDeclaration
    let target: String?
    let parts: [any DeadlinePart]

    /// - Parameters:
    ///   - from: the civil day or moment it counts from, when not its start.
    ///   - startsIn: over the whole case: it starts when one of these states is first entered.
    ///   - endsOn: over the whole case: it ends when one of these states is left.
    ///   - pausedIn: the clock stands while the case is in one of these states.
    ///   - pauseReason: why it stands; otherwise the name of the state says so.
    ///   - onReturn: what happens when it has ended and its state is entered again. Unless given, one of a state starts
    ///     anew, and one of the whole case does not run again.
    ///   - then: the state the case goes to when the moment has passed.
    ///   - intended: that the passing is what is meant to happen, such as silence that counts as consent.
    ///   - during: the office hours and hours of duty it is counted in, when not the district's.
    ///   - tells: whom a change of the due moment is told: roles, `handler`, `subject`; otherwise the handler.
    ///   - source: the law or rule that sets it.
    ///   - parts: steps that are done when the moment has passed, and rungs of the ladder.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ limit: TimeLimit,
        from: Expression? = nil,
        startsIn: [String]? = nil,
        endsOn: [String]? = nil,
        pausedIn: [String] = [],
        pauseReason: Expression? = nil,
        onReturn: DeadlineDeclaration.Return? = nil,
        then target: String? = nil,
        intended: Bool = false,
        during hours: OfficeHours? = nil,
        tells: [String]? = nil,
        source: String? = nil,
        @ListBuilder<any DeadlinePart> _ parts: () -> [any DeadlinePart] = { [] }
    ) {
        let parts = parts()
        let rungs = parts.compactMap { ($0 as? Rung)?.declaration }
        self.declaration = DeadlineDeclaration(
            id: id,
            state: "",
            name: Bilingual(zh, en),
            limit: limit.rule,
            from: from?.rule,
            pausedIn: pausedIn,
            isIntended: intended,
            source: source,
            startsIn: startsIn,
            endsOn: endsOn,
            onReturn: onReturn,
            rungs: rungs.isEmpty ? nil : rungs,
            tells: tells,
            hours: hours?.json,
            pauseReason: pauseReason?.rule
        )
        self.target = target
        self.parts = parts
    }
}

/// A rung of a deadline's ladder: who is told at which moment.
///
/// Every deadline has `half` (50 % used: handler), `soon` (one working day or a quarter left: handler and supervisor),
/// `due` (passed: supervisor and head) and `breach3` (three working days past: auditor). A rung of one of these ids takes
/// its place; any other is added.
///
/// ```swift
/// Rung("leader", at: "+5wd", tells: "leader")
/// ```
public struct Rung: DeadlinePart {
    let declaration: RungDeclaration

    /// - Parameters:
    ///   - moment: such as `50%`, `-1wd`, `-2h`, `+3wd`, `+30min`; without one, that of the rung of the same id.
    ///   - raises: that the case gets an event, `rung.DEADLINE.RUNG`, for steps of its flow. The passing itself always
    ///     raises `due.DEADLINE`.
    ///   - roles: who is told; none, those of the rung of the same id.
    public init(_ id: String, at moment: String? = nil, raises: Bool = false, tells roles: String...) {
        self.declaration = RungDeclaration(id: id, moment: moment, to: roles.isEmpty ? nil : roles, raises: raises)
    }

    /// Without the rung of that id.
    public static func without(_ id: String) -> Rung { Rung(declaration: RungDeclaration(id: id, moment: "")) }

    private init(declaration: RungDeclaration) { self.declaration = declaration }
}

/// A limit, or a rule that finds one.
public struct TimeLimit: Sendable {
    let rule: JSON

    public static func workingDays(_ count: Int) -> TimeLimit { .init(Limit(count, .workingDays)) }
    public static func days(_ count: Int) -> TimeLimit { .init(Limit(count, .calendarDays)) }
    public static func months(_ count: Int) -> TimeLimit { .init(Limit(count, .months)) }
    public static func years(_ count: Int) -> TimeLimit { .init(Limit(count, .years)) }
    /// Around the clock.
    public static func hours(_ count: Int) -> TimeLimit { .init(Limit(count, .hours)) }
    public static func minutes(_ count: Int) -> TimeLimit { .init(Limit(count, .minutes)) }
    /// Only while offices are open.
    public static func officeHours(_ count: Int) -> TimeLimit { .init(Limit(count, .officeHours)) }
    public static func officeMinutes(_ count: Int) -> TimeLimit { .init(Limit(count, .officeMinutes)) }
    /// 紧急工作日: every day is a working day.
    public static func urgentDays(_ count: Int) -> TimeLimit { .init(Limit(count, .urgentDays)) }
    /// 紧急工作时: in the hours of duty, which are round the clock unless the district says otherwise.
    public static func urgentHours(_ count: Int) -> TimeLimit { .init(Limit(count, .urgentHours)) }
    public static func urgentMinutes(_ count: Int) -> TimeLimit { .init(Limit(count, .urgentMinutes)) }

    /// An expression that gives a limit in the notation of `Limit`, such as `24h` or `3d`.
    public static func by(_ expression: Expression) -> TimeLimit { .init(rule: expression.rule) }

    /// A limit of the bureau's rule file, as of the day that decides the case.
    public static func rule(_ id: String) -> TimeLimit { .init(rule: value("\(RuleSet.name).\(id)").rule) }

    private init(rule: JSON) { self.rule = rule }
    private init(_ limit: Limit) { self.rule = .string(limit.description) }
}
