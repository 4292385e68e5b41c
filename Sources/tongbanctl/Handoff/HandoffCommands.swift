// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import TongbanAPI
import Varlink

struct HandoffCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handoff",
        abstract: "移交单 · Matters that cases hand on to other bodies, and what became of them.",
        discussion: """
            tongbanctl handoff send RD-20220712-000001 fence --request "请在水库东侧加装护栏"
            tongbanctl handoff list --bureau water --open
            tongbanctl handoff take HO-20220712-000001
            tongbanctl handoff done HO-20220712-000001 --result "护栏已加装" --evidence HASH
            tongbanctl handoff confirm HO-20220712-000001

            A body without a plugin gets a printed slip (`handoff slip`); the sender's staff write down what it says. \
            Taking it: one working day, URGENT two office hours, LIFE 15 minutes. Sending it back: two working days, at \
            most twice. A result nobody objects to for three working days is confirmed.
            """,
        subcommands: [
            List.self, Show.self, Send.self, Slip.self, Deliver.self, Take.self, Bounce.self, Redirect.self, Done.self,
            Confirm.self, Redo.self, Withdraw.self, Decide.self,
        ]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出移交单 · List the hand-offs one has to do with.",
            discussion: "tongbanctl handoff list --bureau market --side from --open"
        )
        @OptionGroup var global: GlobalOptions
        @Option(help: "Of this bureau.") var bureau: String?
        @Option(help: "With --bureau: to (what it is to work on) or from (what it handed on).") var side: String?
        @Option(help: "SENT, RECEIVED, TAKEN, BOUNCED, REFERRED, DONE, REDO, CONFIRMED or WITHDRAWN.") var state:
            String?
        @Flag(help: "Only those that have not ended.") var open = false
        @Option(help: "Where the page before ended.") var after: String?
        @Option(help: "At most so many, 1 to 1000.") var limit = 100

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.List.self,
                .init(
                    bureau: self.bureau,
                    side: self.side,
                    state: self.state,
                    open: self.open ? true : nil,
                    after: self.after,
                    limit: self.limit
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            if output.handoffs.isEmpty {
                console.say("没有移交单。", "no hand-offs")
            } else {
                console.line(HandoffText.table(output.handoffs, console).text)
            }
            if let next = output.next { console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看移交单 · Show a hand-off: what is asked, what was handed on, what happened."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(HandoffsInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try HandoffText.show(output, session.console)
        }
    }

    struct Slip: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "打印移交单 · The printed slip for a body without a plugin.",
            discussion: "tongbanctl handoff slip HO-20220712-000001 | lp"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(HandoffsInterface.Get.self, .init(number: self.number))
            guard !session.console.wantsJSON else { return session.console.json(output) }
            session.console.line(try HandoffText.slip(output, session.console))
        }
    }

    struct Send: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "移交 · Hand a matter of a case on.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The case.") var number: String
        @Argument(help: "One of the hand-offs the bureau declares.") var kind: String
        @Option(help: "What is asked, up to 500 characters.") var request: String
        @Option(help: "NORMAL, URGENT or LIFE; as declared unless given.") var urgency: String?
        @Option(help: "Hash of a file of the case; may be given several times.") var attachment: [String] = []

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Send.self,
                .init(
                    case: self.number,
                    kind: self.kind,
                    request: self.request,
                    urgency: self.urgency,
                    attachments: self.attachment
                )
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Deliver: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "已送达 · The printed slip was handed over.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(HandoffsInterface.Deliver.self, .init(number: self.number))
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Take: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "签收 · Take it in hand.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(name: .customLong("case"), help: "The receiver's case in which it is worked on; both are linked.")
        var receiverCase: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Take.self,
                .init(number: self.number, case: self.receiverCase)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Bounce: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "退办 · Send it back as not competent, and say who is.",
            discussion: "tongbanctl handoff bounce HO-20220712-000001 --competent 城管局 --reason 非本部门职责"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "The body that is competent.") var competent: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Bounce.self,
                .init(number: self.number, competent: self.competent, reason: self.reason)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Redirect: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "转送 · Send on what was bounced.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "The id of a bureau, or of a body without a plugin.") var to: String
        @Option(help: "The name of a body without a plugin.") var name: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Redirect.self,
                .init(number: self.number, to: self.to, zh: self.name)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Done: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "办结 · Report the result.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "What was done, up to 500 characters.") var result: String
        @Option(help: "Hash of a file that proves it; may be given several times.") var evidence: [String] = []
        @Option(name: .customLong("case"), help: "The receiver's case in which it was done.") var receiverCase: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Finish.self,
                .init(number: self.number, result: self.result, evidence: self.evidence, case: self.receiverCase)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Confirm: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "确认 · Be content with the result.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String

        func run(_ session: Session) async throws {
            let output = try await session.call(HandoffsInterface.Confirm.self, .init(number: self.number))
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Redo: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "退回重办 · Refuse the result: once it is done again, then the coordinator decides."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Redo.self,
                .init(number: self.number, reason: self.reason)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Withdraw: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "撤回 · The sender needs it no more.")
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option var reason: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Withdraw.self,
                .init(number: self.number, reason: self.reason)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }

    struct Decide: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "协调决定 · Decide where the bodies do not agree: name who is to do it, or let the result stand.",
            discussion: """
                tongbanctl --as xietiao handoff decide HO-20220712-000001 --to market --reason 属市场监管职责
                tongbanctl --as xietiao handoff decide HO-20220712-000001 --accept --reason 结果符合要求
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var number: String
        @Option(help: "The id of the body that is to do it; it cannot send it back.") var to: String?
        @Option(help: "The name of a body without a plugin.") var name: String?
        @Flag(help: "The result there is stands.") var accept = false
        @Option var reason: String

        func validate() throws {
            guard self.accept != (self.to != nil) else {
                throw ValidationError("--to BODY, or --accept / 须给出 --to 或 --accept 之一")
            }
        }

        func run(_ session: Session) async throws {
            let output = try await session.call(
                HandoffsInterface.Decide.self,
                .init(number: self.number, to: self.to, zh: self.name, reason: self.reason)
            )
            HandoffText.answer(output, output.handoff, session.console)
        }
    }
}
