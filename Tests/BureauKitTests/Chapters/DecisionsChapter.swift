// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("Chapter: decision tables")
struct DecisionsChapter {
    static var definition: BureauDefinition {
        BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            Role("clerk", "clerk", "clerk")
            Table("route", "转办", "Routing", .unique, from: "2022-07-01", source: "甲〔2022〕3号") {
                Input("class", "类别", "Class", oneOf: "MARKET", "WATER", "ROAD")
                Input("amount", "金额", "Amount", .money, from: 0).sensitive()
                Output("to", "转至", "To")
                Row("1", ["class": "MARKET"], then: ["to": "market"])
                Row("2", ["class": "not(MARKET)", "amount": "< 100000"], then: ["to": "village"])
                Row("3", ["class": "not(MARKET)", "amount": ">= 100000"], then: ["to": "town"])
            }
            Table("route", "转办", "Routing", .first, from: "2023-01-01", source: "甲〔2022〕9号") {
                Input("class", "类别", "Class", oneOf: "MARKET", "WATER", "ROAD")
                Output("to", "转至", "To")
                Row("1", ["class": "MARKET, WATER"], then: ["to": "market"])
                Otherwise(["to": "town"])
            }
            Item("event", "事件", "Event", about: ("事件。", "An event."), openedBy: ["clerk"]) {
                Form {
                    Field("class", "类别", "Class").required()
                    Field("amount", "金额(分)", "Amount in fen", .money).sensitive()
                }
                Flow {
                    State("NEW", "新", "New") {
                        Action("route", "转办", "Route", by: "clerk", to: "ROUTED") { Decides("route", into: "to") }
                    }.untimed()
                    State("ROUTED", "已转办", "Routed") {
                        When(value("to") == "market", to: "MARKET")
                        Action("again", "重新转办", "Route again", by: "clerk", to: "ROUTED") {
                            Decides("route", into: "to")
                        }
                    }.untimed()
                    Final("MARKET", "转市场监管", "Market")
                }
            }
        }
    }

    @Test("The example does what the chapter says")
    func example() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let small = try await daemon.open("event", as: clerk, ["class": "ROAD", "amount": 99_999])
        try await daemon.act(small, "route", as: clerk)
        #expect(try daemon.data(of: small)["to"] == "village")
        let decided = try daemon.case(small, as: clerk).dossier.decisions
        #expect(decided.map(\.result.rows) == [["2"]])
        #expect(decided[0].result.inputs["amount"] == "***")
        let why = decided[0].result.lines[0].text(.english)
        #expect(why == "1: does not fit: class = ROAD, asked for MARKET")
        try await daemon.advance(to: "2023-02-01T09:00:00+08:00")
        try await daemon.act(small, "again", as: clerk)
        let versions = try daemon.case(small).dossier.decisions.map(\.result.version.description)
        #expect(versions == ["2022-07-01", "2022-07-01"])
        let new = try await daemon.open("event", as: clerk, ["class": "ROAD"])
        try await daemon.act(new, "route", as: clerk)
        #expect(try daemon.data(of: new)["to"] == "town")
    }

    @Test("The journal and the past tell of decisions, without what is of class S")
    func past() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("event", as: clerk, ["class": "ROAD", "amount": 98_765])
        try await daemon.act(number, "route", as: clerk)
        try await daemon.advance(to: "2022-07-13T09:00:00+08:00")
        try await daemon.act(number, "again", as: clerk)
        let then = try daemon.snapshot(of: number, at: "2022-07-12T09:30:00+08:00").body(parent: nil)?.decisions
        #expect(then == Array(try daemon.case(number, as: clerk).dossier.decisions.prefix(1)))
        let told = try daemon.journal("case.decided", of: number)
        #expect(told.count == 2)
        // The entry says all of it: nothing is left for the entry that tells the rest.
        #expect(try !daemon.journal("case.kept", of: number).contains { $0.data.text.contains("decisions") })
        for entry in try daemon.journal(nil, of: number) { #expect(!entry.data.text.contains("98765")) }
        #expect(!(try daemon.body(of: number)["decisions"]?.text.contains("98765") ?? true))
    }

    @Test("A decision that cannot be made refuses the action with its code, and changes nothing")
    func refused() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("event", as: clerk, ["class": "ROAD"])
        let missing = try await refusal { try await daemon.act(number, "route", as: clerk) }
        #expect(missing?.refusalCode == "MISSING_INPUT")
        let other = try await daemon.open("event", as: clerk, ["class": "AIR", "amount": 1])
        let bad = try await refusal { try await daemon.act(other, "route", as: clerk) }
        #expect(bad?.refusalCode == "BAD_INPUT")
        #expect(try daemon.state(of: number) == "NEW")
        #expect(try daemon.case(number).dossier.decisions.isEmpty)
    }

    @Test("A case keeps as many decisions as the limit, and no more")
    func limit() async throws {
        let daemon = try TestDaemon(Self.definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("event", as: clerk, ["class": "ROAD", "amount": 1])
        try await daemon.act(number, "route", as: clerk)
        for _ in 1..<CaseDecision.limit { try await daemon.act(number, "again", as: clerk) }
        let error = try await refusal { try await daemon.act(number, "again", as: clerk) }
        #expect(error?.refusalCode == "TOO_MANY_DECISIONS")
        #expect(try daemon.case(number).dossier.decisions.count == CaseDecision.limit)
    }

    @Test("A faulty table is refused with the bureau, and named; a condition on one that is not there too")
    func faulty() throws {
        func faults(@ListBuilder<any BureauPart> _ parts: () -> [any BureauPart]) -> [String] {
            let bureau = BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG", parts)
            return DeclarationCheck.faults(in: bureau.declaration).map(\.place)
        }
        #expect(
            faults {
                Table("t", "表", "T", .unique, from: "2022-01-01") {
                    Input("n", "数", "N", .integer)
                    Output("o", "出", "O")
                    Row("1", ["n": "<= 5"], then: ["o": 1])
                    Row("2", ["n": ">= 5"], then: ["o": 2])
                }
            } == ["t/2"]
        )
        #expect(
            faults {
                Table("t", "表", "T", .first, from: "never") {
                    Input("n", "数", "N", .integer)
                    Output("o", "出", "O")
                    Row("1", [:], then: ["o": 1])
                }
            } == ["t"]
        )
        #expect(
            faults {
                Item("i", "事", "I", about: ("事。", "I."), openedBy: ["clerk"]) {
                    Form { Requires("R", decision("nowhere") == 1, "不行。", "no") }
                    Flow { Final("END", "终", "End") }
                }
            } == ["i/R"]
        )
    }

    @Test("A handler's effect decides for its case, and sets the value")
    func handled() async throws {
        let definition = BureauDefinition(
            "office",
            "示例",
            "Example",
            about: ("示例。", "An example."),
            prefix: "BG"
        ) {
            Role("clerk", "clerk", "clerk")
            Table("size", "大小", "Size", .first, from: "2022-01-01") {
                Input("n", "数", "N", .integer)
                Output("size", "大小", "Size")
                Row("big", ["n": "> 10"], then: ["size": "BIG"])
                Otherwise(["size": "SMALL"])
            }
            Item("thing", "事", "Thing", about: ("事。", "A thing."), openedBy: ["clerk"]) {
                Form {
                    Field("n", "数", "N", .integer).required()
                    Requires("BIG", decision("size", ["n": form("n")]) == "SMALL", "太大。", "too big")
                }
                Flow {
                    State("NEW", "新", "New") {
                        OnEntry { Submits("size") }
                        Action("end", "终", "End", by: "clerk", to: "END")
                    }.untimed()
                    Final("END", "终", "End")
                }
            }
            Handler("size", "判断", "Decide") { _, _ in [.decide(table: "size", into: "size")] }
        }
        let daemon = try TestDaemon(definition, at: "2022-07-12T09:00:00+08:00")
        let clerk = PersonView.person("clerk", "clerk")
        let number = try await daemon.open("thing", as: clerk, ["n": 10])
        #expect(try daemon.data(of: number)["size"] == "SMALL")
        #expect(try daemon.case(number).dossier.decisions.map(\.result.rows) == [["otherwise"]])
        let refused = try await refusal { _ = try await daemon.open("thing", as: clerk, ["n": 11]) }
        #expect(refused?.refusalCode == "BIG")
    }

    @Test("A bureau has up to the limit of tables, and no more", arguments: [0, 1])
    func tables(_ more: Int) {
        let count = DecisionTable.tableLimit + more
        let bureau = BureauDefinition("office", "示例", "Example", about: ("示例。", "An example."), prefix: "BG") {
            for number in 0..<count {
                Table("t\(number)", "表", "T", .first, from: "2022-01-01") {
                    Input("n", "数", "N", .integer)
                    Output("o", "出", "O")
                    Row("1", [:], then: ["o": 1])
                }
            }
        }
        #expect(DeclarationCheck.faults(in: bureau.declaration).count == more)
    }

    @Test("The effect is read as it was written")
    func effect() throws {
        let effect = Effect.decide(table: "route", into: "to", inputs: ["class": "ROAD"])
        #expect(try Effect(json: effect.json) == effect)
        let bare = Effect.decide(table: "route")
        #expect(try Effect(json: bare.json) == bare)
    }
}
