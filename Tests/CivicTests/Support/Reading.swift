// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> CivilDay {
    try #require(CivilDay(text), "\(text) is no day", sourceLocation: sourceLocation)
}

func instant(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Instant {
    try #require(Instant(text), "\(text) is no moment", sourceLocation: sourceLocation)
}

/// The moment of a wall-clock time such as `2022-07-11 10:30`, or of the start of a day.
func wall(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Instant {
    let parts = text.split(separator: " ")
    let civilDay = try day(String(parts[0]), sourceLocation: sourceLocation)
    guard parts.count == 2 else { return ShanghaiTime.startOfDay(civilDay) }
    let time = try #require(TimeOfDay(parts[1]), "\(text) is no time", sourceLocation: sourceLocation)
    return ShanghaiTime.instant(day: civilDay, time: time)
}
