// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension JSON {
    /// Whether two values mean the same in Varlink: a member that is `null` is as good as absent, and a number may be
    /// written with or without a fraction.
    func means(_ other: JSON) -> Bool {
        switch (self, other) {
        case (.object(let one), .object(let other)):
            let names = Set(one.names).union(other.names)
            return names.allSatisfy { (one[$0] ?? .null).means(other[$0] ?? .null) }
        case (.array(let one), .array(let other)):
            return one.count == other.count && zip(one, other).allSatisfy { $0.means($1) }
        default:
            if let one = self.doubleValue, let other = other.doubleValue { return one == other }
            return self == other
        }
    }
}
