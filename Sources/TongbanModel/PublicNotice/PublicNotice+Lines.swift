// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension PublicNotice {
    /// What is shown of a case: personal values masked, sensitive ones and missing ones left out.
    public static func lines(_ ids: [String], of values: JSONObject, fields: [FieldDeclaration]) -> [Line] {
        let masked = FormMask(fields: fields).list(values)
        return ids.compactMap { id in
            guard let field = fields.first(where: { $0.id == id }), field.privacy != .sensitive, let value = masked[id],
                !value.isNull
            else { return nil }
            return Line(name: field.name, value: Self.text(value, of: field))
        }
    }

    private static func text(_ value: JSON, of field: FieldDeclaration) -> Bilingual {
        func name(_ code: String) -> Bilingual {
            field.options.first { $0.code == code }?.name ?? Bilingual(code, code)
        }
        switch (field.kind, value) {
        case (.choice, .string(let code)): return name(code)
        case (.choices, .array(let codes)):
            let names = codes.compactMap(\.stringValue).map(name)
            return Bilingual(names.map(\.zh).joined(separator: "、"), names.map(\.en).joined(separator: ", "))
        case (.texts, .array(let texts)):
            let texts = texts.compactMap(\.stringValue)
            return Bilingual(texts.joined(separator: "、"), texts.joined(separator: ", "))
        case (.money, .integer(let fen)): return Bilingual("\(Fen(fen)) 元", "\(Fen(fen)) yuan")
        case (.mu, .integer(let hundredths)):
            return Bilingual("\(Mu(hundredths: hundredths)) 亩", "\(Mu(hundredths: hundredths)) mu")
        case (_, .bool(let flag)): return flag ? Bilingual("是", "yes") : Bilingual("否", "no")
        case (_, .string(let text)): return Bilingual(text, text)
        default: return Bilingual(value.canonical, value.canonical)
        }
    }
}
