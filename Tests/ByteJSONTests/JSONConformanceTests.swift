// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

/// Texts that a strict reader of RFC 8259 must accept or must refuse.
@Suite("Which texts are JSON")
struct JSONConformanceTests {
    static let wellFormed: [(text: String, value: JSON)] = [
        ("null", .null), ("true", true), ("false", false), ("\"\"", ""), ("[]", []), ("{}", [:]), ("0", 0),
        (" \t\r\n1 \t\r\n", 1),
        ("-0", 0), ("-1", -1), ("10", 10), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .unsigned(9_223_372_036_854_775_808)),
        ("18446744073709551615", .unsigned(.max)), ("18446744073709551616", .number(18_446_744_073_709_551_616)),
        ("-9223372036854775809", .number(-9_223_372_036_854_775_808)),
        ("1.0", 1.0), ("-0.0", .number(-0.0)), ("0.5", 0.5), ("1e0", 1.0), ("1E0", 1.0), ("1e+2", 100.0),
        ("1e-2", 0.01),
        ("0e1", 0.0), ("0e+1", 0.0), ("123.456e78", 123.456e78), ("1.7976931348623157e308", 1.7976931348623157e308),
        ("5e-324", .number(.leastNonzeroMagnitude)), ("1e-400", 0.0),
        ("123456789012345678901234567890", 123456789012345678901234567890.0),
        ("0.1e1", 1.0), ("100000000000000000000e-20", 1.0), ("2.2250738585072014e-308", 2.2250738585072014e-308),
        ("9007199254740993.0", 9007199254740992.0), ("0.000000000000000000000000000000000000000001", 1e-42),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0000""#, "\u{0}"), (#""\u0061""#, "a"), (#""\u00e9""#, "é"), (#""\u4EBA""#, "人"),
        (#""\uFFFF""#, "\u{FFFF}"),
        (#""\uD83D\uDE00""#, "😀"), (#""\ud800\udc00""#, "\u{10000}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
        (#""\uD7FF\uE000""#, "\u{D7FF}\u{E000}"),
        ("\"\u{7F}\"", "\u{7F}"), ("\"\u{2028}\"", "\u{2028}"), ("\"残疾人证 é 😀\"", "残疾人证 é 😀"),
        ("[1,[2,[3]]]", [1, [2, [3]]]), ("[ 1 , 2 ]", [1, 2]), ("[null,true,\"\",{}]", [nil, true, "", [:]]),
        (#"{"":0}"#, ["": 0]), (#"{"a":1,"b":{"a":2}}"#, ["a": 1, "b": ["a": 2]]),
        (#"{ "a" : [ ] , "b" : { } }"#, ["a": [], "b": [:]]),
        (#"{"\u0061":1}"#, ["a": 1]), (#"{"人":"民"}"#, ["人": "民"]),
    ]

    @Test("a well-formed text gives its value", arguments: wellFormed)
    func accepts(_ text: String, _ value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
        #expect(try JSON(parsing: Array(text.utf8)[...]) == value)
        #expect(try RawJSON(validating: text.utf8).parsed() == value)
    }

    static let illFormed: [(text: String, code: JSONError.Code)] = [
        ("", .unexpectedEnd), (" ", .unexpectedEnd), ("[", .unexpectedEnd), ("{", .unexpectedEnd),
        ("\"", .unexpectedEnd),
        ("\"abc", .unexpectedEnd), ("\"\\", .unexpectedEnd), ("\"\\u12", .unexpectedEnd), ("[1", .unexpectedEnd),
        ("[1,", .unexpectedEnd), (#"{"a""#, .unexpectedEnd), (#"{"a":"#, .unexpectedEnd), (#"{"a":1"#, .unexpectedEnd),
        ("-", .unexpectedEnd), ("1.", .unexpectedEnd), ("1e", .unexpectedEnd), ("1e+", .unexpectedEnd),
        ("tru", .unexpectedEnd), ("nul", .unexpectedEnd), ("[\"", .unexpectedEnd),
        ("1 2", .trailingBytes), ("{}}", .trailingBytes), ("[]]", .trailingBytes), ("null,", .trailingBytes),
        ("truee", .trailingBytes), ("\"\"x", .trailingBytes), ("1\u{0}", .trailingBytes), ("0x1", .trailingBytes),
        ("1_000", .trailingBytes), ("1//", .trailingBytes), ("{}#", .trailingBytes),
        ("01", .invalidNumber), ("-01", .invalidNumber), ("00", .invalidNumber), ("[-]", .invalidNumber),
        ("[1.]", .invalidNumber), ("[1.e1]", .invalidNumber), ("[1e]", .invalidNumber), ("[1e+]", .invalidNumber),
        ("[-a]", .invalidNumber), ("-.5 ", .invalidNumber), ("-Infinity", .invalidNumber), ("--1", .invalidNumber),
        ("[1.0e+-1]", .invalidNumber), ("[-.1]", .invalidNumber),
        (".5", .unexpectedByte(0x2E)), ("+1", .unexpectedByte(0x2B)), ("NaN", .unexpectedByte(0x4E)),
        ("Infinity", .unexpectedByte(0x49)), ("True", .unexpectedByte(0x54)), ("nope", .unexpectedByte(0x6F)),
        ("[1,]", .unexpectedByte(0x5D)), ("[,1]", .unexpectedByte(0x2C)), ("[1,,2]", .unexpectedByte(0x2C)),
        ("[1 2]", .unexpectedByte(0x32)), ("[1:2]", .unexpectedByte(0x3A)), ("[1}", .unexpectedByte(0x7D)),
        ("]", .unexpectedByte(0x5D)), ("}", .unexpectedByte(0x7D)), ("[1e1e1]", .unexpectedByte(0x65)),
        (#"{"a":1,}"#, .unexpectedByte(0x7D)), (#"{,"a":1}"#, .unexpectedByte(0x2C)),
        (#"{"a" 1}"#, .unexpectedByte(0x31)),
        (#"{"a":}"#, .unexpectedByte(0x7D)), (#"{"a"}"#, .unexpectedByte(0x7D)), (#"{a:1}"#, .unexpectedByte(0x61)),
        (#"{'a':1}"#, .unexpectedByte(0x27)), (#"{1:1}"#, .unexpectedByte(0x31)),
        (#"{"a":1 "b":2}"#, .unexpectedByte(0x22)),
        (#"{"a":1,,"b":2}"#, .unexpectedByte(0x2C)), (#"{"a"::1}"#, .unexpectedByte(0x3A)),
        (#"{"a":1]"#, .unexpectedByte(0x5D)),
        ("'a'", .unexpectedByte(0x27)), ("/**/1", .unexpectedByte(0x2F)), ("\u{FEFF}1", .unexpectedByte(0xEF)),
        ("\u{A0}1", .unexpectedByte(0xC2)), ("\u{B}1", .unexpectedByte(0x0B)), ("\u{C}1", .unexpectedByte(0x0C)),
        ("\"\u{0}\"", .controlCharacter), ("\"\u{1F}\"", .controlCharacter), ("\"a\nb\"", .controlCharacter),
        ("\"a\tb\"", .controlCharacter), ("\"abcdefgh\u{1}\"", .controlCharacter),
        (#""\x41""#, .invalidEscape), (#""\a""#, .invalidEscape), (#""\'""#, .invalidEscape),
        (#""\U0041""#, .invalidEscape),
        (#""\u00G1""#, .invalidEscape), (#""\u-123""#, .invalidEscape), (#""\u 123""#, .invalidEscape),
        (#"{"\q":1}"#, .invalidEscape),
        (#""\uD800""#, .loneSurrogate), (#""\uDC00""#, .loneSurrogate), (#""\uD800\uD800""#, .loneSurrogate),
        (#""\uD800x""#, .loneSurrogate), (#""\uD800\n""#, .loneSurrogate), (#""\uDE00\uD83D""#, .loneSurrogate),
        (#""\uDBFF\uE000""#, .loneSurrogate),
        ("1e309", .numberOutOfRange), ("-1e309", .numberOutOfRange), ("1e99999999999999999999", .numberOutOfRange),
        ("[1e1000]", .numberOutOfRange),
    ]

    @Test("an ill-formed text is refused for what is wrong with it, read or only skipped", arguments: illFormed)
    func refuses(_ text: String, _ code: JSONError.Code) {
        #expect(code == failure { () throws(JSONError) in _ = try JSON(parsing: text) })
        #expect(code == failure { () throws(JSONError) in _ = try RawJSON(validating: text.utf8) })
    }

    static let illFormedUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xFE], [0xFF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80],
        [0xE0, 0x9F, 0xBF], [0xE4, 0xBA], [0xE4, 0xBA, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
        [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xBA, 0xBA, 0xBA],
    ]

    @Test(
        "ill-formed UTF-8 is refused in values, names and skipped values, wherever in a word it stands",
        arguments: illFormedUTF8,
        [0, 1, 7, 8, 13]
    )
    func refusesUTF8(_ bytes: [UInt8], _ padding: Int) {
        let inside = Array(repeating: UInt8(ascii: "a"), count: padding) + bytes
        let string = [0x22] + inside + [0x22]
        #expect(.invalidUTF8 == failure { () throws(JSONError) in _ = try JSON(parsing: string) })
        #expect(.invalidUTF8 == failure { () throws(JSONError) in _ = try RawJSON(validating: string) })
        let escaped = [0x22, 0x5C, 0x6E] + inside + [0x22]
        #expect(.invalidUTF8 == failure { () throws(JSONError) in _ = try JSON(parsing: escaped) })
        let member = [0x7B] + string + Array(":1}".utf8)
        #expect(.invalidUTF8 == failure { () throws(JSONError) in _ = try JSON(parsing: member) })
    }

    @Test(
        "the first and last scalars of every length of UTF-8 are accepted",
        arguments: [
            "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{10FFFF}",
        ]
    )
    func acceptsUTF8(_ scalar: String) throws {
        #expect(try JSON(parsing: "\"\(scalar)\"") == .string(scalar))
        #expect(try RawJSON(validating: "\"\(scalar)\"".utf8).text == "\"\(scalar)\"")
    }

    @Test("a member that is there twice is refused, in small and in large objects")
    func duplicates() {
        #expect(.duplicateMember == failure { () throws(JSONError) in _ = try JSON(parsing: #"{"a":1,"a":1}"#) })
        #expect(.duplicateMember == failure { () throws(JSONError) in _ = try JSON(parsing: #"{"a":1,"\u0061":2}"#) })
        for (count, again) in [(40, 0), (40, 39), (16, 3), (17, 16)] {
            let members = (0..<count).map { "\"m\($0)\":0" } + ["\"m\(again)\":1"]
            let text = "{" + members.joined(separator: ",") + "}"
            #expect(.duplicateMember == failure { () throws(JSONError) in _ = try JSON(parsing: text) })
        }
    }
}

/// The code of the error that a body throws, or `nil`.
func failure(_ body: () throws(JSONError) -> Void) -> JSONError.Code? {
    do throws(JSONError) {
        try body()
        return nil
    } catch {
        return error.code
    }
}
