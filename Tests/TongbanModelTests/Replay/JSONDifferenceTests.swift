// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("The difference of two JSON values")
struct JSONDifferenceTests {
    @Test(
        "Applied to the one it gives the other, and of equals there is none",
        arguments: [
            ("{}", "{}"), ("{}", #"{"a":1}"#), (#"{"a":1}"#, "{}"), (#"{"a":1}"#, #"{"a":null}"#),
            (#"{"a":null}"#, "{}"), (#"{"a":{"b":[1,2,3]}}"#, #"{"a":{"b":[1,5]}}"#), ("[1]", "[1,2,3]"),
            ("[1,2,3]", "[]"), ("[]", "[[],{}]"), (#"[{"a":1},{"b":2}]"#, #"[{"a":1,"c":0},{"b":3},4]"#),
            (#"{"a":[1]}"#, #"{"a":{"0":1}}"#), ("1", "null"), ("null", #"{"x":[]}"#),
        ]
    )
    func both(one: String, other: String) throws {
        for (old, new) in [(one, other), (other, one)] {
            var value = try JSON(parsing: old)
            let wanted = try JSON(parsing: new)
            let difference = JSONDifference(from: value, to: wanted)
            #expect(difference.isEmpty == (old == new))
            JSONDifference.apply(try JSON(parsing: difference.json.text), to: &value)
            #expect(value == wanted)
        }
    }

    @Test("What names a place that is not there is left out")
    func strange() throws {
        var value: JSON = ["a": [1]]
        let changes: JSON = [[["b", "c"], 1], [["a", 7], 1], [["a", -1], 1], 5, [[]], [["a", 0, "x"], 1]]
        var kept = value
        JSONDifference.apply(.array((changes.arrayValue ?? []).filter { $0 != [[]] }), to: &kept)
        #expect(kept == value)
        JSONDifference.apply([[[], 3]], to: &value)
        #expect(value == 3)
    }
}
