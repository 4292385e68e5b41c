// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// That a case has to do with another one. A link stands in both cases, in each as seen from there.
public struct CaseLink: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The other one opened this one.
        case parent
        case child
        /// The other one is about the same matter and came first.
        case duplicateOf
        case duplicate
        /// This one is handled together with the other, which is the main one.
        case mergedInto
        case merges
        /// This one objects to the other one's decision.
        case appealOf
        case appeal
        /// This one does anew what was rated badly in the other.
        case reworkOf
        case rework
        case related

        /// The same link as seen from the other case.
        public var inverse: Kind {
            switch self {
            case .parent: .child
            case .child: .parent
            case .duplicateOf: .duplicate
            case .duplicate: .duplicateOf
            case .mergedInto: .merges
            case .merges: .mergedInto
            case .appealOf: .appeal
            case .appeal: .appealOf
            case .reworkOf: .rework
            case .rework: .reworkOf
            case .related: .related
            }
        }
    }

    public var kind: Kind
    /// The number of the other case.
    public var number: String

    public init(_ kind: Kind, _ number: String) {
        self.kind = kind
        self.number = number
    }
}

extension CaseLink {
    var json: JSON { [.string(self.kind.rawValue), .string(self.number)] }

    /// Reads what ``json`` wrote, or a mere number as it was written before links had kinds: then there were only
    /// links between parent and child.
    init?(json: JSON, parent: String?) {
        if let number = json.stringValue {
            self.init(number == parent ? .parent : .child, number)
        } else if let kind = json[0]?.stringValue.flatMap(Kind.init(rawValue:)), let number = json[1]?.stringValue {
            self.init(kind, number)
        } else {
            return nil
        }
    }
}
