// SPDX-License-Identifier: Apache-2.0

import Civic

/// A shift of a rota: who is on duty somewhere from when until when, and when they were heard of.
public struct RotaShift: Sendable, Hashable, Codable {
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case planned = "PLANNED"
        case onDuty = "ON_DUTY"
        case done = "DONE"
        /// Nobody was heard of.
        case absent = "ABSENT"
        case cancelled = "CANCELLED"

        public var name: Bilingual {
            switch self {
            case .planned: Bilingual("已排班", "Planned")
            case .onDuty: Bilingual("值守中", "On duty")
            case .done: Bilingual("已完成", "Done")
            case .absent: Bilingual("缺岗", "Absent")
            case .cancelled: Bilingual("已取消", "Cancelled")
            }
        }

        public var isOpen: Bool { self == .planned || self == .onDuty }
    }

    public struct CheckIn: Sendable, Hashable, Codable {
        public var person: String
        /// Who entered it.
        public var by: String
        /// In milliseconds UTC.
        public var at: Int64
        /// Where, in words, and on the map.
        public var point: String?
        public var place: GeoPoint?

        public init(person: String, by: String, at: Int64, point: String? = nil, place: GeoPoint? = nil) {
            self.person = person
            self.by = by
            self.at = at
            self.point = point
            self.place = place
        }
    }

    /// A check-in that was told of as missing.
    public struct Miss: Sendable, Hashable, Codable {
        /// In milliseconds UTC.
        public var due: Int64
        public var people: [String]
        /// How many rungs were told.
        public var rungs: Int
    }

    /// The longest shift, in minutes.
    public static let longest: Int64 = 1_440
    public static let peopleLimit = 20
    public static let checkInLimit = 500
    /// Characters of a route, a point and a reason.
    public static let textLimit = 500

    /// `BC-20220712-000001`.
    public var number: String
    public var bureau: String
    /// The id of its declaration.
    public var rota: String
    /// Where: an area code, or what the bureau calls a place.
    public var place: String
    /// In minutes since 1970 UTC; the end is not part of it.
    public var start: Int64
    public var end: Int64
    public var people: [String]
    public var route: String?
    public var status = Status.planned
    /// Why it was cancelled or last changed.
    public var reason: String?
    public var checkIns: [CheckIn] = []
    public var missed: [Miss] = []
    /// Which check-in is waited for, and which rung comes next.
    var watched = 0
    var rung = 0

    public init(
        number: String,
        bureau: String,
        rota: String,
        place: String,
        start: Int64,
        end: Int64,
        people: [String],
        route: String? = nil
    ) {
        self.number = number
        self.bureau = bureau
        self.rota = rota
        self.place = place
        self.start = start
        self.end = end
        self.people = people
        self.route = route
    }

    public var isOpen: Bool { self.status.isOpen }
    /// Whether somebody is, or was, there.
    public var counts: Bool { self.status != .cancelled && self.status != .absent }
    public var startInstant: Instant { Self.instant(self.start) }
    public var endInstant: Instant { Self.instant(self.end) }

    public static func instant(_ minute: Int64) -> Instant { Instant(milliseconds: minute * 60_000) }

    /// Of a minute of a day, in minutes since 1970 UTC.
    public static func minute(_ day: CivilDay, _ ofDay: Int) -> Int64 {
        ShanghaiTime.instant(day: day, minutes: ofDay).milliseconds / 60_000
    }

    /// The minute a moment is in; `nil` unless it begins it.
    public static func minute(_ moment: Instant) -> Int64? {
        moment.milliseconds % 60_000 == 0 ? moment.milliseconds / 60_000 : nil
    }

    // MARK: Planning

    /// - Throws: `BAD_SHIFT` when it ends before it begins or lasts more than a day, `TOO_FEW`, `LIMIT`,
    ///   `TEXT_TOO_LONG`, `PERSON_TWICE` for a person named twice.
    public func check(_ rota: RotaDeclaration) throws(Refusal) {
        guard self.start < self.end, self.end - self.start <= Self.longest else {
            throw Refusal(
                code: "BAD_SHIFT",
                zh: "班次须在 24 小时以内,且结束晚于开始。",
                en: "a shift ends after it begins, and lasts at most 24 hours"
            )
        }
        guard self.people.count >= rota.people else {
            throw Refusal(
                code: "TOO_FEW",
                zh: "每班至少 \(rota.people) 人,此班 \(self.people.count) 人。",
                en: "every shift has at least \(rota.people) people, this one \(self.people.count)"
            )
        }
        guard self.people.count <= Self.peopleLimit else {
            throw Refusal(
                code: "LIMIT",
                zh: "每班最多 \(Self.peopleLimit) 人。",
                en: "a shift has at most \(Self.peopleLimit) people"
            )
        }
        try Self.check(self.route, "route")
        var seen: Set<String> = []
        for person in self.people {
            guard !person.isEmpty, person.utf8.count <= 64 else {
                throw Refusal(code: "BAD_PERSON", zh: "人员编号须为 1 至 64 字节。", en: "a person's id has 1 to 64 bytes")
            }
            guard seen.insert(person).inserted else { throw .personTwice(person, self.number) }
        }
    }

    static func check(_ text: String?, _ field: String) throws(Refusal) {
        guard let text, text.count > Self.textLimit else { return }
        throw Refusal(
            code: "TEXT_TOO_LONG",
            zh: "\(field) 最多 \(Self.textLimit) 字。",
            en: "\(field) has at most \(Self.textLimit) characters"
        )
    }

    /// - Throws: `SHIFT_OVER`.
    public func requireOpen() throws(Refusal) {
        guard !self.isOpen else { return }
        throw Refusal(
            code: "SHIFT_OVER",
            zh: "班次 \(self.number) \(self.status.name.zh),不能再更改。",
            en: "shift \(self.number) is over (\(self.status.name.en.lowercased()))"
        )
    }

    // MARK: Checking in

    /// Takes a check-in of somebody on the shift.
    ///
    /// - Throws: `SHIFT_OVER`, `NOT_ON_SHIFT`, `EARLY`, `LIMIT`, `TEXT_TOO_LONG`.
    public mutating func checkIn(_ new: CheckIn, _ rota: RotaDeclaration) throws(Refusal) {
        try self.requireOpen()
        guard new.at < self.endInstant.milliseconds else {
            throw Refusal(
                code: "SHIFT_OVER",
                zh: "班次 \(self.number) 已于 \(self.endInstant) 结束。",
                en: "shift \(self.number) ended at \(self.endInstant)"
            )
        }
        guard self.people.contains(new.person) else {
            throw Refusal(
                code: "NOT_ON_SHIFT",
                zh: "\(new.person) 不在班次 \(self.number) 中。",
                en: "\(new.person) is not on shift \(self.number)"
            )
        }
        let earliest = Self.instant(self.start - Int64(rota.margin))
        guard new.at >= earliest.milliseconds else {
            throw Refusal(
                code: "EARLY",
                zh: "班次 \(self.number) 最早于 \(earliest) 签到。",
                en: "the first check-in of shift \(self.number) is at \(earliest)"
            )
        }
        guard self.checkIns.count < Self.checkInLimit else {
            throw Refusal(
                code: "LIMIT",
                zh: "班次 \(self.number) 的签到已达 \(Self.checkInLimit) 次。",
                en: "shift \(self.number) has \(Self.checkInLimit) check-ins already"
            )
        }
        try Self.check(new.point, "point")
        self.checkIns.append(new)
        self.status = .onDuty
    }

    /// When check-ins are due, in minutes since 1970: at the start, then in even steps before the end.
    public func dues(_ rota: RotaDeclaration) -> [Int64] {
        guard let every = rota.every, every > 0 else { return [self.start] }
        return Array(stride(from: self.start, to: self.end, by: every))
    }

    /// Who is missing at the check-in of an index: at the start everybody who was not heard of, later everybody when
    /// nobody was. A check-in counts for one due time: from the margin before it to the margin before the next.
    public func missing(at index: Int, _ rota: RotaDeclaration) -> [String] {
        let dues = self.dues(rota)
        guard dues.indices.contains(index) else { return [] }
        let from = (dues[index] - Int64(rota.margin)) * 60_000
        let next = index + 1 < dues.count ? dues[index + 1] - Int64(rota.margin) : self.end
        let heard = Set(self.checkIns.filter { $0.at >= from && $0.at < next * 60_000 }.map(\.person))
        return index == 0 ? self.people.filter { !heard.contains($0) } : heard.isEmpty ? self.people : []
    }

    // MARK: Time

    public enum Event: Sendable, Hashable {
        /// A check-in that was due at a moment is still missing; the rung of the ladder to tell.
        case missed(due: Instant, people: [String], rung: Int)
        case ended
    }

    /// When something has to be looked at next; `nil` when it is over.
    public func next(_ rota: RotaDeclaration) -> Instant? {
        guard self.isOpen else { return nil }
        let dues = self.dues(rota)
        guard self.watched < dues.count, self.rung < rota.missed.count else { return self.endInstant }
        return Self.instant(dues[self.watched] + Int64(rota.missed[self.rung].after))
    }

    /// Does what is due at a moment, one thing at a time.
    ///
    /// - Returns: what happened; `nil` when nothing is due.
    public mutating func step(at now: Instant, _ rota: RotaDeclaration) -> Event? {
        while let next = self.next(rota), next <= now {
            let dues = self.dues(rota)
            guard self.watched < dues.count, self.rung < rota.missed.count else {
                self.status = self.checkIns.isEmpty ? .absent : .done
                return .ended
            }
            let missing = self.missing(at: self.watched, rota)
            guard !missing.isEmpty else {
                self.watched += 1
                self.rung = 0
                continue
            }
            let due = dues[self.watched] * 60_000
            let rung = self.rung
            if self.missed.last?.due == due { self.missed.removeLast() }
            self.missed.append(Miss(due: due, people: missing, rungs: rung + 1))
            self.rung += 1
            if self.rung == rota.missed.count {
                self.watched += 1
                self.rung = 0
            }
            return .missed(due: Instant(milliseconds: due), people: missing, rung: rung)
        }
        return nil
    }

    /// The check-ins that were due before a moment, and how many of them were made.
    public func checkInRate(at now: Instant, _ rota: RotaDeclaration) -> (made: Int, due: Int) {
        guard self.status != .cancelled else { return (0, 0) }
        let dues = self.dues(rota).indices.filter { Self.instant(self.dues(rota)[$0]) <= now }
        return (dues.filter { self.missing(at: $0, rota).isEmpty }.count, dues.count)
    }
}

extension Refusal {
    public static func personTwice(_ person: String, _ shift: String) -> Refusal {
        Refusal(
            code: "PERSON_TWICE",
            zh: "\(person) 在此时段已排入班次 \(shift)。",
            en: "\(person) is on shift \(shift) at that time already"
        )
    }
}
