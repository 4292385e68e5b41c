// SPDX-License-Identifier: Apache-2.0

/// One definition in an interface.
public enum IDLMember: Sendable, Hashable {
    case type(IDLTypeAlias)
    case method(IDLMethod)
    case error(IDLError)

    public var name: String {
        switch self {
        case .type(let type): type.name
        case .method(let method): method.name
        case .error(let error): error.name
        }
    }

    public var docs: [String] {
        switch self {
        case .type(let type): type.docs
        case .method(let method): method.docs
        case .error(let error): error.docs
        }
    }
}
