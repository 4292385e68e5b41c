// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    /// The first total of the register that a record would go over, together with the records that count with it.
    func exceeded(
        by data: JSONObject,
        _ key: String,
        in declaration: BureauDeclaration.Register,
        of bureau: String
    ) throws(EngineError) -> Refusal? {
        for total in declaration.totals ?? [] {
            guard let part = total.part(of: data) else { continue }
            let others = try self.amounts(of: total, like: data, in: declaration, of: bureau)
                .filter { $0.key != key && $0.group == part.group }
            if Self.sum(part.amount, others.map(\.amount)) > total.most { return Self.refusal(total) }
        }
        return nil
    }

    /// The rows of a file that would go over a total, each with the rows before it and the records that stay.
    func totalFaults(
        _ rows: [ImportRow],
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) -> [(row: ImportRow, refusal: Refusal)] {
        guard let totals = declaration.totals else { return [] }
        let keys = Set(rows.map(\.key))
        var faults: [(row: ImportRow, refusal: Refusal)] = []
        for total in totals {
            var sums: [String: Int64] = [:]
            for row in rows {
                guard let part = total.part(of: row.data) else { continue }
                if sums[part.group] == nil {
                    let stored = try self.amounts(of: total, like: row.data, in: declaration, of: bureau)
                        .filter { !keys.contains($0.key) && $0.group == part.group }
                    sums[part.group] = Self.sum(0, stored.map(\.amount))
                }
                let sum = Self.sum(sums[part.group] ?? 0, [part.amount])
                sums[part.group] = sum
                if sum > total.most { faults.append((row, Self.refusal(total))) }
            }
        }
        return faults
    }

    /// What the records add that have the same value of the total's field.
    private func amounts(
        of total: TotalDeclaration,
        like data: JSONObject,
        in declaration: BureauDeclaration.Register,
        of bureau: String
    ) throws(EngineError) -> [(key: String, group: String, amount: Int64)] {
        var found: [(key: String, group: String, amount: Int64)] = []
        var query = RegisterQuery(conditions: [RegisterCondition(total.field, .equal(data[total.field] ?? .null))])
        query.limit = 1_000
        repeat {
            let page = try self.query(query, bureau: bureau, register: declaration.id)
            for record in page.records {
                guard let stored = try? record.data.parsed().objectValue, let part = total.part(of: stored) else {
                    continue
                }
                found.append((record.key, part.group, part.amount))
            }
            query.after = page.next
        } while query.after != nil
        return found
    }

    private static func sum(_ first: Int64, _ others: [Int64]) -> Int64 {
        others.reduce(first) { sum, amount in
            let (next, overflow) = sum.addingReportingOverflow(amount)
            return overflow ? .max : next
        }
    }

    private static func refusal(_ total: TotalDeclaration) -> Refusal {
        Refusal(code: total.code, zh: total.message.zh, en: total.message.en)
    }
}
