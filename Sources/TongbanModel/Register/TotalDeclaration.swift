// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That an amount may not come to more than so much over all records of a register that have something in common: nobody
/// serves more than twelve hours of a day.
public struct TotalDeclaration: Sendable, Hashable, Codable {
    /// What a record is refused with.
    public var code: String
    /// The indexed field whose value they have in common.
    public var field: String
    /// What else they have in common, as JsonLogic over a record.
    public var also: JSON?
    /// What is added up: JsonLogic over a record that gives a whole number.
    public var amount: JSON
    public var most: Int64
    public var message: Bilingual

    public init(code: String, field: String, also: JSON? = nil, amount: JSON, most: Int64, message: Bilingual) {
        self.code = code
        self.field = field
        self.also = also
        self.amount = amount
        self.most = most
        self.message = message
    }

    /// What a record adds, and what tells with which others; `nil` when it says of nobody whose it is.
    public func part(of record: JSONObject) -> (group: String, amount: Int64)? {
        guard let value = record[self.field], !value.isNull else { return nil }
        let also = self.also.flatMap { try? JsonLogic.evaluate($0, data: .object(record)) } ?? .null
        let amount = (try? JsonLogic.evaluate(self.amount, data: .object(record)))?.integerValue ?? 0
        return ("\(value.canonical)\u{1F}\(also.canonical)", amount)
    }
}
