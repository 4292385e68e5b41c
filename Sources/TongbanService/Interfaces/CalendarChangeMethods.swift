// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanEngine
import Varlink

/// The methods of `org.tongban.Calendar` that change what deadlines are counted by, or show what a change would do.
struct CalendarChangeMethods {
    let endpoint: Endpoint

    /// Cases looked at in one turn of the loop.
    private static let pageSize = 250

    func add(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        service.stream(CalendarInterface.Preview.self, requiresMore: true) { input, context, writer in
            let change = try await endpoint.onLoop { _ in
                try endpoint.caller(context, needs: .operator).requireOperator()
                return try Self.change(input)
            }
            var cursor: OpenCaseCursor?
            var looked = 0
            while true {
                let after = cursor
                let page = try await endpoint.onLoop { core in
                    try core.cases.preview(change, after: after, limit: Self.pageSize)
                }
                looked += page.looked
                cursor = page.next
                let moves = page.moves.map(Self.move)
                guard cursor != nil else { return .init(moves: moves, cases: looked, done: true) }
                if !moves.isEmpty || looked.isMultiple(of: 10_000) {
                    try await writer.write(.init(moves: moves, cases: looked, done: false))
                }
            }
        }
        endpoint.change(CalendarInterface.Rollback.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            try core.cases.apply(.rollback(year: input.year))
            core.tickSoon()
            return .init(year: input.year, workingDays: core.directory.calendar.workingDays(in: input.year))
        }
        endpoint.read(CalendarInterface.Hours.self, in: &service, needs: .nothing) { _, _, core in
            .init(hours: RawJSON(core.directory.officeHours.json))
        }
        endpoint.change(CalendarInterface.SetHours.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            try core.cases.apply(.hours(try Self.hours(input.hours)))
            core.tickSoon()
            return .init()
        }
        service.stream(CalendarInterface.Recount.self, requiresMore: false) { _, context, writer in
            while true {
                let output = try await endpoint.onLoop { core in
                    try endpoint.caller(context, needs: .operator).requireOperator()
                    return Self.recount(core.cases)
                }
                guard output.pending, context.wantsMore else { return output }
                try await writer.write(output)
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private static func recount(_ cases: CaseEngine) -> CalendarInterface.Recount.Output {
        guard let (progress, isPending) = cases.recount else {
            return .init(pending: false, cause: nil, cases: 0, moved: 0)
        }
        return .init(pending: isPending, cause: progress.cause, cases: progress.looked, moved: progress.moved)
    }

    private static func change(_ input: CalendarInterface.Preview.Input) throws(EngineError) -> CalendarChange {
        switch (input.table, input.hours, input.rollback) {
        case (let table?, nil, nil): return .table(try CalendarMethods.table(table))
        case (nil, let hours?, nil): return .hours(try Self.hours(hours))
        case (nil, nil, let year?): return .rollback(year: year)
        default:
            throw .invalid(
                field: "table",
                Bilingual("请给出 table、hours、rollback 之一", "give one of \"table\", \"hours\" and \"rollback\"")
            )
        }
    }

    private static func hours(_ raw: RawJSON) throws(EngineError) -> OfficeHours {
        guard let json = try? raw.parsed() else {
            throw .invalid(field: "hours", Bilingual("不是 JSON", "is no JSON"))
        }
        do throws(CalendarError) {
            return try OfficeHours(json: json)
        } catch {
            throw EngineError.invalid(field: "hours", error.message)
        }
    }

    private static func move(_ move: DeadlineMove) -> CalendarInterface.Move {
        .init(
            number: move.number,
            deadline: move.deadline,
            zh: move.name.zh,
            en: move.name.en,
            was: move.was?.description,
            due: move.due?.description,
            wasProvisional: move.wasProvisional,
            provisional: move.isProvisional
        )
    }
}
