// SPDX-License-Identifier: Apache-2.0

import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// `org.tongban.Schedules`.
struct ScheduleMethods {
    let endpoint: Endpoint
    private static let largestPage = 1_000

    func add(to service: inout VarlinkService) {
        service.add(SchedulesInterface.interface)
        self.addReading(to: &service)
        self.addOperating(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(SchedulesInterface.List.self, in: &service) { input, caller, core in
            let states = try core.cases.schedules.states().filter { state in
                (input.bureau.map { $0 == state.bureau } ?? true) && caller.mayRead(bureau: state.bureau)
            }
            return .init(schedules: states.map { Self.shown($0, core) })
        }
        self.endpoint.read(SchedulesInterface.Get.self, in: &service) { input, caller, core in
            .init(schedule: Self.shown(try Self.readable(input.id, caller, core), core))
        }
        self.endpoint.read(SchedulesInterface.Next.self, in: &service) { input, caller, core in
            let id = try Self.readable(input.id, caller, core).id
            let count = min(max(input.count ?? 10, 1), Self.largestPage)
            return .init(
                runs: try core.cases.schedules.next(of: id, count: count).map { run in
                    .init(
                        period: run.period.key,
                        due: run.due.description,
                        from: run.period.first.description,
                        through: run.period.last.description,
                        provisional: run.isProvisional
                    )
                }
            )
        }
        self.endpoint.read(SchedulesInterface.Runs.self, in: &service) { input, caller, core in
            let id = try Self.readable(input.id, caller, core).id
            let limit = min(max(input.limit ?? 50, 1), Self.largestPage)
            return .init(runs: try core.cases.schedules.runs(of: id, limit: limit).map(Self.shown))
        }
    }

    private func addOperating(to service: inout VarlinkService) {
        self.endpoint.change(SchedulesInterface.Pause.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).id
            try core.cases.schedules.pause(id, reason: input.reason, by: caller.decider)
            return .init(schedule: Self.shown(try core.cases.schedules.state(id), core))
        }
        self.endpoint.change(SchedulesInterface.Resume.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).id
            try core.cases.schedules.resume(
                id,
                reason: input.reason,
                makesUp: input.makeUp ?? false,
                by: caller.decider
            )
            return .init(schedule: Self.shown(try core.cases.schedules.state(id), core))
        }
        self.endpoint.change(SchedulesInterface.RunNow.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).id
            let record = try core.cases.schedules.runNow(
                id,
                period: input.period,
                reason: input.reason,
                by: caller.decider
            )
            return .init(run: Self.shown(record))
        }
        self.endpoint.change(SchedulesInterface.Skip.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            let id = try Self.readable(input.id, caller, core).id
            return .init(
                period: try core.cases.schedules.skipNext(id, reason: input.reason, by: caller.decider)
            )
        }
    }

    /// A schedule of a bureau the caller may read; any other is unknown to him.
    private static func readable(
        _ id: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws(EngineError) -> ScheduleState {
        let bureau = String(id.prefix { $0 != "/" })
        guard caller.mayRead(bureau: bureau) else {
            throw .refused(Refusal(code: "NO_SCHEDULE", zh: "没有定时 \(id)。", en: "there is no schedule \(id)"))
        }
        return try core.cases.schedules.state(id)
    }

    private static func shown(_ state: ScheduleState, _ core: DaemonCore) -> SchedulesInterface.Schedule {
        let declaration = core.cases.schedules.declaration(of: state)
        let words = (try? Recurrence(state.recurrence))?.explanation
        return .init(
            id: state.id,
            zh: declaration?.name.zh ?? state.name,
            en: declaration?.name.en ?? state.name,
            recurrence: state.recurrence,
            explainedZh: words?.zh ?? state.recurrence,
            explainedEn: words?.en ?? state.recurrence,
            task: declaration?.task,
            item: declaration?.item,
            nextPeriod: state.nextPeriod,
            nextDue: state.nextDue,
            provisional: state.isProvisional,
            lastPeriod: state.lastPeriod,
            pausedBy: state.pause?.by,
            pausedReason: state.pause?.reason,
            pausedSince: state.pause?.since,
            removed: state.isRemoved
        )
    }

    private static func shown(_ run: ScheduleRunRecord) -> SchedulesInterface.Run {
        .init(
            period: run.period,
            outcome: run.outcome.rawValue,
            due: run.due,
            at: run.at,
            lateBy: Int(run.lateBy),
            task: run.task,
            case: run.caseNumber,
            by: run.by,
            reason: run.reason
        )
    }
}
