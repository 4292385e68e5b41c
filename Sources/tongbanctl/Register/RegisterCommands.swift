// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct RegisterCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "台账 · Registers.",
        subcommands: [List.self, Show.self, Query.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出台账 · List the registers.")
        @OptionGroup var global: GlobalOptions
        @Option var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(RegistersInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("部门", "BUREAU"),
                console.text("台账", "REGISTER"),
                console.text("名称", "NAME"),
                console.text("记录", "RECORDS"),
                rightAligned: [3]
            )
            for register in output.registers {
                table.add(
                    register.bureau,
                    register.register,
                    console.text(register.zh, register.en),
                    String(register.records)
                )
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看一条记录 · Show one record.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument var key: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Get.self,
                .init(bureau: self.bureau, register: self.register, key: self.key)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            for member in try output.record.data.parsed().objectValue ?? [:] {
                session.console.line("\(member.name): \(Format.value(member.value))")
            }
        }
    }

    struct Query: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出记录 · List records.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Option var after: String?
        @Option var limit: Int = 50

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Query.self,
                .init(bureau: self.bureau, register: self.register, after: self.after, limit: self.limit)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            for record in output.records { session.console.line("\(record.key)  \(CaseText.members(record.data))") }
            if let next = output.next { session.console.say("还有更多:--after \(next)", "more: --after \(next)") }
        }
    }
}
