// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A decision as its case keeps it, without anything of class S; a later one does not replace it.
public struct CaseDecision: Sendable, Hashable {
    /// From 1.
    public var number: Int
    public var at: Instant
    /// The value of the case that took the result.
    public var into: String?
    /// The version of the bureau's declaration it was decided by.
    public var declaration: Int
    public var result: DecisionResult

    /// How many a case keeps.
    public static let limit = 100

    public init(number: Int, at: Instant, into: String?, declaration: Int, result: DecisionResult) {
        self.number = number
        self.at = at
        self.into = into
        self.declaration = declaration
        self.result = result
    }

    public var json: JSON {
        var object: JSONObject = [
            "number": .integer(Int64(self.number)), "at": .integer(self.at.milliseconds),
            "declaration": .integer(Int64(self.declaration)), "result": self.result.json,
        ]
        object["into"] = self.into.map(JSON.string)
        return .object(object)
    }

    public init?(json: JSON) {
        guard let number = json["number"]?.integerValue, let at = json["at"]?.integerValue,
            let declaration = json["declaration"]?.integerValue,
            let result = json["result"].flatMap(DecisionResult.init(json:))
        else { return nil }
        self.init(
            number: Int(clamping: number),
            at: Instant(milliseconds: at),
            into: json["into"]?.stringValue,
            declaration: Int(clamping: declaration),
            result: result
        )
    }
}
