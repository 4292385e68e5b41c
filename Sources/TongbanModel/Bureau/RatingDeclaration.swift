// SPDX-License-Identifier: Apache-2.0

import Civic

/// That the handling of an item's cases is rated (好差评).
public struct RatingDeclaration: Sendable, Hashable, Codable {
    /// The roles of applicants, who rate their own cases.
    public var by: [String]
    /// The roles of those who call applicants and belong to another body; none of the bureau's own.
    public var callBack: [String]
    /// For how long after closing, in the notation of `Limit`.
    public var within: String
    public var rework: ReworkDeclaration?

    public init(
        by: [String] = ["citizen", "agent"],
        callBack: [String] = [],
        within: String = "30d",
        rework: ReworkDeclaration? = nil
    ) {
        self.by = by
        self.callBack = callBack
        self.within = within
        self.rework = rework
    }
}

/// That a bad rating opens a case in which the matter is handled anew.
public struct ReworkDeclaration: Sendable, Hashable, Codable {
    /// The item of the bureau whose case is opened.
    public var item: String
    /// The limit of the work, in the notation of `Limit`; the item must declare it.
    public var limit: String
    /// The roles that call the applicant back afterwards: nobody who took part, and nobody of the bureau.
    public var callBackBy: [String]
    /// Values of the first case that go into the form of the new one.
    public var carry: [String]

    public init(item: String, limit: String = "15wd", callBackBy: [String], carry: [String] = []) {
        self.item = item
        self.limit = limit
        self.callBackBy = callBackBy
        self.carry = carry
    }

    /// What the form of the new case gets beside carry, as far as it has such fields.
    public static let givenFields = ["original", "grade"]
}
