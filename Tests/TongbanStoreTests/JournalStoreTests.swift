// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbanModel
import TongbanStore

@Suite("Every store: journal")
struct JournalStoreTests {
    @Test("keeps every field of an entry, and its hash holds", arguments: StoreKind.allCases)
    func everyField(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let journal = Sample.journal(30)
        #expect(try test.store.lastEntry() == nil)
        try test.store.keep(journal.map(Change.appendEntry))
        #expect(try test.store.lastEntry() == journal[29])
        let page = try test.store.entries(after: 0, filter: .all, limit: 99)
        #expect(page == JournalPage(entries: journal, lookedAt: 30))
        var verifier = JournalVerifier()
        for entry in page.entries { verifier.check(entry) }
        #expect(verifier.fault == nil)
        #expect(verifier.lastSound == 30)
    }

    @Test("an entry with another number than the next is refused", arguments: StoreKind.allCases, [0, 2, 4] as [Int64])
    func numbers(kind: StoreKind, number: Int64) throws {
        let test = try TestStore(kind)
        let journal = Sample.journal(2)
        try test.store.keep(journal.map(Change.appendEntry))
        let wrong = Sample.entry(number, after: journal[1].hash)
        #expect(codeThrown { () throws(StoreError) in try test.store.keep(.appendEntry(wrong)) } == .misuse)
        try test.store.rollback()
        try test.store.keep(.appendEntry(Sample.entry(3, after: journal[1].hash)))
        #expect(try test.store.lastEntry()?.sequence == 3)
    }

    private static let filters: [JournalFilter] = [
        .all, JournalFilter(bureau: "market"), JournalFilter(kind: "case"), JournalFilter(kind: "case.action"),
        JournalFilter(kind: "cas"), JournalFilter(bureau: "market", kind: "task"), JournalFilter(caseNumber: "A"),
        JournalFilter(bureau: "market", caseNumber: "A"), JournalFilter(caseNumber: "none"),
    ]

    @Test("pages through any filter without gaps or doubles", arguments: StoreKind.allCases, Self.filters)
    func pages(kind: StoreKind, filter: JournalFilter) throws {
        let test = try TestStore(kind)
        let journal = Sample.journal(25)
        try test.store.keep(journal.map(Change.appendEntry))
        for limit in [1, 4, 25, 26] {
            var found: [JournalEntry] = []
            var position: Int64 = 0
            var rounds = 0
            while position < 25 {
                let page = try test.store.entries(after: position, filter: filter, limit: limit)
                #expect(page.entries.count <= limit)
                #expect(page.lookedAt > position)
                found += page.entries
                position = page.lookedAt
                rounds += 1
                try #require(rounds <= 26)
            }
            #expect(found == journal.filter(filter.matches))
        }
    }

    @Test("at most the limit is looked at", arguments: StoreKind.allCases)
    func limit(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try test.store.keep(Sample.journal(20).map(Change.appendEntry))
        let none = JournalFilter(bureau: "none")
        #expect(try test.store.entries(after: 3, filter: none, limit: 5) == JournalPage(entries: [], lookedAt: 8))
        #expect(try test.store.entries(after: 3, filter: none, limit: 0) == JournalPage(entries: [], lookedAt: 3))
        #expect(try test.store.entries(after: 20, filter: .all, limit: 5) == JournalPage(entries: [], lookedAt: 20))
        #expect(try test.store.entries(after: 90, filter: .all, limit: 5) == JournalPage(entries: [], lookedAt: 90))
        let ofCase = try test.store.entries(after: 3, filter: JournalFilter(caseNumber: "A"), limit: 2)
        #expect(ofCase.entries.map(\.sequence) == [4, 6])
        #expect(ofCase.lookedAt == 6)
    }
}
