// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

#if canImport(Glibc)
import Glibc
#endif

struct NoticeCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "通知 · What happens, as it is told.",
        subcommands: [Follow.self, List.self]
    )

    struct Filter: ParsableArguments {
        @Option(help: "Only of this bureau.") var bureau: String?
        @Option(name: .customLong("case"), help: "Only of this case.") var number: String?
        @Option(help: "A kind or its first parts, such as case or case.closed.") var kind: String?
    }

    struct Follow: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "跟随 · Show notices as they come, until interrupted.",
            discussion: """
                With --after the notices since that number come first, without a gap. Ends with status 0 when it is
                interrupted, or when the daemon stops in order.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var filter: Filter
        @Option(help: "The last number you have seen.") var after: Int?
        @Option(help: "End after so many notices.") var count: Int?

        func validate() throws {
            try Check.number(self.after, 0...Int.max, option: "--after")
            try Check.number(self.count, 1...Int.max, option: "--count")
        }

        func run(_ session: Session) async throws {
            // Being interrupted is how following ends; every line has been written when it came.
            for number in [SIGINT, SIGTERM] { signal(number) { _ in _exit(0) } }
            let stream = session.stream(
                NoticesInterface.Subscribe.self,
                .init(
                    after: self.after,
                    bureau: self.filter.bureau,
                    case: self.filter.number,
                    kind: self.filter.kind
                )
            )
            var seen = 0
            for try await output in stream {
                for notice in output.notices {
                    NoticeText.show(notice, console: session.console)
                    seen += 1
                    if let count, seen >= count { return }
                }
            }
        }
    }

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出过去的通知 · List past notices.")
        @OptionGroup var global: GlobalOptions
        @OptionGroup var filter: Filter
        @Option(help: "Those after this number.") var after: Int?
        @Option var limit: Int = 100

        func validate() throws {
            try Check.number(self.after, 0...Int.max, option: "--after")
            try Check.number(self.limit, 1...Int.max, option: "--limit")
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                NoticesInterface.List.self,
                .init(
                    after: self.after,
                    bureau: self.filter.bureau,
                    case: self.filter.number,
                    kind: self.filter.kind,
                    limit: self.limit
                )
            )
            if session.console.wantsJSON { return session.console.json(output) }
            for notice in output.notices { NoticeText.show(notice, console: session.console) }
            session.console.say("至第 \(output.upTo) 条", "up to \(output.upTo)")
        }
    }
}

enum NoticeText {
    static func show(_ notice: NoticesInterface.Notice, console: Console) {
        guard !console.wantsJSON else { return console.json(notice) }
        let actor = notice.actor.map { " <\($0)>" } ?? ""
        let subject = notice.case ?? notice.bureau ?? ""
        console.line(
            "#\(notice.seq) \(Format.moment(notice.at, console.language)) \(notice.kind) \(subject)\(actor) \(CaseText.members(notice.data))"
        )
    }
}
