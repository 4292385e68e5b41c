// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Locked periods: kept as they were, adjusted in the current period, restated by two persons as a further version.
extension ReportDesk {
    private static let versionKind = "report.version"
    private static let restatementKind = "report.restatement"
    private static let adjustmentKind = "report.adjustment"
    /// At most so many versions of one report and period.
    static let versionLimit = 99
    /// At most so many characters in a reason.
    static let reasonLimit = 500

    private static func id(_ report: String, _ bureau: String, _ period: ReportPeriod) -> String {
        "\(bureau)/\(report)/\(period)"
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 6 - String(number).utf8.count)) + String(number)
    }

    private func objects(_ kind: String, _ id: String) throws(EngineError) -> [ObjectRecord] {
        try self.cases.store { store throws(StoreError) in
            try store.objects(kind: kind, key: "report", from: id, to: id, after: nil, limit: 1_000)
        }
    }

    private func decoded<Value: Decodable>(_ record: ObjectRecord, as type: Value.Type) throws(EngineError) -> Value {
        do {
            return try record.body.parsed().decoded(as: type)
        } catch {
            throw .unavailable(StoreError(.corrupt, "object \(record.kind) \(record.id) cannot be read"))
        }
    }

    private func put(_ kind: String, _ id: String, of report: String, _ value: some Encodable) throws(EngineError) {
        guard let json = try? JSON(encoding: value) else {
            throw .unavailable(StoreError(.corrupt, "object \(kind) \(id) cannot be written"))
        }
        let now = self.cases.engine.now
        try self.cases.engine.write(
            .putObject(
                ObjectRecord(
                    kind: kind,
                    id: id,
                    revision: 1,
                    updated: now,
                    keys: ["report": report],
                    body: RawJSON(json)
                )
            )
        )
    }

    // MARK: Reading

    /// All versions of a locked report, the first one first; none while the period is not locked.
    public func versions(
        _ report: String,
        of bureau: String,
        period: ReportPeriod
    ) throws(EngineError) -> [ReportVersion] {
        var versions: [ReportVersion] = []
        for record in try self.objects(Self.versionKind, Self.id(report, bureau, period)) {
            versions.append(try self.decoded(record, as: ReportVersion.self))
        }
        return versions
    }

    /// A locked report: the version asked for, else the last one there was at the moment; `nil` when it is not locked.
    ///
    /// - Throws: `NO_VERSION`.
    public func kept(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        version: Int? = nil,
        at moment: Instant? = nil
    ) throws(EngineError) -> ReportDocument? {
        let versions = try self.versions(report, of: bureau, period: period)
            .filter { version in moment.map { version.at <= $0.milliseconds } ?? true }
        guard let version else { return versions.last?.document }
        guard let found = versions.first(where: { $0.number == version }) else {
            throw Self.refusal("NO_VERSION", "没有第 \(version) 版。", "there is no version \(version)")
        }
        return found.document
    }

    func adjustments(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        at moment: Instant
    ) throws(EngineError) -> [ReportDocument.Adjustment] {
        var adjustments: [ReportDocument.Adjustment] = []
        for record in try self.objects(Self.adjustmentKind, Self.id(report, bureau, period))
        where record.updated <= moment {
            adjustments.append(try self.decoded(record, as: ReportDocument.Adjustment.self))
        }
        return adjustments
    }

    // MARK: Changing

    private func requireHead(_ person: PersonView, of bureau: String) throws(EngineError) {
        guard person.holdsOne(of: self.cases.directory.heads(of: bureau), in: bureau) else {
            throw Self.refusal("ROLE", "只有局领导可以锁定和更正统计。", "only a head locks and corrects figures")
        }
    }

    private func requireReason(_ reason: String) throws(EngineError) {
        guard !reason.isEmpty else { throw .invalid(field: "reason", Bilingual("须写明理由", "give a reason")) }
        guard reason.unicodeScalars.count <= Self.reasonLimit else {
            throw .tooLarge(field: "reason", limit: Self.reasonLimit)
        }
    }

    private func tell(
        _ kind: String,
        _ run: (report: String, bureau: String, period: ReportPeriod),
        _ version: Int?,
        reason: String?
    ) throws(EngineError) {
        try self.cases.engine.record(kind, bureau: run.bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("report", run.report)
            writer.member("period", run.period.description)
            if let version { writer.member("version", version) }
            if let reason { writer.member("reason", reason) }
            writer.endObject()
        }
    }

    private func add(
        _ run: ReportRun,
        number: Int,
        by: String,
        approvedBy: String?,
        reason: String?
    ) throws(EngineError) {
        var document = try self.document(of: run)
        document.version = number
        document.reason = reason
        let id = Self.id(run.report, run.bureau, run.period)
        let version = ReportVersion(
            number: number,
            document: document,
            by: by,
            approvedBy: approvedBy,
            at: self.cases.engine.now.milliseconds,
            reason: reason
        )
        try self.put(Self.versionKind, "\(id)/\(Self.padded(number))", of: id, version)
        try self.tell(
            number == 1 ? "report.locked" : "report.restated",
            (run.report, run.bureau, run.period),
            number,
            reason: reason
        )
    }

    /// Locks a period that is over, with the figures of a finished run.
    ///
    /// - Throws: `ROLE`, `NOT_OVER`, `LOCKED`, `UNFINISHED`.
    public func lock(_ run: ReportRun, by person: PersonView) throws(EngineError) {
        try self.requireHead(person, of: run.bureau)
        try self.requireWhole(run)
        guard run.period.last < ShanghaiTime.day(of: self.cases.engine.now) else {
            throw Self.refusal("NOT_OVER", "\(run.period) 还没有结束。", "\(run.period) is not over yet")
        }
        guard try self.versions(run.report, of: run.bureau, period: run.period).isEmpty else {
            throw Self.refusal("LOCKED", "\(run.period) 已锁定。", "\(run.period) is locked already")
        }
        try self.add(run, number: 1, by: person.id, approvedBy: nil, reason: nil)
    }

    private func requireWhole(_ run: ReportRun) throws(EngineError) {
        guard run.isDone, !run.isPast else {
            throw Self.refusal("UNFINISHED", "报表还没有算完。", "the report is not worked out for the present")
        }
    }

    private struct Restatement: Codable {
        var by: String
        var reason: String
    }

    /// Asks for a locked period to be worked out anew; somebody else approves.
    ///
    /// - Throws: `ROLE`, `NOT_LOCKED`, `PENDING` while another one waits to be approved.
    public func askRestatement(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        reason: String,
        by person: PersonView
    ) throws(EngineError) {
        try self.requireHead(person, of: bureau)
        try self.requireReason(reason)
        guard try !self.versions(report, of: bureau, period: period).isEmpty else {
            throw Self.refusal("NOT_LOCKED", "\(period) 没有锁定。", "\(period) is not locked")
        }
        let id = Self.id(report, bureau, period)
        let pending = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.restatementKind, id: id)
        }
        if let pending {
            let asked = try self.decoded(pending, as: Restatement.self)
            throw Self.refusal(
                "PENDING",
                "\(asked.by) 已申请重报 \(period),等待另一位领导批准。",
                "\(asked.by) asked for \(period) to be restated already; another head is to approve it"
            )
        }
        try self.put(Self.restatementKind, id, of: id, Restatement(by: person.id, reason: reason))
        try self.tell("report.restatement-asked", (report, bureau, period), nil, reason: reason)
    }

    /// Approves a restatement: the figures of a finished run become a further version.
    ///
    /// - Returns: the number of the version.
    /// - Throws: `ROLE`, `NOT_ASKED`, `SAME_PERSON`, `TOO_MANY_VERSIONS`.
    @discardableResult
    public func approveRestatement(_ run: ReportRun, by person: PersonView) throws(EngineError) -> Int {
        try self.requireHead(person, of: run.bureau)
        try self.requireWhole(run)
        let id = Self.id(run.report, run.bureau, run.period)
        guard
            let record = try self.cases.store({ store throws(StoreError) in
                try store.object(kind: Self.restatementKind, id: id)
            })
        else { throw Self.refusal("NOT_ASKED", "没有人申请重报。", "nobody asked for a restatement") }
        let asked = try self.decoded(record, as: Restatement.self)
        guard asked.by != person.id else {
            throw Self.refusal("SAME_PERSON", "须由另一人批准。", "another person must approve")
        }
        let number = try self.versions(run.report, of: run.bureau, period: run.period).count + 1
        guard number <= Self.versionLimit else {
            throw Self.refusal("TOO_MANY_VERSIONS", "版本太多。", "there are too many versions")
        }
        try self.cases.engine.write(.removeObject(kind: Self.restatementKind, id: id))
        try self.add(run, number: number, by: asked.by, approvedBy: person.id, reason: asked.reason)
        return number
    }

    /// Corrects a figure of a locked period by a line in the period of the same kind that is running now.
    ///
    /// - Returns: the period in which the line stands.
    /// - Throws: `ROLE`, `NOT_LOCKED`, `PENDING` while another one waits to be approved. `NO_RUNNING_PERIOD`.
    @discardableResult
    public func adjust(
        _ report: String,
        of bureau: String,
        period: ReportPeriod,
        figure: String,
        by delta: Int64,
        reason: String,
        person: PersonView
    ) throws(EngineError) -> ReportPeriod {
        try self.requireHead(person, of: bureau)
        try self.requireReason(reason)
        guard delta != 0 else { throw .invalid(field: "delta", Bilingual("不得为 0", "must not be 0")) }
        guard let last = try self.versions(report, of: bureau, period: period).last else {
            throw Self.refusal("NOT_LOCKED", "\(period) 没有锁定。", "\(period) is not locked")
        }
        guard last.document.columns.contains(where: { $0.id == figure && !$0.isShare }) else {
            throw .invalid(field: "figure", Bilingual("报表没有指标 \(figure)", "the report counts no \(figure)"))
        }
        guard let running = period.running(on: ShanghaiTime.day(of: self.cases.engine.now)) else {
            throw Self.refusal(
                "NO_RUNNING_PERIOD",
                "\(period) 没有同类的当前时期。",
                "there is no running period of the kind of \(period)"
            )
        }
        let id = Self.id(report, bureau, running)
        let number = try self.objects(Self.adjustmentKind, id).count + 1
        guard number < 1_000 else {
            throw Self.refusal("TOO_MANY_ADJUSTMENTS", "调整太多。", "there are too many adjustments")
        }
        let adjustment = ReportDocument.Adjustment(
            period: period.description,
            figure: figure,
            delta: delta,
            reason: reason
        )
        try self.put(Self.adjustmentKind, "\(id)/\(Self.padded(number))", of: id, adjustment)
        try self.tell("report.adjusted", (report, bureau, period), nil, reason: reason)
        return running
    }
}
