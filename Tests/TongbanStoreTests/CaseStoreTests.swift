// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel
import TongbanStore

@Suite("Every store: cases, timers, registers, settings")
struct CaseStoreTests {
    @Test("keeps every field of a case, and replaces it whole", arguments: StoreKind.allCases)
    func everyField(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let full = CaseRecord(
            number: "YB-20221123-000001",
            bureau: "medical",
            item: "报销",
            declaration: 3,
            revision: 17,
            state: "review+wait",
            isOpen: true,
            key: "k",
            area: "330106",
            subject: "S",
            parent: "P",
            opened: Sample.moment(1),
            updated: Sample.moment(2),
            closed: Sample.moment(3),
            due: Sample.moment(4),
            body: Sample.json(#"{"a": [1, 2.0]}"#)
        )
        try test.store.keep(.putCase(full))
        #expect(try test.store.caseRecord(full.number) == full)
        let bare = Sample.caseRecord(full.number, bureau: "market")
        try test.store.keep(.putCase(bare))
        #expect(try test.store.caseRecord(full.number) == bare)
        #expect(try test.store.openCase(bureau: "medical", item: "报销", key: "k") == nil)
        #expect(try test.store.caseRecord("none") == nil)
    }

    @Test("one open case of an item holds a key; a closed one gives it up", arguments: StoreKind.allCases)
    func openKey(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        try store.keep(
            .putCase(Sample.caseRecord("A", key: "k")),
            .putCase(Sample.caseRecord("B", item: "other", key: "k")),
            .putCase(Sample.caseRecord("C", isOpen: false, key: "k"))
        )
        #expect(try store.openCase(bureau: "market", item: "licence", key: "k")?.number == "A")
        try store.begin()
        do throws(StoreError) {
            try store.write(.putCase(Sample.caseRecord("D", key: "k")))
            Issue.record("accepted")
        } catch {
            #expect(error.code == .misuse)
            #expect(error.message.hasSuffix("with the key 'k' already, A"))
        }
        try store.rollback()
        try store.keep(.putCase(Sample.caseRecord("A", isOpen: false, key: "k")))
        #expect(try store.openCase(bureau: "market", item: "licence", key: "k") == nil)
        try store.keep(.putCase(Sample.caseRecord("D", key: "k")))
        #expect(try store.openCase(bureau: "market", item: "licence", key: "k")?.number == "D")
    }

    @Test("lists by every part of the filter, in pages", arguments: StoreKind.allCases)
    func lists(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let areas = [nil, "3301", "330106", "330106001", "3302", "33"]
        let all = (10..<70).map { number in
            Sample.caseRecord(
                "N\(number)",
                bureau: number % 2 == 0 ? "market" : "medical",
                item: number % 3 == 0 ? "a" : "b",
                state: number % 5 == 0 ? "x" : "y",
                isOpen: number % 7 != 0,
                area: areas[number % areas.count],
                subject: number % 4 == 0 ? "S" : nil
            )
        }
        try store.keep(all.reversed().map(Change.putCase))
        for bureau in [nil, "market", "none"] as [String?] {
            for item in [nil, "a"] as [String?] {
                for state in [nil, "x"] as [String?] {
                    for isOpen in [nil, true, false] as [Bool?] {
                        for area in [nil, "", "3301", "330106", "9"] as [String?] {
                            for subject in [nil, "S"] as [String?] {
                                let filter = CaseFilter(
                                    bureau: bureau,
                                    item: item,
                                    state: state,
                                    isOpen: isOpen,
                                    areaPrefix: area,
                                    subject: subject
                                )
                                let expected = all.filter {
                                    (bureau == nil || $0.bureau == bureau) && (item == nil || $0.item == item)
                                        && (state == nil || $0.state == state)
                                        && (isOpen == nil || $0.isOpen == isOpen)
                                        && (area == nil || $0.area?.hasPrefix(area ?? "") == true)
                                        && (subject == nil || $0.subject == subject)
                                }.map(\.number)
                                let first = try store.cases(filter, after: nil, limit: 7).map(\.number)
                                #expect(first == Array(expected.prefix(7)))
                                guard let last = first.last else { continue }
                                let rest = try store.cases(filter, after: last, limit: 99).map(\.number)
                                #expect(rest == Array(expected.dropFirst(7)))
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("texts are told apart and ordered by their bytes", arguments: StoreKind.allCases)
    func bytes(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        let keys = ["e\u{301}", "é", "Z", "a", "乙", "\u{10000}", "\u{FF5E}", ""]
        try store.keep(keys.map { .putRecord(Sample.record($0)) })
        let found = try store.records(bureau: "market", register: "firms", after: nil, limit: 99).map {
            Array($0.key.utf8)
        }
        let expected = keys.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
        #expect(found == expected)
        #expect(try store.recordCount(bureau: "market", register: "firms") == 8)
        let after = try store.records(bureau: "market", register: "firms", after: "a", limit: 1).map {
            Array($0.key.utf8)
        }
        #expect(after == [Array("e\u{301}".utf8)])
    }

    @Test("counts the records of a register through changes and removals", arguments: StoreKind.allCases)
    func recordCount(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        func count(_ register: String) throws -> Int { try store.recordCount(bureau: "market", register: register) }
        try store.keep(
            .putRecord(Sample.record("a")),
            .putRecord(Sample.record("b")),
            .putRecord(Sample.record("a", register: "x"))
        )
        try store.keep(.putRecord(Sample.record("a", revision: 2)))
        #expect(try (count("firms"), count("x"), count("none")) == (2, 1, 0))
        #expect(try store.record(bureau: "market", register: "firms", key: "a")?.revision == 2)
        try store.keep(
            .removeRecord(bureau: "market", register: "firms", key: "a"),
            .removeRecord(bureau: "market", register: "firms", key: "a"),
            .removeRecord(bureau: "market", register: "firms", key: "none")
        )
        #expect(try count("firms") == 1)
        #expect(try store.record(bureau: "market", register: "firms", key: "a") == nil)
    }

    @Test("the earliest timer comes first, ties by id", arguments: StoreKind.allCases)
    func timers(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        func timer(_ id: String, _ due: Int64, _ number: String? = nil) -> TimerRecord {
            TimerRecord(id: id, due: Sample.moment(due), caseNumber: number, body: Sample.json(#"{"id":"\#(id)"}"#))
        }
        #expect(try store.nextTimer() == nil)
        try store.keep(
            .putTimer(timer("c", 5, "A")),
            .putTimer(timer("b", 5, "A")),
            .putTimer(timer("a", 9, "A")),
            .putTimer(timer("d", 7))
        )
        #expect(try store.nextTimer() == timer("b", 5, "A"))
        #expect(try store.timers(caseNumber: "A").map(\.id) == ["b", "c", "a"])
        try store.keep(.putTimer(timer("b", 99, "B")), .removeTimer(id: "none"))
        #expect(try store.nextTimer()?.id == "c")
        #expect(try store.timers(caseNumber: "A").map(\.id) == ["c", "a"])
        try store.keep(.removeTimer(id: "c"))
        #expect(try store.nextTimer()?.id == "d")
        #expect(try store.timer("b") == timer("b", 99, "B"))
        #expect(try store.timer("c") == nil)
    }

    @Test("counters, declarations, persons and settings are kept as they were put", arguments: StoreKind.allCases)
    func small(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let store = test.store
        func declaration(_ bureau: String, _ version: Int, _ body: String = "{}") -> DeclarationRecord {
            DeclarationRecord(bureau: bureau, version: version, registered: Sample.moment, body: Sample.json(body))
        }
        let clerk = PersonRecord(
            id: "market.clerk1",
            name: "甲",
            uid: .max,
            roles: ["market:clerk", "auditor"],
            area: "330106",
            active: false
        )
        try store.keep(
            .putCounter(name: "a", value: .max),
            .putDeclaration(declaration("b", 2)),
            .putDeclaration(declaration("b", 10)),
            .putDeclaration(declaration("a", 3)),
            .putDeclaration(declaration("b", 2, #"{"x":1}"#)),
            .putPerson(clerk),
            .putPerson(PersonRecord(id: "a", name: "乙", roles: []))
        )
        #expect(try store.counter("a") == .max)
        #expect(try store.counter("b") == 0)
        #expect(
            try store.declarations() == [declaration("a", 3), declaration("b", 2, #"{"x":1}"#), declaration("b", 10)]
        )
        #expect(try store.persons() == [PersonRecord(id: "a", name: "乙", roles: []), clerk])
        try store.keep(.removePerson(id: "a"))
        #expect(try store.persons() == [clerk])
        let keys = ["calendar/2022", "calendar", "calendar/2021", "calendars", "a", "clock"]
        try store.keep(keys.map { .putSetting(Setting(key: $0, value: Sample.json(#""\#($0)""#))) })
        #expect(try store.settings(prefix: "calendar/").map(\.key) == ["calendar/2021", "calendar/2022"])
        #expect(
            try store.settings(prefix: "calendar").map(\.value.text)
                == [#""calendar""#, #""calendar/2021""#, #""calendar/2022""#, #""calendars""#]
        )
        #expect(try store.settings(prefix: "").count == 6)
        try store.keep(.removeSetting(key: "calendar"), .removeSetting(key: "none"))
        #expect(try store.settings(prefix: "calendar").count == 3)
    }
}
