// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Registers {
    /// Reads a file of records, and puts them all when there is no fault, or none.
    ///
    /// A record that is there with the same content stays as it is, so that the same file again changes nothing. Records
    /// the file does not name stay too.
    ///
    /// - Parameters:
    ///   - encoding: `nil` to find it out: by the mark of UTF-8, else UTF-8 when all of it is, else GB18030.
    ///   - from: the day from which the records are valid so, in a dated register; today unless given.
    ///   - isPreview: whether only the report is wanted.
    public func importFile(
        _ bytes: [UInt8],
        bureau: String,
        register: String,
        encoding: TextEncoding? = nil,
        from: CivilDay? = nil,
        isPreview: Bool = false
    ) throws(EngineError) -> ImportReport {
        let file = RegisterFile(
            bytes: bytes,
            encoding: encoding,
            register: try self.declaration(bureau, register),
            today: ShanghaiTime.day(of: self.engine.now),
            limits: self.importLimits
        )
        return try self.apply(try file.read(), of: file, bureau: bureau, from: from, isPreview: isPreview)
    }

    /// Puts what a file held that has been read elsewhere, all or nothing.
    ///
    /// - Throws: a refusal with the code `CHANGED` when the register has been declared anew meanwhile.
    public func apply(
        _ outcome: RegisterImport.Outcome,
        of file: RegisterFile,
        bureau: String,
        from: CivilDay? = nil,
        isPreview: Bool = false
    ) throws(EngineError) -> ImportReport {
        let declaration = try self.declaration(bureau, file.register.id)
        guard declaration == file.register else { throw .refused(.registerChanged(declaration)) }
        var report = ImportReport(
            isApplied: false,
            rows: outcome.rowCount,
            faults: outcome.faults,
            faultCount: outcome.faultCount
        )
        func fault(_ fault: ImportFault) {
            report.faultCount += 1
            if report.faults.count < self.importLimits.faults { report.faults.append(fault) }
        }
        func refuse(_ row: ImportRow, _ refusal: Refusal) {
            fault(
                ImportFault(
                    row: row.row,
                    column: declaration.key,
                    value: declaration.shownValue(row.key, of: declaration.key),
                    code: refusal.code.lowercased(),
                    message: refusal.message
                )
            )
        }
        for found in try self.uniqueFaults(outcome.rows, declaration, bureau) { fault(found) }
        var pending: [RegisterChange] = []
        var new = 0
        for row in outcome.rows {
            let change = try self.change(
                row.key,
                to: row.data,
                in: declaration,
                of: bureau,
                from: from,
                isOneOfMany: true
            )
            switch change.result {
            case .unchanged:
                report.unchanged += 1
                continue
            case .added:
                report.added += 1
                if change.isCurrent { new += 1 }
            case .changed: report.changed += 1
            }
            if let refusal = change.refusal { refuse(row, refusal) }
            pending.append(change)
        }
        for (row, refusal) in try self.totalFaults(outcome.rows, declaration, bureau) { refuse(row, refusal) }
        if let limit = declaration.limit {
            let count = try self.cases.store { store throws(StoreError) in
                try store.recordCount(bureau: bureau, register: declaration.id)
            }
            if count + new > limit {
                fault(ImportFault(row: 0, code: "limit", message: Refusal.registerFull(declaration, limit).message))
            }
        }
        report.faults.sort { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") }
        guard report.faultCount == 0, !isPreview else { return report }
        for change in pending { try self.carryOut(change) }
        report.isApplied = true
        if !pending.isEmpty {
            try self.engine.record("register.imported", bureau: bureau, caseNumber: nil) { writer in
                writer.beginObject()
                writer.member("register", declaration.id)
                writer.member("sha256", outcome.hash)
                writer.member("rows", report.rows)
                writer.member("added", report.added)
                writer.member("changed", report.changed)
                writer.endObject()
            }
        }
        return report
    }

    /// Rows that would have a unique value in common with another row, or with a record that keeps its own.
    private func uniqueFaults(
        _ rows: [ImportRow],
        _ declaration: BureauDeclaration.Register,
        _ bureau: String
    ) throws(EngineError) -> [ImportFault] {
        var faults: [ImportFault] = []
        let keys = declaration.unique == nil ? [] : Set(rows.map(\.key))
        for unique in declaration.unique ?? [] {
            let names = unique.fields.compactMap { declaration.field($0)?.name }
            let (zh, en) = (names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
            var lines: [String: Int] = [:]
            for row in rows {
                var message: Bilingual?
                for entry in declaration.entries(of: unique, in: row.data) {
                    if let line = lines[entry.name + "=" + entry.value] {
                        message = Bilingual("“\(zh)”与第 \(line) 行相同", "has the same \(en) as row \(line)")
                    } else if let other = try self.holder(of: entry, declaration.id, bureau, otherThan: row.key),
                        !keys.contains(other)
                    {
                        message = Bilingual("台账中已有“\(zh)”相同的记录", "the register has a record with the same \(en)")
                    } else {
                        lines[entry.name + "=" + entry.value] = row.row
                    }
                }
                guard let message else { continue }
                faults.append(
                    ImportFault(row: row.row, column: unique.fields.first, code: "unique", message: message)
                )
            }
        }
        return faults
    }
}
