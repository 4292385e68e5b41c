// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Ratings.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Ratings of handled cases: given once for each handling, never changed.
public enum RatingsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Ratings"

    /// The text of the definition.
    public static let description = #"""
        # Ratings of handled cases: given once for each handling, never changed.
        interface org.tongban.Ratings

        # `grades` counts the grades from 1 (very dissatisfied) to 5 (very satisfied).
        type Count (
          bureau: string,
          item: string,
          zh: string,
          en: string,
          grades: []int,
          total: int
        )

        # Rates a closed case. `comment` has at most 500 characters and is of class S. `rework` is the case that a bad rating opened.
        method Rate(number: string, grade: int, comment: ?string) -> (rework: ?string)

        # The words of the last rating; every reading is told in the journal.
        method Comment(number: string) -> (comment: string)

        # Counts the ratings given from the first civil day to the last, both included.
        method Report(from: string, to: string) -> (counts: []Count)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Rate", "Comment", "Report"]
        )
    }

    /// `grades` counts the grades from 1 (very dissatisfied) to 5 (very satisfied).
    public struct Count: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var item: String
        public var zh: String
        public var en: String
        public var grades: [Int]
        public var total: Int

        public init(bureau: String, item: String, zh: String, en: String, grades: [Int], total: Int) {
            self.bureau = bureau
            self.item = item
            self.zh = zh
            self.en = en
            self.grades = grades
            self.total = total
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var item: String?
            var zh: String?
            var en: String?
            var grades: [Int]?
            var total: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("item") {
                    try reader.readMember(into: &item)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("grades") {
                    try reader.readMember(into: &grades)
                } else if reader.isMember("total") {
                    try reader.readMember(into: &total)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.item = try reader.required(item, "item")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.grades = try reader.required(grades, "grades")
            self.total = try reader.required(total, "total")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("item", self.item)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("grades", self.grades)
            writer.member("total", self.total)
            writer.endObject()
        }
    }

    /// Rates a closed case. `comment` has at most 500 characters and is of class S. `rework` is the case that a bad rating opened.
    public enum Rate: VarlinkMethod {
        public static let name = "org.tongban.Ratings.Rate"

        /// The input parameters of ``Rate``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var grade: Int
            public var comment: String?

            public init(number: String, grade: Int, comment: String? = nil) {
                self.number = number
                self.grade = grade
                self.comment = comment
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var grade: Int?
                var comment: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("grade") {
                        try reader.readMember(into: &grade)
                    } else if reader.isMember("comment") {
                        try reader.readNullableMember(into: &comment)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.grade = try reader.required(grade, "grade")
                self.comment = comment
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("grade", self.grade)
                writer.member("comment", ifPresent: self.comment)
                writer.endObject()
            }
        }

        /// The output parameters of ``Rate``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var rework: String?

            public init(rework: String? = nil) {
                self.rework = rework
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var rework: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("rework") {
                        try reader.readNullableMember(into: &rework)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.rework = rework
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("rework", ifPresent: self.rework)
                writer.endObject()
            }
        }
    }

    /// The words of the last rating; every reading is told in the journal.
    public enum Comment: VarlinkMethod {
        public static let name = "org.tongban.Ratings.Comment"

        /// The input parameters of ``Comment``.
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

        /// The output parameters of ``Comment``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var comment: String

            public init(comment: String) {
                self.comment = comment
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var comment: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("comment") {
                        try reader.readMember(into: &comment)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.comment = try reader.required(comment, "comment")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("comment", self.comment)
                writer.endObject()
            }
        }
    }

    /// Counts the ratings given from the first civil day to the last, both included.
    public enum Report: VarlinkMethod {
        public static let name = "org.tongban.Ratings.Report"

        /// The input parameters of ``Report``.
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

        /// The output parameters of ``Report``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var counts: [Count]

            public init(counts: [Count]) {
                self.counts = counts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var counts: [Count]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("counts") {
                        try reader.readMember(into: &counts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.counts = try reader.required(counts, "counts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("counts", self.counts)
                writer.endObject()
            }
        }
    }
}
