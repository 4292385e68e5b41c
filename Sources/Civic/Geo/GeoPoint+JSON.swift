// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension GeoPoint {
    /// `{latitude, longitude, datum}`, degrees times ten million as whole numbers; `nil` for anything else.
    public init?(json: JSON) {
        guard let latitude = json["latitude"]?.integerValue.flatMap(Int32.init(exactly:)),
            let longitude = json["longitude"]?.integerValue.flatMap(Int32.init(exactly:)),
            let datum = json["datum"]?.stringValue.flatMap(Datum.init(rawValue:))
        else { return nil }
        self.init(latitude: latitude, longitude: longitude, datum: datum)
    }

    public var json: JSON {
        [
            "latitude": .integer(Int64(self.latitude)), "longitude": .integer(Int64(self.longitude)),
            "datum": .string(self.datum.rawValue),
        ]
    }
}

extension GeoPoint: Codable {
    private enum CodingKeys: String, CodingKey {
        case latitude, longitude, datum
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let point = GeoPoint(
            latitude: try container.decode(Int32.self, forKey: .latitude),
            longitude: try container.decode(Int32.self, forKey: .longitude),
            datum: try container.decode(Datum.self, forKey: .datum)
        )
        guard let point else {
            throw DecodingError.dataCorruptedError(
                forKey: .latitude,
                in: container,
                debugDescription: "no place on the earth"
            )
        }
        self = point
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.latitude, forKey: .latitude)
        try container.encode(self.longitude, forKey: .longitude)
        try container.encode(self.datum, forKey: .datum)
    }
}
