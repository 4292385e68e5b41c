// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Puts counted figures together into a report, and hides what is too small to be shown.
public struct ReportAssembly: Sendable {
    let declaration: ReportDeclaration
    let figures: [String: FigureDeclaration]

    /// `nil` when the bureau has no such report.
    public init?(_ report: String, of bureau: BureauDeclaration) {
        guard let declaration = bureau.reports?.first(where: { $0.id == report }) else { return nil }
        self.declaration = declaration
        self.figures = Dictionary((bureau.figures ?? []).map { ($0.id, $0) }) { first, _ in first }
    }

    /// The figures to be counted, those that shares are made of included, in the order of their ids.
    public func tallies(in period: ReportPeriod) -> [FigureTally] {
        var ids: Set<String> = []
        for id in self.declaration.figures {
            guard let figure = self.figures[id] else { continue }
            if figure.source.isQuotient {
                ids.formUnion([figure.numerator, figure.denominator].compactMap { $0 })
            } else {
                ids.insert(id)
            }
        }
        return ids.sorted().compactMap { self.figures[$0] }.map {
            FigureTally($0, in: period, by: self.declaration.rows)
        }
    }

    public func document(
        of bureau: String,
        period: ReportPeriod,
        tallies: [FigureTally],
        before: (period: ReportPeriod, tallies: [FigureTally])? = nil,
        adjustments: [ReportDocument.Adjustment] = [],
        at moment: Instant? = nil
    ) -> ReportDocument {
        let columns = self.declaration.figures.compactMap { self.figures[$0] }
        var keys: Set<String> = []
        for tally in tallies + (before?.tallies ?? []) { keys.formUnion(tally.keys) }
        let declared = self.declaration.rows?.rows ?? []
        let known = Set(declared.map(\.id))
        let rows =
            declared.map { ($0.id, $0.name) }
            + keys.subtracting(known).sorted().map {
                ($0, $0 == "—" ? Bilingual("未注明", "not said") : Bilingual($0, $0))
            }
        let now = Self.Counted(tallies, rows.map(\.0), period.last, columns, self.figures, self.declaration.hideBelow)
        let then = before.map {
            Self.Counted($0.tallies, rows.map(\.0), $0.period.last, columns, self.figures, self.declaration.hideBelow)
        }
        func row(_ index: Int?, _ id: String, _ name: Bilingual) -> ReportDocument.Row {
            ReportDocument.Row(
                id: id,
                name: name,
                cells: columns.map { now.cell($0, index) },
                before: then.map { then in columns.map { then.cell($0, index) } }
            )
        }
        return ReportDocument(
            bureau: bureau,
            report: self.declaration.id,
            name: self.declaration.name,
            period: period.description,
            comparedWith: before?.period.description,
            at: moment?.description,
            columns: columns.map {
                .init(
                    id: $0.id,
                    name: $0.name,
                    unit: $0.unit,
                    isShare: $0.source.isQuotient,
                    isMean: $0.source == .mean ? true : nil
                )
            },
            rows: rows.enumerated().map { row($0.offset, $0.element.0, $0.element.1) },
            total: row(nil, "total", Bilingual("合计", "Total")),
            adjustments: adjustments,
            hideBelow: self.declaration.hideBelow,
            chart: self.declaration.chart
        )
    }

    /// The counts of one period, and which of them are hidden.
    private struct Counted {
        let tallies: [String: FigureTally]
        let keys: [String]
        let last: CivilDay
        let limit: Int?
        var hidden: [String: SmallCells.Hidden] = [:]

