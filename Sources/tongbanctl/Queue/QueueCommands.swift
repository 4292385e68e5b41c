// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct QueueCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "队列 · Queues.",
        subcommands: [List.self, Create.self, Pause.self, Resume.self, Drain.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出队列 · List the queues.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Stats.self, .init())
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("队列", "QUEUE"),
                console.text("待定", "SCHEDULED"),
                console.text("待办", "READY"),
                console.text("办理中", "LEASED"),
                console.text("搁置", "BLOCKED"),
                console.text("完成", "DONE"),
                console.text("失败", "FAILED"),
                console.text("撤销", "CANCELLED"),
                console.text("暂停", "PAUSED"),
                console.text("最久等待", "OLDEST"),
                rightAligned: [1, 2, 3, 4, 5, 6, 7, 9]
            )
            for queue in output.queues {
                table.add(
                    queue.queue,
                    String(queue.scheduled),
                    String(queue.ready),
                    String(queue.leased),
                    String(queue.blocked),
                    String(queue.done),
                    String(queue.failed),
                    String(queue.cancelled),
                    queue.paused ? console.text("是", "yes") : "",
                    queue.oldestReadySeconds.map { "\($0) s" } ?? "—"
                )
            }
            console.line(table.text)
        }
    }

    struct Create: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "建立队列或更改限制 · Create a queue, or change its limits."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String
        @Option(help: "Leases at a time.") var concurrency: Int?
        @Option(help: "Claims in any --rate-seconds.") var rate: Int?
        @Option var rateSeconds: Int = 1
        @Option var maxAttempts: Int?

        func validate() throws {
            try Check.number(self.concurrency, 1...Int.max, option: "--concurrency")
            try Check.number(self.rate, 1...Int.max, option: "--rate")
            try Check.number(self.rateSeconds, 1...31_536_000, option: "--rate-seconds")
            try Check.number(self.maxAttempts, 1...1_000, option: "--max-attempts")
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                QueueInterface.Configure.self,
                .init(
                    settings: .init(
                        queue: self.queue,
                        concurrency: self.concurrency,
                        rateCount: self.rate,
                        rateMilliseconds: self.rate == nil ? nil : self.rateSeconds * 1_000,
                        retry: self.maxAttempts.map { .init(maxAttempts: $0) }
                    )
                )
            )
            if session.console.wantsJSON { return session.console.json(output) }
            if output.created {
                session.console.say("已建立队列 \(self.queue)。", "queue \(self.queue) created")
            } else {
                session.console.say("已更改队列 \(self.queue)。", "queue \(self.queue) changed")
            }
        }
    }

    struct Pause: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "暂停领取 · Stop claims.")
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Pause.self, .init(queue: self.queue))
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.say("队列 \(self.queue) 已暂停。", "queue \(self.queue) is paused")
        }
    }

    struct Resume: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "恢复 · Resume a paused or draining queue.")
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Resume.self, .init(queue: self.queue))
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.say("队列 \(self.queue) 已恢复。", "queue \(self.queue) goes on")
        }
    }

    struct Drain: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "排空:不再接收,办完为止 · Accept nothing new, finish the rest.")
        @OptionGroup var global: GlobalOptions
        @Argument var queue: String

        func run(_ session: Session) async throws {
            let output = try await session.call(QueueInterface.Drain.self, .init(queue: self.queue))
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.say(
                "队列 \(self.queue) 不再接收新任务,剩余 \(output.remaining) 个。",
                "queue \(self.queue) accepts nothing new; \(output.remaining) tasks remain"
            )
        }
    }
}
