// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Schedules.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Recurring work of the bureaus. Each period (an ISO week, a month, a day, ...) has its run once, whatever clocks do; a run that was missed while the daemon was down happens once, late, for its own period. Readers of a bureau may look; whoever answers for it may pause, resume, run and skip.
public enum SchedulesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Schedules"

    /// The text of the definition.
    public static let description = #"""
        # Recurring work of the bureaus. Each period (an ISO week, a month, a day, ...) has its run once, whatever clocks do; a run that was missed while the daemon was down happens once, late, for its own period. Readers of a bureau may look; whoever answers for it may pause, resume, run and skip.
        interface org.tongban.Schedules

        # `id` is `BUREAU/NAME`. `recurrence` is a text such as `weekly.lastwd(16:00)`; `explainedZh` and `explainedEn` say it in words. `task` is the kind of the task that is submitted, or `item` the item whose case is opened. `nextPeriod` and `nextDue` (RFC 3339) are absent while it is paused or when it was removed; `provisional` says that the official calendar is not out and the run may move. `lastPeriod` is the last period that ran or was skipped.
        type Schedule (
          id: string,
          zh: string,
          en: string,
          recurrence: string,
          explainedZh: string,
          explainedEn: string,
          task: ?string,
          item: ?string,
          nextPeriod: ?string,
          nextDue: ?string,
          provisional: bool,
          lastPeriod: ?string,
          pausedBy: ?string,
          pausedReason: ?string,
          pausedSince: ?string,
          removed: bool
        )

        # A run for a period that had its turn, or was skipped (`outcome` is `ran` or `skipped`). `lateBy` is in milliseconds after `due`.
        type Run (
          period: string,
          outcome: string,
          due: string,
          at: string,
          lateBy: int,
          task: ?string,
          case: ?string,
          by: ?string,
          reason: ?string
        )

        # A run to come. `from` and `through` are the civil days of the period; of weeks without a working day the next run covers them too.
        type Coming (period: string, due: string, from: string, through: string, provisional: bool)

        # The schedules of one bureau, or of all the caller may read.
        method List(bureau: ?string) -> (schedules: []Schedule)

        method Get(id: string) -> (schedule: Schedule)

        # The next `count` runs (1 to 1000; 10 unless given), as the calendar is now.
        method Next(id: string, count: ?int) -> (runs: []Coming)

        # The runs there were, the latest first (1 to 1000; 50 unless given).
        method Runs(id: string, limit: ?int) -> (runs: []Run)

        # Stops it until it is resumed.
        method Pause(id: string, reason: string) -> (schedule: Schedule)

        # Lets it go on. The periods that passed meanwhile are skipped, unless `makeUp`: then each runs now.
        method Resume(id: string, reason: string, makeUp: ?bool) -> (schedule: Schedule)

        # Runs the next period now, ahead of its time, or a period that was skipped. It has no other run afterwards.
        method RunNow(id: string, period: ?string, reason: string) -> (run: Run)

        # Leaves the next period out.
        method Skip(id: string, reason: string) -> (period: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Get", "Next", "Runs", "Pause", "Resume", "RunNow", "Skip"]
        )
    }

    /// `id` is `BUREAU/NAME`. `recurrence` is a text such as `weekly.lastwd(16:00)`; `explainedZh` and `explainedEn` say it in words. `task` is the kind of the task that is submitted, or `item` the item whose case is opened. `nextPeriod` and `nextDue` (RFC 3339) are absent while it is paused or when it was removed; `provisional` says that the official calendar is not out and the run may move. `lastPeriod` is the last period that ran or was skipped.
    public struct Schedule: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var zh: String
        public var en: String
        public var recurrence: String
        public var explainedZh: String
        public var explainedEn: String
        public var task: String?
        public var item: String?
        public var nextPeriod: String?
        public var nextDue: String?
        public var provisional: Bool
        public var lastPeriod: String?
        public var pausedBy: String?
        public var pausedReason: String?
        public var pausedSince: String?
        public var removed: Bool

        public init(
            id: String,
            zh: String,
            en: String,
            recurrence: String,
            explainedZh: String,
            explainedEn: String,
            task: String? = nil,
            item: String? = nil,
            nextPeriod: String? = nil,
            nextDue: String? = nil,
            provisional: Bool,
            lastPeriod: String? = nil,
            pausedBy: String? = nil,
            pausedReason: String? = nil,
            pausedSince: String? = nil,
            removed: Bool
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.recurrence = recurrence
            self.explainedZh = explainedZh
            self.explainedEn = explainedEn
            self.task = task
            self.item = item
            self.nextPeriod = nextPeriod
            self.nextDue = nextDue
            self.provisional = provisional
            self.lastPeriod = lastPeriod
            self.pausedBy = pausedBy
            self.pausedReason = pausedReason
            self.pausedSince = pausedSince
            self.removed = removed
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var recurrence: String?
            var explainedZh: String?
            var explainedEn: String?
            var task: String?
            var item: String?
            var nextPeriod: String?
            var nextDue: String?
            var provisional: Bool?
            var lastPeriod: String?
            var pausedBy: String?
            var pausedReason: String?
            var pausedSince: String?
            var removed: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("recurrence") {
                    try reader.readMember(into: &recurrence)
                } else if reader.isMember("explainedZh") {
                    try reader.readMember(into: &explainedZh)
                } else if reader.isMember("explainedEn") {
                    try reader.readMember(into: &explainedEn)
                } else if reader.isMember("task") {
                    try reader.readNullableMember(into: &task)
                } else if reader.isMember("item") {
                    try reader.readNullableMember(into: &item)
                } else if reader.isMember("nextPeriod") {
                    try reader.readNullableMember(into: &nextPeriod)
                } else if reader.isMember("nextDue") {
                    try reader.readNullableMember(into: &nextDue)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else if reader.isMember("lastPeriod") {
                    try reader.readNullableMember(into: &lastPeriod)
                } else if reader.isMember("pausedBy") {
                    try reader.readNullableMember(into: &pausedBy)
                } else if reader.isMember("pausedReason") {
                    try reader.readNullableMember(into: &pausedReason)
                } else if reader.isMember("pausedSince") {
                    try reader.readNullableMember(into: &pausedSince)
                } else if reader.isMember("removed") {
                    try reader.readMember(into: &removed)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.recurrence = try reader.required(recurrence, "recurrence")
            self.explainedZh = try reader.required(explainedZh, "explainedZh")
            self.explainedEn = try reader.required(explainedEn, "explainedEn")
            self.task = task
            self.item = item
            self.nextPeriod = nextPeriod
            self.nextDue = nextDue
            self.provisional = try reader.required(provisional, "provisional")
            self.lastPeriod = lastPeriod
            self.pausedBy = pausedBy
            self.pausedReason = pausedReason
            self.pausedSince = pausedSince
            self.removed = try reader.required(removed, "removed")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("recurrence", self.recurrence)
            writer.member("explainedZh", self.explainedZh)
            writer.member("explainedEn", self.explainedEn)
            writer.member("task", ifPresent: self.task)
            writer.member("item", ifPresent: self.item)
            writer.member("nextPeriod", ifPresent: self.nextPeriod)
            writer.member("nextDue", ifPresent: self.nextDue)
            writer.member("provisional", self.provisional)
            writer.member("lastPeriod", ifPresent: self.lastPeriod)
            writer.member("pausedBy", ifPresent: self.pausedBy)
            writer.member("pausedReason", ifPresent: self.pausedReason)
            writer.member("pausedSince", ifPresent: self.pausedSince)
            writer.member("removed", self.removed)
            writer.endObject()
        }
    }

    /// A run for a period that had its turn, or was skipped (`outcome` is `ran` or `skipped`). `lateBy` is in milliseconds after `due`.
    public struct Run: Sendable, Hashable, JSONReadable, JSONWritable {
        public var period: String
        public var outcome: String
        public var due: String
        public var at: String
        public var lateBy: Int
        public var task: String?
        public var `case`: String?
        public var by: String?
        public var reason: String?

        public init(
            period: String,
            outcome: String,
            due: String,
            at: String,
            lateBy: Int,
            task: String? = nil,
            `case`: String? = nil,
            by: String? = nil,
            reason: String? = nil
        ) {
            self.period = period
            self.outcome = outcome
            self.due = due
            self.at = at
            self.lateBy = lateBy
            self.task = task
            self.`case` = `case`
            self.by = by
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var period: String?
            var outcome: String?
            var due: String?
            var at: String?
            var lateBy: Int?
            var task: String?
            var `case`: String?
            var by: String?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("period") {
                    try reader.readMember(into: &period)
                } else if reader.isMember("outcome") {
                    try reader.readMember(into: &outcome)
                } else if reader.isMember("due") {
                    try reader.readMember(into: &due)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("lateBy") {
                    try reader.readMember(into: &lateBy)
                } else if reader.isMember("task") {
                    try reader.readNullableMember(into: &task)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("by") {
                    try reader.readNullableMember(into: &by)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.period = try reader.required(period, "period")
            self.outcome = try reader.required(outcome, "outcome")
            self.due = try reader.required(due, "due")
            self.at = try reader.required(at, "at")
            self.lateBy = try reader.required(lateBy, "lateBy")
            self.task = task
            self.`case` = `case`
            self.by = by
            self.reason = reason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("period", self.period)
            writer.member("outcome", self.outcome)
            writer.member("due", self.due)
            writer.member("at", self.at)
            writer.member("lateBy", self.lateBy)
            writer.member("task", ifPresent: self.task)
            writer.member("case", ifPresent: self.`case`)
            writer.member("by", ifPresent: self.by)
            writer.member("reason", ifPresent: self.reason)
            writer.endObject()
        }
    }

    /// A run to come. `from` and `through` are the civil days of the period; of weeks without a working day the next run covers them too.
    public struct Coming: Sendable, Hashable, JSONReadable, JSONWritable {
        public var period: String
        public var due: String
        public var from: String
        public var through: String
        public var provisional: Bool

        public init(period: String, due: String, from: String, through: String, provisional: Bool) {
            self.period = period
            self.due = due
            self.from = from
            self.through = through
            self.provisional = provisional
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var period: String?
            var due: String?
            var from: String?
            var through: String?
            var provisional: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("period") {
                    try reader.readMember(into: &period)
                } else if reader.isMember("due") {
                    try reader.readMember(into: &due)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("through") {
                    try reader.readMember(into: &through)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.period = try reader.required(period, "period")
            self.due = try reader.required(due, "due")
            self.from = try reader.required(from, "from")
            self.through = try reader.required(through, "through")
            self.provisional = try reader.required(provisional, "provisional")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("period", self.period)
            writer.member("due", self.due)
            writer.member("from", self.from)
            writer.member("through", self.through)
            writer.member("provisional", self.provisional)
            writer.endObject()
        }
    }

    /// The schedules of one bureau, or of all the caller may read.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Schedules.List"

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
            public var schedules: [Schedule]

            public init(schedules: [Schedule]) {
                self.schedules = schedules
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var schedules: [Schedule]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("schedules") {
                        try reader.readMember(into: &schedules)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.schedules = try reader.required(schedules, "schedules")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("schedules", self.schedules)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Schedules.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String

            public init(id: String) {
                self.id = id
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var schedule: Schedule

            public init(schedule: Schedule) {
                self.schedule = schedule
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var schedule: Schedule?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("schedule") {
                        try reader.readMember(into: &schedule)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.schedule = try reader.required(schedule, "schedule")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("schedule", self.schedule)
                writer.endObject()
            }
        }
    }

    /// The next `count` runs (1 to 1000; 10 unless given), as the calendar is now.
    public enum Next: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Next"

        /// The input parameters of ``Next``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var count: Int?

            public init(id: String, count: Int? = nil) {
                self.id = id
                self.count = count
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var count: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("count") {
                        try reader.readNullableMember(into: &count)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.count = count
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("count", ifPresent: self.count)
                writer.endObject()
            }
        }

        /// The output parameters of ``Next``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var runs: [Coming]

            public init(runs: [Coming]) {
                self.runs = runs
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var runs: [Coming]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("runs") {
                        try reader.readMember(into: &runs)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.runs = try reader.required(runs, "runs")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("runs", self.runs)
                writer.endObject()
            }
        }
    }

    /// The runs there were, the latest first (1 to 1000; 50 unless given).
    public enum Runs: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Runs"

        /// The input parameters of ``Runs``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var limit: Int?

            public init(id: String, limit: Int? = nil) {
                self.id = id
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Runs``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var runs: [Run]

            public init(runs: [Run]) {
                self.runs = runs
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var runs: [Run]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("runs") {
                        try reader.readMember(into: &runs)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.runs = try reader.required(runs, "runs")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("runs", self.runs)
                writer.endObject()
            }
        }
    }

    /// Stops it until it is resumed.
    public enum Pause: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Pause"

        /// The input parameters of ``Pause``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var reason: String

            public init(id: String, reason: String) {
                self.id = id
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Pause``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var schedule: Schedule

            public init(schedule: Schedule) {
                self.schedule = schedule
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var schedule: Schedule?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("schedule") {
                        try reader.readMember(into: &schedule)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.schedule = try reader.required(schedule, "schedule")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("schedule", self.schedule)
                writer.endObject()
            }
        }
    }

    /// Lets it go on. The periods that passed meanwhile are skipped, unless `makeUp`: then each runs now.
    public enum Resume: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Resume"

        /// The input parameters of ``Resume``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var reason: String
            public var makeUp: Bool?

            public init(id: String, reason: String, makeUp: Bool? = nil) {
                self.id = id
                self.reason = reason
                self.makeUp = makeUp
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var reason: String?
                var makeUp: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("makeUp") {
                        try reader.readNullableMember(into: &makeUp)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.reason = try reader.required(reason, "reason")
                self.makeUp = makeUp
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("reason", self.reason)
                writer.member("makeUp", ifPresent: self.makeUp)
                writer.endObject()
            }
        }

        /// The output parameters of ``Resume``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var schedule: Schedule

            public init(schedule: Schedule) {
                self.schedule = schedule
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var schedule: Schedule?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("schedule") {
                        try reader.readMember(into: &schedule)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.schedule = try reader.required(schedule, "schedule")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("schedule", self.schedule)
                writer.endObject()
            }
        }
    }

    /// Runs the next period now, ahead of its time, or a period that was skipped. It has no other run afterwards.
    public enum RunNow: VarlinkMethod {
        public static let name = "org.tongban.Schedules.RunNow"

        /// The input parameters of ``RunNow``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var period: String?
            public var reason: String

            public init(id: String, period: String? = nil, reason: String) {
                self.id = id
                self.period = period
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var period: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("period") {
                        try reader.readNullableMember(into: &period)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.period = period
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("period", ifPresent: self.period)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``RunNow``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var run: Run

            public init(run: Run) {
                self.run = run
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var run: Run?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("run") {
                        try reader.readMember(into: &run)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.run = try reader.required(run, "run")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("run", self.run)
                writer.endObject()
            }
        }
    }

    /// Leaves the next period out.
    public enum Skip: VarlinkMethod {
        public static let name = "org.tongban.Schedules.Skip"

        /// The input parameters of ``Skip``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var reason: String

            public init(id: String, reason: String) {
                self.id = id
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Skip``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var period: String

            public init(period: String) {
                self.period = period
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var period: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.period = try reader.required(period, "period")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("period", self.period)
                writer.endObject()
            }
        }
    }
}
