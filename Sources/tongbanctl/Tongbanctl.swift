// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

#if canImport(Glibc)
import Glibc
#endif

@main
struct Tongbanctl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongbanctl",
        abstract: "通办 · Work with the cases, tasks and bureaus of a tongband daemon.",
        discussion: """
            tongbanctl [--socket PATH] [--json] [--as PERSON] NOUN VERB …

            Exit status: 0 done, 1 refused, 2 wrong usage, 3 no daemon.
            Shell completion: tongbanctl --generate-completion-script bash|zsh|fish
            """,
        version: Version.text,
        subcommands: [
            Status.self, PluginCommands.self, ItemCommands.self, CaseCommands.self, TaskCommands.self,
            QueueCommands.self, NoticeCommands.self, JournalCommands.self, CalendarCommands.self,
            IdentifierCommands.self, FlowCommands.self, ClockCommands.self, SeedCommands.self, PersonCommands.self,
            RegisterCommands.self, SubjectCommands.self, RatingCommands.self, ReportCommands.self,
            TableCommands.self, ScoreCommands.self, RuleCommands.self,
            ScheduleCommands.self, HandoffCommands.self, FundCommands.self, PublicNoticeCommands.self,
            RotaCommands.self, MessageCommands.self,
        ]
    )

    /// Exit status 2 for wrong usage, as shells and scripts expect; everything else as the commands say.
    static func main() async {
        // A reader that has seen enough, such as `head`, ends a command without a message.
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try Self.parseAsRoot(GlobalOptions.moveBehind(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as UsageError {
            Console(language: .english, wantsJSON: false).complain(error.description, error.description)
            Glibc.exit(2)
        } catch {
            let code = Self.exitCode(for: error)
            guard code == .validationFailure else { Self.exit(withError: error) }
            let message = Self.fullMessage(for: error)
            Console(language: .english, wantsJSON: false).complain(message, message)
            Glibc.exit(2)
        }
    }
}

enum Version {
    static let text = "0.1.0"
}
