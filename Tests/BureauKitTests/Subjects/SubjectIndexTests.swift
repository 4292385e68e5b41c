// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@testable import BureauTesting

@Suite("The shared index: persons, organisations, places")
struct SubjectIndexTests {
    static let who = "11010519491231002X"
    static let other = "440524188001010014"
    static let clerk = PersonView.person("ann", "aid:clerk")

    static var aid: BureauDefinition {
        BureauDefinition("aid", "救助", "Aid", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("clerk", "科员", "Clerk")
            Role("head", "负责人", "Head", supervises: true)
            Tag("helped", "受助", "Helped", by: "clerk")
            Tag("certified", "持证", "Certified", by: "clerk", isShared: true)
            Reacts(to: "person.deceased", submits: "stop")
            Reacts(to: "person.moved", submits: "move")
            Reacts(to: "tag.changed", tag: "aid.certified", submits: "check")
            Handler("stop", "停发", "Stop") { _, _ in [] }
            Handler("move", "转移", "Move") { _, _ in [] }
            Handler("check", "核对", "Check") { task, _ in
                guard task.payload["on"] == true, let subject = task.payload["subject"]?.stringValue else { return [] }
                return [.tag("helped", subject: subject)]
            }
            Item("aid", "救助", "Aid", about: ("救助。", "Aid."), openedBy: ["clerk"], subject: "who") {
                Form { Field("who", "身份证号", "Identity number", .residentID).required() }
                Flow {
                    State("OPEN", "办理", "Open") {
                        Action("grant", "批准", "Grant", by: "clerk") { Tags(value("who"), as: "certified") }
                        Action("revoke", "撤销", "Revoke", by: "clerk") { Untags(value("who"), as: "certified") }
                        OnEvent("tag.changed") { Sets("seen", to: given("tag")) }
                        OnEvent("person.deceased", to: "ENDED")
                    }.untimed()
                    Final("ENDED", "已终结", "Ended")
                }
            }
        }
    }

    static func daemon() throws -> TestDaemon { try TestDaemon(Self.aid, at: "2022-07-12T09:00:00+08:00") }

