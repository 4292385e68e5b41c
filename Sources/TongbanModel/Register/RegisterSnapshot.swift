// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A dated register as it was on a day, by what had been written when the snapshot was taken. Nothing is copied: the
/// versions written later are left out.
public struct RegisterSnapshot: Sendable, Hashable {
    public var name: String
    public var day: CivilDay
    /// The last version it knows.
    public var serial: Int64
    /// How many records there were: the denominator of figures of that day.
    public var count: Int
    public var by: String
    public var at: Instant

    public init(name: String, day: CivilDay, serial: Int64, count: Int, by: String, at: Instant) {
        self.name = name
        self.day = day
        self.serial = serial
        self.count = count
        self.by = by
        self.at = at
    }

    public var json: JSON {
        [
            "name": .string(self.name), "day": .string(self.day.description), "serial": .integer(self.serial),
            "count": .integer(Int64(self.count)), "by": .string(self.by), "at": .integer(self.at.milliseconds),
        ]
    }

    public init?(json: JSON) {
        guard let name = json["name"]?.stringValue, let day = json["day"]?.stringValue.flatMap({ CivilDay($0) }),
            let serial = json["serial"]?.integerValue, let count = json["count"]?.integerValue,
            let by = json["by"]?.stringValue, let at = json["at"]?.integerValue
        else { return nil }
        self.init(
            name: name,
            day: day,
            serial: serial,
            count: Int(count),
            by: by,
            at: Instant(milliseconds: at)
        )
    }
}
