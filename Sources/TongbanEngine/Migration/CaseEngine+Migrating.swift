// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Running cases that go on in another version of their item.
extension CaseEngine {
    /// The version an order leads to, when the person may give it.
    ///
    /// - Throws: `ROLE` unless he is the operator or a head of the bureau; `NO_VERSION`; ``EngineError/noSuchItem``.
    public func migrationTarget(of order: MigrationOrder, for person: PersonView) throws(EngineError) -> Int {
        try self.target(of: order, for: person).version
    }

    private func target(of order: MigrationOrder, for person: PersonView) throws(EngineError) -> LoadedItem {
        guard let latest = self.directory.latest(order.bureau) else {
            throw .noSuchItem(bureau: order.bureau, item: order.item)
        }
        guard person.holdsOne(of: self.directory.heads(of: order.bureau), in: order.bureau) else {
            throw .refused(
                .role(self.directory.heads(of: order.bureau), toDo: Bilingual("迁移办件", "migrate cases"))
            )
        }
        guard let bureau = order.to.map({ self.directory.loaded(order.bureau, version: $0) }) ?? latest else {
            throw .refused(
                Refusal(
                    code: "NO_VERSION",
                    zh: "部门 \(order.bureau) 没有第 \(order.to ?? 0) 版声明。",
                    en: "bureau \(order.bureau) has no declaration \(order.to ?? 0)"
                )
            )
        }
        guard let item = bureau.items[order.item] else {
            throw .noSuchItem(bureau: order.bureau, item: order.item)
        }
        return item
    }

    /// One page of the cases an order is about, with the revisions they have.
    ///
    /// - Returns: the cases, and the `after` of the next page, `nil` when there is none.
    public func migratable(
        _ order: MigrationOrder,
        after: String?,
        limit: Int,
        for person: PersonView
    ) throws(EngineError) -> (cases: [(number: String, revision: Int)], next: String?) {
        let target = try self.target(of: order, for: person)
        let filter = CaseFilter(bureau: order.bureau, item: order.item, isOpen: true)
        let page = try self.cases(filter, after: after, limit: limit)
        let meant = page.filter { record in
            record.declaration != target.version && (order.from.map { $0 == record.declaration } ?? true)
        }
        return (meant.map { ($0.number, $0.revision) }, page.count == limit ? page.last?.number : nil)
    }

    /// Notes that a migration begins.
    ///
    /// - Returns: its number, by which it can be undone.
    public func beginMigration(_ order: MigrationOrder, by person: PersonView) throws(EngineError) -> Int64 {
        let target = try self.target(of: order, for: person)
        let id = try self.store { store throws(StoreError) in try store.counter(Self.migrationCounter) } + 1
        try self.engine.write(.putCounter(name: Self.migrationCounter, value: id))
        try self.engine.record("item.migration", bureau: order.bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("id", id)
            writer.member("item", order.item)
            writer.member("to", target.version)
            for (old, new) in order.map.sorted(by: { $0.key < $1.key }) {
                writer.name(dynamic: "map.\(old)")
                JSON.string(new).write(to: &writer)
            }
            writer.endObject()
        }
        return id
    }

