// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Rules.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// What the rule files of the bureaus say: limits, amounts, thresholds and switches, each with the days from which its
/// values hold and what sets them. Nobody changes them here: the operator changes the file rules.json in the plugin's
/// folder and has the daemon reload. What changed is in the journal as rule.changed, the day it begins as rule.effective.
public enum RulesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Rules"

    /// The text of the definition.
    public static let description = #"""
        # What the rule files of the bureaus say: limits, amounts, thresholds and switches, each with the days from which its
        # values hold and what sets them. Nobody changes them here: the operator changes the file rules.json in the plugin's
        # folder and has the daemon reload. What changed is in the journal as rule.changed, the day it begins as rule.effective.
        interface org.tongban.Rules

        # One value, from a day on until the day before the next one's. `value` is JSON text: "7wd" with its quotes, 600000.
        type Version (effectiveFrom: string, value: string, source: string, inForce: bool)

        # `kind`: what a value must be.
        type Rule (
          bureau: string,
          id: string,
          zh: string,
          en: string,
          kind: (limit, integer, money, boolean, text, texts),
          versions: []Version
        )

        # The rules of a bureau, or of all, in the order of their files; `inForce` is said of `day` (YYYY-MM-DD), else of today.
        method List(bureau: ?string, day: ?string) -> (rules: []Rule, day: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["List"]
        )
    }

    /// One value, from a day on until the day before the next one's. `value` is JSON text: "7wd" with its quotes, 600000.
    public struct Version: Sendable, Hashable, JSONReadable, JSONWritable {
        public var effectiveFrom: String
        public var value: String
        public var source: String
        public var inForce: Bool

        public init(effectiveFrom: String, value: String, source: String, inForce: Bool) {
            self.effectiveFrom = effectiveFrom
            self.value = value
            self.source = source
            self.inForce = inForce
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var effectiveFrom: String?
            var value: String?
            var source: String?
            var inForce: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("effectiveFrom") {
                    try reader.readMember(into: &effectiveFrom)
                } else if reader.isMember("value") {
                    try reader.readMember(into: &value)
                } else if reader.isMember("source") {
                    try reader.readMember(into: &source)
                } else if reader.isMember("inForce") {
                    try reader.readMember(into: &inForce)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.effectiveFrom = try reader.required(effectiveFrom, "effectiveFrom")
            self.value = try reader.required(value, "value")
            self.source = try reader.required(source, "source")
            self.inForce = try reader.required(inForce, "inForce")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("effectiveFrom", self.effectiveFrom)
            writer.member("value", self.value)
            writer.member("source", self.source)
            writer.member("inForce", self.inForce)
            writer.endObject()
        }
    }

    /// `kind`: what a value must be.
    public struct Rule: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Kind: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case limit
            case integer
            case money
            case boolean
            case text
            case texts
        }

        public var bureau: String
        public var id: String
        public var zh: String
        public var en: String
        public var kind: Kind
        public var versions: [Version]

        public init(bureau: String, id: String, zh: String, en: String, kind: Kind, versions: [Version]) {
            self.bureau = bureau
            self.id = id
            self.zh = zh
            self.en = en
            self.kind = kind
            self.versions = versions
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var id: String?
            var zh: String?
            var en: String?
            var kind: Kind?
            var versions: [Version]?
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
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("versions") {
                    try reader.readMember(into: &versions)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.kind = try reader.required(kind, "kind")
            self.versions = try reader.required(versions, "versions")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("kind", self.kind)
            writer.member("versions", self.versions)
            writer.endObject()
        }
    }

    /// The rules of a bureau, or of all, in the order of their files; `inForce` is said of `day` (YYYY-MM-DD), else of today.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Rules.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?
            public var day: String?

            public init(bureau: String? = nil, day: String? = nil) {
                self.bureau = bureau
                self.day = day
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var day: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("day") {
                        try reader.readNullableMember(into: &day)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
                self.day = day
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("day", ifPresent: self.day)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var rules: [Rule]
            public var day: String

            public init(rules: [Rule], day: String) {
                self.rules = rules
                self.day = day
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var rules: [Rule]?
                var day: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("rules") {
                        try reader.readMember(into: &rules)
                    } else if reader.isMember("day") {
                        try reader.readMember(into: &day)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.rules = try reader.required(rules, "rules")
                self.day = try reader.required(day, "day")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("rules", self.rules)
                writer.member("day", self.day)
                writer.endObject()
            }
        }
    }
}
