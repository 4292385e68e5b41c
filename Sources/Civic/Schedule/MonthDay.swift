// SPDX-License-Identifier: Apache-2.0

/// A day of every year, written `01-15`.
struct MonthDay: Sendable, Hashable {
    var month: Int
    var day: Int

    init?(_ text: some StringProtocol) {
        let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let month = decimal(parts[0]),
            let day = decimal(parts[1]), (1...12).contains(month),
            (1...CivilDay.daysInMonth(year: 2024, month: month)).contains(day)
        else { return nil }
        self.month = month
        self.day = day
    }
}
