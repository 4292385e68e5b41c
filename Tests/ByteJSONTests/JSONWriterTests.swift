// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
    static let strings: [(value: String, text: String)] = [
        ("", #""""#), ("a", #""a""#), ("\"", #""\"""#), ("\\", #""\\""#), ("/", #""/""#), ("人😀é", #""人😀é""#),
        ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#), ("\u{0}\u{1F}\u{B}", #""\u0000\u001f\u000b""#),
        ("\u{7F}", "\"\u{7F}\""),
        ("12345678", #""12345678""#), ("1234567\"", #""1234567\"""#), ("12345678\n", #""12345678\n""#),
        ("1234\n678\"0123456789", #""1234\n678\"0123456789""#),
    ]

    @Test("only quotes, backslashes and control characters are escaped", arguments: strings)
    func escaping(_ value: String, _ text: String) {
        #expect(value.jsonText == text)
    }

    @Test("a string of nothing but escapes fits, however long", arguments: [1, 2, 7, 8, 9, 511, 4096])
    func escapes(_ count: Int) throws {
        let value = String(repeating: "\u{1}", count: count)
        #expect(value.jsonText == "\"" + String(repeating: "\\u0001", count: count) + "\"")
        #expect(try String(parsing: value.jsonText) == value)
    }

    @Test("doubles are written shortest, whole ones with a fraction")
    func doubles() {
        #expect(1.0.jsonText == "1.0")
        #expect((-0.0).jsonText == "-0.0")
        #expect(0.1.jsonText == "0.1")
        #expect(1e20.jsonText == "1e+20")
        #expect(Double.leastNonzeroMagnitude.jsonText == "5e-324")
        #expect(Double.greatestFiniteMagnitude.jsonText == "1.7976931348623157e+308")
    }

    @Test("what is no number in JSON is written as null", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ value: Double) {
        #expect(value.jsonText == "null")
        #expect(JSON.array([.number(value), 1]).text == "[null,1]")
    }

    @Test("integers are written whole")
    func integers() {
        #expect(Int64.min.jsonText == "-9223372036854775808")
        #expect(Int64.max.jsonText == "9223372036854775807")
        #expect(UInt64.max.jsonText == "18446744073709551615")
        #expect([0, 9, 10, 99, 100, -1, -10].jsonText == "[0,9,10,99,100,-1,-10]")
    }

    @Test("commas and colons come by themselves")
    func structure() {
        var writer = JSONWriter(capacity: 0)
        writer.beginObject()
        writer.member("a", [[1], [], [2, 3]])
        writer.member("none", ifPresent: nil as Int?)
        writer.name("b")
        writer.beginObject()
        writer.endObject()
        writer.name(dynamic: "quo\"te")
        writer.writeNull()
        writer.member("raw", RawJSON(unchecked: Array("[ 1 ]".utf8)))
        writer.endObject()
        writer.appendUnframed(0)
        writer.write(true)
        #expect(writer.text == "{\"a\":[[1],[],[2,3]],\"b\":{},\"quo\\\"te\":null,\"raw\":[ 1 ]}\u{0}true")
        #expect(writer.count == writer.bytes.count)
        writer.removeAll()
        writer.write(1 as Int64)
        #expect(writer.text == "1")
    }

    @Test("pretty text has a line for each member and element")
    func pretty() {
        let value: JSON = ["a": [1, [:], []], "b": ["c": nil]]
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    {},
                    []
                  ],
                  "b": {
                    "c": null
                  }
                }
                """
        )
    }

    @Test("canonical text does not depend on the order of members")
    func canonical() throws {
        let one = try JSON(parsing: #"{"b":[{"y":1,"x":2}],"a":null,"人":0,"aa":1.0}"#)
        let other = try JSON(parsing: #"{"人":0,"aa":1e0,"a":null,"b":[{"x":2,"y":1}]}"#)
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one.canonical == #"{"a":null,"aa":1.0,"b":[{"x":2,"y":1}],"人":0}"#)
        #expect(one.canonicalBytes() == other.canonicalBytes())
        #expect(one.text != other.text)
    }

    @Test("objects of many members are equal whatever their order")
    func equality() {
        let names = (0..<100).map { "m\($0)" }
        var one = JSONObject()
        var other = JSONObject()
        for name in names { one[name] = .string(name) }
        for name in names.reversed() { other[name] = .string(name) }
        #expect(one == other)
        other["m50"] = nil
        #expect(one != other)
        other["m50"] = "other"
        #expect(one != other)
    }
}
