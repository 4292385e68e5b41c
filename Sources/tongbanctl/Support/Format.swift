// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanModel

/// How values are written for people.
enum Format {
    /// `2022-07-12 周二 09:30`; a text that is no moment stays as it is.
    static func moment(_ text: String?, _ language: Language) -> String {
        guard let text else { return "—" }
        guard let instant = Instant(text) else { return text }
        let day = ShanghaiTime.day(of: instant)
        let minutes = ShanghaiTime.timeOfDay(of: instant).minutes
        return "\(day) \(day.weekday.name.text(language)) \(two(minutes / 60)):\(two(minutes % 60))"
    }

    /// A due moment as its last day: what ends at 24:00 is due on the day before.
    static func due(_ text: String?, _ language: Language) -> String {
        guard let text else { return "—" }
        guard let instant = Instant(text) else { return text }
        if ShanghaiTime.timeOfDay(of: instant).milliseconds == 0 {
            let day = ShanghaiTime.day(of: instant).adding(days: -1)
            return "\(day) \(day.weekday.name.text(language)) 24:00"
        }
        return self.moment(text, language)
    }

    /// How much is left of a limit, in working days after today.
    static func workingDays(_ days: Int?, _ console: Console) -> String {
        guard let days else { return "" }
        if days < 0 { return console.text("超期 \(-days) 个工作日", "\(-days) wd late") }
        return days == 0 ? console.text("最后一天", "last day") : console.text("\(days) 个工作日", "\(days) wd")
    }

    /// As ``due(_:_:)``, with the days that are left after a day: `2022-07-21 周四 24:00(还有 9 天)`.
    static func due(_ text: String?, after today: CivilDay, _ console: Console) -> String {
        let shown = self.due(text, console.language)
        guard let instant = text.flatMap({ Instant($0) }) else { return shown }
        let days = today.days(until: ShanghaiTime.day(of: instant.adding(milliseconds: -1)))
        if days < 0 { return shown + console.text("(超期 \(-days) 天)", " (\(-days) d late)") }
        return shown
            + (days == 0 ? console.text("(今天)", " (today)") : console.text("(还有 \(days) 天)", " (\(days) d left)"))
    }

    /// The value of a field as people say it: codes with their names, amounts in yuan.
    static func value(_ value: JSON, of field: FieldDeclaration?, _ language: Language) -> String {
        func name(_ code: JSON) -> String {
            guard let code = code.stringValue, let option = field?.options.first(where: { $0.code == code }) else {
                return self.value(code)
            }
            return "\(option.name.text(language)) \(code)"
        }
        switch (field?.kind, value) {
        case (.choice?, .string): return name(value)
        case (.choices?, .array(let codes)): return codes.map(name).joined(separator: ", ")
        case (.money?, .integer(let fen)): return Fen(fen).description
        case (.boolean?, .bool(let value)): return Bilingual(value ? "是" : "否", value ? "yes" : "no").text(language)
        default: return self.value(value)
        }
    }

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// The value of a field in one line.
    static func value(_ value: JSON) -> String {
        switch value {
        case .null: "—"
        case .string(let text): text
        case .array(let elements) where elements.allSatisfy { $0.stringValue != nil }:
            elements.compactMap(\.stringValue).joined(separator: ", ")
        default: value.text
        }
    }
}

/// Reads `name=value` arguments by the kinds of the fields they are meant for.
enum Values {
    /// - Parameter fields: the declarations of the fields; a value of a field not among them is read as JSON when it
    ///   begins like an object, array or quoted text, else as a text.
    static func parse(_ pairs: [String], json: String?, fields: [JSON]) throws -> JSONObject {
        var object = JSONObject()
        if let json {
            object = try Check.object(json, option: "--data").parsed().objectValue ?? [:]
        }
        for pair in pairs {
            guard let equals = pair.firstIndex(of: "="), equals != pair.startIndex else {
                throw ValidationError("\"\(pair)\" must read name=value / 须写成 名称=值")
            }
            let name = String(pair[..<equals])
            let kind = fields.first { $0["id"]?.stringValue == name }?["kind"]?.stringValue
            object[name] = Self.value(String(pair[pair.index(after: equals)...]), kind: kind)
        }
        return object
    }

    /// Whether they can be read, whatever the fields.
    static func check(_ pairs: [String], json: String?) throws {
        _ = try Self.parse(pairs, json: json, fields: [])
    }

    static func value(_ text: String, kind: String?) -> JSON {
        switch kind {
        case "integer", "money", "mu": return Int64(text).map(JSON.integer) ?? .string(text)
        case "boolean":
            return ["true", "yes", "是"].contains(text)
                ? true : ["false", "no", "否"].contains(text) ? false : .string(text)
        case "texts", "choices":
            if text.first == "[", let parsed = try? JSON(parsing: text) { return parsed }
            return .array(text.split(separator: ",").map { .string(String($0)) })
        case "rows", "geo", "any", "approximate", "percent", nil:
            if let first = text.first, "{[\"".contains(first), let parsed = try? JSON(parsing: text) { return parsed }
            return .string(text)
        default: return .string(text)
        }
    }
}

struct UsageError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}
