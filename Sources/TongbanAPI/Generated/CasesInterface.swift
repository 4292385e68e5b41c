// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Cases.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Cases: opened, acted on and closed by people and by the system.
public enum CasesInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Cases"

    /// The text of the definition.
    public static let description = #"""
        # Cases: opened, acted on and closed by people and by the system.
        interface org.tongban.Cases

        type Deadline (
          id: string,
          zh: string,
          en: string,
          limit: string,
          started: string,
          due: ?string,
          dueDay: ?string,
          provisional: bool,
          state: (running, paused, met, breached, ended),
          source: ?string,
          workingDaysLeft: ?int
        )

        # A case without its values. `state` lists the active atomic states, joined by `+`.
        type Summary (
          number: string,
          bureau: string,
          item: string,
          declaration: int,
          revision: int,
          state: string,
          zh: string,
          en: string,
          open: bool,
          subject: ?string,
          area: ?string,
          parent: ?string,
          opened: string,
          updated: string,
          closed: ?string,
          due: ?string
        )

        # `data` holds the values as the caller may see them: fields of class P and S masked unless he handles the case, and
        # corrections in force laid over them; `original` then holds the values as they were at closing. `links` holds the numbers
        # of `linked`, and `handoffs` those of the open hand-offs for which the case waits. `closedIn` is the state the case closed in, whatever its state is now.
        type Case (
          summary: Summary,
          states: []string,
          data: object,
          deadlines: []Deadline,
          actions: []Action,
          links: []string,
          suspensions: []SuspendedTime,
          marks: []string,
          handoffs: []string,
          cards: []Card,
          linked: []LinkedCase,
          merge: ?MergedCase,
          rework: ?ReworkedCase,
          ratings: []RatedHandling,
          amendments: []Amendment,
          attachments: []AttachedFile,
          closedIn: ?string,
          original: ?object
        )

        # A time in which a case was suspended: its clocks stood and its tasks waited. It lasts while `until` is missing.
        type SuspendedTime (
          reason: string,
          zh: string,
          en: string,
          note: ?string,
          since: string,
          by: string,
          until: ?string,
          resumedBy: ?string
        )

        # A warning given (yellow) or a moment passed (red) of one deadline, whatever became of the whole case; it stays for good.
        # `run` counts the runs of the same deadline from 1; `lateMs` says by how much it was given late, in milliseconds.
        type Card (
          deadline: string,
          zh: string,
          en: string,
          color: (yellow, red),
          at: string,
          run: int,
          lateMs: int
        )

        # A stretch of a deadline's time and the rule by which it was counted or not. `amount` is in days or milliseconds, as the
        # account says.
        type Interval (
          from: string,
          to: string,
          counted: bool,
          amount: int,
          zh: string,
          en: string
        )

        # That somebody put another limit in the place of the one that ran.
        type LimitChange (
          from: string,
          to: string,
          at: string,
          actor: string,
          reason: string
        )

        # The account of one run of a deadline. The counted intervals up to `due` add up to `budget`; `used` says how much of it was
        # used by now, or by `ended`.
        type Account (
          deadline: string,
          run: int,
          zh: string,
          en: string,
          source: ?string,
          limit: string,
          extensions: []string,
          changes: []LimitChange,
          unit: (days, milliseconds),
          budget: int,
          used: int,
          start: string,
          runningSince: ?string,
          ended: ?string,
          due: ?string,
          provisional: bool,
          state: (running, paused, met, breached, ended),
          intervals: []Interval
        )

        # Another case this one has to do with. Kinds: parent, child, duplicateOf, duplicate, mergedInto, merges, appealOf, appeal,
        # reworkOf, rework, related.
        type LinkedCase (
          kind: string,
          number: string
        )

        # That a case is handled together with a main one. `answer` was written for this case alone; `zh` and `en` are the answer as
        # it was given, and `outcome` the main case's, once it has closed.
        type MergedCase (
          main: string,
          at: string,
          by: string,
          answer: ?string,
          outcome: ?string,
          zh: ?string,
          en: ?string
        )

        # The badly rated case that this one does anew.
        type ReworkedCase (
          of: string,
          grade: int,
          callBackBy: []string
        )

        # `grade` is 5 (very satisfied) to 1 (very dissatisfied), `source` applicant or callback; `rework` is the case that does the
        # matter anew.
        type RatedHandling (
          grade: int,
          zh: string,
          en: string,
          source: string,
          at: string,
          commented: bool,
          rework: ?string
        )

        # A correction of a closed case. `approved` is missing while nobody has decided.
        type Amendment (
          id: int,
          before: object,
          after: object,
          reason: string,
          evidence: []string,
          by: string,
          at: string,
          approved: ?bool,
          decidedBy: ?string,
          decidedAt: ?string,
          decisionReason: ?string
        )

        # `hash` is SHA-256, `class` -, P or S; `hash` and `name` are *** when the caller may not read the file.
        type AttachedFile (
          hash: string,
          name: string,
          type: string,
          size: int,
          class: string,
          by: string,
          at: string
        )

        # An action that is possible now. `allowed` says whether this caller may take it, and if not, why.
        type Action (
          id: string,
          zh: string,
          en: string,
          roles: []string,
          allowed: bool,
          reason: ?string,
          reasonZh: ?string,
          reasonEn: ?string,
          fields: []object
        )

        type Event (
          seq: int,
          at: string,
          kind: string,
          actor: ?string,
          data: object
        )

        # A stretch of a case's time of one holder in one state; the end is not included. `holder` is `bureau:ID`, `applicant`,
        # `body:NAME`, `pause:REASON`, or `closed` between a closing and the case's being taken up again. `state` is `CONTACT` before
        # the opening.
        type Span (
          from: string,
          to: string,
          holder: string,
          zh: string,
          en: string,
          state: string,
          ms: int
        )

        # How long one holder held a case. A day belongs to who holds the case at its end, so that the days of all add up.
        type HolderSum (
          holder: string,
          zh: string,
          en: string,
          ms: int,
          calendarDays: int,
          workingDays: int,
          officeMinutes: int,
          spans: int
        )

        # Opens a case. `key` makes a repeated call answer the same number. `contacted` is when the matter was first brought to a
        # bureau; its time from then on is that of the bureau whose person opens the case.
        method Open(bureau: string, item: string, data: ?object, area: ?string, subject: ?string, key: ?string, contacted: ?string) -> (number: string, case: Case)

        # With `at`, the case as it was shown at that moment: fields of class S are ***, and nothing can be done in the past. Who may
        # see what is decided by the rules of today.
        method Get(number: string, at: ?string) -> (case: Case)

        # One page of at most `limit` (100 unless given, 1000 at most); `next` is the `after` of the following page. With `at`, the
        # cases as they were at that moment; then a page may hold fewer cases and still have a next one.
        method List(bureau: ?string, item: ?string, state: ?string, open: ?bool, area: ?string, subject: ?string, after: ?string, limit: ?int, at: ?string) -> (cases: []Summary, next: ?string)

        # Takes an action. `revision`, when given, must be the current one.
        method Act(number: string, action: string, data: ?object, revision: ?int) -> (case: Case)

        # Why deadlines are due when they are: each by every counted, skipped and paused interval; of one deadline, or of all.
        method Why(number: string, deadline: ?string) -> (now: string, accounts: []Account)

        # Puts another limit in the place of a running deadline's; what was used stays used. The operator and a head may do it.
        method ChangeLimit(number: string, deadline: string, limit: string, reason: string, revision: ?int) -> (case: Case)

        # Where the time of a case went, from the first contact to the closing, or of an open case to now. The spans follow one
        # another without a gap, and add up to `totalMs`. `handling` is the time of the bureau the case belongs to, `returns` how
        # often it was given back to the applicant.
        method Time(number: string) -> (contacted: string, opened: string, closed: ?string, until: string, totalMs: int, spans: []Span, sums: []HolderSum, handling: HolderSum, returns: int)

        # What happened to a case, with `until` up to that moment.
        method History(number: string, after: ?int, limit: ?int, until: ?string) -> (events: []Event, next: ?int)

        # Links two cases as related, or takes that link away; it stands in both.
        method Link(number: string, other: string, revision: ?int) -> (case: Case)

        method Unlink(number: string, other: string, revision: ?int) -> (case: Case)

        # Merges cases into `number`; 500 at most in one call.
        method Merge(number: string, others: []string, revision: ?int) -> (case: Case)

        # Takes a case out of its main one; it goes on where it stood.
        method Unmerge(number: string, revision: ?int) -> (case: Case)

        # Writes the answer that one merged case gets instead of the main case's.
        method Answer(number: string, text: string, revision: ?int) -> (case: Case)

        # Asks for a correction of a closed case; `null` removes a value, `evidence` holds hashes of attachments of the case.
        method Amend(number: string, values: object, reason: string, evidence: ?[]string, revision: ?int) -> (id: int, case: Case)

        # Decides a correction; not by who asked for it.
        method DecideAmendment(number: string, id: int, approve: bool, reason: ?string, revision: ?int) -> (case: Case)

        error NoSuchCase (number: string)

        # Another change came first; `revision` is the present one.
        error Conflict (number: string, revision: int)

        # Every fault of the values at once.
        error InvalidForm (faults: []Fault)

        type Fault (
          field: string,
          code: string,
          zh: string,
          en: string
        )

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "Open", "Get", "List", "Act", "Why", "ChangeLimit", "Time", "History", "Link", "Unlink", "Merge",
                "Unmerge", "Answer", "Amend", "DecideAmendment",
            ]
        )
    }

    public struct Deadline: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case running
            case paused
            case met
            case breached
            case ended
        }

        public var id: String
        public var zh: String
        public var en: String
        public var limit: String
        public var started: String
        public var due: String?
        public var dueDay: String?
        public var provisional: Bool
        public var state: State
        public var source: String?
        public var workingDaysLeft: Int?

        public init(
            id: String,
            zh: String,
            en: String,
            limit: String,
            started: String,
            due: String? = nil,
            dueDay: String? = nil,
            provisional: Bool,
            state: State,
            source: String? = nil,
            workingDaysLeft: Int? = nil
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.limit = limit
            self.started = started
            self.due = due
            self.dueDay = dueDay
            self.provisional = provisional
            self.state = state
            self.source = source
            self.workingDaysLeft = workingDaysLeft
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var limit: String?
            var started: String?
            var due: String?
            var dueDay: String?
            var provisional: Bool?
            var state: State?
            var source: String?
            var workingDaysLeft: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("limit") {
                    try reader.readMember(into: &limit)
                } else if reader.isMember("started") {
                    try reader.readMember(into: &started)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else if reader.isMember("dueDay") {
                    try reader.readNullableMember(into: &dueDay)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("source") {
                    try reader.readNullableMember(into: &source)
                } else if reader.isMember("workingDaysLeft") {
                    try reader.readNullableMember(into: &workingDaysLeft)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.limit = try reader.required(limit, "limit")
            self.started = try reader.required(started, "started")
            self.due = due
            self.dueDay = dueDay
            self.provisional = try reader.required(provisional, "provisional")
            self.state = try reader.required(state, "state")
            self.source = source
            self.workingDaysLeft = workingDaysLeft
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("limit", self.limit)
            writer.member("started", self.started)
            writer.member("due", ifPresent: self.due)
            writer.member("dueDay", ifPresent: self.dueDay)
            writer.member("provisional", self.provisional)
            writer.member("state", self.state)
            writer.member("source", ifPresent: self.source)
            writer.member("workingDaysLeft", ifPresent: self.workingDaysLeft)
            writer.endObject()
        }
    }

    /// A case without its values. `state` lists the active atomic states, joined by `+`.
    public struct Summary: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var bureau: String
        public var item: String
        public var declaration: Int
        public var revision: Int
        public var state: String
        public var zh: String
        public var en: String
        public var open: Bool
        public var subject: String?
        public var area: String?
        public var parent: String?
        public var opened: String
        public var updated: String
        public var closed: String?
        public var due: String?

        public init(
            number: String,
            bureau: String,
            item: String,
            declaration: Int,
            revision: Int,
            state: String,
            zh: String,
            en: String,
            open: Bool,
            subject: String? = nil,
            area: String? = nil,
            parent: String? = nil,
            opened: String,
            updated: String,
            closed: String? = nil,
            due: String? = nil
        ) {
            self.number = number
            self.bureau = bureau
            self.item = item
            self.declaration = declaration
            self.revision = revision
            self.state = state
            self.zh = zh
            self.en = en
            self.open = open
            self.subject = subject
            self.area = area
            self.parent = parent
            self.opened = opened
            self.updated = updated
            self.closed = closed
            self.due = due
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var bureau: String?
            var item: String?
            var declaration: Int?
            var revision: Int?
            var state: String?
            var zh: String?
            var en: String?
            var open: Bool?
            var subject: String?
            var area: String?
            var parent: String?
            var opened: String?
            var updated: String?
            var closed: String?
            var due: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("item") {
                    try reader.readMember(into: &item)
                } else if reader.isMember("declaration") {
                    try reader.readMember(into: &declaration)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("open") {
                    try reader.readMember(into: &open)
                } else if reader.isMember("subject") {
                    try reader.readNullableMember(into: &subject)
                } else if reader.isMember("area") {
                    try reader.readNullableMember(into: &area)
                } else if reader.isMember("parent") {
                    try reader.readNullableMember(into: &parent)
                } else if reader.isMember("opened") {
                    try reader.readMember(into: &opened)
                } else if reader.isMember("updated") {
                    try reader.readMember(into: &updated)
                } else if reader.isMember("closed") {
                    try reader.readNullableMember(into: &closed)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.bureau = try reader.required(bureau, "bureau")
            self.item = try reader.required(item, "item")
            self.declaration = try reader.required(declaration, "declaration")
            self.revision = try reader.required(revision, "revision")
            self.state = try reader.required(state, "state")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.open = try reader.required(open, "open")
            self.subject = subject
            self.area = area
            self.parent = parent
            self.opened = try reader.required(opened, "opened")
            self.updated = try reader.required(updated, "updated")
            self.closed = closed
            self.due = due
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("bureau", self.bureau)
            writer.member("item", self.item)
            writer.member("declaration", self.declaration)
            writer.member("revision", self.revision)
            writer.member("state", self.state)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("open", self.open)
            writer.member("subject", ifPresent: self.subject)
            writer.member("area", ifPresent: self.area)
            writer.member("parent", ifPresent: self.parent)
            writer.member("opened", self.opened)
            writer.member("updated", self.updated)
            writer.member("closed", ifPresent: self.closed)
            writer.member("due", ifPresent: self.due)
            writer.endObject()
        }
    }

    /// `data` holds the values as the caller may see them: fields of class P and S masked unless he handles the case, and
    /// corrections in force laid over them; `original` then holds the values as they were at closing. `links` holds the numbers
    /// of `linked`, and `handoffs` those of the open hand-offs for which the case waits. `closedIn` is the state the case closed in, whatever its state is now.
    public struct Case: Sendable, Hashable, JSONReadable, JSONWritable {
        public var summary: Summary
        public var states: [String]
        public var data: RawJSON
        public var deadlines: [Deadline]
        public var actions: [Action]
        public var links: [String]
        public var suspensions: [SuspendedTime]
        public var marks: [String]
        public var handoffs: [String]
        public var cards: [Card]
        public var linked: [LinkedCase]
        public var merge: MergedCase?
        public var rework: ReworkedCase?
        public var ratings: [RatedHandling]
        public var amendments: [Amendment]
        public var attachments: [AttachedFile]
        public var closedIn: String?
        public var original: RawJSON?

        public init(
            summary: Summary,
            states: [String],
            data: RawJSON,
            deadlines: [Deadline],
            actions: [Action],
            links: [String],
            suspensions: [SuspendedTime],
            marks: [String],
            handoffs: [String],
            cards: [Card],
            linked: [LinkedCase],
            merge: MergedCase? = nil,
            rework: ReworkedCase? = nil,
            ratings: [RatedHandling],
            amendments: [Amendment],
            attachments: [AttachedFile],
            closedIn: String? = nil,
            original: RawJSON? = nil
        ) {
            self.summary = summary
            self.states = states
            self.data = data
            self.deadlines = deadlines
            self.actions = actions
            self.links = links
            self.suspensions = suspensions
            self.marks = marks
            self.handoffs = handoffs
            self.cards = cards
            self.linked = linked
            self.merge = merge
            self.rework = rework
            self.ratings = ratings
            self.amendments = amendments
            self.attachments = attachments
            self.closedIn = closedIn
            self.original = original
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var summary: Summary?
            var states: [String]?
            var data: RawJSON?
            var deadlines: [Deadline]?
            var actions: [Action]?
            var links: [String]?
            var suspensions: [SuspendedTime]?
            var marks: [String]?
            var handoffs: [String]?
            var cards: [Card]?
            var linked: [LinkedCase]?
            var merge: MergedCase?
            var rework: ReworkedCase?
            var ratings: [RatedHandling]?
            var amendments: [Amendment]?
            var attachments: [AttachedFile]?
            var closedIn: String?
            var original: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("summary") {
                    try reader.readMember(into: &summary)
                } else if reader.isMember("states") {
                    try reader.readMember(into: &states)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else if reader.isMember("deadlines") {
                    try reader.readMember(into: &deadlines)
                } else if reader.isMember("actions") {
                    try reader.readMember(into: &actions)
                } else if reader.isMember("links") {
                    try reader.readMember(into: &links)
                } else if reader.isMember("suspensions") {
                    try reader.readMember(into: &suspensions)
                } else if reader.isMember("marks") {
                    try reader.readMember(into: &marks)
                } else if reader.isMember("handoffs") {
                    try reader.readMember(into: &handoffs)
                } else if reader.isMember("cards") {
                    try reader.readMember(into: &cards)
                } else if reader.isMember("linked") {
                    try reader.readMember(into: &linked)
                } else if reader.isMember("merge") {
                    try reader.readNullableMember(into: &merge)
                } else if reader.isMember("rework") {
                    try reader.readNullableMember(into: &rework)
                } else if reader.isMember("ratings") {
                    try reader.readMember(into: &ratings)
                } else if reader.isMember("amendments") {
                    try reader.readMember(into: &amendments)
                } else if reader.isMember("attachments") {
                    try reader.readMember(into: &attachments)
                } else if reader.isMember("closedIn") {
                    try reader.readNullableMember(into: &closedIn)
                } else if reader.isMember("original") {
                    try reader.readNullableMember(into: &original)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.summary = try reader.required(summary, "summary")
            self.states = try reader.required(states, "states")
            self.data = try reader.required(data, "data")
            self.deadlines = try reader.required(deadlines, "deadlines")
            self.actions = try reader.required(actions, "actions")
            self.links = try reader.required(links, "links")
            self.suspensions = try reader.required(suspensions, "suspensions")
            self.marks = try reader.required(marks, "marks")
            self.handoffs = try reader.required(handoffs, "handoffs")
            self.cards = try reader.required(cards, "cards")
            self.linked = try reader.required(linked, "linked")
            self.merge = merge
            self.rework = rework
            self.ratings = try reader.required(ratings, "ratings")
            self.amendments = try reader.required(amendments, "amendments")
            self.attachments = try reader.required(attachments, "attachments")
            self.closedIn = closedIn
            self.original = original
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("summary", self.summary)
            writer.member("states", self.states)
            writer.member("data", self.data)
            writer.member("deadlines", self.deadlines)
            writer.member("actions", self.actions)
            writer.member("links", self.links)
            writer.member("suspensions", self.suspensions)
            writer.member("marks", self.marks)
            writer.member("handoffs", self.handoffs)
            writer.member("cards", self.cards)
            writer.member("linked", self.linked)
            writer.member("merge", ifPresent: self.merge)
            writer.member("rework", ifPresent: self.rework)
            writer.member("ratings", self.ratings)
            writer.member("amendments", self.amendments)
            writer.member("attachments", self.attachments)
            writer.member("closedIn", ifPresent: self.closedIn)
            writer.member("original", ifPresent: self.original)
            writer.endObject()
        }
    }

    /// A time in which a case was suspended: its clocks stood and its tasks waited. It lasts while `until` is missing.
    public struct SuspendedTime: Sendable, Hashable, JSONReadable, JSONWritable {
        public var reason: String
        public var zh: String
        public var en: String
        public var note: String?
        public var since: String
        public var by: String
        public var until: String?
        public var resumedBy: String?

        public init(
            reason: String,
            zh: String,
            en: String,
            note: String? = nil,
            since: String,
            by: String,
            until: String? = nil,
            resumedBy: String? = nil
        ) {
            self.reason = reason
            self.zh = zh
            self.en = en
            self.note = note
            self.since = since
            self.by = by
            self.until = until
            self.resumedBy = resumedBy
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var reason: String?
            var zh: String?
            var en: String?
            var note: String?
            var since: String?
            var by: String?
            var until: String?
            var resumedBy: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("note") {
                    try reader.readNullableMember(into: &note)
                } else if reader.isMember("since") {
                    try reader.readMember(into: &since)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("until") {
                    try reader.readNullableMember(into: &until)
                } else if reader.isMember("resumedBy") {
                    try reader.readNullableMember(into: &resumedBy)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.reason = try reader.required(reason, "reason")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.note = note
            self.since = try reader.required(since, "since")
            self.by = try reader.required(by, "by")
            self.until = until
            self.resumedBy = resumedBy
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("reason", self.reason)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("note", ifPresent: self.note)
            writer.member("since", self.since)
            writer.member("by", self.by)
            writer.member("until", ifPresent: self.until)
            writer.member("resumedBy", ifPresent: self.resumedBy)
            writer.endObject()
        }
    }

    /// A warning given (yellow) or a moment passed (red) of one deadline, whatever became of the whole case; it stays for good.
    /// `run` counts the runs of the same deadline from 1; `lateMs` says by how much it was given late, in milliseconds.
    public struct Card: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Color: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case yellow
            case red
        }

        public var deadline: String
        public var zh: String
        public var en: String
        public var color: Color
        public var at: String
        public var run: Int
        public var lateMs: Int

        public init(deadline: String, zh: String, en: String, color: Color, at: String, run: Int, lateMs: Int) {
            self.deadline = deadline
            self.zh = zh
            self.en = en
            self.color = color
            self.at = at
            self.run = run
            self.lateMs = lateMs
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var deadline: String?
            var zh: String?
            var en: String?
            var color: Color?
            var at: String?
            var run: Int?
            var lateMs: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("deadline") {
                    try reader.readMember(into: &deadline)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("color") {
                    try reader.readMember(into: &color)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("run") {
                    try reader.readMember(into: &run)
                } else if reader.isMember("lateMs") {
                    try reader.readMember(into: &lateMs)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.deadline = try reader.required(deadline, "deadline")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.color = try reader.required(color, "color")
            self.at = try reader.required(at, "at")
            self.run = try reader.required(run, "run")
            self.lateMs = try reader.required(lateMs, "lateMs")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("deadline", self.deadline)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("color", self.color)
            writer.member("at", self.at)
            writer.member("run", self.run)
            writer.member("lateMs", self.lateMs)
            writer.endObject()
        }
    }

    /// A stretch of a deadline's time and the rule by which it was counted or not. `amount` is in days or milliseconds, as the
    /// account says.
    public struct Interval: Sendable, Hashable, JSONReadable, JSONWritable {
        public var from: String
        public var to: String
        public var counted: Bool
        public var amount: Int
        public var zh: String
        public var en: String

        public init(from: String, to: String, counted: Bool, amount: Int, zh: String, en: String) {
            self.from = from
            self.to = to
            self.counted = counted
            self.amount = amount
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var from: String?
            var to: String?
            var counted: Bool?
            var amount: Int?
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
                } else if reader.isMember("amount") {
                    try reader.readMember(into: &amount)
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
            self.amount = try reader.required(amount, "amount")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("counted", self.counted)
            writer.member("amount", self.amount)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// That somebody put another limit in the place of the one that ran.
    public struct LimitChange: Sendable, Hashable, JSONReadable, JSONWritable {
        public var from: String
        public var to: String
        public var at: String
        public var actor: String
        public var reason: String

        public init(from: String, to: String, at: String, actor: String, reason: String) {
            self.from = from
            self.to = to
            self.at = at
            self.actor = actor
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var from: String?
            var to: String?
            var at: String?
            var actor: String?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("actor") {
                    try reader.readMember(into: &actor)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.at = try reader.required(at, "at")
            self.actor = try reader.required(actor, "actor")
            self.reason = try reader.required(reason, "reason")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("at", self.at)
            writer.member("actor", self.actor)
            writer.member("reason", self.reason)
            writer.endObject()
        }
    }

    /// The account of one run of a deadline. The counted intervals up to `due` add up to `budget`; `used` says how much of it was
    /// used by now, or by `ended`.
    public struct Account: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Unit: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case days
            case milliseconds
        }

        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case running
            case paused
            case met
            case breached
            case ended
        }

        public var deadline: String
        public var run: Int
        public var zh: String
        public var en: String
        public var source: String?
        public var limit: String
        public var extensions: [String]
        public var changes: [LimitChange]
        public var unit: Unit
        public var budget: Int
        public var used: Int
        public var start: String
        public var runningSince: String?
        public var ended: String?
        public var due: String?
        public var provisional: Bool
        public var state: State
        public var intervals: [Interval]

        public init(
            deadline: String,
            run: Int,
            zh: String,
            en: String,
            source: String? = nil,
            limit: String,
            extensions: [String],
            changes: [LimitChange],
            unit: Unit,
            budget: Int,
            used: Int,
            start: String,
            runningSince: String? = nil,
            ended: String? = nil,
            due: String? = nil,
            provisional: Bool,
            state: State,
            intervals: [Interval]
        ) {
            self.deadline = deadline
            self.run = run
            self.zh = zh
            self.en = en
            self.source = source
            self.limit = limit
            self.extensions = extensions
            self.changes = changes
            self.unit = unit
            self.budget = budget
            self.used = used
            self.start = start
            self.runningSince = runningSince
            self.ended = ended
            self.due = due
            self.provisional = provisional
            self.state = state
            self.intervals = intervals
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var deadline: String?
            var run: Int?
            var zh: String?
            var en: String?
            var source: String?
            var limit: String?
            var extensions: [String]?
            var changes: [LimitChange]?
            var unit: Unit?
            var budget: Int?
            var used: Int?
            var start: String?
            var runningSince: String?
            var ended: String?
            var due: String?
            var provisional: Bool?
            var state: State?
            var intervals: [Interval]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("deadline") {
                    try reader.readMember(into: &deadline)
                } else if reader.isMember("run") {
                    try reader.readMember(into: &run)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("source") {
                    try reader.readNullableMember(into: &source)
                } else if reader.isMember("limit") {
                    try reader.readMember(into: &limit)
                } else if reader.isMember("extensions") {
                    try reader.readMember(into: &extensions)
                } else if reader.isMember("changes") {
                    try reader.readMember(into: &changes)
                } else if reader.isMember("unit") {
                    try reader.readMember(into: &unit)
                } else if reader.isMember("budget") {
                    try reader.readMember(into: &budget)
                } else if reader.isMember("used") {
                    try reader.readMember(into: &used)
                } else if reader.isMember("start") {
                    try reader.readMember(into: &start)
                } else if reader.isMember("runningSince") {
                    try reader.readNullableMember(into: &runningSince)
                } else if reader.isMember("ended") {
                    try reader.readNullableMember(into: &ended)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else if reader.isMember("provisional") {
                    try reader.readMember(into: &provisional)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("intervals") {
                    try reader.readMember(into: &intervals)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.deadline = try reader.required(deadline, "deadline")
            self.run = try reader.required(run, "run")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.source = source
            self.limit = try reader.required(limit, "limit")
            self.extensions = try reader.required(extensions, "extensions")
            self.changes = try reader.required(changes, "changes")
            self.unit = try reader.required(unit, "unit")
            self.budget = try reader.required(budget, "budget")
            self.used = try reader.required(used, "used")
            self.start = try reader.required(start, "start")
            self.runningSince = runningSince
            self.ended = ended
            self.due = due
            self.provisional = try reader.required(provisional, "provisional")
            self.state = try reader.required(state, "state")
            self.intervals = try reader.required(intervals, "intervals")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("deadline", self.deadline)
            writer.member("run", self.run)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("source", ifPresent: self.source)
            writer.member("limit", self.limit)
            writer.member("extensions", self.extensions)
            writer.member("changes", self.changes)
            writer.member("unit", self.unit)
            writer.member("budget", self.budget)
            writer.member("used", self.used)
            writer.member("start", self.start)
            writer.member("runningSince", ifPresent: self.runningSince)
            writer.member("ended", ifPresent: self.ended)
            writer.member("due", ifPresent: self.due)
            writer.member("provisional", self.provisional)
            writer.member("state", self.state)
            writer.member("intervals", self.intervals)
            writer.endObject()
        }
    }

    /// Another case this one has to do with. Kinds: parent, child, duplicateOf, duplicate, mergedInto, merges, appealOf, appeal,
    /// reworkOf, rework, related.
    public struct LinkedCase: Sendable, Hashable, JSONReadable, JSONWritable {
        public var kind: String
        public var number: String

        public init(kind: String, number: String) {
            self.kind = kind
            self.number = number
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var kind: String?
            var number: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.kind = try reader.required(kind, "kind")
            self.number = try reader.required(number, "number")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("kind", self.kind)
            writer.member("number", self.number)
            writer.endObject()
        }
    }

    /// That a case is handled together with a main one. `answer` was written for this case alone; `zh` and `en` are the answer as
    /// it was given, and `outcome` the main case's, once it has closed.
    public struct MergedCase: Sendable, Hashable, JSONReadable, JSONWritable {
        public var main: String
        public var at: String
        public var by: String
        public var answer: String?
        public var outcome: String?
        public var zh: String?
        public var en: String?

        public init(
            main: String,
            at: String,
            by: String,
            answer: String? = nil,
            outcome: String? = nil,
            zh: String? = nil,
            en: String? = nil
        ) {
            self.main = main
            self.at = at
            self.by = by
            self.answer = answer
            self.outcome = outcome
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var main: String?
            var at: String?
            var by: String?
            var answer: String?
            var outcome: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("main") {
                    try reader.readMember(into: &main)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("answer") {
                    try reader.readNullableMember(into: &answer)
                } else if reader.isMember("outcome") {
                    try reader.readNullableMember(into: &outcome)
                } else if reader.isMember("zh") {
                    try reader.readNullableMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readNullableMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.main = try reader.required(main, "main")
            self.at = try reader.required(at, "at")
            self.by = try reader.required(by, "by")
            self.answer = answer
            self.outcome = outcome
            self.zh = zh
            self.en = en
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("main", self.main)
            writer.member("at", self.at)
            writer.member("by", self.by)
            writer.member("answer", ifPresent: self.answer)
            writer.member("outcome", ifPresent: self.outcome)
            writer.member("zh", ifPresent: self.zh)
            writer.member("en", ifPresent: self.en)
            writer.endObject()
        }
    }

    /// The badly rated case that this one does anew.
    public struct ReworkedCase: Sendable, Hashable, JSONReadable, JSONWritable {
        public var of: String
        public var grade: Int
        public var callBackBy: [String]

        public init(of: String, grade: Int, callBackBy: [String]) {
            self.of = of
            self.grade = grade
            self.callBackBy = callBackBy
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var of: String?
            var grade: Int?
            var callBackBy: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("of") {
                    try reader.readMember(into: &of)
                } else if reader.isMember("grade") {
                    try reader.readMember(into: &grade)
                } else if reader.isMember("callBackBy") {
                    try reader.readMember(into: &callBackBy)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.of = try reader.required(of, "of")
            self.grade = try reader.required(grade, "grade")
            self.callBackBy = try reader.required(callBackBy, "callBackBy")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("of", self.of)
            writer.member("grade", self.grade)
            writer.member("callBackBy", self.callBackBy)
            writer.endObject()
        }
    }

    /// `grade` is 5 (very satisfied) to 1 (very dissatisfied), `source` applicant or callback; `rework` is the case that does the
    /// matter anew.
    public struct RatedHandling: Sendable, Hashable, JSONReadable, JSONWritable {
        public var grade: Int
        public var zh: String
        public var en: String
        public var source: String
        public var at: String
        public var commented: Bool
        public var rework: String?

        public init(
            grade: Int,
            zh: String,
            en: String,
            source: String,
            at: String,
            commented: Bool,
            rework: String? = nil
        ) {
            self.grade = grade
            self.zh = zh
            self.en = en
            self.source = source
            self.at = at
            self.commented = commented
            self.rework = rework
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var grade: Int?
            var zh: String?
            var en: String?
            var source: String?
            var at: String?
            var commented: Bool?
            var rework: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("grade") {
                    try reader.readMember(into: &grade)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("source") {
                    try reader.readMember(into: &source)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("commented") {
                    try reader.readMember(into: &commented)
                } else if reader.isMember("rework") {
                    try reader.readNullableMember(into: &rework)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.grade = try reader.required(grade, "grade")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.source = try reader.required(source, "source")
            self.at = try reader.required(at, "at")
            self.commented = try reader.required(commented, "commented")
            self.rework = rework
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("grade", self.grade)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("source", self.source)
            writer.member("at", self.at)
            writer.member("commented", self.commented)
            writer.member("rework", ifPresent: self.rework)
            writer.endObject()
        }
    }

    /// A correction of a closed case. `approved` is missing while nobody has decided.
    public struct Amendment: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: Int
        public var before: RawJSON
        public var after: RawJSON
        public var reason: String
        public var evidence: [String]
        public var by: String
        public var at: String
        public var approved: Bool?
        public var decidedBy: String?
        public var decidedAt: String?
        public var decisionReason: String?

        public init(
            id: Int,
            before: RawJSON,
            after: RawJSON,
            reason: String,
            evidence: [String],
            by: String,
            at: String,
            approved: Bool? = nil,
            decidedBy: String? = nil,
            decidedAt: String? = nil,
            decisionReason: String? = nil
        ) {
            self.id = id
            self.before = before
            self.after = after
            self.reason = reason
            self.evidence = evidence
            self.by = by
            self.at = at
            self.approved = approved
            self.decidedBy = decidedBy
            self.decidedAt = decidedAt
            self.decisionReason = decisionReason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: Int?
            var before: RawJSON?
            var after: RawJSON?
            var reason: String?
            var evidence: [String]?
            var by: String?
            var at: String?
            var approved: Bool?
            var decidedBy: String?
            var decidedAt: String?
            var decisionReason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("before") {
                    try reader.readMember(into: &before)
                } else if reader.isMember("after") {
                    try reader.readMember(into: &after)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("evidence") {
                    try reader.readMember(into: &evidence)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("approved") {
                    try reader.readNullableMember(into: &approved)
                } else if reader.isMember("decidedBy") {
                    try reader.readNullableMember(into: &decidedBy)
                } else if reader.isMember("decidedAt") {
                    try reader.readNullableMember(into: &decidedAt)
                } else if reader.isMember("decisionReason") {
                    try reader.readNullableMember(into: &decisionReason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.before = try reader.required(before, "before")
            self.after = try reader.required(after, "after")
            self.reason = try reader.required(reason, "reason")
            self.evidence = try reader.required(evidence, "evidence")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
            self.approved = approved
            self.decidedBy = decidedBy
            self.decidedAt = decidedAt
            self.decisionReason = decisionReason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("before", self.before)
            writer.member("after", self.after)
            writer.member("reason", self.reason)
            writer.member("evidence", self.evidence)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.member("approved", ifPresent: self.approved)
            writer.member("decidedBy", ifPresent: self.decidedBy)
            writer.member("decidedAt", ifPresent: self.decidedAt)
            writer.member("decisionReason", ifPresent: self.decisionReason)
            writer.endObject()
        }
    }

    /// `hash` is SHA-256, `class` -, P or S; `hash` and `name` are *** when the caller may not read the file.
    public struct AttachedFile: Sendable, Hashable, JSONReadable, JSONWritable {
        public var hash: String
        public var name: String
        public var type: String
        public var size: Int
        public var `class`: String
        public var by: String
        public var at: String

        public init(hash: String, name: String, type: String, size: Int, `class`: String, by: String, at: String) {
            self.hash = hash
            self.name = name
            self.type = type
            self.size = size
            self.`class` = `class`
            self.by = by
            self.at = at
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var hash: String?
            var name: String?
            var type: String?
            var size: Int?
            var `class`: String?
            var by: String?
            var at: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("hash") {
                    try reader.readMember(into: &hash)
                } else if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("type") {
                    try reader.readMember(into: &type)
                } else if reader.isMember("size") {
                    try reader.readMember(into: &size)
                } else if reader.isMember("class") {
                    try reader.readMember(into: &`class`)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.hash = try reader.required(hash, "hash")
            self.name = try reader.required(name, "name")
            self.type = try reader.required(type, "type")
            self.size = try reader.required(size, "size")
            self.`class` = try reader.required(`class`, "class")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("hash", self.hash)
            writer.member("name", self.name)
            writer.member("type", self.type)
            writer.member("size", self.size)
            writer.member("class", self.`class`)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.endObject()
        }
    }

    /// An action that is possible now. `allowed` says whether this caller may take it, and if not, why.
    public struct Action: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var zh: String
        public var en: String
        public var roles: [String]
        public var allowed: Bool
        public var reason: String?
        public var reasonZh: String?
        public var reasonEn: String?
        public var fields: [RawJSON]

        public init(
            id: String,
            zh: String,
            en: String,
            roles: [String],
            allowed: Bool,
            reason: String? = nil,
            reasonZh: String? = nil,
            reasonEn: String? = nil,
            fields: [RawJSON]
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.roles = roles
            self.allowed = allowed
            self.reason = reason
            self.reasonZh = reasonZh
            self.reasonEn = reasonEn
            self.fields = fields
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var roles: [String]?
            var allowed: Bool?
            var reason: String?
            var reasonZh: String?
            var reasonEn: String?
            var fields: [RawJSON]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("roles") {
                    try reader.readMember(into: &roles)
                } else if reader.isMember("allowed") {
                    try reader.readMember(into: &allowed)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else if reader.isMember("reasonZh") {
                    try reader.readNullableMember(into: &reasonZh)
                } else if reader.isMember("reasonEn") {
                    try reader.readNullableMember(into: &reasonEn)
                } else if reader.isMember("fields") {
                    try reader.readMember(into: &fields)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.roles = try reader.required(roles, "roles")
            self.allowed = try reader.required(allowed, "allowed")
            self.reason = reason
            self.reasonZh = reasonZh
            self.reasonEn = reasonEn
            self.fields = try reader.required(fields, "fields")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("roles", self.roles)
            writer.member("allowed", self.allowed)
            writer.member("reason", ifPresent: self.reason)
            writer.member("reasonZh", ifPresent: self.reasonZh)
            writer.member("reasonEn", ifPresent: self.reasonEn)
            writer.member("fields", self.fields)
            writer.endObject()
        }
    }

    public struct Event: Sendable, Hashable, JSONReadable, JSONWritable {
        public var seq: Int
        public var at: String
        public var kind: String
        public var actor: String?
        public var data: RawJSON

        public init(seq: Int, at: String, kind: String, actor: String? = nil, data: RawJSON) {
            self.seq = seq
            self.at = at
            self.kind = kind
            self.actor = actor
            self.data = data
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var seq: Int?
            var at: String?
            var kind: String?
            var actor: String?
            var data: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("seq") {
                    try reader.readMember(into: &seq)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("actor") {
                    try reader.readNullableMember(into: &actor)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.seq = try reader.required(seq, "seq")
            self.at = try reader.required(at, "at")
            self.kind = try reader.required(kind, "kind")
            self.actor = actor
            self.data = try reader.required(data, "data")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("seq", self.seq)
            writer.member("at", self.at)
            writer.member("kind", self.kind)
            writer.member("actor", ifPresent: self.actor)
            writer.member("data", self.data)
            writer.endObject()
        }
    }

    /// A stretch of a case's time of one holder in one state; the end is not included. `holder` is `bureau:ID`, `applicant`,
    /// `body:NAME`, `pause:REASON`, or `closed` between a closing and the case's being taken up again. `state` is `CONTACT` before
    /// the opening.
    public struct Span: Sendable, Hashable, JSONReadable, JSONWritable {
        public var from: String
        public var to: String
        public var holder: String
        public var zh: String
        public var en: String
        public var state: String
        public var ms: Int

        public init(from: String, to: String, holder: String, zh: String, en: String, state: String, ms: Int) {
            self.from = from
            self.to = to
            self.holder = holder
            self.zh = zh
            self.en = en
            self.state = state
            self.ms = ms
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var from: String?
            var to: String?
            var holder: String?
            var zh: String?
            var en: String?
            var state: String?
            var ms: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("holder") {
                    try reader.readMember(into: &holder)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("ms") {
                    try reader.readMember(into: &ms)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.holder = try reader.required(holder, "holder")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.state = try reader.required(state, "state")
            self.ms = try reader.required(ms, "ms")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("holder", self.holder)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("state", self.state)
            writer.member("ms", self.ms)
            writer.endObject()
        }
    }

    /// How long one holder held a case. A day belongs to who holds the case at its end, so that the days of all add up.
    public struct HolderSum: Sendable, Hashable, JSONReadable, JSONWritable {
        public var holder: String
        public var zh: String
        public var en: String
        public var ms: Int
        public var calendarDays: Int
        public var workingDays: Int
        public var officeMinutes: Int
        public var spans: Int

        public init(
            holder: String,
            zh: String,
            en: String,
            ms: Int,
            calendarDays: Int,
            workingDays: Int,
            officeMinutes: Int,
            spans: Int
        ) {
            self.holder = holder
            self.zh = zh
            self.en = en
            self.ms = ms
            self.calendarDays = calendarDays
            self.workingDays = workingDays
            self.officeMinutes = officeMinutes
            self.spans = spans
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var holder: String?
            var zh: String?
            var en: String?
            var ms: Int?
            var calendarDays: Int?
            var workingDays: Int?
            var officeMinutes: Int?
            var spans: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("holder") {
                    try reader.readMember(into: &holder)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("ms") {
                    try reader.readMember(into: &ms)
                } else if reader.isMember("calendarDays") {
                    try reader.readMember(into: &calendarDays)
                } else if reader.isMember("workingDays") {
                    try reader.readMember(into: &workingDays)
                } else if reader.isMember("officeMinutes") {
                    try reader.readMember(into: &officeMinutes)
                } else if reader.isMember("spans") {
                    try reader.readMember(into: &spans)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.holder = try reader.required(holder, "holder")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.ms = try reader.required(ms, "ms")
            self.calendarDays = try reader.required(calendarDays, "calendarDays")
            self.workingDays = try reader.required(workingDays, "workingDays")
            self.officeMinutes = try reader.required(officeMinutes, "officeMinutes")
            self.spans = try reader.required(spans, "spans")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("holder", self.holder)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("ms", self.ms)
            writer.member("calendarDays", self.calendarDays)
            writer.member("workingDays", self.workingDays)
            writer.member("officeMinutes", self.officeMinutes)
            writer.member("spans", self.spans)
            writer.endObject()
        }
    }

    /// Opens a case. `key` makes a repeated call answer the same number. `contacted` is when the matter was first brought to a
    /// bureau; its time from then on is that of the bureau whose person opens the case.
    public enum Open: VarlinkMethod {
        public static let name = "org.tongban.Cases.Open"

        /// The input parameters of ``Open``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var item: String
            public var data: RawJSON?
            public var area: String?
            public var subject: String?
            public var key: String?
            public var contacted: String?

            public init(
                bureau: String,
                item: String,
                data: RawJSON? = nil,
                area: String? = nil,
                subject: String? = nil,
                key: String? = nil,
                contacted: String? = nil
            ) {
                self.bureau = bureau
                self.item = item
                self.data = data
                self.area = area
                self.subject = subject
                self.key = key
                self.contacted = contacted
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var data: RawJSON?
                var area: String?
                var subject: String?
                var key: String?
                var contacted: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readMember(into: &item)
                    } else if reader.isMember("data") {
                        try reader.readNullableMember(into: &data)
                    } else if reader.isMember("area") {
                        try reader.readNullableMember(into: &area)
                    } else if reader.isMember("subject") {
                        try reader.readNullableMember(into: &subject)
                    } else if reader.isMember("key") {
                        try reader.readNullableMember(into: &key)
                    } else if reader.isMember("contacted") {
                        try reader.readNullableMember(into: &contacted)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.item = try reader.required(item, "item")
                self.data = data
                self.area = area
                self.subject = subject
                self.key = key
                self.contacted = contacted
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("item", self.item)
                writer.member("data", ifPresent: self.data)
                writer.member("area", ifPresent: self.area)
                writer.member("subject", ifPresent: self.subject)
                writer.member("key", ifPresent: self.key)
                writer.member("contacted", ifPresent: self.contacted)
                writer.endObject()
            }
        }

        /// The output parameters of ``Open``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var `case`: Case

            public init(number: String, `case`: Case) {
                self.number = number
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var number: String?
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// With `at`, the case as it was shown at that moment: fields of class S are ***, and nothing can be done in the past. Who may
    /// see what is decided by the rules of today.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Cases.Get"

        /// The input parameters of ``Get``.
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

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// One page of at most `limit` (100 unless given, 1000 at most); `next` is the `after` of the following page. With `at`, the
    /// cases as they were at that moment; then a page may hold fewer cases and still have a next one.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Cases.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?
            public var item: String?
            public var state: String?
            public var open: Bool?
            public var area: String?
            public var subject: String?
            public var after: String?
            public var limit: Int?
            public var at: String?

            public init(
                bureau: String? = nil,
                item: String? = nil,
                state: String? = nil,
                open: Bool? = nil,
                area: String? = nil,
                subject: String? = nil,
                after: String? = nil,
                limit: Int? = nil,
                at: String? = nil
            ) {
                self.bureau = bureau
                self.item = item
                self.state = state
                self.open = open
                self.area = area
                self.subject = subject
                self.after = after
                self.limit = limit
                self.at = at
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var item: String?
                var state: String?
                var open: Bool?
                var area: String?
                var subject: String?
                var after: String?
                var limit: Int?
                var at: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("item") {
                        try reader.readNullableMember(into: &item)
                    } else if reader.isMember("state") {
                        try reader.readNullableMember(into: &state)
                    } else if reader.isMember("open") {
                        try reader.readNullableMember(into: &open)
                    } else if reader.isMember("area") {
                        try reader.readNullableMember(into: &area)
                    } else if reader.isMember("subject") {
                        try reader.readNullableMember(into: &subject)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
                self.item = item
                self.state = state
                self.open = open
                self.area = area
                self.subject = subject
                self.after = after
                self.limit = limit
                self.at = at
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("item", ifPresent: self.item)
                writer.member("state", ifPresent: self.state)
                writer.member("open", ifPresent: self.open)
                writer.member("area", ifPresent: self.area)
                writer.member("subject", ifPresent: self.subject)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.member("at", ifPresent: self.at)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cases: [Summary]
            public var next: String?

            public init(cases: [Summary], next: String? = nil) {
                self.cases = cases
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cases: [Summary]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cases") {
                        try reader.readMember(into: &cases)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cases = try reader.required(cases, "cases")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cases", self.cases)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// Takes an action. `revision`, when given, must be the current one.
    public enum Act: VarlinkMethod {
        public static let name = "org.tongban.Cases.Act"

        /// The input parameters of ``Act``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var action: String
            public var data: RawJSON?
            public var revision: Int?

            public init(number: String, action: String, data: RawJSON? = nil, revision: Int? = nil) {
                self.number = number
                self.action = action
                self.data = data
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var action: String?
                var data: RawJSON?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("action") {
                        try reader.readMember(into: &action)
                    } else if reader.isMember("data") {
                        try reader.readNullableMember(into: &data)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.action = try reader.required(action, "action")
                self.data = data
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("action", self.action)
                writer.member("data", ifPresent: self.data)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Act``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Why deadlines are due when they are: each by every counted, skipped and paused interval; of one deadline, or of all.
    public enum Why: VarlinkMethod {
        public static let name = "org.tongban.Cases.Why"

        /// The input parameters of ``Why``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var deadline: String?

            public init(number: String, deadline: String? = nil) {
                self.number = number
                self.deadline = deadline
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var deadline: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("deadline") {
                        try reader.readNullableMember(into: &deadline)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.deadline = deadline
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("deadline", ifPresent: self.deadline)
                writer.endObject()
            }
        }

        /// The output parameters of ``Why``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var now: String
            public var accounts: [Account]

            public init(now: String, accounts: [Account]) {
                self.now = now
                self.accounts = accounts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var now: String?
                var accounts: [Account]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("now") {
                        try reader.readMember(into: &now)
                    } else if reader.isMember("accounts") {
                        try reader.readMember(into: &accounts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.now = try reader.required(now, "now")
                self.accounts = try reader.required(accounts, "accounts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("now", self.now)
                writer.member("accounts", self.accounts)
                writer.endObject()
            }
        }
    }

    /// Puts another limit in the place of a running deadline's; what was used stays used. The operator and a head may do it.
    public enum ChangeLimit: VarlinkMethod {
        public static let name = "org.tongban.Cases.ChangeLimit"

        /// The input parameters of ``ChangeLimit``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var deadline: String
            public var limit: String
            public var reason: String
            public var revision: Int?

            public init(number: String, deadline: String, limit: String, reason: String, revision: Int? = nil) {
                self.number = number
                self.deadline = deadline
                self.limit = limit
                self.reason = reason
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var deadline: String?
                var limit: String?
                var reason: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("deadline") {
                        try reader.readMember(into: &deadline)
                    } else if reader.isMember("limit") {
                        try reader.readMember(into: &limit)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.deadline = try reader.required(deadline, "deadline")
                self.limit = try reader.required(limit, "limit")
                self.reason = try reader.required(reason, "reason")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("deadline", self.deadline)
                writer.member("limit", self.limit)
                writer.member("reason", self.reason)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``ChangeLimit``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Where the time of a case went, from the first contact to the closing, or of an open case to now. The spans follow one
    /// another without a gap, and add up to `totalMs`. `handling` is the time of the bureau the case belongs to, `returns` how
    /// often it was given back to the applicant.
    public enum Time: VarlinkMethod {
        public static let name = "org.tongban.Cases.Time"

        /// The input parameters of ``Time``.
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

        /// The output parameters of ``Time``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var contacted: String
            public var opened: String
            public var closed: String?
            public var until: String
            public var totalMs: Int
            public var spans: [Span]
            public var sums: [HolderSum]
            public var handling: HolderSum
            public var returns: Int

            public init(
                contacted: String,
                opened: String,
                closed: String? = nil,
                until: String,
                totalMs: Int,
                spans: [Span],
                sums: [HolderSum],
                handling: HolderSum,
                returns: Int
            ) {
                self.contacted = contacted
                self.opened = opened
                self.closed = closed
                self.until = until
                self.totalMs = totalMs
                self.spans = spans
                self.sums = sums
                self.handling = handling
                self.returns = returns
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var contacted: String?
                var opened: String?
                var closed: String?
                var until: String?
                var totalMs: Int?
                var spans: [Span]?
                var sums: [HolderSum]?
                var handling: HolderSum?
                var returns: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("contacted") {
                        try reader.readMember(into: &contacted)
                    } else if reader.isMember("opened") {
                        try reader.readMember(into: &opened)
                    } else if reader.isMember("closed") {
                        try reader.readNullableMember(into: &closed)
                    } else if reader.isMember("until") {
                        try reader.readMember(into: &until)
                    } else if reader.isMember("totalMs") {
                        try reader.readMember(into: &totalMs)
                    } else if reader.isMember("spans") {
                        try reader.readMember(into: &spans)
                    } else if reader.isMember("sums") {
                        try reader.readMember(into: &sums)
                    } else if reader.isMember("handling") {
                        try reader.readMember(into: &handling)
                    } else if reader.isMember("returns") {
                        try reader.readMember(into: &returns)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.contacted = try reader.required(contacted, "contacted")
                self.opened = try reader.required(opened, "opened")
                self.closed = closed
                self.until = try reader.required(until, "until")
                self.totalMs = try reader.required(totalMs, "totalMs")
                self.spans = try reader.required(spans, "spans")
                self.sums = try reader.required(sums, "sums")
                self.handling = try reader.required(handling, "handling")
                self.returns = try reader.required(returns, "returns")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("contacted", self.contacted)
                writer.member("opened", self.opened)
                writer.member("closed", ifPresent: self.closed)
                writer.member("until", self.until)
                writer.member("totalMs", self.totalMs)
                writer.member("spans", self.spans)
                writer.member("sums", self.sums)
                writer.member("handling", self.handling)
                writer.member("returns", self.returns)
                writer.endObject()
            }
        }
    }

    /// What happened to a case, with `until` up to that moment.
    public enum History: VarlinkMethod {
        public static let name = "org.tongban.Cases.History"

        /// The input parameters of ``History``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var after: Int?
            public var limit: Int?
            public var until: String?

            public init(number: String, after: Int? = nil, limit: Int? = nil, until: String? = nil) {
                self.number = number
                self.after = after
                self.limit = limit
                self.until = until
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var after: Int?
                var limit: Int?
                var until: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else if reader.isMember("until") {
                        try reader.readNullableMember(into: &until)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.after = after
                self.limit = limit
                self.until = until
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.member("until", ifPresent: self.until)
                writer.endObject()
            }
        }

        /// The output parameters of ``History``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var events: [Event]
            public var next: Int?

            public init(events: [Event], next: Int? = nil) {
                self.events = events
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var events: [Event]?
                var next: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("events") {
                        try reader.readMember(into: &events)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.events = try reader.required(events, "events")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("events", self.events)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// Links two cases as related, or takes that link away; it stands in both.
    public enum Link: VarlinkMethod {
        public static let name = "org.tongban.Cases.Link"

        /// The input parameters of ``Link``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var other: String
            public var revision: Int?

            public init(number: String, other: String, revision: Int? = nil) {
                self.number = number
                self.other = other
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var other: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("other") {
                        try reader.readMember(into: &other)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.other = try reader.required(other, "other")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("other", self.other)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Link``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Cases.Unlink`.
    public enum Unlink: VarlinkMethod {
        public static let name = "org.tongban.Cases.Unlink"

        /// The input parameters of ``Unlink``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var other: String
            public var revision: Int?

            public init(number: String, other: String, revision: Int? = nil) {
                self.number = number
                self.other = other
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var other: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("other") {
                        try reader.readMember(into: &other)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.other = try reader.required(other, "other")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("other", self.other)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Unlink``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Merges cases into `number`; 500 at most in one call.
    public enum Merge: VarlinkMethod {
        public static let name = "org.tongban.Cases.Merge"

        /// The input parameters of ``Merge``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var others: [String]
            public var revision: Int?

            public init(number: String, others: [String], revision: Int? = nil) {
                self.number = number
                self.others = others
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var others: [String]?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("others") {
                        try reader.readMember(into: &others)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.others = try reader.required(others, "others")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("others", self.others)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Merge``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Takes a case out of its main one; it goes on where it stood.
    public enum Unmerge: VarlinkMethod {
        public static let name = "org.tongban.Cases.Unmerge"

        /// The input parameters of ``Unmerge``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var revision: Int?

            public init(number: String, revision: Int? = nil) {
                self.number = number
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Unmerge``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Writes the answer that one merged case gets instead of the main case's.
    public enum Answer: VarlinkMethod {
        public static let name = "org.tongban.Cases.Answer"

        /// The input parameters of ``Answer``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var text: String
            public var revision: Int?

            public init(number: String, text: String, revision: Int? = nil) {
                self.number = number
                self.text = text
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var text: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("text") {
                        try reader.readMember(into: &text)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.text = try reader.required(text, "text")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("text", self.text)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Answer``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Asks for a correction of a closed case; `null` removes a value, `evidence` holds hashes of attachments of the case.
    public enum Amend: VarlinkMethod {
        public static let name = "org.tongban.Cases.Amend"

        /// The input parameters of ``Amend``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var values: RawJSON
            public var reason: String
            public var evidence: [String]?
            public var revision: Int?

            public init(
                number: String,
                values: RawJSON,
                reason: String,
                evidence: [String]? = nil,
                revision: Int? = nil
            ) {
                self.number = number
                self.values = values
                self.reason = reason
                self.evidence = evidence
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var values: RawJSON?
                var reason: String?
                var evidence: [String]?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("values") {
                        try reader.readMember(into: &values)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("evidence") {
                        try reader.readNullableMember(into: &evidence)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.values = try reader.required(values, "values")
                self.reason = try reader.required(reason, "reason")
                self.evidence = evidence
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("values", self.values)
                writer.member("reason", self.reason)
                writer.member("evidence", ifPresent: self.evidence)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Amend``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: Int
            public var `case`: Case

            public init(id: Int, `case`: Case) {
                self.id = id
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var id: Int?
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    /// Decides a correction; not by who asked for it.
    public enum DecideAmendment: VarlinkMethod {
        public static let name = "org.tongban.Cases.DecideAmendment"

        /// The input parameters of ``DecideAmendment``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var number: String
            public var id: Int
            public var approve: Bool
            public var reason: String?
            public var revision: Int?

            public init(number: String, id: Int, approve: Bool, reason: String? = nil, revision: Int? = nil) {
                self.number = number
                self.id = id
                self.approve = approve
                self.reason = reason
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var number: String?
                var id: Int?
                var approve: Bool?
                var reason: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("number") {
                        try reader.readMember(into: &number)
                    } else if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("approve") {
                        try reader.readMember(into: &approve)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.number = try reader.required(number, "number")
                self.id = try reader.required(id, "id")
                self.approve = try reader.required(approve, "approve")
                self.reason = reason
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("number", self.number)
                writer.member("id", self.id)
                writer.member("approve", self.approve)
                writer.member("reason", ifPresent: self.reason)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``DecideAmendment``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: Case

            public init(`case`: Case) {
                self.`case` = `case`
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var `case`: Case?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.endObject()
            }
        }
    }

    public struct Fault: Sendable, Hashable, JSONReadable, JSONWritable {
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
}

/// The errors of `org.tongban.Cases`.
public enum CasesFailure: VarlinkFailure, Hashable {
    case noSuchCase(number: String)

    /// Another change came first; `revision` is the present one.
    case conflict(number: String, revision: Int)

    /// Every fault of the values at once.
    case invalidForm(faults: [CasesInterface.Fault])

    public var errorName: String {
        switch self {
        case .noSuchCase: "org.tongban.Cases.NoSuchCase"
        case .conflict: "org.tongban.Cases.Conflict"
        case .invalidForm: "org.tongban.Cases.InvalidForm"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchCase(let number):
            RawJSON(encoding: NoSuchCase(number: number))
        case .conflict(let number, let revision):
            RawJSON(encoding: Conflict(number: number, revision: revision))
        case .invalidForm(let faults):
            RawJSON(encoding: InvalidForm(faults: faults))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Cases.NoSuchCase":
            guard let parameters = try? NoSuchCase(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchCase(number: parameters.number)
        case "org.tongban.Cases.Conflict":
            guard let parameters = try? Conflict(parsing: errorParameters.bytes) else { return nil }
            self = .conflict(number: parameters.number, revision: parameters.revision)
        case "org.tongban.Cases.InvalidForm":
            guard let parameters = try? InvalidForm(parsing: errorParameters.bytes) else { return nil }
            self = .invalidForm(faults: parameters.faults)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchCase``.
    public struct NoSuchCase: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String

        public init(number: String) {
            self.number = number
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
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

    /// The parameters of ``conflict``.
    public struct Conflict: Sendable, Hashable, JSONReadable, JSONWritable {
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

    /// The parameters of ``invalidForm``.
    public struct InvalidForm: Sendable, Hashable, JSONReadable, JSONWritable {
        public var faults: [CasesInterface.Fault]

        public init(faults: [CasesInterface.Fault]) {
            self.faults = faults
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var faults: [CasesInterface.Fault]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("faults") {
                    try reader.readMember(into: &faults)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.faults = try reader.required(faults, "faults")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("faults", self.faults)
            writer.endObject()
        }
    }
}
