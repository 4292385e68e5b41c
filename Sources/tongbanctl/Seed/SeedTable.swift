// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanAPI

/// A CSV file of seed records: UTF-8, a header row with the ids of fields.
struct SeedTable {
    let header: [String]
    let rows: [[String]]
    let path: String

    init(csv bytes: [UInt8], path: String) throws {
        self.path = path
        var rows = Self.rows(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        guard !rows.isEmpty else { throw UsageError("\(path) is empty") }
        self.header = rows.removeFirst()
        self.rows = rows
        if let index = rows.firstIndex(where: { $0.count != self.header.count }) {
            throw UsageError(
                "\(path): row \(index + 2) has \(rows[index].count) fields, the header \(self.header.count)"
            )
        }
    }

    /// RFC 4180: fields by commas, quoted ones may hold commas, quotes doubled and line breaks.
    static func rows(_ bytes: ArraySlice<UInt8>) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        var index = bytes.startIndex
        func ended() { row.append(String(decoding: field, as: UTF8.self)); field = []; wasQuoted = false }
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte == 0x22 {
                    if index < bytes.endIndex, bytes[index] == 0x22 {
                        field.append(0x22)
                        index += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    field.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22 where field.isEmpty && !wasQuoted:
                isQuoted = true
                wasQuoted = true
            case 0x2C: ended()
            case 0x0D: break
            case 0x0A:
                ended()
                if row != [""] { rows.append(row) }
                row = []
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !row.isEmpty {
            ended()
            rows.append(row)
        }
        return rows
    }

    /// The rows as records of a register; columns that the register has no field for are left out, empty ones too.
    func records(key: String, fields: [JSON]) throws -> [RegistersInterface.NewRecord] {
        guard let keyColumn = self.header.firstIndex(of: key) else {
            throw UsageError("\(self.path): there is no column \"\(key)\", the register's key")
        }
        let kinds: [(column: Int, name: String, kind: String?)] = self.header.enumerated().compactMap { column, name in
            guard let field = fields.first(where: { $0["id"]?.stringValue == name }) else { return nil }
            return (column, name, field["kind"]?.stringValue)
        }
        return self.rows.map { row in
            var data = JSONObject()
            for (column, name, kind) in kinds where !row[column].isEmpty {
                data[name] =
                    kind == "texts" || kind == "choices"
                    ? .array(row[column].split(separator: ";").map { .string(String($0)) })
                    : Values.value(row[column], kind: kind)
            }
            return .init(key: row[keyColumn], data: RawJSON(.object(data)))
        }
    }
}
