// SPDX-License-Identifier: Apache-2.0

/// `method Name(…) -> (…)`
public struct IDLMethod: Sendable, Hashable {
    public var docs: [String]
    public var name: String
    public var input: IDLStruct
    public var output: IDLStruct

    public init(docs: [String] = [], name: String, input: IDLStruct, output: IDLStruct) {
        self.docs = docs
        self.name = name
        self.input = input
        self.output = output
    }
}
