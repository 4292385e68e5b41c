// SPDX-License-Identifier: Apache-2.0

/// An area between straight lines from corner to corner, such as a grid of a village; the last corner is joined to the
/// first. Lines are straight in degrees, as maps draw them.
public struct GeoPolygon: Sendable, Hashable {
    public let corners: [GeoPoint]
    public var datum: GeoPoint.Datum { self.corners[0].datum }

    /// - Throws: ``GeoError`` when there are fewer than three corners, of different datums, or it is too wide.
    public init(_ corners: [GeoPoint]) throws(GeoError) {
        guard let first = corners.first, corners.count >= 3 else { throw .tooFewCorners(corners.count) }
        for corner in corners where corner.datum != first.datum {
            throw .differentDatums(first.datum, corner.datum)
        }
        let longitudes = corners.map { Int64($0.longitude) }
        guard (longitudes.max() ?? 0) - (longitudes.min() ?? 0) < 1_800_000_000 else { throw .tooWide }
        self.corners = corners
    }

    /// Whether a place lies inside, exactly; what lies on the border is inside.
    ///
    /// - Throws: ``GeoError/differentDatums(_:_:)``.
    public func contains(_ point: GeoPoint) throws(GeoError) -> Bool {
        guard point.datum == self.datum else { throw .differentDatums(self.datum, point.datum) }
        let x = Int64(point.longitude)
        let y = Int64(point.latitude)
        var isInside = false
        var previous = self.corners[self.corners.count - 1]
        for corner in self.corners {
            defer { previous = corner }
            let (x1, y1) = (Int64(previous.longitude), Int64(previous.latitude))
            let (x2, y2) = (Int64(corner.longitude), Int64(corner.latitude))
            // Differences of degrees have up to 33 bits, so their product does not fit 64.
            let side = Int128(x2 - x1) * Int128(y - y1) - Int128(y2 - y1) * Int128(x - x1)
            if side == 0, min(x1, x2) <= x, x <= max(x1, x2), min(y1, y2) <= y, y <= max(y1, y2) { return true }
            guard (y1 > y) != (y2 > y) else { continue }
            // The ray to the east crosses the line when the point lies to the left of it going up, to the right going down.
            if (y2 > y1) == (side > 0) { isInside.toggle() }
        }
        return isInside
    }
}
