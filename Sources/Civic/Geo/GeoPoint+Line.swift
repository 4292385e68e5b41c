// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension GeoPoint {
    /// Whole metres, half rounded up, to the nearest place of a line through some places, such as a river; to a single
    /// place as ``metres(to:)``.
    ///
    /// Each stretch is taken as straight on a plane that touches the earth here, which is off by less than a metre over
    /// the length of a district.
    ///
    /// - Returns: `nil` of no places.
    /// - Throws: ``GeoError/differentDatums(_:_:)``.
    public func metres(toLine line: [GeoPoint]) throws(GeoError) -> Int64? {
        guard let first = line.first else { return nil }
        var nearest = try self.metres(to: first)
        for (start, end) in zip(line, line.dropFirst()) {
            nearest = min(nearest, try self.metres(to: end), try self.metres(to: self.foot(on: start, end)))
        }
        return nearest
    }

    /// The place between two others that is nearest to this one.
    private func foot(on start: GeoPoint, _ end: GeoPoint) throws(GeoError) -> GeoPoint {
        guard start.datum == self.datum, end.datum == self.datum else {
            throw .differentDatums(self.datum, start.datum == self.datum ? end.datum : start.datum)
        }
        let narrowing = cos(Double(self.latitude) * .pi / 1_800_000_000)
        func plane(_ point: GeoPoint) -> (x: Double, y: Double) {
            (
                (Double(point.longitude) - Double(self.longitude)) * narrowing,
                Double(point.latitude) - Double(self.latitude)
            )
        }
        let (one, two) = (plane(start), plane(end))
        let (dx, dy) = (two.x - one.x, two.y - one.y)
        let length = dx * dx + dy * dy
        guard length > 0 else { return start }
        let along = min(1, max(0, -(one.x * dx + one.y * dy) / length))
        return GeoPoint(
            verifiedLatitude: Self.between(start.latitude, end.latitude, along),
            longitude: Self.between(start.longitude, end.longitude, along),
            datum: self.datum
        )
    }

    private static func between(_ one: Int32, _ other: Int32, _ part: Double) -> Int32 {
        Int32((Double(one) + (Double(other) - Double(one)) * part).rounded())
    }
}
