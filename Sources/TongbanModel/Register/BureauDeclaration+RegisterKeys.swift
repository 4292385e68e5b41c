// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension BureauDeclaration.Register {
    /// The key of a record with these values: the value of the key field, or those of several fields with `|` between
    /// them, in which `|` and `%` are written `%7C` and `%25`. `nil` when a value is missing.
    public func recordKey(of data: JSONObject) -> String? {
        let fields = self.keyFields
        if fields.count == 1 { return data[self.key].flatMap { Self.plainText(of: $0) } }
        return Self.joined(fields.map { data[$0].flatMap { Self.plainText(of: $0) } })
    }

    /// The values by which a record is found: `field:<id>` for each index, `unique:<id>` for each unique key.
    public func indexKeys(of data: JSONObject) -> [String: String] {
        var keys: [String: String] = [:]
        for id in self.indexed ?? [] {
            if let text = self.field(id)?.kind.orderText(of: data[id]) { keys["field:\(id)"] = text }
        }
        for unique in self.unique ?? [] {
            for entry in self.entries(of: unique, in: data) { keys[entry.name] = entry.value }
        }
        return keys
    }

    /// What no other record may have: for a unique key its name and the values together, for each of several values one.
    public func entries(of unique: BureauDeclaration.UniqueKey, in data: JSONObject) -> [(name: String, value: String)]
    {
        guard unique.each == true else {
            let text = Self.joined(unique.fields.map { self.field($0)?.kind.orderText(of: data[$0]) })
            return text.map { [("unique:\(unique.id)", $0)] } ?? []
        }
        var values: Set<String> = []
        for field in unique.fields {
            if let list = data[field]?.arrayValue {
                values.formUnion(list.compactMap(\.stringValue))
            } else if let text = self.field(field)?.kind.orderText(of: data[field]) {
                values.insert(text)
            }
        }
        return values.sorted().map { ("unique:\(unique.id):\($0)", $0) }
    }

    /// Whether anything is to be kept beside the records for finding them.
    public var hasIndexes: Bool { self.indexed != nil || self.unique != nil }

    private static func plainText(of value: JSON) -> String? {
        let text = value.stringValue ?? value.integerValue.map { String($0) } ?? value.boolValue.map { "\($0)" }
        return text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func joined(_ texts: [String?]) -> String? {
        var parts: [String] = []
        for text in texts {
            guard let text else { return nil }
            var part = ""
            for character in text.unicodeScalars {
                switch character {
                case "%": part += "%25"
                case "|": part += "%7C"
                default: part.unicodeScalars.append(character)
                }
            }
            parts.append(part)
        }
        return parts.joined(separator: "|")
    }
}
