// SPDX-License-Identifier: Apache-2.0

/// The type of a field.
public indirect enum IDLType: Sendable, Hashable {
    case bool
    case int
    case float
    case string

    /// Any JSON object.
    case object

    /// Any JSON value.
    case any

    /// A type defined in the same interface.
    case named(String)

    case structure(IDLStruct)
    case enumeration(IDLEnum)

    /// `[]T`
    case array(IDLType)

    /// `[string]T`; with an empty struct for `T` it is a set of strings.
    case map(IDLType)

    /// `?T`; never of a nullable type.
    case nullable(IDLType)

    public var isNullable: Bool {
        if case .nullable = self { true } else { false }
    }

    /// Whether this is `[string]()`.
    public var isStringSet: Bool {
        self == .map(.structure(IDLStruct(fields: [])))
    }
}
