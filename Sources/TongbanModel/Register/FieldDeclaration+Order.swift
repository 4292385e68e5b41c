// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension FieldDeclaration.Kind {
    /// Whether values are single ones with an order, so that they can be part of a key or an index.
    public var hasOrder: Bool {
        switch self {
        case .choices, .percent, .approximate, .geo, .texts, .rows, .any: false
        default: true
        }
    }

    /// A text that compares, by its UTF-8 bytes, as the values do; `nil` for no value, or one of another kind.
    public func orderText(of value: JSON?) -> String? {
        guard self.hasOrder, let value, !value.isNull else { return nil }
        switch self {
        case .integer, .money, .mu:
            guard let number = value.integerValue else { return nil }
            // Shifted so that negative numbers come before positive ones, and padded to the 20 digits of the greatest.
            let digits = String(UInt64(bitPattern: number) ^ (1 << 63))
            return String(repeating: "0", count: 20 - digits.count) + digits
        case .boolean:
            return value.boolValue.map { $0 ? "1" : "0" }
        case .moment:
            guard let moment = value.stringValue.flatMap({ Instant($0) }) else { return nil }
            return FieldDeclaration.Kind.integer.orderText(of: .integer(moment.milliseconds))
        default:
            guard let text = value.stringValue, !text.isEmpty else { return nil }
            return text
        }
    }
}
