// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Registers`.
struct RegisterMethods {
    let endpoint: Endpoint
    let desk: ImportDesk

    func add(to service: inout VarlinkService) {
        service.add(RegistersInterface.interface)
        self.addReading(to: &service)
        self.addQueries(to: &service)
        self.endpoint.change(RegistersInterface.Put.self, in: &service, needs: .nothing) {
            (input, caller, core) throws(EngineError) in
            guard input.records.count <= core.engine.limits.callSize else {
                throw .tooLarge(field: "records", limit: core.engine.limits.callSize)
            }
            var output = RegistersInterface.Put.Output(added: 0, changed: 0, unchanged: 0)
            for record in input.records {
                guard let data = try? record.data.parsed().objectValue else {
                    throw .invalid(field: "data", Bilingual("须为 JSON 对象", "must be a JSON object"))
                }
                try core.cases.registers.requireKeeper(
                    of: input.register,
                    in: input.bureau,
                    by: caller.decider,
                    puts: [(record.key, data)]
                )
                let result = try core.cases.put(
                    bureau: input.bureau,
                    register: input.register,
                    key: record.key,
                    data: data,
                    from: try Self.day(record.from, "from")
                )
                switch result {
                case .added: output.added += 1
                case .changed: output.changed += 1
                case .unchanged: output.unchanged += 1
                }
            }
            return output
        }
        self.addImporting(to: &service)
        RegisterPastMethods(endpoint: self.endpoint).add(to: &service)
    }

    private func addReading(to service: inout VarlinkService) {
        self.endpoint.read(RegistersInterface.List.self, in: &service) { input, caller, core in
            var registers: [RegistersInterface.Register] = []
            for bureau in core.directory.bureauIDs
            where (input.bureau.map { $0 == bureau } ?? true) && caller.mayRead(bureau: bureau) {
                for register in core.directory.declaration(of: bureau)?.declaration.registers ?? [] {
                    registers.append(
                        .init(
                            bureau: bureau,
                            register: register.id,
                            zh: register.name.zh,
                            en: register.name.en,
                            records: try core.engine.store.recordCount(bureau: bureau, register: register.id)
                        )
                    )
                }
            }
            return .init(registers: registers)
        }
        self.endpoint.read(RegistersInterface.Describe.self, in: &service) { input, caller, core in
            let register = try Self.declaration(input.bureau, input.register, caller, core)
            return .init(
                fields: register.fields.map { field in
                    .init(
                        id: field.id,
                        zh: field.name.zh,
                        en: field.name.en,
                        kind: field.kind.rawValue,
                        class: field.privacy.rawValue,
                        required: field.required,
                        key: register.keyFields.contains(field.id),
                        indexed: register.indexed?.contains(field.id) ?? false
                    )
                },
                unique: (register.unique ?? []).map { .init(fields: $0.fields) },
                limit: register.limit,
                dated: register.isDated
            )
        }
        self.endpoint.readNoting(RegistersInterface.Get.self, in: &service) { input, caller, core in
            let register = try Self.declaration(input.bureau, input.register, caller, core)
            let record = try core.cases.registers.record(
                input.key,
                on: try Self.day(input.at, "at"),
                bureau: input.bureau,
                register: input.register
            )
            return (
                .init(record: Self.shown(record, register.fields, caller)),
                Self.note(of: register, key: record.key, count: 1, input.bureau, caller, core)
            )
        }
    }

    private func addQueries(to service: inout VarlinkService) {
        self.endpoint.readNoting(RegistersInterface.Query.self, in: &service) { input, caller, core in
            let register = try Self.declaration(input.bureau, input.register, caller, core)
            let query = RegisterQuery(
                conditions: try Self.conditions(input.conditions, of: register),
                filter: try input.filter?.parsed(),
                order: input.order,
                after: input.after,
                limit: min(max(input.limit ?? 100, 1), 1_000),
                isMasked: Self.seesMasked(caller),
                view: try Self.view(input.at, input.snapshot)
            )
            let page = try core.cases.registers.query(query, bureau: input.bureau, register: input.register)
            let output = RegistersInterface.Query.Output(
                records: page.records.map { Self.shown($0, register.fields, caller) },
                next: page.next,
                index: page.index,
                examined: page.examined
            )
            return (output, Self.note(of: register, count: page.records.count, input.bureau, caller, core))
        }
        self.endpoint.read(RegistersInterface.Count.self, in: &service) { input, caller, core in
            let register = try Self.declaration(input.bureau, input.register, caller, core)
            let query = RegisterQuery(
                conditions: try Self.conditions(input.conditions, of: register),
                filter: try input.filter?.parsed(),
                isMasked: Self.seesMasked(caller),
                view: try Self.view(input.at, input.snapshot)
            )
            let registers = core.cases.registers
            guard let by = input.by, !by.isEmpty else {
                return .init(
                    total: try registers.count(query, bureau: input.bureau, register: input.register),
                    groups: []
                )
            }
            let counts = try registers.counts(query, by: by, bureau: input.bureau, register: input.register)
            return .init(
                total: counts.reduce(0) { $0 + $1.count },
                groups: counts.map { count in
                    .init(
                        values: zip(by, count.values).map { register.field($0)?.cell(of: $1) ?? "" },
                        count: count.count
                    )
                }
            )
        }
    }

