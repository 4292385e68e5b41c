// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What is kept of a task for people beside its ``TaskRecord``: whose it may be, whose it is, and how it came to him.
public struct HumanTaskRecord: Sendable, Hashable {
    public enum Status: String, Sendable, Hashable, CaseIterable {
        /// Waits for somebody to take it.
        case offered
        /// Somebody holds it.
        case taken
        /// Its case is suspended; nobody can take it.
        case blocked
        /// Ended by an action of a person it was for.
        case done
        /// Ended otherwise: by a deadline, a withdrawal, the end of the case.
        case withdrawn

        public var isOpen: Bool { self == .offered || self == .taken || self == .blocked }
    }

    /// Somebody who may take the task in the place of an absent person.
    public struct StandIn: Sendable, Hashable {
        public var person: String
        public var absent: String

        public init(person: String, absent: String) {
            self.person = person
            self.absent = absent
        }
    }

    public var task: TaskID
    public var bureau: String
    public var caseNumber: String
    /// The id of its declaration.
    public var kind: String
    /// The state of the flow it belongs to.
    public var state: String
    /// Grows with every change.
    public var revision: Int
    public var status: Status
    /// Who holds it, or ended it.
    public var assignee: String?
    /// The earliest running deadline of its state, else of its case.
    public var due: Instant?
    /// Roles of the bureau.
    public var roles: [String]
    /// The area a person must answer for; `nil` when any will do.
    public var area: String?
    /// Persons who may not, by four-eyes.
    public var excluded: [String]
    /// Who is offered it because everybody it is for is absent.
    public var standIns: [StandIn]
    /// The roles that are offered it because there is not even a stand-in.
    public var escalatedTo: [String]
    public var offeredAt: Instant
    public var takenAt: Instant?
    public var endedAt: Instant?
    /// Who gave it to its holder, when he did not take it himself.
    public var assignedBy: String?
    /// Who handed it on, the first of them first; the last one gets it back.
    public var delegatedBy: [String]
    /// The absent person in whose place its holder has it, or whom it waits for.
    public var substituteFor: String?
    /// How often somebody was reminded of it.
    public var reminders: Int
    /// Why it is blocked, was returned or was withdrawn.
    public var reason: String?

    public init(
        task: TaskID,
        bureau: String,
        caseNumber: String,
        kind: String,
        state: String,
        revision: Int = 1,
        status: Status = .offered,
        assignee: String? = nil,
        due: Instant? = nil,
        roles: [String],
        area: String? = nil,
        excluded: [String] = [],
        standIns: [StandIn] = [],
        escalatedTo: [String] = [],
        offeredAt: Instant,
        takenAt: Instant? = nil,
        endedAt: Instant? = nil,
        assignedBy: String? = nil,
        delegatedBy: [String] = [],
        substituteFor: String? = nil,
        reminders: Int = 0,
        reason: String? = nil
    ) {
        self.task = task
        self.bureau = bureau
        self.caseNumber = caseNumber
        self.kind = kind
        self.state = state
        self.revision = revision
        self.status = status
        self.assignee = assignee
        self.due = due
        self.roles = roles
        self.area = area
        self.excluded = excluded
        self.standIns = standIns
        self.escalatedTo = escalatedTo
        self.offeredAt = offeredAt
        self.takenAt = takenAt
        self.endedAt = endedAt
        self.assignedBy = assignedBy
        self.delegatedBy = delegatedBy
        self.substituteFor = substituteFor
        self.reminders = reminders
        self.reason = reason
    }

    public var position: WorkPosition { WorkPosition(due: self.due, task: self.task) }

    /// To whom it is offered now, each with the area that limits the offer.
    public var offers: [WorkOffer] {
        guard self.status == .offered else { return [] }
        let all =
            self.standIns.map { WorkOffer(key: .person($0.person), area: nil) }
            + self.escalatedTo.map { WorkOffer(key: .role($0, of: self.bureau), area: nil) }
            + self.roles.map { WorkOffer(key: .role($0, of: self.bureau), area: self.area) }
        // Of two offers to the same role the wider one counts, which comes first.
        var seen: Set<WorkOffer.Key> = []
        return all.filter { seen.insert($0.key).inserted }
    }
}
