// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@Suite("Asking a JSON value for what it is")
struct JSONAccessTests {
    static let integers: [(value: JSON, integer: Int64?)] = [
        (7, 7), (.unsigned(7), 7), (.unsigned(.max), nil), (7.0, 7), (7.5, nil), (.number(-0x1p63), .min),
        (.number(0x1p63), nil), (.number(-0x1.0000000000001p63), nil),
        (.number(0x1.fffffffffffffp62), 0x7FFF_FFFF_FFFF_FC00),
        (.number(-0.0), 0), (.number(.nan), nil), (.number(.infinity), nil), ("7", nil), (nil, nil),
    ]

    @Test("a whole number in range is an integer, however it was written", arguments: integers)
    func integer(_ value: JSON, _ integer: Int64?) {
        #expect(value.integerValue == integer)
    }

    @Test("members and elements are found, set and removed by their names and places")
    func subscripts() {
        var value: JSON = ["a": [1, "two", nil]]
        #expect(value["a"]?[1]?.stringValue == "two")
        #expect(value["a"]?[2]?.isNull == true)
        #expect(value["a"]?[3] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["b"] == nil)
        #expect(value[0] == nil)
        value["b"] = true
        #expect(value.objectValue?.names == ["a", "b"])
        value["a"] = nil
        #expect(value == ["b": true])
        var none = JSON.null
        none["x"] = 1.5
        #expect(none["x"]?.doubleValue == 1.5)
    }
}
