// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanEngine

/// A year of a bureau whose people come and go at random.
@Suite("Tasks for people: absence never blocks")
struct AbsenceYearTests {
    /// Whether somebody is there who may take the task now, or holds it and is there.
    private func isAttended(_ work: HumanTaskRecord, _ bench: WorkBench) throws -> Bool {
        let directory = bench.cases.directory
        if work.status == .taken {
            guard let holder = work.assignee else { return false }
            guard let absence = directory.absence(of: holder, at: bench.now) else { return true }
            // It may wait for him only when it is due after he is back.
            return work.due.map { $0 >= absence.to } ?? true
        }
        return directory.persons.keys.contains { id in
            directory.absence(of: id, at: bench.now) == nil
                && WorkClaim(of: bench.view(id), to: work).refusal == nil
        }
    }

    @Test(
        "with random leave over a year no task waits 15 office minutes because those it is for are away",
        arguments: 1...4 as ClosedRange<UInt64>
    )
    func year(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let clerks = (1...3).map { "c\($0)" }
        let heads = ["h1", "h2"]
        let bench = try WorkBench(
            persons: clerks.map { WorkBench.staffMember($0, "clerk") }
                + heads.map { WorkBench.staffMember($0, "head") }
                + [WorkBench.staffMember("d1", "dispatcher"), WorkBench.staffMember("d2", "dispatcher")]
                + [PersonRecord(id: "li", name: "li", roles: ["citizen"])]
        )
        var open: [String] = []
        var substituted = 0
        var escalated = 0
        let end = bench.now.adding(milliseconds: 365 * 86_400_000)
        while bench.now < end {
            // Every quarter of an office hour, or thereabouts, something happens; nothing waits for the next morning.
            try bench.advance(
                to: bench.now.adding(milliseconds: Int64.random(in: 30...600, using: &generator) * 60_000)
            )
            let person = (clerks + heads).randomElement(using: &generator) ?? "c1"
            if generator.chance(20) {
                let from = bench.now.adding(milliseconds: Int64.random(in: 0...2, using: &generator) * 43_200_000)
                let to = from.adding(milliseconds: Int64.random(in: 1...20, using: &generator) * 43_200_000)
                let named = generator.chance(40) ? ["d1", "c1", "d2"].filter { $0 != person } : []
                let view = bench.view(person)
                let new = NewAbsence(person: person, from: from, to: to, substitutes: named, all: generator.chance(30))
                let refused = try code {
                    try bench.call { cases throws(EngineError) in _ = try cases.addAbsence(new, by: view) }
                }
                #expect([nil, "OVERLAP", "NO_COVER"].contains(refused))
            }
            if open.count < 12 {
                let isVisit = generator.chance(30)
                open.append(try bench.open(isVisit ? "visit" : "permit", by: isVisit ? "c1" : "li"))
            }
            if let number = open.randomElement(using: &generator), generator.chance(60) {
                try self.step(number, bench, &generator)
            }
            open = try open.filter { try !bench.cases.openWork(ofCase: $0).isEmpty }
            for number in open {
                for work in try bench.cases.openWork(ofCase: number) {
                    if work.substituteFor != nil { substituted += 1 }
                    if !work.escalatedTo.isEmpty { escalated += 1 }
                    #expect(try self.isAttended(work, bench), "\(bench.now) \(work)")
                }
            }
        }
        #expect(substituted > 0 && escalated > 0)
    }

    /// Somebody who is there does something to a case.
    private func step(_ number: String, _ bench: WorkBench, _ generator: inout SeededGenerator) throws {
        for work in try bench.cases.openWork(ofCase: number) {
            let present = bench.cases.directory.persons.keys.sorted()
                .filter { bench.cases.directory.absence(of: $0, at: bench.now) == nil }
            guard let person = present.randomElement(using: &generator) else { return }
            if work.status == .offered {
                _ = try code { try bench.take(work.task, by: person) }
            } else if generator.chance(30) {
                _ = try code { try bench.giveBack(work.task, by: work.assignee ?? "") }
            } else {
                let action = ["REVIEW": "propose", "DECISION": "approve"][work.kind] ?? "done"
                _ = try code { try bench.act(number, action, by: work.assignee ?? "") }
            }
        }
    }
}
