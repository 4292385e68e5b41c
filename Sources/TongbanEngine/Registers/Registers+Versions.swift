// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    static func versionKind(_ bureau: String, _ register: String) -> String { "version:\(bureau)/\(register)" }
    static func timerID(_ bureau: String, _ register: String) -> String { "register:\(bureau)/\(register)" }
    static func counter(_ bureau: String, _ register: String) -> String { "register:\(bureau)/\(register)" }
    /// Stands between key, day and serial number in the id of a version. Keys have no control characters, so that the
    /// versions of a record stand together, in the order of their days.
    static let separator = "\u{1F}"
    /// The key of versions that begin later than today.
    static let pendingKey = "pending"

    static func versionID(_ key: String, _ version: RegisterVersion) -> String {
        let digits = String(version.serial)
        let padded = String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
        return key + self.separator + version.from.description + self.separator + padded
    }

    var today: CivilDay { ShanghaiTime.day(of: self.engine.now) }

    /// The versions under one key, in the order of their days, then as they were written.
    func ownVersions(_ key: String, _ bureau: String, _ register: String) throws(EngineError) -> [RegisterVersion] {
        var versions: [RegisterVersion] = []
        let start = key + Self.separator
        var after = start
        while true {
            let last = after
            let page = try self.cases.store { store throws(StoreError) in
                try store.objects(kind: Self.versionKind(bureau, register), after: last, limit: 100)
            }
            for object in page {
                guard object.id.utf8.starts(with: start.utf8) else { return versions }
                versions.append(try self.version(object))
            }
            guard page.count == 100, let next = page.last?.id else { return versions }
            after = next
        }
    }

    func version(_ object: ObjectRecord) throws(EngineError) -> RegisterVersion {
        guard let json = try? self.openedBody(of: object).parsed(), let version = RegisterVersion(json: json) else {
            throw .unavailable(StoreError(.corrupt, "a version of a record of \(object.kind) cannot be read"))
        }
        return version
    }

    /// Works out what putting or ending a record would come to, and whether it may be. Values have been checked.
    func change(
        _ key: String,
        to data: JSONObject?,
        in declaration: BureauDeclaration.Register,
        of bureau: String,
        from day: CivilDay? = nil,
        request: Int? = nil,
        isOneOfMany: Bool = false
    ) throws(EngineError) -> RegisterChange {
        let old = try self.stored(key, bureau, declaration.id)
        var change = RegisterChange(
            bureau: bureau,
            declaration: declaration,
            key: key,
            data: data,
            result: old == nil ? .added : .changed,
            old: old,
            request: request
        )
        if old == nil, data != nil, let current = try self.renamed(key, bureau, declaration.id) {
            change.refusal = .renamed(key: current, declaration)
            return change
        }
        if let data, let broken = self.broken(by: data, key, in: declaration) {
            change.refusal = broken
            return change
        }
        // Those of a file are looked at together.
        if let data, !isOneOfMany, let over = try self.exceeded(by: data, key, in: declaration, of: bureau) {
            change.refusal = over
            return change
        }
        guard declaration.isDated else {
            if day != nil { change.refusal = .notDated(declaration) }
            if let data, let old, (try? old.data.parsed())?.canonical == JSON.object(data).canonical {
                change.result = .unchanged
            } else if request == nil, try self.lock(declaration.id, bureau, from: self.today, until: nil) != nil {
                change.refusal = .locked(declaration)
            }
            return change
        }
        guard !key.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw .invalid(field: "key", Bilingual("记录的键含有控制字符", "the key has control characters"))
        }
        let from = day ?? self.today
        change.from = from
        change.versions = try self.ownVersions(key, bureau, declaration.id)
        let next = change.versions.map(\.from).filter { $0 > from }.min()
        change.isCurrent = from <= self.today && (next.map { $0 > self.today } ?? true)
        let before = change.versions.inForce(on: from)?.data
        change.result = before == nil ? .added : .changed
        let wanted = data.map { JSON.object($0).canonical }
        if before.map({ JSON.object($0).canonical }) == wanted {
            change.result = .unchanged
        } else if request == nil, try self.lock(declaration.id, bureau, from: from, until: next) != nil {
            change.refusal = .locked(declaration)
        }
        return change
    }

    /// The first rule of the register that a record does not obey.
    private func broken(by data: JSONObject, _ key: String, in declaration: BureauDeclaration.Register) -> Refusal? {
        guard let requirements = declaration.requirements else { return nil }
        var context = data
        context["key"] = .string(key)
        context["today"] = .string(self.today.description)
        for requirement in requirements {
            let holds = (try? JsonLogic.isTrue(requirement.condition, data: .object(context))) ?? false
            guard !holds else { continue }
            return Refusal(code: requirement.code, zh: requirement.message.zh, en: requirement.message.en)
        }
        return nil
    }

    /// Does what ``change(_:to:in:of:from:request:)`` worked out.
    func carryOut(_ change: RegisterChange) throws(EngineError) {
        guard change.result != .unchanged else { return }
        let (bureau, declaration, key) = (change.bureau, change.declaration, change.key)
        if let from = change.from {
            let version = try self.writeVersion(change, from: from)
            try self.refresh(key, change.versions + [version], over: change.old, declaration, bureau)
        } else if let data = change.data {
            try self.write(data, key: key, over: change.old, to: declaration, of: bureau)
        } else {
            try self.engine.write(.removeRecord(bureau: bureau, register: declaration.id, key: key))
            try self.forget(key, bureau: bureau, register: declaration.id)
        }
        let kind =
            switch (change.data, change.result) {
            case (nil, _): change.from == nil ? "record.removed" : "record.ended"
            case (_, .added): "record.added"
            default: "record.changed"
            }
        let masked = change.data.map { FormMask(fields: declaration.fields).journal($0) }
        try self.engine.record(kind, bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("register", declaration.id)
            writer.member("key", declaration.isSensitiveKey ? "***" : key)
            if let masked { writer.member("data", JSON.object(masked)) }
            if let from = change.from { writer.member("from", from.description) }
            if let request = change.request { writer.member("request", request) }
            writer.endObject()
        }
    }

    private func writeVersion(_ change: RegisterChange, from: CivilDay) throws(EngineError) -> RegisterVersion {
        let counter = Self.counter(change.bureau, change.declaration.id)
        let serial = try self.cases.store { store throws(StoreError) in try store.counter(counter) } + 1
        try self.engine.write(.putCounter(name: counter, value: serial))
        let version = RegisterVersion(
            from: from,
            serial: serial,
            at: self.engine.now,
            by: self.engine.actor.id,
            data: change.data,
            request: change.request
        )
        let isPending = from > self.today
        try self.putVersion(version, change.key, change.bureau, change.declaration, isPending: isPending)
        if isPending { try self.arm(change.bureau, change.declaration.id, from) }
        return version
    }

    func putVersion(
        _ version: RegisterVersion,
        _ key: String,
        _ bureau: String,
        _ declaration: BureauDeclaration.Register,
        isPending: Bool
    ) throws(EngineError) {
        let object = ObjectRecord(
            kind: Self.versionKind(bureau, declaration.id),
            id: Self.versionID(key, version),
            revision: 1,
            updated: version.at,
            keys: isPending ? [Self.pendingKey: version.from.description] : [:],
            body: RawJSON(version.json)
        )
        try self.engine.write(.putObject(self.sealed(object, of: declaration)))
    }

    /// Sees to it that the register is looked at when a day begins.
    private func arm(_ bureau: String, _ register: String, _ day: CivilDay) throws(EngineError) {
        let id = Self.timerID(bureau, register)
        let due = ShanghaiTime.startOfDay(day)
        let timer = try self.cases.store { store throws(StoreError) in try store.timer(id) }
        if let timer, timer.due <= due { return }
        try self.engine.write(.putTimer(TimerRecord(id: id, due: due, caseNumber: nil, body: .emptyObject)))
    }

    /// Makes the record in force today what its versions say.
    private func refresh(
        _ key: String,
        _ versions: [RegisterVersion],
        over old: RegisterRecord?,
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) {
        guard let data = versions.inForce(on: self.today)?.data else {
            guard old != nil else { return }
            try self.engine.write(.removeRecord(bureau: bureau, register: declaration.id, key: key))
            return try self.forget(key, bureau: bureau, register: declaration.id)
        }
        if let old, (try? old.data.parsed())?.canonical == JSON.object(data).canonical { return }
        try self.write(data, key: key, over: old, to: declaration, of: bureau)
    }

    /// A day has begun on which versions come into force.
    ///
    /// - Returns: whether the timer is one of a register.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        let parts = timer.id.dropFirst("register:".count).split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return false }
        let (bureau, register) = (parts[0], parts[1])
        guard let declaration = self.cases.directory.declaration(of: bureau)?.declaration.register(register) else {
            return true
        }
        let kind = Self.versionKind(bureau, register)
        let today = self.today.description
        let due = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: kind, key: Self.pendingKey, from: "", to: today, after: nil, limit: 500)
        }
        for object in due {
            let key = String(object.id.prefix { String($0) != Self.separator })
            let version = try self.version(object)
            try self.putVersion(version, key, bureau, declaration, isPending: false)
            let old = try self.stored(key, bureau, register)
            let versions = try self.ownVersions(key, bureau, register)
            let isTaken = try versions.inForce(on: self.today)?.data.map { data throws(EngineError) in
                try self.holder(of: data, in: declaration, bureau: bureau, otherThan: key) != nil
            }
            if isTaken != true { try self.refresh(key, versions, over: old, declaration, bureau) }
            // What two records cannot both have stays with the one that has it, and somebody has to see to it.
            try self.engine.record(
                isTaken == true ? "record.conflict" : "record.inForce",
                bureau: bureau,
                caseNumber: nil
            ) { writer in
                writer.beginObject()
                writer.member("register", register)
                writer.member("key", declaration.isSensitiveKey ? "***" : key)
                writer.member("from", version.from.description)
                writer.endObject()
            }
        }
        let rest = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: kind, key: Self.pendingKey, from: "", to: nil, after: nil, limit: 1)
        }
        if let next = try rest.first.map({ object throws(EngineError) in try self.version(object).from }) {
            try self.arm(bureau, register, next)
        }
        return true
    }

    /// Ends a record of a dated register.
    ///
    /// - Parameter day: the first day on which it is not valid.
    /// - Throws: ``EngineError/noSuchRecord(_:)`` when it is not valid on the day before; `NOT_DATED`, `LOCKED`.
    public func end(_ key: String, on day: CivilDay, bureau: String, register: String) throws(EngineError) {
        let declaration = try self.declaration(bureau, register)
        guard declaration.isDated else { throw .refused(.notDated(declaration)) }
        let change = try self.change(key, to: nil, in: declaration, of: bureau, from: day)
        guard change.result != .unchanged else { throw .noSuchRecord(key) }
        if let refusal = change.refusal { throw .refused(refusal) }
        try self.carryOut(change)
    }
}
