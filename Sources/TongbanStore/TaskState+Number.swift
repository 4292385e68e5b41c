// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension TaskState {
    /// How the state is written in the database; never changes.
    var number: Int64 {
        switch self {
        case .scheduled: 0
        case .ready: 1
        case .leased: 2
        case .blocked: 3
        case .done: 4
        case .failed: 5
        case .cancelled: 6
        }
    }

    init?(number: Int64) {
        guard let state = Self.allCases.first(where: { $0.number == number }) else { return nil }
        self = state
    }
}
