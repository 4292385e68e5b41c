// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Times of day")
struct TimeOfDayTests {
    @Test("A time reads back as it was printed", arguments: ["00:00", "08:00", "23:59", "23:59:59", "08:00:01"])
    func roundTrip(text: String) throws {
        #expect(try #require(TimeOfDay(text)).description == text)
    }

    @Test(
        "What is no time is refused",
        arguments: ["24:00", "08:60", "8:00", "08:00:60", "0800", "08", "08:00:00:00", ""]
    )
    func refused(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("Times are ordered, midnight first")
    func order() throws {
        let morning = try #require(TimeOfDay(hour: 8))
        #expect(TimeOfDay.midnight < morning)
        #expect(TimeOfDay(hour: 24) == nil)
        #expect(TimeOfDay(hour: 0, minute: -1) == nil)
        #expect(TimeOfDay("08:00:00") == morning)
    }
}
