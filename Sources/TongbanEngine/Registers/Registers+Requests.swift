// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Amendments and other keys: asked for by one, decided by another, and nothing is overwritten.
extension Registers {
    static func requestKind(_ bureau: String) -> String { "register-request:\(bureau)" }
    static func aliasKind(_ bureau: String, _ register: String) -> String { "register-alias:\(bureau)/\(register)" }

    // MARK: Asking

    /// Asks that values of a record be changed, whether it is locked or not.
    ///
    /// - Parameters:
    ///   - values: as they are to be; `null` removes one.
    ///   - from: the day from which the change is valid, in a dated register; today unless given.
    /// - Returns: the number of the request.
    /// - Throws: `ROLE`, `NO_CHANGE`, `NOT_DATED`; the form's faults; ``EngineError/noSuchRecord(_:)``.
    public func askAmendment(
        of key: String,
        values: JSONObject,
        from: CivilDay? = nil,
        reason: String,
        evidence: [String] = [],
        bureau: String,
        register: String,
        by person: PersonView
    ) throws(EngineError) -> RegisterRequest {
        let declaration = try self.declaration(bureau, register)
        try self.requireStaff(person, bureau, toDo: Bilingual("申请更正", "ask for a correction"))
        if from != nil, !declaration.isDated { throw .refused(.notDated(declaration)) }
        let day = declaration.isDated ? from ?? self.today : nil
        let before = try self.data(of: key, on: day, declaration, bureau)
        var after = before
        for member in values { after[member.name] = member.value.isNull ? nil : member.value }
        guard JSON.object(after).canonical != JSON.object(before).canonical else { throw .refused(.noChange(key)) }
        try self.check(after, declaration)
        guard declaration.recordKey(of: after).map({ $0 == key }) ?? true else {
            throw .invalid(
                field: declaration.key,
                Bilingual("键须用换键申请更改", "a key is changed by asking for another key")
            )
        }
        return try self.ask(
            bureau: bureau,
            person: person,
            RegisterRequest(
                id: 0,
                register: register,
                key: key,
                from: day,
                before: before,
                after: after,
                reason: reason,
                evidence: evidence,
                by: person.id,
                at: self.engine.now
            )
        )
    }

    /// Asks that a record get another key, because the one it has is wrong. The old one stays as an alias.
    ///
    /// - Parameter values: the fields of the key as they are to be, and others that change with them.
    /// - Throws: `ROLE`, `NO_CHANGE`, `DUPLICATE`; the form's faults; ``EngineError/noSuchRecord(_:)``.
    public func askRekey(
        of key: String,
        values: JSONObject,
        reason: String,
        evidence: [String] = [],
        bureau: String,
        register: String,
        by person: PersonView
    ) throws(EngineError) -> RegisterRequest {
        let declaration = try self.declaration(bureau, register)
        try self.requireStaff(person, bureau, toDo: Bilingual("申请换键", "ask for another key"))
        let before = try self.data(of: key, on: nil, declaration, bureau)
        var after = before
        for member in values { after[member.name] = member.value.isNull ? nil : member.value }
        try self.check(after, declaration)
        guard let newKey = declaration.recordKey(of: after), newKey != key else { throw .refused(.noChange(key)) }
        try self.requireFree(newKey, declaration, bureau)
        return try self.ask(
            bureau: bureau,
            person: person,
            RegisterRequest(
                id: 0,
                register: register,
                key: key,
                newKey: newKey,
                before: before,
                after: after,
                reason: reason,
                evidence: evidence,
                by: person.id,
                at: self.engine.now
            )
        )
    }

    private func ask(
        bureau: String,
        person: PersonView,
        _ request: RegisterRequest
    ) throws(EngineError) -> RegisterRequest {
        try self.requireReason(request.reason)
        guard request.evidence.count <= 20, request.evidence.allSatisfy({ $0.utf8.count <= 128 }) else {
            throw .tooLarge(field: "evidence", limit: 20)
        }
        let counter = Self.requestKind(bureau)
        let number = try self.cases.store { store throws(StoreError) in try store.counter(counter) } + 1
        try self.engine.write(.putCounter(name: counter, value: number))
        var request = request
        request.id = Int(number)
        try self.keep(request, bureau)
        try self.tell("register.requested", request, bureau)
        return request
    }

