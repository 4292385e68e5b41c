// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What a case holds besides what it is searched by.
public struct CaseBody: Sendable, Hashable {
    /// One action taken, for the rules that look at who did what.
    public struct Act: Sendable, Hashable {
        public var action: String
        public var actor: String
        public var at: Instant

        public init(action: String, actor: String, at: Instant) {
            self.action = action
            self.actor = actor
            self.at = at
        }
    }

    /// Where the case stands in its flow, its values included.
    public var flow: JSON
    /// Opening is the first, under the name `open`.
    public var acts: [Act]
    public var deadlines: [DeadlineRun]
    /// Other cases this one has to do with.
    public var links: [CaseLink]
    /// The suspensions, the oldest first; the last one lasts while it has no end.
    public var suspensions: [Suspension] = []
    public var merge: CaseMerge?
    public var rework: CaseRework?
    /// One for each handling that was rated.
    public var ratings: [CaseRating] = []
    public var amendments: [CaseAmendment] = []
    public var attachments: [CaseAttachment] = []
    /// What tables and score cards decided, the oldest first.
    public var decisions: [CaseDecision] = []
    /// Who held the case since its first contact.
    public var custody = Custody()

    public init(flow: JSON, acts: [Act] = [], deadlines: [DeadlineRun] = [], links: [CaseLink] = []) {
        self.flow = flow
        self.acts = acts
        self.deadlines = deadlines
        self.links = links
    }

    /// What stands beside the state, sorted, such as `DISPUTED`.
    public var marks: [String] = []

    /// Events nobody waits for yet, the oldest first.
    public var kept: [Suspension.HeldEvent] = []
    /// The locks the case holds or waits for.
    public var locks: [String] = []
    /// The open hand-offs for which the case waits.
    public var handoffs: [String] = []
    /// What a case that was ended from outside ended as.
    public var endedAs: String?

    /// The suspension that lasts.
    public var suspension: Suspension? { self.suspensions.last.flatMap { $0.until == nil ? $0 : nil } }

    /// Whether a person took one of the named actions.
    public func wasTaken(_ actions: [String], by actor: String) -> Bool {
        self.acts.contains { $0.actor == actor && actions.contains($0.action) }
    }
}

extension CaseBody {
    public var json: JSON {
        var object: JSONObject = [
            "flow": self.flow,
            "acts": .array(
                self.acts.map {
                    .array([.string($0.action), .string($0.actor), .integer($0.at.milliseconds)])
                }
            ),
            "deadlines": .array(self.deadlines.map(\.json)),
            "links": .array(self.links.map(\.json)),
        ]
        if !self.marks.isEmpty { object["marks"] = .array(self.marks.map(JSON.string)) }
        if !self.kept.isEmpty {
            object["kept"] = .array(
                self.kept.map { .array([.string($0.name), $0.data, .integer($0.due.milliseconds)]) }
            )
        }
        if !self.locks.isEmpty { object["locks"] = .array(self.locks.map(JSON.string)) }
        if !self.handoffs.isEmpty { object["handoffs"] = .array(self.handoffs.map(JSON.string)) }
        if let endedAs { object["endedAs"] = .string(endedAs) }
        if !self.suspensions.isEmpty { object["suspensions"] = .array(self.suspensions.map(\.json)) }
        self.writeSections(to: &object)
        return .object(object)
    }

    /// Reads what ``json`` wrote; `nil` when it is something else.
    ///
    /// - Parameter parent: the case that opened this one, by which links without a kind are told apart.
    public init?(json: JSON, parent: String? = nil) {
        guard let flow = json["flow"], let acts = json["acts"]?.arrayValue,
            let deadlines = json["deadlines"]?.arrayValue, let links = json["links"]?.arrayValue
        else { return nil }
        self.flow = flow
        self.acts = []
        for act in acts {
            guard let action = act[0]?.stringValue, let actor = act[1]?.stringValue, let at = act[2]?.integerValue
            else { return nil }
            self.acts.append(Act(action: action, actor: actor, at: Instant(milliseconds: at)))
        }
        self.deadlines = []
        for deadline in deadlines {
            guard let run = DeadlineRun(json: deadline) else { return nil }
            self.deadlines.append(run)
        }
        self.links = links.compactMap { CaseLink(json: $0, parent: parent) }
        guard self.links.count == links.count else { return nil }
        self.marks = (json["marks"]?.arrayValue ?? []).compactMap(\.stringValue)
        for event in json["kept"]?.arrayValue ?? [] {
            guard let name = event[0]?.stringValue, let data = event[1], let at = event[2]?.integerValue else {
                return nil
            }
            self.kept.append(.init(name: name, data: data, due: Instant(milliseconds: at)))
        }
        self.locks = (json["locks"]?.arrayValue ?? []).compactMap(\.stringValue)
        self.handoffs = (json["handoffs"]?.arrayValue ?? []).compactMap(\.stringValue)
        self.endedAs = json["endedAs"]?.stringValue
        for suspension in json["suspensions"]?.arrayValue ?? [] {
            guard let suspension = Suspension(json: suspension) else { return nil }
            self.suspensions.append(suspension)
        }
        guard self.readSections(of: json) else { return nil }
    }
}
