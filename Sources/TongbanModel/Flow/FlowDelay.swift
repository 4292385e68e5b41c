// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Lengths of time as sends write them.
enum FlowDelay {
    /// Milliseconds of a number, or of a text with a unit: `ms` and `s` as CSS 2 has them, and `m`, `h`, `d`.
    ///
    /// - Returns: `nil` for anything else, a negative length included.
    static func milliseconds(_ value: JSON) -> Int64? {
        if case .string(let text) = value { return self.milliseconds(text) }
        guard let number = value.doubleValue, number >= 0, number < 9e15 else { return nil }
        return Int64(number)
    }

    private static func milliseconds(_ text: String) -> Int64? {
        let trimmed = text.filter { $0 != " " }
        let number = trimmed.prefix { $0.isNumber || $0 == "." || $0 == "+" }
        let unit: Double
        switch String(trimmed.dropFirst(number.count)) {
        case "ms": unit = 1
        case "s": unit = 1_000
        case "m", "min": unit = 60_000
        case "h": unit = 3_600_000
        case "d": unit = 86_400_000
        case "": unit = number == "0" ? 1 : 0
        default: return nil
        }
        var digits = String(number)
        if digits.hasPrefix(".") { digits = "0" + digits }
        guard unit > 0, let count = Double(digits), count * unit < 9e15 else { return nil }
        return Int64((count * unit).rounded())
    }
}
