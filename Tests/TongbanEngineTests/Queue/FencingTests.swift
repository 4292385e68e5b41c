// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@Suite("Q3: a lease fences every verb alike")
struct FencingTests {
    enum Verb: CaseIterable, Sendable {
        case complete, fail, extend, release
    }

    enum Loss: CaseIterable, Sendable {
        case ranOut, ranOutAndClaimedAgain, completed, failed, released, cancelled, connectionEnded
    }

    private func use(_ verb: Verb, _ lease: String, on bench: TestBench) -> EngineError? {
        refusal { () throws(EngineError) in
            try bench.call { engine throws(EngineError) in
                switch verb {
                case .complete: try engine.complete(lease, output: nil, effects: [])
                case .fail: try engine.fail(lease, error: "late", retryAfterMilliseconds: nil, isFatal: false)
                case .extend:
                    if let lost = try engine.extend([lease], milliseconds: 60_000).first { throw .leaseLost(lost) }
                case .release: try engine.release(lease)
                }
            }
        }
    }

    @Test("a late holder is refused and changes nothing", arguments: Verb.allCases, Loss.allCases)
    func late(_ verb: Verb, _ loss: Loss) throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        let id = try bench.submit(.of("k"))[0]
        let task = try bench.claim(lease: 5_000)[0]
        let lease = try #require(task.lease?.description)
        switch loss {
        case .ranOut: bench.now = bench.now.adding(milliseconds: 5_000)
        case .ranOutAndClaimedAgain:
            try bench.pass(milliseconds: 5_000)
            try bench.pass(milliseconds: 1_000)
            #expect(try bench.claim(by: "other").count == 1)
        case .completed: try bench.complete(task)
        case .failed: try bench.fail(task)
        case .released: #expect(self.use(.release, lease, on: bench) == nil)
        case .cancelled: try bench.call { engine throws(EngineError) in _ = try engine.cancel([id], reason: nil) }
        case .connectionEnded: try bench.gone()
        }
        let before = try bench.engine.task(id)
        let entries = try bench.journal().count
        #expect(self.use(verb, lease, on: bench) == .leaseLost(lease))
        #expect(try bench.engine.task(id) == before)
        #expect(try bench.journal().count == entries)
    }

    @Test("a holder in time is not", arguments: Verb.allCases)
    func inTime(_ verb: Verb) throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(.of("k"))
        let task = try bench.claim(lease: 5_000)[0]
        bench.now = bench.now.adding(milliseconds: 4_999)
        #expect(self.use(verb, task.lease?.description ?? "", on: bench) == nil)
    }

    @Test("what is no lease is a lost lease", arguments: ["", "x", "1", "1.0", "01.1", "1.1.1", "2.1", "1.2", "-1.1"])
    func malformed(_ text: String) throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(.of("k"))
        _ = try bench.claim()
        for verb in Verb.allCases { #expect(self.use(verb, text, on: bench) == .leaseLost(text)) }
    }

    @Test("an extension lengthens, and never shortens")
    func extending() throws {
        let bench = try TestBench()
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(.of("k"))
        let task = try bench.claim(lease: 10_000)[0]
        let lease = try #require(task.lease?.description)
        _ = try bench.call { engine throws(EngineError) in try engine.extend([lease], milliseconds: 2_000) }
        #expect(try bench.engine.task(task.id).leaseExpires == bench.now.adding(milliseconds: 10_000))
        _ = try bench.call { engine throws(EngineError) in try engine.extend([lease], milliseconds: 20_000) }
        try bench.pass(milliseconds: 19_999)
        #expect(try bench.state(task.id) == .leased)
        try bench.pass(milliseconds: 1)
        #expect(try bench.state(task.id) == .scheduled)
    }

    @Test("effects and completion happen together or not at all; a refused effect leaves the lease")
    func effects() throws {
        let bench = try TestBench()
        let handler = RecordingHandler()
        bench.engine.effectHandler = handler
        handler.refused = ["{\"no\":1}"]
        try bench.queue(QueueRecord(name: "market"))
        try bench.submit(.of("k"))
        let task = try bench.claim()[0]
        let sound = RawJSONText.object("yes")
        let error = refusal { () throws(EngineError) in
            try bench.complete(task, effects: [sound, RawJSONText.object("no")])
        }
        guard case .refused = error else { throw Problem("not refused: \(String(describing: error))") }
        #expect(try bench.state(task.id) == .leased)
        #expect(try bench.engine.statistics()[0].counts[.ready] == 0)
        try bench.complete(task, effects: [sound])
        #expect(try bench.claim().map(\.kind) == ["effect"])
    }
}
