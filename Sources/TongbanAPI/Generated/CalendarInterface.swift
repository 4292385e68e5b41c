// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Calendar.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The working calendar and the deadlines computed on it.
public enum CalendarInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Calendar"

    /// The text of the definition.
    public static let description = #"""
        # The working calendar and the deadlines computed on it.
        interface org.tongban.Calendar

        type Day (
          date: string,
          works: bool,
          zh: ?string,
          en: ?string,
          provisional: bool
        )

        type Year (
          year: int,
          version: int,
          status: (official, provisional),
          source: string,
          workingDays: int
        )

        type Step (
          from: string,
          to: string,
          counted: bool,
          zh: string,
          en: string
        )

        method Years() -> (years: []Year)

        # Days from one date to another, both included; at most 800.
        method Show(from: string, to: string) -> (days: []Day)

        # That a change moves the due moment of a running deadline, or makes it firm or provisional.
        type Move (
          number: string,
          deadline: string,
          zh: string,
          en: string,
          was: ?string,
          due: ?string,
          wasProvisional: bool,
          provisional: bool
        )

        # When a limit such as `20wd`, `7d`, `3mon`, `24h`, `90omin`, `2uwd`, `3uh` that starts at a date or moment is due.
        method Due(from: string, limit: string) -> (due: string, dueDay: string, provisional: bool, steps: []Step)

        # What a table, hours, or going back to the former table of a year would move; nothing is changed. Exactly one is given.
        # [Requires 'more' flag]
        method Preview(table: ?object, hours: ?object, rollback: ?int) -> (moves: []Move, cases: int, done: bool)

        # Loads the table of a year. Running deadlines are then counted anew in parts; Recount says how far that is.
        method Load(table: object) -> (year: int, workingDays: int)

        # Goes back to the table of the year that the present one replaced.
        method Rollback(year: int) -> (year: int, workingDays: int)

        # The office hours, and the hours of duty for urgent matters.
        method Hours() -> (hours: object)

        # Sets the office hours: `{seasons: [{from, to, segments}], duty: [...]}`.
        method SetHours(hours: object) -> ()

        # How far the counting anew is that a change of the calendar set off; with `more`, until it is done.
        # [Supports 'more' flag]
        method Recount() -> (pending: bool, cause: ?string, cases: int, moved: int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Years", "Show", "Due", "Preview", "Load", "Rollback", "Hours", "SetHours", "Recount"]
        )
    }

    public struct Day: Sendable, Hashable, JSONReadable, JSONWritable {
        public var date: String
        public var works: Bool
        public var zh: String?
        public var en: String?
        public var provisional: Bool

        public init(date: String, works: Bool, zh: String? = nil, en: String? = nil, provisional: Bool) {
            self.date = date
            self.works = works
            self.zh = zh
            self.en = en
            self.provisional = provisional
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var date: String?
            var works: Bool?
            var zh: String?
            var en: String?
            var provisional: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("date") {
                    try reader.readMember(into: &date)
                } else if reader.isMember("works") {
                    try reader.readMember(into: &works)
                } else if reader.isMember("zh") {
                    try reader.readNullableMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readNullableMember(into: &en)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.date = try reader.required(date, "date")
            self.works = try reader.required(works, "works")
            self.zh = zh
            self.en = en
            self.provisional = try reader.required(provisional, "provisional")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("date", self.date)
            writer.member("works", self.works)
            writer.member("zh", ifPresent: self.zh)
            writer.member("en", ifPresent: self.en)
            writer.member("provisional", self.provisional)
            writer.endObject()
        }
    }

    public struct Year: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Status: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case official
            case provisional
        }

        public var year: Int
        public var version: Int
        public var status: Status
        public var source: String
        public var workingDays: Int

        public init(year: Int, version: Int, status: Status, source: String, workingDays: Int) {
            self.year = year
            self.version = version
            self.status = status
            self.source = source
            self.workingDays = workingDays
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var year: Int?
            var version: Int?
            var status: Status?
            var source: String?
            var workingDays: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("year") {
                    try reader.readMember(into: &year)
                } else if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("source") {
                    try reader.readMember(into: &source)
                } else if reader.isMember("workingDays") {
                    try reader.readMember(into: &workingDays)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.year = try reader.required(year, "year")
            self.version = try reader.required(version, "version")
            self.status = try reader.required(status, "status")
            self.source = try reader.required(source, "source")
            self.workingDays = try reader.required(workingDays, "workingDays")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("year", self.year)
            writer.member("version", self.version)
            writer.member("status", self.status)
            writer.member("source", self.source)
            writer.member("workingDays", self.workingDays)
            writer.endObject()
        }
    }

    public struct Step: Sendable, Hashable, JSONReadable, JSONWritable {
        public var from: String
        public var to: String
        public var counted: Bool
        public var zh: String
        public var en: String

        public init(from: String, to: String, counted: Bool, zh: String, en: String) {
            self.from = from
            self.to = to
            self.counted = counted
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var from: String?
            var to: String?
            var counted: Bool?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("counted") {
                    try reader.readMember(into: &counted)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.counted = try reader.required(counted, "counted")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("counted", self.counted)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Calendar.Years`.
    public enum Years: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Years"

        /// The input parameters of ``Years``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }

        /// The output parameters of ``Years``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var years: [Year]

            public init(years: [Year]) {
                self.years = years
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var years: [Year]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("years") {
                        try reader.readMember(into: &years)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.years = try reader.required(years, "years")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("years", self.years)
                writer.endObject()
            }
        }
    }

    /// Days from one date to another, both included; at most 800.
    public enum Show: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Show"

        /// The input parameters of ``Show``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var from: String
            public var to: String

            public init(from: String, to: String) {
                self.from = from
                self.to = to
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var from: String?
                var to: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.from = try reader.required(from, "from")
                self.to = try reader.required(to, "to")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("from", self.from)
                writer.member("to", self.to)
                writer.endObject()
            }
        }

        /// The output parameters of ``Show``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var days: [Day]

            public init(days: [Day]) {
                self.days = days
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var days: [Day]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("days") {
                        try reader.readMember(into: &days)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.days = try reader.required(days, "days")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("days", self.days)
                writer.endObject()
            }
        }
    }

    /// That a change moves the due moment of a running deadline, or makes it firm or provisional.
    public struct Move: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var deadline: String
        public var zh: String
        public var en: String
        public var was: String?
        public var due: String?
        public var wasProvisional: Bool
        public var provisional: Bool

        public init(
            number: String,
            deadline: String,
            zh: String,
            en: String,
            was: String? = nil,
            due: String? = nil,
            wasProvisional: Bool,
            provisional: Bool
        ) {
            self.number = number
            self.deadline = deadline
            self.zh = zh
            self.en = en
            self.was = was
            self.due = due
            self.wasProvisional = wasProvisional
            self.provisional = provisional
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var deadline: String?
            var zh: String?
            var en: String?
            var was: String?
            var due: String?
            var wasProvisional: Bool?
            var provisional: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("deadline") {
                    try reader.readMember(into: &deadline)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("was") {
                    try reader.readNullableMember(into: &was)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else if reader.isMember("wasProvisional") {
                    try reader.readMember(into: &wasProvisional)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.deadline = try reader.required(deadline, "deadline")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.was = was
            self.due = due
            self.wasProvisional = try reader.required(wasProvisional, "wasProvisional")
            self.provisional = try reader.required(provisional, "provisional")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("deadline", self.deadline)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("was", ifPresent: self.was)
            writer.member("due", ifPresent: self.due)
            writer.member("wasProvisional", self.wasProvisional)
            writer.member("provisional", self.provisional)
            writer.endObject()
        }
    }

    /// When a limit such as `20wd`, `7d`, `3mon`, `24h`, `90omin`, `2uwd`, `3uh` that starts at a date or moment is due.
    public enum Due: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Due"

        /// The input parameters of ``Due``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var from: String
            public var limit: String

            public init(from: String, limit: String) {
                self.from = from
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var from: String?
                var limit: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("limit") {
                        try reader.readMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.from = try reader.required(from, "from")
                self.limit = try reader.required(limit, "limit")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("from", self.from)
                writer.member("limit", self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Due``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var due: String
            public var dueDay: String
            public var provisional: Bool
            public var steps: [Step]

            public init(due: String, dueDay: String, provisional: Bool, steps: [Step]) {
                self.due = due
                self.dueDay = dueDay
                self.provisional = provisional
                self.steps = steps
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var due: String?
                var dueDay: String?
                var provisional: Bool?
                var steps: [Step]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("due") {
                        try reader.readMember(into: &due)
                    } else if reader.isMember("dueDay") {
                        try reader.readMember(into: &dueDay)
                    } else if reader.isMember("provisional") {
                        try reader.readMember(into: &provisional)
                    } else if reader.isMember("steps") {
                        try reader.readMember(into: &steps)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.due = try reader.required(due, "due")
                self.dueDay = try reader.required(dueDay, "dueDay")
                self.provisional = try reader.required(provisional, "provisional")
                self.steps = try reader.required(steps, "steps")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("due", self.due)
                writer.member("dueDay", self.dueDay)
                writer.member("provisional", self.provisional)
                writer.member("steps", self.steps)
                writer.endObject()
            }
        }
    }

    /// What a table, hours, or going back to the former table of a year would move; nothing is changed. Exactly one is given.
    /// [Requires 'more' flag]
    public enum Preview: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Preview"

        /// The input parameters of ``Preview``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var table: RawJSON?
            public var hours: RawJSON?
            public var rollback: Int?

            public init(table: RawJSON? = nil, hours: RawJSON? = nil, rollback: Int? = nil) {
                self.table = table
                self.hours = hours
                self.rollback = rollback
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var table: RawJSON?
                var hours: RawJSON?
                var rollback: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("table") {
                        try reader.readNullableMember(into: &table)
                    } else if reader.isMember("hours") {
                        try reader.readNullableMember(into: &hours)
                    } else if reader.isMember("rollback") {
                        try reader.readNullableMember(into: &rollback)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.table = table
                self.hours = hours
                self.rollback = rollback
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("table", ifPresent: self.table)
                writer.member("hours", ifPresent: self.hours)
                writer.member("rollback", ifPresent: self.rollback)
                writer.endObject()
            }
        }

        /// The output parameters of ``Preview``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var moves: [Move]
            public var cases: Int
            public var done: Bool

            public init(moves: [Move], cases: Int, done: Bool) {
                self.moves = moves
                self.cases = cases
                self.done = done
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var moves: [Move]?
                var cases: Int?
                var done: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("moves") {
                        try reader.readMember(into: &moves)
                    } else if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else if reader.isMember("done") {
                        try reader.readMember(into: &done)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.moves = try reader.required(moves, "moves")
                self.cases = try reader.required(cases, "cases")
                self.done = try reader.required(done, "done")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("moves", self.moves)
                writer.member("cases", self.cases)
                writer.member("done", self.done)
                writer.endObject()
            }
        }
    }

    /// Loads the table of a year. Running deadlines are then counted anew in parts; Recount says how far that is.
    public enum Load: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Load"

        /// The input parameters of ``Load``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var table: RawJSON

            public init(table: RawJSON) {
                self.table = table
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var table: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("table") {
                        try reader.readMember(into: &table)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.table = try reader.required(table, "table")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("table", self.table)
                writer.endObject()
            }
        }

        /// The output parameters of ``Load``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var year: Int
            public var workingDays: Int

            public init(year: Int, workingDays: Int) {
                self.year = year
                self.workingDays = workingDays
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var year: Int?
                var workingDays: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("year") {
                        try reader.readMember(into: &year)
                    } else if reader.isMember("workingDays") {
                        try reader.readMember(into: &workingDays)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.year = try reader.required(year, "year")
                self.workingDays = try reader.required(workingDays, "workingDays")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("year", self.year)
                writer.member("workingDays", self.workingDays)
                writer.endObject()
            }
        }
    }

    /// Goes back to the table of the year that the present one replaced.
    public enum Rollback: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Rollback"

        /// The input parameters of ``Rollback``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var year: Int

            public init(year: Int) {
                self.year = year
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var year: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("year") {
                        try reader.readMember(into: &year)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.year = try reader.required(year, "year")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("year", self.year)
                writer.endObject()
            }
        }

        /// The output parameters of ``Rollback``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var year: Int
            public var workingDays: Int

            public init(year: Int, workingDays: Int) {
                self.year = year
                self.workingDays = workingDays
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var year: Int?
                var workingDays: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("year") {
                        try reader.readMember(into: &year)
                    } else if reader.isMember("workingDays") {
                        try reader.readMember(into: &workingDays)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.year = try reader.required(year, "year")
                self.workingDays = try reader.required(workingDays, "workingDays")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("year", self.year)
                writer.member("workingDays", self.workingDays)
                writer.endObject()
            }
        }
    }

    /// The office hours, and the hours of duty for urgent matters.
    public enum Hours: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Hours"

        /// The input parameters of ``Hours``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }

        /// The output parameters of ``Hours``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var hours: RawJSON

            public init(hours: RawJSON) {
                self.hours = hours
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var hours: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("hours") {
                        try reader.readMember(into: &hours)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.hours = try reader.required(hours, "hours")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("hours", self.hours)
                writer.endObject()
            }
        }
    }

    /// Sets the office hours: `{seasons: [{from, to, segments}], duty: [...]}`.
    public enum SetHours: VarlinkMethod {
        public static let name = "org.tongban.Calendar.SetHours"

        /// The input parameters of ``SetHours``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var hours: RawJSON

            public init(hours: RawJSON) {
                self.hours = hours
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var hours: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("hours") {
                        try reader.readMember(into: &hours)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.hours = try reader.required(hours, "hours")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("hours", self.hours)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetHours``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }
    }

    /// How far the counting anew is that a change of the calendar set off; with `more`, until it is done.
    /// [Supports 'more' flag]
    public enum Recount: VarlinkMethod {
        public static let name = "org.tongban.Calendar.Recount"

        /// The input parameters of ``Recount``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }

        /// The output parameters of ``Recount``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var pending: Bool
            public var cause: String?
            public var cases: Int
            public var moved: Int

            public init(pending: Bool, cause: String? = nil, cases: Int, moved: Int) {
                self.pending = pending
                self.cause = cause
                self.cases = cases
                self.moved = moved
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var pending: Bool?
                var cause: String?
                var cases: Int?
                var moved: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("pending") {
                        try reader.readMember(into: &pending)
                    } else if reader.isMember("cause") {
                        try reader.readNullableMember(into: &cause)
                    } else if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else if reader.isMember("moved") {
                        try reader.readMember(into: &moved)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.pending = try reader.required(pending, "pending")
                self.cause = cause
                self.cases = try reader.required(cases, "cases")
                self.moved = try reader.required(moved, "moved")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("pending", self.pending)
                writer.member("cause", ifPresent: self.cause)
                writer.member("cases", self.cases)
                writer.member("moved", self.moved)
                writer.endObject()
            }
        }
    }
}
