// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

/// Retry policies as the database keeps them: JSON objects.
enum StoredPolicy {
    static func json(_ policy: RetryPolicy) -> RawJSON {
        RawJSON(self.value(policy))
    }

    static func json(_ kinds: [String: RetryPolicy]) -> RawJSON {
        var object = JSONObject()
        for (kind, policy) in kinds.sorted(by: { UTF8Key($0.key) < UTF8Key($1.key) }) {
            object[kind] = self.value(policy)
        }
        return RawJSON(.object(object))
    }

    static func policy(_ json: RawJSON) throws(StoreError) -> RetryPolicy {
        try self.policy(self.parse(json))
    }

    static func kinds(_ json: RawJSON) throws(StoreError) -> [String: RetryPolicy] {
        guard case .object(let object) = try self.parse(json) else { throw self.damaged(json.text) }
        var kinds: [String: RetryPolicy] = [:]
        for member in object { kinds[member.name] = try self.policy(member.value) }
        return kinds
    }

    private static func value(_ policy: RetryPolicy) -> JSON {
        [
            "maxAttempts": .integer(Int64(policy.maxAttempts)),
            "firstMilliseconds": .integer(policy.firstMilliseconds),
            "growthPercent": .integer(policy.growthPercent),
            "longestMilliseconds": .integer(policy.longestMilliseconds),
            "leaseMilliseconds": .integer(policy.leaseMilliseconds),
        ]
    }

    private static func policy(_ value: JSON) throws(StoreError) -> RetryPolicy {
        func number(_ name: String) throws(StoreError) -> Int64 {
            guard case .object(let object) = value, case .integer(let number)? = object[name] else {
                throw self.damaged(RawJSON(value).text)
            }
            return number
        }
        return RetryPolicy(
            maxAttempts: Int(try number("maxAttempts")),
            firstMilliseconds: try number("firstMilliseconds"),
            growthPercent: try number("growthPercent"),
            longestMilliseconds: try number("longestMilliseconds"),
            leaseMilliseconds: try number("leaseMilliseconds")
        )
    }

    private static func parse(_ json: RawJSON) throws(StoreError) -> JSON {
        do throws(JSONError) { return try json.parsed() } catch { throw self.damaged(json.text) }
    }

    private static func damaged(_ text: String) -> StoreError {
        StoreError(.corrupt, "reading: a queue's retry policy is damaged: \(text)")
    }
}
