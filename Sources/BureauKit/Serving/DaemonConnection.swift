// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

/// The daemon as a plugin reaches it: over its socket, which knows the plugin by its process.
struct DaemonConnection: DaemonAccess {
    let bureau: String
    let client: VarlinkClient

    func record(_ register: String, _ key: String) async throws -> JSONObject? {
        do {
            let output = try await self.client.call(
                RegistersInterface.Get.self,
                .init(bureau: self.bureau, register: register, key: key)
            )
            return try output.record.data.parsed().objectValue
        } catch let error as VarlinkError {
            guard case .noSuchRecord? = error.failure(as: RegistersFailure.self) else { throw error }
            return nil
        }
    }

    func records(_ register: String) async throws -> [(key: String, data: JSONObject)] {
        try await self.client.withConnection { connection in
            var records: [(key: String, data: JSONObject)] = []
            var after: String?
            repeat {
                let page = try await connection.call(
                    RegistersInterface.Query.self,
                    .init(bureau: self.bureau, register: register, after: after, limit: 1_000)
                )
                for record in page.records {
                    records.append((record.key, try record.data.parsed().objectValue ?? [:]))
                }
                after = page.next
            } while after != nil
            return records
        }
    }

    func records(
        _ register: String,
        where conditions: [RegisterCondition],
        on day: CivilDay?
    ) async throws -> [(key: String, data: JSONObject)] {
        try await self.client.withConnection { connection in
            var records: [(key: String, data: JSONObject)] = []
            var after: String?
            repeat {
                let page = try await connection.call(
                    RegistersInterface.Query.self,
                    .init(
                        bureau: self.bureau,
                        register: register,
                        after: after,
                        limit: 1_000,
                        conditions: conditions.map(Self.condition),
                        at: day?.description
                    )
                )
                for record in page.records {
                    records.append((record.key, try record.data.parsed().objectValue ?? [:]))
                }
                after = page.next
            } while after != nil
            return records
        }
    }

    func count(_ register: String, where conditions: [RegisterCondition], on day: CivilDay?) async throws -> Int {
        try await self.client.call(
            RegistersInterface.Count.self,
            .init(
                bureau: self.bureau,
                register: register,
                conditions: conditions.map(Self.condition),
                at: day?.description
            )
        ).total
    }

    private static func condition(_ condition: RegisterCondition) -> RegistersInterface.Condition {
        func text(_ value: JSON) -> String { value.stringValue ?? value.canonical }
        return switch condition.test {
        case .equal(let value): .init(field: condition.field, equals: text(value))
        case .range(let from, let to): .init(field: condition.field, from: from.map(text), to: to.map(text))
        case .prefix(let prefix): .init(field: condition.field, prefix: prefix)
        }
    }

    func cases(_ item: String, open: Bool?) async throws -> [BureauCase] {
        try await self.client.withConnection { connection in
            var found: [BureauCase] = []
            var after: String?
            repeat {
                let page = try await connection.call(
                    CasesInterface.List.self,
                    .init(bureau: self.bureau, item: item, open: open, after: after, limit: 1_000)
                )
                for summary in page.cases {
                    let whole = try await connection.call(CasesInterface.Get.self, .init(number: summary.number)).case
                    // What was closed between the two calls is left out like any other.
                    if let open, whole.summary.open != open { continue }
                    found.append(
                        BureauCase(
                            number: whole.summary.number,
                            state: whole.summary.state,
                            isOpen: whole.summary.open,
                            subject: whole.summary.subject,
                            area: whole.summary.area,
                            opened: Instant(whole.summary.opened) ?? Instant(milliseconds: 0),
                            due: whole.summary.due.flatMap { Instant($0) },
                            data: try whole.data.parsed().objectValue ?? [:]
                        )
                    )
                }
                after = page.next
            } while after != nil
            return found
        }
    }

    func report(_ id: String, _ period: String) async throws -> ReportDocument {
        let output = try await self.client.call(
            ReportsInterface.Run.self,
            .init(bureau: self.bureau, report: id, period: period)
        )
        return try output.document.parsed().decoded(as: ReportDocument.self)
    }

    func caseData(_ number: String) async throws -> JSONObject {
        let output = try await self.client.call(CasesInterface.Get.self, .init(number: number))
        return try output.case.data.parsed().objectValue ?? [:]
    }
}
