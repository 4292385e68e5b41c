// SPDX-License-Identifier: Apache-2.0

extension GeoPoint: CustomStringConvertible {
    /// Reads degrees such as `34.20366,116.99522`, north and east positive, with as many decimals as a telephone gives: the
    /// eighth rounds the seventh, half away from zero. `nil` for anything else, or off the earth.
    public init?(_ text: some StringProtocol, datum: Datum) {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, let latitude = Self.degrees(parts[0]), let longitude = Self.degrees(parts[1]) else {
            return nil
        }
        self.init(latitude: latitude, longitude: longitude, datum: datum)
    }

    private static func degrees(_ text: some StringProtocol) -> Int32? {
        var bytes = Array(text.utf8).drop { $0 == 0x20 }
        while bytes.last == 0x20 { bytes.removeLast() }
        let isNegative = bytes.first == 0x2D
        if isNegative { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...3).contains(whole.count), let degrees = decimal(whole) else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard (1...20).contains(parts[1].count), parts[1].allSatisfy({ (0x30...0x39).contains($0) }) else {
                return nil
            }
            for place in 0..<7 {
                let index = parts[1].startIndex + place
                fraction = fraction * 10 + (index < parts[1].endIndex ? Int(parts[1][index] - 0x30) : 0)
            }
            if parts[1].count > 7, parts[1][parts[1].startIndex + 7] >= 0x35 { fraction += 1 }
        }
        let value = degrees * 10_000_000 + fraction
        return Int32(exactly: isNegative ? -value : value)
    }

    /// Degrees with seven decimals at most, latitude first: `34.20366,116.99522`.
    public var description: String { "\(Self.text(self.latitude)),\(Self.text(self.longitude))" }

    private static func text(_ value: Int32) -> String {
        let magnitude = Int(value.magnitude)
        var fraction = padded(magnitude % 10_000_000, 7)
        while fraction.count > 1, fraction.last == "0" { fraction.removeLast() }
        return "\(value < 0 ? "-" : "")\(magnitude / 10_000_000).\(fraction)"
    }
}
