// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Handoffs.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Matters that cases hand on to other bodies (移交单), until the sender has the result. A bureau with a plugin has a hand-off at once; any other body gets a printed slip, and the sender's staff write down what it says. Staff of the receiver take it, send it back, or report the result; staff of the sender send it on, confirm or refuse the result; who has the role `coordinator` decides where they do not agree. A case does not close before its hand-offs are confirmed.
public enum HandoffsInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Handoffs"

    /// The text of the definition.
    public static let description = #"""
        # Matters that cases hand on to other bodies (移交单), until the sender has the result. A bureau with a plugin has a hand-off at once; any other body gets a printed slip, and the sender's staff write down what it says. Staff of the receiver take it, send it back, or report the result; staff of the sender send it on, confirm or refuse the result; who has the role `coordinator` decides where they do not agree. A case does not close before its hand-offs are confirmed.
        interface org.tongban.Handoffs

        # One change. `what` is `sent`, `received`, `taken`, `bounced`, `redirected`, `referred`, `decided`, `done`, `redo`, `confirmed`, `accepted` or `withdrawn`; `to` the body that was named.
        type Event (what: string, by: string, at: string, text: ?string, to: ?string)

        # `state` is SENT (a slip to be handed over), RECEIVED, TAKEN, BOUNCED, REFERRED (to the coordinator), DONE, REDO, CONFIRMED or WITHDRAWN. `urgency` is NORMAL, URGENT or LIFE. `due` (RFC 3339) is when the limit of the present step ends; `provisional` says that the official calendar is not out. `breaches` names the steps whose limits passed: `deliver`, `take`, `finish`, `redirect`, `decide`. `receiverCase` is the case in which the receiver works on it.
        type Handoff (
          number: string,
          kind: string,
          zh: string,
          en: string,
          bureau: string,
          case: string,
          to: string,
          toZh: string,
          toEn: string,
          slip: bool,
          request: string,
          urgency: string,
          state: string,
          stateZh: string,
          stateEn: string,
          due: ?string,
          provisional: bool,
          bounces: int,
          redos: int,
          binding: bool,
          receiverCase: ?string,
          breaches: []string
        )

        # Those one has to do with: of bureaus whose staff one is, as sender or receiver; all of them for the coordinator and auditors. Without `request` and what was handed on for others. `state` and `open` choose further; at most `limit` (1 to 1000; 100 unless given) after a number. One call looks at 10,000 at most: with `next` there may be more, even where none was found.
        method List(bureau: ?string, side: ?string, state: ?string, open: ?bool, after: ?string, limit: ?int) -> (handoffs: []Handoff, next: ?string)

        # A hand-off whole. `data` are the values handed on, and `result` what was reported; both for the two bodies and the coordinator only. Reading sensitive values is told in the journal.
        method Get(number: string) -> (handoff: Handoff, data: object, attachments: []string, result: ?string, evidence: []string, events: []Event)

        # Hands a matter of a case on, by one of the hand-offs the bureau declares. `attachments` are hashes of files of the case, at most 20; `request` has at most 500 characters.
        method Send(case: string, kind: string, request: string, urgency: ?string, attachments: ?[]string) -> (handoff: Handoff)

        # The printed slip was handed over; from now the receiver's time runs.
        method Deliver(number: string) -> (handoff: Handoff)

        # The receiver takes it in hand (签收), perhaps in a case of its own; both cases are linked then.
        method Take(number: string, case: ?string) -> (handoff: Handoff)

        # The receiver is not competent (退办) and says who is. Possible twice, within two working days; then the coordinator decides.
        method Bounce(number: string, competent: string, reason: string) -> (handoff: Handoff)

        # The sender sends on what was bounced. `zh` and `en` name a body the daemon does not know.
        method Redirect(number: string, to: string, zh: ?string, en: ?string) -> (handoff: Handoff)

        # The receiver reports the result (办结), with hashes of files that prove it.
        method Finish(number: string, result: string, evidence: ?[]string, case: ?string) -> (handoff: Handoff)

        # The sender is content with the result. Silence for three working days means the same.
        method Confirm(number: string) -> (handoff: Handoff)

        # The sender is not content: once the receiver does it again; the second time the coordinator decides.
        method Redo(number: string, reason: string) -> (handoff: Handoff)

        # The sender needs it no more.
        method Withdraw(number: string, reason: string) -> (handoff: Handoff)

        # The coordinator names the body that is to do it, which cannot send it back; without `to` the result there is stands.
        method Decide(number: string, to: ?string, zh: ?string, en: ?string, reason: string) -> (handoff: Handoff)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "List", "Get", "Send", "Deliver", "Take", "Bounce", "Redirect", "Finish", "Confirm", "Redo", "Withdraw",
                "Decide",
            ]
        )
    }

    /// One change. `what` is `sent`, `received`, `taken`, `bounced`, `redirected`, `referred`, `decided`, `done`, `redo`, `confirmed`, `accepted` or `withdrawn`; `to` the body that was named.
    public struct Event: Sendable, Hashable, JSONReadable, JSONWritable {
        public var what: String
        public var by: String
        public var at: String
        public var text: String?
        public var to: String?

        public init(what: String, by: String, at: String, text: String? = nil, to: String? = nil) {
            self.what = what
            self.by = by
            self.at = at
            self.text = text
            self.to = to
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var what: String?
            var by: String?
            var at: String?
            var text: String?
            var to: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("what") {
                    try reader.readMember(into: &what)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("text") {
                    try reader.readNullableMember(into: &text)
                } else if reader.isMember("to") {
                    try reader.readNullableMember(into: &to)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.what = try reader.required(what, "what")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
            self.text = text
            self.to = to
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("what", self.what)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.member("text", ifPresent: self.text)
            writer.member("to", ifPresent: self.to)
            writer.endObject()
        }
    }

    /// `state` is SENT (a slip to be handed over), RECEIVED, TAKEN, BOUNCED, REFERRED (to the coordinator), DONE, REDO, CONFIRMED or WITHDRAWN. `urgency` is NORMAL, URGENT or LIFE. `due` (RFC 3339) is when the limit of the present step ends; `provisional` says that the official calendar is not out. `breaches` names the steps whose limits passed: `deliver`, `take`, `finish`, `redirect`, `decide`. `receiverCase` is the case in which the receiver works on it.
    public struct Handoff: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var kind: String
        public var zh: String
        public var en: String
        public var bureau: String
        public var `case`: String
        public var to: String
        public var toZh: String
        public var toEn: String
        public var slip: Bool
        public var request: String
        public var urgency: String
        public var state: String
        public var stateZh: String
        public var stateEn: String
        public var due: String?
        public var provisional: Bool
        public var bounces: Int
        public var redos: Int
        public var binding: Bool
        public var receiverCase: String?
        public var breaches: [String]

        public init(
            number: String,
            kind: String,
            zh: String,
            en: String,
            bureau: String,
            `case`: String,
            to: String,
            toZh: String,
            toEn: String,
            slip: Bool,
            request: String,
            urgency: String,
            state: String,
            stateZh: String,
            stateEn: String,
            due: String? = nil,
            provisional: Bool,
            bounces: Int,
            redos: Int,
            binding: Bool,
            receiverCase: String? = nil,
            breaches: [String]
        ) {
            self.number = number
            self.kind = kind
            self.zh = zh
            self.en = en
            self.bureau = bureau
            self.`case` = `case`
            self.to = to
            self.toZh = toZh
            self.toEn = toEn
            self.slip = slip
            self.request = request
            self.urgency = urgency
            self.state = state
            self.stateZh = stateZh
            self.stateEn = stateEn
            self.due = due
            self.provisional = provisional
            self.bounces = bounces
            self.redos = redos
            self.binding = binding
            self.receiverCase = receiverCase
            self.breaches = breaches
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var kind: String?
            var zh: String?
            var en: String?
            var bureau: String?
            var `case`: String?
            var to: String?
            var toZh: String?
            var toEn: String?
            var slip: Bool?
            var request: String?
            var urgency: String?
            var state: String?
            var stateZh: String?
            var stateEn: String?
            var due: String?
            var provisional: Bool?
            var bounces: Int?
            var redos: Int?
            var binding: Bool?
            var receiverCase: String?
            var breaches: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("case") {
                    try reader.readMember(into: &`case`)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("toZh") {
                    try reader.readMember(into: &toZh)
                } else if reader.isMember("toEn") {
                    try reader.readMember(into: &toEn)
                } else if reader.isMember("slip") {
                    try reader.readMember(into: &slip)
                } else if reader.isMember("request") {
                    try reader.readMember(into: &request)
                } else if reader.isMember("urgency") {
                    try reader.readMember(into: &urgency)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("stateZh") {
                    try reader.readMember(into: &stateZh)
                } else if reader.isMember("stateEn") {
                    try reader.readMember(into: &stateEn)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else if reader.isMember("bounces") {
                    try reader.readMember(into: &bounces)
                } else if reader.isMember("redos") {
                    try reader.readMember(into: &redos)
                } else if reader.isMember("binding") {
                    try reader.readMember(into: &binding)
                } else if reader.isMember("receiverCase") {
                    try reader.readNullableMember(into: &receiverCase)
                } else if reader.isMember("breaches") {
                    try reader.readMember(into: &breaches)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.kind = try reader.required(kind, "kind")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.bureau = try reader.required(bureau, "bureau")
            self.`case` = try reader.required(`case`, "case")
            self.to = try reader.required(to, "to")
            self.toZh = try reader.required(toZh, "toZh")
            self.toEn = try reader.required(toEn, "toEn")
            self.slip = try reader.required(slip, "slip")
            self.request = try reader.required(request, "request")
            self.urgency = try reader.required(urgency, "urgency")
            self.state = try reader.required(state, "state")
            self.stateZh = try reader.required(stateZh, "stateZh")
            self.stateEn = try reader.required(stateEn, "stateEn")
            self.due = due
            self.provisional = try reader.required(provisional, "provisional")
            self.bounces = try reader.required(bounces, "bounces")
            self.redos = try reader.required(redos, "redos")
            self.binding = try reader.required(binding, "binding")
            self.receiverCase = receiverCase
            self.breaches = try reader.required(breaches, "breaches")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("kind", self.kind)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("bureau", self.bureau)
            writer.member("case", self.`case`)
            writer.member("to", self.to)
            writer.member("toZh", self.toZh)
            writer.member("toEn", self.toEn)
            writer.member("slip", self.slip)
            writer.member("request", self.request)
            writer.member("urgency", self.urgency)
            writer.member("state", self.state)
            writer.member("stateZh", self.stateZh)
            writer.member("stateEn", self.stateEn)
            writer.member("due", ifPresent: self.due)
            writer.member("provisional", self.provisional)
            writer.member("bounces", self.bounces)
            writer.member("redos", self.redos)
            writer.member("binding", self.binding)
            writer.member("receiverCase", ifPresent: self.receiverCase)
            writer.member("breaches", self.breaches)
            writer.endObject()
        }
    }

    /// Those one has to do with: of bureaus whose staff one is, as sender or receiver; all of them for the coordinator and auditors. Without `request` and what was handed on for others. `state` and `open` choose further; at most `limit` (1 to 1000; 100 unless given) after a number. One call looks at 10,000 at most: with `next` there may be more, even where none was found.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?
            public var side: String?
            public var state: String?
            public var open: Bool?
            public var after: String?
            public var limit: Int?

            public init(
                bureau: String? = nil,
                side: String? = nil,
                state: String? = nil,
                open: Bool? = nil,
                after: String? = nil,
                limit: Int? = nil
            ) {
                self.bureau = bureau
                self.side = side
                self.state = state
                self.open = open
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var side: String?
                var state: String?
                var open: Bool?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("side") {
                        try reader.readNullableMember(into: &side)
                    } else if reader.isMember("state") {
                        try reader.readNullableMember(into: &state)
                    } else if reader.isMember("open") {
                        try reader.readNullableMember(into: &open)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
                self.side = side
                self.state = state
                self.open = open
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("side", ifPresent: self.side)
                writer.member("state", ifPresent: self.state)
                writer.member("open", ifPresent: self.open)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoffs: [Handoff]
            public var next: String?

            public init(handoffs: [Handoff], next: String? = nil) {
                self.handoffs = handoffs
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoffs: [Handoff]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoffs") {
                        try reader.readMember(into: &handoffs)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoffs = try reader.required(handoffs, "handoffs")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoffs", self.handoffs)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// A hand-off whole. `data` are the values handed on, and `result` what was reported; both for the two bodies and the coordinator only. Reading sensitive values is told in the journal.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Get"

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
            public var handoff: Handoff
            public var data: RawJSON
            public var attachments: [String]
            public var result: String?
            public var evidence: [String]
            public var events: [Event]

            public init(
                handoff: Handoff,
                data: RawJSON,
                attachments: [String],
                result: String? = nil,
                evidence: [String],
                events: [Event]
            ) {
                self.handoff = handoff
                self.data = data
                self.attachments = attachments
                self.result = result
                self.evidence = evidence
                self.events = events
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                var data: RawJSON?
                var attachments: [String]?
                var result: String?
                var evidence: [String]?
                var events: [Event]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else if reader.isMember("data") {
                        try reader.readMember(into: &data)
                    } else if reader.isMember("attachments") {
                        try reader.readMember(into: &attachments)
                    } else if reader.isMember("result") {
                        try reader.readNullableMember(into: &result)
                    } else if reader.isMember("evidence") {
                        try reader.readMember(into: &evidence)
                    } else if reader.isMember("events") {
                        try reader.readMember(into: &events)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
                self.data = try reader.required(data, "data")
                self.attachments = try reader.required(attachments, "attachments")
                self.result = result
                self.evidence = try reader.required(evidence, "evidence")
                self.events = try reader.required(events, "events")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.member("data", self.data)
                writer.member("attachments", self.attachments)
                writer.member("result", ifPresent: self.result)
                writer.member("evidence", self.evidence)
                writer.member("events", self.events)
                writer.endObject()
            }
        }
    }

    /// Hands a matter of a case on, by one of the hand-offs the bureau declares. `attachments` are hashes of files of the case, at most 20; `request` has at most 500 characters.
    public enum Send: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Send"

        /// The input parameters of ``Send``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String
            public var kind: String
            public var request: String
            public var urgency: String?
            public var attachments: [String]?

            public init(
                `case`: String,
                kind: String,
                request: String,
                urgency: String? = nil,
                attachments: [String]? = nil
            ) {
                self.`case` = `case`
                self.kind = kind
                self.request = request
                self.urgency = urgency
                self.attachments = attachments
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                var kind: String?
                var request: String?
                var urgency: String?
                var attachments: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else if reader.isMember("kind") {
                        try reader.readMember(into: &kind)
                    } else if reader.isMember("request") {
                        try reader.readMember(into: &request)
                    } else if reader.isMember("urgency") {
                        try reader.readNullableMember(into: &urgency)
                    } else if reader.isMember("attachments") {
                        try reader.readNullableMember(into: &attachments)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
                self.kind = try reader.required(kind, "kind")
                self.request = try reader.required(request, "request")
                self.urgency = urgency
                self.attachments = attachments
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.member("kind", self.kind)
                writer.member("request", self.request)
                writer.member("urgency", ifPresent: self.urgency)
                writer.member("attachments", ifPresent: self.attachments)
                writer.endObject()
            }
        }

        /// The output parameters of ``Send``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The printed slip was handed over; from now the receiver's time runs.
    public enum Deliver: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Deliver"

        /// The input parameters of ``Deliver``.
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

        /// The output parameters of ``Deliver``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The receiver takes it in hand (签收), perhaps in a case of its own; both cases are linked then.
    public enum Take: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Take"

        /// The input parameters of ``Take``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var `case`: String?

            public init(number: String, `case`: String? = nil) {
                self.number = number
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var `case`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.`case` = `case`
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("case", ifPresent: self.`case`)
                writer.endObject()
            }
        }

        /// The output parameters of ``Take``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The receiver is not competent (退办) and says who is. Possible twice, within two working days; then the coordinator decides.
    public enum Bounce: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Bounce"

        /// The input parameters of ``Bounce``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var competent: String
            public var reason: String

            public init(number: String, competent: String, reason: String) {
                self.number = number
                self.competent = competent
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var competent: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("competent") {
                        try reader.readMember(into: &competent)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.competent = try reader.required(competent, "competent")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("competent", self.competent)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Bounce``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The sender sends on what was bounced. `zh` and `en` name a body the daemon does not know.
    public enum Redirect: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Redirect"

        /// The input parameters of ``Redirect``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var to: String
            public var zh: String?
            public var en: String?

            public init(number: String, to: String, zh: String? = nil, en: String? = nil) {
                self.number = number
                self.to = to
                self.zh = zh
                self.en = en
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var to: String?
                var zh: String?
                var en: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("zh") {
                        try reader.readNullableMember(into: &zh)
                    } else if reader.isMember("en") {
                        try reader.readNullableMember(into: &en)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.to = try reader.required(to, "to")
                self.zh = zh
                self.en = en
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("to", self.to)
                writer.member("zh", ifPresent: self.zh)
                writer.member("en", ifPresent: self.en)
                writer.endObject()
            }
        }

        /// The output parameters of ``Redirect``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The receiver reports the result (办结), with hashes of files that prove it.
    public enum Finish: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Finish"

        /// The input parameters of ``Finish``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var result: String
            public var evidence: [String]?
            public var `case`: String?

            public init(number: String, result: String, evidence: [String]? = nil, `case`: String? = nil) {
                self.number = number
                self.result = result
                self.evidence = evidence
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var result: String?
                var evidence: [String]?
                var `case`: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("result") {
                        try reader.readMember(into: &result)
                    } else if reader.isMember("evidence") {
                        try reader.readNullableMember(into: &evidence)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.result = try reader.required(result, "result")
                self.evidence = evidence
                self.`case` = `case`
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("result", self.result)
                writer.member("evidence", ifPresent: self.evidence)
                writer.member("case", ifPresent: self.`case`)
                writer.endObject()
            }
        }

        /// The output parameters of ``Finish``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The sender is content with the result. Silence for three working days means the same.
    public enum Confirm: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Confirm"

        /// The input parameters of ``Confirm``.
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

        /// The output parameters of ``Confirm``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The sender is not content: once the receiver does it again; the second time the coordinator decides.
    public enum Redo: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Redo"

        /// The input parameters of ``Redo``.
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

        /// The output parameters of ``Redo``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The sender needs it no more.
    public enum Withdraw: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Withdraw"

        /// The input parameters of ``Withdraw``.
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

        /// The output parameters of ``Withdraw``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }

    /// The coordinator names the body that is to do it, which cannot send it back; without `to` the result there is stands.
    public enum Decide: VarlinkMethod {
        public static let name = "org.tongban.Handoffs.Decide"

        /// The input parameters of ``Decide``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var to: String?
            public var zh: String?
            public var en: String?
            public var reason: String

            public init(number: String, to: String? = nil, zh: String? = nil, en: String? = nil, reason: String) {
                self.number = number
                self.to = to
                self.zh = zh
                self.en = en
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var to: String?
                var zh: String?
                var en: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("to") {
                        try reader.readNullableMember(into: &to)
                    } else if reader.isMember("zh") {
                        try reader.readNullableMember(into: &zh)
                    } else if reader.isMember("en") {
                        try reader.readNullableMember(into: &en)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.to = to
                self.zh = zh
                self.en = en
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("to", ifPresent: self.to)
                writer.member("zh", ifPresent: self.zh)
                writer.member("en", ifPresent: self.en)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Decide``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var handoff: Handoff

            public init(handoff: Handoff) {
                self.handoff = handoff
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var handoff: Handoff?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("handoff") {
                        try reader.readMember(into: &handoff)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.handoff = try reader.required(handoff, "handoff")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("handoff", self.handoff)
                writer.endObject()
            }
        }
    }
}