    // MARK: Deciding

    /// Decides a request; not by who asked for it.
    ///
    /// - Throws: `ROLE` unless a head of the bureau decides; `NO_REQUEST`, `DECIDED`, `FOUR_EYES`; `STALE` when the record
    ///   has changed since it was asked for.
    public func decide(
        _ id: Int,
        isApproved: Bool,
        reason: String? = nil,
        bureau: String,
        by person: PersonView
    ) throws(EngineError) -> RegisterRequest {
        try self.requireHead(person, bureau, toDo: Bilingual("批准更正", "decide a correction"))
        guard var request = try self.request(id, bureau: bureau) else { throw .refused(.noRequest(id)) }
        guard request.state == .pending else { throw .refused(.requestDecided(id)) }
        guard request.by != person.id else { throw .refused(.ownRequest(id)) }
        if let reason { try self.requireReason(reason) }
        request.state = isApproved ? .approved : .rejected
        request.decidedBy = person.id
        request.decidedAt = self.engine.now
        request.decision = reason
        if isApproved {
            let declaration = try self.declaration(bureau, request.register)
            let current = try self.data(of: request.key, on: request.from, declaration, bureau)
            guard JSON.object(current).canonical == JSON.object(request.before).canonical else {
                throw .refused(.stale(id))
            }
            try self.check(request.after, declaration)
            if let newKey = request.newKey {
                try self.rekey(request, to: newKey, declaration, bureau)
            } else {
                try self.amend(request, declaration, bureau)
            }
        }
        try self.keep(request, bureau)
        try self.tell(isApproved ? "register.approved" : "register.rejected", request, bureau)
        return request
    }

    private func amend(
        _ request: RegisterRequest,
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) {
        if let taken = try self.holder(of: request.after, in: declaration, bureau: bureau, otherThan: request.key) {
            throw .refused(.notUnique(taken.unique, declaration))
        }
        let change = try self.change(
            request.key,
            to: request.after,
            in: declaration,
            of: bureau,
            from: request.from,
            request: request.id
        )
        if let refusal = change.refusal { throw .refused(refusal) }
        try self.carryOut(change)
    }

    private func rekey(
        _ request: RegisterRequest,
        to newKey: String,
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) {
        try self.requireFree(newKey, declaration, bureau)
        let end = try self.change(request.key, to: nil, in: declaration, of: bureau, request: request.id)
        if let refusal = end.refusal { throw .refused(refusal) }
        try self.carryOut(end)
        if let taken = try self.holder(of: request.after, in: declaration, bureau: bureau, otherThan: newKey) {
            throw .refused(.notUnique(taken.unique, declaration))
        }
        let start = try self.change(newKey, to: request.after, in: declaration, of: bureau, request: request.id)
        if let refusal = start.refusal { throw .refused(refusal) }
        try self.carryOut(start)
        // Whoever has an older key still finds the record at once.
        for old in [request.key] + (try self.formerKeys(of: request.key, bureau, declaration.id)) {
            try self.engine.write(
                .putObject(
                    ObjectRecord(
                        kind: Self.aliasKind(bureau, declaration.id),
                        id: old,
                        revision: 1,
                        updated: self.engine.now,
                        keys: ["to": newKey],
                        body: RawJSON(["to": .string(newKey), "request": .integer(Int64(request.id))])
                    )
                )
            )
        }
        let isHidden = declaration.keyFields.contains { declaration.field($0)?.privacy != .public }
        try self.engine.record("record.rekeyed", bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("register", declaration.id)
            writer.member("from", isHidden ? "***" : request.key)
            writer.member("to", isHidden ? "***" : newKey)
            writer.member("request", request.id)
            writer.endObject()
        }
    }

    // MARK: Aliases

