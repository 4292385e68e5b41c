// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Persons`.
struct DirectoryMethods {
    let endpoint: Endpoint

    func add(to service: inout VarlinkService) {
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
}
