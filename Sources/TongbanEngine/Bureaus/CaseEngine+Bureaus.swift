// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// Reads declarations, persons and calendar from the store.
    public func open() throws(EngineError) {
        try self.directory.load(from: self.engine.store, vault: self.engine.vault)
        try self.openHousekeeping()
    }

    /// Takes what a bureau's plugin declares. The same declaration again is the version it has; another one is the next,
    /// and cases that are open stay on theirs.
    ///
    /// - Returns: the version.
    /// - Throws: ``EngineError/refused(_:)`` when the declaration is faulty, with the first fault and its place.
    public func register(_ json: JSON, bureau id: String) throws(EngineError) -> Int {
        let declaration: BureauDeclaration
        do {
            declaration = try json.decoded(as: BureauDeclaration.self)
        } catch {
            throw .refused(
                Refusal(
                    code: "BAD_DECLARATION",
                    zh: "部门声明无法读取:\(error)",
                    en: "the declaration cannot be read: \(error)"
                )
            )
        }
        guard declaration.id == id else {
            throw .refused(
                Refusal(
                    code: "BAD_DECLARATION",
                    zh: "插件 \(id) 声明的部门是 \(declaration.id)。",
                    en: "plugin \(id) declares the bureau \(declaration.id)"
                )
            )
        }
        if let fault = DeclarationCheck.faults(in: declaration).first {
            throw .refused(
                Refusal(
                    code: "BAD_DECLARATION",
                    zh: "部门 \(id):\(fault.place) \(fault.message.zh)",
                    en: "bureau \(id): \(fault.place) \(fault.message.en)"
                )
            )
        }
        try self.configureQueue(of: declaration)
        if let latest = self.directory.latest(id), latest.json.canonical == json.canonical {
            try self.offerMissingWork(of: id)
            try self.rulesDeclared(declaration, after: latest.declaration)
            try self.schedules.declared(declaration)
            try self.rotas.declared(declaration)
            return latest.version
        }
        let old = self.directory.latest(id)?.declaration
        let before = old?.registers ?? []
        let version = (self.directory.latest(id)?.version ?? 0) + 1
        let loaded = try LoadedBureau(declaration: declaration, version: version, json: json)
        try self.engine.write(
            .putDeclaration(
                DeclarationRecord(bureau: id, version: version, registered: self.engine.now, body: RawJSON(json))
            )
        )
        try self.engine.record("bureau.declared", bureau: id, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("version", version)
            writer.endObject()
        }
        self.directory.insert(loaded)
        try self.rulesDeclared(declaration, after: old)
        try self.registers.reindex(declaration.registers, after: before, of: id)
        try self.offerMissingWork(of: id)
        try self.schedules.declared(declaration)
        try self.rotas.declared(declaration)
        return version
    }

    /// The bureau's queue, with its handlers' policies.
    private func configureQueue(of declaration: BureauDeclaration) throws(EngineError) {
        var record = self.engine.queueRecord(declaration.id) ?? QueueRecord(name: declaration.id)
        record.kinds = Dictionary(declaration.handlers.map { ($0.kind, $0.retry) }) { first, _ in first }
        _ = try self.engine.configure(record)
    }

    // MARK: Persons

    public func put(_ persons: [PersonRecord]) throws(EngineError) {
        var changed: [(old: PersonRecord?, new: PersonRecord?)] = []
        for person in persons {
            guard !person.id.isEmpty, person.id.utf8.count <= 128 else {
                throw .invalid(field: "id", Bilingual("人员编号须为 1 至 128 字节", "a person's id has 1 to 128 bytes"))
            }
            let old = self.directory.persons[person.id]
            guard old != person else { continue }
            changed.append((old, person))
            try self.engine.write(.putPerson(person))
            self.directory.put(person)
            try self.engine.record(old == nil ? "person.added" : "person.changed", bureau: nil, caseNumber: nil) {
                writer in
                writer.beginObject()
                writer.member("id", person.id)
                writer.member("roles", person.roles)
                writer.endObject()
            }
        }
        try self.personsChanged(changed)
    }

    public func removePerson(_ id: String) throws(EngineError) {
        guard let old = self.directory.persons[id] else { throw .noSuchPerson(id) }
        try self.engine.write(.removePerson(id: id))
        self.directory.removePerson(id)
        try self.engine.record("person.removed", bureau: nil, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("id", id)
            writer.endObject()
        }
        try self.personsChanged([(old, nil)])
    }

    // MARK: Registers

    /// Puts a record; one with the same content is left as it is.
    ///
    /// - Parameter from: the civil day from which it is valid so, in a dated register; today unless given.
    /// - Returns: whether it was new or changed.
    /// - Throws: the form's faults; `LIMIT`, `DUPLICATE`, `LOCKED`, `RENAMED`, `NOT_DATED`.
    @discardableResult
    public func put(
        bureau: String,
        register: String,
        key: String,
        data: JSONObject,
        from: CivilDay? = nil
    ) throws(EngineError) -> PutResult {
        guard let declaration = self.directory.declaration(of: bureau)?.declaration.register(register) else {
            throw .noSuchRegister(bureau: bureau, register: register)
        }
        guard !key.isEmpty, key.utf8.count <= 256 else {
            throw .invalid(field: "key", Bilingual("记录的键须为 1 至 256 字节", "a record's key has 1 to 256 bytes"))
        }
        let form = FormCheck(fields: declaration.fields, today: ShanghaiTime.day(of: self.engine.now))
        let faults = form.faults(of: data)
        guard faults.isEmpty else { throw .invalidForm(faults) }
        let data = form.normal(data)
        let isSingle = declaration.keyFields.count == 1
        let key = isSingle ? form.normal([declaration.key: .string(key)])[declaration.key]?.stringValue ?? key : key
        if let own = isSingle ? data[declaration.key]?.stringValue : declaration.recordKey(of: data), own != key {
            throw .invalid(
                field: declaration.key,
                Bilingual("记录的键 \(key) 与字段 \(own) 不一致", "the key \(key) is not the field's value \(own)")
            )
        }
        let change = try self.registers.change(key, to: data, in: declaration, of: bureau, from: from)
        if change.result == .unchanged { return .unchanged }
        if let refusal = change.refusal { throw .refused(refusal) }
        if change.result == .added, change.isCurrent, let limit = declaration.limit {
            let count = try self.store { store throws(StoreError) in
                try store.recordCount(bureau: bureau, register: register)
            }
            guard count < limit else { throw .refused(.registerFull(declaration, limit)) }
        }
        if let taken = try self.registers.holder(of: data, in: declaration, bureau: bureau, otherThan: key) {
            throw .refused(.notUnique(taken.unique, declaration))
        }
        try self.registers.carryOut(change)
        return change.result
    }

    public enum PutResult: Sendable, Hashable {
        case added, changed, unchanged
    }

    /// Removes a record; from a dated register as of today, with its past kept.
    public func remove(bureau: String, register: String, key: String) throws(EngineError) {
        let declaration = try self.registers.declaration(bureau, register)
        let old = try self.store { store throws(StoreError) in
            try store.record(bureau: bureau, register: register, key: key)
        }
        guard old != nil else { throw .noSuchRecord(key) }
        let change = try self.registers.change(key, to: nil, in: declaration, of: bureau)
        if let refusal = change.refusal { throw .refused(refusal) }
        try self.registers.carryOut(change)
    }
}

extension BureauDeclaration.Register {
    /// Whether the key itself holds a sensitive value, such as an identity number in a health register.
    var isSensitiveKey: Bool {
        self.keyFields.contains { self.field($0)?.privacy == .sensitive }
    }
}
