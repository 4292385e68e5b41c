// SPDX-License-Identifier: Apache-2.0

/// `type Name (…)`: a struct or an enumeration with a name.
public struct IDLTypeAlias: Sendable, Hashable {
    public enum Definition: Sendable, Hashable {
        case structure(IDLStruct)
        case enumeration(IDLEnum)
    }

    public var docs: [String]
    public var name: String
    public var definition: Definition

    public init(docs: [String] = [], name: String, definition: Definition) {
        self.docs = docs
        self.name = name
        self.definition = definition
    }
}
