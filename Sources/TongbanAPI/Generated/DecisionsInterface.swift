// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Decisions.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Decision tables and score cards of the bureaus, and what they decided in cases.
/// A table asks something of inputs, row by row, and says what follows; a score card adds up points and gives a grade.
/// Each has versions, the first day of which is `version`; on a day the latest version holds that has begun.
public enum DecisionsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Decisions"

    /// The text of the definition.
    public static let description = #"""
        # Decision tables and score cards of the bureaus, and what they decided in cases.
        # A table asks something of inputs, row by row, and says what follows; a score card adds up points and gives a grade.
        # Each has versions, the first day of which is `version`; on a day the latest version holds that has begun.
        interface org.tongban.Decisions

        # `kind` is `table` or `card`. `policy` is FIRST, UNIQUE or COLLECT, of a card empty. `rows` counts rows or criteria.
        type Table (
          bureau: string,
          id: string,
          kind: string,
          zh: string,
          en: string,
          version: string,
          policy: string,
          rows: int,
          source: ?string
        )

        # How one row, criterion or veto came out, as sentences. `holds` is whether it fits. `points` are hundredths.
        type Line (id: string, holds: bool, points: ?int, zh: string, en: string)

        # `output` is an object whose member `value` is the result; what is of class S is `***`. `rows` are the rows that count, of a card its vetoes.
        type Result (
          table: string,
          version: string,
          score: bool,
          inputs: object,
          rows: []string,
          output: object,
          lines: []Line
        )

        # A decision a case keeps. `number` counts from 1, `into` is the value of the case that took the result, `declaration`
        # the version of the bureau's declaration it was decided by.
        type Decision (number: int, at: string, into: ?string, declaration: int, result: Result)

        # The tables and cards of a bureau, or of all, every version.
        method List(bureau: ?string) -> (tables: []Table)

        # One as its plugin declared it; without a day the version that holds today.
        method Get(bureau: string, table: string, day: ?string) -> (table: Table, declaration: object)

        # Decides by inputs given by name, for no case; nothing is kept. Fails as a decision in a case would.
        method Run(bureau: string, table: string, inputs: object, day: ?string) -> (result: Result)

        # What was decided in a case, the oldest first; with `at` as it was at that moment.
        method OfCase(number: string, at: ?string) -> (decisions: []Decision)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Get", "Run", "OfCase"]
        )
    }

    /// `kind` is `table` or `card`. `policy` is FIRST, UNIQUE or COLLECT, of a card empty. `rows` counts rows or criteria.
    public struct Table: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var id: String
        public var kind: String
        public var zh: String
        public var en: String
        public var version: String
        public var policy: String
        public var rows: Int
        public var source: String?

        public init(
            bureau: String,
            id: String,
            kind: String,
            zh: String,
            en: String,
            version: String,
            policy: String,
            rows: Int,
            source: String? = nil
        ) {
            self.bureau = bureau
            self.id = id
            self.kind = kind
            self.zh = zh
            self.en = en
            self.version = version
            self.policy = policy
            self.rows = rows
            self.source = source
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var id: String?
            var kind: String?
            var zh: String?
            var en: String?
            var version: String?
            var policy: String?
            var rows: Int?
            var source: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("policy") {
                    try reader.readMember(into: &policy)
                } else if reader.isMember("rows") {
                    try reader.readMember(into: &rows)
                } else if reader.isMember("source") {
                    try reader.readNullableMember(into: &source)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.id = try reader.required(id, "id")
            self.kind = try reader.required(kind, "kind")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.version = try reader.required(version, "version")
            self.policy = try reader.required(policy, "policy")
            self.rows = try reader.required(rows, "rows")
            self.source = source
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("id", self.id)
            writer.member("kind", self.kind)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("version", self.version)
            writer.member("policy", self.policy)
            writer.member("rows", self.rows)
            writer.member("source", ifPresent: self.source)
            writer.endObject()
        }
    }

    /// How one row, criterion or veto came out, as sentences. `holds` is whether it fits. `points` are hundredths.
    public struct Line: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var holds: Bool
        public var points: Int?
        public var zh: String
        public var en: String

        public init(id: String, holds: Bool, points: Int? = nil, zh: String, en: String) {
            self.id = id
            self.holds = holds
            self.points = points
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var holds: Bool?
            var points: Int?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("holds") {
                    try reader.readMember(into: &holds)
                } else if reader.isMember("points") {
                    try reader.readNullableMember(into: &points)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.holds = try reader.required(holds, "holds")
            self.points = points
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("holds", self.holds)
            writer.member("points", ifPresent: self.points)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// `output` is an object whose member `value` is the result; what is of class S is `***`. `rows` are the rows that count, of a card its vetoes.
    public struct Result: Sendable, Hashable, JSONReadable, JSONWritable {
        public var table: String
        public var version: String
        public var score: Bool
        public var inputs: RawJSON
        public var rows: [String]
        public var output: RawJSON
        public var lines: [Line]

        public init(
            table: String,
            version: String,
            score: Bool,
            inputs: RawJSON,
            rows: [String],
            output: RawJSON,
            lines: [Line]
        ) {
            self.table = table
            self.version = version
            self.score = score
            self.inputs = inputs
            self.rows = rows
            self.output = output
            self.lines = lines
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var table: String?
            var version: String?
            var score: Bool?
            var inputs: RawJSON?
            var rows: [String]?
            var output: RawJSON?
            var lines: [Line]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("table") {
                    try reader.readMember(into: &table)
                } else if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("score") {
                    try reader.readMember(into: &score)
                } else if reader.isMember("inputs") {
                    try reader.readMember(into: &inputs)
                } else if reader.isMember("rows") {
                    try reader.readMember(into: &rows)
                } else if reader.isMember("output") {
                    try reader.readMember(into: &output)
                } else if reader.isMember("lines") {
                    try reader.readMember(into: &lines)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.table = try reader.required(table, "table")
            self.version = try reader.required(version, "version")
            self.score = try reader.required(score, "score")
            self.inputs = try reader.required(inputs, "inputs")
            self.rows = try reader.required(rows, "rows")
            self.output = try reader.required(output, "output")
            self.lines = try reader.required(lines, "lines")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("table", self.table)
            writer.member("version", self.version)
            writer.member("score", self.score)
            writer.member("inputs", self.inputs)
            writer.member("rows", self.rows)
            writer.member("output", self.output)
            writer.member("lines", self.lines)
            writer.endObject()
        }
    }

    /// A decision a case keeps. `number` counts from 1, `into` is the value of the case that took the result, `declaration`
    /// the version of the bureau's declaration it was decided by.
    public struct Decision: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: Int
        public var at: String
        public var into: String?
        public var declaration: Int
        public var result: Result

        public init(number: Int, at: String, into: String? = nil, declaration: Int, result: Result) {
            self.number = number
            self.at = at
            self.into = into
            self.declaration = declaration
            self.result = result
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: Int?
            var at: String?
            var into: String?
            var declaration: Int?
            var result: Result?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("into") {
                    try reader.readNullableMember(into: &into)
                } else if reader.isMember("declaration") {
                    try reader.readMember(into: &declaration)
                } else if reader.isMember("result") {
                    try reader.readMember(into: &result)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.at = try reader.required(at, "at")
            self.into = into
            self.declaration = try reader.required(declaration, "declaration")
            self.result = try reader.required(result, "result")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("at", self.at)
            writer.member("into", ifPresent: self.into)
            writer.member("declaration", self.declaration)
            writer.member("result", self.result)
            writer.endObject()
        }
    }

    /// The tables and cards of a bureau, or of all, every version.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Decisions.List"

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
            public var tables: [Table]

            public init(tables: [Table]) {
                self.tables = tables
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tables: [Table]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tables") {
                        try reader.readMember(into: &tables)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tables = try reader.required(tables, "tables")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tables", self.tables)
                writer.endObject()
            }
        }
    }

    /// One as its plugin declared it; without a day the version that holds today.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Decisions.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var table: String
            public var day: String?

            public init(bureau: String, table: String, day: String? = nil) {
                self.bureau = bureau
                self.table = table
                self.day = day
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var table: String?
                var day: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("table") {
                        try reader.readMember(into: &table)
                    } else if reader.isMember("day") {
                        try reader.readNullableMember(into: &day)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.table = try reader.required(table, "table")
                self.day = day
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("table", self.table)
                writer.member("day", ifPresent: self.day)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var table: Table
            public var declaration: RawJSON

            public init(table: Table, declaration: RawJSON) {
                self.table = table
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var table: Table?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("table") {
                        try reader.readMember(into: &table)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.table = try reader.required(table, "table")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("table", self.table)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }

    /// Decides by inputs given by name, for no case; nothing is kept. Fails as a decision in a case would.
    public enum Run: VarlinkMethod {
        public static let name = "org.tongban.Decisions.Run"

        /// The input parameters of ``Run``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var table: String
            public var inputs: RawJSON
            public var day: String?

            public init(bureau: String, table: String, inputs: RawJSON, day: String? = nil) {
                self.bureau = bureau
                self.table = table
                self.inputs = inputs
                self.day = day
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var table: String?
                var inputs: RawJSON?
                var day: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("table") {
                        try reader.readMember(into: &table)
                    } else if reader.isMember("inputs") {
                        try reader.readMember(into: &inputs)
                    } else if reader.isMember("day") {
                        try reader.readNullableMember(into: &day)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.table = try reader.required(table, "table")
                self.inputs = try reader.required(inputs, "inputs")
                self.day = day
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("table", self.table)
                writer.member("inputs", self.inputs)
                writer.member("day", ifPresent: self.day)
                writer.endObject()
            }
        }

        /// The output parameters of ``Run``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var result: Result

            public init(result: Result) {
                self.result = result
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var result: Result?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("result") {
                        try reader.readMember(into: &result)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.result = try reader.required(result, "result")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("result", self.result)
                writer.endObject()
            }
        }
    }

    /// What was decided in a case, the oldest first; with `at` as it was at that moment.
    public enum OfCase: VarlinkMethod {
        public static let name = "org.tongban.Decisions.OfCase"

        /// The input parameters of ``OfCase``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var at: String?

            public init(number: String, at: String? = nil) {
                self.number = number
                self.at = at
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var at: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.at = at
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("at", ifPresent: self.at)
                writer.endObject()
            }
        }

        /// The output parameters of ``OfCase``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var decisions: [Decision]

            public init(decisions: [Decision]) {
                self.decisions = decisions
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var decisions: [Decision]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("decisions") {
                        try reader.readMember(into: &decisions)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.decisions = try reader.required(decisions, "decisions")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("decisions", self.decisions)
                writer.endObject()
            }
        }
    }
}
