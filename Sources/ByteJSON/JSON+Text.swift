// SPDX-License-Identifier: Apache-2.0

extension JSON: JSONReadable, JSONWritable {
    public init(from reader: inout JSONReader) throws(JSONError) {
        self = try reader.readValue()
    }

    public func write(to writer: inout JSONWriter) {
        writer.write(self)
    }
}

extension JSON {
    /// The value as compact JSON text, UTF-8, members in the order they were written.
    public func bytes() -> [UInt8] { self.jsonBytes() }

    /// The value as compact JSON text, members in the order they were written.
    public var text: String { self.jsonText }

    /// The value as JSON text for people: a line for each member and element, indented by two spaces.
    public var pretty: String {
        var text = ""
        self.appendPretty(indentation: "\n", to: &text)
        return text
    }

    /// The value as compact JSON text with the members of every object sorted by the bytes of their names.
    ///
    /// Two values are written alike exactly if they are equal, so that this is what to compare and to hash.
    public var canonical: String { self.sorted.jsonText }

    /// ``canonical`` as UTF-8.
    public func canonicalBytes() -> [UInt8] { self.sorted.jsonBytes() }

    private var sorted: JSON {
        switch self {
        case .array(let elements):
            return .array(elements.map(\.sorted))
        case .object(let object):
            let members = object.members
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
                .map { JSONObject.Member(name: $0.name, value: $0.value.sorted) }
            return .object(JSONObject(uniqueMembers: members))
        default:
            return self
        }
    }

    private func appendPretty(indentation: String, to text: inout String) {
        let inner = indentation + "  "
        switch self {
        case .array(let elements) where !elements.isEmpty:
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "" : ",") + inner
                element.appendPretty(indentation: inner, to: &text)
            }
            text += indentation + "]"
        case .object(let object) where !object.isEmpty:
            text += "{"
            for (index, member) in object.members.enumerated() {
                text += (index == 0 ? "" : ",") + inner + member.name.jsonText + ": "
                member.value.appendPretty(indentation: inner, to: &text)
            }
            text += indentation + "}"
        default:
            text += self.jsonText
        }
    }
}

extension JSON: CustomStringConvertible {
    public var description: String { self.text }
}
