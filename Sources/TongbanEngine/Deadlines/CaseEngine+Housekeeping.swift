// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine: Housekeeper {
    static let recountKey = "recount"

    /// Reads what was being done when the daemon ended.
    func openHousekeeping() throws(EngineError) {
        self.housekeeping = Housekeeping()
        let begins = self.engine.now.adding(milliseconds: Housekeeping.period)
        self.housekeeping.begins = begins
        self.housekeeping.nextSlice = begins
        let setting = try self.store { store throws(StoreError) in try store.settings(prefix: Self.recountKey).first }
        self.housekeeping.recount = setting.flatMap { try? $0.value.parsed() }.flatMap(Recount.init(json:))
    }

    public var nextHousekeeping: Instant? {
        if self.housekeeping.recount != nil { return self.engine.now }
        return self.housekeeping.nextSlice ?? self.engine.now
    }

    /// When the next part of the audit of the timers is due.
    public var nextAudit: Instant? { self.housekeeping.nextSlice }

    public func keepHouse(in engine: Engine) throws(EngineError) {
        if self.housekeeping.recount != nil { return try self.countAnew() }
        guard self.housekeeping.nextSlice != nil else {
            // The first call ever: the first audit comes a minute later.
            let begins = engine.now.adding(milliseconds: Housekeeping.period)
            self.housekeeping.begins = begins
            self.housekeeping.nextSlice = begins
            return
        }
        try self.auditTimers()
    }

    // MARK: Walking over the open cases

    /// The next open cases of any bureau.
    ///
    /// - Returns: the cases, and where the walk goes on; `nil` at the end.
    func openCases(
        after cursor: OpenCaseCursor?,
        limit: Int
    ) throws(EngineError) -> (records: [CaseRecord], next: OpenCaseCursor?) {
        var items: [OpenCaseCursor] = []
        for bureau in self.directory.bureauIDs {
            for item in self.directory.itemIDs(of: bureau) {
                if let cursor, (bureau, item) < (cursor.bureau, cursor.item) { continue }
                items.append(OpenCaseCursor(bureau: bureau, item: item))
            }
        }
        if let cursor, let first = items.first, first.bureau == cursor.bureau, first.item == cursor.item {
            items[0].number = cursor.number
        }
        var records: [CaseRecord] = []
        for item in items {
            let wanted = limit - records.count
            let filter = CaseFilter(bureau: item.bureau, item: item.item, isOpen: true)
            let page = try self.cases(filter, after: item.number, limit: wanted)
            records += page
            if page.count == wanted {
                return (
                    records, OpenCaseCursor(bureau: item.bureau, item: item.item, number: page.last?.number)
                )
            }
        }
        return (records, nil)
    }

    // MARK: The audit

    /// Looks at a part of the cases or timers, and repairs what differs.
    private func auditTimers() throws(EngineError) {
        var isFinished = false
        switch self.housekeeping.phase {
        case .cases(let cursor):
            let (records, next) = try self.openCases(after: cursor, limit: Housekeeping.sliceSize)
            for record in records {
                try self.audit(record)
            }
            if let next {
                self.housekeeping.phase = .cases(next)
            } else {
                self.housekeeping.phase = .timers(due: Instant(milliseconds: .min), id: "")
                isFinished = try self.auditOrphans(after: nil)
            }
        case .timers(let due, let id):
            isFinished = try self.auditOrphans(after: TimerPosition(due: due, id: id))
        }
        self.housekeeping.advance(at: self.engine.now, isFinished: isFinished)
    }

    private func audit(_ record: CaseRecord) throws(EngineError) {
        // A case that cannot be read, or a deadline that cannot be computed, is not the audit's to mend.
        guard let inHand = try? self.inHand(record) else { return }
        var expected: [TimerRecord] = []
        for run in inHand.body.deadlines where run.isActive {
            var copy = run
            guard let declaration = inHand.item.deadlines[run.id] else { continue }
            guard let result = try? self.compute(&copy, declaration, in: inHand), let next = result.next(of: run)
            else { continue }
            expected.append(Self.timer(next, of: run.id, in: record.number))
        }
        let found = try self.store { store throws(StoreError) in try store.timers(caseNumber: record.number) }
        for difference in TimerAudit.differences(expected: expected, found: found) {
            try self.repair(difference, bureau: record.bureau)
        }
    }

    /// Timers of deadlines whose case is closed or gone.
    ///
    /// - Returns: whether the end was reached.
    private func auditOrphans(after position: TimerPosition?) throws(EngineError) -> Bool {
        let timers = try self.store { store throws(StoreError) in
            try store.timers(after: position, limit: Housekeeping.sliceSize)
        }
        for timer in timers where timer.isOfDeadline {
            guard let number = timer.caseNumber else { continue }
            let record = try self.store { store throws(StoreError) in try store.caseRecord(number) }
            if record?.isOpen ?? false { continue }
            try self.repair(.surplus(timer), bureau: record?.bureau)
        }
        guard timers.count == Housekeeping.sliceSize, let last = timers.last else { return true }
        self.housekeeping.phase = .timers(due: last.due, id: last.id)
        return false
    }

    private func repair(_ difference: TimerAudit.Difference, bureau: String?) throws(EngineError) {
        let timer: TimerRecord
        var was: Instant?
        var now: Instant?
        switch difference {
        case .missing(let wanted):
            timer = wanted
            now = wanted.due
            try self.engine.write(.putTimer(wanted))
        case .moved(let found, let wanted):
            timer = wanted
            was = found.due
            now = wanted.due
            try self.engine.write(.putTimer(wanted))
        case .surplus(let found):
            timer = found
            was = found.due
            try self.engine.write(.removeTimer(id: found.id))
        }
        self.housekeeping.repaired += 1
        try self.engine.record("timer.repaired", bureau: bureau, caseNumber: timer.caseNumber) { writer in
            writer.beginObject()
            writer.member("timer", timer.id)
            writer.member("difference", difference.kind)
            if let was { writer.member("was", was.description) }
            if let now { writer.member("due", now.description) }
            writer.endObject()
        }
    }

    // MARK: Figures

    /// How the timers are: for the status of the daemon.
    public struct TimerFigures: Sendable, Hashable {
        /// Differences between cases and timers found and repaired since the start.
        public var repaired: Int
        /// Audits finished since the start.
        public var audits: Int
        /// By how many milliseconds the oldest timer is overdue; 0 when none is.
        public var overdueMilliseconds: Int64
    }

    public func timerFigures(at now: Instant) throws(EngineError) -> TimerFigures {
        let next = try self.store { store throws(StoreError) in try store.nextTimer() }
        return TimerFigures(
            repaired: self.housekeeping.repaired,
            audits: self.housekeeping.passes,
            overdueMilliseconds: next.map { max(0, now.since($0.due)) } ?? 0
        )
    }
}
