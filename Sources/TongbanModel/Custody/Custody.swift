// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Who held a case since its first contact: a ledger that is only added to.
///
/// Each entry holds from its moment to that of the next one, so that no millisecond belongs to nobody or to two.
public struct Custody: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var from: Instant
        public var holder: Holder
        /// The state of the case, ``contact`` before it was opened.
        public var state: String

        public init(from: Instant, holder: Holder, state: String) {
            self.from = from
            self.holder = holder
            self.state = state
        }
    }

    /// A stretch of time of one holder in one state; the end is not included.
    public struct Span: Sendable, Hashable {
        public var from: Instant
        public var to: Instant
        public var holder: Holder
        public var state: String

        public init(from: Instant, to: Instant, holder: Holder, state: String) {
            self.from = from
            self.to = to
            self.holder = holder
            self.state = state
        }

        public var milliseconds: Int64 { self.to.since(self.from) }
    }

    /// What stands for the state of a case between the first contact and its opening.
    public static let contact = "CONTACT"

    public private(set) var entries: [Entry]

    public init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    public var isEmpty: Bool { self.entries.isEmpty }

    /// The moment of the first contact.
    public var contacted: Instant? { self.entries.first?.from }

    /// Adds that somebody holds the case in a state from now on; nothing when that holds already.
    public mutating func note(_ holder: Holder, in state: String, at now: Instant) {
        if let last = self.entries.last, last.holder == holder, last.state == state { return }
        self.entries.append(Entry(from: max(now, self.entries.last?.from ?? now), holder: holder, state: state))
    }

    /// The spans from the first contact to the last closing, or, of an open case, to `now`; those without length are left
    /// out. They follow one another without a gap.
    public func spans(until now: Instant) -> [Span] {
        let end = self.entries.lastIndex { $0.holder != .closed } ?? -1
        var spans: [Span] = []
        for index in self.entries.indices where index <= end {
            let entry = self.entries[index]
            let to = index + 1 < self.entries.count ? self.entries[index + 1].from : max(now, entry.from)
            guard to > entry.from else { continue }
            spans.append(Span(from: entry.from, to: to, holder: entry.holder, state: entry.state))
        }
        return spans
    }

    /// How often the case was given back to the applicant by whoever worked on it.
    public var returns: Int {
        self.entries.indices.count { index in
            guard index > 0, self.entries[index].holder == .applicant else { return false }
            let before = self.entries[index - 1]
            return before.holder != .applicant && before.holder != .closed && before.state != Self.contact
        }
    }
}

extension Custody {
    var json: JSON {
        .array(self.entries.map { [.integer($0.from.milliseconds), .string($0.holder.code), .string($0.state)] })
    }

    /// Reads what ``json`` wrote; `nil` when it is something else.
    init?(json: JSON) {
        guard let elements = json.arrayValue else { return nil }
        self.entries = []
        for element in elements {
            guard let from = element[0]?.integerValue, let state = element[2]?.stringValue,
                let holder = element[1]?.stringValue.flatMap(Holder.init(code:))
            else { return nil }
            self.entries.append(Entry(from: Instant(milliseconds: from), holder: holder, state: state))
        }
    }
}
