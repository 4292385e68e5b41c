// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Varlink

/// One call of the certification, without the client's id, and what is to be answered.
struct CertificationStep: Sendable {
    let method: String
    let mode: VarlinkCallMode
    let input: JSONObject
    /// One a reply.
    let outputs: [JSONObject]

    init(_ method: String, mode: VarlinkCallMode = .single, _ input: JSONObject, _ outputs: [JSONObject]) {
        self.method = method
        self.mode = mode
        self.input = input
        self.outputs = outputs
    }

    init(_ method: String, _ input: JSONObject, _ output: JSONObject) {
        self.init(method, input, [output])
    }

    var fullName: String { "org.varlink.certification." + self.method }
}

extension CertificationStep {
    /// All steps between `Start` and `End`, in order: the output of each is the input of the next.
    static let all: [CertificationStep] = [
        CertificationStep("Test01", [:], ["bool": true]),
        CertificationStep("Test02", ["bool": true], ["int": 1]),
        CertificationStep("Test03", ["int": 1], ["float": 1.0]),
        CertificationStep("Test04", ["float": 1.0], ["string": "ping"]),
        CertificationStep("Test05", ["string": "ping"], Self.values),
        CertificationStep("Test06", Self.values, ["struct": .object(Self.values)]),
        CertificationStep("Test07", ["struct": .object(Self.values)], ["map": ["foo": "Foo", "bar": "Bar"]]),
        CertificationStep("Test08", ["map": ["foo": "Foo", "bar": "Bar"]], ["set": Self.set]),
        CertificationStep("Test09", ["set": Self.set], ["mytype": Self.myType]),
        CertificationStep("Test10", mode: .more, ["mytype": Self.myType], Self.numbered.map { ["string": $0] }),
        CertificationStep("Test11", mode: .oneway, ["last_more_replies": .array(Self.numbered)], []),
    ]

    private static let values: JSONObject = [
        "bool": false, "int": 2, "float": .number(Double.pi), "string": "a lot of string",
    ]

    private static let set: JSON = ["one": [:], "two": [:], "three": [:]]

    private static let numbered: [JSON] = (1...10).map { .string("Reply number \($0)") }

    private static let myType: JSON = [
        "object": [
            "method": "org.varlink.certification.Test09",
            "parameters": ["map": ["foo": "Foo", "bar": "Bar"]],
        ],
        "enum": "two",
        "struct": ["first": 1, "second": "2"],
        "array": ["one", "two", "three"],
        "dictionary": ["foo": "Foo", "bar": "Bar"],
        "stringset": Self.set,
        "nullable": nil,
        "nullable_array_struct": nil,
        "interface": [
            "foo": [nil, ["foo": "foo", "bar": "bar"], nil, ["one": "foo", "two": "bar"]],
            "anon": ["foo": true, "bar": false],
        ],
    ]
}
