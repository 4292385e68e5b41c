// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@Suite("Places: datum, distance, radius, rounding for publication")
struct GeoTests {
    private static func point(_ latitude: Int32, _ longitude: Int32, _ datum: GeoPoint.Datum = .wgs84) throws
        -> GeoPoint
    {
        try #require(GeoPoint(latitude: latitude, longitude: longitude, datum: datum))
    }

    private static func point(_ text: String) throws -> GeoPoint { try #require(GeoPoint(text, datum: .wgs84)) }

    @Test("Distances are metres along the great circle")
    func distance() throws {
        let one = try Self.point("34,116.9")
        // A thousandth of a degree of a great circle is 111.195 m, times the cosine of 34° along the parallel.
        #expect(abs(try one.distance(to: try Self.point("34.001,116.9")) - 111.195) < 0.01)
        #expect(abs(try one.distance(to: try Self.point("34,116.901")) - 92.185) < 0.01)
        #expect(try one.distance(to: one) == 0)
        // Half the way around, and two names of one meridian.
        let west = try Self.point("0,-180")
        #expect(try west.distance(to: try Self.point("0,180")) < 1)
        #expect(try west.metres(to: try Self.point("0,0")) == 20_015_114)
    }

    @Test("Places of different datums are not compared")
    func datums() throws {
        let one = try Self.point(340_000_000, 1_169_000_000)
        let other = try Self.point(340_000_000, 1_169_000_000, .gcj02)
        #expect(one != other)
        #expect(throws: GeoError.differentDatums(.wgs84, .gcj02)) { try one.distance(to: other) }
        #expect(throws: GeoError.differentDatums(.wgs84, .gcj02)) { try one.isWithin(500, of: other) }
        #expect(throws: GeoError.differentDatums(.wgs84, .gcj02)) {
            try GeoBox(around: one, metres: 10).contains(other)
        }
    }

    @Test("A radius has its limit in it, and is no longer than half the way around the earth")
    func radius() throws {
        let centre = try Self.point("34,116.9")
        let other = try Self.point("34.001,116.9")
        #expect(try centre.metres(to: other) == 111)
        #expect(try centre.isWithin(111, of: other))
        #expect(try !centre.isWithin(110, of: other))
        #expect(try centre.isWithin(0, of: centre))
        #expect(try centre.isWithin(GeoPoint.farthest, of: other))
        #expect(throws: GeoError.radius(GeoPoint.farthest + 1)) {
            try centre.isWithin(GeoPoint.farthest + 1, of: other)
        }
        #expect(throws: GeoError.radius(-1)) { try centre.isWithin(-1, of: other) }
    }

    @Test("Degrees end at 90 and 180")
    func edges() {
        for sign in [Int32(1), -1] {
            #expect(GeoPoint(latitude: sign * 900_000_000, longitude: sign * 1_800_000_000, datum: .wgs84) != nil)
            #expect(GeoPoint(latitude: sign * 900_000_001, longitude: 0, datum: .wgs84) == nil)
            #expect(GeoPoint(latitude: 0, longitude: sign * 1_800_000_001, datum: .wgs84) == nil)
        }
    }

    @Test(
        "Rounding for publication leaves so many decimals, half away from zero",
        arguments: [
            ("34.20365,116.99515", 4, "34.2037,116.9952"), ("34.20365,116.99515", 2, "34.2,117.0"),
            ("-34.20365,-116.99515", 4, "-34.2037,-116.9952"), ("34.2036512,116.9951234", 7, "34.2036512,116.9951234"),
            ("89.9999999,179.9999999", 0, "90.0,180.0"), ("0.5,0.4999999", 0, "1.0,0.0"),
        ]
    )
    func rounding(text: String, decimals: Int, expected: String) throws {
        #expect(try Self.point(text).rounded(decimals: decimals).description == expected)
    }

    @Test("All places of a square of the grid are published as one, at most half a diagonal away")
    func cells() throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let point = try Self.point(
                Int32.random(in: -890_000_000...890_000_000, using: &generator),
                Int32.random(in: -1_799_000_000...1_799_000_000, using: &generator)
            )
            let centre = point.cellCentre(metres: 500)
            #expect(centre == centre.cellCentre(metres: 500))
            #expect(try point.distance(to: centre) < 500 * 0.72)
        }
    }

    @Test("A box misses nothing that is within the radius")
    func boxes() throws {
        var generator = SeededGenerator(seed: 11)
        var inside = 0
        for round in 0..<2_000 {
            let centre = try Self.point(
                Int32.random(in: -900_000_000...900_000_000, using: &generator),
                Int32.random(in: -1_800_000_000...1_800_000_000, using: &generator)
            )
            let metres: Int64 = round % 2 == 0 ? 2_000_000 : 5_000
            let box = try GeoBox(around: centre, metres: metres)
            let spread = Int64(metres) * 110
            let other = try Self.point(
                Int32(
                    clamping: min(
                        900_000_000,
                        max(-900_000_000, Int64(centre.latitude) + .random(in: -spread...spread, using: &generator))
                    )
                ),
                Int32(
                    clamping: min(
                        1_800_000_000,
                        max(-1_800_000_000, Int64(centre.longitude) + .random(in: -spread...spread, using: &generator))
                    )
                )
            )
            guard try centre.isWithin(metres, of: other) else { continue }
            inside += 1
            #expect(try box.contains(other), "\(centre) \(other)")
        }
        #expect(inside > 100)
    }

    @Test("A place lies in an area when it is inside or on its border")
    func areas() throws {
        let area = try GeoPolygon(try ["34,116", "34,117", "35,117", "34.5,116.5", "35,116"].map(Self.point))
        #expect(try area.contains(try Self.point("34.2,116.5")))
        #expect(try area.contains(try Self.point("34,116.5")))
        #expect(try area.contains(try Self.point("34.5,116.5")))
        #expect(try !area.contains(try Self.point("34.6,116.5")))
        #expect(try !area.contains(try Self.point("33.9999999,116.5")))
        #expect(throws: GeoError.tooFewCorners(2)) { try GeoPolygon(try ["34,116", "34,117"].map(Self.point)) }
        #expect(throws: GeoError.tooWide) { try GeoPolygon(try ["0,-90", "0,90", "1,0"].map(Self.point)) }
    }

    @Test(
        "A place reads back from its text and its JSON",
        arguments: ["34.20366,116.99522", "-0.0000001,-180.0", "0.0,0.0"]
    )
    func texts(text: String) throws {
        let point = try Self.point(text)
        #expect(point.description == text)
        #expect(GeoPoint(json: point.json) == point)
    }

    @Test(
        "What is no place is refused",
        arguments: ["", "34", "34,", "34,116,1", "91,0", "0,181", "34,x", "+1,2", "1e2,3", "34.,116"]
    )
    func noPlace(text: String) {
        #expect(GeoPoint(text, datum: .wgs84) == nil)
    }
}
