// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension ReportDesk {
    /// Counts what was planned at the places of a rota, and who was heard of, day by day.
    ///
    /// The days are those of the report's period and of the one beside it, up to the day of the report.
    func countRota(of source: ReportRun.Source, in run: inout ReportRun) throws(EngineError) -> String? {
        let rotas = self.cases.rotas
        let rota = try rotas.declaration(source.of, of: run.bureau)
        let today = ShanghaiTime.day(of: run.moment)
        let places = try rotas.places(of: run.bureau).filter { $0.rota == source.of }
        for period in [run.period, run.comparedWith].compactMap({ $0 }) {
            guard let first = period.first else { continue }
            let last = min(period.last, today)
            guard first <= last else { continue }
            guard first.days(until: last) < RotaDesk.longestSpan else {
                throw Self.refusal(
                    "PERIOD",
                    "排班指标至多算 \(RotaDesk.longestSpan) 天。",
                    "figures of a rota are counted over \(RotaDesk.longestSpan) days at most"
                )
            }
            for place in places {
                let kept = try rotas.shifts(of: place, in: try RotaDesk.span(first, last))
                for offset in 0...first.days(until: last) {
                    let day = first.adding(days: offset)
                    let span = try RotaDesk.span(day, day)
                    let shifts = kept.filter { $0.start < span.upperBound && $0.end > span.lowerBound }
                    let coverage = RotaCoverage(
                        [day],
                        of: rota,
                        shifts: shifts.filter(\.counts).map { $0.start..<$0.end }
                    )
                    let rates = shifts.filter { span.contains($0.start) }.map { $0.checkInRate(at: run.moment, rota) }
                    try self.take(
                        [
                            "_place": .string(place.place), "_area": .string(place.place),
                            "_day": .string(day.description),
                            "_counts": [
                                "required": .integer(coverage.required), "covered": .integer(coverage.covered),
                                "checkInsDue": .integer(Int64(rates.reduce(0) { $0 + $1.due })),
                                "checkInsMade": .integer(Int64(rates.reduce(0) { $0 + $1.made })),
                            ],
                        ],
                        of: source,
                        in: &run
                    )
                }
            }
        }
        return nil
    }
}
