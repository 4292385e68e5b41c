// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A place on the earth, in degrees times ten million.
public struct GeoPoint: Sendable, Hashable {
    public enum Datum: String, Sendable, Hashable, Codable {
        case wgs84 = "WGS84"
        /// What Chinese telephone maps deliver; up to about 500 m off.
        case gcj02 = "GCJ02"
    }

    public let latitude: Int32
    public let longitude: Int32
    public let datum: Datum

    /// `nil` when the degrees are off the earth.
    public init?(latitude: Int32, longitude: Int32, datum: Datum) {
        guard (-900_000_000...900_000_000).contains(latitude), (-1_800_000_000...1_800_000_000).contains(longitude)
        else { return nil }
        self.latitude = latitude
        self.longitude = longitude
        self.datum = datum
    }

    /// Metres along the great circle of a sphere of 6,371,008.8 m; `nil` between different datums.
    public func distance(to other: GeoPoint) -> Double? {
        guard self.datum == other.datum else { return nil }
        let radians = Double.pi / 180 / 10_000_000
        let one = Double(self.latitude) * radians
        let two = Double(other.latitude) * radians
        let across = sin((two - one) / 2)
        let along = sin((Double(other.longitude) - Double(self.longitude)) * radians / 2)
        let chord = across * across + cos(one) * cos(two) * along * along
        return 2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))
    }
}
