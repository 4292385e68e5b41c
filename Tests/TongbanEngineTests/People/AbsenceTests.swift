// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

@Suite("Tasks for people: absence")
struct AbsenceTests {
    private let start = "2022-07-12T10:00:00+08:00"
    private let end = "2022-07-25T00:00:00+08:00"

    @Test(
        "What an absent person holds and is due meanwhile goes to his substitute, as A for B, and comes back",
        arguments: TestBench.Kind.allCases
    )
    func substituted(kind: TestBench.Kind) throws {
        let bench = try WorkBench(kind)
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        try bench.absent("ann", self.start, self.end, substitutes: ["cai", "bea"], by: "hei")
        #expect(try bench.mine("ann") == [work.task])
        try bench.advance(to: self.start)
        // The first substitute named.
        #expect(try bench.mine("cai") == [work.task])
        #expect(try bench.work(number).substituteFor == "ann")
        let entry = try #require(try bench.journal("task.claimed").last).data.parsed()
        #expect(entry["claimant"] == "person:cai" && entry["for"] == "ann")
        #expect(try bench.told("work.substitute") == ["cai"])
        try bench.restart()
        try bench.advance(to: self.end)
        #expect(try bench.mine("ann") == [work.task])
        #expect(try bench.work(number).substituteFor == nil)
        #expect(try bench.journal("person.present").count == 1)
        #expect(bench.cases.directory.absences.isEmpty)
    }

    @Test("What the substitute has begun or finished stays his")
    func begun() throws {
        let bench = try WorkBench()
        let begun = try bench.open()
        let finished = try bench.open()
        for number in [begun, finished] { try bench.take(try bench.work(number).task, by: "ann") }
        let task = try bench.work(finished).task
        try bench.absent("ann", self.start, self.end, substitutes: ["bea"])
        try bench.advance(to: self.start)
        try bench.act(begun, "note", by: "bea")
        try bench.act(finished, "propose", by: "bea")
        #expect(try bench.output(task) == ["action": "propose", "by": "bea", "for": "ann"])
        try bench.advance(to: self.end)
        #expect(try bench.work(begun).assignee == "bea")
        #expect(try bench.mine("ann").isEmpty)
    }

