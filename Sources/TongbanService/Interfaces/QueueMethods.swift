// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Queue`.
struct QueueMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        service.add(QueueInterface.interface)
        self.addSubmitting(to: &service)
        self.addWorking(to: &service)
        self.addReading(to: &service)
        self.addOperating(to: &service)
    }

    private func addSubmitting(to service: inout VarlinkService) {
        self.endpoint.change(QueueInterface.Submit.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            var tasks: [NewTask] = []
            for task in input.tasks {
                try Self.mayUse(task.queue, caller)
                tasks.append(try Self.newTask(task))
            }
            return .init(ids: try core.engine.submit(tasks).map(\.description))
        }
        self.endpoint.change(QueueInterface.Cancel.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            let ids = try Self.ids(input.ids)
            try core.engine.refuseWork(ids)
            let cancelled = try core.engine.cancel(ids, reason: input.reason)
            return .init(cancelled: cancelled.map(\.description))
        }
        self.endpoint.change(QueueInterface.Retry.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            .init(retried: try core.engine.retry(try Self.ids(input.ids)).map(\.description))
        }
        self.endpoint.change(QueueInterface.RetryAll.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            let filter = TaskFilter(queue: input.queue, state: nil, kind: input.kind)
            let preview = try core.engine.preview(filter, states: [.failed])
            if input.apply {
                try Self.each(filter, [.failed], core) { ids throws(EngineError) in _ = try core.engine.retry(ids) }
            }
            return .init(count: preview.count, sample: preview.sample.map(\.description))
        }
        self.endpoint.change(QueueInterface.CancelAll.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            let filter = TaskFilter(queue: input.queue, state: nil, kind: input.kind)
            let states: [TaskState] = [.scheduled, .ready, .leased, .blocked]
            try core.engine.refuseWork(queue: input.queue)
            let preview = try core.engine.preview(filter, states: states)
            if input.apply {
                try Self.each(filter, states, core) { ids throws(EngineError) in
                    _ = try core.engine.cancel(ids, reason: input.reason)
                }
            }
            return .init(count: preview.count, sample: preview.sample.map(\.description))
        }
    }

    /// Does something to every task that matches, in slices.
    private static func each(
        _ filter: TaskFilter,
        _ states: [TaskState],
        _ core: DaemonCore,
        _ body: ([TaskID]) throws(EngineError) -> Void
    ) throws(EngineError) {
        for state in states {
            var part = filter
            part.state = state
            while true {
                let ids = try core.engine.tasks(part, after: nil, limit: 500).map(\.id)
                guard !ids.isEmpty else { break }
                try body(ids)
            }
        }
    }

    private func addWorking(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        service.handleOnLoop(QueueInterface.Claim.self, pipelined: false) { input, context, responder in
            do {
                let caller = try endpoint.caller(context, needs: .nothing)
                try Self.mayUse(input.queue, caller)
                let core = endpoint.core.value
                let claimant = Self.claimant(caller, context)
                let lease = input.leaseSeconds.map(Self.milliseconds)
                if context.wantsMore {
                    if !caller.keepsLeases {
                        Self.freeWhenClosed(claimant, responder.untyped, core)
                    }
                    guard core.engine.queueRecord(input.queue) != nil else {
                        throw EngineError.noSuchQueue(input.queue)
                    }
                    // Sound parameters are found out about now, not when the first task comes.
                    guard (1...core.engine.limits.callSize).contains(input.limit) else {
                        throw EngineError.tooLarge(field: "limit", limit: core.engine.limits.callSize)
                    }
                    core.claims.add(
                        .init(
                            responder: responder,
                            queue: input.queue,
                            kinds: input.kinds,
                            limit: input.limit,
                            leaseMilliseconds: lease,
                            claimant: claimant,
                            actor: caller.actor
                        ),
                        in: core
                    )
                    return
                }
                core.performUnmarked(by: caller.actor) { () throws(EngineError) in
                    try core.engine.claim(
                        queue: input.queue,
                        limit: input.limit,
                        kinds: input.kinds,
                        leaseMilliseconds: lease,
                        claimant: claimant
                    )
                } completion: { result in
                    responder.answer(result.map { .init(tasks: $0.map(\.claimed)) })
                }
            } catch {
                responder.fail(error)
            }
        }
        self.endpoint.changeUnmarked(QueueInterface.Extend.self, in: &service, needs: .nothing) {
            (input, _, core) throws(EngineError) in
            return .init(lost: try core.engine.extend(input.leases, milliseconds: Self.milliseconds(input.seconds)))
        }
        service.handleOnLoop(QueueInterface.Complete.self, pipelined: true) { input, context, responder in
            do {
                let caller = try endpoint.caller(context, needs: .nothing)
                Self.complete(input.results, by: caller, endpoint.core.value, responder)
            } catch {
                responder.fail(error)
            }
        }
        self.addFailing(to: &service)
    }

    /// Each result on its own: those without effects in one go, each with effects together with them or not at all.
    private static func complete(
        _ results: [QueueInterface.Result],
        by caller: Caller,
        _ core: DaemonCore,
        _ responder: VarlinkMethodResponder<QueueInterface.Complete>
    ) {
        guard results.count <= core.engine.limits.callSize else {
            responder.fail(EngineError.tooLarge(field: "results", limit: core.engine.limits.callSize))
            return
        }
        var outcomes: [QueueInterface.Outcome] = []
        for result in results {
            let effects = result.effects ?? []
            let outcome = core.attempt(by: caller.actor, marked: !effects.isEmpty) { () throws(EngineError) in
                try core.engine.complete(result.lease, output: result.output, effects: effects)
            }
            switch outcome {
            case nil: outcomes.append(.init(lease: result.lease, accepted: true))
            case .unavailable(let cause): return core.answerUnavailable(cause, responder.untyped)
            case .leaseLost: outcomes.append(.init(lease: result.lease, accepted: false, reason: "LeaseLost"))
            case let error?:
                outcomes.append(.init(lease: result.lease, accepted: false, reason: error.reason))
            }
        }
        core.whenCommitted { error in
            responder.answer(error.map { .failure($0) } ?? .success(.init(outcomes: outcomes)))
        }
    }

    private func addFailing(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        service.handleOnLoop(QueueInterface.Fail.self, pipelined: true) { input, context, responder in
            do {
                let caller = try endpoint.caller(context, needs: .nothing)
                let core = endpoint.core.value
                var outcomes: [QueueInterface.Outcome] = []
                guard input.failures.count <= core.engine.limits.callSize else {
                    throw EngineError.tooLarge(field: "failures", limit: core.engine.limits.callSize)
                }
                for failure in input.failures {
                    let error = core.attempt(by: caller.actor, marked: false) { () throws(EngineError) in
                        try core.engine.fail(
                            failure.lease,
                            error: failure.error,
                            retryAfterMilliseconds: failure.retryAfterSeconds.map(Self.milliseconds),
                            isFatal: failure.fatal ?? false
                        )
                    }
                    if case .unavailable(let cause) = error { return core.answerUnavailable(cause, responder.untyped) }
                    outcomes.append(.init(lease: failure.lease, accepted: error == nil, reason: error?.reason))
                }
                core.whenCommitted { error in
                    responder.answer(error.map { .failure($0) } ?? .success(.init(outcomes: outcomes)))
                }
            } catch {
                responder.fail(error)
            }
        }
        service.handleOnLoop(QueueInterface.Release.self, pipelined: true) { input, context, responder in
            do {
                let caller = try endpoint.caller(context, needs: .nothing)
                let core = endpoint.core.value
                var outcomes: [QueueInterface.Outcome] = []
                guard input.leases.count <= core.engine.limits.callSize else {
                    throw EngineError.tooLarge(field: "leases", limit: core.engine.limits.callSize)
                }
                for lease in input.leases {
                    let error = core.attempt(by: caller.actor, marked: false) { () throws(EngineError) in
                        try core.engine.release(lease)
                    }
                    if case .unavailable(let cause) = error { return core.answerUnavailable(cause, responder.untyped) }
                    outcomes.append(.init(lease: lease, accepted: error == nil, reason: error?.reason))
                }
                core.whenCommitted { error in
                    responder.answer(error.map { .failure($0) } ?? .success(.init(outcomes: outcomes)))
                }
            } catch {
                responder.fail(error)
            }
        }
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(QueueInterface.Get.self, in: &service) { input, _, core in
            .init(task: try core.engine.task(try Self.id(input.id)).info)
        }
        self.endpoint.read(QueueInterface.Stats.self, in: &service) { _, _, core in
            .init(queues: try core.engine.statistics().map(\.stats))
        }
        self.endpoint.read(QueueInterface.Why.self, in: &service) { input, _, core in
            let cause = try core.engine.why(try Self.id(input.id))
            let sentence = cause.sentence
            return .init(cause: cause.code, zh: sentence.zh, en: sentence.en, until: cause.until?.description)
        }
        let endpoint = self.endpoint
        service.stream(QueueInterface.List.self, requiresMore: false) { input, context, writer in
            let filter = try await endpoint.onLoop { core in
                _ = try endpoint.caller(context, needs: .reader)
                return try Self.filter(input)
            }
            let limit = min(max(input.limit ?? 100, 1), 1_000)
            var after = try input.after.map { try Self.id($0) }
            while true {
                let from = after
                let page = try await endpoint.onLoop { core in
                    try core.engine.tasks(filter, after: from, limit: limit)
                }
                let next = page.count == limit ? page.last?.id : nil
                let output = QueueInterface.List.Output(tasks: page.map(\.info), next: next?.description)
                guard context.wantsMore, next != nil else { return output }
                try await writer.write(output)
                after = next
            }
        }
    }

    private func addOperating(to service: inout VarlinkService) {
        self.endpoint.change(QueueInterface.Configure.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            .init(created: try core.engine.configure(Self.record(input.settings)))
        }
        self.endpoint.change(QueueInterface.Pause.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            try core.engine.pause(input.queue)
            return .init()
        }
        self.endpoint.change(QueueInterface.Resume.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            try core.engine.resume(input.queue)
            return .init()
        }
        self.endpoint.change(QueueInterface.Drain.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            .init(remaining: try core.engine.drain(input.queue))
        }
    }
}
