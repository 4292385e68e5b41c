// SPDX-License-Identifier: Apache-2.0

/// A place on the earth, in degrees times ten million, and the datum they are of: without it the numbers say only about
/// where.
public struct GeoPoint: Sendable, Hashable {
    public enum Datum: String, Sendable, Hashable, Codable, CaseIterable {
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
        self.init(verifiedLatitude: latitude, longitude: longitude, datum: datum)
    }

    init(verifiedLatitude latitude: Int32, longitude: Int32, datum: Datum) {
        self.latitude = latitude
        self.longitude = longitude
        self.datum = datum
    }
}
