// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import TongbanAPI
import TongbanModel
import Varlink

extension RegisterCommands {
    struct Import: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "导入记录 · Import a file of comma-separated values.",
            discussion: """
                The first row titles the columns by the ids or names of fields; `tongbanctl register describe` lists \
                them. An amount is in fen unless the title says (元) or (yuan) behind the name. Every faulty row is \
                named, and unless all rows are in order nothing is imported. The same file again changes nothing.

                tongbanctl register import credit households households.csv --dry-run
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument(help: "The file.", completion: .file()) var file: String
        @Flag(help: "Only tell what would be done.") var dryRun = false
        @Option(help: "UTF-8 or GB18030; found out unless given.") var encoding: String?

        @Option(help: "The day from which the records are valid, in a dated register; today unless given.")
        var from: String?

        func run(_ session: Session) async throws {
            let console = session.console
            let reader = try FileReader(self.file)
            let upload = try await session.call(
                RegistersInterface.ImportBegin.self,
                .init(bureau: self.bureau, register: self.register, size: reader.size, encoding: self.encoding)
            )
            var sent = 0
            while true {
                let part = try reader.next(upload.chunkSize)
                if part.isEmpty { break }
                sent = try await session.call(
                    RegistersInterface.ImportChunk.self,
                    .init(upload: upload.upload, offset: sent, data: Base64.encode(part))
                ).received
                let bar = Self.bar(sent, of: reader.size)
                console.progress("已发送 \(bar)", "sent \(bar)")
            }
            console.progress("正在核对并写入……", "checking and writing …")
            let output = try await session.call(
                RegistersInterface.ImportFinish.self,
                .init(upload: upload.upload, preview: self.dryRun, from: self.from)
            )
            console.endProgress()
            if console.wantsJSON {
                console.json(output)
            } else {
                self.show(output, console)
            }
            if output.faultCount > 0 { throw ExitCode(1) }
        }

        private func show(_ output: RegistersInterface.ImportFinish.Output, _ console: Console) {
            if output.faultCount > 0 {
                var table = Table(
                    console.text("行", "ROW"),
                    console.text("列", "COLUMN"),
                    console.text("值", "VALUE"),
                    console.text("问题", "FAULT"),
                    rightAligned: [0]
                )
                for fault in output.faults {
                    table.add(
                        String(fault.row),
                        fault.column ?? "",
                        fault.value ?? "",
                        console.text(fault.zh, fault.en)
                    )
                }
                console.line(table.text)
                console.say(
                    "\(output.rows) 行中发现 \(output.faultCount) 处错误,没有导入任何记录。",
                    "faults: \(output.faultCount) in rows: \(output.rows); nothing was imported"
                )
                return
            }
            let (added, changed, unchanged) = (output.added, output.changed, output.unchanged)
            if output.applied {
                console.say(
                    "已导入 \(output.rows) 行(\(output.encoding)):新增 \(added),变更 \(changed),未变 \(unchanged)。",
                    "imported \(output.rows) rows (\(output.encoding)): \(added) added, \(changed) changed, \(unchanged) as they were"
                )
            } else {
                console.say(
                    "\(output.rows) 行无误(\(output.encoding)):将新增 \(added),变更 \(changed),未变 \(unchanged)。",
                    "\(output.rows) rows in order (\(output.encoding)): would add \(added), change \(changed), leave \(unchanged)"
                )
            }
        }

        /// A bar of 30 places, with the share in per cent.
        static func bar(_ done: Int, of total: Int) -> String {
            let total = max(total, 1)
            let full = min(30, done * 30 / total)
            return
                "[\(String(repeating: "#", count: full))\(String(repeating: "·", count: 30 - full))] \(done * 100 / total) %"
        }
    }
}
