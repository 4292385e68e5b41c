// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension GeoPoint {
    /// The mean radius of the earth in metres (IUGG, R1).
    public static let earthRadius = 6_371_008.8

    /// Half the way around the earth in whole metres: no two places are farther apart.
    public static let farthest: Int64 = 20_015_115

    /// Metres along the great circle of a sphere of the earth's mean radius, by the haversine formula; at the distances of
    /// a district the earth's flattening changes it by less than 6 in 1,000.
    ///
    /// - Throws: ``GeoError/differentDatums(_:_:)``.
    public func distance(to other: GeoPoint) throws(GeoError) -> Double {
        guard self.datum == other.datum else { throw .differentDatums(self.datum, other.datum) }
        let radians = Double.pi / 180 / 10_000_000
        let one = Double(self.latitude) * radians
        let two = Double(other.latitude) * radians
        let across = sin((two - one) / 2)
        let along = sin((Double(other.longitude) - Double(self.longitude)) * radians / 2)
        let chord = across * across + cos(one) * cos(two) * along * along
        return 2 * Self.earthRadius * asin(min(1, chord.squareRoot()))
    }

    /// Whole metres, half rounded up: what is stored, shown and judged by.
    public func metres(to other: GeoPoint) throws(GeoError) -> Int64 {
        Int64((try self.distance(to: other) + 0.5).rounded(.down))
    }

    /// Whether the other place is no farther than so many metres, the limit included. Judged by whole metres, so that a
    /// distance shown as the limit is within it.
    ///
    /// - Throws: ``GeoError/differentDatums(_:_:)``, ``GeoError/radius(_:)``.
    public func isWithin(_ metres: Int64, of other: GeoPoint) throws(GeoError) -> Bool {
        guard (0...Self.farthest).contains(metres) else { throw .radius(metres) }
        return try self.metres(to: other) <= metres
    }
}
