// SPDX-License-Identifier: Apache-2.0

/// Hides small counts of a column, and as many others as are needed so that nobody works them out from the total.
///
/// Counts from 1 to `k` - 1 are hidden; 0 is shown, since nobody is behind it. While what the total leaves for the hidden
/// cells would fix one of them, the next count still shown is hidden too. Where no count but 0 is left to show, the
/// total is hidden with them. A total that is small itself is hidden always.
public enum SmallCells {
    public struct Hidden: Sendable, Hashable {
        /// Indices of cells.
        public var cells: Set<Int>
        public var total: Bool

        public init(cells: Set<Int> = [], total: Bool = false) {
            self.cells = cells
            self.total = total
        }
    }

    /// - Parameters:
    ///   - cells: counts that add up to `total`, or to more when what is counted may stand in several.
    ///   - also: cells that are to be hidden for another reason.
    public static func hidden(_ cells: [Int64], total: Int64, below limit: Int, also: Set<Int> = []) -> Hidden {
        func isSmall(_ count: Int64) -> Bool { count > 0 && count < Int64(limit) }
        var hidden = Hidden(cells: also, total: isSmall(total))
        for index in cells.indices where isSmall(cells[index]) { hidden.cells.insert(index) }
        while true {
            let shown = cells.indices.filter { !hidden.cells.contains($0) && cells[$0] > 0 }
            let secret = hidden.cells.filter { cells[$0] > 0 }
            guard !secret.isEmpty else { return hidden }
            let sum = secret.reduce(Int64(0)) { $0 + cells[$1] }
            let count = Int64(secret.count)
            // One hidden cell is what the total leaves. Several are told by their sum when it is as small as it can be,
            // or so great that each must be as great as a small one can be.
            let isSafe = count > 1 && sum - count >= Int64(limit) && sum != count * Int64(limit - 1)
            if isSafe, !hidden.total { return hidden }
            // The next one after the first hidden, not the smallest: which one it is must not tell how great it is.
            let first = secret.min() ?? 0
            let next = shown.min { (one, other) in
                (one - first + cells.count) % cells.count < (other - first + cells.count) % cells.count
            }
            if let next, !hidden.total {
                hidden.cells.insert(next)
            } else {
                hidden.total = true
                return hidden
            }
        }
    }
}
