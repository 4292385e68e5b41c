// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Compares the timers that a case's deadlines ask for with those that are there.
enum TimerAudit {
    enum Difference: Hashable {
        case missing(TimerRecord)
        case surplus(TimerRecord)
        case moved(TimerRecord, to: TimerRecord)

        var kind: String {
            switch self {
            case .missing: "missing"
            case .surplus: "surplus"
            case .moved: "moved"
            }
        }
    }

    /// - Parameters:
    ///   - expected: what the ledgers ask for.
    ///   - found: the case's timers, of which only those of deadlines are compared. One that was put off because its
    ///     handler refused may be later than it was set for.
    static func differences(expected: [TimerRecord], found: [TimerRecord]) -> [Difference] {
        var differences: [Difference] = []
        var left = Dictionary(found.filter(\.isOfDeadline).map { ($0.id, $0) }) { first, _ in first }
        for timer in expected {
            guard let there = left.removeValue(forKey: timer.id) else {
                differences.append(.missing(timer))
                continue
            }
            let isSame = there.due == timer.due && TimerAction(there) == TimerAction(timer)
            if !isSame, !(there.isPutOff && there.due > timer.due) { differences.append(.moved(there, to: timer)) }
        }
        return differences + left.values.sorted { $0.id < $1.id }.map(Difference.surplus)
    }
}

extension TimerRecord {
    var isOfDeadline: Bool {
        self.caseNumber.map { self.id.hasPrefix("\($0)/deadline/") } ?? false
    }
}

extension TimerAction {
    init?(_ timer: TimerRecord) {
        guard let json = try? timer.body.parsed() else { return nil }
        self.init(json: json)
    }
}
