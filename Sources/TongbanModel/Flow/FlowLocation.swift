// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A place in a flow's data: a name and the way inward from there.
struct FlowLocation: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case name(String)
        case index(Int)
        /// A rule that gives the name or the index.
        case computed(JSON)
    }

    var root: String
    var parts: [Part]

    static let systemNames: Set<String> = ["_event", "_sessionid", "_name", "_ioprocessors", "_x"]

    /// Reads `total`, `items[0].fee`, `items[i]['fee']`, `items.0.fee`, or a `var` rule with a plain path.
    init(_ text: String) throws(FlowError) {
        let rule: JSON
        do {
            rule = try FlowExpression.rule(text)
        } catch {
            throw .badLocation(text)
        }
        guard let location = FlowLocation(rule: rule) else { throw .badLocation(text) }
        self = location
    }

    private init?(rule: JSON) {
        guard case .object(let object) = rule, object.count == 1 else { return nil }
        if let path = object["var"]?.stringValue {
            let parts = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard parts.allSatisfy({ !$0.isEmpty }), let root = parts.first else { return nil }
            self.root = root
            self.parts = parts.dropFirst().map { part in Int(part).map(Part.index) ?? .name(part) }
        } else if let pair = object["get"]?.arrayValue, pair.count == 2, let inner = FlowLocation(rule: pair[0]) {
            self = inner
            switch pair[1] {
            case .string(let name): self.parts.append(.name(name))
            case .integer(let index): self.parts.append(.index(Int(index)))
            default: self.parts.append(.computed(pair[1]))
            }
        } else {
            return nil
        }
    }

    /// Puts a value at the end of a way inward.
    ///
    /// - Returns: `false` when the way does not exist; the last member of an object, and the element after the last of
    ///   an array, need not exist.
    static func set(_ value: JSON, at parts: ArraySlice<Part>, in whole: inout JSON) -> Bool {
        guard let part = parts.first else {
            whole = value
            return true
        }
        switch (whole, part) {
        case (.object(var object), _):
            let name: String
            switch part {
            case .name(let text): name = text
            case .index(let index): name = String(index)
            case .computed: return false
            }
            whole = .null
            defer { whole = .object(object) }
            if parts.count == 1 {
                object[name] = value
                return true
            }
            guard var inner = object[name] else { return false }
            let isSet = self.set(value, at: parts.dropFirst(), in: &inner)
            object[name] = inner
            return isSet
        case (.array(var elements), .index(let index)):
            whole = .null
            defer { whole = .array(elements) }
            if index == elements.count, parts.count == 1 {
                elements.append(value)
                return true
            }
            guard elements.indices.contains(index) else { return false }
            return self.set(value, at: parts.dropFirst(), in: &elements[index])
        default:
            return false
        }
    }
}
