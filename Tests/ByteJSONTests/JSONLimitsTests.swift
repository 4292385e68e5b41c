// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@Suite("Limits of depth and size")
struct JSONLimitsTests {
    private static func nested(_ depth: Int, objects: Bool) -> String {
        let open = objects ? "{\"a\":" : "["
        let close = objects ? "}" : "]"
        return String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }

    @Test("64 levels are read, 65 are not", arguments: [false, true])
    func depth(objects: Bool) throws {
        _ = try JSON(parsing: Self.nested(64, objects: objects))
        _ = try RawJSON(validating: Self.nested(64, objects: objects).utf8)
        let deeper = Self.nested(65, objects: objects)
        #expect(failure { () throws(JSONError) in _ = try JSON(parsing: deeper) } == .tooDeep(limit: 64))
        #expect(failure { () throws(JSONError) in _ = try RawJSON(validating: deeper.utf8) } == .tooDeep(limit: 64))
    }

    @Test("siblings do not count as depth")
    func siblings() throws {
        let limits = JSONLimits(depth: 2)
        #expect(try JSON(parsing: "[[],[],{},[1]]", limits: limits) == [[], [], [:], [1]])
        #expect(
            failure { () throws(JSONError) in _ = try JSON(parsing: "[[],[[]]]", limits: limits) } == .tooDeep(limit: 2)
        )
    }

    @Test("with a depth of none, only values without nesting are read")
    func flat() throws {
        let limits = JSONLimits(depth: 0)
        #expect(try JSON(parsing: "1", limits: limits) == 1)
        #expect(failure { () throws(JSONError) in _ = try JSON(parsing: "[]", limits: limits) } == .tooDeep(limit: 0))
    }

    @Test("no limit allows more nesting than the stack can bear")
    func greatestDepth() throws {
        let limits = JSONLimits(depth: .max)
        #expect(limits.depth == 512)
        _ = try JSON(parsing: Self.nested(512, objects: true), limits: limits)
        let deeper = Self.nested(513, objects: true)
        #expect(
            failure { () throws(JSONError) in _ = try JSON(parsing: deeper, limits: limits) } == .tooDeep(limit: 512)
        )
    }

    @Test("a text of the size allowed is read, one of a byte more is not")
    func size() throws {
        let limits = JSONLimits(size: 8)
        #expect(try JSON(parsing: "\"123456\"", limits: limits) == "123456")
        #expect(
            failure { () throws(JSONError) in _ = try JSON(parsing: "\"1234567\"", limits: limits) }
                == .tooLarge(limit: 8)
        )
        #expect(
            failure { () throws(JSONError) in _ = try JSON(parsing: "1        ", limits: limits) }
                == .tooLarge(limit: 8)
        )
    }
}