    private func addImporting(to service: inout VarlinkService) {
        let endpoint = self.endpoint
        let desk = self.desk
        service.handle(RegistersInterface.ImportBegin.self) { input, context in
            try await Self.telling {
                var encoding: TextEncoding?
                if let name = input.encoding {
                    guard let named = TextEncoding(named: name) else {
                        throw EngineError.invalid(
                            field: "encoding",
                            Bilingual("须为 UTF-8 或 GB18030", "must be UTF-8 or GB18030")
                        )
                    }
                    encoding = named
                }
                let limit = try await endpoint.onLoop { core in
                    let caller = try endpoint.caller(context, needs: .nothing)
                    try core.cases.registers.requireKeeper(
                        of: try Self.declaration(input.bureau, input.register, caller, core),
                        in: input.bureau,
                        by: caller.decider
                    )
                    return core.cases.registers.importLimits.bytes
                }
                guard (0...limit).contains(input.size) else {
                    throw EngineError.tooLarge(field: "size", limit: limit)
                }
                let id = try desk.begin(
                    ImportDesk.Upload(
                        connection: context.connection.id,
                        bureau: input.bureau,
                        register: input.register,
                        encoding: encoding,
                        size: input.size
                    )
                )
                return .init(upload: id, chunkSize: ImportDesk.chunkSize)
            }
        }
        service.handle(RegistersInterface.ImportChunk.self) { input, context in
            try await Self.telling {
                guard let bytes = Base64.decode(input.data) else {
                    throw EngineError.invalid(field: "data", Bilingual("须为 base64", "must be base64"))
                }
                guard bytes.count <= ImportDesk.chunkSize else {
                    throw EngineError.tooLarge(field: "data", limit: ImportDesk.chunkSize)
                }
                let received = try desk.append(
                    bytes,
                    at: input.offset,
                    to: input.upload,
                    on: context.connection.id
                )
                return .init(received: received)
            }
        }
        service.handle(RegistersInterface.ImportCancel.self) { input, context in
            try desk.giveUp(input.upload, on: context.connection.id)
            return .init()
        }
        service.handle(RegistersInterface.ImportFinish.self) { input, context in
            try await Self.telling {
                let from = try Self.day(input.from, "from")
                let upload = try desk.finish(input.upload, on: context.connection.id)
                let encoding = upload.encoding ?? .detected(in: upload.bytes)
                let (file, actor, keeper) = try await endpoint.onLoop { core in
                    let caller = try endpoint.caller(context, needs: .nothing)
                    let file = RegisterFile(
                        bytes: upload.bytes,
                        encoding: encoding,
                        register: try Self.declaration(upload.bureau, upload.register, caller, core),
                        today: ShanghaiTime.day(of: core.engine.now),
                        limits: core.cases.registers.importLimits
                    )
                    return (file, caller.actor, caller.decider)
                }
                // The rows are checked here, off the daemon's loop; only what they change is done on it.
                let outcome = try file.read()
                let report = try await endpoint.perform(by: actor) { core throws(EngineError) in
                    try core.cases.registers.requireKeeper(
                        of: file.register,
                        in: upload.bureau,
                        by: keeper,
                        records: outcome.rows.lazy.map(\.data)
                    )
                    return try core.cases.registers.apply(
                        outcome,
                        of: file,
                        bureau: upload.bureau,
                        from: from,
                        isPreview: input.preview ?? false
                    )
                }
                return Self.output(report, encoding)
            }
        }
    }

