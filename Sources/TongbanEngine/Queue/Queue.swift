// SPDX-License-Identifier: Apache-2.0

import TongbanModel
import TongbanStore

extension QueueMemory {
    /// One queue in memory.
    final class Queue {
        /// Of so many kinds the windows stay when they are empty; those of more kinds are dropped, so that a claim does
        /// not look at kinds that have nothing ready.
        static let keptWindows = 16

        var record: QueueRecord
        var windows: [String: ReadyWindow] = [:]
        var rate: RateWindow?
        /// Over all kinds, by the number of the state.
        private(set) var totals = [Int](repeating: 0, count: TaskState.allCases.count)
        private(set) var counts: [String: KindCounts] = [:]
        private var changedKinds: Set<String> = []

        /// The tasks of one kind, by the number of the state.
        struct KindCounts {
            fileprivate(set) var numbers = [Int](repeating: 0, count: TaskState.allCases.count)
            /// A bit for each state whose count has to be written.
            fileprivate var changed: UInt8 = 0
        }

        init(_ record: QueueRecord) {
            self.record = record
            self.rate = record.rate.map { RateWindow($0) }
        }

        func count(_ state: TaskState) -> Int { self.totals[state.index] }

        func count(_ state: TaskState, kind: String) -> Int { self.counts[kind]?.numbers[state.index] ?? 0 }

        /// Tasks that are not finished.
        var unfinished: Int {
            self.count(.scheduled) + self.count(.ready) + self.count(.leased) + self.count(.blocked)
        }

        /// Sets a count as the store has it.
        func setCount(_ count: TaskCount) {
            self.totals[count.state.index] += count.count
            self.counts[count.kind, default: KindCounts()].numbers[count.state.index] = count.count
        }

        func count(_ kind: String, from: TaskState?, to: TaskState) { self.change(kind, minus: from, plus: to) }

        /// Takes back what ``count(_:from:to:)`` did.
        func uncount(_ kind: String, from: TaskState?, to: TaskState) { self.change(kind, minus: to, plus: from) }

        private func change(_ kind: String, minus: TaskState?, plus: TaskState?) {
            var changed: UInt8 = 0
            for (state, step) in [(minus, -1), (plus, 1)] {
                guard let index = state?.index else { continue }
                self.totals[index] += step
                self.counts[kind, default: KindCounts()].numbers[index] += step
                changed |= 1 << UInt8(index)
            }
            let before = self.counts[kind]?.changed ?? 0
            if before == 0 { self.changedKinds.insert(kind) }
            self.counts[kind]?.changed = before | changed
        }

        func takeChangedCounts(into result: inout [TaskCount]) {
            guard !self.changedKinds.isEmpty else { return }
            for kind in self.changedKinds {
                guard let counts = self.counts[kind] else { continue }
                for state in TaskState.allCases where counts.changed & (1 << UInt8(state.index)) != 0 {
                    result.append(
                        TaskCount(
                            queue: self.record.name,
                            kind: kind,
                            state: state,
                            count: counts.numbers[state.index]
                        )
                    )
                }
                self.counts[kind]?.changed = 0
                // The store forgets counts of 0, too: a kind whose tasks are all gone makes room for another.
                if counts.numbers.allSatisfy({ $0 == 0 }) { self.counts[kind] = nil }
            }
            self.changedKinds.removeAll(keepingCapacity: true)
        }
    }
}

extension TaskState {
    /// The place of the state's count.
    var index: Int {
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
}
