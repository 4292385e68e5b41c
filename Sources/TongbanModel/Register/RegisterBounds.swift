// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A condition in the texts by which values are ordered.
public struct RegisterBounds: Sendable, Hashable {
    public var from: String
    /// `nil` for no end.
    public var to: String?
    public var prefix: String?

    /// `nil` when a value is none of the field's kind.
    public init?(_ test: RegisterCondition.Test, of field: FieldDeclaration) {
        switch test {
        case .equal(let value):
            guard let text = field.kind.orderText(of: value) else { return nil }
            self.from = text
            self.to = text
        case .range(let from, let to):
            guard from != nil || to != nil else { return nil }
            var texts = ("", String?.none)
            if let from {
                guard let text = field.kind.orderText(of: from) else { return nil }
                texts.0 = text
            }
            if let to {
                guard let text = field.kind.orderText(of: to) else { return nil }
                texts.1 = text
            }
            (self.from, self.to) = texts
        case .prefix(let prefix):
            guard !prefix.isEmpty, field.kind.hasOrder, field.kind.orderText(of: .string(prefix)) == prefix else {
                return nil
            }
            self.from = prefix
            self.prefix = prefix
        }
    }

    /// Whether a value lies within, compared by UTF-8 bytes.
    public func hold(_ text: String?) -> Bool {
        guard let text else { return false }
        if let prefix { return text.utf8.starts(with: prefix.utf8) }
        if text.utf8.lexicographicallyPrecedes(self.from.utf8) { return false }
        if let to { return !to.utf8.lexicographicallyPrecedes(text.utf8) }
        return true
    }
}
