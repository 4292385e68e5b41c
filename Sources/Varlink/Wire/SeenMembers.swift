// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Which members of an envelope have been read, so that none may come twice.
struct SeenMembers: OptionSet {
    let rawValue: UInt8

    static let parameters = SeenMembers(rawValue: 1)
    static let oneway = SeenMembers(rawValue: 2)
    static let more = SeenMembers(rawValue: 4)
    static let upgrade = SeenMembers(rawValue: 8)
    static let continues = SeenMembers(rawValue: 16)

    mutating func insert(_ member: SeenMembers, _ reader: inout JSONReader) throws(JSONError) {
        guard !self.contains(member) else {
            throw JSONError(.duplicateMember, offset: reader.offset, path: reader.memberName)
        }
        self.formUnion(member)
    }
}
