// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Works reports out, and keeps those that are locked.
///
/// A run looks at a bounded page in each step, so that the daemon can do other work in between; it counts everything as
/// it was at the moment it began, so that what happens meanwhile does not show.
public final class ReportDesk {
    unowned let cases: CaseEngine
    /// How many cases or entries one step looks at.
    static let pageSize = 200
    /// At most so many rows in a report.
    static let rowLimit = 1_000

    init(cases: CaseEngine) {
        self.cases = cases
    }

    /// Begins a report.
    ///
    /// - Parameter at: the past moment it is wanted for; `nil` for now.
    /// - Throws: `NO_REPORT`, `FUTURE`, `NO_COMPARISON`.
    public func begin(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        at moment: Instant? = nil,
        now: Instant
    ) throws(EngineError) -> ReportRun {
        guard let declaration = self.cases.directory.declaration(of: bureau)?.declaration,
            let assembly = ReportAssembly(report, of: declaration),
            let own = declaration.reports?.first(where: { $0.id == report })
        else { throw Self.refusal("NO_REPORT", "没有报表 \(bureau)/\(report)。", "there is no report \(bureau)/\(report)") }
        try Self.requirePast(moment, now: now)
        var compared: ReportPeriod?
        switch own.comparison {
        case .previous: compared = period.previous
        case .yearBefore: compared = period.yearBefore
        case nil: break
        }
        let tallies = assembly.tallies(in: period)
        let asksSensitive = tallies.contains { declaration.asksSensitive($0.figure, by: own.rows) }
        if asksSensitive, moment != nil {
            throw Self.refusal(
                "NO_PAST",
                "报表 \(report) 要用敏感信息,日志不记,不能还原。",
                "report \(report) asks for values of class S, which are not in the journal: its past cannot be told"
            )
        }
        var sources: [ReportRun.Source] = []
        for tally in tallies {
            let source = ReportRun.Source(kind: tally.figure.source, of: tally.figure.of ?? "")
            if source.kind != .stated, !sources.contains(source) { sources.append(source) }
        }
        return ReportRun(
            bureau: bureau,
            report: report,
            period: period,
            assembly: assembly,
            comparedWith: compared,
            moment: moment ?? now,
            sequence: self.cases.engine.lastSequence,
            isPast: moment != nil,
            asksSensitive: asksSensitive,
            tallies: tallies,
            before: compared.map { assembly.tallies(in: $0) } ?? [],
            sources: sources
        )
    }

    /// Counts one more page. Nothing is left when ``ReportRun/isDone``.
    public func step(_ run: inout ReportRun) throws(EngineError) {
        guard let source = run.sources.first else { return }
        let next: String?
        switch source.kind {
        case .cases: next = try self.countCases(of: source, in: &run)
        case .register: next = try self.countRecords(of: source, in: &run)
        case .journal: next = try self.countEntries(of: source, in: &run)
        case .rota: next = try self.countRota(of: source, in: &run)
        case .stated, .share, .mean: next = nil
        }
        run.after = next
        if next == nil { run.sources.removeFirst() }
        if let tally = (run.tallies + run.before).first(where: \.isOverfull) {
            throw Self.refusal(
                "TOO_GREAT",
                "指标 \(tally.figure.id) 的和太大。",
                "the sum of figure \(tally.figure.id) is too great"
            )
        }
        let rows = run.tallies.reduce(into: Set<String>()) { $0.formUnion($1.keys) }.count
        guard rows <= Self.rowLimit else {
            throw Self.refusal(
                "TOO_MANY_ROWS",
                "报表超过 \(Self.rowLimit) 行。",
                "the report has more than \(Self.rowLimit) rows"
            )
        }
    }

    /// The whole report in one call, for tests and small bureaus; what is locked is given as it was locked.
    public func run(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        version: Int? = nil,
        at moment: Instant? = nil,
        now: Instant
    ) throws(EngineError) -> ReportDocument {
        try Self.requirePast(moment, now: now)
        if let kept = try self.kept(report, of: bureau, period: period, version: version, at: moment) { return kept }
        var run = try self.begin(report, of: bureau, period: period, at: moment, now: now)
        while !run.isDone { try self.step(&run) }
        return try self.document(of: run)
    }

    /// What a finished run came to.
    public func document(of run: ReportRun) throws(EngineError) -> ReportDocument {
        run.assembly.document(
            of: run.bureau,
            period: run.period,
            tallies: run.tallies,
            before: run.comparedWith.map { ($0, run.before) },
            adjustments: try self.adjustments(run.report, of: run.bureau, period: run.period, at: run.moment),
            at: run.isPast ? run.moment : nil
        )
    }

    /// - Throws: `FUTURE` when the moment has not come.
    public static func requirePast(_ moment: Instant?, now: Instant) throws(EngineError) {
        if let moment, moment > now {
            throw Self.refusal("FUTURE", "\(moment) 还没有到。", "\(moment) has not come yet")
        }
    }

    static func refusal(_ code: String, _ zh: String, _ en: String) -> EngineError {
        .refused(Refusal(code: code, zh: zh, en: en))
    }

    // MARK: Counting

    func take(_ values: JSON, of source: ReportRun.Source, in run: inout ReportRun) throws(EngineError) {
        do {
            for index in run.tallies.indices where run.tallies[index].isOf(source) {
                try run.tallies[index].take(values)
            }
            for index in run.before.indices where run.before[index].isOf(source) { try run.before[index].take(values) }
        } catch {
            throw Self.refusal("FILTER", "指标条件算不出:\(error)。", "a figure's condition fails: \(error)")
        }
    }