    /// The key a record has now that had this one before; `nil` when it is no former key.
    func renamed(_ key: String, _ bureau: String, _ register: String) throws(EngineError) -> String? {
        let alias = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.aliasKind(bureau, register), id: key)
        }
        return (try? alias?.body.parsed())?["to"]?.stringValue
    }

    /// The keys a record had before, by name.
    func formerKeys(of key: String, _ bureau: String, _ register: String) throws(EngineError) -> [String] {
        try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.aliasKind(bureau, register),
                key: "to",
                from: key,
                to: key,
                after: nil,
                limit: 100
            )
        }.map(\.id)
    }

    private func requireFree(
        _ key: String,
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) {
        let record = try self.stored(key, bureau, declaration.id)
        let versions = declaration.isDated ? try self.ownVersions(key, bureau, declaration.id) : []
        guard record == nil, versions.isEmpty, try self.renamed(key, bureau, declaration.id) == nil else {
            throw .refused(.keyTaken(declaration))
        }
    }

    // MARK: Keeping

    public func request(_ id: Int, bureau: String) throws(EngineError) -> RegisterRequest? {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.requestKind(bureau), id: Self.number(id))
        }
        return try object.map { object throws(EngineError) in try self.request(object) }
    }

    /// Requests of a bureau, in the order of their numbers.
    public func requests(
        bureau: String,
        state: RegisterRequest.State? = nil,
        after: Int? = nil,
        limit: Int = 100
    ) throws(EngineError) -> [RegisterRequest] {
        let position = after.map(Self.number)
        let objects = try self.cases.store { store throws(StoreError) in
            guard let state else {
                return try store.objects(kind: Self.requestKind(bureau), after: position, limit: limit)
            }
            return try store.objects(
                kind: Self.requestKind(bureau),
                key: "state",
                from: state.rawValue,
                to: state.rawValue,
                after: position.map { ObjectPosition(value: state.rawValue, id: $0) },
                limit: limit
            )
        }
        var requests: [RegisterRequest] = []
        for object in objects { requests.append(try self.request(object)) }
        return requests
    }

    private func request(_ object: ObjectRecord) throws(EngineError) -> RegisterRequest {
        guard let json = try? self.openedBody(of: object).parsed(), let request = RegisterRequest(json: json) else {
            throw .unavailable(StoreError(.corrupt, "request \(object.id) of \(object.kind) cannot be read"))
        }
        return request
    }

    private func keep(_ request: RegisterRequest, _ bureau: String) throws(EngineError) {
        let object = ObjectRecord(
            kind: Self.requestKind(bureau),
            id: Self.number(request.id),
            revision: request.state == .pending ? 1 : 2,
            updated: self.engine.now,
            keys: ["state": request.state.rawValue],
            body: RawJSON(request.json)
        )
        try self.engine.write(.putObject(self.sealed(object, of: self.declaration(bureau, request.register))))
    }

    private func tell(_ kind: String, _ request: RegisterRequest, _ bureau: String) throws(EngineError) {
        let declaration = try self.declaration(bureau, request.register)
        let mask = FormMask(fields: declaration.fields)
        let (before, after) = (mask.journal(request.before), mask.journal(request.after))
        try self.engine.record(kind, bureau: bureau, caseNumber: nil) { writer in
            writer.beginObject()
            writer.member("request", request.id)
            writer.member("register", request.register)
            writer.member("key", declaration.isSensitiveKey ? "***" : request.key)
            if let from = request.from { writer.member("from", from.description) }
            writer.member("before", JSON.object(before))
            writer.member("after", JSON.object(after))
            writer.member("reason", request.reason)
            writer.member("evidence", request.evidence)
            writer.member("by", request.by)
            if let person = request.decidedBy { writer.member("decidedBy", person) }
            writer.endObject()
        }
    }

    private func data(
        of key: String,
        on day: CivilDay?,
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) -> JSONObject {
        guard let day else {
            let record = try self.stored(key, bureau, declaration.id)
            guard let data = try? record?.data.parsed().objectValue else { throw .noSuchRecord(key) }
            return data
        }
        let version = try self.ownVersions(key, bureau, declaration.id).inForce(on: day)
        guard let data = version?.data else { throw .noSuchRecord(key) }
        return data
    }

    private func check(_ data: JSONObject, _ declaration: BureauDeclaration.Register) throws(EngineError) {
        let faults = FormCheck(fields: declaration.fields, today: self.today).faults(of: data)
        guard faults.isEmpty else { throw .invalidForm(faults) }
    }
}
