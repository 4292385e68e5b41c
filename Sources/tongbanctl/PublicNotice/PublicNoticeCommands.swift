// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

struct PublicNoticeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publicity",
        abstract: "公示 · What bureaus make public of their cases, until when, and who objected.",
        discussion: """
            tongbanctl publicity list
            tongbanctl publicity print GS-20220712-000001 | lp
            tongbanctl publicity object GS-20220712-000001 --who 张某 --text "该户不符合条件"
            tongbanctl publicity show GS-20220712-000001

            Flows post notices. Everybody may read them and object until 24:00 of the last day; the case is told of \
            every objection, and of the end.
            """,
        subcommands: [List.self, Show.self, Print.self, Object.self, Withdraw.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出公示 · The notices that are current, or over, or of one case."
        )
        @OptionGroup var global: GlobalOptions
        @Flag(help: "Those that are over.") var over = false
        @Option(name: .customLong("case"), help: "Of this case.") var number: String?
        @Option(help: "Where the page before ended.") var after: String?
        @Option(help: "At most so many, 1 to 1000.") var limit = 100

        func run(_ session: Session) async throws {
            let console = session.console
            var next: String?
            let notices: [PublicNoticesInterface.Notice]
            if let number {
                let output = try await session.call(PublicNoticesInterface.OfCase.self, .init(case: number))
                guard !console.wantsJSON else { return console.json(output) }
                notices = output.notices
            } else {
                let output = try await session.call(
                    PublicNoticesInterface.List.self,
                    .init(over: self.over, after: self.after, limit: self.limit)
                )
                guard !console.wantsJSON else { return console.json(output) }
                notices = output.notices
                next = output.next
            }
            guard !notices.isEmpty else { return console.say("没有公示。", "no public notices") }
            console.line(PublicNoticeText.table(notices, console).text)
            if let next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看公示 · A notice and, for staff, the objections to it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(PublicNoticesInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            PublicNoticeText.show(output, session.console)
        }
    }

    struct Print: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "打印公示 · The notice as it is put up on a board.",
            discussion: "tongbanctl publicity print GS-20220712-000001 | lp"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(PublicNoticesInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(PublicNoticeText.poster(output.notice, session.console))
        }
    }

    struct Object: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "提出异议 · Object to a notice.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "Who objects, up to 50 characters.") var who: String
        @Option(help: "Why, up to 2,000 characters.") var text: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                PublicNoticesInterface.Object.self,
                .init(number: self.number, who: self.who, text: self.text)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.say(
                "已受理异议,第 \(output.objection) 条。",
                "objection \(output.objection) is taken"
            )
        }
    }

    struct Withdraw: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "撤回公示 · Take a notice back.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                PublicNoticesInterface.Withdraw.self,
                .init(number: self.number, reason: self.reason)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(PublicNoticeText.table([output.notice], session.console).text)
        }
    }
}
