// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
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
            abstract: "查看事项:表单、环节、时限 · Show an item: form, actions with their roles, deadlines."
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
            let declaration = try output.declaration.parsed()
            func name(_ value: JSON?) -> String { value?[console.language.rawValue]?.stringValue ?? "" }
            func texts(_ value: JSON?) -> String {
                (value?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: ", ")
            }
            console.line("\(self.bureau) \(self.item)  \(name(declaration["name"]))  v\(output.version)")
            console.line(name(declaration["summary"]))
            console.say("可由以下角色提出:\(texts(declaration["openedBy"]))", "opened by: \(texts(declaration["openedBy"]))")
            var form = Table(
                console.text("字段", "FIELD"),
                console.text("名称", "NAME"),
                console.text("类型", "KIND"),
                console.text("必填", "REQUIRED"),
                console.text("选项", "OPTIONS")
            )
            for field in declaration["form"]?.arrayValue ?? [] {
                let options = (field["options"]?.arrayValue ?? []).compactMap { $0["code"]?.stringValue }
                form.add(
                    field["id"]?.stringValue ?? "",
                    name(field["name"]),
                    field["kind"]?.stringValue ?? "",
                    field["required"]?.boolValue == true ? console.text("是", "yes") : "",
                    options.joined(separator: " ")
                )
            }
            console.line(form.text)
            var actions = Table(
                console.text("状态", "STATE"),
                console.text("动作", "ACTION"),
                console.text("名称", "NAME"),
                console.text("角色", "ROLES"),
                console.text("四眼", "NOT BY"),
                console.text("填写", "FIELDS")
            )
            for action in declaration["actions"]?.arrayValue ?? [] {
                let fields = (action["fields"]?.arrayValue ?? []).compactMap { $0["id"]?.stringValue }
                actions.add(
                    action["state"]?.stringValue ?? "",
                    action["id"]?.stringValue ?? "",
                    name(action["name"]),
                    texts(action["roles"]),
                    texts(action["notBy"]),
                    fields.joined(separator: " ")
                )
            }
            console.line(actions.text)
            var deadlines = Table(
                console.text("时限", "DEADLINE"),
                console.text("名称", "NAME"),
                console.text("状态", "STATE"),
                console.text("期限", "LIMIT"),
                console.text("暂停于", "PAUSED IN"),
                console.text("依据", "SOURCE")
            )
            for deadline in declaration["deadlines"]?.arrayValue ?? [] {
                deadlines.add(
                    deadline["id"]?.stringValue ?? "",
                    name(deadline["name"]),
                    deadline["state"]?.stringValue ?? "",
                    Format.value(deadline["limit"] ?? .null),
                    texts(deadline["pausedIn"]),
                    deadline["source"]?.stringValue ?? ""
                )
            }
            console.line(deadlines.text)
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
