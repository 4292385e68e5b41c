// SPDX-License-Identifier: Apache-2.0

/// A Varlink interface definition (UAPI.20): a name, and the types, methods and errors it defines.
///
/// Documentation is the block of comment lines right above what it is about, without the `#` and the space that
/// follows. Other comments are not kept.
public struct IDLInterface: Sendable, Hashable {
    public var docs: [String]

    /// The name, in reverse domain order: `org.example.Queue`.
    public var name: String

    /// What is defined, in the order in which it is written; at least one.
    public var members: [IDLMember]

    public init(docs: [String] = [], name: String, members: [IDLMember]) {
        self.docs = docs
        self.name = name
        self.members = members
    }
}

extension IDLInterface {
    public var types: [IDLTypeAlias] {
        self.members.compactMap { if case .type(let type) = $0 { type } else { nil } }
    }

    public var methods: [IDLMethod] {
        self.members.compactMap { if case .method(let method) = $0 { method } else { nil } }
    }

    public var errors: [IDLError] {
        self.members.compactMap { if case .error(let error) = $0 { error } else { nil } }
    }

    /// The last part of the name: `Queue` of `org.example.Queue`.
    public var lastNamePart: String {
        self.name.split(separator: ".").last.map(String.init) ?? self.name
    }
}
