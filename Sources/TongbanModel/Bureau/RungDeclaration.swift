// SPDX-License-Identifier: Apache-2.0

import Civic

/// A rung of a deadline's ladder that differs from the ladder every deadline has.
public struct RungDeclaration: Sendable, Hashable, Codable {
    /// A new one, or one of `half`, `soon`, `due`, `breach3`.
    public var id: String
    /// In the notation of ``RungMoment``; empty takes the rung away. Not given, that of the rung of the same id.
    public var moment: String?
    /// The roles that are told; not given, those of the rung of the same id.
    public var to: [String]?
    /// Whether the flow gets an event when it is reached, ``DeadlineDeclaration/event(of:)``.
    public var raises: Bool?

    public init(id: String, moment: String? = nil, to: [String]? = nil, raises: Bool = false) {
        self.id = id
        self.moment = moment
        self.to = to
        self.raises = raises ? true : nil
    }
}

/// When a rung is reached, as seen from the limit or from the due moment.
///
/// Written as `50%` (so much of the limit used), `-1wd`, `-2h` (before the due moment), `+3wd`, `+30min` (after it), or
/// `due`. Of working days before it, the first is the last day itself: `-1wd` is the beginning of the last day.
public enum RungMoment: Sendable, Hashable {
    /// Per cent of the limit, 1 to 99.
    case part(Int)
    case before(Limit)
    case due
    case after(Limit)
    /// One working day, or of a limit that does not end with a day a quarter of it, is left.
    case yellow

    public init?(_ text: String) {
        if text == "due" {
            self = .due
            return
        }
        if text.hasSuffix("%") {
            guard let part = Int(text.dropLast()), (1...99).contains(part) else { return nil }
            self = .part(part)
            return
        }
        guard let limit = try? Limit(text.dropFirst()), limit.count > 0,
            [.workingDays, .calendarDays, .minutes, .hours].contains(limit.unit)
        else { return nil }
        switch text.first {
        case "-": self = .before(limit)
        case "+": self = .after(limit)
        default: return nil
        }
    }
}

extension DeadlineDeclaration {
    /// A rung with what was not declared filled in.
    public struct LadderRung: Sendable, Hashable {
        public var rung: DeadlineRun.Rung
        public var moment: RungMoment
        public var to: [String]
        /// Whether the flow is told of it.
        public var raises = false
        /// Whether it is one of those every deadline has, which are left out when they say nothing new.
        public var isUsual: Bool
    }

    /// Half of the time used: the handler. One working day or a quarter left, the yellow card: handler and supervisor.
    /// Passed, the red card: supervisor and head. Three working days past: the auditor. A deadline whose passing is meant
    /// has only its moment. Declared rungs replace or join these.
    public var ladder: [LadderRung] {
        func usual(_ rung: DeadlineRun.Rung, _ moment: RungMoment, _ to: String...) -> LadderRung {
            LadderRung(rung: rung, moment: moment, to: to, isUsual: true)
        }
        var ladder =
            self.isIntended
            ? [usual(.due, .due, "handler")]
            : [
                usual(.half, .part(50), "handler"), usual(.soon, .yellow, "handler", "supervisor"),
                usual(.due, .due, "supervisor", "head"),
                usual(.breach3, .after(Limit(3, .workingDays)), "auditor"),
            ]
        for declared in self.rungs ?? [] {
            let rung = DeadlineRun.Rung(rawValue: declared.id)
            let index = ladder.firstIndex { $0.rung == rung }
            if declared.moment == "" {
                // The passing itself is never taken away.
                if let index, rung != .due { ladder.remove(at: index) }
                continue
            }
            let moment = declared.moment.flatMap(RungMoment.init)
            if let index {
                if rung != .due, let moment {
                    ladder[index].moment = moment
                    ladder[index].isUsual = false
                }
                if let to = declared.to { ladder[index].to = to }
                ladder[index].raises = declared.raises ?? false
            } else if let moment {
                ladder.append(
                    LadderRung(
                        rung: rung,
                        moment: moment,
                        to: declared.to ?? ["handler"],
                        raises: declared.raises ?? false,
                        isUsual: false
                    )
                )
            }
        }
        return ladder
    }
}
