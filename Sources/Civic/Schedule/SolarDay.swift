// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Sunrise and sunset at a place.
///
/// The method of the NOAA Solar Calculator (Global Monitoring Laboratory), after J. Meeus, Astronomical Algorithms: the
/// upper limb on a level horizon with 34' of refraction, the centre 90.833° from the zenith. Right to about a minute
/// between 72° north and south.
public struct SolarDay: Sendable, Hashable {
    public enum Event: String, Sendable, Hashable, CaseIterable {
        case sunrise, sunset
    }

    /// Degrees, north and east positive.
    public let latitude: Double
    public let longitude: Double

    /// `nil` when there is no such place.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.init(north: latitude, east: longitude)
    }

    private init(north: Double, east: Double) {
        self.latitude = north
        self.longitude = east
    }

    /// The city of Huaibei, 33°58' N 116°48' E.
    public static let huaibei = SolarDay(north: 33.9667, east: 116.8)

    /// To the minute; `nil` where the sun neither rises nor sets that day.
    public func moment(of event: Event, on day: CivilDay) -> Instant? {
        // Twice: the sun moves between noon and the event.
        var minutes = 720.0 - 4 * self.longitude
        for _ in 0..<2 {
            guard let next = self.minutes(of: event, day, at: minutes) else { return nil }
            minutes = next
        }
        return Instant(milliseconds: Int64(day.number) * 86_400_000 + Int64(minutes.rounded()) * 60_000)
    }

    /// Minutes of the event after 00:00 UTC of the day, with the sun as it stands at some minute.
    private func minutes(of event: Event, _ day: CivilDay, at minutes: Double) -> Double? {
        func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
        // Julian centuries since 2000-01-01 12:00 UTC, day 10957 of the count from 1970.
        let centuries = (Double(day.number - 10_957) - 0.5 + minutes / 1_440) / 36_525
        let meanLongitude = radians(
            (280.46646 + centuries * (36_000.76983 + centuries * 0.0003032)).truncatingRemainder(dividingBy: 360)
        )
        let anomaly = radians(357.52911 + centuries * (35_999.05029 - 0.0001537 * centuries))
        let eccentricity = 0.016708634 - centuries * (0.000042037 + 0.0000001267 * centuries)
        let centre = radians(
            sin(anomaly) * (1.914602 - centuries * (0.004817 + 0.000014 * centuries))
                + sin(2 * anomaly) * (0.019993 - 0.000101 * centuries) + sin(3 * anomaly) * 0.000289
        )
        let node = radians(125.04 - 1_934.136 * centuries)
        let apparent = meanLongitude + centre - radians(0.00569 + 0.00478 * sin(node))
        let meanObliquity =
            23 + (26 + (21.448 - centuries * (46.815 + centuries * (0.00059 - centuries * 0.001813))) / 60) / 60
        let obliquity = radians(meanObliquity + 0.00256 * cos(node))
        let declination = asin(sin(obliquity) * sin(apparent))
        let half = tan(obliquity / 2) * tan(obliquity / 2)
        let equation =
            4 * 180 / .pi
            * (half * sin(2 * meanLongitude) - 2 * eccentricity * sin(anomaly)
                + 4 * eccentricity * half * sin(anomaly) * cos(2 * meanLongitude)
                - 0.5 * half * half * sin(4 * meanLongitude)
                - 1.25 * eccentricity * eccentricity * sin(2 * anomaly))
        let north = radians(self.latitude)
        let cosine = cos(radians(90.833)) / (cos(north) * cos(declination)) - tan(north) * tan(declination)
        guard (-1...1).contains(cosine) else { return nil }
        let angle = 4 * acos(cosine) * 180 / .pi
        let noon = 720 - 4 * self.longitude - equation
        return event == .sunrise ? noon - angle : noon + angle
    }
}
