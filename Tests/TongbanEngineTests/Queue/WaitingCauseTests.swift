// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q10: why a task is not running")
struct WaitingCauseTests {
    /// Takes away a cause.
    private func remove(_ cause: WaitingCause, of id: TaskID, on bench: TestBench) throws {
        switch cause {
        case .done, .cancelled: throw Problem("\(cause) does not wait")
        case .deadLetter, .quarantined:
            try bench.call { engine throws(EngineError) in _ = try engine.retry([id]) }
        case .scheduled(let until), .backoff(_, let until, _), .rate(let until), .leased(_, let until):
            try bench.pass(milliseconds: until.since(bench.now))
        case .caseSuspended(let number, _):
            bench.engine.suspension = { _ in nil }
            try bench.call { engine throws(EngineError) in try engine.unblock(caseNumber: number) }
        case .queuePaused(let queue):
            try bench.call { engine throws(EngineError) in try engine.resume(queue) }
        case .workerTrouble: bench.engine.workerTrouble = { _ in nil }
        case .concurrency, .triedAlone, .besideSuspect:
            let leased = try bench.engine.tasks(TaskFilter(state: .leased), after: nil, limit: 1_000)
            for task in leased { try bench.complete(task) }
        case .behind(_, let first):
            try bench.call { engine throws(EngineError) in _ = try engine.cancel([first], reason: nil) }
        case .unclaimed, .untaken, .held: throw Problem("nothing is in its way")
        }
    }

    @Test(
        "removing the one first cause leads to another, until the task can be claimed",
        arguments: 1...40 as ClosedRange<UInt64>
    )
    func property(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bench = try TestBench()
        var record = QueueRecord(name: "market")
        record.retry = RetryPolicy(maxAttempts: 2)
        if generator.chance(50) { record.concurrency = 3 }
        if generator.chance(50) { record.rate = .init(count: 4, milliseconds: 30_000) }
        try bench.queue(record)
        for _ in 0..<12 {
            var task = NewTask.of("k", priority: Int.random(in: 0...2, using: &generator))
            if generator.chance(30) { task.notBefore = bench.now.adding(milliseconds: 5_000) }
            if generator.chance(40) { task.caseNumber = "SJ-1" }
            try bench.submit(task)
            if generator.chance(60), let claimed = try bench.claim(lease: 20_000).first {
                switch Int.random(in: 0...4, using: &generator) {
                case 0: try bench.fail(claimed)
                case 1: try bench.fail(claimed, fatal: true)
                case 2: try bench.gone(killed: true)
                default: break
                }
            }
        }
        if generator.chance(50) {
            try bench.call { engine throws(EngineError) in try engine.block(caseNumber: "SJ-1", reason: "r") }
            bench.engine.suspension = { $0 == "SJ-1" ? "r" : nil }
        }
        if generator.chance(50) { try bench.call { engine throws(EngineError) in try engine.pause("market") } }
        if generator.chance(50) { bench.engine.workerTrouble = { _ in Bilingual("插件已停用", "it is disabled") } }

        for number in 1...12 as ClosedRange<Int64> {
            let id = TaskID(number)
            var seen: [WaitingCause] = []
            while true {
                let cause = try bench.engine.why(id)
                #expect(!cause.code.isEmpty && !cause.sentence.zh.isEmpty && !cause.sentence.en.isEmpty)
                if cause == .done { break }
                if case .cancelled = cause { break }
                if case .unclaimed = cause {
                    let claimed = try bench.claim()
                    // The claimant may have found out that it has to end something else first.
                    if claimed.isEmpty, try bench.engine.why(id) != cause { continue }
                    #expect(claimed.map(\.id) == [id])
                    try bench.complete(try bench.engine.task(id))
                    break
                }
                #expect(!seen.contains(cause), "the cause is removed and still there: \(cause)")
                seen.append(cause)
                try self.remove(cause, of: id, on: bench)
            }
        }
    }

    @Test("a cause says until when it lasts, where that is known")
    func until() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let moment = bench.now.adding(seconds: 60)
        var scheduled = NewTask.of("k")
        scheduled.notBefore = moment
        let ids = try bench.submit(scheduled, .of("k"))
        #expect(try bench.engine.why(ids[0]) == .scheduled(until: moment))
        #expect(try bench.engine.why(ids[0]).until == moment)
        #expect(try bench.engine.why(ids[1]) == .unclaimed(kind: "k"))
        #expect(try bench.engine.why(ids[1]).until == nil)
        let task = try bench.claim(lease: 30_000, by: "王小明的终端")[0]
        let leased = try bench.engine.why(ids[1])
        #expect(leased == .leased(by: "王小明的终端", until: bench.now.adding(seconds: 30)))
        #expect(leased.sentence.zh.contains("王小明的终端"))
        try bench.fail(task, "no answer")
        let backoff = try bench.engine.why(ids[1])
        #expect(backoff == .backoff(attempt: 2, until: bench.now.adding(seconds: 1), error: "no answer"))
        #expect(backoff.sentence.en.contains("no answer"))
        let unknown = refusal { () throws(EngineError) in try bench.engine.why(TaskID(99)) }
        #expect(unknown == .noSuchTask("99"))
    }

    @Test("a bulk action is shown with its count and a sample first, of one case too")
    func preview() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.queue(QueueRecord(name: "medical"))
        var ofCase = NewTask.of("k")
        ofCase.caseNumber = "SJ-1"
        for _ in 0..<7 { try bench.submit(ofCase, .of("k"), .of("other"), .of("k", in: "medical")) }
        func count(_ filter: TaskFilter) throws -> (Int, Int) {
            let preview = try bench.engine.preview(filter, states: [.ready, .leased])
            return (preview.count, preview.sample.count)
        }
        _ = try bench.claim(limit: 2)
        #expect(try count(TaskFilter()) == (28, 5))
        #expect(try count(TaskFilter(queue: "market")) == (21, 5))
        #expect(try count(TaskFilter(queue: "market", kind: "k")) == (14, 5))
        #expect(try count(TaskFilter(caseNumber: "SJ-1")) == (7, 5))
        #expect(try count(TaskFilter(queue: "medical", kind: "other")) == (0, 0))
    }
}