    private static func output(
        _ report: ImportReport,
        _ encoding: TextEncoding
    ) -> RegistersInterface.ImportFinish.Output {
        .init(
            applied: report.isApplied,
            encoding: encoding.rawValue,
            rows: report.rows,
            added: report.added,
            changed: report.changed,
            unchanged: report.unchanged,
            faultCount: report.faultCount,
            faults: report.faults.map { fault in
                .init(
                    row: fault.row,
                    column: fault.column,
                    value: fault.value,
                    code: fault.code,
                    zh: fault.message.zh,
                    en: fault.message.en
                )
            }
        )
    }

    private static func telling<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let error as EngineError {
            throw error.failure
        }
    }

    private static func conditions(
        _ conditions: [RegistersInterface.Condition]?,
        of register: BureauDeclaration.Register
    ) throws(EngineError) -> [RegisterCondition] {
        var result: [RegisterCondition] = []
        for condition in conditions ?? [] {
            guard let field = register.field(condition.field) else {
                throw .invalid(
                    field: condition.field,
                    Bilingual("没有“\(condition.field)”这一项", "there is no field \"\(condition.field)\"")
                )
            }
            switch (condition.equals, condition.from, condition.to, condition.prefix) {
            case (let value?, nil, nil, nil):
                result.append(RegisterCondition(field.id, .equal(field.value(ofCell: value) ?? .null)))
            case (nil, nil, nil, let prefix?):
                result.append(RegisterCondition(field.id, .prefix(prefix)))
            case (nil, let from, let to, nil) where from != nil || to != nil:
                result.append(
                    RegisterCondition(
                        field.id,
                        .range(
                            from: from.map { field.value(ofCell: $0) ?? .null },
                            to: to.map { field.value(ofCell: $0) ?? .null }
                        )
                    )
                )
            default:
                throw .invalid(
                    field: field.id,
                    Bilingual("须给出 equals、prefix 或 from 与 to 之一", "give one of equals, prefix, or from and to")
                )
            }
        }
        return result
    }

    static func day(_ text: String?, _ field: String) throws(EngineError) -> CivilDay? {
        guard let text else { return nil }
        guard let day = CivilDay(text) else {
            throw .invalid(field: field, Bilingual("须为日期,如 2022-07-12", "must be a day such as 2022-07-12"))
        }
        return day
    }

    private static func view(_ day: String?, _ snapshot: String?) throws(EngineError) -> RegisterQuery.View {
        switch (try self.day(day, "at"), snapshot) {
        case (nil, nil): .now
        case (let day?, nil): .day(day)
        case (nil, let name?): .snapshot(name)
        default: throw .invalid(field: "snapshot", Bilingual("at 与 snapshot 只能给一个", "give at or snapshot, not both"))
        }
    }

    static func declaration(
        _ bureau: String,
        _ register: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws -> BureauDeclaration.Register {
        guard caller.mayRead(bureau: bureau) else {
            core.noteDenied(caller, bureau: bureau, register: register)
            throw VarlinkServiceFailure.permissionDenied
        }
        guard let declaration = core.directory.declaration(of: bureau)?.declaration.register(register) else {
            throw EngineError.noSuchRegister(bureau: bureau, register: register)
        }
        return declaration
    }

    static func seesMasked(_ caller: Caller) -> Bool {
        if case .plugin = caller.standing { false } else { true }
    }

    /// What the journal is told when sensitive values are given away.
    static func note(
        of register: BureauDeclaration.Register,
        key: String? = nil,
        count: Int,
        _ bureau: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) -> Endpoint.Note? {
        guard !Self.seesMasked(caller), register.isSensitive, count > 0 else { return nil }
        return { () throws(EngineError) in
            try core.cases.registers.noteReading(of: register.id, key: key, count: count, bureau: bureau)
        }
    }

    /// A plugin sees its bureau's records as they are; everybody else sees personal values masked.
    private static func shown(
        _ record: RegisterRecord,
        _ fields: [FieldDeclaration],
        _ caller: Caller
    ) -> RegistersInterface.Record {
        var data = record.data
        if Self.seesMasked(caller), let object = try? record.data.parsed().objectValue {
            data = RawJSON(.object(FormMask(fields: fields).list(object)))
        }
        return .init(
            key: record.key,
            revision: record.revision,
            updated: record.updated.description,
            data: data
        )
    }
}
