// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("BureauTesting: the daemon of a test")
struct TestDaemonTests {
    @Test("What comes due while time passes has its turn at its own moment, in order")
    func order() async throws {
        let daemon = try Desk.daemon { task, _ in
            [.notify(to: "clerk", text: Bilingual("到", "there"), topic: "ran")]
        }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.advance(to: "2022-07-13T15:00:00+08:00")
        try await daemon.act(number, "enter", as: Desk.clerk)
        try await daemon.advance(to: "2022-07-30T00:00:00+08:00")
        #expect(daemon.now == Instant("2022-07-30T00:00:00+08:00"))
        #expect(try daemon.notices(of: number).map(\.at) == [Instant("2022-07-13T15:00:00+08:00")])
        // The third working day is Friday; three more are Monday to Wednesday.
        let breach = try daemon.journal("due.breach", of: number).filter { $0.kind == "due.breach" }
        #expect(breach.map { Optional($0.at) } == [.end(of: "2022-07-15")])
        #expect(try daemon.journal("due.breach.3", of: number).map { Optional($0.at) } == [.end(of: "2022-07-20")])
        let moments = try daemon.journal("due", of: number).map(\.at)
        #expect(moments == moments.sorted())
    }

    @Test("A deadline stands while the case is held")
    func paused() async throws {
        let daemon = try Desk.daemon()
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "hold", as: Desk.clerk)
        #expect(try daemon.due("work", of: number) == nil)
        try await daemon.advance(by: .seconds(86_400 * 30))
        #expect(try daemon.journal("due.breach", of: number).isEmpty)
    }

    @Test("A deadline can be extended as often as declared, and no more")
    func extended() async throws {
        let daemon = try Desk.daemon()
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        #expect(try daemon.due("work", of: number) == .end(of: "2022-07-15"))
        try await daemon.act(number, "extend", as: Desk.clerk)
        try await daemon.act(number, "extend", as: Desk.clerk)
        #expect(try daemon.due("work", of: number) == .end(of: "2022-07-21"))
        let third = try await refusal { try await daemon.act(number, "extend", as: Desk.clerk) }
        #expect(third?.refusalCode == "ALREADY_EXTENDED")
    }

    @Test("The clock does not go back, and a moment must be one")
    func clock() async throws {
        let daemon = try Desk.daemon()
        await #expect(throws: TestDaemonError.past("2022-07-12T08:59:59+08:00")) {
            try await daemon.advance(to: "2022-07-12T08:59:59+08:00")
        }
        await #expect(throws: TestDaemonError.noMoment("tomorrow")) { try await daemon.advance(to: "tomorrow") }
        #expect(throws: TestDaemonError.noMoment("")) { try TestDaemon(Desk.definition(), at: "") }
        try await daemon.advance(to: "2022-07-12T09:00:00+08:00")
    }

    @Test("What is refused changes nothing and is told with its code")
    func refusals() async throws {
        let daemon = try Desk.daemon()
        let nobody = try await refusal { try await daemon.open("matter", as: Desk.clerk, ["who": "nobody"]) }
        #expect(nobody?.refusalCode == "NOT_NOBODY")
        let stranger = try await refusal {
            try await daemon.open("matter", as: .person("li", "citizen"), ["who": "li"])
        }
        #expect(stranger?.refusalCode == "ROLE")
        let faulty = try await refusal {
            try await daemon.open("matter", as: Desk.clerk, ["kind": "C", "lines": [["count": 0]]])
        }
        #expect(Set(faulty?.formFaults ?? []) == ["who: missing", "kind: option", "lines[0].count: range"])
        #expect(try daemon.numbers(of: "matter").isEmpty)

        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        let revision = try daemon.case(number).record.revision
        try await daemon.act(number, "hold", as: Desk.clerk, revision: revision)
        let old = try await refusal { try await daemon.act(number, "go", as: Desk.clerk, revision: revision) }
        #expect(old == .conflict(number: number, revision: revision + 1))
        #expect(try daemon.state(of: number) == "HELD")
    }

    @Test("Tasks that submit tasks without end are given up")
    func endless() async throws {
        let daemon = try Desk.daemon { _, _ in [.submit(kind: "enter")] }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        await #expect(throws: TestDaemonError.tasksNeverEnd(1_000)) {
            try await daemon.act(number, "enter", as: Desk.clerk)
        }
    }
}
