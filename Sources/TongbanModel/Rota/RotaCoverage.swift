// SPDX-License-Identifier: Apache-2.0

import Civic

/// How far shifts cover what a rota asks for, to the minute.
public struct RotaCoverage: Sendable, Hashable {
    public struct Day: Sendable, Hashable {
        public var day: CivilDay
        /// In minutes.
        public var required: Int64
        public var covered: Int64
    }

    public var days: [Day] = []
    /// Where nobody is, in minutes since 1970 UTC; the ends are not part of them.
    public var gaps: [Range<Int64>] = []
    /// Where two shifts are.
    public var overlaps: [Range<Int64>] = []

    public var required: Int64 { self.days.reduce(0) { $0 + $1.required } }
    public var covered: Int64 { self.days.reduce(0) { $0 + $1.covered } }

    /// - Parameter shifts: those that count, in any order; they may reach beyond the days.
    public init(_ days: [CivilDay], of rota: RotaDeclaration, shifts: [Range<Int64>]) {
        let shifts = shifts.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        var union: [Range<Int64>] = []
        for shift in shifts {
            guard let last = union.last, shift.lowerBound <= last.upperBound else {
                union.append(shift)
                continue
            }
            if shift.lowerBound < last.upperBound {
                Self.add(shift.lowerBound..<min(shift.upperBound, last.upperBound), to: &self.overlaps)
            }
            union[union.count - 1] = last.lowerBound..<max(last.upperBound, shift.upperBound)
        }
        if let first = days.first, let last = days.last {
            let asked = RotaShift.minute(first, 0)..<RotaShift.minute(last.adding(days: 1), 0)
            self.overlaps = self.overlaps.map { $0.clamped(to: asked) }.filter { !$0.isEmpty }
        }
        var next = 0
        for day in days {
            let required = rota.required(on: day)
            while next < union.count, union[next].upperBound <= required.lowerBound { next += 1 }
            var covered: Int64 = 0
            var from = required.lowerBound
            var index = next
            while index < union.count, union[index].lowerBound < required.upperBound {
                let part = union[index].clamped(to: required)
                if from < part.lowerBound { Self.add(from..<part.lowerBound, to: &self.gaps) }
                covered += Int64(part.count)
                from = part.upperBound
                index += 1
            }
            if from < required.upperBound { Self.add(from..<required.upperBound, to: &self.gaps) }
            self.days.append(Day(day: day, required: Int64(required.count), covered: covered))
        }
    }

    private static func add(_ range: Range<Int64>, to ranges: inout [Range<Int64>]) {
        if let last = ranges.last, range.lowerBound <= last.upperBound {
            ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }

    /// `2022-07-12T15:59+08:00/2022-07-12T16:00+08:00`, without seconds: shifts have whole minutes.
    public static func text(_ range: Range<Int64>) -> String {
        "\(Self.text(range.lowerBound)) – \(Self.text(range.upperBound))"
    }

    public static func text(_ minute: Int64) -> String {
        let moment = RotaShift.instant(minute)
        return "\(ShanghaiTime.day(of: moment)) \(RotaSlot.text(ShanghaiTime.timeOfDay(of: moment).minutes))"
    }
}
