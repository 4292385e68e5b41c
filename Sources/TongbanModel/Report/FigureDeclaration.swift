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
    /// `_opened`, `_closed` of a case, `_key` and `_area` of a record, `_kind`, `_day`, `_case`, `_actor` of an entry.
    public var filter: JSON?
    /// The date that must lie in the period: `_opened`, `_closed`, or a field that holds a civil day. Without one,
    /// records of a register count as they stand, cases by the day of opening, entries by their own day.
    public var dated: String?
    /// Each value of this field counts once, as persons do; without it each case, record or entry.
    public var distinct: String?
    /// The sum of this whole-numbered field instead of the count.
    public var sum: String?
    /// Ids of two figures, when ``source`` is `share`.
    public var numerator: String?
    public var denominator: String?
    public var stated: [Stated]?

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
        numerator: String? = nil,
        denominator: String? = nil,
        stated: [Stated]? = nil
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
        self.numerator = numerator
        self.denominator = denominator
        self.stated = stated
    }

    /// The value in force on a day.
    public func stated(on day: CivilDay) -> Stated? {
        (self.stated ?? []).filter { $0.from <= day }.max { $0.from < $1.from }
    }
}
