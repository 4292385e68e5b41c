// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@Suite("Limits")
struct LimitTests {
    @Test(
        "A limit reads back as it was printed",
        arguments: [
            ("20wd", 20, Limit.Unit.workingDays), ("7d", 7, .calendarDays), ("3mon", 3, .months), ("1y", 1, .years),
            ("24h", 24, .hours), ("15min", 15, .minutes), ("2oh", 2, .officeHours), ("30omin", 30, .officeMinutes),
            ("0wd", 0, .workingDays),
        ]
    )
    func roundTrip(text: String, count: Int, unit: Limit.Unit) throws {
        let limit = try Limit(text)
        #expect(limit == Limit(count, unit))
        #expect(limit.description == text)
    }

    @Test(
        "What is no limit is refused",
        arguments: ["", "20", "wd", "-1wd", "1.5h", "20 wd", "20WD", "20wdd", "٣d", "99999999999999999999d"]
    )
    func refused(text: String) {
        let error = #expect(throws: LimitError.self) { try Limit(text) }
        #expect(error?.message.zh.isEmpty == false)
    }

    @Test("The longest limit of every unit is read, one longer is refused", arguments: Limit.Unit.allCases)
    func longest(unit: Limit.Unit) throws {
        let most = Limit.maximum(of: unit)
        #expect(try Limit("\(most)\(unit.rawValue)").count == most)
        #expect(throws: LimitError.self) { try Limit("\(most + 1)\(unit.rawValue)") }
    }

    @Test("The longest limits are computed")
    func computed() throws {
        for unit in Limit.Unit.allCases where unit != .officeMinutes && unit != .officeHours {
            let ledger = DeadlineLedger(start: try wall("2022-07-12"), limit: Limit(Limit.maximum(of: unit), unit))
            #expect(try SeedFiles.rules.due(ledger).instant > ledger.start)
        }
    }
}
