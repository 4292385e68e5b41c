// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Calendar`.
struct CalendarMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(CalendarInterface.interface)
        CalendarChangeMethods(endpoint: self.endpoint).add(to: &service)
        self.endpoint.read(CalendarInterface.Years.self, in: &service, needs: .nothing) { _, _, core in
            let calendar = core.directory.calendar
            return .init(
                years: calendar.tables.values.sorted { $0.year < $1.year }.map { table in
                    .init(
                        year: table.year,
                        version: table.version,
                        status: table.status == .official ? .official : .provisional,
                        source: table.source,
                        workingDays: calendar.workingDays(in: table.year)
                    )
                }
            )
        }
        self.endpoint.read(CalendarInterface.Show.self, in: &service, needs: .nothing) { input, _, core in
            let from = try Self.day(input.from, "from")
            let to = try Self.day(input.to, "to")
            guard from <= to else {
                throw EngineError.invalid(field: "to", Bilingual("早于 from", "lies before \"from\""))
            }
            guard from.days(until: to) < 800 else { throw EngineError.tooLarge(field: "to", limit: 800) }
            let calendar = core.directory.calendar
            return .init(
                days: (0...from.days(until: to)).map { offset in
                    let day = from.adding(days: offset)
                    let name = calendar.holiday(of: day)
                    return .init(
                        date: day.description,
                        works: calendar.isWorkingDay(day),
                        zh: name?.zh,
                        en: name?.en,
                        provisional: calendar.isProvisional(day)
                    )
                }
            )
        }
        self.endpoint.read(CalendarInterface.Due.self, in: &service, needs: .nothing) { input, _, core in
            let limit: Limit
            do throws(LimitError) {
                limit = try Limit(input.limit)
            } catch {
                throw EngineError.invalid(field: "limit", error.message)
            }
            let start = try Self.start(input.from)
            let rules = DeadlineRules(calendar: core.directory.calendar, hours: core.directory.officeHours)
            let ledger = DeadlineLedger(start: start, limit: limit)
            do throws(DeadlineError) {
                let due = try rules.due(ledger)
                let steps = try rules.explanation(ledger)
                return .init(
                    due: due.instant.description,
                    dueDay: (due.day ?? ShanghaiTime.day(of: due.instant)).description,
                    provisional: due.isProvisional,
                    steps: steps.map { step in
                        .init(
                            from: step.from.description,
                            to: step.to.description,
                            counted: step.isCounted,
                            zh: step.rule.zh,
                            en: step.rule.en
                        )
                    }
                )
            } catch {
                throw EngineError.invalid(field: "limit", error.message) as any Error
            }
        }
        self.endpoint.change(CalendarInterface.Load.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            let table = try Self.table(input.table)
            try core.cases.apply(.table(table))
            core.tickSoon()
            return .init(year: table.year, workingDays: core.directory.calendar.workingDays(in: table.year))
        }
    }

    static func table(_ raw: RawJSON) throws(EngineError) -> CalendarTable {
        guard let json = try? raw.parsed() else {
            throw .invalid(field: "table", Bilingual("不是 JSON", "is no JSON"))
        }
        do throws(CalendarError) {
            return try CalendarTable(json: json)
        } catch {
            throw EngineError.invalid(field: "table", error.message)
        }
    }

    private static func day(_ text: String, _ field: String) throws(EngineError) -> CivilDay {
        guard let day = CivilDay(text) else {
            throw .invalid(field: field, Bilingual("“\(text)”不是日期", "\"\(text)\" is no date"))
        }
        return day
    }

    /// A moment, or the start of a day.
    static func start(_ text: String) throws(EngineError) -> Instant {
        if let instant = Instant(text) { return instant }
        return ShanghaiTime.startOfDay(try self.day(text, "from"))
    }
}
