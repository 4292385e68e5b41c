// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Why a table or score card gives no result. Values are not in it, since they may be sensitive.
public enum DecisionError: Error, Sendable, Hashable {
    /// Nothing is declared under this name.
    case noTable(String)
    /// No version holds on the day yet.
    case noVersion(table: String, day: String)
    case missingInput(table: String, input: String, name: Bilingual)
    case badInput(table: String, input: String, name: Bilingual, kind: DecisionKind)
    /// No row fits, and there is no row for the rest.
    case noRow(table: String)
    /// More than one row fits where only one may.
    case notUnique(table: String, rows: [String])
    /// A rule in a row, or the result of one, makes no sense with these inputs.
    case badRow(table: String, row: String, reason: String)

    /// By which refusals name it.
    public var code: String {
        switch self {
        case .noTable: "NO_TABLE"
        case .noVersion: "NO_RULES"
        case .missingInput: "MISSING_INPUT"
        case .badInput: "BAD_INPUT"
        case .noRow: "NO_ROW"
        case .notUnique: "NOT_UNIQUE"
        case .badRow: "BAD_ROW"
        }
    }

    public var message: Bilingual {
        switch self {
        case .noTable(let table): Bilingual("没有决策表 \(table)。", "there is no decision table \(table)")
        case .noVersion(let table, let day):
            Bilingual("决策表 \(table) 在 \(day) 没有生效的版本。", "no version of table \(table) holds on \(day)")
        case .missingInput(let table, let input, let name):
            Bilingual(
                "决策表 \(table) 缺少“\(name.zh)”(\(input))。",
                "table \(table) needs \"\(name.en)\" (\(input))"
            )
        case .badInput(let table, let input, let name, let kind):
            Bilingual(
                "决策表 \(table) 的“\(name.zh)”(\(input))不是允许的值(\(kind.rawValue))。",
                "\"\(name.en)\" (\(input)) is no value that table \(table) allows (\(kind.rawValue))"
            )
        case .noRow(let table): Bilingual("决策表 \(table) 没有一行适用。", "no row of table \(table) fits")
        case .notUnique(let table, let rows):
            Bilingual(
                "决策表 \(table) 只能有一行适用,现有 \(rows.joined(separator: "、"))。",
                "only one row of table \(table) may fit, but \(rows.joined(separator: ", ")) do"
            )
        case .badRow(let table, let row, let reason):
            Bilingual(
                "决策表 \(table) 的 \(row) 行无法计算:\(reason)",
                "row \(row) of table \(table) cannot be worked out: \(reason)"
            )
        }
    }
}

extension DecisionError: CustomStringConvertible {
    public var description: String { self.message.en }
}
