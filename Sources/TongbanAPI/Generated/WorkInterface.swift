// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Work.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Tasks for people. A case puts one into the queue `BUREAU.people` when it enters a state in which persons act, and ends it
/// when it leaves the state: done when a person the task is for took the action, else withdrawn. In between somebody takes
/// the task, returns it, passes it on. Who may have it follows from its roles, the area of the case, and four-eyes; while
/// all of them are absent their substitutes are offered it, else the heads of the bureau.
///
/// A refusal is org.tongban.Daemon.Refused with one of these codes: ROLE, AREA, FOUR_EYES (the person may not have the task),
/// HELD_BY (somebody else holds it; the text names him), MUST_HOLD, NOT_HOLDER, SUPERVISOR (only a head or dispatcher may),
/// ABSENT, INACTIVE, BLOCKED (the case is suspended), ENDED, CONFLICT (the task is at another revision), QUEUE_PAUSED,
/// NOT_WORK (a task for a program), NO_PERSON, OVERLAP, SUBSTITUTE, NO_ABSENCE, NO_COVER (the last head of the bureau must
/// name a substitute), LIMIT.
public enum WorkInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Work"

    /// The text of the definition.
    public static let description = #"""
        # Tasks for people. A case puts one into the queue `BUREAU.people` when it enters a state in which persons act, and ends it
        # when it leaves the state: done when a person the task is for took the action, else withdrawn. In between somebody takes
        # the task, returns it, passes it on. Who may have it follows from its roles, the area of the case, and four-eyes; while
        # all of them are absent their substitutes are offered it, else the heads of the bureau.
        #
        # A refusal is org.tongban.Daemon.Refused with one of these codes: ROLE, AREA, FOUR_EYES (the person may not have the task),
        # HELD_BY (somebody else holds it; the text names him), MUST_HOLD, NOT_HOLDER, SUPERVISOR (only a head or dispatcher may),
        # ABSENT, INACTIVE, BLOCKED (the case is suspended), ENDED, CONFLICT (the task is at another revision), QUEUE_PAUSED,
        # NOT_WORK (a task for a program), NO_PERSON, OVERLAP, SUBSTITUTE, NO_ABSENCE, NO_COVER (the last head of the bureau must
        # name a substitute), LIMIT.
        interface org.tongban.Work

        # An action that the task is there for. `allowed` says whether the caller may take it now, and `reason` the code if not.
        type Action (
          id: string,
          zh: string,
          en: string,
          allowed: bool,
          reason: ?string
        )

        # A task with what is needed to work on it. `status` is `blocked` while the case is suspended. `due` is the earliest
        # running deadline of the state, else of the case; `workingDaysLeft` is 0 on the last day and negative when it has passed.
        # `zh` and `en` name the task. `delegatedBy` lists who passed it on, the last of them gets it back. `substituteFor` is the
        # absent person in whose place the holder has it, or who gets it back on return. `waitsZh` and `waitsEn` say in one
        # sentence for whom or what it waits. `subject` is masked as in lists.
        type Task (
          id: string,
          revision: int,
          status: (offered, taken, blocked, done, withdrawn),
          kind: string,
          zh: string,
          en: string,
          bureau: string,
          item: string,
          itemZh: string,
          itemEn: string,
          case: string,
          caseRevision: int,
          caseState: string,
          stateZh: string,
          stateEn: string,
          subject: ?string,
          area: ?string,
          roles: []string,
          due: ?string,
          workingDaysLeft: ?int,
          offered: string,
          assignee: ?string,
          taken: ?string,
          ended: ?string,
          assignedBy: ?string,
          delegatedBy: []string,
          substituteFor: ?string,
          standIns: []string,
          escalatedTo: []string,
          reminders: int,
          reason: ?string,
          waitsZh: string,
          waitsEn: string,
          actions: []Action
        )

        # Somebody a task is for. `code`, `zh` and `en` say why he cannot be given it; they are null when he can.
        type Candidate (
          id: string,
          name: string,
          code: ?string,
          zh: ?string,
          en: ?string
        )

        # `to` is the moment the person is back. `all` hands on every task he holds, not only those due before. `reason` is seen
        # by the person, his heads and operators only.
        type Absence (
          id: string,
          person: string,
          from: string,
          to: string,
          substitutes: []string,
          reason: ?string,
          all: bool,
          moved: int
        )

        # The tasks a person holds, the earliest due first: the caller's own, or, for a head or an operator, those of `person`.
        # One page of at most `limit` (100 unless given, 1000 at most); `next` is the `after` of the following page.
        method Mine(person: ?string, after: ?string, limit: ?int) -> (tasks: []Task, next: ?string)

        # The tasks a person may take now, the earliest due first, as Mine.
        method Offered(person: ?string, after: ?string, limit: ?int) -> (tasks: []Task, next: ?string)

        # The open tasks of a case or of a bureau, with who holds them, the earliest due first.
        method List(case: ?string, bureau: ?string, after: ?string, limit: ?int) -> (tasks: []Task, next: ?string)

        method Get(id: string) -> (task: Task)

        # Who holds one of the task's roles, and whether he can be given it now.
        method Candidates(id: string) -> (candidates: []Candidate)

        # Takes a task that is offered to the caller. It is his until he returns it or it ends; it does not lapse by time.
        # `revision`, here and below, must be the present one when it is given.
        method Take(id: string, revision: ?int) -> (task: Task)

        # Gives a task back: to the one who delegated it, else it is offered again. Its holder may, and a head.
        method Return(id: string, reason: string, revision: ?int) -> (task: Task)

        # A head or dispatcher of the bureau gives a task to a person who may have it, whoever holds it now.
        method Assign(id: string, to: string, reason: ?string, revision: ?int) -> (task: Task)

        # The holder passes a task to another person who may have it, and stays responsible.
        method Delegate(id: string, to: string, reason: ?string, revision: ?int) -> (task: Task)

        # Reminds the holder, or those it is offered to, by a notice `notify.work.reminder`. A head may, and who delegated it.
        method Remind(id: string, text: ?string) -> (task: Task)

        # Absences that are not over: of one person, or all.
        method Absences(person: ?string) -> (absences: []Absence)

        # Records that a person is away: himself, a head of his bureau or an operator may. What he holds and is due before he is
        # back goes to the first substitute who is present and may have it, else it is offered again and the heads are told.
        # Without `substitutes` his standing list counts. On his return what was not begun goes back to him.
        method AddAbsence(person: string, from: string, to: string, substitutes: []string, reason: ?string, all: ?bool) -> (absence: Absence)

        # Takes an absence back, or ends it now.
        method RemoveAbsence(id: string) -> ()

        # Sets who takes a person's place when an absence names nobody, in the order they are asked.
        method SetSubstitutes(person: string, substitutes: []string) -> ()

        method Substitutes(person: string) -> (substitutes: []string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "Mine", "Offered", "List", "Get", "Candidates", "Take", "Return", "Assign", "Delegate", "Remind",
                "Absences", "AddAbsence", "RemoveAbsence", "SetSubstitutes", "Substitutes",
            ]
        )
    }

    /// An action that the task is there for. `allowed` says whether the caller may take it now, and `reason` the code if not.
    public struct Action: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var zh: String
        public var en: String
        public var allowed: Bool
        public var reason: String?

        public init(id: String, zh: String, en: String, allowed: Bool, reason: String? = nil) {
            self.id = id
            self.zh = zh
            self.en = en
            self.allowed = allowed
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var allowed: Bool?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("allowed") {
                    try reader.readMember(into: &allowed)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.allowed = try reader.required(allowed, "allowed")
            self.reason = reason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("allowed", self.allowed)
            writer.member("reason", ifPresent: self.reason)
            writer.endObject()
        }
    }

    /// A task with what is needed to work on it. `status` is `blocked` while the case is suspended. `due` is the earliest
    /// running deadline of the state, else of the case; `workingDaysLeft` is 0 on the last day and negative when it has passed.
    /// `zh` and `en` name the task. `delegatedBy` lists who passed it on, the last of them gets it back. `substituteFor` is the
    /// absent person in whose place the holder has it, or who gets it back on return. `waitsZh` and `waitsEn` say in one
    /// sentence for whom or what it waits. `subject` is masked as in lists.
    public struct Task: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Status: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case offered
            case taken
            case blocked
            case done
            case withdrawn
        }

        public var id: String
        public var revision: Int
        public var status: Status
        public var kind: String
        public var zh: String
        public var en: String
        public var bureau: String
        public var item: String
        public var itemZh: String
        public var itemEn: String
        public var `case`: String
        public var caseRevision: Int
        public var caseState: String
        public var stateZh: String
        public var stateEn: String
        public var subject: String?
        public var area: String?
        public var roles: [String]
        public var due: String?
        public var workingDaysLeft: Int?
        public var offered: String
        public var assignee: String?
        public var taken: String?
        public var ended: String?
        public var assignedBy: String?
        public var delegatedBy: [String]
        public var substituteFor: String?
        public var standIns: [String]
        public var escalatedTo: [String]
        public var reminders: Int
        public var reason: String?
        public var waitsZh: String
        public var waitsEn: String
        public var actions: [Action]

        public init(
            id: String,
            revision: Int,
            status: Status,
            kind: String,
            zh: String,
            en: String,
            bureau: String,
            item: String,
            itemZh: String,
            itemEn: String,
            `case`: String,
            caseRevision: Int,
            caseState: String,
            stateZh: String,
            stateEn: String,
            subject: String? = nil,
            area: String? = nil,
            roles: [String],
            due: String? = nil,
            workingDaysLeft: Int? = nil,
            offered: String,
            assignee: String? = nil,
            taken: String? = nil,
            ended: String? = nil,
            assignedBy: String? = nil,
            delegatedBy: [String],
            substituteFor: String? = nil,
            standIns: [String],
            escalatedTo: [String],
            reminders: Int,
            reason: String? = nil,
            waitsZh: String,
            waitsEn: String,
            actions: [Action]
        ) {
            self.id = id
            self.revision = revision
            self.status = status
            self.kind = kind
            self.zh = zh
            self.en = en
            self.bureau = bureau
            self.item = item
            self.itemZh = itemZh
            self.itemEn = itemEn
            self.`case` = `case`
            self.caseRevision = caseRevision
            self.caseState = caseState
            self.stateZh = stateZh
            self.stateEn = stateEn
            self.subject = subject
            self.area = area
            self.roles = roles
            self.due = due
            self.workingDaysLeft = workingDaysLeft
            self.offered = offered
            self.assignee = assignee
            self.taken = taken
            self.ended = ended
            self.assignedBy = assignedBy
            self.delegatedBy = delegatedBy
            self.substituteFor = substituteFor
            self.standIns = standIns
            self.escalatedTo = escalatedTo
            self.reminders = reminders
            self.reason = reason
            self.waitsZh = waitsZh
            self.waitsEn = waitsEn
            self.actions = actions
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var revision: Int?
            var status: Status?
            var kind: String?
            var zh: String?
            var en: String?
            var bureau: String?
            var item: String?
            var itemZh: String?
            var itemEn: String?
            var `case`: String?
            var caseRevision: Int?
            var caseState: String?
            var stateZh: String?
            var stateEn: String?
            var subject: String?
            var area: String?
            var roles: [String]?
            var due: String?
            var workingDaysLeft: Int?
            var offered: String?
            var assignee: String?
            var taken: String?
            var ended: String?
            var assignedBy: String?
            var delegatedBy: [String]?
            var substituteFor: String?
            var standIns: [String]?
            var escalatedTo: [String]?
            var reminders: Int?
            var reason: String?
            var waitsZh: String?
            var waitsEn: String?
            var actions: [Action]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else if reader.isMember("status") {
                    try reader.readMember(into: &status)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("item") {
                    try reader.readMember(into: &item)
                } else if reader.isMember("itemZh") {
                    try reader.readMember(into: &itemZh)
                } else if reader.isMember("itemEn") {
                    try reader.readMember(into: &itemEn)
                } else if reader.isMember("case") {
                    try reader.readMember(into: &`case`)
                } else if reader.isMember("caseRevision") {
                    try reader.readMember(into: &caseRevision)
                } else if reader.isMember("caseState") {
                    try reader.readMember(into: &caseState)
                } else if reader.isMember("stateZh") {
                    try reader.readMember(into: &stateZh)
                } else if reader.isMember("stateEn") {
                    try reader.readMember(into: &stateEn)
                } else if reader.isMember("subject") {
                    try reader.readNullableMember(into: &subject)
                } else if reader.isMember("area") {
                    try reader.readNullableMember(into: &area)
                } else if reader.isMember("roles") {
                    try reader.readMember(into: &roles)
                } else if reader.isMember("due") {
                    try reader.readNullableMember(into: &due)
                } else if reader.isMember("workingDaysLeft") {
                    try reader.readNullableMember(into: &workingDaysLeft)
                } else if reader.isMember("offered") {
                    try reader.readMember(into: &offered)
                } else if reader.isMember("assignee") {
                    try reader.readNullableMember(into: &assignee)
                } else if reader.isMember("taken") {
                    try reader.readNullableMember(into: &taken)
                } else if reader.isMember("ended") {
                    try reader.readNullableMember(into: &ended)
                } else if reader.isMember("assignedBy") {
                    try reader.readNullableMember(into: &assignedBy)
                } else if reader.isMember("delegatedBy") {
                    try reader.readMember(into: &delegatedBy)
                } else if reader.isMember("substituteFor") {
                    try reader.readNullableMember(into: &substituteFor)
                } else if reader.isMember("standIns") {
                    try reader.readMember(into: &standIns)
                } else if reader.isMember("escalatedTo") {
                    try reader.readMember(into: &escalatedTo)
                } else if reader.isMember("reminders") {
                    try reader.readMember(into: &reminders)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else if reader.isMember("waitsZh") {
                    try reader.readMember(into: &waitsZh)
                } else if reader.isMember("waitsEn") {
                    try reader.readMember(into: &waitsEn)
                } else if reader.isMember("actions") {
                    try reader.readMember(into: &actions)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.revision = try reader.required(revision, "revision")
            self.status = try reader.required(status, "status")
            self.kind = try reader.required(kind, "kind")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.bureau = try reader.required(bureau, "bureau")
            self.item = try reader.required(item, "item")
            self.itemZh = try reader.required(itemZh, "itemZh")
            self.itemEn = try reader.required(itemEn, "itemEn")
            self.`case` = try reader.required(`case`, "case")
            self.caseRevision = try reader.required(caseRevision, "caseRevision")
            self.caseState = try reader.required(caseState, "caseState")
            self.stateZh = try reader.required(stateZh, "stateZh")
            self.stateEn = try reader.required(stateEn, "stateEn")
            self.subject = subject
            self.area = area
            self.roles = try reader.required(roles, "roles")
            self.due = due
            self.workingDaysLeft = workingDaysLeft
            self.offered = try reader.required(offered, "offered")
            self.assignee = assignee
            self.taken = taken
            self.ended = ended
            self.assignedBy = assignedBy
            self.delegatedBy = try reader.required(delegatedBy, "delegatedBy")
            self.substituteFor = substituteFor
            self.standIns = try reader.required(standIns, "standIns")
            self.escalatedTo = try reader.required(escalatedTo, "escalatedTo")
            self.reminders = try reader.required(reminders, "reminders")
            self.reason = reason
            self.waitsZh = try reader.required(waitsZh, "waitsZh")
            self.waitsEn = try reader.required(waitsEn, "waitsEn")
            self.actions = try reader.required(actions, "actions")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("revision", self.revision)
            writer.member("status", self.status)
            writer.member("kind", self.kind)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("bureau", self.bureau)
            writer.member("item", self.item)
            writer.member("itemZh", self.itemZh)
            writer.member("itemEn", self.itemEn)
            writer.member("case", self.`case`)
            writer.member("caseRevision", self.caseRevision)
            writer.member("caseState", self.caseState)
            writer.member("stateZh", self.stateZh)
            writer.member("stateEn", self.stateEn)
            writer.member("subject", ifPresent: self.subject)
            writer.member("area", ifPresent: self.area)
            writer.member("roles", self.roles)
            writer.member("due", ifPresent: self.due)
            writer.member("workingDaysLeft", ifPresent: self.workingDaysLeft)
            writer.member("offered", self.offered)
            writer.member("assignee", ifPresent: self.assignee)
            writer.member("taken", ifPresent: self.taken)
            writer.member("ended", ifPresent: self.ended)
            writer.member("assignedBy", ifPresent: self.assignedBy)
            writer.member("delegatedBy", self.delegatedBy)
            writer.member("substituteFor", ifPresent: self.substituteFor)
            writer.member("standIns", self.standIns)
            writer.member("escalatedTo", self.escalatedTo)
            writer.member("reminders", self.reminders)
            writer.member("reason", ifPresent: self.reason)
            writer.member("waitsZh", self.waitsZh)
            writer.member("waitsEn", self.waitsEn)
            writer.member("actions", self.actions)
            writer.endObject()
        }
    }

    /// Somebody a task is for. `code`, `zh` and `en` say why he cannot be given it; they are null when he can.
    public struct Candidate: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var name: String
        public var code: String?
        public var zh: String?
        public var en: String?

        public init(id: String, name: String, code: String? = nil, zh: String? = nil, en: String? = nil) {
            self.id = id
            self.name = name
            self.code = code
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var name: String?
            var code: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("code") {
                    try reader.readNullableMember(into: &code)
                } else if reader.isMember("zh") {
                    try reader.readNullableMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readNullableMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.name = try reader.required(name, "name")
            self.code = code
            self.zh = zh
            self.en = en
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("name", self.name)
            writer.member("code", ifPresent: self.code)
            writer.member("zh", ifPresent: self.zh)
            writer.member("en", ifPresent: self.en)
            writer.endObject()
        }
    }

    /// `to` is the moment the person is back. `all` hands on every task he holds, not only those due before. `reason` is seen
    /// by the person, his heads and operators only.
    public struct Absence: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var person: String
        public var from: String
        public var to: String
        public var substitutes: [String]
        public var reason: String?
        public var all: Bool
        public var moved: Int

        public init(
            id: String,
            person: String,
            from: String,
            to: String,
            substitutes: [String],
            reason: String? = nil,
            all: Bool,
            moved: Int
        ) {
            self.id = id
            self.person = person
            self.from = from
            self.to = to
            self.substitutes = substitutes
            self.reason = reason
            self.all = all
            self.moved = moved
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var person: String?
            var from: String?
            var to: String?
            var substitutes: [String]?
            var reason: String?
            var all: Bool?
            var moved: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("person") {
                    try reader.readMember(into: &person)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readMember(into: &to)
                } else if reader.isMember("substitutes") {
                    try reader.readMember(into: &substitutes)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else if reader.isMember("all") {
                    try reader.readMember(into: &all)
                } else if reader.isMember("moved") {
                    try reader.readMember(into: &moved)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.person = try reader.required(person, "person")
            self.from = try reader.required(from, "from")
            self.to = try reader.required(to, "to")
            self.substitutes = try reader.required(substitutes, "substitutes")
            self.reason = reason
            self.all = try reader.required(all, "all")
            self.moved = try reader.required(moved, "moved")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("person", self.person)
            writer.member("from", self.from)
            writer.member("to", self.to)
            writer.member("substitutes", self.substitutes)
            writer.member("reason", ifPresent: self.reason)
            writer.member("all", self.all)
            writer.member("moved", self.moved)
            writer.endObject()
        }
    }

    /// The tasks a person holds, the earliest due first: the caller's own, or, for a head or an operator, those of `person`.
    /// One page of at most `limit` (100 unless given, 1000 at most); `next` is the `after` of the following page.
    public enum Mine: VarlinkMethod {
        public static let name = "org.tongban.Work.Mine"

        /// The input parameters of ``Mine``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String?
            public var after: String?
            public var limit: Int?

            public init(person: String? = nil, after: String? = nil, limit: Int? = nil) {
                self.person = person
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readNullableMember(into: &person)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = person
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", ifPresent: self.person)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Mine``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [Task]
            public var next: String?

            public init(tasks: [Task], next: String? = nil) {
                self.tasks = tasks
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tasks: [Task]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The tasks a person may take now, the earliest due first, as Mine.
    public enum Offered: VarlinkMethod {
        public static let name = "org.tongban.Work.Offered"

        /// The input parameters of ``Offered``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String?
            public var after: String?
            public var limit: Int?

            public init(person: String? = nil, after: String? = nil, limit: Int? = nil) {
                self.person = person
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readNullableMember(into: &person)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = person
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", ifPresent: self.person)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Offered``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [Task]
            public var next: String?

            public init(tasks: [Task], next: String? = nil) {
                self.tasks = tasks
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tasks: [Task]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The open tasks of a case or of a bureau, with who holds them, the earliest due first.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Work.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String?
            public var bureau: String?
            public var after: String?
            public var limit: Int?

            public init(`case`: String? = nil, bureau: String? = nil, after: String? = nil, limit: Int? = nil) {
                self.`case` = `case`
                self.bureau = bureau
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                var bureau: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = `case`
                self.bureau = bureau
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", ifPresent: self.`case`)
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [Task]
            public var next: String?

            public init(tasks: [Task], next: String? = nil) {
                self.tasks = tasks
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tasks: [Task]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Work.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Work.Get"

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
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// Who holds one of the task's roles, and whether he can be given it now.
    public enum Candidates: VarlinkMethod {
        public static let name = "org.tongban.Work.Candidates"

        /// The input parameters of ``Candidates``.
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

        /// The output parameters of ``Candidates``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var candidates: [Candidate]

            public init(candidates: [Candidate]) {
                self.candidates = candidates
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var candidates: [Candidate]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("candidates") {
                        try reader.readMember(into: &candidates)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.candidates = try reader.required(candidates, "candidates")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("candidates", self.candidates)
                writer.endObject()
            }
        }
    }

    /// Takes a task that is offered to the caller. It is his until he returns it or it ends; it does not lapse by time.
    /// `revision`, here and below, must be the present one when it is given.
    public enum Take: VarlinkMethod {
        public static let name = "org.tongban.Work.Take"

        /// The input parameters of ``Take``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var revision: Int?

            public init(id: String, revision: Int? = nil) {
                self.id = id
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Take``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// Gives a task back: to the one who delegated it, else it is offered again. Its holder may, and a head.
    public enum Return: VarlinkMethod {
        public static let name = "org.tongban.Work.Return"

        /// The input parameters of ``Return``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var reason: String
            public var revision: Int?

            public init(id: String, reason: String, revision: Int? = nil) {
                self.id = id
                self.reason = reason
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var reason: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.reason = try reader.required(reason, "reason")
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("reason", self.reason)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Return``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// A head or dispatcher of the bureau gives a task to a person who may have it, whoever holds it now.
    public enum Assign: VarlinkMethod {
        public static let name = "org.tongban.Work.Assign"

        /// The input parameters of ``Assign``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var to: String
            public var reason: String?
            public var revision: Int?

            public init(id: String, to: String, reason: String? = nil, revision: Int? = nil) {
                self.id = id
                self.to = to
                self.reason = reason
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var to: String?
                var reason: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.to = try reader.required(to, "to")
                self.reason = reason
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("to", self.to)
                writer.member("reason", ifPresent: self.reason)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Assign``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// The holder passes a task to another person who may have it, and stays responsible.
    public enum Delegate: VarlinkMethod {
        public static let name = "org.tongban.Work.Delegate"

        /// The input parameters of ``Delegate``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var to: String
            public var reason: String?
            public var revision: Int?

            public init(id: String, to: String, reason: String? = nil, revision: Int? = nil) {
                self.id = id
                self.to = to
                self.reason = reason
                self.revision = revision
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var to: String?
                var reason: String?
                var revision: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else if reader.isMember("revision") {
                        try reader.readNullableMember(into: &revision)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.to = try reader.required(to, "to")
                self.reason = reason
                self.revision = revision
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("to", self.to)
                writer.member("reason", ifPresent: self.reason)
                writer.member("revision", ifPresent: self.revision)
                writer.endObject()
            }
        }

        /// The output parameters of ``Delegate``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// Reminds the holder, or those it is offered to, by a notice `notify.work.reminder`. A head may, and who delegated it.
    public enum Remind: VarlinkMethod {
        public static let name = "org.tongban.Work.Remind"

        /// The input parameters of ``Remind``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String
            public var text: String?

            public init(id: String, text: String? = nil) {
                self.id = id
                self.text = text
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                var text: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("text") {
                        try reader.readNullableMember(into: &text)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
                self.text = text
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.member("text", ifPresent: self.text)
                writer.endObject()
            }
        }

        /// The output parameters of ``Remind``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: Task

            public init(task: Task) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: Task?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// Absences that are not over: of one person, or all.
    public enum Absences: VarlinkMethod {
        public static let name = "org.tongban.Work.Absences"

        /// The input parameters of ``Absences``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String?

            public init(person: String? = nil) {
                self.person = person
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readNullableMember(into: &person)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = person
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", ifPresent: self.person)
                writer.endObject()
            }
        }

        /// The output parameters of ``Absences``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var absences: [Absence]

            public init(absences: [Absence]) {
                self.absences = absences
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var absences: [Absence]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("absences") {
                        try reader.readMember(into: &absences)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.absences = try reader.required(absences, "absences")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("absences", self.absences)
                writer.endObject()
            }
        }
    }

    /// Records that a person is away: himself, a head of his bureau or an operator may. What he holds and is due before he is
    /// back goes to the first substitute who is present and may have it, else it is offered again and the heads are told.
    /// Without `substitutes` his standing list counts. On his return what was not begun goes back to him.
    public enum AddAbsence: VarlinkMethod {
        public static let name = "org.tongban.Work.AddAbsence"

        /// The input parameters of ``AddAbsence``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String
            public var from: String
            public var to: String
            public var substitutes: [String]
            public var reason: String?
            public var all: Bool?

            public init(
                person: String,
                from: String,
                to: String,
                substitutes: [String],
                reason: String? = nil,
                all: Bool? = nil
            ) {
                self.person = person
                self.from = from
                self.to = to
                self.substitutes = substitutes
                self.reason = reason
                self.all = all
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var from: String?
                var to: String?
                var substitutes: [String]?
                var reason: String?
                var all: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readMember(into: &person)
                    } else if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("substitutes") {
                        try reader.readMember(into: &substitutes)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else if reader.isMember("all") {
                        try reader.readNullableMember(into: &all)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = try reader.required(person, "person")
                self.from = try reader.required(from, "from")
                self.to = try reader.required(to, "to")
                self.substitutes = try reader.required(substitutes, "substitutes")
                self.reason = reason
                self.all = all
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", self.person)
                writer.member("from", self.from)
                writer.member("to", self.to)
                writer.member("substitutes", self.substitutes)
                writer.member("reason", ifPresent: self.reason)
                writer.member("all", ifPresent: self.all)
                writer.endObject()
            }
        }

        /// The output parameters of ``AddAbsence``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var absence: Absence

            public init(absence: Absence) {
                self.absence = absence
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var absence: Absence?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("absence") {
                        try reader.readMember(into: &absence)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.absence = try reader.required(absence, "absence")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("absence", self.absence)
                writer.endObject()
            }
        }
    }

    /// Takes an absence back, or ends it now.
    public enum RemoveAbsence: VarlinkMethod {
        public static let name = "org.tongban.Work.RemoveAbsence"

        /// The input parameters of ``RemoveAbsence``.
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

        /// The output parameters of ``RemoveAbsence``.
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

    /// Sets who takes a person's place when an absence names nobody, in the order they are asked.
    public enum SetSubstitutes: VarlinkMethod {
        public static let name = "org.tongban.Work.SetSubstitutes"

        /// The input parameters of ``SetSubstitutes``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String
            public var substitutes: [String]

            public init(person: String, substitutes: [String]) {
                self.person = person
                self.substitutes = substitutes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                var substitutes: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readMember(into: &person)
                    } else if reader.isMember("substitutes") {
                        try reader.readMember(into: &substitutes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = try reader.required(person, "person")
                self.substitutes = try reader.required(substitutes, "substitutes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", self.person)
                writer.member("substitutes", self.substitutes)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetSubstitutes``.
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

    /// The method `org.tongban.Work.Substitutes`.
    public enum Substitutes: VarlinkMethod {
        public static let name = "org.tongban.Work.Substitutes"

        /// The input parameters of ``Substitutes``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var person: String

            public init(person: String) {
                self.person = person
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var person: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("person") {
                        try reader.readMember(into: &person)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.person = try reader.required(person, "person")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("person", self.person)
                writer.endObject()
            }
        }

        /// The output parameters of ``Substitutes``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var substitutes: [String]

            public init(substitutes: [String]) {
                self.substitutes = substitutes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var substitutes: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("substitutes") {
                        try reader.readMember(into: &substitutes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.substitutes = try reader.required(substitutes, "substitutes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("substitutes", self.substitutes)
                writer.endObject()
            }
        }
    }
}
