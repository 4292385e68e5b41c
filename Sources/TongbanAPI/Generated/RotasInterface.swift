// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Rotas.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Duties that people take turns at (排班): who is on duty where and when, whether they are heard of, and where nobody is planned. Bureaus declare what must be covered; keepers plan shifts, or let teams follow each other; whoever is on duty checks in. Who is told of a missing check-in, and of a gap, the bureau says.
public enum RotasInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Rotas"

    /// The text of the definition.
    public static let description = #"""
        # Duties that people take turns at (排班): who is on duty where and when, whether they are heard of, and where nobody is planned. Bureaus declare what must be covered; keepers plan shifts, or let teams follow each other; whoever is on duty checks in. Who is told of a missing check-in, and of a gap, the bureau says.
        interface org.tongban.Rotas

        # A rota as its bureau declares it. `season` is such as `06-15..09-15`; `from` and `to` are the hours of every day; `people` the fewest on a shift; `every` the minutes between check-ins.
        type Rota (bureau: string, id: string, zh: string, en: string, season: ?string, from: string, to: string, people: int, every: ?int, keepers: []string)

        # A place a rota is kept at. `through` is the last day that was planned; `gaps` where nobody is, as last looked.
        type Place (bureau: string, rota: string, place: string, through: ?string, slots: []string, teams: []Team, gaps: []string)

        # People who are on duty together.
        type Team (people: []string)

        # A shift. `status` is `PLANNED`, `ON_DUTY`, `DONE`, `ABSENT` (nobody was heard of) or `CANCELLED`. `end` is not part of it.
        type Shift (number: string, bureau: string, rota: string, place: string, start: string, end: string, people: []string, route: ?string, status: string, statusZh: string, statusEn: string, reason: ?string, checkIns: int, missed: int)

        # A shift as it is planned: at whole minutes, at most 24 hours, 1 to 20 people.
        type NewShift (start: string, end: string, people: []string, route: ?string)

        # A check-in: who was heard of, who entered it, where. `geo` is latitude and longitude in degrees with their datum; it is for keepers only.
        type CheckInEntry (person: string, by: string, at: string, point: ?string, geo: ?string)

        # A check-in that was told of as missing, and how many rungs of the ladder were.
        type Miss (due: string, people: []string, rungs: int)

        # Minutes of a day that must be covered, and are.
        type Day (day: string, required: int, covered: int)

        # The rotas that bureaus declare, and the places they are kept at.
        method List(bureau: ?string) -> (rotas: []Rota, places: []Place)

        # The shifts of a place that have a minute in the days from `from` to `through` (at most 400), by when they begin.
        method Shifts(bureau: string, rota: string, place: string, from: string, through: string) -> (shifts: []Shift)

        # The shifts somebody is on, in all bureaus; the caller's own unless a person is named.
        method Mine(person: ?string, from: string, through: string) -> (shifts: []Shift)

        # A shift, with who was heard of when.
        method Get(number: string) -> (shift: Shift, checkIns: []CheckInEntry, missed: []Miss)

        # How far days are covered, to the minute: where nobody is, where two shifts are, and the check-ins made of those that were due. Shifts on which nobody was heard of do not count.
        method Coverage(bureau: string, rota: string, place: string, from: string, through: string) -> (days: []Day, gaps: []string, overlaps: []string, required: int, covered: int, percent: string, made: int, due: int, rate: string)

        # Plans 1 to 500 shifts: all of them, or none when one is refused. `PERSON_TWICE` when somebody is on duty already, `TOO_FEW` people. Answers where nobody is, in the days up to the last one planned. For keepers of the rota.
        method Plan(bureau: string, rota: string, place: string, shifts: []NewShift) -> (shifts: []Shift, gaps: []string)

        # Changes who is on a shift, and before it begins its time and route. For keepers of the rota.
        method Change(number: string, people: ?[]string, start: ?string, end: ?string, route: ?string, reason: string) -> (shift: Shift, gaps: []string)

        # Takes a shift off the rota. For keepers of the rota.
        method Cancel(number: string, reason: string) -> (shift: Shift, gaps: []string)

        # Lets teams follow each other through the hours of every day from a day on, such as `00:00-08:00`, `08:00-16:00`, `16:00-24:00`; without slots, shifts are made no more. Shifts are made some days ahead, where none stands in their way. For keepers of the rota.
        method SetPattern(bureau: string, rota: string, place: string, slots: []string, teams: []Team, start: string) -> (place: Place, gaps: []string)

        # Notes that somebody on the shift was heard of, now: himself, or whom a keeper names. `datum` is `WGS84` or `GCJ02`.
        method CheckIn(number: string, person: ?string, point: ?string, geo: ?string, datum: ?string) -> (shift: Shift)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Shifts", "Mine", "Get", "Coverage", "Plan", "Change", "Cancel", "SetPattern", "CheckIn"]
        )
    }

    /// A rota as its bureau declares it. `season` is such as `06-15..09-15`; `from` and `to` are the hours of every day; `people` the fewest on a shift; `every` the minutes between check-ins.
    public struct Rota: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var id: String
        public var zh: String
        public var en: String
        public var season: String?
        public var from: String
        public var to: String
        public var people: Int
        public var every: Int?
        public var keepers: [String]

        public init(
            bureau: String,
            id: String,
            zh: String,
            en: String,
            season: String? = nil,
            from: String,
            to: String,
            people: Int,
            every: Int? = nil,
            keepers: [String]
        ) {
            self.bureau = bureau
            self.id = id
            self.zh = zh
            self.en = en
            self.season = season
            self.from = from
            self.to = to
            self.people = people
            self.every = every
            self.keepers = keepers
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var id: String?
            var zh: String?
            var en: String?
            var season: String?
            var from: String?
            var to: String?
            var people: Int?
            var every: Int?
            var keepers: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("season") {
                    try reader.readNullableMember(into: &season)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else if reader.isMember("every") {
                    try reader.readNullableMember(into: &every)
                } else if reader.isMember("keepers") {
                    try reader.readMember(into: &keepers)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.season = season
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.people = try reader.required(people, "people")
            self.every = every
            self.keepers = try reader.required(keepers, "keepers")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("season", ifPresent: self.season)
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("people", self.people)
            writer.member("every", ifPresent: self.every)
            writer.member("keepers", self.keepers)
            writer.endObject()
        }
    }

    /// A place a rota is kept at. `through` is the last day that was planned; `gaps` where nobody is, as last looked.
    public struct Place: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var rota: String
        public var place: String
        public var through: String?
        public var slots: [String]
        public var teams: [Team]
        public var gaps: [String]

        public init(
            bureau: String,
            rota: String,
            place: String,
            through: String? = nil,
            slots: [String],
            teams: [Team],
            gaps: [String]
        ) {
            self.bureau = bureau
            self.rota = rota
            self.place = place
            self.through = through
            self.slots = slots
            self.teams = teams
            self.gaps = gaps
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var rota: String?
            var place: String?
            var through: String?
            var slots: [String]?
            var teams: [Team]?
            var gaps: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("rota") {
                    try reader.readMember(into: &rota)
                } else if reader.isMember("place") {
                    try reader.readMember(into: &place)
                } else if reader.isMember("through") {
                    try reader.readNullableMember(into: &through)
                } else if reader.isMember("slots") {
                    try reader.readMember(into: &slots)
                } else if reader.isMember("teams") {
                    try reader.readMember(into: &teams)
                } else if reader.isMember("gaps") {
                    try reader.readMember(into: &gaps)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.rota = try reader.required(rota, "rota")
            self.place = try reader.required(place, "place")
            self.through = through
            self.slots = try reader.required(slots, "slots")
            self.teams = try reader.required(teams, "teams")
            self.gaps = try reader.required(gaps, "gaps")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("rota", self.rota)
            writer.member("place", self.place)
            writer.member("through", ifPresent: self.through)
            writer.member("slots", self.slots)
            writer.member("teams", self.teams)
            writer.member("gaps", self.gaps)
            writer.endObject()
        }
    }

    /// People who are on duty together.
    public struct Team: Sendable, Hashable, JSONReadable, JSONWritable {
        public var people: [String]

        public init(people: [String]) {
            self.people = people
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var people: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.people = try reader.required(people, "people")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("people", self.people)
            writer.endObject()
        }
    }

    /// A shift. `status` is `PLANNED`, `ON_DUTY`, `DONE`, `ABSENT` (nobody was heard of) or `CANCELLED`. `end` is not part of it.
    public struct Shift: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var bureau: String
        public var rota: String
        public var place: String
        public var start: String
        public var end: String
        public var people: [String]
        public var route: String?
        public var status: String
        public var statusZh: String
        public var statusEn: String
        public var reason: String?
        public var checkIns: Int
        public var missed: Int

        public init(
            number: String,
            bureau: String,
            rota: String,
            place: String,
            start: String,
            end: String,
            people: [String],
            route: String? = nil,
            status: String,
            statusZh: String,
            statusEn: String,
            reason: String? = nil,
            checkIns: Int,
            missed: Int
        ) {
            self.number = number
            self.bureau = bureau
            self.rota = rota
            self.place = place
            self.start = start
            self.end = end
            self.people = people
            self.route = route
            self.status = status
            self.statusZh = statusZh
            self.statusEn = statusEn
            self.reason = reason
            self.checkIns = checkIns
            self.missed = missed
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var bureau: String?
            var rota: String?
            var place: String?
            var start: String?
            var end: String?
            var people: [String]?
            var route: String?
            var status: String?
            var statusZh: String?
            var statusEn: String?
            var reason: String?
            var checkIns: Int?
            var missed: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("rota") {
                    try reader.readMember(into: &rota)
                } else if reader.isMember("place") {
                    try reader.readMember(into: &place)
                } else if reader.isMember("start") {
                    try reader.readMember(into: &start)
                } else if reader.isMember("end") {
                    try reader.readMember(into: &end)
                } else if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else if reader.isMember("route") {
                    try reader.readNullableMember(into: &route)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("statusZh") {
                    try reader.readMember(into: &statusZh)
                } else if reader.isMember("statusEn") {
                    try reader.readMember(into: &statusEn)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else if reader.isMember("checkIns") {
                    try reader.readMember(into: &checkIns)
                } else if reader.isMember("missed") {
                    try reader.readMember(into: &missed)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.bureau = try reader.required(bureau, "bureau")
            self.rota = try reader.required(rota, "rota")
            self.place = try reader.required(place, "place")
            self.start = try reader.required(start, "start")
            self.end = try reader.required(end, "end")
            self.people = try reader.required(people, "people")
            self.route = route
            self.status = try reader.required(status, "status")
            self.statusZh = try reader.required(statusZh, "statusZh")
            self.statusEn = try reader.required(statusEn, "statusEn")
            self.reason = reason
            self.checkIns = try reader.required(checkIns, "checkIns")
            self.missed = try reader.required(missed, "missed")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("bureau", self.bureau)
            writer.member("rota", self.rota)
            writer.member("place", self.place)
            writer.member("start", self.start)
            writer.member("end", self.end)
            writer.member("people", self.people)
            writer.member("route", ifPresent: self.route)
            writer.member("status", self.status)
            writer.member("statusZh", self.statusZh)
            writer.member("statusEn", self.statusEn)
            writer.member("reason", ifPresent: self.reason)
            writer.member("checkIns", self.checkIns)
            writer.member("missed", self.missed)
            writer.endObject()
        }
    }

    /// A shift as it is planned: at whole minutes, at most 24 hours, 1 to 20 people.
    public struct NewShift: Sendable, Hashable, JSONReadable, JSONWritable {
        public var start: String
        public var end: String
        public var people: [String]
        public var route: String?

        public init(start: String, end: String, people: [String], route: String? = nil) {
            self.start = start
            self.end = end
            self.people = people
            self.route = route
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var start: String?
            var end: String?
            var people: [String]?
            var route: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("start") {
                    try reader.readMember(into: &start)
                } else if reader.isMember("end") {
                    try reader.readMember(into: &end)
                } else if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else if reader.isMember("route") {
                    try reader.readNullableMember(into: &route)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.start = try reader.required(start, "start")
            self.end = try reader.required(end, "end")
            self.people = try reader.required(people, "people")
            self.route = route
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("start", self.start)
            writer.member("end", self.end)
            writer.member("people", self.people)
            writer.member("route", ifPresent: self.route)
            writer.endObject()
        }
    }

    /// A check-in: who was heard of, who entered it, where. `geo` is latitude and longitude in degrees with their datum; it is for keepers only.
    public struct CheckInEntry: Sendable, Hashable, JSONReadable, JSONWritable {
        public var person: String
        public var by: String
        public var at: String
        public var point: String?
        public var geo: String?

        public init(person: String, by: String, at: String, point: String? = nil, geo: String? = nil) {
            self.person = person
            self.by = by
            self.at = at
            self.point = point
            self.geo = geo
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var person: String?
            var by: String?
            var at: String?
            var point: String?
            var geo: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("person") {
                    try reader.readMember(into: &person)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("point") {
                    try reader.readNullableMember(into: &point)
                } else if reader.isMember("geo") {
                    try reader.readNullableMember(into: &geo)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.person = try reader.required(person, "person")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
            self.point = point
            self.geo = geo
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("person", self.person)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.member("point", ifPresent: self.point)
            writer.member("geo", ifPresent: self.geo)
            writer.endObject()
        }
    }

    /// A check-in that was told of as missing, and how many rungs of the ladder were.
    public struct Miss: Sendable, Hashable, JSONReadable, JSONWritable {
        public var due: String
        public var people: [String]
        public var rungs: Int

        public init(due: String, people: [String], rungs: Int) {
            self.due = due
            self.people = people
            self.rungs = rungs
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var due: String?
            var people: [String]?
            var rungs: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("due") {
                    try reader.readMember(into: &due)
                } else if reader.isMember("people") {
                    try reader.readMember(into: &people)
                } else if reader.isMember("rungs") {
                    try reader.readMember(into: &rungs)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.due = try reader.required(due, "due")
            self.people = try reader.required(people, "people")
            self.rungs = try reader.required(rungs, "rungs")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("due", self.due)
            writer.member("people", self.people)
            writer.member("rungs", self.rungs)
            writer.endObject()
        }
    }

    /// Minutes of a day that must be covered, and are.
    public struct Day: Sendable, Hashable, JSONReadable, JSONWritable {
        public var day: String
        public var required: Int
        public var covered: Int

        public init(day: String, required: Int, covered: Int) {
            self.day = day
            self.required = required
            self.covered = covered
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var day: String?
            var required: Int?
            var covered: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("day") {
                    try reader.readMember(into: &day)
                } else if reader.isMember("required") {
                    try reader.readMember(into: &required)
                } else if reader.isMember("covered") {
                    try reader.readMember(into: &covered)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.day = try reader.required(day, "day")
            self.required = try reader.required(required, "required")
            self.covered = try reader.required(covered, "covered")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("day", self.day)
            writer.member("required", self.required)
            writer.member("covered", self.covered)
            writer.endObject()
        }
    }

    /// The rotas that bureaus declare, and the places they are kept at.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Rotas.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?

            public init(bureau: String? = nil) {
                self.bureau = bureau
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var rotas: [Rota]
            public var places: [Place]

            public init(rotas: [Rota], places: [Place]) {
                self.rotas = rotas
                self.places = places
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var rotas: [Rota]?
                var places: [Place]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("rotas") {
                        try reader.readMember(into: &rotas)
                    } else if reader.isMember("places") {
                        try reader.readMember(into: &places)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.rotas = try reader.required(rotas, "rotas")
                self.places = try reader.required(places, "places")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("rotas", self.rotas)
                writer.member("places", self.places)
                writer.endObject()
            }
        }
    }

    /// The shifts of a place that have a minute in the days from `from` to `through` (at most 400), by when they begin.
    public enum Shifts: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Shifts"

        /// The input parameters of ``Shifts``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var rota: String
            public var place: String
            public var from: String
            public var through: String

            public init(bureau: String, rota: String, place: String, from: String, through: String) {
                self.bureau = bureau
                self.rota = rota
                self.place = place
                self.from = from
                self.through = through
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var rota: String?
                var place: String?
                var from: String?
                var through: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("rota") {
                        try reader.readMember(into: &rota)
                    } else if reader.isMember("place") {
                        try reader.readMember(into: &place)
                    } else if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("through") {
                        try reader.readMember(into: &through)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.rota = try reader.required(rota, "rota")
                self.place = try reader.required(place, "place")
                self.from = try reader.required(from, "from")
                self.through = try reader.required(through, "through")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("rota", self.rota)
                writer.member("place", self.place)
                writer.member("from", self.from)
                writer.member("through", self.through)
                writer.endObject()
            }
        }

        /// The output parameters of ``Shifts``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shifts: [Shift]

            public init(shifts: [Shift]) {
                self.shifts = shifts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shifts: [Shift]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shifts") {
                        try reader.readMember(into: &shifts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shifts = try reader.required(shifts, "shifts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shifts", self.shifts)
                writer.endObject()
            }
        }
    }

    /// The shifts somebody is on, in all bureaus; the caller's own unless a person is named.
    public enum Mine: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Mine"

        /// The input parameters of ``Mine``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String?
            public var from: String
            public var through: String

            public init(person: String? = nil, from: String, through: String) {
                self.person = person
                self.from = from
                self.through = through
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var from: String?
                var through: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readNullableMember(into: &person)
                    } else if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("through") {
                        try reader.readMember(into: &through)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = person
                self.from = try reader.required(from, "from")
                self.through = try reader.required(through, "through")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", ifPresent: self.person)
                writer.member("from", self.from)
                writer.member("through", self.through)
                writer.endObject()
            }
        }

        /// The output parameters of ``Mine``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shifts: [Shift]

            public init(shifts: [Shift]) {
                self.shifts = shifts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shifts: [Shift]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shifts") {
                        try reader.readMember(into: &shifts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shifts = try reader.required(shifts, "shifts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shifts", self.shifts)
                writer.endObject()
            }
        }
    }

    /// A shift, with who was heard of when.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String

            public init(number: String) {
                self.number = number
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shift: Shift
            public var checkIns: [CheckInEntry]
            public var missed: [Miss]

            public init(shift: Shift, checkIns: [CheckInEntry], missed: [Miss]) {
                self.shift = shift
                self.checkIns = checkIns
                self.missed = missed
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shift: Shift?
                var checkIns: [CheckInEntry]?
                var missed: [Miss]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shift") {
                        try reader.readMember(into: &shift)
                    } else if reader.isMember("checkIns") {
                        try reader.readMember(into: &checkIns)
                    } else if reader.isMember("missed") {
                        try reader.readMember(into: &missed)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shift = try reader.required(shift, "shift")
                self.checkIns = try reader.required(checkIns, "checkIns")
                self.missed = try reader.required(missed, "missed")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shift", self.shift)
                writer.member("checkIns", self.checkIns)
                writer.member("missed", self.missed)
                writer.endObject()
            }
        }
    }

    /// How far days are covered, to the minute: where nobody is, where two shifts are, and the check-ins made of those that were due. Shifts on which nobody was heard of do not count.
    public enum Coverage: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Coverage"

        /// The input parameters of ``Coverage``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var rota: String
            public var place: String
            public var from: String
            public var through: String

            public init(bureau: String, rota: String, place: String, from: String, through: String) {
                self.bureau = bureau
                self.rota = rota
                self.place = place
                self.from = from
                self.through = through
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var rota: String?
                var place: String?
                var from: String?
                var through: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("rota") {
                        try reader.readMember(into: &rota)
                    } else if reader.isMember("place") {
                        try reader.readMember(into: &place)
                    } else if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("through") {
                        try reader.readMember(into: &through)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.rota = try reader.required(rota, "rota")
                self.place = try reader.required(place, "place")
                self.from = try reader.required(from, "from")
                self.through = try reader.required(through, "through")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("rota", self.rota)
                writer.member("place", self.place)
                writer.member("from", self.from)
                writer.member("through", self.through)
                writer.endObject()
            }
        }

        /// The output parameters of ``Coverage``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var days: [Day]
            public var gaps: [String]
            public var overlaps: [String]
            public var required: Int
            public var covered: Int
            public var percent: String
            public var made: Int
            public var due: Int
            public var rate: String

            public init(
                days: [Day],
                gaps: [String],
                overlaps: [String],
                required: Int,
                covered: Int,
                percent: String,
                made: Int,
                due: Int,
                rate: String
            ) {
                self.days = days
                self.gaps = gaps
                self.overlaps = overlaps
                self.required = required
                self.covered = covered
                self.percent = percent
                self.made = made
                self.due = due
                self.rate = rate
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var days: [Day]?
                var gaps: [String]?
                var overlaps: [String]?
                var required: Int?
                var covered: Int?
                var percent: String?
                var made: Int?
                var due: Int?
                var rate: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("days") {
                        try reader.readMember(into: &days)
                    } else if reader.isMember("gaps") {
                        try reader.readMember(into: &gaps)
                    } else if reader.isMember("overlaps") {
                        try reader.readMember(into: &overlaps)
                    } else if reader.isMember("required") {
                        try reader.readMember(into: &required)
                    } else if reader.isMember("covered") {
                        try reader.readMember(into: &covered)
                    } else if reader.isMember("percent") {
                        try reader.readMember(into: &percent)
                    } else if reader.isMember("made") {
                        try reader.readMember(into: &made)
                    } else if reader.isMember("due") {
                        try reader.readMember(into: &due)
                    } else if reader.isMember("rate") {
                        try reader.readMember(into: &rate)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.days = try reader.required(days, "days")
                self.gaps = try reader.required(gaps, "gaps")
                self.overlaps = try reader.required(overlaps, "overlaps")
                self.required = try reader.required(required, "required")
                self.covered = try reader.required(covered, "covered")
                self.percent = try reader.required(percent, "percent")
                self.made = try reader.required(made, "made")
                self.due = try reader.required(due, "due")
                self.rate = try reader.required(rate, "rate")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("days", self.days)
                writer.member("gaps", self.gaps)
                writer.member("overlaps", self.overlaps)
                writer.member("required", self.required)
                writer.member("covered", self.covered)
                writer.member("percent", self.percent)
                writer.member("made", self.made)
                writer.member("due", self.due)
                writer.member("rate", self.rate)
                writer.endObject()
            }
        }
    }

    /// Plans 1 to 500 shifts: all of them, or none when one is refused. `PERSON_TWICE` when somebody is on duty already, `TOO_FEW` people. Answers where nobody is, in the days up to the last one planned. For keepers of the rota.
    public enum Plan: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Plan"

        /// The input parameters of ``Plan``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var rota: String
            public var place: String
            public var shifts: [NewShift]

            public init(bureau: String, rota: String, place: String, shifts: [NewShift]) {
                self.bureau = bureau
                self.rota = rota
                self.place = place
                self.shifts = shifts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var rota: String?
                var place: String?
                var shifts: [NewShift]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("rota") {
                        try reader.readMember(into: &rota)
                    } else if reader.isMember("place") {
                        try reader.readMember(into: &place)
                    } else if reader.isMember("shifts") {
                        try reader.readMember(into: &shifts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.rota = try reader.required(rota, "rota")
                self.place = try reader.required(place, "place")
                self.shifts = try reader.required(shifts, "shifts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("rota", self.rota)
                writer.member("place", self.place)
                writer.member("shifts", self.shifts)
                writer.endObject()
            }
        }

        /// The output parameters of ``Plan``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shifts: [Shift]
            public var gaps: [String]

            public init(shifts: [Shift], gaps: [String]) {
                self.shifts = shifts
                self.gaps = gaps
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shifts: [Shift]?
                var gaps: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shifts") {
                        try reader.readMember(into: &shifts)
                    } else if reader.isMember("gaps") {
                        try reader.readMember(into: &gaps)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shifts = try reader.required(shifts, "shifts")
                self.gaps = try reader.required(gaps, "gaps")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shifts", self.shifts)
                writer.member("gaps", self.gaps)
                writer.endObject()
            }
        }
    }

    /// Changes who is on a shift, and before it begins its time and route. For keepers of the rota.
    public enum Change: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Change"

        /// The input parameters of ``Change``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var people: [String]?
            public var start: String?
            public var end: String?
            public var route: String?
            public var reason: String

            public init(
                number: String,
                people: [String]? = nil,
                start: String? = nil,
                end: String? = nil,
                route: String? = nil,
                reason: String
            ) {
                self.number = number
                self.people = people
                self.start = start
                self.end = end
                self.route = route
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var people: [String]?
                var start: String?
                var end: String?
                var route: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("people") {
                        try reader.readNullableMember(into: &people)
                    } else if reader.isMember("start") {
                        try reader.readNullableMember(into: &start)
                    } else if reader.isMember("end") {
                        try reader.readNullableMember(into: &end)
                    } else if reader.isMember("route") {
                        try reader.readNullableMember(into: &route)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.people = people
                self.start = start
                self.end = end
                self.route = route
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("people", ifPresent: self.people)
                writer.member("start", ifPresent: self.start)
                writer.member("end", ifPresent: self.end)
                writer.member("route", ifPresent: self.route)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Change``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shift: Shift
            public var gaps: [String]

            public init(shift: Shift, gaps: [String]) {
                self.shift = shift
                self.gaps = gaps
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shift: Shift?
                var gaps: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shift") {
                        try reader.readMember(into: &shift)
                    } else if reader.isMember("gaps") {
                        try reader.readMember(into: &gaps)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shift = try reader.required(shift, "shift")
                self.gaps = try reader.required(gaps, "gaps")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shift", self.shift)
                writer.member("gaps", self.gaps)
                writer.endObject()
            }
        }
    }

    /// Takes a shift off the rota. For keepers of the rota.
    public enum Cancel: VarlinkMethod {
        public static let name = "org.tongban.Rotas.Cancel"

        /// The input parameters of ``Cancel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var reason: String

            public init(number: String, reason: String) {
                self.number = number
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Cancel``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shift: Shift
            public var gaps: [String]

            public init(shift: Shift, gaps: [String]) {
                self.shift = shift
                self.gaps = gaps
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shift: Shift?
                var gaps: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shift") {
                        try reader.readMember(into: &shift)
                    } else if reader.isMember("gaps") {
                        try reader.readMember(into: &gaps)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shift = try reader.required(shift, "shift")
                self.gaps = try reader.required(gaps, "gaps")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shift", self.shift)
                writer.member("gaps", self.gaps)
                writer.endObject()
            }
        }
    }

    /// Lets teams follow each other through the hours of every day from a day on, such as `00:00-08:00`, `08:00-16:00`, `16:00-24:00`; without slots, shifts are made no more. Shifts are made some days ahead, where none stands in their way. For keepers of the rota.
    public enum SetPattern: VarlinkMethod {
        public static let name = "org.tongban.Rotas.SetPattern"

        /// The input parameters of ``SetPattern``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var rota: String
            public var place: String
            public var slots: [String]
            public var teams: [Team]
            public var start: String

            public init(bureau: String, rota: String, place: String, slots: [String], teams: [Team], start: String) {
                self.bureau = bureau
                self.rota = rota
                self.place = place
                self.slots = slots
                self.teams = teams
                self.start = start
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var rota: String?
                var place: String?
                var slots: [String]?
                var teams: [Team]?
                var start: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("rota") {
                        try reader.readMember(into: &rota)
                    } else if reader.isMember("place") {
                        try reader.readMember(into: &place)
                    } else if reader.isMember("slots") {
                        try reader.readMember(into: &slots)
                    } else if reader.isMember("teams") {
                        try reader.readMember(into: &teams)
                    } else if reader.isMember("start") {
                        try reader.readMember(into: &start)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.rota = try reader.required(rota, "rota")
                self.place = try reader.required(place, "place")
                self.slots = try reader.required(slots, "slots")
                self.teams = try reader.required(teams, "teams")
                self.start = try reader.required(start, "start")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("rota", self.rota)
                writer.member("place", self.place)
                writer.member("slots", self.slots)
                writer.member("teams", self.teams)
                writer.member("start", self.start)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetPattern``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var place: Place
            public var gaps: [String]

            public init(place: Place, gaps: [String]) {
                self.place = place
                self.gaps = gaps
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var place: Place?
                var gaps: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("place") {
                        try reader.readMember(into: &place)
                    } else if reader.isMember("gaps") {
                        try reader.readMember(into: &gaps)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.place = try reader.required(place, "place")
                self.gaps = try reader.required(gaps, "gaps")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("place", self.place)
                writer.member("gaps", self.gaps)
                writer.endObject()
            }
        }
    }

    /// Notes that somebody on the shift was heard of, now: himself, or whom a keeper names. `datum` is `WGS84` or `GCJ02`.
    public enum CheckIn: VarlinkMethod {
        public static let name = "org.tongban.Rotas.CheckIn"

        /// The input parameters of ``CheckIn``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var person: String?
            public var point: String?
            public var geo: String?
            public var datum: String?

            public init(
                number: String,
                person: String? = nil,
                point: String? = nil,
                geo: String? = nil,
                datum: String? = nil
            ) {
                self.number = number
                self.person = person
                self.point = point
                self.geo = geo
                self.datum = datum
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var person: String?
                var point: String?
                var geo: String?
                var datum: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("person") {
                        try reader.readNullableMember(into: &person)
                    } else if reader.isMember("point") {
                        try reader.readNullableMember(into: &point)
                    } else if reader.isMember("geo") {
                        try reader.readNullableMember(into: &geo)
                    } else if reader.isMember("datum") {
                        try reader.readNullableMember(into: &datum)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.person = person
                self.point = point
                self.geo = geo
                self.datum = datum
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("person", ifPresent: self.person)
                writer.member("point", ifPresent: self.point)
                writer.member("geo", ifPresent: self.geo)
                writer.member("datum", ifPresent: self.datum)
                writer.endObject()
            }
        }

        /// The output parameters of ``CheckIn``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var shift: Shift

            public init(shift: Shift) {
                self.shift = shift
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var shift: Shift?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("shift") {
                        try reader.readMember(into: &shift)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.shift = try reader.required(shift, "shift")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("shift", self.shift)
                writer.endObject()
            }
        }
    }
}
