// SPDX-License-Identifier: Apache-2.0

/// Why a deadline cannot be computed.
public enum DeadlineError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The clock stands; there is no due moment until it goes again.
    case paused
    /// An extension is of another unit than the limit.
    case unit(Limit, of: Limit)
    /// No office hour was found in ten years.
    case noOfficeHours
    /// The due moment lies beyond the year 9999.
    case tooFar

    public var message: Bilingual {
        switch self {
        case .paused: Bilingual("计时已暂停", "the clock stands still")
        case .unit(let one, let other):
            Bilingual("延长 \(one) 与时限 \(other) 的单位不同", "the extension \(one) is of another unit than the limit \(other)")
        case .noOfficeHours: Bilingual("十年内没有办公时间", "there are no office hours in ten years")
        case .tooFar: Bilingual("到期日超出 9999 年", "the due moment lies beyond the year 9999")
        }
    }

    public var description: String { self.message.en }
}
