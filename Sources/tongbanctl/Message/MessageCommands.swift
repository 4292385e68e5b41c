// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

struct MessageCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message",
        abstract: "消息 · What people are told, and how it reaches them.",
        discussion: """
            tongbanctl --as market.clerk message inbox
            tongbanctl --as market.clerk message read XX-20220712-000001 --confirm
            tongbanctl message by-hand employment
            tongbanctl message handle XX-20220712-000002 no-answer --note "无人接听"
            tongbanctl message carry --channel sms --command /etc/tongban/gateways/sms

            A message goes by one channel after the other, as the bureau declares, until it has reached whom it is for.
            """,
        subcommands: [
            Inbox.self, List.self, Show.self, Read.self, ByHand.self, Number.self, Handle.self, Cancel.self,
            Contact.self, Receipt.self, Carry.self,
        ]
    )

    struct Page: ParsableArguments {
        @Option(help: "Where the page before ended.") var after: String?
        @Option(help: "At most so many, 1 to 1000.") var limit = 100
    }

    struct Inbox: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "收件箱 · What you, and whoever has your roles, are told."
        )
        @OptionGroup var global: GlobalOptions
        @Flag(help: "Also what was opened.") var all = false
        @OptionGroup var page: Page

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.Inbox.self,
                .init(all: self.all, after: self.page.after, limit: self.page.limit)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard !output.messages.isEmpty else { return console.say("没有未读消息。", "nothing unread") }
            for message in output.messages {
                console.line(
                    "\(message.number)  \(Format.moment(message.at, console.language))  \(message.case ?? message.bureau)"
                )
                console.line("    \(console.text(message.zh, message.en))")
            }
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出消息 · Messages, all or of a case.")
        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("case"), help: "Of this case.") var number: String?
        @OptionGroup var page: Page

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.List.self,
                .init(case: self.number, after: self.page.after, limit: self.page.limit)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            MessageText.table(output.messages, output.next, console)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看消息 · A message and the way it has gone.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(MessagesInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            MessageText.show(output, session.console)
        }
    }

    struct Read: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "阅读 · Open a message of your inbox.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Flag(help: "Also confirm it.") var confirm = false

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.Read.self,
                .init(number: self.number, confirms: self.confirm)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.line(console.text(output.message.zh, output.message.en))
        }
    }

    struct ByHand: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "人工送达 · What people have to call or print for now.",
            discussion: "tongbanctl --as town.clerk message by-hand employment"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The bureau.") var bureau: String
        @OptionGroup var page: Page

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.ByHand.self,
                .init(bureau: self.bureau, after: self.page.after, limit: self.page.limit)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            MessageText.table(output.messages, output.next, console)
        }
    }

    struct Number: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "电话号码 · The number to call for a message; it is noted that you were given it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(MessagesInterface.Number.self, .init(number: self.number))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            guard let mobile = output.mobile else { return console.say("没有号码。", "no number") }
            console.line(mobile)
        }
    }

    struct Handle: DaemonCommand {
        enum Result: String, ExpressibleByArgument, CaseIterable {
            case reached
            case noAnswer = "no-answer"
            case impossible
        }

        static let configuration = CommandConfiguration(
            abstract: "登记结果 · Say what came of a call, or of paper."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Argument(help: "reached, no-answer (a call is tried again on another day), impossible.") var result: Result
        @Option(help: "Up to 500 characters.") var note: String?

        func run(_ session: Session) async throws {
            let word =
                switch self.result {
                case .reached: "REACHED"
                case .noAnswer: "NO_ANSWER"
                case .impossible: "IMPOSSIBLE"
                }
            let output = try await session.call(
                MessagesInterface.Handle.self,
                .init(number: self.number, result: word, note: self.note)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            MessageText.table([output.message], nil, session.console)
        }
    }

    struct Cancel: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "撤回消息 · Take a message back that has not reached anybody."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.Cancel.self,
                .init(number: self.number, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            MessageText.table([output.message], nil, session.console)
        }
    }

    struct Contact: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "联系方式 · Where a person of the directory can be reached.",
            discussion: """
                tongbanctl message contact market.clerk
                tongbanctl message contact market.clerk --set --mobile 13800138000

                With --set, what is not given is removed.
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var person: String
        @Flag(help: "Change it.") var set = false
        @Option var mobile: String?
        @Option var wechat: String?

        func validate() throws {
            guard self.set || self.mobile == nil && self.wechat == nil else {
                throw ValidationError("--mobile and --wechat need --set / 须同时给出 --set")
            }
        }

        func run(_ session: Session) async throws {
            if self.set {
                _ = try await session.call(
                    MessagesInterface.SetContact.self,
                    .init(person: self.person, mobile: self.mobile, wechat: self.wechat)
                )
            }
            let output = try await session.call(MessagesInterface.Contact.self, .init(person: self.person))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            console.say(
                "手机 \(output.mobile ?? "—"),微信 \(output.wechat ?? "—")",
                "mobile \(output.mobile ?? "—"), WeChat \(output.wechat ?? "—")"
            )
        }
    }

    struct Receipt: DaemonCommand {
        enum Level: String, ExpressibleByArgument, CaseIterable {
            case delivered, read, confirmed
        }

        static let configuration = CommandConfiguration(
            abstract: "回执 · A receipt of a gateway.",
            discussion: "tongbanctl message receipt XX-20220712-000001/0 read"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The key the gateway was given.") var key: String
        @Argument(help: "delivered, read or confirmed.") var level: Level

        func run(_ session: Session) async throws {
            let output = try await session.call(
                MessagesInterface.Receipt.self,
                .init(key: self.key, level: self.level.rawValue.uppercased())
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            MessageText.table([output.message], nil, session.console)
        }
    }
}