    @Test("A substitute acts with the absent person's role in that task, and nowhere else")
    func mandate() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.act(number, "propose", by: "bea")
        let other = try bench.open()
        try bench.act(other, "propose", by: "bea")
        let work = try bench.work(number)
        try bench.take(work.task, by: "hei")
        #expect(try code { try bench.act(number, "approve", by: "ann") } == "ROLE")
        try bench.absent("hei", self.start, self.end, substitutes: ["ann"])
        try bench.advance(to: self.start)
        let shown = try bench.cases.view(number, for: bench.view("ann"))
        #expect(shown.actions.first { $0.declaration.id == "approve" }?.refusal == nil)
        #expect(try code { try bench.act(other, "approve", by: "ann") } == "ROLE")
        try bench.act(number, "approve", by: "ann")
        #expect(try bench.output(work.task) == ["action": "approve", "by": "ann", "for": "hei"])
        #expect(try bench.state(number) == "APPROVED")
    }

    @Test("Without a substitute the task is offered again, the heads are told, and it waits for him on his return")
    func freed() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        let later = try bench.open("visit", by: "ann")
        for task in [work.task, try bench.work(later).task] { try bench.take(task, by: "ann") }
        try bench.absent("ann", self.start, "2022-07-21T00:00:00+08:00")
        try bench.advance(to: self.start)
        #expect(try bench.offered("bea") == [work.task])
        #expect(try bench.told("work.freed") == ["permit:head"])
        // What is due after his return stays his.
        #expect(try bench.mine("ann") == [try bench.work(later).task])
        try bench.advance(to: "2022-07-21T00:00:00+08:00")
        #expect(try bench.mine("ann") == [work.task, try bench.work(later).task])
    }

    @Test("An absence may hand on everything, whenever it is due")
    func all() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.take(try bench.work(number).task, by: "ann")
        try bench.absent("ann", self.start, "2022-07-13T00:00:00+08:00", substitutes: ["bea"], all: true)
        try bench.advance(to: self.start)
        #expect(try bench.work(number).assignee == "bea")
    }

    @Test("A standing list of substitutes counts where the absence names nobody")
    func standing() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.take(try bench.work(number).task, by: "ann")
        let ann = bench.view("ann")
        try bench.call { cases throws(EngineError) in try cases.setSubstitutes(["bea"], of: "ann", by: ann) }
        try bench.restart()
        try bench.absent("ann", self.start, self.end)
        try bench.advance(to: self.start)
        #expect(try bench.work(number).assignee == "bea")
    }

    @Test("A substitute who goes away too hands the place on; it goes back to the first")
    func substituteAway() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.take(try bench.work(number).task, by: "ann")
        try bench.absent("ann", self.start, self.end, substitutes: ["bea"])
        try bench.absent(
            "bea",
            "2022-07-13T00:00:00+08:00",
            "2022-07-30T00:00:00+08:00",
            substitutes: ["dora"],
            by: "hei"
        )
        try bench.advance(to: "2022-07-13T00:00:00+08:00")
        #expect(try bench.work(number).assignee == "dora")
        #expect(try bench.work(number).substituteFor == "ann")
        try bench.advance(to: self.end)
        #expect(try bench.work(number).assignee == "ann")
    }

    @Test("What only absent persons could take is offered to those who stand in for them")
    func standIn() throws {
        let bench = try WorkBench()
        for head in ["hei", "hu"] {
            try bench.absent(head, "2022-07-12T09:00:00+08:00", self.end, substitutes: head == "hei" ? ["dora"] : [])
        }
        let number = try bench.open()
        try bench.act(number, "propose", by: "ann")
        let work = try bench.work(number)
        #expect(try bench.offered("dora") == [work.task])
        #expect(try bench.told("work.standin") == ["dora"])
        #expect(try bench.engine.why(work.task).sentence.en.contains("dora (for hei)"))
        // Taking the action directly works as well as taking the task first.
        try bench.act(number, "approve", by: "dora")
        #expect(try bench.output(work.task) == ["action": "approve", "by": "dora", "for": "hei"])
    }

    @Test("As soon as one of them is back, nobody stands in")
    func back() throws {
        let bench = try WorkBench()
        for head in ["hei", "hu"] {
            try bench.absent(
                head,
                self.start,
                head == "hei" ? self.end : "2022-07-14T09:00:00+08:00",
                substitutes: ["dora"]
            )
        }
        let number = try bench.open()
        try bench.act(number, "propose", by: "ann")
        let work = try bench.work(number)
        #expect(try bench.offered("dora").isEmpty)
        try bench.advance(to: self.start)
        #expect(try bench.offered("dora") == [work.task])
        try bench.advance(to: "2022-07-14T09:00:00+08:00")
        #expect(try bench.offered("dora").isEmpty)
        #expect(try code { try bench.take(work.task, by: "dora") } == "ROLE")
        #expect(try bench.offered("hu") == [work.task])
    }

    @Test("With all of them away and no substitute, the heads are offered it and told, and may act")
    func escalated() throws {
        let bench = try WorkBench()
        // A visit is for clerks only; `hei` is no clerk.
        let number = try bench.open("visit", by: "ann")
        let work = try bench.work(number)
        for clerk in ["ann", "bea", "cai"] { try bench.absent(clerk, self.start, self.end) }
        #expect(try bench.offered("hei").isEmpty)
        try bench.absent("hu", self.start, self.end)
        try bench.advance(to: self.start)
        #expect(try bench.offered("hei") == [work.task])
        #expect(try bench.journal("task.unattended").count == 1)
        #expect(try bench.told("work.unattended") == ["permit:head"])
        try bench.take(work.task, by: "hei")
        try bench.act(number, "done", by: "hei")
        #expect(try bench.state(number) == "REPORT")
    }

    @Test("An absent person is given nothing, and takes nothing")
    func absentPerson() throws {
        let bench = try WorkBench()
        let work = try bench.work(try bench.open())
        let id = try bench.absent("ann", "2022-07-12T09:00:00+08:00", self.end)
        #expect(try code { try bench.take(work.task, by: "ann") } == "ABSENT")
        #expect(try code { try bench.assign(work.task, to: "ann", by: "dora") } == "ABSENT")
        #expect(try code { try bench.present(id, by: "bea") } == "SUPERVISOR")
        try bench.present(id, by: "ann")
        #expect(try bench.take(work.task, by: "ann").assignee == "ann")
        #expect(try code { try bench.present(id, by: "ann") } == "NO_ABSENCE")
    }

    @Test("An absence must make sense, and be said by one who may")
    func faulty() throws {
        let bench = try WorkBench()
        #expect(try code { try bench.absent("ann", self.start, self.end, by: "bea") } == "SUPERVISOR")
        #expect(try code { try bench.absent("ann", self.start, self.end, substitutes: ["ann"]) } == "SUBSTITUTE")
        #expect(try code { try bench.absent("ann", self.start, self.end, substitutes: ["li"]) } == "SUBSTITUTE")
        try bench.absent("ann", self.start, self.end, by: "hei")
        #expect(
            try code { try bench.absent("ann", "2022-07-24T00:00:00+08:00", "2022-07-26T00:00:00+08:00") } == "OVERLAP"
        )
        // Where one ends the next may begin.
        try bench.absent("ann", self.end, "2022-07-26T00:00:00+08:00")
        #expect(throws: EngineError.noSuchPerson("nobody")) {
            try bench.absent("nobody", self.start, self.end, by: "hei")
        }
        #expect(throws: EngineError.self) { try bench.absent("bea", self.end, self.start) }
        // The last head who is there names somebody; an operator may do without.
        try bench.absent("hei", self.start, self.end)
        #expect(try code { try bench.absent("hu", "2022-07-20T00:00:00+08:00", self.end) } == "NO_COVER")
        try bench.absent("hu", self.end, "2022-07-26T00:00:00+08:00")
        try bench.absent("hu", "2022-07-20T00:00:00+08:00", self.end, substitutes: ["dora"])
        let twenty = Array(repeating: "hu", count: 20)
        try bench.absent("bea", self.start, self.end, substitutes: twenty)
        #expect(throws: EngineError.tooLarge(field: "substitutes", limit: 20)) {
            try bench.absent("cai", self.start, self.end, substitutes: twenty + ["hu"])
        }
        // Why somebody is away is nobody else's business.
        #expect(try bench.journal("person").allSatisfy { !$0.data.text.contains("ill") })
    }

    @Test("Over two absences without a day between, what was handed on comes back at the end of both")
    func following() throws {
        let bench = try WorkBench()
        let number = try bench.open("visit", by: "ann")
        try bench.take(try bench.work(number).task, by: "ann")
        try bench.absent("ann", self.start, "2022-07-14T00:00:00+08:00", substitutes: ["bea"], all: true)
        try bench.absent("ann", "2022-07-14T00:00:00+08:00", "2022-07-16T00:00:00+08:00", substitutes: ["bea"])
        try bench.advance(to: "2022-07-15T00:00:00+08:00")
        #expect(try bench.work(number).assignee == "bea")
        try bench.advance(to: "2022-07-16T00:00:00+08:00")
        #expect(try bench.work(number).assignee == "ann")
    }
}
