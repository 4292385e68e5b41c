// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("Tasks for people: take, return, assign, delegate, remind")
struct WorkVerbTests {
    @Test("Of two who take a task one has it, the other is told who")
    func take() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        #expect(try bench.take(work.task, by: "ann").assignee == "ann")
        #expect(try code { try bench.take(work.task, by: "bea") } == "HELD_BY")
        // Again changes nothing.
        let revision = try bench.work(work.caseNumber).revision
        try bench.take(work.task, by: "ann")
        #expect(try bench.work(work.caseNumber).revision == revision)
        #expect(try bench.offered("bea").isEmpty)
        #expect(try bench.journal("task.claimed").count == 1)
    }

    @Test("Who saw an earlier revision of a task is refused")
    func conflict() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        try bench.take(work.task, by: "ann")
        try bench.giveBack(work.task, by: "ann")
        #expect(try code { try bench.take(work.task, by: "bea", revision: work.revision) } == "CONFLICT")
        let now = try bench.work(work.caseNumber).revision
        #expect(try bench.take(work.task, by: "bea", revision: now).assignee == "bea")
    }

    @Test("Role and area decide who may take a task")
    func eligible() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open(area: WorkBench.otherTown))
        #expect(try bench.offered("cai").isEmpty)
        #expect(try code { try bench.take(work.task, by: "cai") } == "AREA")
        #expect(try code { try bench.take(work.task, by: "dora") } == "ROLE")
        #expect(try code { try bench.take(work.task, by: "li") } == "ROLE")
        #expect(try bench.take(work.task, by: "ann").status == .taken)
    }

    @Test("Four-eyes: who took the earlier step is neither offered nor given the next")
    func fourEyes() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.act(number, "propose", by: "hu")
        let work = try bench.work(number)
        #expect(work.excluded == ["hu"])
        #expect(try bench.offered("hu").isEmpty)
        #expect(try bench.offered("hei") == [work.task])
        #expect(try code { try bench.take(work.task, by: "hu") } == "FOUR_EYES")
        #expect(try code { try bench.assign(work.task, to: "hu", by: "dora") } == "FOUR_EYES")
        try bench.take(work.task, by: "hei")
        #expect(try code { try bench.delegate(work.task, to: "hu", by: "hei") } == "FOUR_EYES")
        // Nor does he stand in for the only one who may.
        try bench.absent("hei", "2022-07-12T10:00:00+08:00", "2022-08-12T00:00:00+08:00", substitutes: ["hu", "ann"])
        try bench.advance(to: "2022-07-12T10:00:00+08:00")
        #expect(try bench.work(number).assignee == "ann")
    }

    @Test("What is returned is offered again with the reason; only the holder and heads return")
    func giveBack() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        #expect(try code { try bench.giveBack(work.task, by: "ann") } == "NOT_HOLDER")
        try bench.take(work.task, by: "ann")
        #expect(try code { try bench.giveBack(work.task, by: "bea") } == "NOT_HOLDER")
        try bench.giveBack(work.task, by: "ann")
        let now = try bench.work(work.caseNumber)
        #expect(now.status == .offered && now.assignee == nil && now.reason == "not mine")
        #expect(try bench.offered("bea") == [work.task])
        #expect(try bench.journal("task.released").count == 1)
        try bench.take(work.task, by: "ann")
        try bench.giveBack(work.task, by: "hei")
        #expect(try bench.work(work.caseNumber).assignee == nil)
    }

    @Test("A dispatcher gives a task to whom it is for, and takes it from who holds it")
    func assign() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open(area: WorkBench.otherTown))
        #expect(try code { try bench.assign(work.task, to: "ann", by: "bea") } == "SUPERVISOR")
        #expect(try code { try bench.assign(work.task, to: "dora", by: "dora") } == "ROLE")
        #expect(try code { try bench.assign(work.task, to: "cai", by: "dora") } == "AREA")
        #expect(
            refusal { () throws(EngineError) in try bench.assign(work.task, to: "nobody", by: "dora") }
                == .noSuchPerson("nobody")
        )
        try bench.assign(work.task, to: "ann", by: "dora")
        #expect(try bench.mine("ann") == [work.task])
        #expect(try bench.work(work.caseNumber).assignedBy == "dora")
        try bench.assign(work.task, to: "bea", by: "hei")
        #expect(try bench.mine("bea") == [work.task])
        #expect(try bench.mine("ann").isEmpty)
        #expect(try bench.told("work.assigned") == ["ann", "bea"])
        #expect(try bench.told("work.reassigned") == ["ann"])
        try bench.act(work.caseNumber, "propose", by: "bea")
        #expect(try code { try bench.assign(work.task, to: "ann", by: "dora") } == "ENDED")
    }

    @Test("A task that was delegated comes back to each who passed it on, the last first")
    func delegate() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        #expect(try code { try bench.delegate(work.task, to: "bea", by: "ann") } == "NOT_HOLDER")
        try bench.take(work.task, by: "ann")
        #expect(try code { try bench.delegate(work.task, to: "dora", by: "ann") } == "ROLE")
        #expect(try code { try bench.delegate(work.task, to: "ann", by: "ann") } == "NOT_HOLDER")
        try bench.delegate(work.task, to: "bea", by: "ann")
        try bench.delegate(work.task, to: "hu", by: "bea")
        #expect(try bench.work(work.caseNumber).delegatedBy == ["ann", "bea"])
        try bench.giveBack(work.task, by: "hu")
        #expect(try bench.mine("bea") == [work.task])
        try bench.giveBack(work.task, by: "bea")
        #expect(try bench.mine("ann") == [work.task])
        #expect(try bench.work(work.caseNumber).delegatedBy.isEmpty)
        try bench.giveBack(work.task, by: "ann")
        #expect(try bench.work(work.caseNumber).status == .offered)
        #expect(try bench.told("work.returned") == ["bea", "ann"])
    }

    @Test("Who delegated a task stays responsible: he may act, and ask how it goes")
    func responsible() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        try bench.take(work.task, by: "ann")
        try bench.delegate(work.task, to: "bea", by: "ann")
        try bench.remind(work.task, by: "ann")
        #expect(try bench.told("work.reminder") == ["bea"])
        try bench.act(work.caseNumber, "propose", by: "ann")
        #expect(try bench.output(work.task) == ["action": "propose", "by": "ann", "heldBy": "bea"])
    }

    @Test("A task is passed on eight times at most")
    func chain() throws {
        let staff = (0...9).map { WorkBench.staffMember("p\($0)", "clerk") }
        let bench = try WorkBench(persons: WorkBench.staff + staff)
        let work = try bench.work(try bench.open())
        try bench.take(work.task, by: "p0")
        for step in 0..<8 { try bench.delegate(work.task, to: "p\(step + 1)", by: "p\(step)") }
        #expect(try code { try bench.delegate(work.task, to: "p9", by: "p8") } == "LIMIT")
    }

    @Test("Reminders are counted and told to whom the task waits for; deadlines remind by themselves")
    func remind() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        #expect(try code { try bench.remind(work.task, by: "ann") } == "SUPERVISOR")
        try bench.remind(work.task, by: "dora")
        #expect(try bench.told("work.reminder") == ["permit:clerk", "permit:head"])
        try bench.take(work.task, by: "ann")
        try bench.remind(work.task, by: "hei")
        #expect(try bench.work(work.caseNumber).reminders == 2)
        // The warning and the breach of the deadline, without anybody's doing.
        try bench.advance(to: "2022-07-21T00:00:00+08:00")
        #expect(try bench.told("work.reminder") == ["permit:clerk", "permit:head", "ann", "ann", "ann"])
        #expect(try bench.work(work.caseNumber).reminders == 4)
    }

    @Test("A task that is for a program, or is none, is told apart")
    func others() throws {
        let bench = try WorkBench()
        try bench.call { cases throws(EngineError) in
            _ = try cases.engine.configure(QueueRecord(name: "plain"))
            _ = try cases.engine.submit([NewTask(queue: "plain", kind: "x")])
        }
        let plain = try bench.engine.tasks(TaskFilter(queue: "plain"), after: nil, limit: 1)[0].id
        #expect(try code { try bench.take(plain, by: "ann") } == "NOT_WORK")
        #expect(refusal { () throws(EngineError) in try bench.take(TaskID(999), by: "ann") } == .noSuchTask("999"))
    }

    @Test("Lists go on page by page, in the order of the due moments")
    func pages() throws {
        let bench = try WorkBench()
        var expected: [TaskID] = []
        for day in 12...16 {
            try bench.advance(to: "2022-07-\(day)T09:00:00+08:00")
            for _ in 0..<3 { expected.append(try bench.work(try bench.open()).task) }
        }
        var found: [TaskID] = []
        var after: WorkPosition?
        repeat {
            let page = try bench.cases.offeredWork(to: bench.view("hu"), after: after, limit: 4)
            found += page.map(\.task)
            after = page.last?.position
        } while after != nil
        #expect(found == expected)
        for id in expected.reversed() { try bench.take(id, by: "ann") }
        let first = try bench.cases.heldWork(by: "ann", limit: 10)
        let rest = try bench.cases.heldWork(by: "ann", after: first.last?.position, limit: 10)
        #expect((first + rest).map(\.task) == expected)
        #expect(try bench.cases.openWork(of: "permit", limit: 100).map(\.task) == expected)
    }

    @Test("Whom a task can be given to is said with each reason why not")
    func candidates() throws {
        let bench = try WorkBench()
        let number = try bench.open(area: WorkBench.otherTown)
        try bench.absent("bea", "2022-07-12T09:00:00+08:00", "2022-07-20T00:00:00+08:00")
        let found = bench.cases.candidates(for: try bench.work(number))
        let codes = found.map { "\($0.person.id) \($0.refusal?.code ?? "-")" }
        #expect(codes == ["ann -", "bea ABSENT", "cai AREA", "hei -", "hu -"])
    }
}
