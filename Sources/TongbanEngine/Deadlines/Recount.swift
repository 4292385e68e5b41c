// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// The counting anew of all running deadlines after a change of the calendar: in parts, each in a transaction of its own
/// together with how far it has come, so that it goes on after a crash.
public struct Recount: Sendable, Hashable {
    /// What changed, such as `calendar/2027`.
    public var cause: String
    public var cursor: OpenCaseCursor?
    public var looked = 0
    /// Deadlines whose due moment moved, or became firm or provisional.
    public var moved = 0

    init(cause: String) {
        self.cause = cause
    }

    var json: JSON {
        var json: JSON = [
            "cause": .string(self.cause), "looked": .integer(Int64(self.looked)),
            "moved": .integer(Int64(self.moved)),
        ]
        if let cursor {
            json["cursor"] = .array([
                .string(cursor.bureau), .string(cursor.item), cursor.number.map(JSON.string) ?? .null,
            ])
        }
        return json
    }

    init?(json: JSON) {
        guard let cause = json["cause"]?.stringValue else { return nil }
        self.cause = cause
        self.looked = json["looked"]?.integerValue.map { Int($0) } ?? 0
        self.moved = json["moved"]?.integerValue.map { Int($0) } ?? 0
        if let cursor = json["cursor"], let bureau = cursor[0]?.stringValue, let item = cursor[1]?.stringValue {
            self.cursor = OpenCaseCursor(bureau: bureau, item: item, number: cursor[2]?.stringValue)
        }
    }
}
