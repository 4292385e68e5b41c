// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension FieldDeclaration {
    /// Whether it or a column of it is of class S.
    public var holdsSensitive: Bool { self.privacy == .sensitive || self.fields.contains(where: \.holdsSensitive) }

    /// Whether a value of it tells something of class S: of the rows, whether any of them does.
    public func tellsSensitive(_ value: JSON) -> Bool {
        if value.isNull || !self.holdsSensitive { return false }
        if self.privacy == .sensitive { return true }
        return (value.arrayValue ?? []).contains { row in
            self.fields.contains { $0.tellsSensitive(row[$0.id] ?? .null) }
        }
    }
}