    /// Migrates one case, or shows what that would do.
    ///
    /// - Parameters:
    ///   - revision: the revision it had when it was looked at; another one is reported as ``CaseMigration/Outcome/changed``.
    ///   - id: of ``beginMigration(_:by:)``; `nil` only shows, and whatever the call does is undone.
    public func migrate(
        _ number: String,
        by order: MigrationOrder,
        revision: Int?,
        id: Int64?,
        for person: PersonView
    ) throws(EngineError) -> CaseMigration {
        if id == nil { self.engine.rehearse() }
        let target = try self.target(of: order, for: person)
        return try self.call { () throws(EngineError) in
            let seen = try self.load(number)
            var report = CaseMigration(
                number: number,
                revision: seen.record.revision,
                from: seen.record.declaration,
                to: target.version,
                statesBefore: seen.item.interpreter.atomicStates(of: seen.state)
            )
            if let revision, revision != seen.record.revision {
                report.outcome = .changed
                return report
            }
            // What is due already is due by the old version.
            var old = try self.catchUp(number) ? try self.load(number) : seen
            report.statesBefore = old.item.interpreter.atomicStates(of: old.state)
            report.refusals = try self.obstacles(to: order, of: old, in: target)
            guard report.refusals.isEmpty else { return report }
            var new = try self.place(old, by: order, in: target)
            let workBefore = try self.work(in: &old)
            let actionsBefore = self.offered(in: old)

            let step = target.interpreter.goOn(
                from: new.state,
                with: FlowEvent(name: "migrated", data: .object(self.stamps(by: .system, of: number)))
            )
            report.movesOn = step.didTransition
            guard step.errors.isEmpty, step.state.isRunning else {
                report.refusals = [
                    Refusal(
                        code: "WOULD_CLOSE",
                        zh: "迁移后办件会立即办结或出错,请先办理或另行指定状态。",
                        en:
                            "in the new version the case would close at once, or its flow fail: act on it first, or map its state"
                    )
                ]
                return report
            }
            if let id { try self.keepUndo(of: old, in: id, movesOn: report.movesOn) }

            let states = target.interpreter.atomicStates(of: new.state).joined(separator: "+")
            try self.tell(
                "case.migrated",
                of: new,
                [
                    "migration": id.map(JSON.integer), "from": .integer(Int64(old.record.declaration)),
                    "to": .integer(Int64(target.version)), "was": .string(old.flowState), "state": .string(states),
                ]
            )
            try self.pinRules(&new)
            try self.completeRules(&new)
            try self.migrateDeadlines(of: &new, from: old, by: order, person: person)
            for work in workBefore where new.item.humanTask(work.kind)?.state != work.state {
                try self.withdraw(work, because: "migrated to version \(target.version)")
            }
            if report.movesOn {
                new.cause = "migrated"
                new.stamps = self.stamps(by: .system, of: new.record.number)
                new.state = step.state
                try self.settle(&new, after: step)
            }
            try self.keep(&new)
            if let id { try self.completeUndo(of: number, in: id, revision: new.record.revision) }

            report.statesAfter = target.interpreter.atomicStates(of: new.state)
            report.deadlines = Self.deadlineChanges(from: old, to: new, by: order)
            report.actions = CaseMigration.Difference(
                from: Dictionary(actionsBefore.map { ($0.id, $0.bare) }) { first, _ in first },
                to: Dictionary(self.offered(in: new).map { ($0.id, $0.bare) }) { first, _ in first }
            )
            report.tasks = CaseMigration.Difference(
                from: Dictionary(workBefore.map { ($0.kind, $0.roles) }) { first, _ in first },
                to: Dictionary(try self.work(in: &new).map { ($0.kind, $0.roles) }) { first, _ in first }
            )
            report.faults = FormCheck(
                fields: target.declaration.form,
                today: ShanghaiTime.day(of: self.engine.now)
            ).faults(of: self.form(of: new, changedBy: [:]))
            report.outcome = id == nil ? .ready : .migrated
            return report
        }
    }

    // MARK: Whether

    /// Why a case cannot go on in a version, each obstacle named.
    private func obstacles(
        to order: MigrationOrder,
        of inHand: CaseInHand,
        in target: LoadedItem
    ) throws(EngineError) -> [Refusal] {
        guard inHand.record.isOpen else {
            return [Refusal(code: "CLOSED", zh: "办件已办结。", en: "the case is closed")]
        }
        guard inHand.record.declaration != target.version else {
            return [
                Refusal(
                    code: "SAME_VERSION",
                    zh: "办件已在第 \(target.version) 版。",
                    en: "the case is on version \(target.version) already"
                )
            ]
        }
        var found: [Refusal] = []
        for state in inHand.item.interpreter.atomicStates(of: inHand.state) {
            let new = order.states[state] ?? state
            guard target.interpreter.depth(of: new) == 0 else { continue }
            found.append(
                Refusal(
                    code: "UNMAPPED \(state)",
                    zh: "第 \(target.version) 版没有状态 \(new),请用 --map \(state)=新状态 指定。",
                    en: "version \(target.version) has no state \(new): name the new one with --map \(state)=NEW"
                )
            )
        }
        if found.isEmpty, let reason = target.interpreter.illegality(of: self.states(of: inHand, by: order)) {
            found.append(
                Refusal(
                    code: "ILLEGAL_STATES",
                    zh: "这些状态在第 \(target.version) 版不能同时有效:\(reason)",
                    en: "these states cannot be active together in version \(target.version): \(reason)"
                )
            )
        }
        if inHand.body.suspension != nil, target.declaration.suspension == nil {
            found.append(
                Refusal(
                    code: "SUSPENDED",
                    zh: "办件已中止,而第 \(target.version) 版不能中止;先恢复。",
                    en: "the case is suspended, which version \(target.version) does not know: resume it first"
                )
            )
        }
        if let key = self.key(of: inHand, in: target), key != inHand.record.key,
            let other = try self.store({ store throws(StoreError) in
                try store.openCase(bureau: inHand.record.bureau, item: inHand.record.item, key: key)
            }), other.number != inHand.record.number
        {
            found.append(.duplicate(other.number))
        }
        return found
    }

    /// The key by the rules of a version. A case without one, such as a draft, gets none.
    private func key(of inHand: CaseInHand, in target: LoadedItem) -> String? {
        let item = target.declaration
        guard !item.uniqueKey.isEmpty else { return nil }
        guard inHand.record.key != nil || inHand.item.declaration.uniqueKey.isEmpty else { return nil }
        return Self.key(of: item, in: inHand.state.data)
    }

