// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// In a case that does a matter anew after a bad rating: what must not be forgotten of the first handling.
public struct CaseRework: Sendable, Hashable {
    /// The number of the case that was rated badly.
    public var of: String
    public var grade: CaseRating.Grade
    /// The roles that call the applicant back.
    public var callBackBy: [String]
    /// Who took part in an earlier handling, and so never calls back.
    public var handlers: [String]

    public init(of number: String, grade: CaseRating.Grade, callBackBy: [String], handlers: [String]) {
        self.of = number
        self.grade = grade
        self.callBackBy = callBackBy
        self.handlers = handlers
    }
}

extension CaseRework {
    var json: JSON {
        [
            "of": .string(self.of), "grade": .integer(Int64(self.grade.rawValue)),
            "callBackBy": .array(self.callBackBy.map(JSON.string)),
            "handlers": .array(self.handlers.map(JSON.string)),
        ]
    }

    init?(json: JSON) {
        guard let number = json["of"]?.stringValue,
            let grade = json["grade"]?.integerValue.flatMap({ CaseRating.Grade(rawValue: Int($0)) }),
            let roles = json["callBackBy"]?.arrayValue, let handlers = json["handlers"]?.arrayValue
        else { return nil }
        self.init(
            of: number,
            grade: grade,
            callBackBy: roles.compactMap(\.stringValue),
            handlers: handlers.compactMap(\.stringValue)
        )
    }
}
