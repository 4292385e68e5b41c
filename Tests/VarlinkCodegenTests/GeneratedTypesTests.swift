// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import Varlink
import VarlinkIDL

/// What generated types do, tried on those of the golden file.
@Suite("Generated types at work")
struct GeneratedTypesTests {
    typealias Everything = EveryThingInterface

    static let person = Everything.Person(
        name: "欧阳",
        weight: 70,
        alive: true,
        extra: .emptyObject,
        kind: .clerk,
        tags: ["b", "a"],
        address: .init(street: "前门大街", lines: [], geo: .init(x: 0.5, y: -1)),
        grades: ["one": nil, "two": 2],
        matrix: [["a": [1, nil]]],
        type: "t",
        case: "c",
        self_: 1,
        writer: "w",
        unknownMembers: false
    )

    static let personText = """
        {"name":"欧阳","weight":70.0,"alive":true,"extra":{},"kind":"clerk","tags":{"a":{},"b":{}},\
        "address":{"street":"前门大街","lines":[],"geo":{"x":0.5,"y":-1.0}},"grades":{"one":null,"two":2},\
        "matrix":[{"a":[1,null]}],"type":"t","case":"c","self":1,"writer":"w","unknownMembers":false}
        """

    @Test("nullable fields are left out when they are nil, and everything comes back")
    func roundTrip() throws {
        #expect(Self.person.jsonText == Self.personText)
        #expect(try Everything.Person(parsing: Self.personText) == Self.person)
    }

    @Test("null is the same as absent, for nullable fields only")
    func null() throws {
        let text = Self.personText.dropLast() + #","age":null,"friends":null}"#
        #expect(try Everything.Person(parsing: String(text)) == Self.person)
        let error = #expect(throws: JSONError.self) {
            try Everything.Find.Input(parsing: #"{"filter":{"exact":null,"kinds":[]}}"#)
        }
        #expect(error?.code == .wrongType(expected: .bool, found: .null))
        #expect(error?.path == "filter.exact")
    }

    @Test("input refuses what is not defined, however deep, and output passes over it")
    func unknown() throws {
        for (text, path) in [
            (#"{"filter":{"exact":true,"kinds":[]},"x":1}"#, "x"),
            (#"{"filter":{"exact":true,"kinds":[],"y":{}}}"#, "filter.y"),
        ] {
            let error = #expect(throws: JSONError.self) { try Everything.Find.Input(parsing: text) }
            #expect(error?.code == .unknownMember)
            #expect(error?.path == path)
        }
        let error = #expect(throws: JSONError.self) { try Everything.Ping.Input(parsing: #"{"x":1}"#) }
        #expect(error?.path == "x")
        let text = #"{"people":[],"result":"good","x":[1],"input":{"kinds":["one"],"y":2}}"#
        let output = try Everything.Find.Output(parsing: text)
        #expect(output == .init(people: [], input: .init(kinds: [.one]), result: .good))
        #expect(try Everything.Ping.Output(parsing: #"{"x":1}"#) == .init())
    }

    @Test("after an input was read, the reader treats what is not defined as before")
    func policy() throws {
        let text = Array(#"[{},{"x":1}]"#.utf8)
        try JSONReader.read(text) { reader throws(JSONError) in
            try reader.beginArray()
            _ = try reader.nextElement()
            _ = try Everything.Ping.Input(from: &reader)
            _ = try reader.nextElement()
            _ = try Everything.Ping.Output(from: &reader)
            _ = try reader.nextElement()
        }
    }

    @Test("a missing field and an undefined value are named")
    func faults() {
        let missing = #expect(throws: JSONError.self) {
            try Everything.Find.Input(parsing: #"{"filter":{"exact":true}}"#)
        }
        #expect(missing?.code == .missingMember)
        #expect(missing?.path == "filter.kinds")
        let value = #expect(throws: JSONError.self) {
            try Everything.Find.Input(parsing: #"{"filter":{"exact":true,"kinds":["one","three"]}}"#)
        }
        #expect(value?.code == .unknownValue("three"))
        #expect(value?.path == "filter.kinds[1]")
    }

    @Test("enumerations are written by the names of the interface")
    func enumerations() throws {
        #expect(
            Everything.Result.allCases.map(\.jsonText)
                == ["good", "bad", "default", "self", "inOrder2"].map(\.jsonText)
        )
        #expect(try Everything.Result(parsing: "\"self\"") == .self_)
    }

    static let failures: [(failure: EveryThingFailure, name: String, parameters: String)] = [
        (.busy, "Busy", "{}"),
        (.ioError(code: 5), "IOError", #"{"code":5}"#),
        (.notFound(name: "n", kind: .two), "NotFound", #"{"name":"n","kind":"two"}"#),
        (
            .notFound(name: "n", kind: .one, near: [.init(name: "m", why: .spelling)]), "NotFound",
            #"{"name":"n","kind":"one","near":[{"name":"m","why":"spelling"}]}"#
        ),
    ]

    @Test("errors keep their names and parameters both ways", arguments: failures)
    func keeps(_ failure: EveryThingFailure, _ name: String, _ parameters: String) throws {
        #expect(failure.errorName == "org.example.Every-thing." + name)
        #expect(failure.errorParameters.text == parameters)
        #expect(EveryThingFailure(errorName: failure.errorName, errorParameters: failure.errorParameters) == failure)
    }

    @Test("an error of another interface, or with other parameters, is none of these")
    func otherFailures() {
        #expect(EveryThingFailure(errorName: "org.example.Other.Busy", errorParameters: .emptyObject) == nil)
        #expect(EveryThingFailure(errorName: "org.example.Every-thing.IOError", errorParameters: .emptyObject) == nil)
    }

    @Test("names are fully qualified, and the text is the file's")
    func names() throws {
        #expect(Everything.name == "org.example.Every-thing")
        #expect(Everything.Find.name == "org.example.Every-thing.Find")
        #expect(Everything.interface.methods == ["Find", "Ping", "LongName"])
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/org.example.Every-thing.varlink")
        #expect(Everything.description == (try String(contentsOf: file, encoding: .utf8)))
        #expect(try IDLInterface(parsing: Everything.interface.description).name == Everything.name)
    }
}
