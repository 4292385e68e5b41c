// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A part of the earth between two parallels and two meridians, in degrees times ten million: what is looked through
/// before distances are computed.
public struct GeoBox: Sendable, Hashable {
    public let latitudes: ClosedRange<Int32>
    /// Two of them where the box lies across the 180th meridian.
    public let longitudes: [ClosedRange<Int32>]
    public let datum: GeoPoint.Datum

    private static let everyLongitude: ClosedRange<Int32> = -1_800_000_000...1_800_000_000

    /// The smallest box, within a few units, that has every place within a radius of another.
    ///
    /// - Throws: ``GeoError/radius(_:)``.
    public init(around centre: GeoPoint, metres: Int64) throws(GeoError) {
        guard (0...GeoPoint.farthest).contains(metres) else { throw .radius(metres) }
        // A place counts as within the radius when its distance in whole metres is, so up to half a metre past it.
        let angle = (Double(metres) + 0.5) / GeoPoint.earthRadius
        let perRadian = 1_800_000_000 / Double.pi
        let height = Int64((angle * perRadian).rounded(.up)) + 1
        let south = Int64(centre.latitude) - height
        let north = Int64(centre.latitude) + height
        self.latitudes = Int32(max(south, -900_000_000))...Int32(min(north, 900_000_000))
        self.datum = centre.datum
        let latitude = Double(centre.latitude) / perRadian
        guard south > -900_000_000, north < 900_000_000, sin(angle) < cos(latitude) else {
            self.longitudes = [Self.everyLongitude]
            return
        }
        let width = Int64((asin(sin(angle) / cos(latitude)) * perRadian).rounded(.up)) + 1
        let west = Int64(centre.longitude) - width
        let east = Int64(centre.longitude) + width
        if east - west >= 3_600_000_000 {
            self.longitudes = [Self.everyLongitude]
        } else if west < -1_800_000_000 {
            self.longitudes = [-1_800_000_000...Int32(east), Int32(west + 3_600_000_000)...1_800_000_000]
        } else if east > 1_800_000_000 {
            self.longitudes = [-1_800_000_000...Int32(east - 3_600_000_000), Int32(west)...1_800_000_000]
        } else {
            self.longitudes = [Int32(west)...Int32(east)]
        }
    }

    /// - Throws: ``GeoError/differentDatums(_:_:)``.
    public func contains(_ point: GeoPoint) throws(GeoError) -> Bool {
        guard point.datum == self.datum else { throw .differentDatums(self.datum, point.datum) }
        return self.latitudes.contains(point.latitude) && self.longitudes.contains { $0.contains(point.longitude) }
    }
}
