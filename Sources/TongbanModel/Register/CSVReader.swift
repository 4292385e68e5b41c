// SPDX-License-Identifier: Apache-2.0

/// Reads comma-separated values (RFC 4180) from bytes: quotes, doubled quotes, commas and line ends inside quotes, lines
/// that end with CRLF or LF.
///
/// It looks at bytes and not at characters: in UTF-8 and in GB18030 no byte of a longer character is a comma, a quote or
/// a line end, so that a field is decoded by itself and one that cannot be is named by row and column.
public struct CSVReader: Sendable {
    /// One row with its fields, quotes removed.
    public struct Row: Sendable, Hashable {
        /// 1 for the first line of the file; a row of several lines is named by its first.
        public var line: Int
        public var fields: [[UInt8]]
    }

    /// What makes the rest of a file unreadable.
    public enum Fault: Error, Sendable, Hashable {
        /// A quoted field that begins on this line is never closed.
        case openQuote(line: Int)
        /// Something stands between a closing quote and the next comma.
        case afterQuote(line: Int)
        /// A row is longer than the limit, in bytes.
        case longRow(line: Int, limit: Int)
    }

    private let bytes: [UInt8]
    private let rowLimit: Int
    private var index: Int
    private var line = 1

    /// - Parameter rowLimit: bytes of one row, quotes and line end included.
    public init(_ bytes: [UInt8], from start: Int = 0, rowLimit: Int = 1 << 20) {
        self.bytes = bytes
        self.index = start
        self.rowLimit = rowLimit
    }

    /// How many bytes have been read.
    public var position: Int { self.index }

    /// The next row that is not an empty line; `nil` at the end.
    public mutating func next() throws(Fault) -> Row? {
        while self.index < self.bytes.count {
            let row = try self.row()
            if row.fields.count > 1 || row.fields.first?.isEmpty == false { return row }
        }
        return nil
    }

    private mutating func row() throws(Fault) -> Row {
        let start = self.index
        let first = self.line
        var fields: [[UInt8]] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuoted = false
        while self.index < self.bytes.count {
            let byte = self.bytes[self.index]
            self.index += 1
            guard self.index - start <= self.rowLimit else { throw .longRow(line: first, limit: self.rowLimit) }
            if byte == 0x0A { self.line += 1 }
            if isQuoted {
                guard byte == 0x22 else {
                    field.append(byte)
                    continue
                }
                if self.index < self.bytes.count, self.bytes[self.index] == 0x22 {
                    field.append(0x22)
                    self.index += 1
                } else {
                    isQuoted = false
                    wasQuoted = true
                }
                continue
            }
            switch byte {
            case 0x2C:
                fields.append(field)
                field.removeAll()
                wasQuoted = false
            case 0x0A:
                fields.append(field)
                return Row(line: first, fields: fields)
            case 0x0D where self.index == self.bytes.count || self.bytes[self.index] == 0x0A:
                continue
            case 0x22 where field.isEmpty && !wasQuoted:
                isQuoted = true
            default:
                guard !wasQuoted else { throw .afterQuote(line: first) }
                field.append(byte)
            }
        }
        guard !isQuoted else { throw .openQuote(line: first) }
        fields.append(field)
        return Row(line: first, fields: fields)
    }
}
