// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Distances to lines")
struct GeoLineTests {
    private func point(_ latitude: Int32, _ longitude: Int32, _ datum: GeoPoint.Datum = .wgs84) -> GeoPoint {
        GeoPoint(latitude: latitude, longitude: longitude, datum: datum)!
    }

    @Test("the nearest place may lie between two corners, or be a corner")
    func nearest() throws {
        // A river that runs east for about 9.2 km.
        let river = [self.point(340_000_000, 1_168_000_000), self.point(340_000_000, 1_169_000_000)]
        // 0.001 degrees of latitude north of its middle: 111 m.
        #expect(try self.point(340_010_000, 1_168_500_000).metres(toLine: river) == 111)
        // Past its end it is the end that is nearest.
        let past = self.point(340_000_000, 1_169_100_000)
        #expect(try past.metres(toLine: river) == past.metres(to: river[1]))
    }

    @Test("a single place is a line, no places are none, and datums are not mixed")
    func edges() throws {
        let (here, there) = (self.point(340_000_000, 1_168_000_000), self.point(340_010_000, 1_168_000_000))
        #expect(try here.metres(toLine: [there]) == here.metres(to: there))
        #expect(try here.metres(toLine: []) == nil)
        #expect(throws: GeoError.differentDatums(.wgs84, .gcj02)) {
            try here.metres(toLine: [there, self.point(340_020_000, 1_168_000_000, .gcj02)])
        }
        // The same place twice is a stretch of no length.
        #expect(try here.metres(toLine: [there, there]) == here.metres(to: there))
    }
}
