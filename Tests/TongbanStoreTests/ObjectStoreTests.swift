// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("Every store: objects")
struct ObjectStoreTests {
    @Test("keeps every field, and replaces it whole", arguments: StoreKind.allCases)
    func everyField(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let full = ObjectRecord(
            kind: "handoff",
            id: "YJ-20220713-000001",
            revision: 3,
            updated: Sample.moment(4),
            keys: ["to": "城管", "due": "2022-07-14T09:00"],
            body: Sample.json(#"{ "a" : 1.50 }"#)
        )
        try test.store.keep(.putObject(full))
        #expect(try test.store.object(kind: "handoff", id: full.id) == full)
        #expect(try test.store.object(kind: "schedule", id: full.id) == nil)
        let bare = ObjectRecord(kind: "handoff", id: full.id, revision: 4, updated: Sample.moment, body: .emptyObject)
        try test.store.keep(.putObject(bare))
        #expect(try test.store.object(kind: "handoff", id: full.id) == bare)
        #expect(try test.found("handoff", "to", from: "").isEmpty)
        try test.store.keep(.removeObject(kind: "handoff", id: full.id))
        #expect(try test.store.object(kind: "handoff", id: full.id) == nil)
        #expect(try test.store.objects(kind: "handoff", after: nil, limit: 9).isEmpty)
    }

    @Test("by id, page by page", arguments: StoreKind.allCases)
    func byID(kind: StoreKind) throws {
        let test = try TestStore(kind)
        for id in ["b", "a", "c"] { try test.store.keep(.putObject(Sample.object(id))) }
        try test.store.keep(.putObject(Sample.object("aa", kind: "other")))
        #expect(try test.store.objects(kind: "thing", after: nil, limit: 2).map(\.id) == ["a", "b"])
        #expect(try test.store.objects(kind: "thing", after: "b", limit: 2).map(\.id) == ["c"])
        #expect(try test.store.objects(kind: "thing", after: nil, limit: 0).isEmpty)
    }

    @Test("by a key: a range of its values, ties by id, page by page", arguments: StoreKind.allCases)
    func byKey(kind: StoreKind) throws {
        let test = try TestStore(kind)
        let values = ["e": "2", "a": "2", "b": "1", "c": "3", "d": "2"]
        for (id, value) in values { try test.store.keep(.putObject(Sample.object(id, keys: ["n": value]))) }
        try test.store.keep(.putObject(Sample.object("x", keys: ["m": "2"])))
        #expect(try test.found("thing", "n", from: "") == ["b", "a", "d", "e", "c"])
        #expect(try test.found("thing", "n", from: "2") == ["a", "d", "e", "c"])
        #expect(try test.found("thing", "n", from: "2", to: "2") == ["a", "d", "e"])
        #expect(try test.found("thing", "n", from: "11", to: "19").isEmpty)
        #expect(try test.found("thing", "n", from: "", after: .init(value: "2", id: "a"), limit: 2) == ["d", "e"])
        // A position before the range does not widen it.
        #expect(try test.found("thing", "n", from: "3", after: .init(value: "1", id: "b")) == ["c"])
        #expect(try test.found("thing", "n", from: "", limit: 0).isEmpty)
    }

    @Test("a transaction that is given up leaves objects and orders as they were", arguments: StoreKind.allCases)
    func rollback(kind: StoreKind) throws {
        let test = try TestStore(kind)
        try test.store.keep(.putObject(Sample.object("a", keys: ["n": "1"])))
        try test.store.begin()
        try test.store.write(.putObject(Sample.object("a", keys: ["n": "2"])))
        try test.store.write(.putObject(Sample.object("b", keys: ["n": "1"])))
        try test.store.rollback()
        #expect(try test.found("thing", "n", from: "") == ["a"])
        #expect(try test.found("thing", "n", from: "2").isEmpty)
    }

    @Test("a file of the second version takes objects, and keeps what it had")
    func upgrade() throws {
        let folder = try TestFolder()
        let path = folder.file("store.sqlite")
        try SQLiteStore(path: path, migrations: [.first, .work]).keep(.insertTask(Sample.fullTask))
        let store = try SQLiteStore(path: path)
        #expect(try store.task(Sample.fullTask.id) == Sample.fullTask)
        try store.keep(.putObject(Sample.object("a")))
        #expect(try store.object(kind: "thing", id: "a") == Sample.object("a"))
    }
}

extension TestStore {
    fileprivate func found(
        _ kind: String,
        _ key: String,
        from: String,
        to: String? = nil,
        after: ObjectPosition? = nil,
        limit: Int = 9
    ) throws -> [String] {
        try self.store.objects(kind: kind, key: key, from: from, to: to, after: after, limit: limit).map(\.id)
    }
}
