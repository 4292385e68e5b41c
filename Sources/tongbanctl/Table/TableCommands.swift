// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct TableCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "决策表 · Decision tables.",
        discussion: """
            A table asks something of inputs, row by row, and says what follows. Conditions: - anything, AAA a value, A, B one of
            them, >= 90, [80..90) with the end 90 left out, not(A), null for a missing value.
            """,
        subcommands: [List.self, Show.self, Check.self, Run.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出决策表和评分卡 · List decision tables and score cards, every version."
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: DecisionFormat
        @Option(help: "Only of this bureau.") var bureau: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(DecisionsInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard !self.output.isJSON(console) else { return console.json(output) }
            var table = Table(
                console.text("部门", "BUREAU"),
                console.text("表", "TABLE"),
                console.text("名称", "NAME"),
                console.text("种类", "KIND"),
                console.text("自", "FROM"),
                console.text("规则", "POLICY"),
                console.text("行数", "ROWS"),
                console.text("依据", "SOURCE"),
                rightAligned: [6]
            )
            for entry in output.tables {
                table.add(
                    entry.bureau,
                    entry.id,
                    console.text(entry.zh, entry.en),
                    entry.kind == "card" ? console.text("评分卡", "card") : console.text("决策表", "table"),
                    entry.version,
                    entry.policy,
                    String(entry.rows),
                    entry.source ?? ""
                )
            }
            self.output.print(table, console)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看决策表 · Show a table or score card as a table.",
            discussion: "tongbanctl table show credit grade --on 2022-07-12"
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: DecisionFormat
        @Argument var bureau: String
        @Argument var table: String
        @Option(help: "The version that holds on this day; otherwise today's.") var on: String?

        func run(_ session: Session) async throws {
            let answer = try await session.call(
                DecisionsInterface.Get.self,
                .init(bureau: self.bureau, table: self.table, day: self.on)
            )
            let console = session.console
            guard !self.output.isJSON(console) else { return console.json(answer.declaration) }
            let declaration = try answer.declaration.parsed()
            if answer.table.kind == "card" {
                let card: ScoreCard = try declaration.decoded()
                DecisionText.show(card, self.output, console)
            } else {
                let table: DecisionTable = try declaration.decoded()
                DecisionText.show(table, self.output, console)
            }
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查决策表文件 · Check a table or score card in a JSON file; needs no daemon.",
            discussion: """
                Prints the table, then every fault with its place: rows that overlap in a UNIQUE table and inputs that no row fits,
                each with an example. Exit status 1 when there is one.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: DecisionFormat
        @Argument(help: "A JSON file.") var file: String

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            let declared = try DecisionText.read(self.file, console)
            let faults: [DeclarationCheck.Fault]
            switch declared {
            case .table(let table):
                faults = table.faults()
                if !self.output.isJSON(console) { DecisionText.show(table, self.output, console) }
            case .card(let card):
                faults = card.faults()
                if !self.output.isJSON(console) { DecisionText.show(card, self.output, console) }
            }
            if self.output.isJSON(console) {
                console.json(
                    JSON.array(
                        faults.map {
                            [
                                "place": .string($0.place), "zh": .string($0.message.zh), "en": .string($0.message.en),
                            ]
                        }
                    )
                )
            } else {
                for fault in faults { console.line("\(fault.place): \(fault.message.text(console.language))") }
                if faults.isEmpty { console.say("没有问题。", "No fault.") }
            }
            if !faults.isEmpty { throw ExitCode(1) }
        }
    }

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "试算 · Decide by a table with inputs given here; nothing is kept.",
            discussion: """
                tongbanctl table run credit/grade score=8999 veto=false
                tongbanctl table run grade.json score=8999 veto=false     (a file; needs no daemon)
                A value that is JSON is taken as such: numbers, true, false, null; everything else is text. Hundredths and fen are
                whole numbers: 8999 is 89.99.
                """
        )
        @OptionGroup var global: GlobalOptions
        @OptionGroup var output: DecisionFormat
        @Argument(help: "BUREAU/TABLE, or a JSON file.") var table: String
        @Argument(help: "NAME=VALUE, for each input.") var inputs: [String] = []
        @Option(help: "By the version that holds on this day; otherwise today's.") var on: String?

        func run() async throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            let inputs = try DecisionText.inputs(self.inputs)
            guard self.table.hasSuffix(".json") else {
                let parts = self.table.split(separator: "/")
                guard parts.count == 2 else {
                    throw UsageError("\(self.table): BUREAU/TABLE or a .json file / 须为 部门/表 或 .json 文件")
                }
                var remote = DecisionRun()
                remote.global = self.global
                remote.output = self.output
                remote.request = .init(
                    bureau: String(parts[0]),
                    table: String(parts[1]),
                    inputs: RawJSON(.object(inputs)),
                    day: self.on
                )
                return try await remote.run()
            }
            do {
                let result =
                    switch try DecisionText.read(self.table, console) {
                    case .table(let table): try table.decide(inputs)
                    case .card(let card): try card.score(inputs)
                    }
                if self.output.isJSON(console) { return console.json(result.json) }
                DecisionText.show(result, console)
            } catch let error as DecisionError {
                console.complain("\(error.code):\(error.message.zh)", "\(error.code): \(error.message.en)")
                throw ExitCode(1)
            }
        }
    }
}

struct ScoreCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "评分卡 · Score cards: criteria, vetoes, grades.",
        subcommands: [TableCommands.Run.self, TableCommands.Check.self, TableCommands.Show.self]
    )
}

/// `table run` on the daemon.
struct DecisionRun: DaemonCommand {
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: DecisionFormat
    var request = DecisionsInterface.Run.Input(bureau: "", table: "", inputs: RawJSON(.object([:])), day: nil)

    private enum CodingKeys: CodingKey { case global, output }

    func run(_ session: Session) async throws {
        let answer = try await session.call(DecisionsInterface.Run.self, self.request)
        guard !self.output.isJSON(session.console) else { return session.console.json(answer.result) }
        DecisionText.show(answer.result, session.console)
    }
}

/// How a list is printed.
struct DecisionFormat: ParsableArguments {
    enum Form: String, ExpressibleByArgument, CaseIterable { case table, csv, json }

    @Option(help: "table, csv or json.") var format: Form = .table

    func isJSON(_ console: Console) -> Bool { self.format == .json || console.wantsJSON }

    func print(_ table: Table, _ console: Console) {
        guard self.format == .csv else { return console.line(table.text) }
        for row in [table.header] + table.rows { console.line(row.map(Self.quoted).joined(separator: ",")) }
    }

    /// A cell as RFC 4180 has it.
    private static func quoted(_ cell: String) -> String {
        let needsQuotes = cell.contains { [",", "\"", "\n", "\r", "\r\n"].contains($0) }
        guard needsQuotes else { return cell }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
