// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Decisions`.
struct DecisionMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(DecisionsInterface.interface)
        self.endpoint.read(DecisionsInterface.List.self, in: &service) { input, _, core in
            var tables: [DecisionsInterface.Table] = []
            for bureau in core.directory.bureauIDs where input.bureau.map({ $0 == bureau }) ?? true {
                guard let declaration = core.directory.declaration(of: bureau)?.declaration else { continue }
                let decisions = DecisionSet(declaration)
                tables += decisions.tables.map { Self.shown($0, bureau) }
                tables += decisions.cards.map { Self.shown($0, bureau) }
            }
            return .init(tables: tables)
        }
        self.endpoint.read(DecisionsInterface.Get.self, in: &service) { input, _, core in
            let decisions = try Self.decisions(of: input.bureau, core)
            let day = try Self.day(input.day, core)
            if let table = decisions.table(input.table, on: day) {
                return .init(table: Self.shown(table, input.bureau), declaration: try Self.raw(table))
            }
            if let card = decisions.card(input.table, on: day) {
                return .init(table: Self.shown(card, input.bureau), declaration: try Self.raw(card))
            }
            throw EngineError.refused(Refusal(.noTable(input.table)))
        }
        self.endpoint.read(DecisionsInterface.Run.self, in: &service) { input, caller, core in
            guard caller.mayRead(bureau: input.bureau) else { throw VarlinkServiceFailure.permissionDenied }
            let decisions = try Self.decisions(of: input.bureau, core)
            let inputs = (try? input.inputs.parsed())?.objectValue ?? [:]
            do {
                return .init(
                    result: Self.shown(try decisions.decide(input.table, inputs, on: Self.day(input.day, core)))
                )
            } catch let error as DecisionError {
                throw EngineError.refused(Refusal(error))
            }
        }
        self.endpoint.read(DecisionsInterface.OfCase.self, in: &service) { input, caller, core in
            try CaseMethods.mayRead(input.number, caller, core)
            let view =
                if let moment = try CaseMethods.moment(input.at, "at") {
                    try core.cases.view(
                        input.number,
                        at: moment,
                        upTo: core.committedSequence,
                        for: CaseMethods.viewer(caller)
                    )
                } else {
                    try core.cases.view(input.number, for: CaseMethods.viewer(caller))
                }
            return .init(decisions: view.dossier.decisions.map(Self.shown))
        }
    }

    private static func decisions(of bureau: String, _ core: DaemonCore) throws(EngineError) -> DecisionSet {
        guard let declaration = core.directory.declaration(of: bureau)?.declaration else {
            throw .invalid(field: "bureau", Bilingual("没有部门 \(bureau)", "there is no bureau \(bureau)"))
        }
        return DecisionSet(declaration)
    }

    private static func day(_ text: String?, _ core: DaemonCore) throws(EngineError) -> CivilDay {
        guard let text else { return ShanghaiTime.day(of: core.engine.now) }
        guard let day = CivilDay(text) else {
            throw .invalid(field: "day", Bilingual("须为日期,如 2022-07-12", "must be a date such as 2022-07-12"))
        }
        return day
    }

    private static func raw(_ declaration: some Encodable) throws -> RawJSON {
        RawJSON(try JSON(encoding: declaration))
    }

    private static func shown(_ table: DecisionTable, _ bureau: String) -> DecisionsInterface.Table {
        .init(
            bureau: bureau,
            id: table.id,
            kind: "table",
            zh: table.name.zh,
            en: table.name.en,
            version: table.effectiveFrom.description,
            policy: table.collect.map { "\(table.policy.rawValue) \($0.rawValue)" } ?? table.policy.rawValue,
            rows: table.rows.count,
            source: table.source
        )
    }

    private static func shown(_ card: ScoreCard, _ bureau: String) -> DecisionsInterface.Table {
        .init(
            bureau: bureau,
            id: card.id,
            kind: "card",
            zh: card.name.zh,
            en: card.name.en,
            version: card.effectiveFrom.description,
            policy: "",
            rows: card.groups.reduce(0) { $0 + $1.criteria.count },
            source: card.source
        )
    }

    private static func shown(_ result: DecisionResult) -> DecisionsInterface.Result {
        .init(
            table: result.table,
            version: result.version.description,
            score: result.isScore,
            inputs: RawJSON(.object(result.inputs)),
            rows: result.rows,
            output: RawJSON(["value": result.value]),
            lines: result.lines.map {
                .init(
                    id: $0.id,
                    holds: $0.holds,
                    points: $0.points.map { Int(clamping: $0) },
                    zh: $0.text(.chinese),
                    en: $0.text(.english)
                )
            }
        )
    }

    private static func shown(_ decision: CaseDecision) -> DecisionsInterface.Decision {
        .init(
            number: decision.number,
            at: decision.at.description,
            into: decision.into,
            declaration: decision.declaration,
            result: self.shown(decision.result)
        )
    }
}
