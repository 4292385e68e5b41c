// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// That a case is handled together with a main one (并单): its own flow stands still, its own deadlines run on, and its
/// applicant gets an answer of his own.
public struct CaseMerge: Sendable, Hashable {
    /// What the flow would have been told while it stood still; told when the case is taken out again.
    public struct HeldEvent: Sendable, Hashable {
        public var event: String
        public var data: JSON
        public var origin: String

        public init(event: String, data: JSON, origin: String) {
            self.event = event
            self.data = data
            self.origin = origin
        }
    }

    /// The number of the main case.
    public var main: String
    public var at: Instant
    /// Who merged it.
    public var by: String
    /// The answer written for this case alone; without one the main case's answer is used.
    public var answer: String?
    public var held: [HeldEvent]
    /// The state the main case closed in, once it has.
    public var outcome: String?
    /// The answer as it was given.
    public var given: Bilingual?

    public init(main: String, at: Instant, by: String) {
        self.main = main
        self.at = at
        self.by = by
        self.held = []
    }
}

extension CaseMerge {
    var json: JSON {
        var object: JSONObject = [
            "main": .string(self.main), "at": .integer(self.at.milliseconds), "by": .string(self.by),
        ]
        object["answer"] = self.answer.map(JSON.string)
        if !self.held.isEmpty {
            object["held"] = .array(self.held.map { [.string($0.event), $0.data, .string($0.origin)] })
        }
        object["outcome"] = self.outcome.map(JSON.string)
        object["given"] = self.given?.json
        return .object(object)
    }

    init?(json: JSON) {
        guard let main = json["main"]?.stringValue, let at = json["at"]?.integerValue,
            let by = json["by"]?.stringValue
        else { return nil }
        self.init(main: main, at: Instant(milliseconds: at), by: by)
        self.answer = json["answer"]?.stringValue
        for held in json["held"]?.arrayValue ?? [] {
            guard let event = held[0]?.stringValue, let data = held[1], let origin = held[2]?.stringValue else {
                return nil
            }
            self.held.append(HeldEvent(event: event, data: data, origin: origin))
        }
        self.outcome = json["outcome"]?.stringValue
        self.given = json["given"].flatMap { Bilingual(json: $0) }
    }
}
