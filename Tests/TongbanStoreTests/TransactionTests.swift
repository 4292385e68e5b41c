// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing
import TongbanModel
import TongbanStore

@Suite("Every store: transactions")
struct TransactionTests {
    /// One change of every kind, after which nothing is as it was.
    private static let changes: [Change] = [
        .insertTask(Sample.task(6, state: .scheduled, due: 5, caseNumber: "A", key: "new")),
        .updateTask(Sample.task(5, state: .leased)),
        .putHumanTask(Sample.work(5, status: .taken, assignee: "ann")),
        .putHumanTask(Sample.work(6, due: 3, roles: ["head"])),
        .putQueue(QueueRecord(name: "market", paused: true)),
        .putCounts([TaskCount(queue: "market", kind: "check", state: .ready, count: 0)]),
        .appendEntry(Sample.journal(2)[1]),
        .putCase(Sample.caseRecord("A", state: "closed", isOpen: false, key: "k")),
        .putCase(Sample.caseRecord("B", key: "k")),
        .putCounter(name: "cases", value: 9),
        .putTimer(TimerRecord(id: "t", due: Sample.moment(1), caseNumber: nil, body: .emptyObject)),
        .removeTimer(id: "old"),
        .putRecord(Sample.record("a", revision: 2)),
        .putRecord(Sample.record("c")),
        .putRecord(Sample.record("d")),
        .removeRecord(bureau: "market", register: "firms", key: "b"),
        .putDeclaration(DeclarationRecord(bureau: "market", version: 2, registered: Sample.moment, body: .emptyObject)),
        .putPerson(PersonRecord(id: "p", name: "乙", roles: [])),
        .removePerson(id: "q"),
        .putSetting(Setting(key: "s", value: Sample.json("2"))),
        .removeSetting(key: "r"),
        .removeTask(TaskID(1)),
    ]

    private static func fill(_ store: any Store) throws {
        try store.keep(
            .insertTask(Sample.task(1, caseNumber: "A", key: "old")),
            .insertTask(Sample.task(5)),
            .putHumanTask(Sample.work(1, due: 1)),
            .putHumanTask(Sample.work(5, standIn: "ann")),
            .putQueue(QueueRecord(name: "market")),
            .putCounts([TaskCount(queue: "market", kind: "check", state: .ready, count: 1)]),
            .appendEntry(Sample.journal(2)[0]),
            .putCase(Sample.caseRecord("A", key: "k")),
            .putCounter(name: "cases", value: 1),
            .putTimer(TimerRecord(id: "old", due: Sample.moment(9), caseNumber: "A", body: .emptyObject)),
            .putRecord(Sample.record("a")),
            .putRecord(Sample.record("b")),
            .putDeclaration(
                DeclarationRecord(bureau: "market", version: 1, registered: Sample.moment, body: .emptyObject)
            ),
            .putPerson(PersonRecord(id: "q", name: "甲", roles: ["market:head"])),
            .putSetting(Setting(key: "r", value: Sample.json("1"))),
            .putSetting(Setting(key: "s", value: Sample.json("1")))
        )
    }

    /// Everything that can be read.
    private static func contents(_ store: any Store) throws -> [String] {
        [
            "\(try store.tasks(TaskFilter(), after: nil, limit: 99))",
            "\(try store.tasks(TaskFilter(caseNumber: "A"), after: nil, limit: 99))",
            "\(try store.openHumanTasks(caseNumber: "A"))",
            "\(try store.openHumanTasks(bureau: "market", after: nil, limit: 99))",
            "\(try store.heldTasks(by: "ann", after: nil, limit: 99))",
            "\(try store.offeredTasks(to: .role("clerk", of: "market"), areaPrefix: nil, after: nil, limit: 99))",
            "\(try store.offeredTasks(to: .person("ann"), areaPrefix: nil, after: nil, limit: 99))",
            "\(try store.readyTasks(queue: "market", kind: "check", after: nil, limit: 99))",
            "\(try store.scheduledTasks(due: Sample.moment(99), limit: 99))",
            "\(try store.leasedTasks())",
            "\(try store.task(queue: "market", key: "old") as Any)",
            "\(try store.task(queue: "market", key: "new") as Any)",
            "\(try store.highestTaskID())",
            "\(try store.queues())",
            "\(try store.counts())",
            "\(try store.entries(after: 0, filter: .all, limit: 99))",
            "\(try store.entries(after: 0, filter: JournalFilter(caseNumber: "A"), limit: 99))",
            "\(try store.cases(CaseFilter(), after: nil, limit: 99))",
            "\(try store.openCase(bureau: "market", item: "licence", key: "k") as Any)",
            "\(try store.counter("cases"))",
            "\(try store.nextTimer() as Any)",
            "\(try store.timers(caseNumber: "A"))",
            "\(try store.records(bureau: "market", register: "firms", after: nil, limit: 99))",
            "\(try store.recordCount(bureau: "market", register: "firms"))",
            "\(try store.declarations())",
            "\(try store.persons())",
            "\(try store.settings(prefix: ""))",
        ]
    }

