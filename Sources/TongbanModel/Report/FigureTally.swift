// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Counts one figure, thing by thing, in whole numbers; what it comes to does not depend on the order.
public struct FigureTally: Sendable {
    /// What was counted in one place.
    struct Count: Sendable {
        var number: Int64 = 0
        /// How many things stand behind a sum.
        var things: Int64 = 0
        var values: Set<String> = []
        /// What is to be said of a sum of which a part is only nearly known.
        var qualifier: Approximate.Qualifier = .exact

        /// - Returns: whether a sum became too great.
        /// - Throws: when what is to be added up cannot be worked out.
        mutating func add(_ thing: JSON, of figure: FigureDeclaration) throws(JsonLogicError) -> Bool {
            if let distinct = figure.distinct {
                // Nobody is not counted: a missing value is no person.
                guard let value = thing.at(distinct), !value.isNull else { return false }
                self.values.insert(value.canonical)
                return false
            }
            self.things += 1
            let step: Int64
            if let counted = figure.counted {
                step = thing["_counts"]?[counted.rawValue]?.integerValue ?? 0
            } else if let summing = figure.summing {
                step = try JsonLogic.evaluate(summing, data: thing).integerValue ?? 0
            } else {
                step = figure.sum.map { self.amount(thing.at($0)) } ?? 1
            }
            let (sum, overflow) = self.number.addingReportingOverflow(step)
            self.number = overflow ? .max : sum
            return overflow
        }

        /// A whole number, or a published figure `{value, qualifier}`. What is more than so much makes the sum more than it
        /// says, whatever else is nearly known.
        private mutating func amount(_ value: JSON?) -> Int64 {
            guard let value, let published = value["value"]?.integerValue else { return value?.integerValue ?? 0 }
            let qualifier = value["qualifier"]?.stringValue.flatMap(Approximate.Qualifier.init(rawValue:)) ?? .exact
            if self.qualifier != .moreThan, qualifier != .exact { self.qualifier = qualifier }
            return published
        }
    }

    public let figure: FigureDeclaration
    let period: ReportPeriod
    let rows: ReportDeclaration.Rows?
    private var total = Count()
    private var groups: [String: Count] = [:]
    /// Whether a sum went beyond 64 bits.
    public private(set) var isOverfull = false

    public init(_ figure: FigureDeclaration, in period: ReportPeriod, by rows: ReportDeclaration.Rows?) {
        self.figure = figure
        self.period = period
        self.rows = rows
    }

    /// Takes one case, record or entry.
    ///
    /// - Parameter values: its fields, and what the daemon knows of it under names that begin with `_`.
    /// - Throws: when the filter cannot be worked out.
    public mutating func take(_ values: JSON) throws(JsonLogicError) {
        if let dated = self.dated {
            guard let day = values.at(dated)?.stringValue.flatMap(Self.day), self.period.contains(day) else { return }
        }
        if let filter = self.figure.filter {
            guard try JsonLogic.isTrue(filter, data: values) else { return }
        }
        var keys: [String] = []
        if let rows = self.rows {
            switch rows.kind {
            case .bands:
                for row in rows.rows ?? [] {
                    if let condition = row.condition, try JsonLogic.isTrue(condition, data: values) {
                        keys.append(row.id)
                    }
                }
            default: keys = [Self.key(values.at(rows.field), rows.kind)]
            }
        }
        let figure = self.figure
        if try self.total.add(values, of: figure) { self.isOverfull = true }
        for key in keys { _ = try self.groups[key, default: Count()].add(values, of: figure) }
    }

    private var dated: String? {
        if let dated = self.figure.dated { return dated }
        return switch self.figure.source {
        case .cases: "_opened"
        case .journal: "_day"
        case .rota: "_day"
        case .register, .stated, .share, .mean: nil
        }
    }

    /// A civil day, also that of a moment.
    private static func day(_ text: String) -> CivilDay? {
        CivilDay(text) ?? Instant(text).map(ShanghaiTime.day(of:))
    }

    /// The row something belongs to; `—` when it does not say.
    private static func key(_ value: JSON?, _ kind: ReportDeclaration.Rows.Kind) -> String {
        guard let value, !value.isNull else { return "—" }
        let text = value.stringValue ?? value.text
        switch kind {
        case .town: return text.utf8.count == 12 ? String(text.prefix(9)) + "000" : text
        case .month: return Self.day(text).map { String($0.description.prefix(7)) } ?? "—"
        case .value, .village, .bands: return text
        }
    }

    private func number(_ count: Count) -> Int64 {
        self.figure.distinct == nil ? count.number : Int64(count.values.count)
    }

    /// Over all rows: of distinct values not the sum of the rows, since one may stand in several.
    public var whole: Int64 { self.number(self.total) }
    public var keys: Set<String> { Set(self.groups.keys) }
    /// What is to be said of the sum of a row, or of the whole.
    func qualifier(of key: String?) -> Approximate.Qualifier? {
        let count = key.map { self.groups[$0] ?? Count() } ?? self.total
        return count.qualifier == .exact ? nil : count.qualifier
    }

    public func number(of key: String) -> Int64 { self.groups[key].map(self.number) ?? 0 }

    /// How many stand behind a number, which decides whether it is small: of a sum what was added up.
    func weight(of key: String?) -> Int64 {
        let count = key.map { self.groups[$0] ?? Count() } ?? self.total
        return self.figure.sum == nil && self.figure.summing == nil ? self.number(count) : count.things
    }
}

extension JSON {
    /// A value by its name, or by a path of names with dots between them.
    fileprivate func at(_ path: String) -> JSON? {
        if let value = self[path] { return value }
        var value = self
        for name in path.split(separator: ".") {
            guard let inner = value[String(name)] else { return nil }
            value = inner
        }
        return value
    }
}
