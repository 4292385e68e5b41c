// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct TaskCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "task",
        abstract: "任务 · Tasks of the shared queue.",
        subcommands: [
            Mine.self, Offered.self, Open.self, Take.self, Return.self, Assign.self, Delegate.self, Remind.self,
            Candidates.self, Submit.self, List.self, Show.self, Why.self, Claim.self, Complete.self, Fail.self,
            Release.self, Cancel.self, Retry.self,
        ]
    )

    struct Submit: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "提交任务 · Submit a task.")
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String
        @Argument var kind: String
        @Option(help: "A JSON object.") var payload: String?
        @Option(help: "Submitting again under the same key gives the same task.") var key: String?
        @Option(help: "Higher comes first.") var priority: Int?
        @Option(help: "Not before this moment (RFC 3339).") var notBefore: String?
        @Option(help: "A moment (RFC 3339).") var deadline: String?
        @Option var maxAttempts: Int?
        @Option(name: .customLong("case"), help: "The case it belongs to.") var number: String?

        func validate() throws {
            if let payload { _ = try Check.object(payload, option: "--payload") }
            try Check.moment(self.notBefore, option: "--not-before")
            try Check.moment(self.deadline, option: "--deadline")
            try Check.number(self.priority, Int(Int32.min)...Int(Int32.max), option: "--priority")
            try Check.number(self.maxAttempts, 1...1_000, option: "--max-attempts")
        }

        func run(_ session: Session) async throws {
            let payload = try self.payload.map { try Check.object($0, option: "--payload") }
            let output = try await session.call(
                QueueInterface.Submit.self,
                .init(tasks: [
                    .init(
                        queue: self.queue,
                        kind: self.kind,
                        payload: payload,
                        key: self.key,
                        priority: self.priority,
                        notBefore: self.notBefore,
                        deadline: self.deadline,
                        maxAttempts: self.maxAttempts,
                        case: self.number
                    )
                ])
            )
            if session.console.wantsJSON { return session.console.json(output) }
            for id in output.ids { session.console.line(id) }
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出任务 · List tasks.")
        @OptionGroup var global: GlobalOptions
        @Option var queue: String?
        @Option(help: "scheduled, ready, leased, blocked, done, failed or cancelled.") var state: String?
        @Option var kind: String?
        @Option(name: .customLong("case")) var number: String?
        @Option var after: String?
        @Option var limit: Int = 100

        func validate() throws {
            let states = QueueInterface.TaskInfo.State.allCases.map(\.rawValue)
            try Check.word(self.state, of: states, option: "--state")
            try Check.number(self.limit, 1...Int.max, option: "--limit")
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                QueueInterface.List.self,
                .init(
                    queue: self.queue,
                    state: self.state,
                    kind: self.kind,
                    case: self.number,
                    after: self.after,
                    limit: self.limit
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("任务", "TASK"),
                console.text("队列", "QUEUE"),
                console.text("种类", "KIND"),
                console.text("状态", "STATE"),
                console.text("次数", "ATTEMPT"),
                console.text("办件", "CASE"),
                console.text("提交", "CREATED")
            )
            for task in output.tasks {
                table.add(
                    task.id,
                    task.queue,
                    task.kind,
                    task.state.rawValue,
                    "\(task.attempt)/\(task.maxAttempts)",
                    task.case ?? "",
                    Format.moment(task.created, console.language)
                )
            }
            console.line(table.text)
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看任务 · Show a task.")
        @OptionGroup var global: GlobalOptions
        @Argument var id: String

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Get.self, .init(id: self.id))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            for member in try RawJSON(encoding: output.task).parsed().objectValue ?? [:] where !member.value.isNull {
                session.console.line("\(member.name): \(Format.value(member.value))")
            }
            guard output.task.queue.hasSuffix(".people") else { return }
            let work = try await session.call(WorkInterface.Get.self, .init(id: self.id)).task
            WorkText.show(work, session.console)
        }
    }

    struct Why: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "为什么还没有办 · Why a task is not running, and what would free it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var id: String

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Why.self, .init(id: self.id))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say(output.zh, output.en)
        }
    }

    struct Claim: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "领取任务 · Claim tasks.",
            discussion:
                "The tasks stay leased until they are completed, failed or released, or the lease runs out."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String
        @Option var limit: Int = 1
        @Option(help: "Only of these kinds.") var kind: [String] = []
        @Option(help: "How long the lease lasts.") var leaseSeconds: Int?

        func validate() throws {
            try Check.number(self.limit, 1...1_000, option: "--limit")
            try Check.number(self.leaseSeconds, 1...86_400, option: "--lease-seconds")
        }

        func run(_ session: Session) async throws {
            // This connection ends with the command; the lease is to last.
            let output = try await session.keepingLeases.call(
                QueueInterface.Claim.self,
                .init(
                    queue: self.queue,
                    limit: self.limit,
                    kinds: self.kind.isEmpty ? nil : self.kind,
                    leaseSeconds: self.leaseSeconds
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("任务", "TASK"),
                console.text("租约", "LEASE"),
                console.text("种类", "KIND"),
                console.text("租约到期", "LEASE ENDS"),
                console.text("内容", "PAYLOAD")
            )
            for task in output.tasks {
                table.add(
                    task.id,
                    task.lease,
                    task.kind,
                    Format.moment(task.leaseExpires, console.language),
                    task.payload.text
                )
            }
            console.line(table.text)
        }
    }

    struct Complete: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "完成任务 · Complete a claimed task.")
        @OptionGroup var global: GlobalOptions
        @Argument var lease: String
        @Option(help: "A JSON object.") var output: String?

        func validate() throws {
            if let output { _ = try Check.object(output, option: "--output") }
        }

        func run(_ session: Session) async throws {
            let output = try self.output.map { try Check.object($0, option: "--output") }
            let outcomes = try await session.call(
                QueueInterface.Complete.self,
                .init(results: [.init(lease: self.lease, output: output)])
            ).outcomes
            try Self.tell(outcomes, session.console)
        }

        /// A lease that is lost is a refusal: exit status 1.
        static func tell(_ outcomes: [QueueInterface.Outcome], _ console: Console) throws {
            for outcome in outcomes {
                if console.wantsJSON {
                    console.json(outcome)
                } else if outcome.accepted {
                    console.say("已接受 \(outcome.lease)", "accepted \(outcome.lease)")
                } else {
                    console.complain(
                        "拒绝 [LEASE_LOST] \(outcome.lease):\(outcome.reason ?? "租约已失效")",
                        "refused [LEASE_LOST] \(outcome.lease): \(outcome.reason ?? "the lease is lost")"
                    )
                }
            }
            if outcomes.contains(where: { !$0.accepted }) { throw ExitCode(1) }
        }
    }

    struct Fail: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "报告失败 · Report that a claimed task failed.")
        @OptionGroup var global: GlobalOptions
        @Argument var lease: String
        @Argument var error: String
        @Flag(help: "Do not try again.") var fatal = false
        @Option var retryAfterSeconds: Int?

        func validate() throws {
            try Check.number(self.retryAfterSeconds, 0...31_536_000, option: "--retry-after-seconds")
        }

        func run(_ session: Session) async throws {
            let outcomes = try await session.call(
                QueueInterface.Fail.self,
                .init(failures: [
                    .init(
                        lease: self.lease,
                        error: self.error,
                        retryAfterSeconds: self.retryAfterSeconds,
                        fatal: self.fatal
                    )
                ])
            ).outcomes
            try Complete.tell(outcomes, session.console)
        }
    }

    struct Release: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "交还任务 · Give a claimed task back.")
        @OptionGroup var global: GlobalOptions
        @Argument var leases: [String]

        func run(_ session: Session) async throws {
            let outcomes = try await session.call(QueueInterface.Release.self, .init(leases: self.leases)).outcomes
            try Complete.tell(outcomes, session.console)
        }
    }

    struct Cancel: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "撤销任务 · Cancel tasks, by id or all that match."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var ids: [String] = []
        @Option var reason: String?
        @Option(name: .customLong("all"), help: "All unfinished tasks of this queue.") var queue: String?
        @Option var kind: String?
        @Flag(help: "Do it; otherwise the count and a sample are shown.") var apply = false

        func validate() throws {
            guard self.ids.isEmpty == (self.queue != nil) else {
                throw ValidationError("name tasks, or --all QUEUE / 请写任务编号,或 --all 队列")
            }
        }

        func run(_ session: Session) async throws {
            if let queue {
                let output = try await session.call(
                    QueueInterface.CancelAll.self,
                    .init(queue: queue, kind: self.kind, reason: self.reason, apply: self.apply)
                )
                if session.console.wantsJSON { return session.console.json(output) }
                return Bulk.tell(output.count, output.sample, applied: self.apply, session.console)
            }
            let output = try await session.call(
                QueueInterface.Cancel.self,
                .init(ids: self.ids, reason: self.reason)
            )
            if session.console.wantsJSON { return session.console.json(output) }
            for id in output.cancelled { session.console.say("已撤销 \(id)", "cancelled \(id)") }
        }
    }

    struct Retry: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "重试死信 · Bring dead letters back, by id or all that match."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var ids: [String] = []
        @Flag(name: .customLong("all"), help: "All dead letters that match.") var all = false
        @Option var queue: String?
        @Option var kind: String?
        @Flag(help: "Do it; otherwise the count and a sample are shown.") var apply = false

        func validate() throws {
            guard self.ids.isEmpty == self.all else {
                throw ValidationError("name tasks, or --all / 请写任务编号,或 --all")
            }
        }

        func run(_ session: Session) async throws {
            if self.all {
                let output = try await session.call(
                    QueueInterface.RetryAll.self,
                    .init(queue: self.queue, kind: self.kind, apply: self.apply)
                )
                if session.console.wantsJSON { return session.console.json(output) }
                return Bulk.tell(output.count, output.sample, applied: self.apply, session.console)
            }
            let output = try await session.call(QueueInterface.Retry.self, .init(ids: self.ids))
            if session.console.wantsJSON { return session.console.json(output) }
            for id in output.retried { session.console.say("已放回队列 \(id)", "back in the queue: \(id)") }
        }
    }
}

private enum Bulk {
    static func tell(_ count: Int, _ sample: [String], applied: Bool, _ console: Console) {
        let list = sample.joined(separator: " ")
        if applied {
            console.say("已处理 \(count) 个任务。", "\(count) tasks done")
        } else {
            console.say(
                "将涉及 \(count) 个任务,例如 \(list)。加 --apply 执行。",
                "\(count) tasks, such as \(list). Add --apply to do it."
            )
        }
    }
}
