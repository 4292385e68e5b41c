// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

/// What users of other systems complain of.
@Suite("Tasks for people: complaints of users elsewhere")
struct WorkComplaintTests {
    @Test("camunda#33290: a change of role or area is seen at once, in lists and by what is held")
    func roleChange() throws {
        let bench = try WorkBench()
        let here = try bench.work(try bench.open(area: WorkBench.town)).task
        let there = try bench.work(try bench.open(area: WorkBench.otherTown)).task
        #expect(try bench.offered("cai") == [here])
        try bench.change(WorkBench.staffMember("cai", "clerk", area: WorkBench.otherTown))
        #expect(try bench.offered("cai") == [there])
        try bench.take(there, by: "cai")
        try bench.change(WorkBench.staffMember("cai", "dispatcher", area: WorkBench.otherTown))
        #expect(try bench.offered("cai").isEmpty)
        #expect(try bench.mine("cai").isEmpty)
        #expect(try bench.offered("ann") == [here, there])
    }

    @Test("Somebody who is deactivated or removed holds nothing any more")
    func deactivated() throws {
        let bench = try WorkBench()
        let first = try bench.work(try bench.open()).task
        let second = try bench.work(try bench.open()).task
        try bench.take(first, by: "ann")
        try bench.take(second, by: "bea")
        var ann = WorkBench.staffMember("ann", "clerk")
        ann.active = false
        try bench.change(ann)
        #expect(try bench.ended(first).status == .offered)
        #expect(try bench.ended(first).reason == "ann is not active")
        #expect(try bench.offered("ann").isEmpty)
        #expect(try code { try bench.assign(first, to: "ann", by: "dora") } == "INACTIVE")
        try bench.call { cases throws(EngineError) in try cases.removePerson("bea") }
        #expect(try bench.ended(second).status == .offered)
    }

    @Test("When the last one for a task leaves the bureau, the heads are told at once")
    func lastLeaves() throws {
        let bench = try WorkBench(persons: [
            WorkBench.staffMember("ann", "clerk"), WorkBench.staffMember("hei", "head"),
        ])
        let work = try bench.work(try bench.open("visit", by: "ann"))
        try bench.take(work.task, by: "ann")
        try bench.call { cases throws(EngineError) in try cases.removePerson("ann") }
        #expect(try bench.told("work.unattended") == ["permit:head"])
        #expect(try bench.offered("hei") == [work.task])
        // And with a new one it is his.
        try bench.change(WorkBench.staffMember("bea", "clerk"))
        #expect(try bench.offered("hei").isEmpty)
        #expect(try bench.offered("bea") == [work.task])
    }

    @Test("camunda#39044, flowset-control#259: the journal names the person of every step, not a technical user")
    func audit() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        let work = try bench.work(number)
        try bench.take(work.task, by: "ann")
        try bench.delegate(work.task, to: "bea", by: "ann")
        try bench.giveBack(work.task, by: "bea")
        try bench.assign(work.task, to: "hu", by: "dora")
        try bench.remind(work.task, by: "hei")
        try bench.act(number, "propose", by: "hu")
        let steps = try bench.journal("task", of: number).filter { entry in
            try entry.data.parsed()["ids"] == [.string(work.task.description)]
        }
        #expect(
            steps.map { "\($0.kind) \($0.actor?.id ?? "?")" } == [
                "task.submitted li", "task.claimed ann", "task.claimed ann", "task.claimed bea", "task.claimed dora",
                "task.completed hu",
            ]
        )
        let reminder = try #require(try bench.journal("notify.work.reminder", of: number).first)
        #expect(reminder.actor?.id == "hei")
    }

    @Test("viewflow#373, bonita-doc#3367: one may name a substitute for oneself, without an administrator")
    func ownSubstitute() throws {
        let bench = try WorkBench()
        let number = try bench.open()
        try bench.take(try bench.work(number).task, by: "ann")
        try bench.absent("ann", "2022-07-12T09:00:00+08:00", "2022-08-12T00:00:00+08:00", substitutes: ["bea"])
        #expect(try bench.work(number).assignee == "bea")
    }

    @Test("camunda-bpm-platform#616: a person's list does not look at tasks that have ended")
    func lists() throws {
        let bench = try WorkBench(.sqlite)
        for _ in 0..<30 {
            let number = try bench.open()
            try bench.take(try bench.work(number).task, by: "ann")
            try bench.act(number, "withdraw", by: "li")
        }
        let number = try bench.open()
        #expect(try bench.offered("ann") == [try bench.work(number).task])
        try bench.take(try bench.work(number).task, by: "ann")
        #expect(try bench.mine("ann").count == 1)
    }
}
