// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Persons` and `org.tongban.Registers`.
struct DirectoryMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
        self.addPersons(to: &service)
        self.addRegisters(to: &service)
    }

    private func addPersons(to service: inout VarlinkService) {
        service.add(PersonsInterface.interface)
        self.endpoint.read(PersonsInterface.List.self, in: &service) { _, _, core in
            .init(
                persons: core.directory.persons.values.sorted { $0.id < $1.id }.map { person in
                    .init(
                        id: person.id,
                        name: person.name,
                        uid: person.uid.map { Int($0) },
                        roles: person.roles,
                        area: person.area,
                        active: person.active
                    )
                }
            )
        }
        self.endpoint.change(PersonsInterface.Put.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            guard input.persons.count <= core.engine.limits.callSize else {
                throw .tooLarge(field: "persons", limit: core.engine.limits.callSize)
            }
            var persons: [PersonRecord] = []
            for person in input.persons {
                var uid: UInt32?
                if let number = person.uid {
                    guard let exact = UInt32(exactly: number) else {
                        throw .invalid(field: "uid", Bilingual("不是 Unix 用户号", "is no Unix user id"))
                    }
                    uid = exact
                }
                persons.append(
                    PersonRecord(
                        id: person.id,
                        name: person.name,
                        uid: uid,
                        roles: person.roles,
                        area: person.area,
                        active: person.active
                    )
                )
            }
            try core.cases.put(persons)
            return .init()
        }
        self.endpoint.change(PersonsInterface.Remove.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            try core.cases.removePerson(input.id)
            return .init()
        }
        self.endpoint.read(PersonsInterface.WhoAmI.self, in: &service, needs: .nothing) { _, caller, _ in
            .init(id: caller.view.id, roles: caller.view.roles, operator: caller.isOperator)
        }
    }

    private func addRegisters(to service: inout VarlinkService) {
        service.add(RegistersInterface.interface)
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
        self.endpoint.change(RegistersInterface.Put.self, in: &service, needs: .operator) {
            (input, _, core) throws(EngineError) in
            guard input.records.count <= core.engine.limits.callSize else {
                throw .tooLarge(field: "records", limit: core.engine.limits.callSize)
            }
            var output = RegistersInterface.Put.Output(added: 0, changed: 0, unchanged: 0)
            for record in input.records {
                guard let data = try? record.data.parsed().objectValue else {
                    throw .invalid(field: "data", Bilingual("须为 JSON 对象", "must be a JSON object"))
                }
                switch try core.cases.put(bureau: input.bureau, register: input.register, key: record.key, data: data) {
                case .added: output.added += 1
                case .changed: output.changed += 1
                case .unchanged: output.unchanged += 1
                }
            }
            return output
        }
        self.endpoint.read(RegistersInterface.Get.self, in: &service) { input, caller, core in
            let fields = try Self.fields(input.bureau, input.register, caller, core)
            guard
                let record = try core.engine.store.record(
                    bureau: input.bureau,
                    register: input.register,
                    key: input.key
                )
            else { throw EngineError.noSuchRecord(input.key) }
            return .init(record: Self.shown(record, fields, caller))
        }
        self.endpoint.read(RegistersInterface.Query.self, in: &service) { input, caller, core in
            let fields = try Self.fields(input.bureau, input.register, caller, core)
            let limit = min(max(input.limit ?? 100, 1), 1_000)
            let page = try core.engine.store.records(
                bureau: input.bureau,
                register: input.register,
                after: input.after,
                limit: limit
            )
            return .init(
                records: page.map { Self.shown($0, fields, caller) },
                next: page.count == limit ? page.last?.key : nil
            )
        }
    }

    private static func fields(
        _ bureau: String,
        _ register: String,
        _ caller: Caller,
        _ core: DaemonCore
    ) throws -> [FieldDeclaration] {
        guard caller.mayRead(bureau: bureau) else { throw VarlinkServiceFailure.permissionDenied }
        guard let declaration = core.directory.declaration(of: bureau)?.declaration.register(register) else {
            throw EngineError.noSuchRegister(bureau: bureau, register: register)
        }
        return declaration.fields
    }

    /// A plugin sees its bureau's records as they are; everybody else sees personal values masked.
    private static func shown(
        _ record: RegisterRecord,
        _ fields: [FieldDeclaration],
        _ caller: Caller
    ) -> RegistersInterface.Record {
        var data = record.data
        if case .plugin = caller.standing {
        } else if let object = try? record.data.parsed().objectValue {
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
