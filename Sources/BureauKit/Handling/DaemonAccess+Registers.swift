// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension DaemonAccess {
    /// The records for which all conditions hold.
    public func records(
        _ register: String,
        where conditions: [RegisterCondition]
    ) async throws -> [(key: String, data: JSONObject)] {
        try await self.records(register, where: conditions, on: nil)
    }

    /// How many records there are for which all conditions hold.
    public func count(_ register: String, where conditions: [RegisterCondition] = []) async throws -> Int {
        try await self.count(register, where: conditions, on: nil)
    }

    /// Looks through all records; of a past day it knows nothing.
    public func records(
        _ register: String,
        where conditions: [RegisterCondition],
        on day: CivilDay?
    ) async throws -> [(key: String, data: JSONObject)] {
        guard day == nil else {
            throw TaskFailure("the past of register \(register) cannot be asked for", isFatal: true)
        }
        return try await self.records(register).filter { record in conditions.allSatisfy { $0.holds(in: record.data) } }
    }

    public func count(_ register: String, where conditions: [RegisterCondition], on day: CivilDay?) async throws -> Int
    {
        try await self.records(register, where: conditions, on: day).count
    }
}
