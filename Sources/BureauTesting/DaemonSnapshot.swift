// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

/// What a handler may ask the daemon.
///
/// The daemon waits for the handler meanwhile, so that all it asks is as it was when its task began.
struct DaemonSnapshot: DaemonAccess {
    /// Used by one handler at a time, for which the daemon waits.
    private nonisolated(unsafe) let daemon: TestDaemon

    init(of daemon: TestDaemon) {
        self.daemon = daemon
    }

    func record(_ register: String, _ key: String) async throws -> JSONObject? {
        try self.declared(register)
        return try self.daemon.record(register, key)
    }

    func records(_ register: String) async throws -> [(key: String, data: JSONObject)] {
        try self.declared(register)
        return try self.daemon.records(register)
    }

    func records(
        _ register: String,
        where conditions: [RegisterCondition],
        on day: CivilDay?
    ) async throws -> [(key: String, data: JSONObject)] {
        var records = try await self.records(register)
        if let day {
            guard try self.declared(register).isDated else {
                throw TaskFailure("register \(register) is not dated", isFatal: true)
            }
            records = try self.daemon.cases.registers.versions(bureau: self.daemon.bureau, register: register)
                .compactMap { key, versions in versions.inForce(on: day)?.data.map { (key, $0) } }
        }
        return records.filter { record in conditions.allSatisfy { $0.holds(in: record.data) } }
    }

    @discardableResult
    private func declared(_ register: String) throws -> BureauDeclaration.Register {
        guard let declaration = self.daemon.definition.declaration.register(register) else {
            throw EngineError.noSuchRegister(bureau: self.daemon.bureau, register: register)
        }
        return declaration
    }

    func caseData(_ number: String) async throws -> JSONObject { try self.daemon.data(of: number) }

    func cases(_ item: String, open: Bool?) async throws -> [BureauCase] {
        try self.daemon.numbers(of: item).compactMap { number in
            let record = try self.daemon.case(number).record
            guard open.map({ $0 == record.isOpen }) ?? true else { return nil }
            return BureauCase(
                number: number,
                state: record.state,
                isOpen: record.isOpen,
                subject: record.subject,
                area: record.area,
                opened: record.opened,
                due: record.due,
                data: try self.daemon.data(of: number)
            )
        }
    }

    func report(_ id: String, _ period: String) async throws -> ReportDocument {
        try self.daemon.report(id, period)
    }
}
