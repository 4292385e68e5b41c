// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct PluginCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin",
        abstract: "部门插件 · The bureaus' plugins.",
        subcommands: [List.self, Show.self, Restart.self, Enable.self, Disable.self]
    )

    struct List: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "列出插件 · List the plugins.")
        @OptionGroup var global: GlobalOptions

        func run(_ session: Session) async throws {
            let output = try await session.call(PluginsInterface.List.self, .init())
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            var table = Table(
                console.text("插件", "PLUGIN"),
                console.text("名称", "NAME"),
                console.text("状态", "STATE"),
                "PID",
                console.text("重启", "RESTARTS"),
                console.text("在办", "RUNNING"),
                console.text("原因", "REASON"),
                rightAligned: [3, 4, 5]
            )
            for plugin in output.plugins {
                table.add(
                    plugin.id,
                    console.text(plugin.zh, plugin.en),
                    plugin.state.rawValue,
                    plugin.pid.map(String.init) ?? "—",
                    String(plugin.restarts),
                    String(plugin.running),
                    console.text(plugin.reasonZh ?? "", plugin.reasonEn ?? "")
                )
            }
            console.line(table.text)
        }
    }

    struct Show: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "查看插件:状态、事项、台账、日程、规则 · Show a plugin: state, items, registers, schedules, rules."
        )
        @OptionGroup var global: GlobalOptions
        @Argument(help: "The bureau, such as market.") var bureau: String

        func run(_ session: Session) async throws {
            let plugin = try await session.call(PluginsInterface.Get.self, .init(id: self.bureau)).plugin
            let console = session.console
            let declared = try? await session.call(ItemsInterface.GetBureau.self, .init(bureau: self.bureau))
            guard !console.wantsJSON else {
                var object = try RawJSON(encoding: plugin).parsed()
                object["declaration"] = try declared?.declaration.parsed()
                return console.json(object)
            }
            console.line("\(plugin.id)  \(console.text(plugin.zh, plugin.en))  \(plugin.state.rawValue)")
            if let reason = console.text(plugin.reasonZh ?? "", plugin.reasonEn ?? "").nonEmpty { console.line(reason) }
            console.say(
                "程序 \(plugin.executable),版本 \(plugin.version ?? "—"),PID \(plugin.pid.map(String.init) ?? "—"),重启 \(plugin.restarts) 次",
                "program \(plugin.executable), version \(plugin.version ?? "—"), pid \(plugin.pid.map(String.init) ?? "—"), restarts \(plugin.restarts)"
            )
            if let bytes = plugin.memoryBytes { console.say("内存 \(bytes / 1024) KiB", "memory \(bytes / 1024) KiB") }
            if let declaration = try declared?.declaration.parsed() {
                let rules = try await session.call(RulesInterface.List.self, .init(bureau: self.bureau)).rules
                let words = DeclarationWords(
                    bureau: try declaration.decoded(as: BureauDeclaration.self),
                    language: console.language
                )
                for section in BureauText(words: words, rules: rules, console: console).sections {
                    console.line("")
                    console.line(section.title)
                    for line in section.table.text.split(separator: "\n") { console.line("  \(line)") }
                }
            }
            if !plugin.lastLines.isEmpty {
                console.say("最近输出:", "last lines:")
                for line in plugin.lastLines { console.line("  \(line)") }
            }
        }
    }

    struct Restart: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "重启插件并解除隔离 · Restart a plugin; lifts a quarantine.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String

        func run(_ session: Session) async throws {
            let output = try await session.call(PluginsInterface.Restart.self, .init(id: self.bureau))
            if session.console.wantsJSON { session.console.json(output) }
            session.console.say("插件 \(self.bureau) 正在重启。", "plugin \(self.bureau) is being restarted")
        }
    }

    struct Enable: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "启用插件 · Enable a plugin.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String

        func run(_ session: Session) async throws {
            let output = try await session.call(PluginsInterface.Enable.self, .init(id: self.bureau))
            if session.console.wantsJSON { session.console.json(output) }
            session.console.say("插件 \(self.bureau) 已启用。", "plugin \(self.bureau) is enabled")
        }
    }

    struct Disable: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "停用插件;办件照常可办 · Disable a plugin; its cases can still be worked on."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String

        func run(_ session: Session) async throws {
            let output = try await session.call(PluginsInterface.Disable.self, .init(id: self.bureau))
            if session.console.wantsJSON { session.console.json(output) }
            session.console.say("插件 \(self.bureau) 已停用。", "plugin \(self.bureau) is disabled")
        }
    }
}

extension String {
    var nonEmpty: String? { self.isEmpty ? nil : self }
}
