// SPDX-License-Identifier: Apache-2.0

import Civic

/// A duty that people take turns at: when somebody must be there, how many, and who is told when nobody is.
public struct RotaDeclaration: Sendable, Hashable, Codable {
    /// Who is told, how long after.
    public struct Rung: Sendable, Hashable, Codable {
        /// In minutes.
        public var after: Int
        /// A role, or ``RotaDeclaration/onDuty`` for those on the shift.
        public var to: String
        public var urgency: HandoffUrgency

        public init(after: Int, to: String, urgency: HandoffUrgency = .normal) {
            self.after = after
            self.to = to
            self.urgency = urgency
        }
    }

    /// In a ``Rung``: the people of the shift.
    public static let onDuty = "on-duty"
    /// Minutes before a check-in is due from which it counts.
    public static let standardMargin = 15

    public var id: String
    public var name: Bilingual
    /// Such as `06-15..09-15`; the whole year unless given.
    public var season: String?
    /// From when until when every day, `00:00` to `24:00` unless given.
    public var from: String?
    public var to: String?
    /// At least so many on every shift.
    public var people: Int
    /// Roles that plan shifts and enter check-ins of others.
    public var keepers: [String]
    /// Minutes between check-ins; only at the start of the shift unless given.
    public var every: Int?
    public var margin: Int
    /// Who is told of a check-in that is missing.
    public var missed: [Rung]
    /// Who is told that nobody is planned.
    public var gaps: [Rung]
    /// Days ahead that shifts are made by the pattern, and looked through for gaps.
    public var ahead: Int
    /// When that is done every day, such as `20:00`.
    public var checkedAt: String
    /// The kind of the task submitted when the last of ``missed`` is told.
    public var submits: String?

    public init(
        id: String,
        name: Bilingual,
        season: String? = nil,
        from: String? = nil,
        to: String? = nil,
        people: Int = 1,
        keepers: [String],
        every: Int? = nil,
        margin: Int = Self.standardMargin,
        missed: [Rung] = [],
        gaps: [Rung] = [],
        ahead: Int = 7,
        checkedAt: String = "20:00",
        submits: String? = nil
    ) {
        self.id = id
        self.name = name
        self.season = season
        self.from = from
        self.to = to
        self.people = people
        self.keepers = keepers
        self.every = every
        self.margin = margin
        self.missed = missed
        self.gaps = gaps
        self.ahead = ahead
        self.checkedAt = checkedAt
        self.submits = submits
    }

    /// Minutes of the day that must be covered; empty where the declaration is at fault.
    public var hours: Range<Int> {
        let from = RotaSlot.minute(self.from ?? "00:00") ?? 0
        let to = RotaSlot.minute(self.to ?? "24:00") ?? 0
        return from..<max(from, to)
    }

    /// What must be covered of a day, in minutes since 1970 UTC; empty outside the season.
    public func required(on day: CivilDay) -> Range<Int64> {
        if let season = self.season.flatMap({ Season($0) }), !season.contains(day) { return 0..<0 }
        let hours = self.hours
        return RotaShift.minute(day, hours.lowerBound)..<RotaShift.minute(day, hours.upperBound)
    }
}

/// Hours of a shift: `16:00-24:00`, and over midnight `22:00-06:00`.
public struct RotaSlot: Sendable, Hashable, Codable {
    /// Minutes of the day it begins on; the end is up to a day later.
    public var start: Int
    public var end: Int

    /// `nil` when the text is none.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let start = Self.minute(parts[0]), let end = Self.minute(parts[1]), start < 1_440 else {
            return nil
        }
        self.start = start
        self.end = end > start ? end : end + 1_440
    }

    public var description: String {
        "\(Self.text(self.start))-\(Self.text(self.end > 1_440 ? self.end - 1_440 : self.end))"
    }

    /// The minute of the day of `08:00`; `24:00` is 1440.
    static func minute(_ text: some StringProtocol) -> Int? {
        if text == "24:00" { return 1_440 }
        guard let time = TimeOfDay(text), time.second % 60 == 0 else { return nil }
        return time.second / 60
    }

    static func text(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}

/// How shifts are made: the teams follow each other through the hours of every day.
public struct RotaPattern: Sendable, Hashable, Codable {
    public static let slotLimit = 24
    public static let teamLimit = 100

    public var slots: [RotaSlot]
    public var teams: [[String]]
    /// The day on which the first team has the first hours.
    public var start: CivilDay

    public init(slots: [RotaSlot], teams: [[String]], start: CivilDay) {
        self.slots = slots
        self.teams = teams
        self.start = start
    }

    /// Who has which hours on a day; nobody before the pattern starts.
    public func shifts(on day: CivilDay) -> [(slot: RotaSlot, team: [String])] {
        let count = self.start.days(until: day)
        guard count >= 0, !self.teams.isEmpty else { return [] }
        return self.slots.enumerated().map { index, slot in
            (slot, self.teams[(count * self.slots.count + index) % self.teams.count])
        }
    }
}
