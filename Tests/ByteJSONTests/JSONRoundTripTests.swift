// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

/// Splitmix64: small, good enough, and the same sequence for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { self.state = seed }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

@Suite("What is written is read again")
struct JSONRoundTripTests {
    static func scalar(_ generator: inout SeededGenerator) -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0x7FF, 0x4E00...0x9FFF, 0x1F600...0x1F64F,
        ]
        let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
        return Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "?"
    }

    static func string(_ generator: inout SeededGenerator) -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &generator) { scalars.append(self.scalar(&generator)) }
        return String(scalars)
    }

    static func value(_ generator: inout SeededGenerator, depth: Int) -> JSON {
        switch Int.random(in: 0..<(depth > 0 ? 10 : 7), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(Int64(bitPattern: generator.next()) >> Int64.random(in: 0..<64, using: &generator))
        case 3: return .unsigned(generator.next() | 1 << 63)
        case 4:
            let double = Double(bitPattern: generator.next())
            return .number(double.isFinite ? double : 0.5)
        case 5: return .number(Double(Int64.random(in: -1_000_000...1_000_000, using: &generator)) / 1000)
        case 6: return .string(self.string(&generator))
        case 7, 8:
            return .array(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in self.value(&generator, depth: depth - 1) }
            )
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...20, using: &generator) {
                object[self.string(&generator)] = self.value(&generator, depth: depth - 1)
            }
            return .object(object)
        }
    }

    @Test("random values come back equal, compact, pretty, canonical and raw", arguments: 0..<40 as Range<UInt64>)
    func values(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<25 {
            let value = Self.value(&generator, depth: 4)
            let bytes = value.bytes()
            #expect(try JSON(parsing: bytes) == value)
            #expect(try JSON(parsing: bytes).bytes() == bytes)
            #expect(try JSON(parsing: value.pretty) == value)
            #expect(try JSON(parsing: value.canonical) == value)
            #expect(try RawJSON(validating: bytes).bytes == bytes)
        }
    }

    @Test("every double comes back bit for bit")
    func doubles() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let double = Double(bitPattern: generator.next())
            guard double.isFinite else { continue }
            let text = double.jsonText
            #expect(try Double(parsing: text).bitPattern == double.bitPattern, "\(text)")
        }
    }

    @Test("decimals read as the standard library reads them")
    func decimals() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 1...19, using: &generator)
            let mantissa = generator.next() % UInt64((0..<digits).reduce(1.0) { value, _ in value * 10 })
            let text = "\(mantissa)e\(Int.random(in: -40...40, using: &generator))"
            #expect(try Double(parsing: text) == Double(text), "\(text)")
        }
    }

    @Test(
        "a text that is cut short or damaged never reads as the same value, and never crashes",
        arguments: 0..<20 as Range<UInt64>
    )
    func damage(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let value: JSON = ["value": Self.value(&generator, depth: 4), "end": ["人民", -1.5e10, true, nil]]
        let bytes = value.bytes()
        for end in 0..<bytes.count {
            #expect(throws: JSONError.self) { try JSON(parsing: bytes[..<end]) }
        }
        for _ in 0..<500 {
            var damaged = bytes
            let index = Int.random(in: 0..<damaged.count, using: &generator)
            damaged[index] = UInt8.random(in: 0...255, using: &generator)
            let read = try? JSON(parsing: damaged)
            let raw = try? RawJSON(validating: damaged)
            // Reading refuses exactly what skipping refuses, and members that are there twice.
            if read != nil { #expect(raw != nil) }
            if raw != nil, read == nil {
                #expect(failure { () throws(JSONError) in _ = try JSON(parsing: damaged) } == .duplicateMember)
            }
        }
    }
}
