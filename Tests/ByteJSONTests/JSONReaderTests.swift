// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@Suite("Reading value by value")
struct JSONReaderTests {
    struct Person: Hashable, JSONCodable {
        enum Kind: String, Hashable, JSONCodable { case citizen, clerk }

        var name: String
        var age: Int64?
        var kind: Kind
        var tags: [String]

        init(name: String, age: Int64?, kind: Kind, tags: [String]) {
            self.name = name
            self.age = age
            self.kind = kind
            self.tags = tags
        }

        init(from reader: inout JSONReader) throws(JSONError) {
            var name: String?
            var age: Int64?
            var kind: Kind?
            var tags: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("age") {
                    try reader.readNullableMember(into: &age)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("tags") {
                    try reader.readMember(into: &tags)
                } else {
                    throw reader.unknownMember()
                }
            }
            self.name = try reader.required(name, "name")
            self.age = age
            self.kind = try reader.required(kind, "kind")
            self.tags = try reader.required(tags, "tags")
        }

        func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("name", self.name)
            writer.member("age", ifPresent: self.age)
            writer.member("kind", self.kind)
            writer.member("tags", self.tags)
            writer.endObject()
        }
    }

    @Test("members come in any order, and a nullable one may be absent or null")
    func members() throws {
        let person = Person(name: "王", age: nil, kind: .clerk, tags: ["a", "b"])
        #expect(try Person(parsing: #"{"tags":["a","b"],"name":"王","kind":"clerk"}"#) == person)
        #expect(
            try Person(parsing: #" { "kind" : "clerk", "age":null, "n\u0061me":"王" , "tags":["a" , "b"] } "#) == person
        )
        #expect(person.jsonText == #"{"name":"王","kind":"clerk","tags":["a","b"]}"#)
    }

    static let faults: [(text: String, code: JSONError.Code, path: String)] = [
        (#"[{"name":"a","kind":"clerk"}]"#, .missingMember, "[0].tags"),
        (#"[{"name":"a","kind":"clerk","tags":[]},{"kind":"clerk","tags":[]}]"#, .missingMember, "[1].name"),
        (#"[{"name":1}]"#, .wrongType(expected: .string, found: .number), "[0].name"),
        (#"[{"name":null}]"#, .wrongType(expected: .string, found: .null), "[0].name"),
        (#"[{"age":"1"}]"#, .wrongType(expected: .integer, found: .string), "[0].age"),
        (#"[{"age":1.0}]"#, .wrongType(expected: .integer, found: .number), "[0].age"),
        (#"[{"age":1e2}]"#, .wrongType(expected: .integer, found: .number), "[0].age"),
        (#"[{"age":9223372036854775808}]"#, .numberOutOfRange, "[0].age"),
        (#"[{"age":01}]"#, .invalidNumber, "[0].age"),
        (#"[{"kind":"mayor"}]"#, .unknownValue("mayor"), "[0].kind"),
        (#"[{"tags":["a",{}]}]"#, .wrongType(expected: .string, found: .object), "[0].tags[1]"),
        (#"[{"tags":{}}]"#, .wrongType(expected: .array, found: .object), "[0].tags"),
        (#"[{"name":"a","name":"a"}]"#, .duplicateMember, "[0].name"),
        (#"[{"email":"a"}]"#, .unknownMember, "[0].email"),
        (#"[7]"#, .wrongType(expected: .object, found: .number), "[0]"),
        (#"{}"#, .wrongType(expected: .array, found: .object), ""),
        (#"[{"name":tru}]"#, .wrongType(expected: .string, found: .bool), "[0].name"),
    ]

    @Test("a value that is not as wanted is named by its path", arguments: faults)
    func paths(_ text: String, _ code: JSONError.Code, _ path: String) {
        let error = #expect(throws: JSONError.self) { try [Person](parsing: text) }
        #expect(error?.code == code)
        #expect(error?.path == path)
    }

    @Test("an error says what, where and at which byte")
    func description() {
        let error = #expect(throws: JSONError.self) { try [Person](parsing: #"[{"name":1}]"#) }
        #expect(error?.description == "expected string, found number (in [0].name, at byte 9)")
        #expect(error?.isAboutContent == true)
        let syntax = #expect(throws: JSONError.self) { try JSON(parsing: "[1,]") }
        #expect(syntax?.description == "unexpected character ']' (at byte 3)")
        #expect(syntax?.isAboutContent == false)
    }

    @Test("names are compared whole, whatever their length")
    func names() throws {
        let names: [StaticString] = [
            "a", "ab", "abc", "abcd", "abcde", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmnop",
            "abcdefghijklmnopq",
        ]
        for name in names {
            let text = name.description
            #expect(try Self.matches(of: text, among: names) == [text])
            #expect(try Self.matches(of: "\\u0061" + text.dropFirst(), among: names) == [text])
            for position in text.indices {
                var other = text
                other.replaceSubrange(position...position, with: "X")
                #expect(try Self.matches(of: other, among: names) == [])
            }
        }
        #expect(try Self.matches(of: "", among: names + [""]) == [""])
    }

    /// Which names an object's one member is taken for.
    private static func matches(of member: String, among names: [StaticString]) throws(JSONError) -> [String] {
        try JSONReader.read(Array("{\"\(member)\":1}".utf8)) { reader throws(JSONError) in
            var matches: [String] = []
            try reader.beginObject()
            while try reader.nextMember() {
                for name in names where reader.isMember(name) { matches.append(name.description) }
                try reader.skipValue()
            }
            return matches
        }
    }

    @Test("integers are exact at the ends of their range, and refused beyond")
    func integers() throws {
        #expect(try Int64(parsing: "-9223372036854775808") == .min)
        #expect(try Int64(parsing: "9223372036854775807") == .max)
        #expect(failure { () throws(JSONError) in _ = try Int64(parsing: "-9223372036854775809") } == .numberOutOfRange)
        #expect(failure { () throws(JSONError) in _ = try Int64(parsing: "9223372036854775808") } == .numberOutOfRange)
        #expect(try UInt64(parsing: "18446744073709551615") == .max)
        #expect(try UInt64(parsing: "-0") == 0)
        #expect(
            failure { () throws(JSONError) in _ = try UInt64(parsing: "18446744073709551616") } == .numberOutOfRange
        )
        #expect(failure { () throws(JSONError) in _ = try UInt64(parsing: "-1") } == .numberOutOfRange)
        #expect(failure { () throws(JSONError) in _ = try Int64(parsing: "-") } == .unexpectedEnd)
        #expect(failure { () throws(JSONError) in _ = try Int64(parsing: "-x") } == .invalidNumber)
        #expect(try Double(parsing: "3") == 3)
    }

    @Test("a raw value is kept byte for byte, and nothing around it")
    func raw() throws {
        let payload = "{ \"b\" : [1.50, \"\\u4eba\"] ,\"a\":null }"
        let values = try [String: RawJSON](parsing: "{\"payload\" :  \(payload)  , \"n\": 1 }")
        #expect(values["payload"]?.text == payload)
        #expect(values["n"]?.text == "1")
        #expect(try values["payload"]?.parsed() == ["a": nil, "b": [1.5, "人"]])
        #expect(try RawJSON(validating: " {} ".utf8) == .emptyObject)
        #expect(failure { () throws(JSONError) in _ = try RawJSON(validating: "{} x".utf8) } == .trailingBytes)
        #expect(failure { () throws(JSONError) in _ = try RawJSON(validating: "[1,]".utf8) } == .unexpectedByte(0x5D))
    }

    @Test("a body that leaves something unread is noticed")
    func unread() {
        let code = failure { () throws(JSONError) in
            try JSONReader.read(Array("[1,2]".utf8)) { reader throws(JSONError) in try reader.beginArray() }
        }
        #expect(code == .trailingBytes)
    }

    @Test("sets of strings are objects of empty objects")
    func sets() throws {
        #expect(try Set<String>(parsing: #"{"b":{},"a":{}}"#) == ["a", "b"])
        #expect(Set(["b", "a"]).jsonText == #"{"a":{},"b":{}}"#)
        #expect(failure { () throws(JSONError) in _ = try Set<String>(parsing: #"{"a":{"b":1}}"#) } == .unknownMember)
        #expect(
            failure { () throws(JSONError) in _ = try Set<String>(parsing: #"{"a":{},"a":{}}"#) } == .duplicateMember
        )
    }

    @Test("dictionaries refuse a name that is there twice, even when its value may be null")
    func dictionaries() throws {
        #expect(try [String: Int?](parsing: #"{"a":null,"b":1}"#) == ["a": nil, "b": 1])
        #expect(
            failure { () throws(JSONError) in _ = try [String: Int?](parsing: #"{"a":null,"a":1}"#) }
                == .duplicateMember
        )
        #expect(["b": 1, "a": 2].jsonText == #"{"a":2,"b":1}"#)
    }
}
