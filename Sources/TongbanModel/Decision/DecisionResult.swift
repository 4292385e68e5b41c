// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What a table or score card gave, and why.
public struct DecisionResult: Sendable, Hashable {
    /// How one row, or one criterion, came out.
    public struct Line: Sendable, Hashable {
        public var id: String
        public var name: Bilingual?
        /// Whether the row fits, the criterion was met, the veto holds.
        public var holds: Bool
        /// The input at which a row failed; `if` for its rule.
        public var input: String?
        /// What was asked there.
        public var condition: String?
        /// The value there.
        public var value: JSON?
        /// Of a criterion: what it gave, in hundredths.
        public var points: Int64?
        /// Of a criterion: its group.
        public var group: String?
    }

    public var table: String
    public var version: CivilDay
    public var isScore: Bool
    /// By their ids.
    public var inputs: JSONObject
    /// The rows that count; of a score card, the vetoes that hold.
    public var rows: [String]
    public var lines: [Line]
    public var value: JSON

    /// How many lines are kept; the lines of rows that fit are kept first.
    public static let lineLimit = 60

    public var json: JSON {
        var object: JSONObject = [
            "table": .string(self.table), "version": .string(self.version.description),
            "inputs": .object(self.inputs), "rows": .array(self.rows.map(JSON.string)),
            "lines": .array(self.lines.map(\.json)), "value": self.value,
        ]
        if self.isScore { object["score"] = true }
        return .object(object)
    }

    public init?(json: JSON) {
        guard let table = json["table"]?.stringValue,
            let version = json["version"]?.stringValue.flatMap({ CivilDay($0) }),
            let inputs = json["inputs"]?.objectValue, let rows = json["rows"]?.arrayValue,
            let lines = json["lines"]?.arrayValue
        else { return nil }
        self.init(
            table: table,
            version: version,
            isScore: json["score"]?.boolValue ?? false,
            inputs: inputs,
            rows: rows.compactMap(\.stringValue),
            lines: lines.compactMap(Line.init(json:)),
            value: json["value"] ?? .null
        )
    }

    init(
        table: String,
        version: CivilDay,
        isScore: Bool,
        inputs: JSONObject,
        rows: [String],
        lines: [Line],
        value: JSON
    ) {
        self.table = table
        self.version = version
        self.isScore = isScore
        self.inputs = inputs
        self.rows = rows
        // Of many rows, those that say nothing but "no" are left out first.
        let kept = lines.count <= Self.lineLimit ? lines : lines.filter(\.holds) + lines.filter { !$0.holds }
        self.lines = Array(kept.prefix(Self.lineLimit))
        self.value = value
    }
}

extension DecisionResult.Line {
    var json: JSON {
        var object: JSONObject = ["id": .string(self.id), "holds": .bool(self.holds)]
        object["name"] = self.name?.json
        object["input"] = self.input.map(JSON.string)
        object["condition"] = self.condition.map(JSON.string)
        object["value"] = self.value
        object["points"] = self.points.map(JSON.integer)
        object["group"] = self.group.map(JSON.string)
        return .object(object)
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let holds = json["holds"]?.boolValue else { return nil }
        self.init(
            id: id,
            name: json["name"].flatMap(Bilingual.init(json:)),
            holds: holds,
            input: json["input"]?.stringValue,
            condition: json["condition"]?.stringValue,
            value: json["value"],
            points: json["points"]?.integerValue,
            group: json["group"]?.stringValue
        )
    }

    /// The line as a sentence.
    public func text(_ language: Language) -> String {
        let isChinese = language == .chinese
        let name = self.name.map { " \($0.text(language))" } ?? ""
        if let points {
            let amount = DecisionKind.written(hundredths: points)
            let place = self.group.map { "\($0)/" } ?? ""
            let why = self.input.map { input in
                isChinese ? "(\(input) \(self.condition ?? ""))" : " (\(input) \(self.condition ?? ""))"
            }
            return "\(place)\(self.id)\(name): \(amount)\(why ?? "")"
        }
        if self.holds { return isChinese ? "\(self.id)\(name):符合" : "\(self.id)\(name): fits" }
        let value = self.value.map { $0.stringValue ?? $0.text } ?? "—"
        let input = self.input ?? ""
        let asked = self.condition ?? ""
        return isChinese
            ? "\(self.id)\(name):不符合,\(input) = \(value),要求 \(asked)"
            : "\(self.id)\(name): does not fit: \(input) = \(value), asked for \(asked)"
    }
}
