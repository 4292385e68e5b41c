// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import TongbanEngine
import TongbanStore

/// What a handler may ask the daemon, as it was when its task began.
struct DaemonSnapshot: DaemonAccess {
    private var registers: [String: [(key: String, data: JSONObject)]] = [:]
    private var cases: [String: JSONObject] = [:]

    init(of daemon: TestDaemon) throws {
        for register in daemon.definition.declaration.registers {
            self.registers[register.id] = try daemon.records(register.id)
        }
        for item in daemon.definition.declaration.items {
            for number in try daemon.numbers(of: item.id) {
                self.cases[number] = try daemon.data(of: number)
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

    func caseData(_ number: String) async throws -> JSONObject {
        guard let data = self.cases[number] else { throw EngineError.noSuchCase(number) }
        return data
    }
}
