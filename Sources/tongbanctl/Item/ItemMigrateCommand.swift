// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Civic
import TongbanAPI
import Varlink

extension ItemCommands {
    struct Migrate: DaemonCommand {
        static let configuration = CommandConfiguration(
            abstract: "把在办件迁移到新版流程 · Lead running cases to another version of their item.",
            discussion:
                """
                Without --apply it shows what would happen to each case and changes nothing. It can be called again \
                after an interruption. --undo takes the cases back that nothing happened to since.
                tongbanctl item migrate market complaint --map DRAFTED=RECEIVED --apply
                """
        )
        @OptionGroup var global: GlobalOptions
        @Argument var bureau: String?
        @Argument var item: String?
        @Option(help: "Only cases of this version.") var from: Int?
        @Option(help: "The version to go to, when not the one in force.") var to: Int?
        @Option(help: "A new state for an old one, OLD=NEW; for a deadline deadline/OLD=NEW.") var map: [String] = []
        @Option(name: .customLong("case"), help: "Only this case; may be given again.") var cases: [String] = []
        @Flag(help: "Do it.") var apply = false
        @Option(help: "Undo the migration of this number.") var undo: Int?

        func validate() throws {
            _ = try self.names()
            if self.undo != nil {
                guard self.bureau == nil, self.item == nil, !self.apply, self.cases.isEmpty, self.map.isEmpty else {
                    throw ValidationError("--undo stands alone / --undo 不能与其他参数同用")
                }
            } else if self.bureau == nil || self.item == nil {
                throw ValidationError("name the bureau and the item / 请给出部门和事项")
            }
        }

        private func names() throws -> [String: String] {
            var names: [String: String] = [:]
            for pair in self.map {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
                guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                    throw ValidationError("--map must read OLD=NEW / 须写成 旧=新: \(pair)")
                }
                guard names.updateValue(parts[1], forKey: parts[0]) == nil else {
                    throw ValidationError("--map names \(parts[0]) twice / 重复")
                }
            }
            return names
        }

        func run(_ session: Session) async throws {
            if let undo { return try await self.takeBack(undo, session) }
            // What is applied is what was looked at: a case that somebody changes meanwhile is told of and left alone.
            let wanted = self.cases.isEmpty ? nil : self.cases.map { ItemsInterface.Revision(number: $0, revision: 0) }
            var seen: [ItemsInterface.Revision] = []
            var tally: [String: Int] = [:]
            for try await output in session.stream(ItemsInterface.Migrate.self, try self.input(wanted, apply: false)) {
                guard let migration = output.case else { continue }
                if migration.outcome == .ready {
                    seen.append(.init(number: migration.number, revision: migration.revision))
                }
                if !self.apply || migration.outcome != .ready {
                    self.show(migration, session.console)
                    tally[migration.outcome.rawValue, default: 0] += 1
                }
            }
            var id: Int?
            if self.apply, !seen.isEmpty {
                for try await output in session.stream(ItemsInterface.Migrate.self, try self.input(seen, apply: true)) {
                    id = output.id
                    guard let migration = output.case else { continue }
                    self.show(migration, session.console)
                    tally[migration.outcome.rawValue, default: 0] += 1
                }
            }
            let counts = tally.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
            session.console.say("合计:\(counts.isEmpty ? "0" : counts)", "in all: \(counts.isEmpty ? "0" : counts)")
            if let id {
                session.console.say(
                    "迁移编号 \(id);撤销:item migrate --undo \(id)",
                    "migration \(id); to undo it: item migrate --undo \(id)"
                )
            } else if !self.apply, !seen.isEmpty {
                session.console.say("没有改动;加 --apply 执行。", "nothing was changed; --apply does it")
            }
        }

        private func input(_ cases: [ItemsInterface.Revision]?, apply: Bool) throws -> ItemsInterface.Migrate.Input {
            .init(
                bureau: self.bureau ?? "",
                item: self.item ?? "",
                from: self.from,
                to: self.to,
                map: try self.names(),
                cases: cases,
                apply: apply
            )
        }

        private func takeBack(_ id: Int, _ session: Session) async throws {
            for try await output in session.stream(ItemsInterface.UndoMigration.self, .init(id: id)) {
                if session.console.wantsJSON {
                    session.console.json(output)
                } else if let number = output.restored {
                    session.console.say("\(number) 已恢复", "\(number) restored")
                } else if let number = output.kept {
                    session.console.say("\(number) 已有变动,保持不变", "\(number) was changed since: it stays as it is")
                }
            }
        }

        private func show(_ migration: ItemsInterface.CaseMigration, _ console: Console) {
            guard !console.wantsJSON else { return console.json(migration) }
            let before = migration.statesBefore.joined(separator: "+")
            let after = migration.statesAfter.joined(separator: "+")
            console.line(
                "\(migration.number)  v\(migration.from) → v\(migration.to)  \(before) → \(after.isEmpty ? "—" : after)  [\(migration.outcome.rawValue)]"
            )
            for obstacle in migration.obstacles {
                console.line("  × [\(obstacle.code)] \(console.text(obstacle.zh, obstacle.en))")
            }
            if migration.movesOn { console.say("  条件已满足,随即转入新状态", "  a condition holds already: it moves on at once") }
            for deadline in migration.deadlines where deadline.change != .kept {
                let name = console.text(deadline.zh, deadline.en)
                let limits = "\(deadline.limitBefore ?? "—") → \(deadline.limitAfter ?? "—")"
                let due =
                    "\(Format.due(deadline.dueBefore, console.language)) → \(Format.due(deadline.dueAfter, console.language))"
                console.line("  \(deadline.change.rawValue)  \(name)  \(limits)  \(due)")
            }
            self.show(console.text("动作", "actions"), migration.actions, console)
            self.show(console.text("任务", "tasks"), migration.tasks, console)
            for fault in migration.faults {
                console.line("  ! \(fault.field) [\(fault.code)] \(console.text(fault.zh, fault.en))")
            }
        }

        private func show(_ what: String, _ difference: ItemsInterface.Difference, _ console: Console) {
            let parts =
                difference.added.map { "+\($0)" } + difference.removed.map { "-\($0)" }
                + difference.changed.map { "~\($0)" }
            if !parts.isEmpty { console.line("  \(what): \(parts.joined(separator: " "))") }
        }
    }
}
