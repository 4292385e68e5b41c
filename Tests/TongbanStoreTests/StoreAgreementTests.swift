// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbanModel
import TongbanStore

/// Numbers from a seed, the same everywhere.
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("Both stores agree")
struct StoreAgreementTests {
    private static func change(_ numbers: inout SeededNumbers, journal: inout [JournalEntry]) -> Change {
        let id = Int64.random(in: 1...40, using: &numbers)
        let state = TaskState.allCases.randomElement(using: &numbers) ?? .ready
        let letter = ["a", "b", "c"].randomElement(using: &numbers) ?? "a"
        let maybe = [nil, "x", "y"].randomElement(using: &numbers) ?? nil
        let task = Sample.task(
            id,
            queue: letter,
            state: state,
            priority: Int.random(in: -1...1, using: &numbers),
            due: Int64.random(in: 0...9, using: &numbers),
            caseNumber: maybe,
            key: maybe.map { $0 + String(id % 7) }
        )
        switch Int.random(in: 0..<14, using: &numbers) {
        case 10, 11:
            return .putHumanTask(
                Sample.work(
                    id,
                    status: HumanTaskRecord.Status.allCases.randomElement(using: &numbers) ?? .offered,
                    caseNumber: letter,
                    assignee: maybe,
                    due: id % 4 == 0 ? nil : Int64.random(in: 0...3, using: &numbers),
                    roles: maybe == nil ? ["clerk"] : ["clerk", "head"],
                    area: [nil, "3301", "330106"].randomElement(using: &numbers) ?? nil,
                    standIn: maybe
                )
            )
        case 12: return .removeObject(kind: letter, id: "o\(id % 5)")
        case 13:
            return .putObject(Sample.object("o\(id % 5)", kind: letter, keys: ["n": "\(id % 3)", "m": maybe ?? ""]))
        case 0, 1, 2: return .insertTask(task)
        case 3, 4: return .updateTask(task)
        case 5: return .removeTask(TaskID(id))
        case 6:
            let entry = Sample.entry(
                (journal.last?.sequence ?? 0) + 1,
                after: journal.last?.hash ?? JournalHash.start,
                caseNumber: maybe
            )
            journal.append(entry)
            return .appendEntry(entry)
        case 7:
            return .putCase(
                Sample.caseRecord("N\(id % 9)", isOpen: id % 2 == 0, key: maybe, area: letter, subject: maybe)
            )
        case 8:
            return .putTimer(TimerRecord(id: letter, due: Sample.moment(id), caseNumber: maybe, body: Sample.json("1")))
        default:
            return id % 3 == 0
                ? .removeRecord(bureau: "market", register: letter, key: "k\(id % 5)")
                : .putRecord(Sample.record("k\(id % 5)", register: letter))
        }
    }

    private static func contents(_ store: any Store) throws -> [String] {
        var found = [
            "\(try store.tasks(TaskFilter(), after: nil, limit: 99))",
            "\(try store.highestTaskID()) \(try store.nextScheduled() as Any) \(try store.nextTimer() as Any)",
            "\(try store.scheduledTasks(due: Sample.moment(5), limit: 5))",
            "\(try store.leasedTasks())",
            "\(try store.entries(after: 0, filter: JournalFilter(caseNumber: "x"), limit: 5))",
            "\(try store.cases(CaseFilter(areaPrefix: "a", subject: "x"), after: nil, limit: 9))",
            "\(try store.cases(CaseFilter(isOpen: true), after: nil, limit: 9))",
            "\(try store.openCase(bureau: "market", item: "licence", key: "x") as Any)",
            "\(try store.timers(caseNumber: "x"))",
        ]
        for key in [WorkOffer.Key.role("clerk", of: "market"), .role("head", of: "market"), .person("x")] {
            for prefix in [nil, "3301", "330106"] as [String?] {
                let first = try store.offeredTasks(to: key, areaPrefix: prefix, after: nil, limit: 3)
                let after = first.last?.position
                let rest = try store.offeredTasks(to: key, areaPrefix: prefix, after: after, limit: 99)
                found.append("\(first) \(rest)")
            }
        }
        found.append("\(try store.heldTasks(by: "x", after: nil, limit: 9))")
        found.append("\(try store.openHumanTasks(bureau: "market", after: nil, limit: 9))")
        for letter in ["a", "b", "c"] {
            found.append("\(try store.openHumanTasks(caseNumber: letter))")
            found.append("\(try store.readyTasks(queue: letter, kind: "check", after: nil, limit: 9))")
            found.append("\(try store.recordCount(bureau: "market", register: letter))")
            found.append("\(try store.records(bureau: "market", register: letter, after: nil, limit: 9))")
            for object in try store.objects(kind: letter, after: nil, limit: 9) {
                found.append("\(object.id) \(object.keys.sorted { $0.key < $1.key })")
            }
            found.append(
                "\(try store.objects(kind: letter, key: "n", from: "1", to: "1", after: nil, limit: 9).map(\.id))"
            )
            found.append(
                "\(try store.objects(kind: letter, key: "m", from: "", to: nil, after: nil, limit: 9).map(\.id))"
            )
            found.append("\(try store.task(queue: letter, key: "x3") as Any)")
        }
        return found
    }

    @Test(
        "the same random history gives the same answers and the same refusals",
        arguments: 1...6 as ClosedRange<UInt64>
    )
    func history(seed: UInt64) throws {
        var numbers = SeededNumbers(state: seed)
        let test = try TestStore(.sqlite)
        let sqlite = test.store
        let stores: [any Store] = [MemoryStore(), sqlite]
        var journal: [JournalEntry] = []
        var refused = 0
        for _ in 1...150 {
            var transaction = journal
            for store in stores { try store.begin() }
            var failed = false
            var beforeMark: [JournalEntry]?
            for _ in 0..<Int.random(in: 1...6, using: &numbers) where !failed {
                if beforeMark == nil, Int.random(in: 0..<6, using: &numbers) == 0 {
                    for store in stores { try store.mark() }
                    beforeMark = transaction
                }
                let change = Self.change(&numbers, journal: &transaction)
                let outcomes = stores.map { store in
                    do throws(StoreError) {
                        try store.write(change)
                        return "kept"
                    } catch {
                        return error.message
                    }
                }
                #expect(outcomes[0] == outcomes[1])
                failed = outcomes[0] != "kept"
            }
            if failed {
                refused += 1
                for store in stores { try store.rollback() }
            } else {
                if let beforeMark, Bool.random(using: &numbers) {
                    transaction = beforeMark
                    for store in stores { try store.dropMark() }
                }
                if Int.random(in: 0..<8, using: &numbers) == 0 {
                    for store in stores { try store.rollback() }
                } else {
                    for store in stores { try store.commit() }
                    journal = transaction
                }
            }
            #expect(try Self.contents(stores[0]) == Self.contents(stores[1]))
        }
        #expect(refused > 0)
        #expect(try (sqlite as? SQLiteStore)?.integrityCheck().filter { !$0.hasPrefix("tasks of queue") } == [])
    }
}
