// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanEngine
import TongbanModel

/// Reports of the bureau.
extension TestDaemon {
    /// A report; of a locked period the last version, or the one asked for.
    ///
    /// - Parameters:
    ///   - period: such as `2022-07`.
    ///   - moment: as it would have been then.
    public func report(
        _ id: String,
        _ period: String,
        version: Int? = nil,
        at moment: String? = nil
    ) throws -> ReportDocument {
        let moment = try moment.map { (text) throws(TestDaemonError) in try Self.moment(text) }
        return try self.cases.reports.run(
            id,
            of: self.bureau,
            period: try Self.period(period),
            version: version,
            at: moment,
            now: self.now
        )
    }

    /// Locks a period.
    public func lockReport(_ id: String, _ period: String, as person: PersonView) throws {
        let run = try self.finishedRun(id, period)
        try self.call { cases throws(EngineError) in try cases.reports.lock(run, by: person) }
    }

    /// Asks for a locked period to be worked out anew.
    public func restateReport(_ id: String, _ period: String, reason: String, as person: PersonView) throws {
        let (bureau, parsed) = (self.bureau, try Self.period(period))
        try self.call { cases throws(EngineError) in
            try cases.reports.askRestatement(id, of: bureau, period: parsed, reason: reason, by: person)
        }
    }

    /// Approves what somebody else asked for.
    public func approveRestatement(_ id: String, _ period: String, as person: PersonView) throws {
        let run = try self.finishedRun(id, period)
        try self.call { cases throws(EngineError) in try cases.reports.approveRestatement(run, by: person) }
    }

    /// Corrects a locked period by a line in the running one.
    public func adjustReport(
        _ id: String,
        _ period: String,
        _ figure: String,
        by delta: Int64,
        reason: String,
        as person: PersonView
    ) throws {
        let (bureau, parsed) = (self.bureau, try Self.period(period))
        try self.call { cases throws(EngineError) in
            try cases.reports.adjust(
                id,
                of: bureau,
                period: parsed,
                figure: figure,
                by: delta,
                reason: reason,
                person: person
            )
        }
    }

    private func finishedRun(_ id: String, _ period: String) throws -> ReportRun {
        var run = try self.cases.reports.begin(id, of: self.bureau, period: try Self.period(period), now: self.now)
        while !run.isDone { try self.cases.reports.step(&run) }
        return run
    }

    private static func period(_ text: String) throws(EngineError) -> ReportPeriod {
        guard let period = ReportPeriod(text) else {
            throw .invalid(field: "period", Bilingual("“\(text)”不是时期", "\"\(text)\" is no period"))
        }
        return period
    }
}
