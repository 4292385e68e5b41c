// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Checks the values of a form against its fields and names every fault at once.
public struct FormCheck: Sendable {
    public let fields: [FieldDeclaration]
    /// The day on which dates of birth and the like are judged.
    public let today: CivilDay

    public init(fields: [FieldDeclaration], today: CivilDay) {
        self.fields = fields
        self.today = today
    }

    public func faults(of values: JSONObject) -> [FormFault] {
        self.faults(of: values, fields: self.fields, path: "")
    }

    private func faults(of values: JSONObject, fields: [FieldDeclaration], path: String) -> [FormFault] {
        var faults: [FormFault] = []
        var context = values
        if context["today"] == nil { context["today"] = .string(self.today.description) }
        for field in fields {
            let value = values[field.id].flatMap { $0.isNull || $0 == "" ? Optional.none : $0 }
            if let condition = field.onlyIf, (try? JsonLogic.isTrue(condition, data: .object(context))) != true {
                if value != nil {
                    faults.append(
                        FormFault(
                            field: path + field.id,
                            code: "notExpected",
                            message: Bilingual(
                                "此处不应填写“\(field.name.zh)”",
                                "\"\(field.name.en)\" does not belong here"
                            )
                        )
                    )
                }
                continue
            }
            guard let value else {
                if field.required {
                    faults.append(
                        FormFault(
                            field: path + field.id,
                            code: "missing",
                            message: Bilingual("缺少“\(field.name.zh)”", "\"\(field.name.en)\" is missing")
                        )
                    )
                }
                continue
            }
            faults += self.faults(of: value, field: field, path: path + field.id)
        }
        for member in values where !fields.contains(where: { $0.id == member.name }) {
            faults.append(
                FormFault(
                    field: path + member.name,
                    code: "unknown",
                    message: Bilingual("没有“\(member.name)”这一项", "there is no field \"\(member.name)\"")
                )
            )
        }
        return faults
    }

    private func faults(of value: JSON, field: FieldDeclaration, path: String) -> [FormFault] {
        func fault(_ code: String, _ zh: String, _ en: String) -> [FormFault] {
            [
                FormFault(
                    field: path,
                    code: code,
                    message: Bilingual("“\(field.name.zh)”\(zh)", "\"\(field.name.en)\" \(en)")
                )
            ]
        }
        func bounds(_ number: Int64, _ zh: String, _ en: String) -> [FormFault] {
            if let minimum = field.minimum, number < minimum {
                return fault("range", "\(zh)不得少于 \(minimum)", "\(en) must be at least \(minimum)")
            }
            if let maximum = field.maximum, number > maximum {
                return fault("range", "\(zh)不得多于 \(maximum)", "\(en) must be at most \(maximum)")
            }
            return []
        }
        switch field.kind {
        case .text:
            guard let text = value.stringValue else { return fault("type", "须为文字", "must be a text") }
            if text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F }) {
                return fault("format", "含有控制字符", "has control characters")
            }
            let length = Int64(text.count)
            return field.maximum == nil && length > 2_000
                ? fault("range", "不得超过 2000 字", "must be at most 2000 characters long")
                : bounds(length, "的字数", "in characters")
        case .integer, .money, .mu:
            guard let number = value.integerValue else { return fault("type", "须为整数", "must be a whole number") }
            return bounds(number, "", "")
        case .boolean:
            return value.boolValue == nil ? fault("type", "须为是或否", "must be true or false") : []
        case .choice:
            guard let code = value.stringValue, field.options.contains(where: { $0.code == code }) else {
                let codes = field.options.map(\.code)
                return fault(
                    "option",
                    "须为 \(codes.joined(separator: "、")) 之一",
                    "must be one of \(codes.joined(separator: ", "))"
                )
            }
            return []
        case .choices:
            guard let codes = value.arrayValue?.map(\.stringValue), !codes.contains(nil) else {
                return fault("type", "须为代码的列表", "must be a list of codes")
            }
            guard codes.allSatisfy({ code in field.options.contains { $0.code == code } }),
                Set(codes).count == codes.count
            else {
                let known = field.options.map(\.code)
                return fault(
                    "option",
                    "只能在 \(known.joined(separator: "、")) 中各选一次",
                    "may hold each of \(known.joined(separator: ", ")) once"
                )
            }
            return bounds(Int64(codes.count), "的个数", "in number")
        case .date:
            return value.stringValue.flatMap({ CivilDay($0) }) == nil
                ? fault("format", "须为日期,如 2022-07-12", "must be a date such as 2022-07-12") : []
        case .moment:
            return value.stringValue.flatMap({ Instant($0) }) == nil
                ? fault(
                    "format",
                    "须为带时区的时刻,如 2022-07-12T08:00:00+08:00",
                    "must be a moment with offset such as 2022-07-12T08:00:00+08:00"
                ) : []
        case .percent:
            guard let n = value["n"]?.integerValue, let d = value["d"]?.integerValue, value.objectValue?.count == 2,
                d > 0 || (d == 0 && n == 0)
            else {
                return fault(
                    "format",
                    "须为 {n, d} 两个整数,d 为正,或都为 0",
                    "must be {n, d}, two whole numbers, d positive or both 0"
                )
            }
            return bounds(n, "的分子", "in its numerator")
        case .approximate:
            guard let number = value["value"]?.integerValue, value.objectValue?.count == 2,
                let qualifier = value["qualifier"]?.stringValue, Approximate.Qualifier(rawValue: qualifier) != nil
            else {
                return fault(
                    "format",
                    "须为 {value, qualifier},qualifier 为 EXACT、MORE_THAN 或 NEARLY",
                    "must be {value, qualifier} with the qualifier EXACT, MORE_THAN or NEARLY"
                )
            }
            return bounds(number, "", "")
        case .residentID, .creditCode, .businessCode, .personName, .disabilityCertificate, .mobile, .area:
            guard let text = value.stringValue else { return fault("type", "须为文字", "must be a text") }
            guard let problem = IdentifierCheck.problem(of: text, kind: field.kind, today: self.today) else {
                return []
            }
            return fault("format", ":\(problem.zh)", ": \(problem.en)")
        case .geo:
            guard let point = GeoPoint(json: value) else {
                return fault(
                    "format",
                    "须为 {latitude, longitude, datum},度数乘以一千万,datum 为 WGS84 或 GCJ02",
                    "must be {latitude, longitude, datum} with degrees times ten million and datum WGS84 or GCJ02"
                )
            }
            let datums = field.options.map(\.code)
            guard datums.isEmpty || datums.contains(point.datum.rawValue) else {
                return fault(
                    "datum",
                    "的坐标系须为 \(datums.joined(separator: "、")),现为 \(point.datum.rawValue)",
                    "must be of the datum \(datums.joined(separator: ", ")), not \(point.datum.rawValue)"
                )
            }
            return []
        case .texts:
            guard let texts = value.arrayValue, texts.allSatisfy({ $0.stringValue != nil }) else {
                return fault("type", "须为文字的列表", "must be a list of texts")
            }
            return bounds(Int64(texts.count), "的个数", "in number")
        case .rows:
            guard let rows = value.arrayValue else { return fault("type", "须为列表", "must be a list") }
            var faults = bounds(Int64(rows.count), "的行数", "in rows")
            for (index, row) in rows.enumerated() {
                if let object = row.objectValue {
                    faults += self.faults(of: object, fields: field.fields, path: "\(path)[\(index)].")
                } else {
                    faults += fault("type", "第 \(index + 1) 行须为对象", "row \(index + 1) must be an object")
                }
            }
            return faults
        case .any:
            return []
        }
    }
}
