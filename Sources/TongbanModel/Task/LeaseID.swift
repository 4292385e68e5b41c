// SPDX-License-Identifier: Apache-2.0

/// The right to finish a claimed task: the task and the number of the claim, which grows with every claim of that task.
///
/// It is the fencing token: the holder of an earlier claim holds a smaller number and changes nothing.
public struct LeaseID: Sendable, Hashable, CustomStringConvertible {
    public var task: TaskID
    public var claim: Int64

    public init(task: TaskID, claim: Int64) {
        self.task = task
        self.claim = claim
    }

    /// Reads the form that ``description`` prints, such as `17.2`; anything else gives `nil`.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let task = TaskID(String(parts[0])), let claim = Int64(parts[1]), claim > 0,
            String(claim) == parts[1]
        else { return nil }
        self.init(task: task, claim: claim)
    }

    public var description: String { "\(self.task).\(self.claim)" }
}
