// SPDX-License-Identifier: Apache-2.0

/// One field of a struct.
public struct IDLField: Sendable, Hashable {
    public var docs: [String]
    public var name: String
    public var type: IDLType

    public init(docs: [String] = [], name: String, type: IDLType) {
        self.docs = docs
        self.name = name
        self.type = type
    }
}
