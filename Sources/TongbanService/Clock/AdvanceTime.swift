// SPDX-License-Identifier: Apache-2.0

import Civic

/// A stretch of time such as `3d`, `90min`, `1d12h`, `45s`.
struct AdvanceTime: Hashable {
    var milliseconds: Int64

    private static let units: [(suffix: String, milliseconds: Int64)] = [
        ("min", 60_000), ("ms", 1), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000),
        ("w", 604_800_000),
    ]

    init?(_ text: String) {
        var rest = Substring(text)
        var total: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard let number = Int64(digits), digits.count <= 9 else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let unit = Self.units.first(where: { rest.hasPrefix($0.suffix) }) else { return nil }
            rest = rest.dropFirst(unit.suffix.count)
            let (product, overflow) = number.multipliedReportingOverflow(by: unit.milliseconds)
            let (sum, carried) = total.addingReportingOverflow(product)
            guard !overflow, !carried else { return nil }
            total = sum
        }
        // Ten years are more than any rehearsal needs.
        guard total <= 315_576_000_000 else { return nil }
        self.milliseconds = total
    }
}
