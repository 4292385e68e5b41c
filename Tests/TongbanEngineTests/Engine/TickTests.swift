// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("What comes due")
struct TickTests {
    private func timer(_ id: String, _ due: Instant) -> Change {
        .putTimer(TimerRecord(id: id, due: due, caseNumber: nil, body: .emptyObject))
    }

    @Test("is done in the order of its moments, whatever it is", arguments: TestBench.Kind.allCases)
    func order(_ kind: TestBench.Kind) throws {
        let bench = try TestBench(kind)
        let handler = RecordingHandler()
        bench.engine.timerHandler = handler
        try bench.queue(QueueRecord(name: "market"))
        let start = bench.now
        try bench.submit(.of("leased"))
        _ = try bench.claim(lease: 3_000)
        for second in [1, 5] as [Int64] {
            var task = NewTask.of("at\(second)")
            task.notBefore = start.adding(seconds: second)
            task.caseNumber = "case\(second)"
            try bench.submit(task)
        }
        try bench.call { engine throws(EngineError) in
            try engine.write(self.timer("at2", start.adding(seconds: 2)))
            try engine.write(self.timer("at4", start.adding(seconds: 4)))
            try engine.write(self.timer("at9", start.adding(seconds: 9)))
        }
        #expect(try bench.engine.nextWakeUp() == start.adding(seconds: 1))
        let before = bench.engine.lastSequence
        try bench.pass(milliseconds: 8_000)
        let told = try bench.journal().filter { $0.sequence > before }.map(\.kind)
        #expect(told == ["task.ready", "timer.fired", "task.expired", "timer.fired", "task.ready"])
        #expect(handler.fired == ["at2", "at4"])
    }

    @Test("is done a bounded number at a time", arguments: [(10, true), (11, true), (25, false), (26, false)])
    func bounded(_ size: Int, _ hasMore: Bool) throws {
        var limits = EngineLimits()
        limits.tickSize = size
        let bench = try TestBench(limits: limits)
        try bench.queue(QueueRecord(name: "market"))
        for number in 0..<25 {
            var task = NewTask.of("k")
            task.notBefore = bench.now.adding(milliseconds: Int64(1_000 + number % 3))
            try bench.submit(task)
        }
        let more = try bench.engine.tick(at: bench.now.adding(seconds: 5))
        _ = try bench.engine.commit()
        #expect(more == hasMore)
        #expect(try bench.engine.statistics()[0].counts[.ready] == min(size, 25))
    }

    @Test("a timer that is refused does not hold up the others; it is told of and comes again")
    func refusedTimer() throws {
        let bench = try TestBench()
        let handler = RecordingHandler()
        handler.refused = ["bad"]
        bench.engine.timerHandler = handler
        let start = bench.now
        try bench.call { engine throws(EngineError) in
            try engine.write(self.timer("bad", start.adding(seconds: 1)))
            try engine.write(self.timer("good", start.adding(seconds: 2)))
        }
        try bench.pass(milliseconds: 3_000)
        #expect(handler.fired == ["good"])
        #expect(try bench.journal().map(\.kind) == ["timer.failed", "timer.fired"])
        handler.refused = []
        try bench.pass(milliseconds: bench.limits.timerDelay)
        #expect(handler.fired == ["good", "bad"])
        #expect(try bench.engine.nextWakeUp() == nil)
    }

    @Test("timers wait as long as nobody handles them")
    func unhandled() throws {
        let bench = try TestBench()
        let start = bench.now
        try bench.call { engine throws(EngineError) in try engine.write(self.timer("t", start)) }
        try bench.pass(milliseconds: 1_000)
        let handler = RecordingHandler()
        bench.engine.timerHandler = handler
        try bench.pass(milliseconds: 1_000)
        #expect(handler.fired == ["t"])
    }
}