    private func states(of inHand: CaseInHand, by order: MigrationOrder) -> [String] {
        var states: [String] = []
        for state in inHand.item.interpreter.atomicStates(of: inHand.state) {
            let new = order.states[state] ?? state
            if !states.contains(new) { states.append(new) }
        }
        return states
    }

    // MARK: How

    private func place(
        _ old: CaseInHand,
        by order: MigrationOrder,
        in target: LoadedItem
    ) throws(EngineError) -> CaseInHand {
        let step: FlowStep
        do throws(FlowError) {
            step = try target.interpreter.place(
                in: self.states(of: old, by: order),
                from: old.state.renaming(order.states)
            )
        } catch {
            throw .refused(Refusal(code: "ILLEGAL_STATES", zh: "不能迁移:\(error)", en: "cannot be migrated: \(error)"))
        }
        var new = CaseInHand(record: old.record, body: old.body, state: step.state, item: target, told: old.toldSoFar())
        new.record.declaration = target.version
        new.record.key = self.key(of: old, in: target)
        return new
    }

    /// Deadlines of the same id go on with all that was used of them; others end, and what is new starts now, or when its
    /// declaration says.
    private func migrateDeadlines(
        of new: inout CaseInHand,
        from old: CaseInHand,
        by order: MigrationOrder,
        person: PersonView
    ) throws(EngineError) {
        let configuration = new.configuration
        for index in new.body.deadlines.indices where new.body.deadlines[index].isActive {
            let before = old.item.deadlines[new.body.deadlines[index].id]
            let id = order.deadline(new.body.deadlines[index].id)
            if id != new.body.deadlines[index].id {
                try self.engine.write(
                    .removeTimer(id: Self.timerID(new.body.deadlines[index].id, of: new.record.number))
                )
                new.body.deadlines[index].id = id
            }
            guard let after = new.item.deadlines[id],
                after.isOfWholeCase || configuration.contains(after.state)
                    || (id == SuspensionDeclaration.deadline && new.body.suspension != nil)
            else {
                try self.end(index, in: &new)
                continue
            }
            var run = new.body.deadlines[index]
            if before?.limit != after.limit, run.state == .running || run.state == .paused {
                let context = new.context(
                    form: self.stamps(by: .system, of: new.record.number),
                    actor: .system,
                    now: self.engine.now
                )
                let limit = try self.limit(of: after, context: context)
                if limit != run.ledger.limit {
                    let was = run.limit
                    do throws(DeadlineError) {
                        try run.ledger.change(to: limit)
                    } catch {
                        throw .refused(Self.unitRefusal(error))
                    }
                    run.changes.append(
                        .init(
                            from: was,
                            to: run.limit,
                            at: self.engine.now,
                            actor: person.id,
                            reason: "第 \(new.item.version) 版 / version \(new.item.version)"
                        )
                    )
                    run.revised = self.engine.now
                }
            }
            try self.schedule(&run, after, in: new)
            new.body.deadlines[index] = run
        }
        new.stamps = self.stamps(by: .system, of: new.record.number)
        for declaration in new.item.caseDeadlines where !new.body.deadlines.contains(where: { $0.id == declaration.id })
        {
            guard declaration.startsIn.map({ $0.contains(where: configuration.contains) }) ?? true else { continue }
            try self.startDeadline(declaration, in: &new)
        }
        for state in new.item.deadlinesByState.keys.sorted() where configuration.contains(state) {
            for declaration in new.item.deadlinesByState[state] ?? [] {
                try self.startDeadline(declaration, in: &new)
            }
        }
        try self.adjustPauses(in: &new)
    }

    private static func deadlineChanges(
        from old: CaseInHand,
        to new: CaseInHand,
        by order: MigrationOrder
    ) -> [CaseMigration.Deadline] {
        var changes: [CaseMigration.Deadline] = []
        for (index, after) in new.body.deadlines.enumerated() {
            let before = index < old.body.deadlines.count ? old.body.deadlines[index] : nil
            if let before, !before.isActive { continue }
            let change: CaseMigration.Deadline.Change =
                before == nil
                ? .started
                : !after.isActive
                    ? .ended : before?.due == after.due && before?.limit == after.limit ? .kept : .moved
            changes.append(
                CaseMigration.Deadline(
                    id: after.id,
                    name: (new.item.deadlines[after.id] ?? old.item.deadlines[after.id])?.name
                        ?? Bilingual(after.id, after.id),
                    change: change,
                    limitBefore: before?.limit,
                    limitAfter: after.isActive ? after.limit : nil,
                    dueBefore: before?.due,
                    dueAfter: after.isActive ? after.due : nil
                )
            )
        }
        return changes
    }
}

extension ActionDeclaration {
    /// What of it people are offered, wherever it stands.
    fileprivate var bare: ActionDeclaration {
        var copy = self
        copy.state = ""
        return copy
    }
}
