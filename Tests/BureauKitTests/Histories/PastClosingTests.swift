// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("Merged, rated and corrected cases as they were")
struct PastClosingTests {
    private func check(_ daemon: TestDaemon, _ numbers: [String]) throws {
        for number in numbers {
            let kept = try daemon.cases.snapshot(of: number)
            let replayed = try daemon.cases.snapshot(of: number, at: daemon.now)
            #expect(CaseReplay(from: replayed).rest(to: kept)?.text == nil)
        }
    }

    @Test("Merging, taking out, answering and closing are seen as they were")
    func merged() async throws {
        let daemon = try Hotline.daemon()
        let numbers = try await Hotline.complaints(3, daemon)
        let main = numbers[0]
        try self.check(daemon, numbers)
        try await daemon.advance(by: .seconds(60))
        try await daemon.merge([numbers[1], numbers[2]], into: main, as: Hotline.clerk)
        try self.check(daemon, numbers)
        let merged = daemon.now
        try await daemon.advance(by: .seconds(60))
        try await daemon.unmerge(numbers[2], as: Hotline.clerk)
        try await daemon.answer(numbers[1], "单独答复", as: Hotline.clerk)
        try self.check(daemon, numbers)
        try await daemon.advance(by: .seconds(60))
        try await Hotline.close(main, daemon)
        try self.check(daemon, numbers)
        let then = try daemon.cases.view(numbers[2], at: merged, for: .system)
        #expect(then.record.state == "MERGED")
        #expect(then.dossier.merge?.main == main)
        let listed = try daemon.cases.cases(CaseFilter(state: "MERGED"), at: merged, after: nil, limit: 10)
        #expect(listed.records.map(\.number) == [numbers[1], numbers[2]])
        #expect(try daemon.cases.cases(CaseFilter(isOpen: true), after: nil, limit: 10).map(\.number) == [numbers[2]])
    }

    @Test("Ratings, rework and corrections are seen as they were, without their sensitive words")
    func corrected() async throws {
        let daemon = try Hotline.daemon()
        let number = try await Hotline.closed(daemon, ["illness": "canary-illness"])
        try self.check(daemon, [number])
        let closed = daemon.now
        try await daemon.advance(by: .seconds(60))
        let rework = try #require(try await daemon.rate(number, 1, as: Hotline.li, comment: "canary-comment"))
        try self.check(daemon, [number, rework])
        try await daemon.advance(by: .seconds(60))
        let id = try await daemon.amend(
            number,
            ["matter": "油烟", "illness": "canary-other"],
            reason: "写错",
            as: Hotline.clerk
        )
        try self.check(daemon, [number, rework])
        try await daemon.advance(by: .seconds(60))
        try await daemon.decideAmendment(id, of: number, approve: true, as: Hotline.head)
        try self.check(daemon, [number, rework])
        #expect(try daemon.state(of: number) == "AMENDED")
        let then = try daemon.cases.view(number, at: closed, for: .system)
        #expect(then.record.state == "CLOSED")
        #expect(then.data["matter"] == "噪声")
        #expect(then.dossier.ratings.isEmpty)
        for entry in try daemon.journal() { #expect(!entry.data.text.contains("canary")) }
    }

    @Test("A closed case of ten steps takes at most 4 kB of the journal's data")
    func size() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li", "text": "说明情况"])
        for (action, person) in [
            ("note", Relay.clerk), ("ask", Relay.clerk), ("reply", Relay.citizen), ("consult", Relay.clerk),
            ("back", Relay.clerk), ("send", Relay.clerk), ("returned", Relay.clerk), ("mark", Relay.clerk),
            ("finish", Relay.clerk),
        ] {
            try await daemon.advance(by: .seconds(3_600))
            try await daemon.act(number, action, as: person, action == "send" ? ["to": "bank"] : [:])
        }
        let entries = try daemon.journal(of: number)
        let cases = entries.filter { !$0.kind.hasPrefix("task.") }
        let bytes = cases.reduce(0) { $0 + $1.data.bytes.count }
        #expect(bytes <= 4_096, "\(bytes) bytes in \(cases.count) entries")
        // A member that is not there is left out, and a call that told everything tells nothing more.
        for entry in cases {
            let members = try #require(try entry.data.parsed().objectValue)
            #expect(members.allSatisfy { !$0.value.isNull }, "\(entry.kind) \(entry.data.text)")
        }
        #expect(cases.count { $0.kind == CaseReplay.rest } <= 2, "\(cases.map { $0.kind + $0.data.text })")
    }
}
