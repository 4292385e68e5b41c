// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Clock`.
struct ClockMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(ClockInterface.interface)
        self.endpoint.read(ClockInterface.Get.self, in: &service, needs: .nothing) { _, _, core in
            .init(now: core.now.description, clock: core.clock.isSimulated ? .simulated : .real)
        }
        let endpoint = self.endpoint
        service.stream(ClockInterface.Advance.self, requiresMore: false) { input, context, writer in
            let target = try await endpoint.onLoop { core in
                try endpoint.caller(context, needs: .operator).requireOperator()
                return try Self.target(input, core)
            }
            var fired = 0
            // What may have been done to the store by hand is found before time goes on.
            while try await endpoint.onLoop({ core in try Self.audit(before: target, core) }) {}
            while true {
                await Self.quiet(endpoint)
                let step = try await endpoint.onLoop { core in try Self.step(to: target, core) }
                if step.isThere { break }
                fired += 1
                if context.wantsMore, fired.isMultiple(of: 50) {
                    try await writer.write(.init(now: step.now.description, fired: fired, done: false))
                }
            }
            await Self.quiet(endpoint)
            let now = try await endpoint.onLoop { $0.now }
            return .init(now: now.description, fired: fired, done: true)
        }
    }

    private static func target(_ input: ClockInterface.Advance.Input, _ core: DaemonCore) throws -> Instant {
        guard core.clock.isSimulated else { throw ClockFailure.notSimulated }
        let target: Instant
        switch (input.by, input.to) {
        case (let by?, nil):
            guard let time = AdvanceTime(by) else {
                throw EngineError.invalid(
                    field: "by",
                    Bilingual("“\(by)”不是时间长度,如 3d、90min、1d12h", "\"\(by)\" is no time such as 3d, 90min, 1d12h")
                )
            }
            target = core.now.adding(milliseconds: time.milliseconds)
        case (nil, let to?): target = try CalendarMethods.start(to)
        default:
            throw EngineError.invalid(field: "by", Bilingual("请给出 by 或 to 之一", "give either \"by\" or \"to\""))
        }
        guard target >= core.now else {
            throw EngineError.refused(
                Refusal(
                    code: "CLOCK_BACK",
                    zh: "时钟不能往回拨(现在是 \(core.now))。",
                    en: "the clock does not go back; it is \(core.now)"
                )
            )
        }
        return target
    }

    /// Does a part of the audit of the timers that is due before the target.
    ///
    /// - Returns: whether there is more of it.
    private static func audit(before target: Instant, _ core: DaemonCore) throws -> Bool {
        guard let next = core.cases.nextAudit, next < target else { return false }
        let timer = try core.engine.nextTimerOrTask() ?? target
        guard next <= timer else { return false }
        let passes = try core.cases.timerFigures(at: core.now).audits
        if next > core.now { try core.setSimulated(next) }
        core.tick()
        return try core.cases.timerFigures(at: core.now).audits == passes
    }

    /// Moves to the next thing that is due, or to the target when nothing is due before it.
    private static func step(to target: Instant, _ core: DaemonCore) throws -> (now: Instant, isThere: Bool) {
        if let next = try core.engine.nextTimerOrTask(), next <= target {
            try core.setSimulated(next)
            core.tick()
            return (core.now, false)
        }
        try core.setSimulated(target)
        core.tick()
        return (core.now, true)
    }

    /// Waits until everything that was set off has been worked on.
    private static func quiet(_ endpoint: Endpoint) async {
        let promise = endpoint.core.eventLoop.makePromise(of: Void.self)
        endpoint.core.eventLoop.execute { endpoint.core.value.whenQuiet { promise.succeed(()) } }
        try? await promise.futureResult.get()
    }
}
