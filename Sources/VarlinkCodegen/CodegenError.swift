// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

/// Why no code can be written for an interface definition.
public enum CodegenError: Error, Sendable, Hashable {
    /// The text does not follow the grammar.
    case syntax(IDLParseError)

    /// The definition does not make sense: undefined names, names used twice, structs that contain themselves.
    case findings([IDLFinding])
}

extension CodegenError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .syntax(let error): error.description
        case .findings(let findings): findings.map(\.description).joined(separator: "\n")
        }
    }
}
