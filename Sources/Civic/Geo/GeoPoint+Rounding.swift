// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension GeoPoint {
    /// The place as it may be published: rounded to so many decimals of a degree, half away from zero. Two decimals are
    /// about 1.1 km, three 110 m: a home is not found by them.
    ///
    /// - Parameter decimals: 0 to 7; 7 leaves the place as it is.
    public func rounded(decimals: Int) -> GeoPoint {
        precondition((0...7).contains(decimals), "a place has 0 to 7 decimals")
        var unit: Int64 = 1
        for _ in decimals..<7 { unit *= 10 }
        func round(_ value: Int32) -> Int32 {
            let magnitude = (Int64(value.magnitude) + unit / 2) / unit * unit
            return Int32(value < 0 ? -magnitude : magnitude)
        }
        // 90 and 180 degrees are multiples of every unit, so nothing is rounded off the earth.
        return GeoPoint(
            verifiedLatitude: round(self.latitude),
            longitude: round(self.longitude),
            datum: self.datum
        )
    }

    /// The middle of the square of a grid in which the place lies: all places of a square are published as one, so that
    /// from the published one nobody can tell which of them it was.
    ///
    /// - Parameter metres: the side of a square, 1 to 1,000,000. From east to west squares are as wide as near enough in
    ///   the middle of their row.
    public func cellCentre(metres: Int64) -> GeoPoint {
        precondition((1...1_000_000).contains(metres), "a square of the grid is 1 to 1,000,000 m wide")
        let perMetre = 1_800_000_000 / (Double.pi * Self.earthRadius)
        let height = max(1, Int64((Double(metres) * perMetre).rounded()))
        let row = (Int64(self.latitude) + 900_000_000) / height
        let latitude = min(row * height + height / 2 - 900_000_000, 900_000_000)
        let shrunk = cos(Double(latitude) / 10_000_000 * Double.pi / 180)
        let whole: Int64 = 3_600_000_000
        let width = shrunk * Double(whole) <= Double(height) ? whole : Int64((Double(height) / shrunk).rounded())
        let column = (Int64(self.longitude) + 1_800_000_000) / width
        let longitude = min(column * width + width / 2 - 1_800_000_000, 1_800_000_000)
        return GeoPoint(verifiedLatitude: Int32(latitude), longitude: Int32(longitude), datum: self.datum)
    }
}
