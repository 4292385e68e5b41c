// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

/// What a handler may ask the daemon, as it was when its task began.
struct DaemonSnapshot: DaemonAccess {
    private var registers: [String: [(key: String, data: JSONObject)]] = [:]
    private var versions: [String: [(key: String, versions: [RegisterVersion])]] = [:]
    private var cases: [String: [BureauCase]] = [:]
    /// Asked for reports only, by a handler whose task the daemon waits for, so that nothing else uses it meanwhile.
    private nonisolated(unsafe) let daemon: TestDaemon

    init(of daemon: TestDaemon) throws {
        self.daemon = daemon
        for register in daemon.definition.declaration.registers {
            self.registers[register.id] = try daemon.records(register.id)
            if register.isDated {
                self.versions[register.id] = try daemon.cases.registers.versions(
                    bureau: daemon.bureau,
                    register: register.id
                )
            }
        }
        for item in daemon.definition.declaration.items {
            for number in try daemon.numbers(of: item.id) {
                let record = try daemon.case(number).record
                self.cases[item.id, default: []].append(
                    BureauCase(
                        number: number,
                        state: record.state,
                        isOpen: record.isOpen,
                        subject: record.subject,
                        area: record.area,
                        opened: record.opened,
                        due: record.due,
                        data: try daemon.data(of: number)
                    )
                )
            }
        }
    }

    func record(_ register: String, _ key: String) async throws -> JSONObject? {
        try await self.records(register).first { $0.key == key }?.data
    }

    func records(_ register: String) async throws -> [(key: String, data: JSONObject)] {
        guard let records = self.registers[register] else {
            throw EngineError.noSuchRegister(bureau: "", register: register)
        }
        return records
    }

    func records(
        _ register: String,
        where conditions: [RegisterCondition],
        on day: CivilDay?
    ) async throws -> [(key: String, data: JSONObject)] {
        var records = try await self.records(register)
        if let day {
            guard let versions = self.versions[register] else {
                throw TaskFailure("register \(register) is not dated", isFatal: true)
            }
            records = versions.compactMap { key, versions in versions.inForce(on: day)?.data.map { (key, $0) } }
        }
        return records.filter { record in conditions.allSatisfy { $0.holds(in: record.data) } }
    }

    func caseData(_ number: String) async throws -> JSONObject {
        guard let found = self.cases.values.joined().first(where: { $0.number == number }) else {
            throw EngineError.noSuchCase(number)
        }
        return found.data
    }

    func cases(_ item: String, open: Bool?) async throws -> [BureauCase] {
        (self.cases[item] ?? []).filter { found in open.map { $0 == found.isOpen } ?? true }
    }

    func report(_ id: String, _ period: String) async throws -> ReportDocument {
        try self.daemon.report(id, period)
    }
}
