// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct ItemCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item",
        abstract: "事项 · The matters that bureaus handle.",
        subcommands: [List.self, Show.self, Diagram.self, Migrate.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出事项 · List the items.")
        @OptionGroup var global: GlobalOptions
        @Option(help: "Only of this bureau.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(ItemsInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("部门", "BUREAU"),
                console.text("事项", "ITEM"),
                console.text("名称", "NAME"),
                console.text("版本", "VERSION"),
                console.text("在办", "OPEN"),
                rightAligned: [3, 4]
            )
            for item in output.items {
                table.add(
                    item.bureau,
                    item.id,
                    console.text(item.zh, item.en),
                    String(item.version),
                    String(item.openCases)
                )
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看事项:用途、填写、谁办、时限 · Show an item: what it is for, what to fill in, who may do what, by when."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var item: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                ItemsInterface.Get.self,
                .init(bureau: self.bureau, item: self.item)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            let whole = try await session.call(ItemsInterface.GetBureau.self, .init(bureau: self.bureau))
            let text = ItemText(
                item: try output.declaration.parsed().decoded(as: ItemDeclaration.self),
                version: output.version,
                words: DeclarationWords(
                    bureau: try whole.declaration.parsed().decoded(as: BureauDeclaration.self),
                    language: console.language
                ),
                today: try await session.today()
            )
            for line in text.lines { console.line(line) }
        }
    }

    struct Diagram: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "流程图 · The flow as a diagram.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var item: String
        @Option(help: "mermaid or dot.") var format: String = "mermaid"
        @Option(name: .customLong("case"), help: "Mark the active states of this case.") var number: String?

        func validate() throws { _ = try self.wantedFormat() }

        private func wantedFormat() throws -> ItemsInterface.Diagram.Input.Format {
            guard let format = ItemsInterface.Diagram.Input.Format(rawValue: self.format) else {
                throw ValidationError("--format is mermaid or dot")
            }
            return format
        }

        func run(_ session: Session) async throws {
            let format = try self.wantedFormat()
            let output = try await session.call(
                ItemsInterface.Diagram.self,
                .init(bureau: self.bureau, item: self.item, format: format, case: self.number)
            )
            if session.console.wantsJSON { return session.console.json(output) }
            session.console.line(output.text)
        }
    }
}
