// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What most cases do not have: each section is left out of the JSON when it is empty.
extension CaseBody {
    func writeSections(to object: inout JSONObject) {
        object["merge"] = self.merge?.json
        object["rework"] = self.rework?.json
        if !self.ratings.isEmpty { object["ratings"] = .array(self.ratings.map(\.json)) }
        if !self.amendments.isEmpty { object["amendments"] = .array(self.amendments.map(\.json)) }
        if !self.attachments.isEmpty { object["attachments"] = .array(self.attachments.map(\.json)) }
        if !self.decisions.isEmpty { object["decisions"] = .array(self.decisions.map(\.json)) }
        if !self.custody.isEmpty { object["custody"] = self.custody.json }
    }

    /// - Returns: whether every section there is could be read.
    mutating func readSections(of json: JSON) -> Bool {
        if let section = json["merge"] {
            guard let merge = CaseMerge(json: section) else { return false }
            self.merge = merge
        }
        if let section = json["rework"] {
            guard let rework = CaseRework(json: section) else { return false }
            self.rework = rework
        }
        if let section = json["custody"] {
            guard let custody = Custody(json: section) else { return false }
            self.custody = custody
        }
        guard let ratings = Self.all(json["ratings"], { CaseRating(json: $0) }),
            let amendments = Self.all(json["amendments"], { CaseAmendment(json: $0) }),
            let attachments = Self.all(json["attachments"], { CaseAttachment(json: $0) }),
            let decisions = Self.all(json["decisions"], { CaseDecision(json: $0) })
        else { return false }
        self.decisions = decisions
        self.ratings = ratings
        self.amendments = amendments
        self.attachments = attachments
        return true
    }

    private static func all<Element>(_ section: JSON?, _ read: (JSON) -> Element?) -> [Element]? {
        guard let section else { return [] }
        guard let elements = section.arrayValue else { return nil }
        let values = elements.compactMap(read)
        return values.count == elements.count ? values : nil
    }
}
