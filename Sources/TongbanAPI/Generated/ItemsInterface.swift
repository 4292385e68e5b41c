// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Items.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The matters that the bureaus handle.
public enum ItemsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Items"

    /// The text of the definition.
    public static let description = #"""
        # The matters that the bureaus handle.
        interface org.tongban.Items

        type Item (
          bureau: string,
          id: string,
          version: int,
          zh: string,
          en: string,
          openCases: int
        )

        method List(bureau: ?string) -> (items: []Item)

        # The declaration of one item: form, flow, actions with their roles, deadlines with their sources.
        method Get(bureau: string, item: string, version: ?int) -> (version: int, declaration: object)

        # The flow as a diagram; with `case` its active states are marked.
        method Diagram(bureau: string, item: string, format: (mermaid, dot), case: ?string) -> (text: string)

        # The whole of what a bureau declared.
        method GetBureau(bureau: string) -> (version: int, declaration: object)

        # A deadline before and after a migration; without a limit before, it starts, without one after, it ends.
        type MigratedDeadline (
          id: string,
          zh: string,
          en: string,
          change: (kept, moved, started, ended),
          limitBefore: ?string,
          limitAfter: ?string,
          dueBefore: ?string,
          dueAfter: ?string
        )

        type Difference (
          added: []string,
          removed: []string,
          changed: []string
        )

        # Why a case cannot be migrated.
        type Obstacle (
          code: string,
          zh: string,
          en: string
        )

        # What the form of the new version finds wrong with a value; it stays as it is.
        type ValueFault (
          field: string,
          code: string,
          zh: string,
          en: string
        )

        # What a migration does to one case: `actions` are what people are offered, `tasks` the tasks for people. `movesOn` says that
        # a condition of the new version holds already and leads the case on at once. `changed` means that somebody changed the case
        # since it was looked at; nothing was done then, as with `refused`.
        type CaseMigration (
          number: string,
          revision: int,
          from: int,
          to: int,
          statesBefore: []string,
          statesAfter: []string,
          movesOn: bool,
          deadlines: []MigratedDeadline,
          actions: Difference,
          tasks: Difference,
          faults: []ValueFault,
          obstacles: []Obstacle,
          outcome: (ready, migrated, refused, changed)
        )

        type Revision (
          number: string,
          revision: int
        )

        # Leads running cases of an item to another version of the declaration, the one in force unless `to` is given; only shows
        # what that would do unless `apply`. `map` gives new identifiers of states by old ones, and of deadlines as `deadline/OLD`.
        # With `cases` only these, in `apply` only those that still have the revision given. It can be called again after an
        # interruption: what is migrated is left alone. The last reply has no case. For the operator and heads of the bureau.
        # [Requires 'more' flag]
        method Migrate(bureau: string, item: string, from: ?int, to: ?int, map: ?[string]string, cases: ?[]Revision, apply: bool) -> (case: ?CaseMigration, id: ?int, done: int)

        # Takes the cases of a migration back that nothing happened to since. `kept` are those that stay as they are.
        # [Requires 'more' flag]
        method UndoMigration(id: int) -> (restored: ?string, kept: ?string, done: int)

        error NoSuchItem (bureau: string, item: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List", "Get", "Diagram", "GetBureau", "Migrate", "UndoMigration"]
        )
    }

    public struct Item: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var id: String
        public var version: Int
        public var zh: String
        public var en: String
        public var openCases: Int

        public init(bureau: String, id: String, version: Int, zh: String, en: String, openCases: Int) {
            self.bureau = bureau
            self.id = id
            self.version = version
            self.zh = zh
            self.en = en
            self.openCases = openCases
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var id: String?
            var version: Int?
            var zh: String?
            var en: String?
            var openCases: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("openCases") {
                    try reader.readMember(into: &openCases)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.id = try reader.required(id, "id")
            self.version = try reader.required(version, "version")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.openCases = try reader.required(openCases, "openCases")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("id", self.id)
            writer.member("version", self.version)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("openCases", self.openCases)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Items.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Items.List"

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
            public var items: [Item]

            public init(items: [Item]) {
                self.items = items
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var items: [Item]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("items") {
                        try reader.readMember(into: &items)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.items = try reader.required(items, "items")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("items", self.items)
                writer.endObject()
            }
        }
    }

    /// The declaration of one item: form, flow, actions with their roles, deadlines with their sources.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Items.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var item: String
            public var version: Int?

            public init(bureau: String, item: String, version: Int? = nil) {
                self.bureau = bureau
                self.item = item
                self.version = version
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var version: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("version") {
                        try reader.readNullableMember(into: &version)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.version = version
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("version", ifPresent: self.version)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var version: Int
            public var declaration: RawJSON

            public init(version: Int, declaration: RawJSON) {
                self.version = version
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var version: Int?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("version") {
                        try reader.readMember(into: &version)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.version = try reader.required(version, "version")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("version", self.version)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }

    /// The flow as a diagram; with `case` its active states are marked.
    public enum Diagram: VarlinkMethod {
        public static let name = "org.tongban.Items.Diagram"

        /// The input parameters of ``Diagram``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public enum Format: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
                case mermaid
                case dot
            }

            public var bureau: String
            public var item: String
            public var format: Format
            public var `case`: String?

            public init(bureau: String, item: String, format: Format, `case`: String? = nil) {
                self.bureau = bureau
                self.item = item
                self.format = format
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var format: Format?
                var `case`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("format") {
                        try reader.readMember(into: &format)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.format = try reader.required(format, "format")
                self.`case` = `case`
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("format", self.format)
                writer.member("case", ifPresent: self.`case`)
                writer.endObject()
            }
        }

        /// The output parameters of ``Diagram``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var text: String

            public init(text: String) {
                self.text = text
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var text: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("text") {
                        try reader.readMember(into: &text)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.text = try reader.required(text, "text")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("text", self.text)
                writer.endObject()
            }
        }
    }

    /// The whole of what a bureau declared.
    public enum GetBureau: VarlinkMethod {
        public static let name = "org.tongban.Items.GetBureau"

        /// The input parameters of ``GetBureau``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String

            public init(bureau: String) {
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
                        try reader.readMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``GetBureau``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var version: Int
            public var declaration: RawJSON

            public init(version: Int, declaration: RawJSON) {
                self.version = version
                self.declaration = declaration
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var version: Int?
                var declaration: RawJSON?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("version") {
                        try reader.readMember(into: &version)
                    } else if reader.isMember("declaration") {
                        try reader.readMember(into: &declaration)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.version = try reader.required(version, "version")
                self.declaration = try reader.required(declaration, "declaration")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("version", self.version)
                writer.member("declaration", self.declaration)
                writer.endObject()
            }
        }
    }

    /// A deadline before and after a migration; without a limit before, it starts, without one after, it ends.
    public struct MigratedDeadline: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Change: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case kept
            case moved
            case started
            case ended
        }

        public var id: String
        public var zh: String
        public var en: String
        public var change: Change
        public var limitBefore: String?
        public var limitAfter: String?
        public var dueBefore: String?
        public var dueAfter: String?

        public init(
            id: String,
            zh: String,
            en: String,
            change: Change,
            limitBefore: String? = nil,
            limitAfter: String? = nil,
            dueBefore: String? = nil,
            dueAfter: String? = nil
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.change = change
            self.limitBefore = limitBefore
            self.limitAfter = limitAfter
            self.dueBefore = dueBefore
            self.dueAfter = dueAfter
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var change: Change?
            var limitBefore: String?
            var limitAfter: String?
            var dueBefore: String?
            var dueAfter: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("change") {
                    try reader.readMember(into: &change)
                } else if reader.isMember("limitBefore") {
                    try reader.readNullableMember(into: &limitBefore)
                } else if reader.isMember("limitAfter") {
                    try reader.readNullableMember(into: &limitAfter)
                } else if reader.isMember("dueBefore") {
                    try reader.readNullableMember(into: &dueBefore)
                } else if reader.isMember("dueAfter") {
                    try reader.readNullableMember(into: &dueAfter)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.change = try reader.required(change, "change")
            self.limitBefore = limitBefore
            self.limitAfter = limitAfter
            self.dueBefore = dueBefore
            self.dueAfter = dueAfter
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("change", self.change)
            writer.member("limitBefore", ifPresent: self.limitBefore)
            writer.member("limitAfter", ifPresent: self.limitAfter)
            writer.member("dueBefore", ifPresent: self.dueBefore)
            writer.member("dueAfter", ifPresent: self.dueAfter)
            writer.endObject()
        }
    }

    public struct Difference: Sendable, Hashable, JSONReadable, JSONWritable {
        public var added: [String]
        public var removed: [String]
        public var changed: [String]

        public init(added: [String], removed: [String], changed: [String]) {
            self.added = added
            self.removed = removed
            self.changed = changed
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var added: [String]?
            var removed: [String]?
            var changed: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("added") {
                    try reader.readMember(into: &added)
                } else if reader.isMember("removed") {
                    try reader.readMember(into: &removed)
                } else if reader.isMember("changed") {
                    try reader.readMember(into: &changed)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.added = try reader.required(added, "added")
            self.removed = try reader.required(removed, "removed")
            self.changed = try reader.required(changed, "changed")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("added", self.added)
            writer.member("removed", self.removed)
            writer.member("changed", self.changed)
            writer.endObject()
        }
    }

    /// Why a case cannot be migrated.
    public struct Obstacle: Sendable, Hashable, JSONReadable, JSONWritable {
        public var code: String
        public var zh: String
        public var en: String

        public init(code: String, zh: String, en: String) {
            self.code = code
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var code: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("code") {
                    try reader.readMember(into: &code)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.code = try reader.required(code, "code")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("code", self.code)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// What the form of the new version finds wrong with a value; it stays as it is.
    public struct ValueFault: Sendable, Hashable, JSONReadable, JSONWritable {
        public var field: String
        public var code: String
        public var zh: String
        public var en: String

        public init(field: String, code: String, zh: String, en: String) {
            self.field = field
            self.code = code
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var field: String?
            var code: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("field") {
                    try reader.readMember(into: &field)
                } else if reader.isMember("code") {
                    try reader.readMember(into: &code)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.field = try reader.required(field, "field")
            self.code = try reader.required(code, "code")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("field", self.field)
            writer.member("code", self.code)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// What a migration does to one case: `actions` are what people are offered, `tasks` the tasks for people. `movesOn` says that
    /// a condition of the new version holds already and leads the case on at once. `changed` means that somebody changed the case
    /// since it was looked at; nothing was done then, as with `refused`.
    public struct CaseMigration: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Outcome: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case ready
            case migrated
            case refused
            case changed
        }

        public var number: String
        public var revision: Int
        public var from: Int
        public var to: Int
        public var statesBefore: [String]
        public var statesAfter: [String]
        public var movesOn: Bool
        public var deadlines: [MigratedDeadline]
        public var actions: Difference
        public var tasks: Difference
        public var faults: [ValueFault]
        public var obstacles: [Obstacle]
        public var outcome: Outcome

        public init(
            number: String,
            revision: Int,
            from: Int,
            to: Int,
            statesBefore: [String],
            statesAfter: [String],
            movesOn: Bool,
            deadlines: [MigratedDeadline],
            actions: Difference,
            tasks: Difference,
            faults: [ValueFault],
            obstacles: [Obstacle],
            outcome: Outcome
        ) {
            self.number = number
            self.revision = revision
            self.from = from
            self.to = to
            self.statesBefore = statesBefore
            self.statesAfter = statesAfter
            self.movesOn = movesOn
            self.deadlines = deadlines
            self.actions = actions
            self.tasks = tasks
            self.faults = faults
            self.obstacles = obstacles
            self.outcome = outcome
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var revision: Int?
            var from: Int?
            var to: Int?
            var statesBefore: [String]?
            var statesAfter: [String]?
            var movesOn: Bool?
            var deadlines: [MigratedDeadline]?
            var actions: Difference?
            var tasks: Difference?
            var faults: [ValueFault]?
            var obstacles: [Obstacle]?
            var outcome: Outcome?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("statesBefore") {
                    try reader.readMember(into: &statesBefore)
                } else if reader.isMember("statesAfter") {
                    try reader.readMember(into: &statesAfter)
                } else if reader.isMember("movesOn") {
                    try reader.readMember(into: &movesOn)
                } else if reader.isMember("deadlines") {
                    try reader.readMember(into: &deadlines)
                } else if reader.isMember("actions") {
                    try reader.readMember(into: &actions)
                } else if reader.isMember("tasks") {
                    try reader.readMember(into: &tasks)
                } else if reader.isMember("faults") {
                    try reader.readMember(into: &faults)
                } else if reader.isMember("obstacles") {
                    try reader.readMember(into: &obstacles)
                } else if reader.isMember("outcome") {
                    try reader.readMember(into: &outcome)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.revision = try reader.required(revision, "revision")
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.statesBefore = try reader.required(statesBefore, "statesBefore")
            self.statesAfter = try reader.required(statesAfter, "statesAfter")
            self.movesOn = try reader.required(movesOn, "movesOn")
            self.deadlines = try reader.required(deadlines, "deadlines")
            self.actions = try reader.required(actions, "actions")
            self.tasks = try reader.required(tasks, "tasks")
            self.faults = try reader.required(faults, "faults")
            self.obstacles = try reader.required(obstacles, "obstacles")
            self.outcome = try reader.required(outcome, "outcome")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("revision", self.revision)
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("statesBefore", self.statesBefore)
            writer.member("statesAfter", self.statesAfter)
            writer.member("movesOn", self.movesOn)
            writer.member("deadlines", self.deadlines)
            writer.member("actions", self.actions)
            writer.member("tasks", self.tasks)
            writer.member("faults", self.faults)
            writer.member("obstacles", self.obstacles)
            writer.member("outcome", self.outcome)
            writer.endObject()
        }
    }

    public struct Revision: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var revision: Int

        public init(number: String, revision: Int) {
            self.number = number
            self.revision = revision
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var revision: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.revision = try reader.required(revision, "revision")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("revision", self.revision)
            writer.endObject()
        }
    }

    /// Leads running cases of an item to another version of the declaration, the one in force unless `to` is given; only shows
    /// what that would do unless `apply`. `map` gives new identifiers of states by old ones, and of deadlines as `deadline/OLD`.
    /// With `cases` only these, in `apply` only those that still have the revision given. It can be called again after an
    /// interruption: what is migrated is left alone. The last reply has no case. For the operator and heads of the bureau.
    /// [Requires 'more' flag]
    public enum Migrate: VarlinkMethod {
        public static let name = "org.tongban.Items.Migrate"

        /// The input parameters of ``Migrate``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var item: String
            public var from: Int?
            public var to: Int?
            public var map: [String: String]?
            public var cases: [Revision]?
            public var apply: Bool

            public init(
                bureau: String,
                item: String,
                from: Int? = nil,
                to: Int? = nil,
                map: [String: String]? = nil,
                cases: [Revision]? = nil,
                apply: Bool
            ) {
                self.bureau = bureau
                self.item = item
                self.from = from
                self.to = to
                self.map = map
                self.cases = cases
                self.apply = apply
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var from: Int?
                var to: Int?
                var map: [String: String]?
                var cases: [Revision]?
                var apply: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("from") {
                        try reader.readNullableMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readNullableMember(into: &to)
                    } else if reader.isMember("map") {
                        try reader.readNullableMember(into: &map)
                    } else if reader.isMember("cases") {
                        try reader.readNullableMember(into: &cases)
                    } else if reader.isMember("apply") {
                        try reader.readMember(into: &apply)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.from = from
                self.to = to
                self.map = map
                self.cases = cases
                self.apply = try reader.required(apply, "apply")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("from", ifPresent: self.from)
                writer.member("to", ifPresent: self.to)
                writer.member("map", ifPresent: self.map)
                writer.member("cases", ifPresent: self.cases)
                writer.member("apply", self.apply)
                writer.endObject()
            }
        }

        /// The output parameters of ``Migrate``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: CaseMigration?
            public var id: Int?
            public var done: Int

            public init(`case`: CaseMigration? = nil, id: Int? = nil, done: Int) {
                self.`case` = `case`
                self.id = id
                self.done = done
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: CaseMigration?
                var id: Int?
                var done: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("id") {
                        try reader.readNullableMember(into: &id)
                    } else if reader.isMember("done") {
                        try reader.readMember(into: &done)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = `case`
                self.id = id
                self.done = try reader.required(done, "done")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", ifPresent: self.`case`)
                writer.member("id", ifPresent: self.id)
                writer.member("done", self.done)
                writer.endObject()
            }
        }
    }

    /// Takes the cases of a migration back that nothing happened to since. `kept` are those that stay as they are.
    /// [Requires 'more' flag]
    public enum UndoMigration: VarlinkMethod {
        public static let name = "org.tongban.Items.UndoMigration"

        /// The input parameters of ``UndoMigration``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: Int

            public init(id: Int) {
                self.id = id
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: Int?
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

        /// The output parameters of ``UndoMigration``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var restored: String?
            public var kept: String?
            public var done: Int

            public init(restored: String? = nil, kept: String? = nil, done: Int) {
                self.restored = restored
                self.kept = kept
                self.done = done
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var restored: String?
                var kept: String?
                var done: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("restored") {
                        try reader.readNullableMember(into: &restored)
                    } else if reader.isMember("kept") {
                        try reader.readNullableMember(into: &kept)
                    } else if reader.isMember("done") {
                        try reader.readMember(into: &done)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.restored = restored
                self.kept = kept
                self.done = try reader.required(done, "done")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("restored", ifPresent: self.restored)
                writer.member("kept", ifPresent: self.kept)
                writer.member("done", self.done)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Items`.
public enum ItemsFailure: VarlinkFailure, Hashable {
    case noSuchItem(bureau: String, item: String)

    public var errorName: String {
        switch self {
        case .noSuchItem: "org.tongban.Items.NoSuchItem"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchItem(let bureau, let item):
            RawJSON(encoding: NoSuchItem(bureau: bureau, item: item))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Items.NoSuchItem":
            guard let parameters = try? NoSuchItem(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchItem(bureau: parameters.bureau, item: parameters.item)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchItem``.
    public struct NoSuchItem: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var item: String

        public init(bureau: String, item: String) {
            self.bureau = bureau
            self.item = item
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var item: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("item") {
                    try reader.readMember(into: &item)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.item = try reader.required(item, "item")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("item", self.item)
            writer.endObject()
        }
    }
}
