// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// Puts another version of the bureau in force, as a new release of its plugin does. Running cases stay on theirs.
    ///
    /// - Throws: ``EngineError/refused(_:)`` with `BAD_DECLARATION` when it is faulty.
    public func declare(_ definition: BureauDefinition) throws {
        let declaration = try JSON(encoding: definition.declaration)
        try self.call { cases throws(EngineError) in _ = try cases.register(declaration, bureau: self.bureau) }
        self.definition = definition
    }

    /// What would become of a running case in the version in force; nothing is changed.
    ///
    /// - Parameter map: new states for old ones, and `deadline/OLD` to new names of deadlines.
    public func migration(of number: String, _ map: [String: String] = [:]) throws -> CaseMigration {
        let order = try self.order(for: number, map)
        return try self.call { cases throws(EngineError) in
            try cases.migrate(number, by: order, revision: nil, id: nil, for: .system)
        }
    }

    /// Leads a running case to the version in force.
    @discardableResult
    public func migrate(_ number: String, _ map: [String: String] = [:]) throws -> CaseMigration {
        let order = try self.order(for: number, map)
        let id = try self.call { cases throws(EngineError) in try cases.beginMigration(order, by: .system) }
        return try self.call { cases throws(EngineError) in
            try cases.migrate(number, by: order, revision: nil, id: id, for: .system)
        }
    }

    private func order(for number: String, _ map: [String: String]) throws -> MigrationOrder {
        MigrationOrder(bureau: self.bureau, item: try self.case(number).record.item, map: map)
    }
}
