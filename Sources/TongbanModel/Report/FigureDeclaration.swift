// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A named figure of a bureau: what is counted, over which days, and how.
public struct FigureDeclaration: Sendable, Hashable, Codable {
    /// Where the things counted come from.
    public enum Source: String, Sendable, Hashable, Codable {
        /// Cases of the item ``FigureDeclaration/of``.
        case cases
        /// Records of the register ``FigureDeclaration/of``.
        case register
        /// Entries of the journal of the kind ``FigureDeclaration/of``, such as `case.opened` or `due.breach`.
        case journal
        /// A published value with its day, source and qualifier.
        case stated
        /// The share that one figure has in another.
        case share
        /// One figure divided by another, such as a sum by a count.
        case mean
        /// What is kept of the rota ``FigureDeclaration/of``.
        case rota

        /// Whether it is made of two other figures.
        public var isQuotient: Bool { self == .share || self == .mean }
    }

    /// What is counted of a rota, over all its places.
    public enum RotaCount: String, Sendable, Hashable, Codable {
        /// Minutes in which somebody must be on duty.
        case required
        /// Minutes in which enough people are planned.
        case covered
        /// Check-ins that were due.
        case checkInsDue
        /// Check-ins that were made.
        case checkInsMade
    }

    /// A value that was published or agreed, from a day on.
    public struct Stated: Sendable, Hashable, Codable {
        public var from: CivilDay
        public var value: Int64
        public var qualifier: Approximate.Qualifier
        /// Who says so.
        public var source: String

        public init(from: CivilDay, value: Int64, qualifier: Approximate.Qualifier, source: String) {
            self.from = from
            self.value = value
            self.qualifier = qualifier
            self.source = source
        }
    }

    public var id: String
    public var name: Bilingual
    public var unit: Bilingual?
    public var source: Source
    /// The item, the register, or the kind of entries.
    public var of: String?
    /// JsonLogic: which of them count. Besides the fields it may ask `_number`, `_state`, `_open`, `_area`, `_subject`,
    /// `_opened`, `_closed`, `_acts` and the deadlines of a case, `_key` and `_area` of a record, `_kind`, `_day`,
    /// `_case`, `_actor` of an entry, `_place` and `_area` of a rota.
    ///
    /// `_acts` are the ids of the actions taken, in their order, opening as `open`. Of each deadline of a case, by its id:
    /// `_due.ID`, the last day of its last run; `_met.ID`, whether that ended in time, missing while it runs;
    /// `_firstMet.ID`, the same of the first run; `_used.ID`, what all runs used, in the unit of its limit: days, or
    /// minutes.
    public var filter: JSON?
    /// The date that must lie in the period: `_opened`, `_closed`, `_due.ID`, or a field that holds a civil day. Without
    /// one, records of a register count as they stand, cases by the day of opening, entries by their own day.
    public var dated: String?
    /// Each value of this field counts once, as persons do; without it each case, record or entry.
    public var distinct: String?
    /// The sum of this whole-numbered field instead of the count.
    public var sum: String?
    /// JsonLogic over what ``filter`` may ask: the sum of the whole numbers it gives, instead of the count.
    public var summing: JSON?
    /// Ids of two figures, when ``source`` is `share` or `mean`.
    public var numerator: String?
    public var denominator: String?
    /// What is counted, when ``source`` is `rota`.
    public var counted: RotaCount?
    public var stated: [Stated]?
    /// Whether nothing found means that nothing is known, shown as `—` and not as 0.
    public var blank: Bool?

    public init(
        id: String,
        name: Bilingual,
        unit: Bilingual? = nil,
        source: Source,
        of: String? = nil,
        filter: JSON? = nil,
        dated: String? = nil,
        distinct: String? = nil,
        sum: String? = nil,
        summing: JSON? = nil,
        numerator: String? = nil,
        denominator: String? = nil,
        counted: RotaCount? = nil,
        stated: [Stated]? = nil,
        blank: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.unit = unit
        self.source = source
        self.of = of
        self.filter = filter
        self.dated = dated
        self.distinct = distinct
        self.sum = sum
        self.summing = summing
        self.numerator = numerator
        self.denominator = denominator
        self.counted = counted
        self.stated = stated
        self.blank = blank
    }

    /// The value in force on a day.
    public func stated(on day: CivilDay) -> Stated? {
        (self.stated ?? []).filter { $0.from <= day }.max { $0.from < $1.from }
    }
}
