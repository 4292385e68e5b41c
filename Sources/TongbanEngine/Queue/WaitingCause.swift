// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

/// The one first cause why a task is not running.
public enum WaitingCause: Sendable, Hashable {
    case done
    case cancelled(reason: String?)
    case deadLetter(attempts: Int, error: String)
    case quarantined(reason: String)
    case scheduled(until: Instant)
    case backoff(attempt: Int, until: Instant, error: String)
    case leased(by: String, until: Instant)
    case caseSuspended(String, reason: String?)
    case queuePaused(String)
    case workerTrouble(Bilingual)
    case concurrency(limit: Int)
    case rate(until: Instant)
    case behind(Int, first: TaskID)
    /// A suspect whose claimant has to end its other tasks first.
    case triedAlone(kills: Int)
    /// Its claimant is trying a suspect alone.
    case besideSuspect
    case unclaimed(kind: String)
    /// A task for people that nobody has taken.
    case untaken(HumanTaskRecord)
    /// A task for people that somebody holds.
    case held(HumanTaskRecord)

    /// A stable word.
    public var code: String {
        switch self {
        case .done: "done"
        case .cancelled: "cancelled"
        case .deadLetter: "deadLetter"
        case .quarantined: "quarantined"
        case .scheduled: "scheduled"
        case .backoff: "backoff"
        case .leased: "leased"
        case .caseSuspended: "caseSuspended"
        case .queuePaused: "queuePaused"
        case .workerTrouble: "workerTrouble"
        case .concurrency: "concurrency"
        case .rate: "rate"
        case .behind: "behind"
        case .triedAlone: "triedAlone"
        case .besideSuspect: "besideSuspect"
        case .unclaimed: "unclaimed"
        case .untaken: "untaken"
        case .held: "held"
        }
    }

    /// Until when it lasts, where that is known.
    public var until: Instant? {
        switch self {
        case .scheduled(let until), .backoff(_, let until, _), .leased(_, let until), .rate(let until): until
        default: nil
        }
    }

    /// One sentence: why, and what would free it.
    public var sentence: Bilingual {
        switch self {
        case .done: Bilingual("任务已完成。", "The task is done.")
        case .cancelled(let reason):
            Bilingual(
                "任务已撤销\(reason.map { ":\($0)" } ?? "")。",
                "The task was cancelled\(reason.map { ": \($0)" } ?? "")."
            )
        case .deadLetter(let attempts, let error):
            Bilingual(
                "第 \(attempts) 次失败后成为死信(\(error));排除原因后用 task retry 放回。",
                "It became a dead letter after attempt \(attempts) (\(error)); mend the cause, then task retry brings it back."
            )
        case .quarantined(let reason):
            Bilingual(
                "任务使程序多次崩溃,已被隔离(\(reason));修复插件后用 task retry 放回。",
                "It was quarantined because programs died over it (\(reason)); mend the plugin, then task retry brings it back."
            )
        case .scheduled(let until):
            Bilingual("预定 \(until) 之后办理,到时自动进入队列。", "It is scheduled for \(until) and becomes ready by itself.")
        case .backoff(let attempt, let until, let error):
            Bilingual(
                "上次失败(\(error)),第 \(attempt) 次将于 \(until) 自动重试。",
                "The last attempt failed (\(error)); attempt \(attempt) begins by itself at \(until)."
            )
        case .leased(let holder, let until):
            Bilingual(
                "正由 \(holder) 办理,租约至 \(until);到期未完成会自动收回。",
                "\(holder) is working on it, by a lease until \(until); if it is not finished then, it comes back by itself."
            )
        case .caseSuspended(let number, let reason):
            Bilingual(
                "所属办件 \(number) 已中止\(reason.map { "(\($0))" } ?? ""),办件恢复后继续。",
                "Its case \(number) is suspended\(reason.map { " (\($0))" } ?? ""); it goes on when the case does."
            )
        case .queuePaused(let queue):
            Bilingual(
                "队列 \(queue) 已暂停,用 queue resume \(queue) 恢复。",
                "Queue \(queue) is paused; queue resume \(queue) lets it go on."
            )
        case .workerTrouble(let trouble):
            Bilingual("办理它的插件没有运行:\(trouble.zh)", "The plugin that works on it is not running: \(trouble.en)")
        case .concurrency(let limit):
            Bilingual(
                "队列同时最多办理 \(limit) 个,已满;有一个完成即可开始。",
                "The queue works on \(limit) tasks at most at a time and has them; it begins when one of them ends."
            )
        case .rate(let until):
            Bilingual("队列的速率限制已用完,\(until) 起可继续。", "The queue's rate is used up until \(until).")
        case .behind(let count, let first):
            Bilingual(
                "前面还有 \(count) 个任务,下一个是 \(first);轮到即办。",
                "\(count) tasks come before it, \(first) first; it begins when they have been taken."
            )
        case .triedAlone(let kills):
            Bilingual(
                "办理它的程序已因它终止 \(kills) 次,须单独试办;该程序手上的其他任务完成后即开始。",
                "Programs died over it (\(kills) so far), so it is tried alone; it begins when the program's other tasks have ended."
            )
        case .besideSuspect:
            Bilingual(
                "办理它的程序正在单独试办曾使其终止的任务;试办结束后即开始。",
                "The program that works on it is trying a task alone over which programs died; it begins when that has ended."
            )
        case .unclaimed(let kind):
            Bilingual(
                "可以办理,但还没有人领取种类“\(kind)”;请检查办理它的程序是否在运行。",
                "It is ready and nobody has claimed kind \"\(kind)\" yet; see whether the program that works on it is running."
            )
        case .untaken(let work): work.untakenSentence
        case .held(let work): work.heldSentence
        }
    }
}