    @Test("person.deceased reaches the bureaus that react, with a case and without one; what was said before stays")
    func deceased() async throws {
        let daemon = try Self.daemon()
        try await daemon.tag(Self.who, "certified", as: Self.clerk)
        try await daemon.tell(Self.who, "person.deceased", ["on": "2022-07-10"])
        let task = try #require(try daemon.tasks().first { $0.kind == "stop" })
        #expect(try task.payload?.parsed()["subject"]?.stringValue == Self.who)
        let card = try #require(try daemon.card(Self.who))
        #expect(card.status == .gone && card.events.map(\.effective.description) == ["2022-07-10"])
        #expect(card.tags.map(\.tag).contains("aid.certified"))
        // Nothing new is said of the dead.
        let refused = try await refusal { try await daemon.tag(Self.who, "helped", on: false, as: Self.clerk) }
        #expect(refused == nil)
        #expect(
            try await refusal { try await daemon.tag(Self.who, "helped", as: Self.clerk) }?.refusalCode == "GONE"
        )
    }

    @Test("person.moved reaches them with the day from which it holds; who returns is present, the dead stay dead")
    func moved() async throws {
        let daemon = try Self.daemon()
        try await daemon.tell(Self.who, "person.moved", ["effective": "2022-08-01", "to": "340621"])
        let task = try #require(try daemon.tasks().first { $0.kind == "move" })
        #expect(try task.payload?.parsed()["effective"] == "2022-08-01")
        #expect(try daemon.card(Self.who)?.status == .moved)
        try await daemon.tell(Self.who, "person.returned")
        #expect(try daemon.card(Self.who)?.status == .present)
        try await daemon.tell(Self.who, "person.deceased")
        try await daemon.tell(Self.who, "person.returned")
        #expect(try daemon.card(Self.who)?.status == .gone)
    }

    @Test("tag.changed reaches the open cases and the handlers that react, once for each change")
    func tagChanged() async throws {
        let daemon = try Self.daemon()
        let number = try await daemon.open("aid", as: Self.clerk, ["who": .string(Self.who)])
        try await daemon.act(number, "grant", as: Self.clerk)
        #expect(try daemon.data(of: number)["seen"] == "aid.helped")
        #expect(try daemon.tasks().count { $0.kind == "check" } == 1)
        #expect(try daemon.card(Self.who)?.tags.map(\.tag) == ["aid.certified", "aid.helped"])
        // Said again it is nothing new.
        try await daemon.act(number, "grant", as: Self.clerk)
        #expect(try daemon.tasks().count { $0.kind == "check" } == 1)
        try await daemon.act(number, "revoke", as: Self.clerk)
        #expect(try daemon.tasks().count { $0.kind == "check" } == 2)
        #expect(try daemon.card(Self.who)?.tags.map(\.tag) == ["aid.helped"])
    }

    @Test("only the roles a tag names set it, and its bureau's heads")
    func roles() async throws {
        let daemon = try Self.daemon()
        let stranger = PersonView.person("bo", "other:clerk")
        #expect(
            try await refusal { try await daemon.tag(Self.who, "helped", as: stranger) }?.refusalCode == "ROLE"
        )
        #expect(try await refusal { try await daemon.tag(Self.who, "none") }?.refusalCode == "NO_TAG")
        try await daemon.tag(Self.who, "helped", as: .person("fan", "aid:head"))
        #expect(try daemon.card(Self.who)?.tags.count == 1)
    }

    @Test("what is not shared only its own bureau sees")
    func shared() async throws {
        let daemon = try Self.daemon()
        try await daemon.tag(Self.who, "helped")
        try await daemon.tag(Self.who, "certified")
        let card = try #require(try daemon.card(Self.who))
        #expect(daemon.cases.index.seen(card) { $0 == "aid" }.tags.count == 2)
        #expect(daemon.cases.index.seen(card) { $0 == "market" }.tags.map(\.tag) == ["aid.certified"])
    }

    @Test("cards are found by name, whatever its spaces and dots, by area with all in it, and by tag")
    func find() async throws {
        let daemon = try Self.daemon()
        try await daemon.put(card: Self.who, name: "阿依古丽·买买提", area: "340604100201")
        try await daemon.put(card: Self.other, name: "张三", area: "340604101")
        try await daemon.put(card: "340604100201", name: "示例村")
        try await daemon.tag(Self.other, "certified")
        #expect(try daemon.cards(.name("阿依古丽•买买提")).map(\.id) == [Self.who])
        #expect(try daemon.cards(.area("340604100000")).map(\.id) == [Self.who])
        #expect(try daemon.cards(.area("340604")).count == 2)
        #expect(try daemon.cards(.tag("aid.certified")).map(\.id) == [Self.other])
        #expect(try daemon.card("340604100201")?.kind == .place)
    }

    @Test("a corrected identifier takes its card along, and finds it by the old one")
    func rekey() async throws {
        let definition = BureauDefinition("aid", "救助", "Aid", about: ("测试。", "A test."), prefix: "ZZ") {
            Role("bureau", "科员", "Clerk")
            Role("head", "负责人", "Head")
            Tag("helped", "受助", "Helped", by: "bureau")
            Item("aid", "救助", "Aid", about: ("救助。", "Aid."), openedBy: ["bureau"], subject: "who") {
                Form { Field("who", "身份证号", "Identity number", .residentID).required() }
                Flow {
                    State("OPEN", "办理", "Open") { Action("end", "办结", "End", by: "bureau", to: "ENDED") }.untimed()
                    Final("ENDED", "已终结", "Ended")
                }
            }
        }
        let daemon = try TestDaemon(definition, at: "2022-07-12T09:00:00+08:00")
        _ = try await daemon.open("aid", as: .person("ann", "bureau"), ["who": .string(Self.who)])
        try await daemon.put(card: Self.who, name: "张三")
        try await daemon.tag(Self.who, "helped")
        try daemon.correct(
            Self.who,
            to: Self.other,
            askedBy: .person("ann", "bureau"),
            decidedBy: .person("fan", "head")
        )
        let card = try #require(try daemon.card(Self.who))
        #expect(card.id == Self.other && card.aliases == [Self.who] && card.name == "张三" && card.tags.count == 1)
    }

    @Test("what is no identifier gets no card, and its cases are told all the same")
    func noIdentifier() async throws {
        let daemon = try Self.daemon()
        #expect(try await refusal { try await daemon.put(card: "甲") }?.refusalCode == "BAD_SUBJECT")
        #expect(
            try await refusal { try await daemon.put(card: "110105194912310021") }?.refusalCode == "BAD_SUBJECT"
        )
        try await daemon.tell("甲", "person.deceased")
        #expect(try daemon.card("甲") == nil)
        #expect(try daemon.tasks().count { $0.kind == "stop" } == 1)
    }

    @Test(
        "at the limit and one past it: name, address, area",
        arguments: [
            ("91350100M000100Y43", 100, 200, "340604", nil), ("x", 1, 1, nil, "BAD_SUBJECT"),
            ("340604", 100, 200, nil, nil), ("340604", 101, 1, nil, "BAD_CARD"), ("340604", 1, 201, nil, "BAD_CARD"),
            ("340604", 1, 1, "34060", "BAD_CARD"), ("11010519491231002X", 50, 1, nil, nil),
            ("11010519491231002X", 51, 1, nil, "BAD_CARD"),
        ] as [(String, Int, Int, String?, String?)]
    )
    func limits(_ id: String, _ name: Int, _ address: Int, _ area: String?, _ code: String?) async throws {
        let daemon = try Self.daemon()
        let refused = try await refusal {
            try await daemon.put(
                card: id,
                name: String(repeating: "名", count: name),
                area: area,
                address: String(repeating: "址", count: address)
            )
        }
        #expect(refused?.refusalCode == code)
    }

    @Test("a card takes a hundred tags and not one more, and keeps the last hundred events")
    func manyTags() throws {
        var card = SubjectCard(id: Self.who, kind: .person)
        let day = try #require(CivilDay("2022-07-12"))
        for index in 0..<100 { #expect(try card.tag("a.t\(index)", on: true, since: day, by: "x")) }
        let error = #expect(throws: Refusal.self) { try card.tag("a.more", on: true, since: day, by: "x") }
        #expect(error?.code == "LIMIT")
        for index in 0..<101 { card.note(.init(event: "e\(index)", effective: day, at: 0, by: "x")) }
        #expect(card.events.count == 100 && card.events.first?.event == "e1")
    }

    @Test("the journal names nobody in full")
    func journal() async throws {
        let daemon = try Self.daemon()
        try await daemon.put(card: Self.who, name: "张三")
        try await daemon.tag(Self.who, "helped")
        let entries = try daemon.journal("subject")
        #expect(entries.count == 2)
        for entry in entries { #expect(!entry.data.text.contains(Self.who) && !entry.data.text.contains("张三")) }
    }

    @Test("declarations that cannot be kept are refused by name")
    func declarations() {
        func faults(_ parts: [any BureauPart]) -> [String] {
            let definition = BureauDefinition("aid", "救助", "Aid", about: ("测试。", "A test."), prefix: "ZZ") {
                Role("clerk", "科员", "Clerk")
                Handler("h", "办", "Do") { _, _ in [] }
                for part in parts { part }
            }
            return DeclarationCheck.faults(in: definition.declaration).map(\.message.en)
        }
        #expect(
            faults([Tag("a", "甲", "A", by: "clerk"), Reacts(to: "tag.changed", tag: "aid.a", submits: "h")]).isEmpty
        )
        #expect(faults([Tag("a", "甲", "A"), Tag("a", "甲", "A")]) == ["this tag is declared twice"])
        #expect(faults([Tag("A", "甲", "A")]).count == 1)
        #expect(faults([Tag("a", "甲", "A", by: "nobody")]) == ["there is no role nobody"])
        #expect(faults([Reacts(to: "person.moved", submits: "none")]) == ["there is no handler none"])
        #expect(faults([Reacts(to: "person.moved", tag: "aid.a", submits: "h")]).count == 1)
        #expect(faults([Reacts(to: "tag.changed", tag: "aid.a", submits: "h")]) == ["there is no tag aid.a"])
        #expect(faults([Reacts(to: "tag.changed", tag: "a", submits: "h")]) == ["a tag is named BUREAU.TAG"])
    }
}
