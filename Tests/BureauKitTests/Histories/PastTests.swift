// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel
import TongbanStore

@testable import BureauTesting

@Suite("Cases as they were")
struct PastTests {
    /// What is shown of a case, in words that can be compared; written by the test from the view.
    static func shown(_ view: CaseView) -> [String] {
        let record = view.record
        var lines = [
            "\(record.number) \(record.bureau) \(record.item) v\(record.declaration) r\(record.revision) \(record.state)",
            "\(record.isOpen) \(record.area ?? "-") \(record.subject ?? "-") \(record.parent ?? "-")",
            "\(record.opened) \(record.updated) \(record.closed?.description ?? "-") \(record.due?.description ?? "-")",
            view.states.map(\.en).joined(separator: ","), view.links.joined(separator: ","),
            view.active.sorted().joined(separator: ","),
            JSON.object(Self.hidden(view.data)).canonical,
            view.dossier.linked.map { "\($0.kind) \($0.number)" }.joined(separator: ","),
        ]
        for deadline in view.deadlines {
            let run = deadline.run
            lines.append(
                "\(run.id) \(run.limit) \(run.extensions) \(run.start) \(run.due?.description ?? "-") \(run.state) \(run.isProvisional) \(run.ended?.description ?? "-") \(run.begun)"
            )
            lines += run.pauses.map { "\($0.from) \($0.to?.description ?? "-") \($0.reason?.en ?? "")" }
        }
        lines += view.cards.map { "\($0)" }
        lines += view.suspensions.map {
            "\($0.reason) \($0.since) \($0.by) \($0.until?.description ?? "-") \($0.resumedBy ?? "-")"
        }
        lines += view.actions.map(\.declaration.id)
        return lines
    }

    /// The values with those of class S hidden, copies of them included.
    private static func hidden(_ data: JSONObject) -> JSONObject {
        var data = data
        for name in ["illness", "finding", "copied"] where !(data[name] ?? .null).isNull { data[name] = "***" }
        if let rows = data["lines"]?.arrayValue {
            data["lines"] = .array(
                rows.map { row in
                    var row = row
                    if row["account"] != nil { row["account"] = "***" }
                    return row
                }
            )
        }
        return data
    }

    @Test("At every moment a case is as it was shown then, whatever happened", arguments: 0..<15)
    func property(seed: Int) async throws {
        var chance = Chance(seed + 1_000)
        let daemon = try Relay.daemon()
        try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        var live: [Instant: [String: [String]]] = [:]
        var open: [Instant: [String]] = [:]
        for _ in 0..<40 {
            try await Relay.wait(daemon, &chance)
            let numbers = try daemon.numbers(of: "matter")
            if chance.below(12) == 0 { try await daemon.open("matter", as: Relay.citizen, ["who": "wang"]) }
            try await Relay.act(daemon, numbers[chance.below(numbers.count)], &chance)
            // What came due with the action happens at this very moment, too.
            try await daemon.advance(by: .zero)
            var shown: [String: [String]] = [:]
            for number in try daemon.numbers(of: "matter") { shown[number] = Self.shown(try daemon.case(number)) }
            live[daemon.now] = shown
            open[daemon.now] = try daemon.cases.cases(CaseFilter(isOpen: true), after: nil, limit: 1_000).map(\.state)
        }
        for (moment, shown) in live {
            for (number, lines) in shown {
                let then = Self.shown(try daemon.cases.view(number, at: moment, for: .system))
                #expect(then.count == lines.count)
                #expect(zip(then, lines).first { $0 != $1 }.map { "\($0) BUT SHOWN \($1)" } == nil)
            }
            let listed = try daemon.cases.cases(CaseFilter(isOpen: true), at: moment, after: nil, limit: 1_000)
            #expect(listed.records.map(\.state) == open[moment])
            #expect(listed.next == nil)
        }
    }

    @Test("After every entry's call the replay is the case that was kept", arguments: 0..<10)
    func everyCall(seed: Int) async throws {
        var chance = Chance(seed + 2_000)
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li", "illness": "secret illness"])
        for _ in 0..<60 {
            try await Relay.wait(daemon, &chance)
            try await Relay.act(daemon, number, &chance)
            let kept = try daemon.cases.snapshot(of: number)
            #expect(try daemon.cases.snapshot(of: number, at: daemon.now) == kept)
            // Entry by entry as they are stored, not as they were in memory.
            var replay = CaseReplay()
            for entry in try daemon.journal(of: number) {
                let data = try JSON(parsing: entry.data.text)
                replay.take(entry.kind, at: entry.at, bureau: entry.bureau, actor: entry.actor?.id, data: data)
            }
            #expect(replay.snapshot == kept)
        }
    }

