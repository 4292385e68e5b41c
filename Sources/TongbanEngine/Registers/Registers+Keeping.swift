// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension Registers {
    /// Whether somebody may put, end and import records: who runs the service, and the roles the register names.
    ///
    /// A keeper with an area keeps the records of that area only; the area of a record is its first field of that kind.
    ///
    /// - Parameter records: those to be written, as they will be, and those they replace.
    /// - Throws: `ROLE`, `AREA`.
    public func requireKeeper(
        of register: BureauDeclaration.Register,
        in bureau: String,
        by person: PersonView,
        records: some Sequence<JSONObject> = [JSONObject]()
    ) throws(EngineError) {
        guard !person.isSystem else { return }
        let keepers = register.keptBy ?? []
        guard person.holdsOne(of: keepers, in: bureau) else {
            guard !keepers.isEmpty else {
                throw .refused(
                    Refusal(
                        code: "ROLE",
                        zh: "台账“\(register.name.zh)”只由系统运维人员直接登记。",
                        en: "only those who run the service write directly to the register \"\(register.name.en)\""
                    )
                )
            }
            throw .refused(.role(keepers, toDo: register.name))
        }
        guard let field = register.fields.first(where: { $0.kind == .area })?.id else { return }
        for record in records {
            let area = record[field]?.stringValue
            guard person.covers(area) else { throw .refused(.area(area ?? "", of: person.area ?? "")) }
        }
    }

    /// As above, for records that are put one by one: neither what is there nor what comes may lie outside the area.
    public func requireKeeper(
        of register: String,
        in bureau: String,
        by person: PersonView,
        puts records: [(key: String, data: JSONObject)]
    ) throws(EngineError) {
        let declaration = try self.declaration(bureau, register)
        var concerned: [JSONObject] = []
        if !person.isSystem {
            for record in records {
                concerned.append(record.data)
                if let before = try self.stored(record.key, bureau, register) {
                    concerned.append((try? before.data.parsed())?.objectValue ?? [:])
                }
            }
        }
        try self.requireKeeper(of: declaration, in: bureau, by: person, records: concerned)
    }
}