    @Test("a roll-back undoes every kind of change", arguments: StoreKind.allCases)
    func rollback(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try Self.fill(test.store)
        let before = try Self.contents(test.store)
        try test.store.begin()
        for change in Self.changes { try test.store.write(change) }
        #expect(zip(try Self.contents(test.store), before).allSatisfy { $0 != $1 })
        try test.store.rollback()
        #expect(try Self.contents(test.store) == before)
    }

    @Test("dropping a mark undoes what was written since, and nothing before", arguments: StoreKind.allCases)
    func dropMark(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.begin()
        try store.write(.insertTask(Sample.task(10)))
        try store.commit()
        try store.begin()
        try Self.changesOf(fill: store)
        let before = try Self.contents(store)
        try store.mark()
        for change in Self.changes { try store.write(change) }
        try store.dropMark()
        #expect(try Self.contents(store) == before)
        // A second mark in the same transaction, kept this time.
        try store.mark()
        for change in Self.changes { try store.write(change) }
        let after = try Self.contents(store)
        try store.keepMark()
        try store.commit()
        #expect(try Self.contents(store) == after)
    }

    private static func changesOf(fill store: any Store) throws {
        let source = MemoryStore()
        try Self.fill(source)
        for task in try source.tasks(TaskFilter(), after: nil, limit: 9) { try store.write(.insertTask(task)) }
        for entry in try source.entries(after: 0, filter: .all, limit: 9).entries {
            try store.write(.appendEntry(entry))
        }
        for record in try source.cases(CaseFilter(), after: nil, limit: 9) { try store.write(.putCase(record)) }
        for record in try source.records(bureau: "market", register: "firms", after: nil, limit: 9) {
            try store.write(.putRecord(record))
        }
    }

    @Test("a dropped mark gives the journal its numbers back", arguments: StoreKind.allCases)
    func journalAfterDroppedMark(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let journal = Sample.journal(3)
        try test.store.begin()
        try test.store.write(.appendEntry(journal[0]))
        try test.store.mark()
        try test.store.write(.appendEntry(journal[1]))
        try test.store.dropMark()
        try test.store.write(.appendEntry(journal[1]))
        try test.store.commit()
        #expect(try test.store.lastEntry() == journal[1])
    }

    private enum Step: CaseIterable {
        case begin, commit, rollback, mark, keepMark, dropMark, write

        func codeThrown(on store: any Store) -> StoreError.Code? {
            do throws(StoreError) {
                switch self {
                case .begin: try store.begin()
                case .commit: try store.commit()
                case .rollback: try store.rollback()
                case .mark: try store.mark()
                case .keepMark: try store.keepMark()
                case .dropMark: try store.dropMark()
                case .write: try store.write(.putCounter(name: "b", value: 1))
                }
                return nil
            } catch {
                return error.code
            }
        }
    }

    @Test("what is used against the contract is refused", arguments: StoreKind.allCases)
    func misuse(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        for step in Step.allCases where step != .begin { #expect(step.codeThrown(on: store) == .misuse) }
        try store.begin()
        for step in [Step.begin, .keepMark, .dropMark] { #expect(step.codeThrown(on: store) == .misuse) }
        try store.mark()
        #expect(Step.mark.codeThrown(on: store) == .misuse)
        try store.commit()
        #expect(Step.commit.codeThrown(on: store) == .misuse)
    }

    @Test("after a failed write the transaction can only be given up", arguments: StoreKind.allCases)
    func spoiled(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.begin()
        try store.write(.putCounter(name: "a", value: 1))
        let first = codeThrown { () throws(StoreError) in try store.write(.updateTask(Sample.task(1))) }
        #expect(first == .misuse)
        #expect(Step.write.codeThrown(on: store) == .misuse)
        #expect(Step.mark.codeThrown(on: store) == .misuse)
        #expect(Step.commit.codeThrown(on: store) == .misuse)
        #expect(try store.counter("a") == 0)
        try store.keep(.putCounter(name: "a", value: 2))
        #expect(try store.counter("a") == 2)
    }
}
