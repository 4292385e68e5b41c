// SPDX-License-Identifier: Apache-2.0

/// What a due moment follows from: a limit, when it began to run, when it stood still, by how much it was lengthened.
public struct DeadlineLedger: Sendable, Hashable {
    /// A time during which the clock stood; without an end it stands still.
    public struct Pause: Sendable, Hashable {
        public var from: Instant
        public var to: Instant?

        public init(from: Instant, to: Instant?) {
            self.from = from
            self.to = to
        }

        func covers(_ instant: Instant) -> Bool {
            self.from <= instant && (self.to.map { instant < $0 } ?? true)
        }
    }

    public var start: Instant
    public var limit: Limit
    /// Each is added to the total; it does not restart the count.
    public var extensions: [Limit]
    /// In the order of time, without overlap.
    public var pauses: [Pause]

    public init(start: Instant, limit: Limit, extensions: [Limit] = [], pauses: [Pause] = []) {
        self.start = start
        self.limit = limit
        self.extensions = extensions
        self.pauses = pauses
    }

    public var isPaused: Bool { self.pauses.last.map { $0.to == nil } ?? false }

    func isPaused(at instant: Instant) -> Bool { self.pauses.contains { $0.covers(instant) } }
}

/// When something is due.
public struct Due: Sendable, Hashable {
    /// The moment from which it is late: of a limit in days, the end of the last day.
    public var instant: Instant
    /// The last day, of a limit in days.
    public var day: CivilDay?
    /// Whether a day was counted whose year has no official table yet.
    public var isProvisional: Bool

    public init(instant: Instant, day: CivilDay?, isProvisional: Bool) {
        self.instant = instant
        self.day = day
        self.isProvisional = isProvisional
    }
}

/// A stretch of a deadline's time that was counted or not, and by which rule.
public struct DeadlineStep: Sendable, Hashable {
    public var from: Instant
    /// Not included.
    public var to: Instant
    public var isCounted: Bool
    /// Days, of a limit in days; else milliseconds. The counted ones add up to the whole limit.
    public var amount: Int64
    public var rule: Bilingual
}

/// Why a deadline cannot be computed.
public enum DeadlineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The clock stands; there is no due moment until it goes again.
    case paused
    /// An extension is of another unit than the limit.
    case unit(Limit, of: Limit)
    /// No office hour was found in ten years.
    case noOfficeHours
    /// The due moment lies beyond the year 9999.
    case tooFar

    public var message: Bilingual {
        switch self {
        case .paused: Bilingual("计时已暂停", "the clock stands still")
        case .unit(let one, let other):
            Bilingual("延长 \(one) 与时限 \(other) 的单位不同", "the extension \(one) is of another unit than the limit \(other)")
        case .noOfficeHours: Bilingual("十年内没有办公时间", "there are no office hours in ten years")
        case .tooFar: Bilingual("到期日超出 9999 年", "the due moment lies beyond the year 9999")
        }
    }

    public var description: String { self.message.en }
}
