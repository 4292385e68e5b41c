// SPDX-License-Identifier: Apache-2.0

import Civic

/// How long one holder held a case, over all his spans.
///
/// A day belongs to who holds the case at its end, 24:00 in Shanghai, as the days of a limit do; so the days of all
/// holders add up to the days from the first contact to the closing, and none is counted twice.
public struct CustodySum: Sendable, Hashable {
    public var holder: Holder
    public var milliseconds: Int64
    public var calendarDays: Int
    public var workingDays: Int
    /// Time within office hours, in milliseconds.
    public var officeMilliseconds: Int64
    public var spans: Int

    public init(holder: Holder) {
        self.holder = holder
        self.milliseconds = 0
        self.calendarDays = 0
        self.workingDays = 0
        self.officeMilliseconds = 0
        self.spans = 0
    }

    /// Whole minutes within office hours.
    public var officeMinutes: Int64 { self.officeMilliseconds / 60_000 }

    /// The sums of spans by holder, in the order in which the holders first come.
    public static func sums(
        of spans: [Custody.Span],
        calendar: WorkingCalendar,
        hours: OfficeHours
    ) -> [CustodySum] {
        var sums: [CustodySum] = []
        for span in spans {
            let index =
                sums.firstIndex { $0.holder == span.holder }
                ?? {
                    sums.append(CustodySum(holder: span.holder))
                    return sums.count - 1
                }()
            sums[index].add(span, calendar, hours)
        }
        return sums
    }

    private mutating func add(_ span: Custody.Span, _ calendar: WorkingCalendar, _ hours: OfficeHours) {
        let first = ShanghaiTime.day(of: span.from)
        let last = ShanghaiTime.day(of: span.to)
        self.spans += 1
        self.milliseconds += span.milliseconds
        self.calendarDays += first.days(until: last)
        self.workingDays += calendar.workingDays(after: first.adding(days: -1), through: last.adding(days: -1))
        var day = first
        while day <= last {
            if calendar.isWorkingDay(day) {
                for segment in hours.segments(on: day) {
                    let from = max(span.from, ShanghaiTime.instant(day: day, minutes: segment.start))
                    let to = min(span.to, ShanghaiTime.instant(day: day, minutes: segment.end))
                    if to > from { self.officeMilliseconds += to.since(from) }
                }
            }
            day = day.adding(days: 1)
        }
    }
}