    @Test("What is sensitive is nowhere in the journal, nor is what the flow copied of it")
    func secrets() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open(
            "matter",
            as: Relay.citizen,
            ["who": "li", "illness": "canary-one", "lines": [["what": "a", "account": "canary-two"]]]
        )
        try await daemon.act(number, "note", as: Relay.clerk, ["remark": "r", "finding": "canary-three"])
        try await daemon.act(number, "edit", as: Relay.clerk, ["illness": "canary-four"])
        try await daemon.act(number, "ask", as: Relay.clerk)
        #expect(try daemon.data(of: number)["copied"] == "canary-three")
        for entry in try daemon.journal() { #expect(!entry.data.text.contains("canary")) }
        #expect(try daemon.cases.view(number, at: daemon.now, for: .system).data["copied"] == "***")
    }

    @Test("A moment that has not come is refused, and one before the case was there says so")
    func edges() async throws {
        let daemon = try Relay.daemon()
        let start = daemon.now
        try await daemon.advance(by: .seconds(10))
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        let opened = daemon.now
        try await daemon.advance(by: .seconds(10))
        func code(at moment: Instant) async throws -> String? {
            try await refusal { _ = try daemon.cases.view(number, at: moment, for: .system) }?.refusalCode
        }
        #expect(try await code(at: opened.adding(milliseconds: -1)) == "NOT_YET")
        #expect(try await code(at: opened) == nil)
        #expect(try await code(at: daemon.now) == nil)
        #expect(try await code(at: daemon.now.adding(milliseconds: 1)) == "FUTURE")
        func list(at moment: Instant) async throws -> String? {
            try await refusal { _ = try daemon.cases.cases(CaseFilter(), at: moment, after: nil, limit: 1) }?
                .refusalCode
        }
        #expect(try await list(at: start) == nil)
        #expect(try await list(at: start.adding(milliseconds: -1)) == "NOT_YET")
        #expect(try await list(at: daemon.now.adding(milliseconds: 1)) == "FUTURE")
        let unknown = try await refusal { _ = try daemon.cases.view("JL-20220712-000009", at: start, for: .system) }
        #expect(unknown == .noSuchCase("JL-20220712-000009"))
    }

    @Test("Who may not see values today does not see those of the past; nothing can be done in the past")
    func rightsOfToday() async throws {
        let daemon = try Relay.daemon()
        let number = try await daemon.open("matter", as: Relay.citizen, ["who": "li", "text": "open"])
        let then = daemon.now
        try await daemon.advance(by: .seconds(10))
        try await daemon.act(number, "finish", as: Relay.clerk)
        let clerk = try daemon.cases.view(number, at: then, for: Relay.clerk)
        #expect(clerk.data["who"] == "li")
        #expect(clerk.record.state == "DESK")
        #expect(clerk.actions.contains { $0.declaration.id == "finish" })
        #expect(clerk.actions.allSatisfy { $0.refusal?.code == "PAST" })
        let stranger = try daemon.cases.view(number, at: then, for: .person("zhao", "auditor"))
        #expect(stranger.data["who"] != "li")
    }

    @Test("A list of the past comes in pages, whatever became of the cases since")
    func pages() async throws {
        let daemon = try Relay.daemon()
        for _ in 0..<7 { try await daemon.open("matter", as: Relay.citizen, ["who": "li"]) }
        let numbers = try daemon.numbers(of: "matter")
        try await daemon.act(numbers[2], "ask", as: Relay.clerk)
        let then = daemon.now
        try await daemon.advance(by: .seconds(1))
        for number in numbers { try await daemon.act(number, "withdraw", as: Relay.citizen) }
        try await daemon.open("matter", as: Relay.citizen, ["who": "li"])
        var found: [String] = []
        var after: String?
        repeat {
            let page = try daemon.cases.cases(CaseFilter(state: "DESK"), at: then, after: after, limit: 2)
            #expect(page.records.count <= 2)
            found += page.records.map(\.number)
            after = page.next
        } while after != nil
        #expect(found == numbers.filter { $0 != numbers[2] })
    }
}
