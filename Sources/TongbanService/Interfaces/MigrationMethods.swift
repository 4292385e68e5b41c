// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

/// The methods of `org.tongban.Items` that lead running cases to another version. Each case is a call of its own, so that
/// work goes on between them and an interruption loses none.
struct MigrationMethods {
    let endpoint: Endpoint

    /// Cases looked for in one turn of the loop.
    private static let pageSize = 250

    func add(to service: inout VarlinkService) {
        service.stream(ItemsInterface.Migrate.self, requiresMore: true) { input, context, writer in
            do {
                return try await self.migrate(input, context, writer)
            } catch let error as EngineError {
                throw error.failure
            }
        }
        service.stream(ItemsInterface.UndoMigration.self, requiresMore: true) { input, context, writer in
            do {
                return try await self.undo(input, context, writer)
            } catch let error as EngineError {
                throw error.failure
            }
        }
    }

    private func migrate(
        _ input: ItemsInterface.Migrate.Input,
        _ context: VarlinkContext,
        _ writer: VarlinkMethodReplyWriter<ItemsInterface.Migrate>
    ) async throws -> ItemsInterface.Migrate.Output {
        let endpoint = self.endpoint
        let order = MigrationOrder(
            bureau: input.bureau,
            item: input.item,
            from: input.from,
            to: input.to,
            map: input.map ?? [:]
        )
        let (person, actor) = try await endpoint.onLoop { core in
            let caller = try endpoint.caller(context, needs: .reader)
            let person = Self.person(caller)
            _ = try core.cases.migrationTarget(of: order, for: person)
            return (person, caller.actor)
        }
        var id: Int64?
        if input.apply {
            id = try await endpoint.perform(by: actor) { core throws(EngineError) in
                try core.cases.beginMigration(order, by: person)
            }
        }
        var done = 0
        func migrate(_ number: String, _ revision: Int?) async throws {
            let migration = id
            let result = try await endpoint.perform(by: actor) { core throws(EngineError) in
                try core.cases.migrate(number, by: order, revision: revision, id: migration, for: person)
            }
            done += 1
            try await writer.write(.init(case: Self.shown(result), id: id.map(Int.init), done: done))
        }
        if let cases = input.cases {
            for wanted in cases {
                try await migrate(wanted.number, input.apply ? wanted.revision : nil)
            }
        } else {
            var after: String?
            repeat {
                let from = after
                let page = try await endpoint.onLoop { core in
                    try core.cases.migratable(order, after: from, limit: Self.pageSize, for: person)
                }
                for (number, revision) in page.cases { try await migrate(number, revision) }
                after = page.next
            } while after != nil
        }
        return .init(case: nil, id: id.map(Int.init), done: done)
    }

    private func undo(
        _ input: ItemsInterface.UndoMigration.Input,
        _ context: VarlinkContext,
        _ writer: VarlinkMethodReplyWriter<ItemsInterface.UndoMigration>
    ) async throws -> ItemsInterface.UndoMigration.Output {
        let endpoint = self.endpoint
        let id = Int64(input.id)
        let (person, actor, numbers) = try await endpoint.onLoop { core in
            let caller = try endpoint.caller(context, needs: .reader)
            let person = Self.person(caller)
            return (person, caller.actor, try core.cases.undoable(id, for: person))
        }
        var done = 0
        for number in numbers {
            let isRestored = try await endpoint.perform(by: actor) { core throws(EngineError) in
                try core.cases.undoMigration(id, of: number, by: person)
            }
            done += 1
            try await writer.write(
                .init(restored: isRestored ? number : nil, kept: isRestored ? nil : number, done: done)
            )
        }
        return .init(restored: nil, kept: nil, done: done)
    }

    /// The operator himself needs no role.
    private static func person(_ caller: Caller) -> PersonView {
        var person = caller.view
        if caller.isOperator, !caller.isPerson { person.isSystem = true }
        return person
    }

    private static func shown(_ migration: CaseMigration) -> ItemsInterface.CaseMigration {
        func difference(_ difference: CaseMigration.Difference) -> ItemsInterface.Difference {
            .init(added: difference.added, removed: difference.removed, changed: difference.changed)
        }
        return .init(
            number: migration.number,
            revision: migration.revision,
            from: migration.from,
            to: migration.to,
            statesBefore: migration.statesBefore,
            statesAfter: migration.statesAfter,
            movesOn: migration.movesOn,
            deadlines: migration.deadlines.map { deadline in
                .init(
                    id: deadline.id,
                    zh: deadline.name.zh,
                    en: deadline.name.en,
                    change: Self.change(deadline.change),
                    limitBefore: deadline.limitBefore,
                    limitAfter: deadline.limitAfter,
                    dueBefore: deadline.dueBefore?.description,
                    dueAfter: deadline.dueAfter?.description
                )
            },
            actions: difference(migration.actions),
            tasks: difference(migration.tasks),
            faults: migration.faults.map {
                .init(field: $0.field, code: $0.code, zh: $0.message.zh, en: $0.message.en)
            },
            obstacles: migration.refusals.map { .init(code: $0.code, zh: $0.message.zh, en: $0.message.en) },
            outcome: Self.outcome(migration.outcome)
        )
    }

    private static func change(_ change: CaseMigration.Deadline.Change) -> ItemsInterface.MigratedDeadline.Change {
        switch change {
        case .kept: .kept
        case .moved: .moved
        case .started: .started
        case .ended: .ended
        }
    }

    private static func outcome(_ outcome: CaseMigration.Outcome) -> ItemsInterface.CaseMigration.Outcome {
        switch outcome {
        case .ready: .ready
        case .migrated: .migrated
        case .refused: .refused
        case .changed: .changed
        }
    }
}
