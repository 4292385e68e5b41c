// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

extension QueueMethods {
    /// Operators use every queue, a plugin its bureau's, a person those of bureaus where he has the role `worker`.
    static func mayUse(_ queue: String, _ caller: Caller) throws(EngineError) {
        let bureau = String(queue.prefix { $0 != "." })
        switch caller.standing {
        case .operator: return
        case .plugin(let id) where id == bureau: return
        default:
            guard caller.view.holdsOne(of: ["worker"], in: bureau) else {
                throw .refused(
                    Refusal(code: "QUEUE", zh: "您无权使用队列 \(queue)。", en: "you may not use queue \(queue)")
                )
            }
        }
    }

    /// Who holds the leases of a claim: the connection, so that they are free when it ends; or the person, who says so.
    static func claimant(_ caller: Caller, _ context: VarlinkContext) -> String {
        caller.keepsLeases ? "person:\(caller.actor.id)" : "connection:\(context.connection.id)"
    }

    static func freeWhenClosed(_ claimant: String, _ responder: VarlinkResponder, _ core: DaemonCore) {
        responder.onClose { core.connectionGone(claimant) }
    }

    /// Seconds as milliseconds; what does not fit stays as far out of every limit as it was.
    static func milliseconds(_ seconds: Int) -> Int64 {
        let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000)
        return overflow ? (seconds < 0 ? .min : .max) : product
    }

    static func id(_ text: String) throws(EngineError) -> TaskID {
        guard let id = TaskID(text) else { throw .noSuchTask(text) }
        return id
    }

    static func ids(_ texts: [String]) throws(EngineError) -> [TaskID] {
        var ids: [TaskID] = []
        for text in texts { ids.append(try self.id(text)) }
        return ids
    }

    private static func instant(_ text: String?, _ field: String) throws(EngineError) -> Instant? {
        guard let text else { return nil }
        guard let instant = Instant(text) else {
            throw .invalid(
                field: field,
                Bilingual("“\(text)”不是带时区的时刻", "\"\(text)\" is no RFC 3339 moment with offset")
            )
        }
        return instant
    }

    static func newTask(_ task: QueueInterface.NewTask) throws(EngineError) -> NewTask {
        NewTask(
            queue: task.queue,
            kind: task.kind,
            payload: task.payload,
            key: task.key,
            priority: task.priority ?? 0,
            notBefore: try self.instant(task.notBefore, "notBefore"),
            deadline: try self.instant(task.deadline, "deadline"),
            maxAttempts: task.maxAttempts,
            caseNumber: task.case
        )
    }

    static func filter(_ input: QueueInterface.List.Input) throws(EngineError) -> TaskFilter {
        var state: TaskState?
        if let text = input.state {
            guard let known = TaskState(rawValue: text) else {
                throw .invalid(field: "state", Bilingual("没有状态“\(text)”", "there is no state \"\(text)\""))
            }
            state = known
        }
        return TaskFilter(queue: input.queue, state: state, kind: input.kind, caseNumber: input.case)
    }

    static func record(_ settings: QueueInterface.QueueSettings) -> QueueRecord {
        func policy(_ policy: QueueInterface.RetryPolicy) -> RetryPolicy {
            let standard = RetryPolicy.standard
            return RetryPolicy(
                maxAttempts: policy.maxAttempts ?? standard.maxAttempts,
                firstMilliseconds: policy.firstMilliseconds.map(Int64.init) ?? standard.firstMilliseconds,
                growthPercent: policy.growthPercent.map(Int64.init) ?? standard.growthPercent,
                longestMilliseconds: policy.longestMilliseconds.map(Int64.init) ?? standard.longestMilliseconds,
                leaseMilliseconds: policy.leaseMilliseconds.map(Int64.init) ?? standard.leaseMilliseconds
            )
        }
        return QueueRecord(
            name: settings.queue,
            concurrency: settings.concurrency,
            rate: settings.rateCount.map {
                QueueRecord.RateLimit(count: $0, milliseconds: Int64(settings.rateMilliseconds ?? 1_000))
            },
            retry: settings.retry.map(policy) ?? .standard,
            kinds: (settings.kinds ?? [:]).mapValues(policy)
        )
    }
}

extension TaskRecord {
    var info: QueueInterface.TaskInfo {
        .init(
            id: self.id.description,
            queue: self.queue,
            kind: self.kind,
            state: .init(rawValue: self.state.rawValue) ?? .ready,
            priority: self.priority,
            attempt: self.attempt,
            maxAttempts: self.maxAttempts,
            created: self.created.description,
            notBefore: self.notBefore?.description,
            deadline: self.deadline?.description,
            finished: self.finished?.description,
            case: self.caseNumber,
            key: self.key,
            payload: self.payload,
            output: self.output,
            errors: self.errors.isEmpty ? nil : self.errors
        )
    }
}

extension QueueStatistics {
    var stats: QueueInterface.QueueStats {
        func count(_ state: TaskState) -> Int { self.counts[state] ?? 0 }
        return .init(
            queue: self.name,
            scheduled: count(.scheduled),
            ready: count(.ready),
            leased: count(.leased),
            blocked: count(.blocked),
            done: count(.done),
            failed: count(.failed),
            cancelled: count(.cancelled),
            paused: self.isPaused,
            oldestReadySeconds: self.oldestReady.map { Int($0 / 1_000) }
        )
    }
}

extension EngineError {
    /// In a few words, for an outcome.
    var reason: String {
        switch self {
        case .leaseLost: "LeaseLost"
        case .refused(let refusal): "\(refusal.code): \(refusal.message.en)"
        case .tooLarge(let field, let limit): "TooLarge: \(field) over \(limit)"
        case .invalidForm(let faults): "InvalidForm: " + faults.map { "\($0.field) \($0.code)" }.joined(separator: ", ")
        default: "\(self)"
        }
    }
}
