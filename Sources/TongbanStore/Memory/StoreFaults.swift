// SPDX-License-Identifier: Apache-2.0

/// What goes wrong with a ``MemoryStore``, and when: written down beforehand, so that a simulated failure replays.
///
/// ```swift
/// store.faults.fail(.commit, number: 3, with: StoreError(.inputOutput, "fsync failed"))
/// store.faults.losePower(atCommit: 5, kept: true)
/// store.faults.full = true    // until set back
/// ```
public struct StoreFaults: Sendable, Hashable {
    /// What can fail.
    public enum Step: Sendable, Hashable, CaseIterable {
        case begin
        case read
        case write
        case commit
    }

    enum Outcome: Sendable, Hashable {
        case fails(StoreError)
        /// The power goes; `kept` says whether the transaction had reached the disk.
        case powerLost(kept: Bool)
    }

    private struct Point: Sendable, Hashable {
        var step: Step
        var number: Int
    }

    private var planned: [Point: Outcome] = [:]
    private var taken: [Step: Int] = [:]

    /// While it is set, writes and commits fail as on a full disk.
    public var full = false

    public init() {}

    /// Fails one step.
    ///
    /// - Parameters:
    ///   - step: The kind of step.
    ///   - number: 1 for the next step of that kind, 2 for the one after it, and so on.
    ///   - error: What the step throws.
    public mutating func fail(_ step: Step, number: Int = 1, with error: StoreError) {
        self.planned[self.point(step, number)] = .fails(error)
    }

    /// Cuts the power during a commit: it throws, and so does everything after it, until
    /// ``MemoryStore/crash()`` gives the store as it is found when the power is back.
    ///
    /// - Parameters:
    ///   - number: 1 for the next commit.
    ///   - kept: Whether the transaction is found then. Nobody was told, so both are right.
    public mutating func losePower(atCommit number: Int = 1, kept: Bool) {
        self.planned[self.point(.commit, number)] = .powerLost(kept: kept)
    }

    /// Forgets everything planned, and clears ``full``.
    public mutating func clear() {
        self.planned = [:]
        self.full = false
    }

    /// How many steps of a kind were taken since the store was made.
    public func count(of step: Step) -> Int { self.taken[step] ?? 0 }

    /// What happens to the next step.
    mutating func next(_ step: Step) -> Outcome? {
        let number = self.count(of: step) + 1
        self.taken[step] = number
        if self.full, step == .write || step == .commit {
            return .fails(StoreError(.full, "the disk is full"))
        }
        return self.planned.isEmpty ? nil : self.planned.removeValue(forKey: Point(step: step, number: number))
    }

    private func point(_ step: Step, _ number: Int) -> Point {
        Point(step: step, number: self.count(of: step) + max(number, 1))
    }
}
