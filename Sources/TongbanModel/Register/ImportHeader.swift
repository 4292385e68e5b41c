// SPDX-License-Identifier: Apache-2.0

import Civic

/// The columns of a file of records, by its first row.
///
/// A column is titled with the id of a field or its Chinese or English name. An amount or an area is in fen or in
/// hundredths of a mu, unless the title says `(元)`, `(yuan)`, `(亩)` or `(mu)` behind the name: then it is in that unit,
/// with up to two decimals.
public struct ImportHeader: Sendable {
    struct Column: Sendable {
        var field: FieldDeclaration
        var isWholeUnit: Bool
    }

    let columns: [Column]

    /// - Throws: all faults of the header.
    public static func read(
        _ titles: [String],
        of register: BureauDeclaration.Register
    ) -> (header: ImportHeader, faults: [ImportFault]) {
        var columns: [Column] = []
        var faults: [ImportFault] = []
        func fault(_ title: String, _ zh: String, _ en: String) {
            faults.append(ImportFault(row: 1, column: title, code: "header", message: Bilingual(zh, en)))
        }
        for title in titles {
            var name = title.trimmed
            var isWholeUnit = false
            for (unit, kind) in Self.units {
                guard name.hasSuffix(unit) else { continue }
                let plain = String(name.dropLast(unit.count)).trimmed
                if let field = Self.field(plain, of: register), field.kind == kind {
                    name = plain
                    isWholeUnit = true
                }
            }
            guard let field = Self.field(name, of: register) else {
                fault(title, "没有“\(name)”这一列", "there is no field \"\(name)\"")
                continue
            }
            if columns.contains(where: { $0.field.id == field.id }) {
                fault(title, "“\(name)”列重复", "the column \"\(name)\" is there twice")
            }
            columns.append(Column(field: field, isWholeUnit: isWholeUnit))
        }
        for field in register.fields
        where (field.required && field.onlyIf == nil || register.keyFields.contains(field.id))
            && !columns.contains(where: { $0.field.id == field.id })
        {
            fault(field.id, "缺少“\(field.name.zh)”列", "the column \"\(field.name.en)\" is missing")
        }
        return (ImportHeader(columns: columns), faults)
    }

    private static let units: [(String, FieldDeclaration.Kind)] = [
        ("(元)", .money), ("(元)", .money), ("(yuan)", .money), ("(亩)", .mu), ("(亩)", .mu), ("(mu)", .mu),
    ]

    private static func field(_ name: String, of register: BureauDeclaration.Register) -> FieldDeclaration? {
        register.field(name) ?? register.fields.first { $0.name.zh == name || $0.name.en == name }
    }
}
