// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Reports.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Figures and reports of the bureaus: worked out for a period, locked, adjusted and restated.
///
/// A period is written `2022-07-12`, `2022-W28`, `2022-07`, `2022-Q2`, `2022-H1`, `2022`, `2022-01-01..2022-06-30`, or
/// `..2022-07-13` for everything up to a day; days are those of Asia/Shanghai. All numbers are whole numbers: a share is a
/// numerator and a denominator. A locked period is refused with `LOCKED` when it is locked again.
public enum ReportsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Reports"

    /// The text of the definition.
    public static let description = #"""
        # Figures and reports of the bureaus: worked out for a period, locked, adjusted and restated.
        #
        # A period is written `2022-07-12`, `2022-W28`, `2022-07`, `2022-Q2`, `2022-H1`, `2022`, `2022-01-01..2022-06-30`, or
        # `..2022-07-13` for everything up to a day; days are those of Asia/Shanghai. All numbers are whole numbers: a share is a
        # numerator and a denominator. A locked period is refused with `LOCKED` when it is locked again.
        interface org.tongban.Reports

        # `public` ones may be read by everybody; others by the roles of the bureau and by auditors.
        type Report (
          bureau: string,
          report: string,
          zh: string,
          en: string,
          figures: []string,
          public: bool
        )

        # A locked report. Version 1 was locked by `by`; a later one was asked for by `by` for a reason, and approved by somebody
        # else.
        type Version (
          number: int,
          by: string,
          approvedBy: ?string,
          at: string,
          reason: ?string
        )

        # The reports the caller may read, of one bureau or of all.
        method List(bureau: ?string) -> (reports: []Report)

        # Works a report out; of a locked period gives what was locked: the last version, or the one asked for. `at` is a past
        # moment (RFC 3339): the report as it would have been then. The document's members are those of the report as JSON; the
        # same figures give the same bytes.
        method Run(bureau: string, report: string, period: string, version: ?int, at: ?string) -> (document: object)

        # The versions of a locked report, the first one first; none while the period is not locked.
        method Versions(bureau: string, report: string, period: string) -> (versions: []Version)

        # Locks a period that is over: its figures stay as they are now. Only a head may.
        method Lock(bureau: string, report: string, period: string) -> (document: object)

        # Corrects a figure of a locked period by a line in the running period of the same kind, which is returned. Only a head may.
        method Adjust(bureau: string, report: string, period: string, figure: string, delta: int, reason: string) -> (period: string)

        # Asks for a locked period to be worked out anew. Only a head may; another one approves.
        method AskRestatement(bureau: string, report: string, period: string, reason: string) -> ()

        # Approves a restatement somebody else asked for: the figures as they are now become the next version, which is returned;
        # the earlier ones stay readable.
        method ApproveRestatement(bureau: string, report: string, period: string) -> (document: object)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Run", "Versions", "Lock", "Adjust", "AskRestatement", "ApproveRestatement"]
        )
    }

    /// `public` ones may be read by everybody; others by the roles of the bureau and by auditors.
    public struct Report: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var report: String
        public var zh: String
        public var en: String
        public var figures: [String]
        public var `public`: Bool

        public init(bureau: String, report: String, zh: String, en: String, figures: [String], `public`: Bool) {
            self.bureau = bureau
            self.report = report
            self.zh = zh
            self.en = en
            self.figures = figures
            self.`public` = `public`
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var report: String?
            var zh: String?
            var en: String?
            var figures: [String]?
            var `public`: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("report") {
                    try reader.readMember(into: &report)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("figures") {
                    try reader.readMember(into: &figures)
                } else if reader.isMember("public") {
                    try reader.readMember(into: &`public`)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.report = try reader.required(report, "report")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.figures = try reader.required(figures, "figures")
            self.`public` = try reader.required(`public`, "public")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("report", self.report)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("figures", self.figures)
            writer.member("public", self.`public`)
            writer.endObject()
        }
    }

    /// A locked report. Version 1 was locked by `by`; a later one was asked for by `by` for a reason, and approved by somebody
    /// else.
    public struct Version: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: Int
        public var by: String
        public var approvedBy: String?
        public var at: String
        public var reason: String?

        public init(number: Int, by: String, approvedBy: String? = nil, at: String, reason: String? = nil) {
            self.number = number
            self.by = by
            self.approvedBy = approvedBy
            self.at = at
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: Int?
            var by: String?
            var approvedBy: String?
            var at: String?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("approvedBy") {
                    try reader.readNullableMember(into: &approvedBy)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.by = try reader.required(by, "by")
            self.approvedBy = approvedBy
            self.at = try reader.required(at, "at")
            self.reason = reason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("by", self.by)
            writer.member("approvedBy", ifPresent: self.approvedBy)
            writer.member("at", self.at)
            writer.member("reason", ifPresent: self.reason)
            writer.endObject()
        }
    }

    /// The reports the caller may read, of one bureau or of all.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Reports.List"

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
            public var reports: [Report]

            public init(reports: [Report]) {
                self.reports = reports
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var reports: [Report]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("reports") {
                        try reader.readMember(into: &reports)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.reports = try reader.required(reports, "reports")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("reports", self.reports)
                writer.endObject()
            }
        }
    }

    /// Works a report out; of a locked period gives what was locked: the last version, or the one asked for. `at` is a past
    /// moment (RFC 3339): the report as it would have been then. The document's members are those of the report as JSON; the
    /// same figures give the same bytes.
    public enum Run: VarlinkMethod {
        public static let name = "org.tongban.Reports.Run"

        /// The input parameters of ``Run``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String
            public var version: Int?
            public var at: String?

            public init(bureau: String, report: String, period: String, version: Int? = nil, at: String? = nil) {
                self.bureau = bureau
                self.report = report
                self.period = period
                self.version = version
                self.at = at
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                var version: Int?
                var at: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else if reader.isMember("version") {
                        try reader.readNullableMember(into: &version)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
                self.version = version
                self.at = at
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.member("version", ifPresent: self.version)
                writer.member("at", ifPresent: self.at)
                writer.endObject()
            }
        }

        /// The output parameters of ``Run``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var document: RawJSON

            public init(document: RawJSON) {
                self.document = document
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var document: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("document") {
                        try reader.readMember(into: &document)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.document = try reader.required(document, "document")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("document", self.document)
                writer.endObject()
            }
        }
    }

    /// The versions of a locked report, the first one first; none while the period is not locked.
    public enum Versions: VarlinkMethod {
        public static let name = "org.tongban.Reports.Versions"

        /// The input parameters of ``Versions``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String

            public init(bureau: String, report: String, period: String) {
                self.bureau = bureau
                self.report = report
                self.period = period
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.endObject()
            }
        }

        /// The output parameters of ``Versions``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var versions: [Version]

            public init(versions: [Version]) {
                self.versions = versions
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var versions: [Version]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("versions") {
                        try reader.readMember(into: &versions)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.versions = try reader.required(versions, "versions")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("versions", self.versions)
                writer.endObject()
            }
        }
    }

    /// Locks a period that is over: its figures stay as they are now. Only a head may.
    public enum Lock: VarlinkMethod {
        public static let name = "org.tongban.Reports.Lock"

        /// The input parameters of ``Lock``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String

            public init(bureau: String, report: String, period: String) {
                self.bureau = bureau
                self.report = report
                self.period = period
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.endObject()
            }
        }

        /// The output parameters of ``Lock``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var document: RawJSON

            public init(document: RawJSON) {
                self.document = document
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var document: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("document") {
                        try reader.readMember(into: &document)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.document = try reader.required(document, "document")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("document", self.document)
                writer.endObject()
            }
        }
    }

    /// Corrects a figure of a locked period by a line in the running period of the same kind, which is returned. Only a head may.
    public enum Adjust: VarlinkMethod {
        public static let name = "org.tongban.Reports.Adjust"

        /// The input parameters of ``Adjust``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String
            public var figure: String
            public var delta: Int
            public var reason: String

            public init(bureau: String, report: String, period: String, figure: String, delta: Int, reason: String) {
                self.bureau = bureau
                self.report = report
                self.period = period
                self.figure = figure
                self.delta = delta
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                var figure: String?
                var delta: Int?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else if reader.isMember("figure") {
                        try reader.readMember(into: &figure)
                    } else if reader.isMember("delta") {
                        try reader.readMember(into: &delta)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
                self.figure = try reader.required(figure, "figure")
                self.delta = try reader.required(delta, "delta")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.member("figure", self.figure)
                writer.member("delta", self.delta)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Adjust``.
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

    /// Asks for a locked period to be worked out anew. Only a head may; another one approves.
    public enum AskRestatement: VarlinkMethod {
        public static let name = "org.tongban.Reports.AskRestatement"

        /// The input parameters of ``AskRestatement``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String
            public var reason: String

            public init(bureau: String, report: String, period: String, reason: String) {
                self.bureau = bureau
                self.report = report
                self.period = period
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``AskRestatement``.
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

    /// Approves a restatement somebody else asked for: the figures as they are now become the next version, which is returned;
    /// the earlier ones stay readable.
    public enum ApproveRestatement: VarlinkMethod {
        public static let name = "org.tongban.Reports.ApproveRestatement"

        /// The input parameters of ``ApproveRestatement``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var report: String
            public var period: String

            public init(bureau: String, report: String, period: String) {
                self.bureau = bureau
                self.report = report
                self.period = period
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var report: String?
                var period: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("report") {
                        try reader.readMember(into: &report)
                    } else if reader.isMember("period") {
                        try reader.readMember(into: &period)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.report = try reader.required(report, "report")
                self.period = try reader.required(period, "period")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("report", self.report)
                writer.member("period", self.period)
                writer.endObject()
            }
        }

        /// The output parameters of ``ApproveRestatement``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var document: RawJSON

            public init(document: RawJSON) {
                self.document = document
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var document: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("document") {
                        try reader.readMember(into: &document)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.document = try reader.required(document, "document")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("document", self.document)
                writer.endObject()
            }
        }
    }
}
