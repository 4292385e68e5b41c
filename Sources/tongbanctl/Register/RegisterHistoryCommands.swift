// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI
import Varlink

extension RegisterCommands {
    struct History: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看沿革 · Show every version of a record of a dated register, and who wrote it."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument(help: "Its key, or one it had before.") var key: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.History.self,
                .init(bureau: self.bureau, register: self.register, key: self.key)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("自", "FROM"),
                console.text("键", "KEY"),
                console.text("内容", "VALUES"),
                console.text("录入人", "BY"),
                console.text("时间", "AT"),
                console.text("申请", "REQUEST")
            )
            for version in output.versions {
                table.add(
                    version.from,
                    version.key,
                    version.data.map { CaseText.members($0) } ?? console.text("(终止)", "(ended)"),
                    version.by,
                    version.at,
                    version.request.map { String($0) } ?? ""
                )
            }
            console.line(table.text)
        }
    }

    struct End: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "终止记录 · End a record of a dated register; its past stays."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument var key: String
        @Option(help: "The first day on which it is not valid.") var on: String

        func run(_ session: Session) async throws {
            _ = try await session.call(
                RegistersInterface.End.self,
                .init(bureau: self.bureau, register: self.register, key: self.key, on: self.on)
            )
            session.console.say("记录 \(self.key) 自 \(self.on) 起终止。", "record \(self.key) ends on \(self.on)")
        }
    }
}
