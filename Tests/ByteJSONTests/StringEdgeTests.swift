// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@Suite("Strings at the edges of what is read at once")
struct StringEdgeTests {
    @Test("Texts of every length up to 40 are read, with something special at every place", arguments: 0...40)
    func lengths(_ count: Int) throws {
        let plain = String(repeating: "a", count: count)
        #expect(try JSON(parsing: "\"\(plain)\"") == .string(plain))
        for place in 0..<count {
            let before = String(repeating: "a", count: place)
            let after = String(repeating: "b", count: count - place - 1)
            for (written, meant) in [
                ("\\n", "\n"), ("\\u9ad8", "高"), ("高", "高"), ("𠮷", "𠮷"), ("\\ud842\\udfb7", "𠮷"), ("é", "é"),
            ] {
                let text = "{\"\(before)\(written)\(after)\":\"\(before)\(written)\(after)\"}"
                let whole = before + meant + after
                #expect(try JSON(parsing: text) == .object([whole: .string(whole)]), "\(text)")
            }
            for bad in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE9, 0xAB]] as [[UInt8]] {
                let bytes = Array("\"\(before)".utf8) + bad + Array("\(after)\"".utf8)
                #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
                let name = Array("{\"\(before)".utf8) + bad + Array("\(after)\":1}".utf8)
                #expect(throws: JSONError.self) { try JSON(parsing: name) }
            }
            let control = "\"\(before)\u{1}\(after)\""
            #expect(throws: JSONError.self) { try JSON(parsing: control) }
        }
    }

    @Test("A name written with escapes is the same as one without, wherever it stands")
    func escapedNames() throws {
        for text in [#"{"ab":1,"\u0061b":2}"#, #"{"\u0061b":1,"ab":2}"#, #"{"x":0,"\u0061b":1,"y":2,"a\u0062":3}"#] {
            #expect(throws: JSONError.self) { try JSON(parsing: text) }
        }
        #expect(try JSON(parsing: #"{"\u0061":1,"b":2,"\u0063":3}"#) == ["a": 1, "b": 2, "c": 3])
    }

    @Test(
        "A name there twice is found among 2, 16, 17 and 200 members, wherever the two stand",
        arguments: [2, 16, 17, 200]
    )
    func duplicates(_ count: Int) throws {
        let names = (0..<count).map { "name\($0)" }
        func text(_ names: [String]) -> String { "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}" }
        #expect(try JSON(parsing: text(names)).objectValue?.count == count)
        for (one, other) in [(0, count - 1), (count - 2, count - 1), (0, 1)] where one != other {
            var twice = names
            twice[other] = names[one]
            #expect(throws: JSONError.self) { try JSON(parsing: text(twice)) }
        }
    }
}
