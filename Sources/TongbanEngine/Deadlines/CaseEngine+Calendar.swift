// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    private static let pastPrefix = "calendar-past/"

    /// Loads the table of a year. The one it replaces is kept, and the deadlines that run are counted anew: in parts, as
    /// the engine ticks.
    public func load(_ table: CalendarTable) throws(EngineError) { try self.apply(.table(table)) }

    /// Changes what deadlines are counted by. Deadlines that start from now on are counted by it; those that run are
    /// counted anew in parts, as the engine ticks, and each that moves is told of.
    ///
    /// - Throws: ``EngineError/refused(_:)`` with `OLD_CALENDAR` for a table older than the present one, `NO_FORMER` when
    ///   there is nothing to go back to.
    public func apply(_ change: CalendarChange) throws(EngineError) {
        let (calendar, hours) = try self.outcome(of: change)
        switch change {
        case .table(let table):
            let old = self.directory.calendar.tables[table.year]
            if old == table { return }
            try self.keepPast("\(table.year)", old?.json)
            try self.putTable(table.year, table)
            try self.tellCalendar("calendar.loaded", table.year, table)
        case .rollback(let year):
            let past = try self.past("\(year)")
            guard let last = past.last else { return }
            try self.engine.write(.removeSetting(key: last.key))
            let table = calendar.tables[year]
            try self.putTable(year, table)
            try self.tellCalendar("calendar.rolledback", year, table)
        case .hours(let hours):
            if hours == self.directory.officeHours { return }
            try self.keepPast("hours", self.directory.officeHours.json)
            try self.engine.write(.putSetting(Setting(key: Directory.officeHoursKey, value: RawJSON(hours.json))))
            try self.engine.record("hours.loaded", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("hours", hours.json)
                writer.endObject()
            }
        }
        self.directory.put(calendar)
        self.directory.put(hours)
        let recount = Recount(cause: change.cause)
        try self.keep(recount)
        self.housekeeping.recount = recount
        try self.schedules.planAnew()
        try self.handoffs.planAnew()
        try self.publicNotices.planAnew()
    }

    /// The tables of a year that were replaced, oldest first; `nil` where there was none.
    public func formerTables(of year: Int) throws(EngineError) -> [CalendarTable?] {
        try self.past("\(year)").map { setting in try? CalendarTable(json: setting.value.parsed()) }
    }

    private func past(_ name: String) throws(EngineError) -> [Setting] {
        try self.store { store throws(StoreError) in try store.settings(prefix: "\(Self.pastPrefix)\(name)/") }
    }

    private func keepPast(_ name: String, _ json: JSON?) throws(EngineError) {
        let last = try self.past(name).last.flatMap { Int($0.key.split(separator: "/").last ?? "") } ?? 0
        let digits = String(last + 1)
        let key = "\(Self.pastPrefix)\(name)/" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        try self.engine.write(.putSetting(Setting(key: key, value: RawJSON(json ?? .null))))
    }

    private func putTable(_ year: Int, _ table: CalendarTable?) throws(EngineError) {
        let key = "\(Directory.calendarPrefix)\(year)"
        if let table {
            try self.engine.write(.putSetting(Setting(key: key, value: RawJSON(table.json))))
        } else {
            try self.engine.write(.removeSetting(key: key))
        }
    }

    private func tellCalendar(_ kind: String, _ year: Int, _ table: CalendarTable?) throws(EngineError) {
        try self.engine.record(kind, bureau: nil, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("year", year)
            if let table {
                writer.member("version", table.version)
                writer.member("status", table.status.rawValue)
            }
            writer.endObject()
        }
    }

    /// The calendar and hours as they are after a change.
    private func outcome(of change: CalendarChange) throws(EngineError) -> (WorkingCalendar, OfficeHours) {
        var tables = self.directory.calendar.tables
        switch change {
        case .table(let table):
            if let old = tables[table.year], old != table, table.version < old.version {
                throw .refused(
                    Refusal(
                        code: "OLD_CALENDAR",
                        zh: "\(table.year) 年日历已有第 \(old.version) 版,不能载入第 \(table.version) 版。",
                        en: "the table of \(table.year) is at version \(old.version); version \(table.version) is older"
                    )
                )
            }
            tables[table.year] = table
        case .rollback(let year):
            guard let last = try self.formerTables(of: year).last else {
                throw .refused(
                    Refusal(
                        code: "NO_FORMER",
                        zh: "\(year) 年日历没有可恢复的前一版。",
                        en: "there is no former version of the table of \(year)"
                    )
                )
            }
            tables[year] = last
        case .hours(let hours): return (self.directory.calendar, hours)
        }
        return (WorkingCalendar(tables: tables.values), self.directory.officeHours)
    }

    // MARK: Preview

    /// What a change would move, a part of the cases at a time; nothing is changed.
    public struct Preview: Sendable {
        public var moves: [DeadlineMove]
        public var looked: Int
        /// Where to go on; `nil` at the end.
        public var next: OpenCaseCursor?
    }

    public func preview(
        _ change: CalendarChange,
        after cursor: OpenCaseCursor?,
        limit: Int
    ) throws(EngineError) -> Preview {
        let (calendar, hours) = try self.outcome(of: change)
        let (records, next) = try self.openCases(after: cursor, limit: limit)
        var moves: [DeadlineMove] = []
        for record in records {
            guard
                let item = self.directory.loaded(record.bureau, version: record.declaration)?.items[record.item],
                let runs = try? self.openedBody(of: record).parsed()["deadlines"]?.arrayValue
            else { continue }
            for json in runs {
                guard var run = DeadlineRun(json: json), let move = Self.move(&run, item, calendar, hours) else {
                    continue
                }
                moves.append(
                    DeadlineMove(
                        number: record.number,
                        deadline: run.id,
                        name: item.deadlines[run.id]?.name ?? Bilingual(run.id, run.id),
                        was: move.was,
                        due: run.due,
                        wasProvisional: move.wasProvisional,
                        isProvisional: run.isProvisional
                    )
                )
            }
        }
        return Preview(moves: moves, looked: records.count, next: next)
    }

    /// Counts a run by a calendar.
    ///
    /// - Returns: what it was before; `nil` when nothing is other than before. One that was breached or has ended stays.
    private static func move(
        _ run: inout DeadlineRun,
        _ item: LoadedItem,
        _ calendar: WorkingCalendar,
        _ hours: OfficeHours
    ) -> (was: Instant?, wasProvisional: Bool)? {
        guard run.isActive, !run.isStanding, run.state == .running else { return nil }
        let rules = DeadlineRules(calendar: calendar, hours: item.deadlineHours[run.id] ?? hours)
        guard let due = try? rules.due(run.ledger) else { return nil }
        if due.instant == run.due, due.isProvisional == run.isProvisional { return nil }
        let was = (run.due, run.isProvisional)
        run.due = due.instant
        run.isProvisional = due.isProvisional
        return was
    }

    // MARK: Counting anew

    /// What is being counted anew, or was last, and whether it is still going on.
    public var recount: (progress: Recount, isPending: Bool)? {
        if let recount = self.housekeeping.recount { return (recount, true) }
        return self.housekeeping.lastRecount.map { ($0, false) }
    }

    private func keep(_ recount: Recount) throws(EngineError) {
        try self.engine.write(.putSetting(Setting(key: Self.recountKey, value: RawJSON(recount.json))))
    }

    /// Counts a part of the running deadlines anew.
    func countAnew() throws(EngineError) {
        guard var recount = self.housekeeping.recount else { return }
        let (records, next) = try self.openCases(after: recount.cursor, limit: Housekeeping.recountSize)
        for record in records {
            recount.looked += 1
            guard var inHand = try? self.inHand(record) else { continue }
            let moved = try self.countAnew(&inHand, cause: recount.cause)
            if moved > 0 { try self.keep(&inHand) }
            recount.moved += moved
        }
        recount.cursor = next
        if next != nil {
            try self.keep(recount)
            self.housekeeping.recount = recount
            return
        }
        try self.engine.write(.removeSetting(key: Self.recountKey))
        self.housekeeping.recount = nil
        self.housekeeping.lastRecount = recount
        if recount.looked > 0 {
            try self.engine.record("calendar.recounted", bureau: nil, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("cause", recount.cause)
                writer.member("cases", recount.looked)
                writer.member("moved", recount.moved)
                writer.endObject()
            }
        }
    }

    private func countAnew(_ inHand: inout CaseInHand, cause: String) throws(EngineError) -> Int {
        var count = 0
        for index in inHand.body.deadlines.indices where inHand.body.deadlines[index].isActive {
            var run = inHand.body.deadlines[index]
            guard let declaration = inHand.item.deadlines[run.id] else { continue }
            let before = run
            guard
                let move = Self.move(&run, inHand.item, self.directory.calendar, self.directory.officeHours)
            else {
                // The rungs beyond the due moment may lie elsewhere all the same.
                if run.isStanding == false { try? self.schedule(&run, declaration, in: inHand) }
                continue
            }
            if run.due != before.due { run.revised = self.engine.now }
            do throws(EngineError) {
                try self.schedule(&run, declaration, in: inHand)
            } catch .refused {
                continue
            }
            inHand.body.deadlines[index] = run
            count += 1
            let isMoved = move.was != run.due
            try self.tell(
                isMoved ? "deadline.moved" : run.isProvisional ? "deadline.provisional" : "deadline.firm",
                of: inHand,
                [
                    "deadline": .string(run.id), "was": isMoved ? move.was.map { .string($0.description) } : nil,
                    "due": run.due.map { .string($0.description) }, "provisional": run.isProvisional ? true : nil,
                    "cause": .string(cause), "to": .array(declaration.toldOfMoves.map(JSON.string)),
                ]
            )
        }
        return count
    }
}
