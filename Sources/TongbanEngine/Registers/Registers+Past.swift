// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    /// A record as it is, or was on a day, by its key or a former one.
    ///
    /// - Throws: ``EngineError/noSuchRecord(_:)``; `NOT_DATED` when a day is asked of a register that keeps none.
    public func record(
        _ key: String,
        on day: CivilDay? = nil,
        bureau: String,
        register: String
    ) throws(EngineError) -> RegisterRecord {
        let declaration = try self.declaration(bureau, register)
        let key = try self.renamed(key, bureau, register) ?? key
        guard let day else {
            guard let record = try self.stored(key, bureau, register) else { throw .noSuchRecord(key) }
            return record
        }
        guard declaration.isDated else { throw .refused(.notDated(declaration)) }
        for name in [key] + (try self.formerKeys(of: key, bureau, register)) {
            let versions = try self.ownVersions(name, bureau, register)
            guard let version = versions.inForce(on: day), let data = version.data else { continue }
            return Self.record(version, data, name, bureau, register)
        }
        throw .noSuchRecord(key)
    }

    /// What a rule may know of a record, for its text without what is sensitive; `nil` when there is none of that key.
    func asked(
        _ key: String,
        in register: String,
        of bureau: String,
        forText: Bool = false
    ) throws(EngineError) -> JSONObject? {
        let declaration = try self.declaration(bureau, register)
        let record: RegisterRecord
        do throws(EngineError) {
            record = try self.record(key, bureau: bureau, register: register)
        } catch .noSuchRecord {
            return nil
        }
        var data = (try? record.data.parsed())?.objectValue ?? [:]
        if forText { for field in declaration.fields where field.privacy == .sensitive { data[field.id] = nil } }
        return data
    }

    /// Every version of a record of a dated register, those under former keys too, in the order of their days.
    public func history(
        of key: String,
        bureau: String,
        register: String
    ) throws(EngineError) -> [(key: String, version: RegisterVersion)] {
        let declaration = try self.declaration(bureau, register)
        guard declaration.isDated else { throw .refused(.notDated(declaration)) }
        let key = try self.renamed(key, bureau, register) ?? key
        var found: [(key: String, version: RegisterVersion)] = []
        for name in [key] + (try self.formerKeys(of: key, bureau, register)) {
            for version in try self.ownVersions(name, bureau, register) { found.append((name, version)) }
        }
        guard !found.isEmpty else { throw .noSuchRecord(key) }
        return found.sorted { ($0.version.from, $0.version.serial) < ($1.version.from, $1.version.serial) }
    }

    /// Every version of a dated register, by key.
    public func versions(
        bureau: String,
        register: String
    ) throws(EngineError) -> [(key: String, versions: [RegisterVersion])] {
        var found: [(key: String, versions: [RegisterVersion])] = []
        var after: String?
        while true {
            let last = after
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(kind: Self.versionKind(bureau, register), after: last, limit: 1_000)
            }
            for object in page {
                let key = String(object.id.prefix { String($0) != Self.separator })
                let version = try self.version(object)
                if found.last?.key == key {
                    found[found.count - 1].versions.append(version)
                } else {
                    found.append((key, [version]))
                }
            }
            guard page.count == 1_000 else { return found }
            after = page.last?.id
        }
    }

    static func record(
        _ version: RegisterVersion,
        _ data: JSONObject,
        _ key: String,
        _ bureau: String,
        _ register: String
    ) -> RegisterRecord {
        RegisterRecord(
            bureau: bureau,
            register: register,
            key: key,
            revision: Int(version.serial),
            updated: version.at,
            data: RawJSON(.object(data))
        )
    }

    /// The next records as they were on a day, in the order of their keys.
    func past(
        _ limit: Int,
        after: String?,
        on day: CivilDay,
        upTo serial: Int64,
        _ bureau: String,
        _ register: String
    ) throws(EngineError) -> (records: [(RegisterRecord, String)], isEnd: Bool) {
        // Behind all versions of the key, and before those of the next.
        var position = after.map { $0 + Self.separator + "~" }
        var records: [(RegisterRecord, String)] = []
        var key: String?
        var best: ObjectRecord?
        func take() throws(EngineError) {
            guard let key, let object = best else { return }
            best = nil
            let version = try self.version(object)
            if let data = version.data {
                records.append((Self.record(version, data, key, bureau, register), key))
            }
        }
        while true {
            let last = position
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(kind: Self.versionKind(bureau, register), after: last, limit: 1_000)
            }
            for object in page {
                let parts = object.id.split(separator: "\u{1F}", omittingEmptySubsequences: false)
                guard parts.count == 3, let from = CivilDay(parts[1]), let number = Int64(parts[2]) else { continue }
                if key.map({ $0 != parts[0] }) ?? true {
                    try take()
                    if records.count >= limit { return (records, false) }
                    key = String(parts[0])
                }
                // They come in the order of days, then of serial numbers.
                if from <= day, number <= serial { best = object }
            }
            guard page.count == 1_000 else { break }
            position = page.last?.id
        }
        try take()
        return (records, true)
    }

    // MARK: Snapshots

    static func snapshotKind(_ bureau: String, _ register: String) -> String {
        "register-snapshot:\(bureau)/\(register)"
    }

    /// Takes a snapshot of a dated register as it was on a day, or is today.
    ///
    /// - Throws: `ROLE` unless the person belongs to the bureau; `NOT_DATED`; `DUPLICATE` for a name that is taken.
    public func takeSnapshot(
        _ name: String,
        on day: CivilDay? = nil,
        bureau: String,
        register: String,
        by person: PersonView
    ) throws(EngineError) -> RegisterSnapshot {
        let declaration = try self.declaration(bureau, register)
        try self.requireStaff(person, bureau, toDo: Bilingual("建立快照", "take a snapshot"))
        guard declaration.isDated else { throw .refused(.notDated(declaration)) }
        guard (1...64).contains(name.utf8.count), !name.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw .invalid(field: "name", Bilingual("快照的名称须为 1 至 64 字节", "a snapshot's name has 1 to 64 bytes"))
        }
        let kind = Self.snapshotKind(bureau, register)
        let known = try self.cases.store { store throws(StoreError) in try store.object(kind: kind, id: name) }
        guard known == nil else { throw .refused(.snapshotTaken(name)) }
        let counter = Self.counter(bureau, register)
        let serial = try self.cases.store { store throws(StoreError) in try store.counter(counter) }
        let day = day ?? self.today
        guard day <= self.today else {
            throw .invalid(field: "day", Bilingual("快照不能取将来的一天", "a snapshot is of today or a past day"))
        }
        var count = 0
        var after: String?
        while true {
            let found = try self.past(1_000, after: after, on: day, upTo: serial, bureau, register)
            count += found.records.count
            after = found.records.last?.1
            if found.isEnd { break }
        }
        let snapshot = RegisterSnapshot(
            name: name,
            day: day,
            serial: serial,
            count: count,
            by: person.id,
            at: self.engine.now
        )
        try self.engine.write(
            .putObject(
                ObjectRecord(kind: kind, id: name, revision: 1, updated: snapshot.at, body: RawJSON(snapshot.json))
            )
        )
        try self.engine.record("register.snapshot", bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("register", register)
            writer.member("name", name)
            writer.member("day", day.description)
            writer.member("count", count)
            writer.endObject()
        }
        return snapshot
    }

    /// The snapshots of a register, by name.
    public func snapshots(bureau: String, register: String) throws(EngineError) -> [RegisterSnapshot] {
        _ = try self.declaration(bureau, register)
        return try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.snapshotKind(bureau, register), after: nil, limit: 10_000)
        }.compactMap { (try? $0.body.parsed()).flatMap(RegisterSnapshot.init(json:)) }
    }

    func snapshot(_ name: String, _ bureau: String, _ register: String) throws(EngineError) -> RegisterSnapshot {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.snapshotKind(bureau, register), id: name)
        }
        guard let json = try? object?.body.parsed(), let snapshot = RegisterSnapshot(json: json) else {
            throw .refused(.noSnapshot(name))
        }
        return snapshot
    }
}
