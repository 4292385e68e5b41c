// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension RawJSON {
    /// The tasks that the data of a journal's entry tells of.
    func taskIDs() throws -> [String] {
        try self.parsed()["ids"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }
}
