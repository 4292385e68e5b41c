// SPDX-License-Identifier: Apache-2.0

/// Distinct elements in order, kept in short runs, so that adding and removing one moves few others.
struct SortedList<Element: Comparable & Sendable>: Sendable {
    private static var longestRun: Int { 512 }

    /// None is empty, each is sorted, and all of one come before all of the next.
    private var runs: [[Element]] = []

    init() {}

    var isEmpty: Bool { self.runs.isEmpty }

    var first: Element? { self.runs.first?.first }

    var last: Element? { self.runs.last?.last }

    /// Adds an element; one that is there already stays alone.
    mutating func insert(_ element: Element) {
        guard !self.runs.isEmpty else {
            self.runs.append([element])
            return
        }
        let run = min(self.firstRun(endingAtOrAfter: element), self.runs.count - 1)
        let position = Self.lowerBound(of: element, in: self.runs[run])
        if position < self.runs[run].count, self.runs[run][position] == element { return }
        self.runs[run].insert(element, at: position)
        if self.runs[run].count > Self.longestRun {
            // A list that grows at its end keeps its runs full; any other splits in the middle.
            let grewAtEnd = run == self.runs.count - 1 && position == self.runs[run].count - 1
            let cut = grewAtEnd ? self.runs[run].count - 1 : self.runs[run].count / 2
            self.runs.insert(Array(self.runs[run][cut...]), at: run + 1)
            self.runs[run].removeSubrange(cut...)
        }
    }

    /// Removes an element, if it is there.
    mutating func remove(_ element: Element) {
        let run = self.firstRun(endingAtOrAfter: element)
        guard run < self.runs.count else { return }
        let position = Self.lowerBound(of: element, in: self.runs[run])
        guard position < self.runs[run].count, self.runs[run][position] == element else { return }
        self.runs[run].remove(at: position)
        if self.runs[run].isEmpty { self.runs.remove(at: run) }
    }

    /// Calls `body` with the elements after `bound` (with all, when it is `nil`) in order, until it returns `false`.
    func forEach(after bound: Element?, _ body: (Element) -> Bool) {
        var run = 0
        var position = 0
        if let bound {
            run = self.firstRun(endingAtOrAfter: bound)
            guard run < self.runs.count else { return }
            position = Self.lowerBound(of: bound, in: self.runs[run])
            if position < self.runs[run].count, self.runs[run][position] == bound { position += 1 }
        }
        while run < self.runs.count {
            while position < self.runs[run].count {
                if !body(self.runs[run][position]) { return }
                position += 1
            }
            run += 1
            position = 0
        }
    }

    private func firstRun(endingAtOrAfter element: Element) -> Int {
        var low = 0
        var high = self.runs.count
        while low < high {
            let middle = (low + high) / 2
            if self.runs[middle][self.runs[middle].count - 1] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func lowerBound(of element: Element, in run: [Element]) -> Int {
        var low = 0
        var high = run.count
        while low < high {
            let middle = (low + high) / 2
            if run[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
