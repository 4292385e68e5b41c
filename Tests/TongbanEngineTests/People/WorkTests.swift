// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("Tasks for people: with the case")
struct WorkTests {
    @Test("A state that is entered puts its task into the people's queue", arguments: TestBench.Kind.allCases)
    func offered(kind: TestBench.Kind) throws {
        let bench = try WorkBench(kind)
        let number = try bench.open(area: WorkBench.town)
        let work = try bench.work(number)
        #expect(work.kind == "REVIEW" && work.status == .offered && work.roles == ["clerk", "head"])
        #expect(work.area == WorkBench.town)
        // Five working days from Tuesday the 12th.
        #expect(work.due == Instant("2022-07-20T00:00:00+08:00"))
        let task = try bench.engine.task(work.task)
        #expect(task.queue == "permit.people" && task.kind == "REVIEW" && task.state == .ready)
        #expect(task.caseNumber == number)
        #expect(try bench.journal("task.submitted", of: number).count == 1)
        for person in ["ann", "bea", "cai", "hei", "hu"] { #expect(try bench.offered(person) == [work.task]) }
        for person in ["dora", "li"] { #expect(try bench.offered(person).isEmpty) }
    }

    @Test("The person's action ends the task and says which and who, in the same transaction")
    func completed() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let first = try bench.work(number).task
        try bench.take(first, by: "ann")
        try bench.act(number, "propose", by: "ann")
        #expect(try bench.engine.task(first).state == .done)
        #expect(try bench.output(first) == ["action": "propose", "by": "ann"])
        #expect(try bench.ended(first).status == .done)
        #expect(try bench.mine("ann").isEmpty)
        let second = try bench.work(number)
        #expect(second.kind == "DECISION" && second.excluded == ["ann"])
        // Taking the action is enough; nobody has to take the task first.
        try bench.act(number, "approve", by: "hei")
        #expect(try bench.output(second.task) == ["action": "approve", "by": "hei"])
        #expect(try bench.cases.openWork(ofCase: number).isEmpty)
        #expect(try bench.offered("hu").isEmpty)
    }

    @Test("An action that does not leave the state leaves the task as it is")
    func staying() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        try bench.act(number, "note", by: "bea")
        #expect(try bench.work(number).assignee == "ann")
    }

