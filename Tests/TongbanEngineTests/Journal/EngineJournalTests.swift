// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("The journal as the engine writes it")
struct EngineJournalTests {
    @Test(
        "Q7: numbers are gap-free and the chain holds, over refusals, failures and restarts",
        arguments: TestBench.Kind.allCases
    )
    func chain(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        try bench.queue(QueueRecord(name: "market"))
        for round in 0..<20 {
            try bench.submit(.of("a"), .of("b"))
            #expect(
                refusal { () throws(EngineError) in
                    try bench.call { engine throws(EngineError) in
                        _ = try engine.submit([.of("undone")])
                        throw .noSuchCase("X")
                    }
                } != nil
            )
            if let task = try bench.claim().first { try bench.complete(task) }
            if kind == .memory, round % 5 == 0 {
                bench.memory.faults.fail(.commit, with: StoreError(.inputOutput, "fsync"))
                #expect(refusal { () throws(EngineError) in try bench.submit(.of("lost")) } != nil)
                try bench.engine.reopenAfterFailure(at: bench.now)
            }
            if round % 7 == 0 { try bench.restart() }
        }
        let entries = try bench.journal()
        var verifier = JournalVerifier()
        for entry in entries { verifier.check(entry) }
        #expect(verifier.fault == nil)
        #expect(entries.map(\.sequence) == Array(1...Int64(entries.count)))
        #expect(bench.engine.lastSequence == Int64(entries.count))
    }

    @Test("tasks without a case share an entry, tasks of cases have one each")
    func entries() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market.licences"))
        var ofCase = NewTask(queue: "market.licences", kind: "print")
        ofCase.caseNumber = "SJ-20221123-000001"
        let plain = NewTask(queue: "market.licences", kind: "print")
        try bench.submit(plain, plain, ofCase, ofCase)
        let entries = try #require(bench.report?.entries)
        #expect(entries.map(\.caseNumber) == [nil, "SJ-20221123-000001", "SJ-20221123-000001"])
        #expect(entries.allSatisfy { $0.bureau == "market" && $0.kind == "task.submitted" && $0.actor == .system })
        let data = try entries[0].data.parsed()
        #expect(data["ids"] == ["1", "2"])
        #expect(data["queue"] == "market.licences")
    }

    @Test("of more entries than a commit reports only the range is told", arguments: [(3, 3), (4, 0)])
    func bounded(_ calls: Int, _ reported: Int) throws {
        var limits = EngineLimits()
        limits.reportedEntries = 3
        let bench = try TestBench(limits: limits)
        try bench.queue(QueueRecord(name: "market"))
        let engine = bench.engine
        for _ in 0..<calls {
            _ = try engine.perform(at: bench.now, by: .system) { () throws(EngineError) in
                try engine.submit([.of("a")])
            }
        }
        let report = try engine.commit()
        #expect(report.entries.count == reported)
        #expect(report.firstSequence == 2)
        #expect(report.lastSequence == Int64(1 + calls))
    }
}
