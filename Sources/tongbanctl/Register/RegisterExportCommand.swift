// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

extension RegisterCommands {
    struct Export: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "导出记录 · Export records as comma-separated values.",
            discussion: """
                Personal values are masked and sensitive ones hidden, as in lists. A text that a spreadsheet would take \
                for a formula gets an apostrophe in front.

                tongbanctl register export credit households out.csv --columns id,village,grade --where grade=A
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @Argument(help: "The file to write.", completion: .file()) var output: String
        @OptionGroup var chosen: RegisterConditions
        @OptionGroup var view: RegisterView
        @Option(help: "An indexed field to order by.") var order: String?
        @Option(help: "The fields, with commas between them; all unless given.") var columns: String?
        @Option(help: "UTF-8 (with mark, as spreadsheets need it) or GB18030.") var encoding: String = "UTF-8"
        @Flag(help: "Leave out the mark of UTF-8.") var noMark = false

        func run(_ session: Session) async throws {
            guard let encoding = TextEncoding(named: self.encoding) else {
                throw UsageError("--encoding: UTF-8, GB18030")
            }
            let coder: TextCoder
            do {
                coder = try TextCoder(encoding)
            } catch {
                throw UsageError("the system's C library does not know \(encoding.rawValue)")
            }
            let fields = try await self.fields(session)
            let writer = try FileWriter(self.output)
            if encoding == .utf8, !self.noMark { try writer.append(TextEncoding.byteOrderMark) }
            try writer.append(Self.bytes(CSVWriter.row(fields.map(\.id)), coder))
            var after: String?
            var count = 0
            repeat {
                let page = try await session.call(
                    RegistersInterface.Query.self,
                    .init(
                        bureau: self.bureau,
                        register: self.register,
                        after: after,
                        limit: 1_000,
                        conditions: try self.chosen.parsed(),
                        filter: try self.chosen.parsedFilter(),
                        order: self.order,
                        at: self.view.at,
                        snapshot: self.view.snapshot
                    )
                )
                for record in page.records {
                    let data = try record.data.parsed().objectValue ?? [:]
                    let row = CSVWriter.row(fields.map { $0.cell(of: data[$0.id]) })
                    try writer.append(Self.bytes(row, coder))
                }
                count += page.records.count
                after = page.next
                session.console.progress("已导出 \(count) 条", "exported \(count)")
            } while after != nil
            session.console.endProgress()
            try writer.finish()
            session.console.say("已导出 \(count) 条到 \(self.output)。", "exported \(count) records to \(self.output)")
        }

        private func fields(_ session: Session) async throws -> [FieldDeclaration] {
            let all = try await session.call(
                RegistersInterface.Describe.self,
                .init(bureau: self.bureau, register: self.register)
            ).fields.map { field in
                FieldDeclaration(field.id, .init(field.zh, field.en), kind: .init(rawValue: field.kind) ?? .any)
            }
            guard let columns else { return all }
            return try columns.split(separator: ",").map { name throws(UsageError) in
                guard let field = all.first(where: { $0.id == name }) else {
                    throw UsageError("--columns: there is no field \(name)")
                }
                return field
            }
        }

        private static func bytes(_ text: String, _ coder: TextCoder) throws -> [UInt8] {
            guard let bytes = coder.bytes(of: text) else {
                throw UsageError("\(coder.encoding.rawValue) has no way to write: \(text)")
            }
            return bytes
        }
    }
}
