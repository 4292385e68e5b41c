// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// Reads the journal entry by entry and finds the first that was changed, lost or put in.
///
/// ```swift
/// var verifier = JournalVerifier()
/// for entry in page.entries { verifier.check(entry) }
/// if let fault = verifier.fault { print(fault) }
/// ```
public struct JournalVerifier: Sendable {
    /// What is wrong with the first broken entry.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        public enum Kind: Sendable, Hashable {
            /// The entry that should stand here has another number: entries are missing, doubled or out of order.
            case gap(expected: Int64)
            /// It does not carry the hash of the entry before it.
            case previousHash
            /// Its content does not give its hash.
            case hash
        }

        /// The number of the broken entry.
        public var sequence: Int64
        public var kind: Kind

        public init(sequence: Int64, kind: Kind) {
            self.sequence = sequence
            self.kind = kind
        }

        public var description: String {
            switch self.kind {
            case .gap(let expected): "entry \(self.sequence) stands where \(expected) should"
            case .previousHash: "entry \(self.sequence) does not follow the entry before it: the chained hash differs"
            case .hash: "entry \(self.sequence) was changed: its content does not give its hash"
            }
        }
    }

    /// The number of the last sound entry.
    public private(set) var lastSound: Int64
    /// The first thing found wrong; nothing after it is looked at.
    public private(set) var fault: Fault?

    private var lastHash: [UInt8]
    private var hash = JournalHash()

    /// Begins after an entry that is trusted; by default at the first.
    ///
    /// - Parameters:
    ///   - sequence: The number of the trusted entry.
    ///   - hash: Its hash.
    public init(after sequence: Int64 = 0, hash: [UInt8] = JournalHash.start) {
        self.lastSound = sequence
        self.lastHash = hash
    }

    /// Looks at the next entry.
    ///
    /// - Returns: The first fault found so far.
    @discardableResult
    public mutating func check(_ entry: JournalEntry) -> Fault? {
        if let fault { return fault }
        let kind: Fault.Kind
        if entry.sequence != self.lastSound + 1 {
            kind = .gap(expected: self.lastSound + 1)
        } else if entry.previousHash != self.lastHash {
            kind = .previousHash
        } else if entry.hash != self.hash.hash(of: entry) {
            kind = .hash
        } else {
            self.lastSound = entry.sequence
            self.lastHash = entry.hash
            return nil
        }
        self.fault = Fault(sequence: entry.sequence, kind: kind)
        return self.fault
    }
}
