// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// How one handling of a case was rated (好差评).
public struct CaseRating: Sendable, Hashable {
    /// The five grades of GB/T 39735-2020.
    public enum Grade: Int, Sendable, Hashable, CaseIterable, Comparable {
        case veryBad = 1
        case bad
        case fair
        case good
        case veryGood

        public var name: Bilingual {
            switch self {
            case .veryGood: Bilingual("非常满意", "very satisfied")
            case .good: Bilingual("满意", "satisfied")
            case .fair: Bilingual("基本满意", "fairly satisfied")
            case .bad: Bilingual("不满意", "dissatisfied")
            case .veryBad: Bilingual("非常不满意", "very dissatisfied")
            }
        }

        /// Whether the matter has to be handled anew.
        public var isBad: Bool { self <= .bad }

        public static func < (one: Grade, other: Grade) -> Bool { one.rawValue < other.rawValue }
    }

    /// Who said it.
    public enum Source: String, Sendable, Hashable {
        /// Whose case it is.
        case applicant
        /// Somebody who called him and belongs to another body.
        case callback
    }

    public var grade: Grade
    public var source: Source
    public var at: Instant
    /// When the handling that is rated ended.
    public var handling: Instant
    /// Of class S.
    public var comment: String?
    /// The case in which the matter is handled anew.
    public var rework: String?

    public init(
        grade: Grade,
        source: Source,
        at: Instant,
        handling: Instant,
        comment: String? = nil,
        rework: String? = nil
    ) {
        self.grade = grade
        self.source = source
        self.at = at
        self.handling = handling
        self.comment = comment
        self.rework = rework
    }
}

extension CaseRating {
    var json: JSON {
        var object: JSONObject = [
            "grade": .integer(Int64(self.grade.rawValue)), "source": .string(self.source.rawValue),
            "at": .integer(self.at.milliseconds), "handling": .integer(self.handling.milliseconds),
        ]
        object["comment"] = self.comment.map(JSON.string)
        object["rework"] = self.rework.map(JSON.string)
        return .object(object)
    }

    init?(json: JSON) {
        guard let grade = json["grade"]?.integerValue.flatMap({ Grade(rawValue: Int($0)) }),
            let source = json["source"]?.stringValue.flatMap(Source.init(rawValue:)),
            let at = json["at"]?.integerValue, let handling = json["handling"]?.integerValue
        else { return nil }
        self.init(
            grade: grade,
            source: source,
            at: Instant(milliseconds: at),
            handling: Instant(milliseconds: handling),
            comment: json["comment"]?.stringValue,
            rework: json["rework"]?.stringValue
        )
    }
}
