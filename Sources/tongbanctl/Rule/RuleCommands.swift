// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct RuleCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule",
        abstract: "规则 · What the rule files of the bureaus say: limits, amounts, thresholds.",
        discussion: """
            tongbanctl rule list market
            tongbanctl rule show market complaint.accept
            tongbanctl rule check /usr/lib/tongban/plugins/market/rules.json

            To change one, add a version with its effective_from and source to rules.json in the plugin's folder, check it, and
            run systemctl reload tongband. Open cases keep the rules they were opened under. The journal tells of every change:
            tongbanctl notice list --kind rule
            """,
        subcommands: [List.self, Show.self, Check.self],
        aliases: ["rules"]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出规则 · List the rules and their values of a day.")
        @OptionGroup var global: GlobalOptions
        @Argument(help: "Of this bureau only.") var bureau: String?
        @Option(help: "The values of this day, YYYY-MM-DD; otherwise of today.") var on: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(RulesInterface.List.self, .init(bureau: self.bureau, day: self.on))
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("部门", "BUREAU"),
                console.text("规则", "RULE"),
                console.text("名称", "NAME"),
                console.text("值", "VALUE"),
                console.text("自", "FROM"),
                console.text("下次变更", "NEXT"),
                console.text("依据", "SOURCE")
            )
            for rule in output.rules {
                let current = rule.versions.first { $0.inForce }
                table.add(
                    rule.bureau,
                    rule.id,
                    console.text(rule.zh, rule.en),
                    current.map { RuleText.value($0.value, rule.kind, console) } ?? console.text("尚未生效", "not yet"),
                    current?.effectiveFrom ?? "",
                    rule.versions.first { $0.effectiveFrom > output.day }?.effectiveFrom ?? "",
                    current?.source ?? ""
                )
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看规则 · Show a rule with all its versions.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var rule: String

        func run(_ session: Session) async throws {
            let output = try await session.call(RulesInterface.List.self, .init(bureau: self.bureau))
            let console = session.console
            guard let rule = output.rules.first(where: { $0.id == self.rule }) else {
                let known = output.rules.map(\.id).joined(separator: ", ")
                throw UsageError("\(self.bureau) has no rule \(self.rule) / 没有规则 \(self.rule): \(known)")
            }
            guard !console.wantsJSON else { return console.json(rule) }
            console.say("\(rule.zh)(\(rule.id))", "\(rule.en) (\(rule.id))")
            var table = Table(
                console.text("自", "FROM"),
                console.text("值", "VALUE"),
                "",
                console.text("依据", "SOURCE")
            )
            for version in rule.versions {
                table.add(
                    version.effectiveFrom,
                    RuleText.value(version.value, rule.kind, console),
                    version.inForce ? console.text("现行", "in force") : "",
                    version.source
                )
            }
            console.line(table.text)
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查规则文件 · Check a rule file without a daemon: every fault with its place.",
            discussion:
                "Whether it has all rules that the bureau asks for, the plugin itself says: PLUGIN --check --rules FILE"
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "Such as rules.json.", completion: .file(extensions: ["json"])) var file: String

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            do {
                let book = try RuleBook(text: String(decoding: contents(of: self.file), as: UTF8.self))
                console.say(
                    "\(book.bureau):\(book.rules.count) 条规则,\(book.tables.count) 个决策表,无误。",
                    "\(book.bureau): \(book.rules.count) rules and \(book.tables.count) decision tables, in order."
                )
            } catch let error as RuleBookError {
                for fault in error.faults {
                    console.complain("\(fault.place):\(fault.message.zh)", "\(fault.place): \(fault.message.en)")
                }
                throw ExitCode(1)
            }
        }
    }
}

/// The value of a rule in words.
enum RuleText {
    static func value(_ text: String, _ kind: RulesInterface.Rule.Kind, _ console: Console) -> String {
        guard let json = try? JSON(parsing: text) else { return text }
        switch (kind, json) {
        case (.limit, .string(let text)):
            guard let limit = try? Limit(text) else { return text }
            return console.text(
                "\(limit.count) \(limit.unit.name.zh)",
                "\(limit.count) \(limit.unit.name.en)"
            )
        case (.money, .integer(let fen)): return Fen(fen).description
        case (.boolean, .bool(let value)): return value ? console.text("是", "yes") : console.text("否", "no")
        case (_, .string(let text)): return text
        case (_, .array(let values)): return values.map { $0.stringValue ?? $0.text }.joined(separator: ", ")
        default: return json.text
        }
    }
}
