// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// That cases of the item may be handled together, each with an answer of its own.
///
/// ```swift
/// Merging(by: "bureau", answerField: "reply")
/// ```
public struct Merging: ItemPart {
    let declaration: MergeDeclaration

    /// - Parameters:
    ///   - roles: those that merge, take out again and write answers.
    ///   - items: other items of the bureau whose cases may be merged into one of this item.
    ///   - answerField: the value of the main case that holds the answer; a public field.
    ///   - answer: the answer to each applicant, with `{number}`, `{main}`, `{outcome}` and `{answer}` filled in.
    ///   - repeats: a condition over the values a case is opened with, such as a ``rule(_:)``: where it holds, a case with
    ///     the `unique` values of an open one is merged into it at once, and who brought it is told; where not, it is opened
    ///     beside it. Without this it is refused with `DUPLICATE`.
    public init(
        by roles: String...,
        with items: [String] = [],
        answerField: String? = nil,
        answer: (String, String)? = nil,
        repeats: Expression? = nil
    ) {
        self.declaration = MergeDeclaration(
            by: roles,
            with: items,
            answerField: answerField,
            answer: answer.map { Bilingual($0.0, $0.1) },
            repeats: repeats?.rule
        )
    }
}

/// That the handling of the item's cases is rated, once each time, by whose case it was or by an independent caller.
///
/// ```swift
/// Rating(by: "citizen", callBack: "callback", rework: .init(item: "redo", callBackBy: ["callback"]))
/// ```
public struct Rating: ItemPart {
    let declaration: RatingDeclaration

    /// - Parameters:
    ///   - applicants: the roles of applicants; they rate their own cases only.
    ///   - callBack: the roles of those who call applicants; none of the bureau's own.
    ///   - limit: for how long after closing.
    ///   - rework: the item of which a bad rating opens a case; see ``Item/rework(_:_:_:prefix:by:callBackBy:workingDays:)``.
    public init(
        by applicants: String...,
        callBack: [String] = [],
        within limit: Limit = Limit(30, .calendarDays),
        rework: ReworkDeclaration? = nil
    ) {
        self.declaration = RatingDeclaration(
            by: applicants,
            callBack: callBack,
            within: limit.description,
            rework: rework
        )
    }
}

/// Who corrects closed cases of the item; without it the role `bureau` asks and the role `head` decides.
public struct Amending: ItemPart {
    let declaration: AmendmentDeclaration

    public init(by roles: String..., decidedBy deciders: [String]) {
        self.declaration = AmendmentDeclaration(by: roles, decidedBy: deciders)
    }
}

/// Which files cases of the item take; without it every known kind, within the daemon's own limits.
public struct Attachments: ItemPart {
    let declaration: AttachmentDeclaration

    /// - Parameters:
    ///   - sizeLimit: bytes of one file.
    ///   - countLimit: files of one case.
    public init(_ types: MediaType..., sizeLimit: Int? = nil, countLimit: Int? = nil) {
        self.declaration = AttachmentDeclaration(
            types: types.isEmpty ? MediaType.allCases : types,
            sizeLimit: sizeLimit,
            countLimit: countLimit
        )
    }
}

extension ItemDeclaration {
    /// What an item says of merging, rating, correcting and attachments.
    mutating func take(_ parts: [any ItemPart]) {
        for part in parts {
            switch part {
            case let part as Merging: self.merging = part.declaration
            case let part as Rating: self.rating = part.declaration
            case let part as Amending: self.amendment = part.declaration
            case let part as Attachments: self.attachments = part.declaration
            case is Detached: self.detached = true
            default: break
            }
        }
    }
}
