// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That cases of an item may be handled together (并单), each keeping its own applicant, number, limits and answer.
public struct MergeDeclaration: Sendable, Hashable, Codable {
    /// The roles that may merge, take out again and write answers.
    public var by: [String]
    /// Other items of the bureau whose cases may be merged into one of this item.
    public var with: [String]
    /// The value of the main case that holds the answer; public, since it goes to every applicant.
    public var answerField: String?
    /// The answer to each applicant, with `{number}`, `{main}`, `{outcome}` and `{answer}` filled in.
    public var answer: Bilingual
    /// JsonLogic over the values a case is opened with: that one with the unique key of an open case is merged into that
    /// one at once. With it such a case is never refused as a duplicate: where the condition does not hold it is opened
    /// beside the other.
    public var repeats: JSON?

    public init(
        by: [String],
        with items: [String] = [],
        answerField: String? = nil,
        answer: Bilingual? = nil,
        repeats: JSON? = nil
    ) {
        self.by = by
        self.with = items
        self.answerField = answerField
        self.repeats = repeats
        self.answer =
            answer
            ?? Bilingual(
                "您的办件 {number} 已与 {main} 一并办结,结果:{outcome}。{answer}",
                "Your case {number} was handled together with {main} and is closed: {outcome}. {answer}"
            )
    }
}
