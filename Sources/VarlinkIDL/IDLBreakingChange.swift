// SPDX-License-Identifier: Apache-2.0

/// A difference between two versions of an interface that somebody who was built for the old one may stumble over.
public struct IDLBreakingChange: Sendable, Hashable {
    /// What changed: `TaskInfo.state`, or for a method's parameters `Submit.input.tasks`.
    public var place: String

    /// How.
    public var message: String

    public init(place: String, message: String) {
        self.place = place
        self.message = message
    }
}

extension IDLBreakingChange: CustomStringConvertible {
    public var description: String { "\(self.place): \(self.message)" }
}

extension IDLInterface {
    /// What in this version breaks those who were built for an older one.
    ///
    /// New types, methods and errors, and new nullable fields, break nobody, nor does another order, nor documentation.
    /// Everything else does: it needs an interface of another name.
    public func breakingChanges(since old: IDLInterface) -> [IDLBreakingChange] {
        var comparison = IDLComparison()
        if self.name != old.name {
            comparison.report(old.name, "the interface is now called \(self.name)")
        }
        let members = Dictionary(self.members.map { ($0.name, $0) }) { first, _ in first }
        for oldMember in old.members {
            if let member = members[oldMember.name] {
                comparison.compare(oldMember, member)
            } else {
                comparison.report(oldMember.name, "was removed")
            }
        }
        return comparison.changes
    }
}

private struct IDLComparison {
    var changes: [IDLBreakingChange] = []

    mutating func report(_ place: String, _ message: String) {
        self.changes.append(IDLBreakingChange(place: place, message: message))
    }

    mutating func compare(_ old: IDLMember, _ new: IDLMember) {
        switch (old, new) {
        case (.type(let old), .type(let new)):
            switch (old.definition, new.definition) {
            case (.structure(let oldStruct), .structure(let newStruct)):
                self.compare(oldStruct, newStruct, old.name)
            case (.enumeration(let oldEnum), .enumeration(let newEnum)):
                self.compare(oldEnum, newEnum, old.name)
            case (.structure, .enumeration):
                self.report(old.name, "was a struct, and is an enumeration now")
            case (.enumeration, .structure):
                self.report(old.name, "was an enumeration, and is a struct now")
            }
        case (.method(let old), .method(let new)):
            self.compare(old.input, new.input, old.name + ".input")
            self.compare(old.output, new.output, old.name + ".output")
        case (.error(let old), .error(let new)):
            self.compare(old.parameters, new.parameters, old.name)
        default:
            self.report(old.name, "was \(Self.kind(old)), and is \(Self.kind(new)) now")
        }
    }

    private static func kind(_ member: IDLMember) -> String {
        switch member {
        case .type: "a type"
        case .method: "a method"
        case .error: "an error"
        }
    }

    private mutating func compare(_ old: IDLStruct, _ new: IDLStruct, _ place: String) {
        for oldField in old.fields {
            if let field = new.fields.first(where: { $0.name == oldField.name }) {
                self.compare(oldField.type, field.type, place + "." + oldField.name)
            } else {
                self.report(place + "." + oldField.name, "was removed")
            }
        }
        for field in new.fields where !field.type.isNullable {
            if !old.fields.contains(where: { $0.name == field.name }) {
                self.report(place + "." + field.name, "is new and not nullable")
            }
        }
    }

    private mutating func compare(_ old: IDLEnum, _ new: IDLEnum, _ place: String) {
        let oldNames = old.values.map(\.name)
        let newNames = new.values.map(\.name)
        for name in oldNames where !newNames.contains(name) {
            self.report(place, "the value '\(name)' was removed")
        }
        for name in newNames where !oldNames.contains(name) {
            self.report(place, "the value '\(name)' is new, and unknown to those who read it")
        }
    }

    private mutating func compare(_ old: IDLType, _ new: IDLType, _ place: String) {
        switch (old, new) {
        case (.structure(let old), .structure(let new)):
            self.compare(old, new, place)
        case (.enumeration(let old), .enumeration(let new)):
            self.compare(old, new, place)
        case (.array(let old), .array(let new)), (.map(let old), .map(let new)),
            (.nullable(let old), .nullable(let new)):
            self.compare(old, new, place)
        case _ where old != new:
            self.report(place, "was \(old.text), and is \(new.text) now")
        default:
            break
        }
    }
}
