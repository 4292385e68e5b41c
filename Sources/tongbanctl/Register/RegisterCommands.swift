// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct RegisterCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "台账 · Registers: the bureaus' keyed records.",
        subcommands: [
            List.self, Describe.self, Show.self, Put.self, History.self, Query.self, Count.self, Import.self,
            Export.self,
            End.self, Rekey.self, Snapshot.self, Lock.self, Locks.self, Amend.self, AmendDecide.self, Requests.self,
        ]
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
        @Argument(help: "Its key, or one it had before.") var key: String
        @Option(help: "As it was on this day, in a dated register.") var at: String?

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Get.self,
                .init(bureau: self.bureau, register: self.register, key: self.key, at: self.at)
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            for member in try output.record.data.parsed().objectValue ?? [:] {
                session.console.line("\(member.name): \(Format.value(member.value))")
            }
        }
    }

    struct Query: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "列出记录 · List records.",
            discussion: "tongbanctl register query credit households --where village=双楼 --where income=0..5000000"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @OptionGroup var chosen: RegisterConditions
        @OptionGroup var view: RegisterView
        @Option(help: "An indexed field to order by; by key unless given.") var order: String?
        @Option(help: "Where the page before ended, as it was printed.") var after: String?
        @Option var limit: Int = 50

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Query.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    after: self.after,
                    limit: self.limit,
                    conditions: try self.chosen.parsed(),
                    filter: try self.chosen.parsedFilter(),
                    order: self.order,
                    at: self.view.at,
                    snapshot: self.view.snapshot
                )
            )
            guard !session.console.wantsJSON else { return session.console.json(output) }
            try await RegisterCommands.show(output, of: self.register, self.bureau, session)
        }
    }

    /// Prints a page of records under the names of their fields.
    static func show(
        _ page: RegistersInterface.Query.Output,
        of register: String,
        _ bureau: String,
        _ session: Session
    ) async throws {
        let description = try await session.call(
            RegistersInterface.Describe.self,
            .init(bureau: bureau, register: register)
        )
        RegisterText.show(page, of: description.fields, session.console)
    }

    struct Count: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "统计记录 · Count records, also by the values of fields.",
            discussion: "tongbanctl register count credit households --by grade"
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String
        @OptionGroup var chosen: RegisterConditions
        @OptionGroup var view: RegisterView
        @Option(help: "Up to three fields, with commas between them.") var by: String?

        func run(_ session: Session) async throws {
            let by = self.by?.split(separator: ",").map(String.init)
            let output = try await session.call(
                RegistersInterface.Count.self,
                .init(
                    bureau: self.bureau,
                    register: self.register,
                    conditions: try self.chosen.parsed(),
                    filter: try self.chosen.parsedFilter(),
                    by: by,
                    at: self.view.at,
                    snapshot: self.view.snapshot
                )
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            if let by, !by.isEmpty {
                var table = Table(by + [console.text("记录", "RECORDS")], rightAligned: [by.count])
                for group in output.groups { table.add(group.values + [String(group.count)]) }
                console.line(table.text)
            }
            console.say("共 \(output.total) 条", "\(output.total) in all")
        }
    }

    struct Describe: DaemonCommand {
        static let configuration = CommandConfiguration(abstract: "查看台账的字段 · Show the fields of a register.")
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String
        @Argument var register: String

        func run(_ session: Session) async throws {
            let output = try await session.call(
                RegistersInterface.Describe.self,
                .init(bureau: self.bureau, register: self.register)
            )
            let console = session.console
            guard !console.wantsJSON else { return console.json(output) }
            let whole = try await session.call(ItemsInterface.GetBureau.self, .init(bureau: self.bureau)).declaration
            let bureau = try whole.parsed().decoded(as: BureauDeclaration.self)
            let words = DeclarationWords(bureau: bureau, language: console.language)
            let declared = bureau.register(self.register)
            var table = Table(
                console.text("字段", "FIELD"),
                console.text("名称", "NAME"),
                console.text("类型", "KIND"),
                console.text("级别", "CLASS"),
                "",
                console.text("选项或说明", "OPTIONS OR HELP")
            )
            for field in output.fields {
                let own = declared?.field(field.id)
                var marks: [String] = []
                if field.key { marks.append(console.text("键", "key")) }
                if field.required { marks.append(console.text("必填", "required")) }
                if field.indexed { marks.append(console.text("索引", "indexed")) }
                table.add(
                    field.id,
                    console.text(field.zh, field.en),
                    own.map(words.kind) ?? field.kind,
                    field.class,
                    marks.joined(separator: console.text("、", ", ")),
                    own.map { $0.options.isEmpty ? $0.help.map(words.text) ?? "" : words.options($0) } ?? ""
                )
            }
            console.line(table.text)
            let keepers = words.roles(declared?.keptBy ?? [])
            console.say(
                keepers.isEmpty ? "由系统维护,运维人员可直接登记。" : "维护:\(keepers)",
                keepers.isEmpty
                    ? "kept by the daemon; those who run the service may write to it" : "kept by: \(keepers)"
            )
            for rule in declared?.requirements ?? [] { console.line("\(rule.code)  \(words.text(rule.message))") }
            for unique in output.unique {
                let fields = unique.fields.joined(separator: ", ")
                console.say("唯一:\(fields)", "unique: \(fields)")
            }
        }
    }
}