    private func countCases(of source: ReportRun.Source, in run: inout ReportRun) throws(EngineError) -> String? {
        let page = try self.cases.cases(
            CaseFilter(bureau: run.bureau, item: source.of),
            after: run.after,
            limit: Self.pageSize
        )
        for record in page where record.opened <= run.moment {
            var then = record
            var values: JSONObject
            var body: CaseBody?
            // What the journal does not tell is taken as it is by now, also where it changed since the run began.
            if record.updated < run.moment || (!run.isPast && (run.asksSensitive || record.updated == run.moment)) {
                let stored = try? self.cases.openedBody(of: record).parsed()
                values = stored?["flow"]?["data"]?.objectValue ?? [:]
                body = stored.flatMap { CaseBody(json: $0, parent: record.parent) }
            } else {
                let snapshot = try self.cases.snapshot(of: record.number, at: run.moment, upTo: run.sequence)
                guard let row = snapshot.record(record.number) else { continue }
                then = row
                values = snapshot.data
                body = snapshot.body(parent: record.parent)
            }
            values["_number"] = .string(record.number)
            values["_state"] = .string(then.state)
            values["_open"] = .bool(then.isOpen)
            values["_area"] = then.area.map(JSON.string)
            values["_subject"] = record.subject.map(JSON.string)
            values["_opened"] = .string(ShanghaiTime.day(of: then.opened).description)
            values["_closed"] = then.closed.map { .string(ShanghaiTime.day(of: $0).description) }
            values["_parent"] = record.parent.map(JSON.string)
            if let body { self.add(body, of: record, at: run.moment, to: &values, withUsed: run.asksUsed(source)) }
            try self.take(.object(values), of: source, in: &run)
        }
        return page.count == Self.pageSize ? page.last?.number : nil
    }

    /// Records as they stand are read at once, so that a change between two pages cannot count one twice. At a past
    /// moment they are rebuilt from the journal.
    private func countRecords(of source: ReportRun.Source, in run: inout ReportRun) throws(EngineError) -> String? {
        var records: [String: JSONObject] = [:]
        if run.isPast {
            records = try self.pastRecords(of: source.of, in: run)
        } else {
            var after: String?
            repeat {
                let (bureau, from) = (run.bureau, after)
                let page = try self.cases.registers.stored(
                    after: from,
                    limit: 1_000,
                    bureau: bureau,
                    register: source.of
                )
                for record in page { records[record.key] = (try? record.data.parsed())?.objectValue ?? [:] }
                after = page.count == 1_000 ? page.last?.key : nil
            } while after != nil
        }
        let fields = self.cases.directory.declaration(of: run.bureau)?.declaration.register(source.of)?.fields
        let areaField = fields?.first { $0.kind == .area }?.id
        for (key, data) in records {
            var values = data
            values["_area"] = areaField.flatMap { data[$0] }
            values["_key"] = .string(key)
            try self.take(.object(values), of: source, in: &run)
        }
        return nil
    }

    private func pastRecords(of register: String, in run: ReportRun) throws(EngineError) -> [String: JSONObject] {
        if self.cases.directory.declaration(of: run.bureau)?.declaration.register(register)?.isSensitiveKey ?? true {
            throw Self.refusal(
                "NO_PAST",
                "台账 \(register) 的键是敏感信息,日志不记,不能还原。",
                "the keys of register \(register) are sensitive and not in the journal: its past cannot be told"
            )
        }
        var records: [String: JSONObject] = [:]
        var after: Int64 = 0
        let filter = JournalFilter(bureau: run.bureau, kind: "record")
        while true {
            let from = after
            let page = try self.cases.store { store throws(StoreError) in
                try store.entries(after: from, filter: filter, limit: 1_000)
            }
            for entry in page.entries {
                guard entry.at <= run.moment, entry.sequence <= run.sequence else { return records }
                guard let data = try? entry.data.parsed(), data["register"]?.stringValue == register,
                    let key = data["key"]?.stringValue
                else { continue }
                records[key] = entry.kind == "record.removed" ? nil : data["data"]?.objectValue
            }
            guard page.lookedAt > after, page.lookedAt < run.sequence else { return records }
            after = page.lookedAt
        }
    }

    private func countEntries(of source: ReportRun.Source, in run: inout ReportRun) throws(EngineError) -> String? {
        let after = run.after.flatMap { Int64($0) } ?? 0
        let filter = JournalFilter(bureau: run.bureau, kind: source.of)
        let page = try self.cases.store { store throws(StoreError) in
            try store.entries(after: after, filter: filter, limit: Self.pageSize * 5)
        }
        for entry in page.entries {
            guard entry.at <= run.moment, entry.sequence <= run.sequence else { return nil }
            var values = (try? entry.data.parsed())?.objectValue ?? [:]
            values["_kind"] = .string(entry.kind)
            values["_day"] = .string(ShanghaiTime.day(of: entry.at).description)
            values["_case"] = entry.caseNumber.map(JSON.string)
            values["_actor"] = entry.actor.map { .string($0.id) }
            try self.take(.object(values), of: source, in: &run)
        }
        guard page.lookedAt > after, page.lookedAt < run.sequence else { return nil }
        return String(page.lookedAt)
    }
}

extension FigureTally {
    fileprivate func isOf(_ source: ReportRun.Source) -> Bool {
        self.figure.source == source.kind && (self.figure.of ?? "") == source.of
    }
}
