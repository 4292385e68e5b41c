// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct JournalCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "日志 · The hash-chained record of every change.",
        subcommands: [Verify.self, Export.self]
    )

    struct Verify: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "校验 · Check the chain; names the first broken entry and ends 1."
        )
        @OptionGroup var global: GlobalOptions
        @Flag(help: "Also read every attachment the journal names.") var attachments = false

        func run(_ session: Session) async throws {
            let console = session.console
            var last: JournalInterface.Verify.Output?
            for try await output in session.stream(JournalInterface.Verify.self, .init()) {
                last = output
                console.progress(
                    "已校验 \(output.checked)/\(output.total)",
                    "checked \(output.checked)/\(output.total)"
                )
            }
            console.endProgress()
            guard let last else { return }
            if console.wantsJSON { console.json(last) }
            if let broken = last.broken {
                console.complain(
                    "日志在第 \(broken) 条处断开:\(last.fault ?? "")",
                    "the journal is broken at entry \(broken): \(last.fault ?? "")"
                )
                throw ExitCode(1)
            }
            console.say(
                "日志完整:\(last.checked) 条,首尾相连。",
                "the journal is whole: \(last.checked) entries, each linked to the next"
            )
            if self.attachments { try await CaseCommands.VerifyAttachments.verify(session) }
        }
    }

    struct Export: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "导出 · Print every entry, one JSON object a line.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Those after this number.") var after: Int?

        func run(_ session: Session) async throws {
            for try await output in session.stream(JournalInterface.Export.self, .init(after: self.after)) {
                for entry in output.entries { session.console.json(entry) }
            }
        }
    }
}
