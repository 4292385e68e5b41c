// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("Every store: tasks for people")
struct HumanTaskStoreTests {
    @Test("keeps every field, and replaces it whole", arguments: StoreKind.allCases)
    func everyField(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let full = HumanTaskRecord(
            task: TaskID(7),
            bureau: "medical",
            caseNumber: "YB-20221123-000001",
            kind: "审核",
            state: "REVIEW",
            revision: 4,
            status: .taken,
            assignee: "ann",
            due: Sample.moment(9),
            roles: ["bureau", "head"],
            area: "340602101000",
            excluded: ["li", "wu"],
            standIns: [.init(person: "bea", absent: "cai")],
            escalatedTo: ["head"],
            offeredAt: Sample.moment(1),
            takenAt: Sample.moment(2),
            endedAt: Sample.moment(3),
            assignedBy: "dora",
            delegatedBy: ["x", "y"],
            substituteFor: "cai",
            reminders: 2,
            reason: "材料不全"
        )
        try test.store.keep(.putHumanTask(full))
        #expect(try test.store.humanTask(TaskID(7)) == full)
        #expect(try test.store.heldTasks(by: "ann", after: nil, limit: 9) == [full])
        let bare = Sample.work(7)
        try test.store.keep(.putHumanTask(bare))
        #expect(try test.store.humanTask(TaskID(7)) == bare)
        #expect(try test.store.heldTasks(by: "ann", after: nil, limit: 9).isEmpty)
        #expect(try test.store.humanTask(TaskID(8)) == nil)
    }

    @Test("each status is in the lists it belongs to", arguments: StoreKind.allCases)
    func statuses(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let role = WorkOffer.Key.role("clerk", of: "market")
        for status in HumanTaskRecord.Status.allCases {
            try store.keep(.putHumanTask(Sample.work(1, status: status, assignee: "ann")))
            #expect(try store.openHumanTasks(caseNumber: "A").count == (status.isOpen ? 1 : 0))
            #expect(try store.openHumanTasks(bureau: "market", after: nil, limit: 9).count == (status.isOpen ? 1 : 0))
            #expect(try store.heldTasks(by: "ann", after: nil, limit: 9).count == (status == .taken ? 1 : 0))
            let offered = try store.offeredTasks(to: role, areaPrefix: nil, after: nil, limit: 9)
            #expect(offered.count == (status == .offered ? 1 : 0))
        }
        try store.keep(.insertTask(Sample.task(1)), .putHumanTask(Sample.work(1)))
        try store.keep(.removeTask(TaskID(1)))
        #expect(try store.humanTask(TaskID(1)) == nil)
        #expect(try store.offeredTasks(to: role, areaPrefix: nil, after: nil, limit: 9).isEmpty)
        #expect(try store.openHumanTasks(caseNumber: "A").isEmpty)
    }

    @Test("the earliest due comes first, those without a moment last, page by page", arguments: StoreKind.allCases)
    func order(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let due: [Int64?] = [5, nil, 3, 5, nil, 1]
        try store.keep(due.enumerated().map { .putHumanTask(Sample.work(Int64($0.offset + 1), due: $0.element)) })
        let expected: [Int64] = [6, 3, 1, 4, 2, 5]
        for limit in 1...7 {
            var found: [Int64] = []
            var after: WorkPosition?
            repeat {
                let page = try store.offeredTasks(
                    to: .role("clerk", of: "market"),
                    areaPrefix: nil,
                    after: after,
                    limit: limit
                )
                found += page.map(\.task.number)
                after = page.last?.position
            } while after != nil
            #expect(found == expected)
        }
        #expect(try store.openHumanTasks(bureau: "market", after: nil, limit: 9).map(\.task.number) == expected)
        #expect(try store.offeredTasks(to: .role("clerk", of: "market"), areaPrefix: nil, after: nil, limit: 0).isEmpty)
    }

    @Test("an offer for an area is for those whose area contains it", arguments: StoreKind.allCases)
    func areas(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.keep(
            .putHumanTask(Sample.work(1, area: "340602101000")),
            .putHumanTask(Sample.work(2, area: "340602102000")),
            .putHumanTask(Sample.work(3)),
            .putHumanTask(Sample.work(4, area: "340602102000", standIn: "ann"))
        )
        func offered(_ prefix: String?) throws -> [Int64] {
            try store.offeredTasks(to: .role("clerk", of: "market"), areaPrefix: prefix, after: nil, limit: 9)
                .map(\.task.number)
        }
        #expect(try offered(nil) == [1, 2, 3, 4])
        #expect(try offered("340602") == [1, 2, 3, 4])
        #expect(try offered("340602101") == [1, 3])
        #expect(try offered("9") == [3])
        // What is offered to a person by name is not bound to his area.
        #expect(
            try store.offeredTasks(to: .person("ann"), areaPrefix: "9", after: nil, limit: 9).map(\.task.number) == [4]
        )
    }

    @Test("a file of the first version takes tasks for people, and keeps what it had")
    func upgrade() throws {
        let folder = try TestFolder()
        let path = folder.file("store.sqlite")
        try SQLiteStore(path: path, migrations: [.first]).keep(.insertTask(Sample.fullTask))
        let store = try SQLiteStore(path: path)
        #expect(try store.task(Sample.fullTask.id) == Sample.fullTask)
        try store.keep(.putHumanTask(Sample.work(7)))
        #expect(try store.openHumanTasks(caseNumber: "A") == [Sample.work(7)])
    }
}