extension Engine {
    public func why(_ id: TaskID) throws(EngineError) -> WaitingCause {
        let task = try self.task(id)
        let lastError = task.errors.last ?? ""
        if let cause = try self.whyWork(task) { return cause }
        switch task.state {
        case .done: return .done
        case .cancelled: return .cancelled(reason: task.reason)
        case .failed:
            return task.kills >= self.limits.killsUntilQuarantine
                ? .quarantined(reason: task.reason ?? lastError)
                : .deadLetter(attempts: task.attempt, error: lastError)
        case .scheduled:
            let until = task.notBefore ?? self.now
            return task.attempt > 1 && !task.errors.isEmpty
                ? .backoff(attempt: task.attempt, until: until, error: lastError) : .scheduled(until: until)
        case .leased:
            return .leased(by: task.claimant ?? "?", until: task.leaseExpires ?? self.now)
        case .blocked: return .caseSuspended(task.caseNumber ?? "", reason: task.reason)
        case .ready: break
        }
        guard let queue = self.memory.queues[task.queue] else { throw .noSuchQueue(task.queue) }
        if queue.record.paused { return .queuePaused(task.queue) }
        if let trouble = self.workerTrouble(task.queue) { return .workerTrouble(trouble) }
        if let limit = queue.record.concurrency, (self.memory.leases.perQueue[task.queue] ?? 0) >= limit {
            return .concurrency(limit: limit)
        }
        if queue.rate?.available(at: self.now) == 0, let until = queue.rate?.next {
            return .rate(until: until)
        }
        let before = try self.tasksBefore(task)
        if let first = before.first { return .behind(before.count, first: first) }
        if task.kills > 0, self.memory.leases.perQueue[task.queue] != nil { return .triedAlone(kills: task.kills) }
        let isHeldBack = self.memory.heldBack.contains { claimant, held in
            held == task.queue && self.memory.leases.holdsSuspect(claimant)
        }
        if isHeldBack { return .besideSuspect }
        return .unclaimed(kind: task.kind)
    }

    /// Ready tasks of the same kind that are claimed first; at most a thousand are counted.
    private func tasksBefore(_ task: TaskRecord) throws(EngineError) -> [TaskID] {
        let mine = ReadyPosition(priority: task.priority, id: task.id)
        return try self.guardedRead { () throws(StoreError) in
            try self.store.readyTasks(queue: task.queue, kind: task.kind, after: nil, limit: 1_000)
        }
        .prefix { $0 < mine }.map(\.id)
    }
}
