// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Logging
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import TongbanSupervisor
import Varlink

/// Gives a bureau's ready tasks to its plugin and applies what it answers.
///
/// It claims no more than the plugin works on at a time. When a call breaks off because the plugin died, the task's
/// lease is freed at once and counted against the task.
final class BureauDispatcher: Sendable {
    let bureau: String
    let endpoint: Endpoint
    let client: VarlinkClient
    let logger: Logger
    /// Told which call the plugin works on, for the report of a crash.
    let note: @Sendable (String?) async -> Void

    private let wakeUps: AsyncStream<Void>
    private let wakeUp: AsyncStream<Void>.Continuation
    let running = Counter()
    /// Claims under way: their tasks are neither ready nor running yet.
    private let claiming = Counter()

    init(
        bureau: String,
        endpoint: Endpoint,
        client: VarlinkClient,
        logger: Logger,
        note: @escaping @Sendable (String?) async -> Void
    ) {
        self.bureau = bureau
        self.endpoint = endpoint
        self.client = client
        self.logger = logger
        self.note = note
        // One wake-up that is not taken yet stands for all that come meanwhile.
        (self.wakeUps, self.wakeUp) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    func wake() { self.wakeUp.yield(()) }

    /// No further task is taken; ``run(kinds:concurrency:)`` returns when the running ones are finished.
    func stop() { self.wakeUp.finish() }

    /// Whether it has tasks in work, or is about to.
    var isBusy: Bool { self.claiming.value > 0 || self.running.value > 0 }

    private var claimant: String { "bureau:\(self.bureau)" }

    /// Works until ``stop()``.
    func run(kinds: [String], concurrency: Int) async {
        guard !kinds.isEmpty else {
            for await _ in self.wakeUps {}
            return
        }
        self.wake()
        await withDiscardingTaskGroup { group in
            for await _ in self.wakeUps {
                let room = concurrency - self.running.value
                guard room > 0, !Task.isCancelled else { continue }
                self.claiming.add(1)
                let claimed = await self.claim(kinds: kinds, limit: room)
                for task in claimed {
                    self.running.add(1)
                    group.addTask {
                        await self.work(on: task)
                        self.running.add(-1)
                        self.wake()
                        await self.endpoint.checkQuiet()
                    }
                }
                self.claiming.add(-1)
                if claimed.isEmpty { await self.endpoint.checkQuiet() }
            }
        }
    }

    private func claim(kinds: [String], limit: Int) async -> [TaskRecord] {
        let claimant = self.claimant
        let bureau = self.bureau
        do {
            return try await self.endpoint.performPlain(by: .bureau(bureau)) { core throws(EngineError) in
                guard core.engine.queueRecord(bureau) != nil else { return [] }
                return try core.engine.claim(
                    queue: bureau,
                    limit: limit,
                    kinds: kinds,
                    leaseMilliseconds: nil,
                    claimant: claimant
                )
            }
        } catch {
            self.logger.error("tasks could not be claimed", metadata: ["bureau": "\(bureau)", "error": "\(error)"])
            return []
        }
    }

    private func work(on task: TaskRecord) async {
        guard let lease = task.lease?.description else { return }
        await self.note("\(task.kind), task \(task.id)")
        let limit = Duration.milliseconds(task.leaseMilliseconds ?? 60_000)
        do {
            let context = try await self.endpoint.onLoop { core in
                (data: try task.caseNumber.map { try core.cases.data(of: $0) }, now: core.now)
            }
            let output = try await self.client.call(
                BureauInterface.Handle.self,
                .init(
                    task: .init(
                        id: task.id.description,
                        kind: task.kind,
                        attempt: task.attempt,
                        payload: task.payload ?? .emptyObject,
                        case: task.caseNumber,
                        caseData: context.data.map { RawJSON(.object($0)) },
                        deadline: task.deadline?.description,
                        now: context.now.description
                    )
                ),
                timeout: limit
            )
            try await self.complete(task, lease, output)
        } catch let error as VarlinkError {
            await self.failed(task, lease, error)
        } catch {
            await self.fail(lease, reason: "\(error)", retryAfter: nil, isFatal: false)
        }
        await self.note(nil)
    }

    private func complete(
        _ task: TaskRecord,
        _ lease: String,
        _ output: BureauInterface.Handle.Output
    ) async throws {
        do {
            try await self.endpoint.perform(by: .bureau(self.bureau)) { core throws(EngineError) in
                try core.engine.complete(lease, output: output.output, effects: output.effects)
            }
        } catch let error as EngineError {
            switch error {
            case .leaseLost, .unavailable:
                self.logger.warning(
                    "a result came too late",
                    metadata: ["bureau": "\(self.bureau)", "task": "\(task.id)"]
                )
            default:
                // What the handler asked for is refused by a rule: asking again would be in vain.
                await self.fail(lease, reason: "effects refused: \(error.reason)", retryAfter: nil, isFatal: true)
            }
        }
    }

    private func failed(_ task: TaskRecord, _ lease: String, _ error: VarlinkError) async {
        switch error.failure(as: BureauFailure.self) {
        case .taskFailed(let reason, let fatal, let retryAfter)?:
            await self.fail(lease, reason: reason, retryAfter: retryAfter, isFatal: fatal)
        case .unknownKind(let kind)?:
            await self.fail(lease, reason: "the plugin does not know \(kind)", retryAfter: nil, isFatal: true)
        default:
            switch error {
            case .connectionClosed:
                await self.died(lease, detail: "the plugin ended while it worked on the task")
            default:
                await self.fail(lease, reason: "\(error)", retryAfter: nil, isFatal: false)
            }
        }
    }

    private func fail(_ lease: String, reason: String, retryAfter: Int?, isFatal: Bool) async {
        do {
            try await self.endpoint.perform(by: .bureau(self.bureau)) { core throws(EngineError) in
                try core.engine.fail(
                    lease,
                    error: reason,
                    retryAfterMilliseconds: retryAfter.map { Int64($0) * 1_000 },
                    isFatal: isFatal
                )
            }
        } catch {
            self.logger.warning(
                "a failure could not be noted",
                metadata: ["bureau": "\(self.bureau)", "error": "\(error)"]
            )
        }
    }

    /// The plugin died over the task, or with it in hand.
    private func died(_ lease: String, detail: String) async {
        do {
            try await self.endpoint.perform(by: .bureau(self.bureau)) { core throws(EngineError) in
                try core.engine.workerDied(holding: lease, detail: detail)
            }
        } catch {
            self.logger.warning(
                "a lost lease could not be freed",
                metadata: ["bureau": "\(self.bureau)", "error": "\(error)"]
            )
        }
    }
}
