// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What a case has beside values, deadlines and actions, as one person may see it.
public struct CaseDossier: Sendable {
    public var linked: [CaseLink]
    public var merge: CaseMerge?
    public var rework: CaseRework?
    /// Comments are of class S: only that there is one is shown, as `***`.
    public var ratings: [CaseRating]
    public var amendments: [CaseAmendment]
    /// Of files the person may not read, name and hash are hidden.
    public var attachments: [CaseAttachment]
    /// What tables and score cards decided, the oldest first.
    public var decisions: [CaseDecision]
    /// The state the case closed in, whatever is shown since.
    public var closedIn: String?
    /// The values as they were at closing, when corrections are in force.
    public var original: JSONObject?
}

extension CaseEngine {
    func dossier(of inHand: CaseInHand, for person: PersonView, _ mask: ShownValues) -> CaseDossier {
        let readsFiles = self.mayReadAttachments(of: inHand, person)
        return CaseDossier(
            linked: inHand.body.links,
            merge: inHand.body.merge,
            rework: inHand.body.rework,
            ratings: inHand.body.ratings.map { rating in
                var rating = rating
                if rating.comment != nil { rating.comment = "***" }
                return rating
            },
            amendments: inHand.body.amendments.map { amendment in
                var amendment = amendment
                amendment.before = mask.shown(amendment.before)
                amendment.after = mask.shown(amendment.after)
                return amendment
            },
            attachments: inHand.body.attachments.map { attachment in
                guard attachment.privacy != .public, !readsFiles else { return attachment }
                var hidden = attachment
                hidden.hash = "***"
                hidden.name = "***"
                return hidden
            },
            decisions: self.decisions.shown(inHand, handles: mask.handles),
            closedIn: inHand.closedState,
            original: inHand.body.amendments.contains(where: \.isInForce) ? mask.shown(inHand.state.data) : nil
        )
    }
}
