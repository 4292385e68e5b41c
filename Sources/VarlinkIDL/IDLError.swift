// SPDX-License-Identifier: Apache-2.0

/// `error Name (…)`
public struct IDLError: Sendable, Hashable {
    public var docs: [String]
    public var name: String
    public var parameters: IDLStruct

    public init(docs: [String] = [], name: String, parameters: IDLStruct) {
        self.docs = docs
        self.name = name
        self.parameters = parameters
    }
}
