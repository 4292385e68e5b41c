// SPDX-License-Identifier: Apache-2.0

import TongbanModel
import TongbanStore

/// The first ready tasks of one queue and kind, in the order of claiming; the rest stays in the store.
///
/// Holds at most ``capacity`` positions, whatever the backlog. While ``isWhole`` is false the store has ready tasks that
/// come after the last one here, and the window is filled again when it runs dry.
struct ReadyWindow {
    let capacity: Int
    /// Sorted from the last to be claimed to the first, so that claiming takes from the end.
    private(set) var positions: [ReadyPosition]
    private(set) var isWhole: Bool

    init(capacity: Int, isWhole: Bool = true) {
        self.capacity = capacity
        self.positions = []
        self.isWhole = isWhole
    }

    var first: ReadyPosition? { self.positions.last }
    var isEmpty: Bool { self.positions.isEmpty }
    /// Whether it has to be filled from the store before it can tell what comes first.
    var isDry: Bool { self.positions.isEmpty && !self.isWhole }
    /// Whether there is no ready task, here or in the store.
    var isExhausted: Bool { self.positions.isEmpty && self.isWhole }

    /// Adds a task that became ready.
    mutating func insert(_ position: ReadyPosition) {
        if !self.isWhole {
            // What comes after the last one here is in the store, and so is this one when it does too.
            guard let last = self.positions.first, position < last else { return }
        }
        if let last = self.positions.first, last < position {
            // The usual case: younger than all that wait, of no higher priority.
            self.positions.insert(position, at: 0)
        } else {
            self.positions.insert(position, at: self.index(for: position))
        }
        if self.positions.count > self.capacity {
            self.positions.removeFirst()
            self.isWhole = false
        }
    }

    mutating func remove(_ position: ReadyPosition) {
        if self.positions.last == position {
            self.positions.removeLast()
            return
        }
        let index = self.index(for: position)
        if index < self.positions.count, self.positions[index] == position { self.positions.remove(at: index) }
    }

    /// Replaces the content by what the store has first.
    mutating func fill(_ positions: [ReadyPosition], isWhole: Bool) {
        self.positions = positions.reversed()
        self.isWhole = isWhole
    }

    /// Where a position is, or belongs.
    private func index(for position: ReadyPosition) -> Int {
        var low = 0
        var high = self.positions.count
        while low < high {
            let middle = (low + high) / 2
            if position < self.positions[middle] { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
