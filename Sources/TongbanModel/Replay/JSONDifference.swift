// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What makes one JSON value of another: places and the values that stand there afterwards.
///
/// Written as an array of changes, each an array of the path and, unless the place is to be empty, the value; in a path
/// members stand by name and elements by index. An element after the last is added; an empty place at an index cuts the
/// array there.
struct JSONDifference: Sendable, Hashable {
    private var changes: [JSON] = []

    init(from old: JSON, to new: JSON) {
        self.compare(old, new, [])
    }

    var isEmpty: Bool { self.changes.isEmpty }
    var json: JSON { .array(self.changes) }

    private mutating func compare(_ old: JSON, _ new: JSON, _ path: [JSON]) {
        if old == new { return }
        switch (old, new) {
        case (.object(let before), .object(let after)):
            for member in before where after[member.name] == nil {
                self.changes.append([.array(path + [.string(member.name)])])
            }
            for member in after {
                let place = path + [.string(member.name)]
                if let value = before[member.name] {
                    self.compare(value, member.value, place)
                } else {
                    self.changes.append([.array(place), member.value])
                }
            }
        case (.array(let before), .array(let after)):
            for index in 0..<min(before.count, after.count) {
                self.compare(before[index], after[index], path + [.integer(Int64(index))])
            }
            if after.count < before.count { self.changes.append([.array(path + [.integer(Int64(after.count))])]) }
            for index in before.count..<max(before.count, after.count) {
                self.changes.append([.array(path + [.integer(Int64(index))]), after[index]])
            }
        default: self.changes.append([.array(path), new])
        }
    }

    /// Makes the changes that ``json`` tells of; those whose place is not there are left out.
    static func apply(_ json: JSON, to value: inout JSON) {
        for change in json.arrayValue ?? [] {
            guard let parts = change.arrayValue, let path = parts.first?.arrayValue else { continue }
            // Without a value the place is to be empty, which is not the same as to be null.
            let new: JSON? = if parts.count > 1 { parts[1] } else { Optional.none }
            Self.put(new, at: path[...], in: &value)
        }
    }

    private static func put(_ new: JSON?, at path: ArraySlice<JSON>, in value: inout JSON) {
        guard let first = path.first else {
            value = new ?? .null
            return
        }
        let rest = path.dropFirst()
        if let name = first.stringValue, case .object(var object) = value {
            value = .null
            if rest.isEmpty {
                object[name] = new
            } else if var inner = object[name] {
                self.put(new, at: rest, in: &inner)
                object[name] = inner
            }
            value = .object(object)
        } else if let index = first.integerValue.map(Int.init(clamping:)), case .array(var elements) = value,
            index >= 0,
            index <= elements.count
        {
            value = .null
            if !rest.isEmpty {
                if index < elements.count { self.put(new, at: rest, in: &elements[index]) }
            } else if let new {
                if index == elements.count { elements.append(new) } else { elements[index] = new }
            } else {
                elements.removeSubrange(index...)
            }
            value = .array(elements)
        }
    }
}
