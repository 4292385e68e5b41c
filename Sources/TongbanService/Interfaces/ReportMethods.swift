// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Reports`. A report is worked out page by page on the loop, with other work in between.
struct ReportMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(ReportsInterface.interface)
        let endpoint = self.endpoint
        endpoint.read(ReportsInterface.List.self, in: &service, needs: .nothing) { input, caller, core in
            let bureaus = core.directory.bureauIDs.filter { bureau in input.bureau.map { $0 == bureau } ?? true }
            return .init(
                reports: bureaus.flatMap { bureau in
                    (core.directory.declaration(of: bureau)?.declaration.reports ?? [])
                        .filter { $0.isPublic == true || caller.mayRead(bureau: bureau) }
                        .map { report in
                            .init(
                                bureau: bureau,
                                report: report.id,
                                zh: report.name.zh,
                                en: report.name.en,
                                figures: report.figures,
                                public: report.isPublic ?? false
                            )
                        }
                }
            )
        }
        endpoint.read(ReportsInterface.Versions.self, in: &service, needs: .nothing) { input, caller, core in
            try Self.mayRead(input.report, of: input.bureau, caller, core)
            let period = try Self.period(input.period)
            let versions = try core.cases.reports.versions(input.report, of: input.bureau, period: period)
            return .init(
                versions: versions.map { version in
                    .init(
                        number: version.number,
                        by: version.by,
                        approvedBy: version.approvedBy,
                        at: Instant(milliseconds: version.at).description,
                        reason: version.reason
                    )
                }
            )
        }
        endpoint.change(ReportsInterface.Adjust.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let running = try core.cases.reports.adjust(
                input.report,
                of: input.bureau,
                period: try Self.period(input.period),
                figure: input.figure,
                by: Int64(input.delta),
                reason: input.reason,
                person: caller.decider
            )
            return .init(period: running.description)
        }
        endpoint.change(ReportsInterface.AskRestatement.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            try core.cases.reports.askRestatement(
                input.report,
                of: input.bureau,
                period: try Self.period(input.period),
                reason: input.reason,
                by: caller.decider
            )
            return .init()
        }
        service.stream(ReportsInterface.Run.self, requiresMore: false) { input, context, _ in
            try await Self.answer {
                .init(document: RawJSON(try JSON(encoding: try await Self.run(input, context, endpoint))))
            }
        }
        service.stream(ReportsInterface.Lock.self, requiresMore: false) { input, context, _ in
            try await Self.answer {
                let run = try await Self.worked(input.report, input.bureau, input.period, nil, context, endpoint)
                let person = try await endpoint.onLoop { _ in
                    let caller = try endpoint.caller(context, needs: .nothing)
                    return (caller.actor, caller.decider)
                }
                let document = try await endpoint.perform(by: person.0) { (core) throws(EngineError) in
                    try core.cases.reports.lock(run, by: person.1)
                    return try core.cases.reports.kept(run.report, of: run.bureau, period: run.period)
                }
                return .init(document: RawJSON(try JSON(encoding: document)))
            }
        }
        service.stream(ReportsInterface.ApproveRestatement.self, requiresMore: false) { input, context, _ in
            try await Self.answer {
                let run = try await Self.worked(input.report, input.bureau, input.period, nil, context, endpoint)
                let person = try await endpoint.onLoop { _ in
                    let caller = try endpoint.caller(context, needs: .nothing)
                    return (caller.actor, caller.decider)
                }
                let document = try await endpoint.perform(by: person.0) { (core) throws(EngineError) in
                    try core.cases.reports.approveRestatement(run, by: person.1)
                    return try core.cases.reports.kept(run.report, of: run.bureau, period: run.period)
                }
                return .init(document: RawJSON(try JSON(encoding: document)))
            }
        }
    }

    private static func answer<Output>(_ body: () async throws -> Output) async throws -> Output {
        do {
            return try await body()
        } catch let error as EngineError {
            throw error.failure
        }
    }

    private static func run(
        _ input: ReportsInterface.Run.Input,
        _ context: VarlinkContext,
        _ endpoint: Endpoint
    ) async throws -> ReportDocument {
        let moment = try input.at.map { (text) throws(EngineError) in try Self.instant(text) }
        let period = try Self.period(input.period)
        let kept = try await endpoint.onLoop { core in
            try Self.mayRead(input.report, of: input.bureau, try endpoint.caller(context, needs: .nothing), core)
            try ReportDesk.requirePast(moment, now: core.now)
            return try core.cases.reports.kept(
                input.report,
                of: input.bureau,
                period: period,
                version: input.version,
                at: moment
            )
        }
        if let kept { return kept }
        let run = try await Self.worked(input.report, input.bureau, input.period, moment, context, endpoint)
        return try await endpoint.onLoop { core in try core.cases.reports.document(of: run) }
    }

    /// A finished run: one turn of the loop for each page.
    private static func worked(
        _ report: String,
        _ bureau: String,
        _ period: String,
        _ moment: Instant?,
        _ context: VarlinkContext,
        _ endpoint: Endpoint
    ) async throws -> ReportRun {
        let period = try Self.period(period)
        var run = try await endpoint.onLoop { core in
            try Self.mayRead(report, of: bureau, try endpoint.caller(context, needs: .nothing), core)
            return try core.cases.reports.begin(report, of: bureau, period: period, at: moment, now: core.now)
        }
        while !run.isDone {
            let last = run
            run = try await endpoint.onLoop { core in
                var next = last
                try core.cases.reports.step(&next)
                return next
            }
        }
        return run
    }

    private static func mayRead(_ report: String, of bureau: String, _ caller: Caller, _ core: DaemonCore) throws {
        let declaration = core.directory.declaration(of: bureau)?.declaration.reports?.first { $0.id == report }
        guard declaration?.isPublic == true || caller.mayRead(bureau: bureau) else {
            throw VarlinkServiceFailure.permissionDenied
        }
    }

    private static func period(_ text: String) throws(EngineError) -> ReportPeriod {
        guard let period = ReportPeriod(text) else {
            throw .invalid(
                field: "period",
                Bilingual("“\(text)”不是时期,如 2022-07、2022-Q2", "\"\(text)\" is no period such as 2022-07 or 2022-Q2")
            )
        }
        return period
    }

    private static func instant(_ text: String) throws(EngineError) -> Instant {
        guard let instant = Instant(text) else {
            throw .invalid(
                field: "at",
                Bilingual("“\(text)”不是带时区的时刻", "\"\(text)\" is no RFC 3339 moment with offset")
            )
        }
        return instant
    }
}
