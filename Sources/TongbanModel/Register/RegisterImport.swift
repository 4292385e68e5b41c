// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Reads a file of records row by row and names every fault; decides nothing of what is kept already.
public struct RegisterImport {
    /// How much one file may hold.
    public struct Limits: Sendable {
        /// Bytes of the file.
        public var bytes = 64 << 20
        /// Rows without the header.
        public var rows = 200_000
        /// Faults that are named; of more only the number is told.
        public var faults = 5_000

        public init() {}
    }

    /// What a file holds.
    public struct Outcome: Sendable {
        public var rows: [ImportRow] = []
        public var faults: [ImportFault] = []
        /// How many faults there are, those not named included.
        public var faultCount = 0
        /// Rows read, faulty ones included.
        public var rowCount = 0
        /// The SHA-256 of the file, in hexadecimal digits; whoever reads it works it out.
        public var hash = ""
    }

    private let register: BureauDeclaration.Register
    private let check: FormCheck
    private let limits: Limits
    private let decode: ([UInt8]) -> String?
    private var outcome = Outcome()
    /// At which line a key stands.
    private var lines: [String: Int] = [:]

    /// - Parameters:
    ///   - today: the day on which dates of birth and the like are judged.
    ///   - decode: a cell's text, `nil` when its bytes are none in the file's encoding.
    public static func read(
        _ bytes: [UInt8],
        from start: Int,
        register: BureauDeclaration.Register,
        today: CivilDay,
        limits: Limits = Limits(),
        decode: @escaping ([UInt8]) -> String?
    ) -> Outcome {
        var reading = RegisterImport(register: register, today: today, limits: limits, decode: decode)
        reading.read(bytes, from: start)
        return reading.outcome
    }

    private init(
        register: BureauDeclaration.Register,
        today: CivilDay,
        limits: Limits,
        decode: @escaping ([UInt8]) -> String?
    ) {
        self.register = register
        self.check = FormCheck(fields: register.fields, today: today)
        self.limits = limits
        self.decode = decode
    }

    private mutating func fault(_ fault: ImportFault) {
        self.outcome.faultCount += 1
        if self.outcome.faults.count < self.limits.faults { self.outcome.faults.append(fault) }
    }

    private mutating func read(_ bytes: [UInt8], from start: Int) {
        guard bytes.count <= self.limits.bytes else {
            return self.fault(
                ImportFault(
                    row: 0,
                    code: "limit",
                    message: Bilingual(
                        "文件超过 \(self.limits.bytes) 字节",
                        "the file is longer than \(self.limits.bytes) bytes"
                    )
                )
            )
        }
        var reader = CSVReader(bytes, from: start)
        do throws(CSVReader.Fault) {
            guard let first = try reader.next() else {
                return self.fault(
                    ImportFault(row: 0, code: "header", message: Bilingual("文件是空的", "the file is empty"))
                )
            }
            let titles = first.fields.map { self.decode($0) ?? "?" }
            let (header, faults) = ImportHeader.read(titles, of: self.register)
            guard faults.isEmpty else { return faults.forEach { self.fault($0) } }
            while let row = try reader.next() {
                self.outcome.rowCount += 1
                guard self.outcome.rowCount <= self.limits.rows else {
                    return self.fault(
                        ImportFault(
                            row: row.line,
                            code: "limit",
                            message: Bilingual(
                                "文件超过 \(self.limits.rows) 行",
                                "the file has more than \(self.limits.rows) rows"
                            )
                        )
                    )
                }
                self.take(row, header)
            }
        } catch {
            self.fault(Self.fault(of: error))
        }
    }

    private mutating func take(_ row: CSVReader.Row, _ header: ImportHeader) {
        guard row.fields.count == header.columns.count else {
            return self.fault(
                ImportFault(
                    row: row.line,
                    code: "columns",
                    message: Bilingual(
                        "有 \(row.fields.count) 列,应为 \(header.columns.count) 列",
                        "has \(row.fields.count) columns instead of \(header.columns.count)"
                    )
                )
            )
        }
        let before = self.outcome.faultCount
        var data = JSONObject()
        var cells: [String: String] = [:]
        for (bytes, column) in zip(row.fields, header.columns) {
            guard let cell = self.decode(bytes) else {
                self.fault(
                    ImportFault(
                        row: row.line,
                        column: column.field.id,
                        code: "encoding",
                        message: Bilingual("编码有误", "is not in the encoding of the file")
                    )
                )
                continue
            }
            cells[column.field.id] = cell
            if let value = column.field.value(ofCell: cell, isWholeUnit: column.isWholeUnit) {
                data[column.field.id] = value
            }
        }
        guard self.outcome.faultCount == before else { return }
        for fault in self.check.faults(of: data) {
            let id = String(fault.field.prefix { $0 != "[" && $0 != "." })
            self.fault(
                ImportFault(
                    row: row.line,
                    column: id,
                    value: self.register.shownValue(cells[id], of: id),
                    code: fault.code,
                    message: fault.message
                )
            )
        }
        guard self.outcome.faultCount == before else { return }
        data = self.check.normal(data)
        guard let key = self.register.recordKey(of: data), key.utf8.count <= 256 else {
            return self.fault(
                ImportFault(
                    row: row.line,
                    column: self.register.key,
                    code: "format",
                    message: Bilingual("记录的键须为 1 至 256 字节", "a record's key has 1 to 256 bytes")
                )
            )
        }
        if let first = self.lines[key] {
            return self.fault(
                ImportFault(
                    row: row.line,
                    column: self.register.key,
                    value: self.register.shownValue(key, of: self.register.key),
                    code: "repeated",
                    message: Bilingual("与第 \(first) 行的键相同", "has the key of row \(first)")
                )
            )
        }
        self.lines[key] = row.line
        self.outcome.rows.append(ImportRow(row: row.line, key: key, data: data))
    }

    private static func fault(of fault: CSVReader.Fault) -> ImportFault {
        switch fault {
        case .openQuote(let line):
            ImportFault(
                row: line,
                code: "csv",
                message: Bilingual("引号没有结束,以下各行未读", "a quote is never closed; nothing after it was read")
            )
        case .afterQuote(let line):
            ImportFault(
                row: line,
                code: "csv",
                message: Bilingual(
                    "引号之后有多余的字符,以下各行未读",
                    "something follows a closing quote; nothing after it was read"
                )
            )
        case .longRow(let line, let limit):
            ImportFault(
                row: line,
                code: "limit",
                message: Bilingual(
                    "一行超过 \(limit) 字节,以下各行未读",
                    "a row is longer than \(limit) bytes; nothing after it was read"
                )
            )
        }
    }
}

extension BureauDeclaration.Register {
    /// What a report may show of a cell: nothing of personal and sensitive fields.
    public func shownValue(_ cell: String?, of id: String) -> String? {
        guard let cell, !cell.isEmpty, self.field(id)?.privacy == .public else { return nil }
        return cell.count > 80 ? "\(cell.prefix(79))…" : cell
    }
}
