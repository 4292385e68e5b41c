// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI
import Varlink

extension RegisterCommands {
    struct Snapshot: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "快照 · Snapshots: a dated register as it was on a day, whatever is written about it later.",
            subcommands: [Create.self, List.self, Show.self]
        )

        struct Create: DaemonCommand {
            static let configuration = CommandConfiguration(
                abstract: "建立快照 · Take a snapshot.",
                discussion: "tongbanctl register snapshot create credit households 2022-H1 --day 2022-06-30"
            )
            @OptionGroup var global: GlobalOptions
            @Argument var bureau: String
            @Argument var register: String
            @Argument(help: "Its name, such as the period it is for.") var name: String
            @Option(help: "The day; today unless given.") var day: String?

            func run(_ session: Session) async throws {
                let output = try await session.call(
                    RegistersInterface.TakeSnapshot.self,
                    .init(bureau: self.bureau, register: self.register, name: self.name, day: self.day)
                )
                guard !session.console.wantsJSON else { return session.console.json(output) }
                session.console.line(RegisterText.snapshots([output.snapshot], session.console).text)
            }
        }

        struct List: DaemonCommand {
            static let configuration = CommandConfiguration(abstract: "列出快照 · List the snapshots.")
            @OptionGroup var global: GlobalOptions
            @Argument var bureau: String
            @Argument var register: String

            func run(_ session: Session) async throws {
                let output = try await session.call(
                    RegistersInterface.Snapshots.self,
                    .init(bureau: self.bureau, register: self.register)
                )
                guard !session.console.wantsJSON else { return session.console.json(output) }
                session.console.line(RegisterText.snapshots(output.snapshots, session.console).text)
            }
        }

        struct Show: DaemonCommand {
            static let configuration = CommandConfiguration(
                abstract: "查看快照 · List the records of a snapshot.",
                discussion: "Further questions are asked with `register query` and `register count` and --snapshot."
            )
            @OptionGroup var global: GlobalOptions
            @Argument var bureau: String
            @Argument var register: String
            @Argument var name: String
            @Option(help: "Where the page before ended.") var after: String?
            @Option var limit: Int = 50

            func run(_ session: Session) async throws {
                let output = try await session.call(
                    RegistersInterface.Query.self,
                    .init(
                        bureau: self.bureau,
                        register: self.register,
                        after: self.after,
                        limit: self.limit,
                        snapshot: self.name
                    )
                )
                guard !session.console.wantsJSON else { return session.console.json(output) }
                try await RegisterCommands.show(output, of: self.register, self.bureau, session)
            }
        }
    }
}
