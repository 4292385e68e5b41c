// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A correction of a closed case (更正): what stood there, what is to stand there, why, on what evidence, who asked for it
/// and who decided. What stood there is never overwritten.
public struct CaseAmendment: Sendable, Hashable {
    public struct Decision: Sendable, Hashable {
        public var isApproved: Bool
        public var by: String
        public var at: Instant
        public var reason: String?

        public init(isApproved: Bool, by: String, at: Instant, reason: String? = nil) {
            self.isApproved = isApproved
            self.by = by
            self.at = at
            self.reason = reason
        }
    }

    /// 1, 2, 3 … within the case.
    public var id: Int
    /// The values as they were when the correction was asked for; `null` where there was none.
    public var before: JSONObject
    /// The values as they are to be; `null` removes one.
    public var after: JSONObject
    public var reason: String
    /// Hashes of attachments of the case.
    public var evidence: [String]
    public var by: String
    public var at: Instant
    /// `nil` while nobody has decided.
    public var decision: Decision?
    /// When the case was taken up again, and went on with the corrected values as its own.
    public var taken: Instant?

    public init(
        id: Int,
        before: JSONObject,
        after: JSONObject,
        reason: String,
        evidence: [String],
        by: String,
        at: Instant,
        decision: Decision? = nil
    ) {
        self.id = id
        self.before = before
        self.after = after
        self.reason = reason
        self.evidence = evidence
        self.by = by
        self.at = at
        self.decision = decision
    }

    public var isPending: Bool { self.decision == nil }
    public var isInForce: Bool { self.decision?.isApproved == true && self.taken == nil }
}

extension CaseAmendment {
    var json: JSON {
        var object: JSONObject = [
            "id": .integer(Int64(self.id)), "before": .object(self.before), "after": .object(self.after),
            "reason": .string(self.reason), "by": .string(self.by), "at": .integer(self.at.milliseconds),
        ]
        if !self.evidence.isEmpty { object["evidence"] = .array(self.evidence.map(JSON.string)) }
        if let decision {
            var decided: JSONObject = [
                "approved": .bool(decision.isApproved), "by": .string(decision.by),
                "at": .integer(decision.at.milliseconds),
            ]
            decided["reason"] = decision.reason.map(JSON.string)
            object["decision"] = .object(decided)
        }
        object["taken"] = self.taken.map { .integer($0.milliseconds) }
        return .object(object)
    }

    init?(json: JSON) {
        guard let id = json["id"]?.integerValue, let before = json["before"]?.objectValue,
            let after = json["after"]?.objectValue, let reason = json["reason"]?.stringValue,
            let by = json["by"]?.stringValue, let at = json["at"]?.integerValue
        else { return nil }
        self.init(
            id: Int(id),
            before: before,
            after: after,
            reason: reason,
            evidence: (json["evidence"]?.arrayValue ?? []).compactMap(\.stringValue),
            by: by,
            at: Instant(milliseconds: at)
        )
        self.taken = json["taken"]?.integerValue.map { Instant(milliseconds: $0) }
        guard let decided = json["decision"] else { return }
        guard let approved = decided["approved"]?.boolValue, let decider = decided["by"]?.stringValue,
            let moment = decided["at"]?.integerValue
        else { return nil }
        self.decision = Decision(
            isApproved: approved,
            by: decider,
            at: Instant(milliseconds: moment),
            reason: decided["reason"]?.stringValue
        )
    }
}