        init(
            _ tallies: [FigureTally],
            _ keys: [String],
            _ last: CivilDay,
            _ columns: [FigureDeclaration],
            _ figures: [String: FigureDeclaration],
            _ limit: Int?
        ) {
            self.tallies = Dictionary(tallies.map { ($0.figure.id, $0) }) { first, _ in first }
            self.keys = keys
            self.last = last
            self.limit = limit
            guard let limit else { return }
            // A share gives its parts away, and what is left of the whole: they are hidden together.
            let shares = columns.filter(\.source.isQuotient)
            var linked: [(cells: [Int64], total: Int64)] = []
            var names: Set<String> = Set(shares.map(\.id))
            for share in shares {
                guard let n = share.numerator.flatMap({ self.tallies[$0] }),
                    let d = share.denominator.flatMap({ self.tallies[$0] })
                else { continue }
                names.formUnion([n.figure.id, d.figure.id])
                let parts = keys.map { (n.weight(of: $0), d.weight(of: $0)) }
                linked.append((parts.map(\.0), n.weight(of: nil)))
                linked.append((parts.map(\.1), d.weight(of: nil)))
                linked.append((parts.map { max(0, $0.1 - $0.0) }, max(0, d.weight(of: nil) - n.weight(of: nil))))
            }
            var together = SmallCells.Hidden()
            var isSettled = linked.isEmpty
            while !isSettled {
                let old = together
                for series in linked {
                    let found = SmallCells.hidden(
                        series.cells,
                        total: series.total,
                        below: limit,
                        also: together.cells
                    )
                    together.cells.formUnion(found.cells)
                    together.total = together.total || found.total
                }
                isSettled = old == together
            }
            for name in names { self.hidden[name] = together }
            for tally in tallies where !names.contains(tally.figure.id) && tally.figure.source != .stated {
                self.hidden[tally.figure.id] = SmallCells.hidden(
                    keys.map { tally.weight(of: $0) },
                    total: tally.weight(of: nil),
                    below: limit
                )
            }
        }

        /// - Parameter index: of the row; `nil` for all of them.
        func cell(_ figure: FigureDeclaration, _ index: Int?) -> ReportDocument.Cell {
            if let hidden = self.hidden[figure.id], index.map({ hidden.cells.contains($0) }) ?? hidden.total {
                return .init(hidden: true, below: self.saysBelow(figure, hidden))
            }
            if figure.source.isQuotient {
                let n = figure.numerator.flatMap { self.number($0, index) }
                let d = figure.denominator.flatMap { self.number($0, index) }
                let qualifiers = [figure.numerator, figure.denominator].compactMap { part in
                    part.flatMap { self.tallies[$0]?.figure.stated(on: self.last)?.qualifier }
                }
                return .init(
                    n: n,
                    d: d,
                    mean: figure.source == .mean ? true : nil,
                    qualifier: qualifiers.first { $0 != .exact }
                )
            }
            guard figure.source == .stated else {
                let number = self.number(figure.id, index)
                return .init(
                    n: figure.blank == true && number == 0 ? nil : number,
                    qualifier: self.tallies[figure.id]?.qualifier(of: index.map { self.keys[$0] })
                )
            }
            guard index == nil, let stated = figure.stated(on: self.last) else { return .init() }
            return .init(n: stated.value, qualifier: stated.qualifier, source: stated.source)
        }

        /// Below what the hidden counts of a column are, when each of them is: that is all that then is told of them. Where
        /// a greater one is hidden with them, nothing is, since it would tell which it is.
        private func saysBelow(_ figure: FigureDeclaration, _ hidden: SmallCells.Hidden) -> Int64? {
            guard let limit = self.limit.map(Int64.init), let tally = self.tallies[figure.id], figure.sum == nil,
                hidden.cells.allSatisfy({ tally.weight(of: self.keys[$0]) < limit }),
                !hidden.total || tally.weight(of: nil) < limit
            else { return nil }
            return limit
        }

        private func number(_ id: String, _ index: Int?) -> Int64? {
            guard let tally = self.tallies[id] else { return nil }
            if tally.figure.source == .stated { return index == nil ? tally.figure.stated(on: self.last)?.value : nil }
            return index.map { tally.number(of: self.keys[$0]) } ?? tally.whole
        }
    }
}
