// SPDX-License-Identifier: Apache-2.0

import Civic

extension Instant {
    /// The end of a civil day, 24:00 in Shanghai: when a limit of days passes whose last day it is.
    ///
    /// - Returns: `nil` when the text is no date such as `2022-07-15`.
    public static func end(of day: String) -> Instant? {
        CivilDay(day).map { ShanghaiTime.startOfDay($0.adding(days: 1)) }
    }
}