    @Test("A withdrawal and a deadline cancel the task with the reason")
    func cancelled() throws {
        let bench = try WorkBench()
        let withdrawn = try bench.open()
        let first = try bench.work(withdrawn).task
        try bench.take(first, by: "ann")
        try bench.act(withdrawn, "withdraw", by: "li")
        #expect(try bench.engine.task(first).state == .cancelled)
        #expect(try bench.ended(first).reason == "action withdraw by li")
        #expect(try bench.mine("ann").isEmpty)

        let lapsed = try bench.open()
        try bench.act(lapsed, "propose", by: "ann")
        let second = try bench.work(lapsed).task
        try bench.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try bench.state(lapsed) == "LAPSED")
        #expect(try bench.ended(second).status == .withdrawn)
        #expect(try bench.ended(second).reason == "event due.decide")
    }

    @Test("Cases opened before there were tasks for people get theirs when the bureau declares itself again")
    func missing() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let closed = try bench.open()
        try bench.act(closed, "withdraw", by: "li")
        let store = MemoryStore()
        try store.begin()
        for declaration in try bench.store.declarations() { try store.write(.putDeclaration(declaration)) }
        for record in try bench.store.cases(CaseFilter(), after: nil, limit: 9) { try store.write(.putCase(record)) }
        try store.commit()
        let engine = Engine(store: store)
        let cases = CaseEngine(engine: engine, directory: Directory())
        try engine.open(at: bench.now)
        try cases.open()
        let json = try JSON(encoding: PermitBureau.definition.declaration)
        for _ in 1...2 {
            try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
                _ = try cases.register(json, bureau: "permit")
            }
        }
        #expect(try cases.openWork(ofCase: number).map(\.kind) == ["REVIEW"])
        #expect(try cases.openWork(ofCase: closed).isEmpty)
    }

    @Test("A refused action ends nothing")
    func refused() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        #expect(try code { try bench.act(number, "propose", by: "bea") } == "HELD_BY")
        #expect(try bench.state(number) == "REVIEW")
        #expect(try bench.work(number).assignee == "ann")
        // The view says so beforehand.
        let shown = try bench.cases.view(number, for: bench.view("bea"))
        #expect(shown.actions.first { $0.declaration.id == "propose" }?.refusal?.code == "HELD_BY")
        #expect(shown.actions.first { $0.declaration.id == "note" }?.refusal == nil)
    }

    @Test("A head may act where somebody else holds the task, and that is recorded")
    func override() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        try bench.act(number, "propose", by: "hu")
        #expect(
            try bench.output(work.task) == ["action": "propose", "by": "hu", "heldBy": "ann", "override": true]
        )
    }

    @Test("Where the task must be held, only its holder ends it")
    func mustHold() throws {
        let bench = try WorkBench()
        let number = try bench.open("visit", area: WorkBench.otherTown, by: "ann")
        let work = try bench.work(number)
        #expect(work.kind == "go" && work.area == nil)
        #expect(try bench.engine.task(work.task).priority == 3)
        #expect(try code { try bench.act(number, "done", by: "ann") } == "MUST_HOLD")
        // Persons of another area may have it: it is declared so.
        #expect(try bench.offered("cai") == [work.task])
        try bench.take(work.task, by: "ann")
        try bench.act(number, "done", by: "ann")
        // The next state is declared to have none.
        #expect(try bench.cases.openWork(ofCase: number).isEmpty)
        #expect(try bench.state(number) == "REPORT")
    }

    @Test("The due moment follows the deadline when it is lengthened")
    func due() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        let other = try bench.open()
        try bench.take(work.task, by: "ann")
        try bench.take(try bench.work(other).task, by: "ann")
        #expect(try bench.mine("ann") == [work.task, try bench.work(other).task])
        try bench.act(number, "extend", by: "ann")
        #expect(try bench.work(number).due == Instant("2022-07-27T00:00:00+08:00"))
        #expect(try bench.mine("ann") == [try bench.work(other).task, work.task])
    }

    @Test("The tasks of a suspended case are held back and come again", arguments: TestBench.Kind.allCases)
    func suspended(kind: TestBench.Kind) throws {
        let bench = try WorkBench(kind)
        let number = try bench.open()
        let work = try bench.work(number)
        bench.engine.suspension = { $0 == number ? "EXPERT" : nil }
        try bench.call { cases throws(EngineError) in try cases.engine.block(caseNumber: number, reason: "EXPERT") }
        #expect(try bench.offered("ann").isEmpty)
        #expect(try bench.work(number).status == .blocked)
        #expect(try code { try bench.take(work.task, by: "ann") } == "BLOCKED")
        #expect(try bench.engine.why(work.task) == .caseSuspended(number, reason: "EXPERT"))
        bench.engine.suspension = { _ in nil }
        try bench.call { cases throws(EngineError) in try cases.engine.unblock(caseNumber: number) }
        #expect(try bench.offered("ann") == [work.task])
        // Somebody who gives it back while the case is suspended gives it to nobody else.
        try bench.take(work.task, by: "ann")
        bench.engine.suspension = { $0 == number ? "EXPERT" : nil }
        try bench.giveBack(work.task, by: "ann")
        #expect(try bench.work(number).status == .blocked)
    }

    @Test("One says for whom a task waits and who holds it")
    func why() throws {
        let bench = try WorkBench()
        let number = try bench.open(area: WorkBench.town)
        let work = try bench.work(number)
        let waits = try bench.engine.why(work.task)
        #expect(waits.code == "untaken")
        #expect(
            waits.sentence.en == "It waits for a person with role clerk or head in area \(WorkBench.town) to take it."
        )
        #expect(waits.sentence.zh == "等待角色 clerk、head(区域 \(WorkBench.town))的人员领取。")
        // A plugin that is down is no reason why people do not work.
        bench.engine.workerTrouble = { _ in Bilingual("停了", "it is down") }
        #expect(try bench.engine.why(work.task).code == "untaken")
        try bench.take(work.task, by: "cai")
        #expect(try bench.engine.why(work.task).sentence.en.hasPrefix("cai holds it"))
        try bench.call { cases throws(EngineError) in try cases.engine.pause("permit.people") }
        try bench.giveBack(work.task, by: "cai")
        #expect(try bench.engine.why(work.task) == .queuePaused("permit.people"))
        #expect(try code { try bench.take(work.task, by: "cai") } == "QUEUE_PAUSED")
    }

    @Test("The plain verbs of the queue leave people's tasks alone and say what to use")
    func plainVerbs() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        let lease = try bench.engine.task(work.task).lease?.description ?? ""
        try bench.open()
        let engine = bench.engine
        func check(_ verb: () throws(EngineError) -> Void) {
            guard case .refused(let refused)? = refusal(verb) else {
                Issue.record("accepted")
                return
            }
            #expect(refused.code == "PEOPLE_QUEUE")
        }
        check { () throws(EngineError) in
            _ = try bench.call { cases throws(EngineError) in
                try cases.engine.claim(
                    queue: "permit.people",
                    limit: 1,
                    kinds: nil,
                    leaseMilliseconds: nil,
                    claimant: "person:bea"
                )
            }
        }
        check { () throws(EngineError) in
            try bench.call { cases throws(EngineError) in try cases.engine.complete(lease, output: nil, effects: []) }
        }
        check { () throws(EngineError) in
            try bench.call { cases throws(EngineError) in
                try cases.engine.fail(lease, error: "x", retryAfterMilliseconds: nil, isFatal: true)
            }
        }
        check { () throws(EngineError) in
            try bench.call { cases throws(EngineError) in try cases.engine.release(lease) }
        }
        check { () throws(EngineError) in
            _ = try bench.call { cases throws(EngineError) in try cases.engine.extend([lease], milliseconds: 1_000) }
        }
        check { () throws(EngineError) in
            _ = try bench.call { cases throws(EngineError) in
                try cases.engine.submit([NewTask(queue: "permit.people", kind: "x")])
            }
        }
        check { () throws(EngineError) in
            _ = try bench.call { cases throws(EngineError) in try cases.engine.drain("permit.people") }
        }
        check { () throws(EngineError) in try engine.refuseWork([work.task]) }
        #expect(try bench.work(number).assignee == "ann")
    }

    @Test("What is held stays held over a restart and over years", arguments: TestBench.Kind.allCases)
    func restart(kind: TestBench.Kind) throws {
        let bench = try WorkBench(kind)
        let number = try bench.open()
        let work = try bench.work(number)
        let waiting = try bench.open()
        try bench.take(work.task, by: "ann")
        let claim = try bench.engine.task(work.task).claims
        try bench.restart()
        #expect(try bench.mine("ann") == [work.task])
        #expect(try bench.offered("bea") == [try bench.work(waiting).task])
        try bench.advance(to: "2032-07-12T09:00:00+08:00")
        try bench.restart()
        #expect(try bench.mine("ann") == [work.task])
        #expect(try bench.engine.task(work.task).claims == claim)
        try bench.act(number, "propose", by: "ann")
        #expect(try bench.ended(work.task).status == .done)
    }
}
