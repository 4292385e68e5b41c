// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What is said of a record of a dated register from a civil day on, until the next version begins.
///
/// A version is never overwritten: a later one with the same first day takes its place, and both stay.
public struct RegisterVersion: Sendable, Hashable {
    public var from: CivilDay
    /// In which order the versions of a register were written.
    public var serial: Int64
    public var at: Instant
    /// Who wrote it: a person's id, `bureau:ID` or `system`.
    public var by: String
    /// `nil` when the record is not valid any more from that day on.
    public var data: JSONObject?
    /// The number of the request that was approved for it.
    public var request: Int?

    public init(from: CivilDay, serial: Int64, at: Instant, by: String, data: JSONObject?, request: Int? = nil) {
        self.from = from
        self.serial = serial
        self.at = at
        self.by = by
        self.data = data
        self.request = request
    }

    public var json: JSON {
        var object: JSONObject = [
            "from": .string(self.from.description), "serial": .integer(self.serial),
            "at": .integer(self.at.milliseconds), "by": .string(self.by),
        ]
        object["data"] = self.data.map { .object($0) }
        object["request"] = self.request.map { .integer(Int64($0)) }
        return .object(object)
    }

    public init?(json: JSON) {
        guard let from = json["from"]?.stringValue.flatMap({ CivilDay($0) }),
            let serial = json["serial"]?.integerValue, let at = json["at"]?.integerValue,
            let by = json["by"]?.stringValue
        else { return nil }
        self.init(
            from: from,
            serial: serial,
            at: Instant(milliseconds: at),
            by: by,
            data: json["data"]?.objectValue,
            request: json["request"]?.integerValue.map { Int($0) }
        )
    }
}

extension [RegisterVersion] {
    /// The version in force on a day, of those written up to a serial number.
    public func inForce(on day: CivilDay, upTo serial: Int64 = .max) -> RegisterVersion? {
        self.filter { $0.from <= day && $0.serial <= serial }.max { ($0.from, $0.serial) < ($1.from, $1.serial) }
    }
}
