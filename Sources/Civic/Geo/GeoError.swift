// SPDX-License-Identifier: Apache-2.0

/// Why something cannot be said of places.
public enum GeoError: Error, Sendable, Hashable {
    /// The places are of different datums. The same numbers mean places up to about 500 m apart, so nothing is compared
    /// or converted silently.
    case differentDatums(GeoPoint.Datum, GeoPoint.Datum)
    /// A radius below 0, or longer than half the way around the earth.
    case radius(Int64)
    /// A polygon with fewer than three corners.
    case tooFewCorners(Int)
    /// A polygon half the way around the earth wide or more: it is not clear which side is meant.
    case tooWide

    /// A stable code: `DATUM`, `RADIUS`, `POLYGON`.
    public var code: String {
        switch self {
        case .differentDatums: "DATUM"
        case .radius: "RADIUS"
        case .tooFewCorners, .tooWide: "POLYGON"
        }
    }

    public var message: Bilingual {
        switch self {
        case .differentDatums(let one, let other):
            Bilingual(
                "坐标系不同(\(one.rawValue) 与 \(other.rawValue)),不能比较,请换成同一坐标系",
                "the places are of different datums, \(one.rawValue) and \(other.rawValue): name them in one"
            )
        case .radius(let metres):
            Bilingual(
                "半径 \(metres) 米应为 0 至 \(GeoPoint.farthest)",
                "a radius is 0 to \(GeoPoint.farthest) m, not \(metres)"
            )
        case .tooFewCorners(let count):
            Bilingual("多边形至少 3 个顶点,现为 \(count) 个", "a polygon has 3 corners or more, not \(count)")
        case .tooWide:
            Bilingual("多边形的经度跨度应小于 180 度", "a polygon is less than 180 degrees of longitude wide")
        }
    }
}

extension GeoError: CustomStringConvertible {
    public var description: String { self.message.en }
}
