// SPDX-License-Identifier: Apache-2.0

/// `(name: type, …)`
public struct IDLStruct: Sendable, Hashable {
    public var fields: [IDLField]

    public init(fields: [IDLField]) {
        self.fields = fields
    }
}
