// SPDX-License-Identifier: Apache-2.0

/// What is known of a process that has ended.
public struct ProcessExit: Sendable, Hashable {
    public var ending: ProcessEnding
    /// Whether the program itself never ran: the ending is that of `tongband-launch`.
    public var beforeStart: Bool
    /// The most resident memory it had, bytes.
    public var peakMemory: Int64?
    /// The last messages it wrote, oldest first.
    public var lastLines: [String]

    public init(
        _ ending: ProcessEnding,
        beforeStart: Bool = false,
        peakMemory: Int64? = nil,
        lastLines: [String] = []
    ) {
        self.ending = ending
        self.beforeStart = beforeStart
        self.peakMemory = peakMemory
        self.lastLines = lastLines
    }

    /// Whether the process seems to have ended for want of memory under a limit of so many bytes: it was not a clean
    /// end, and it had nearly all or said so.
    func ranOutOfMemory(limit: Int64) -> Bool {
        guard !self.ending.isClean, !self.beforeStart else { return false }
        if let peak = self.peakMemory, peak >= limit / 10 * 9 { return true }
        return self.lastLines.suffix(4).contains { line in
            let lower = line.lowercased()
            return Self.complaints.contains { lower.contains($0) }
        }
    }

    /// What runtimes say when an allocation fails, in lower case.
    private static let complaints = [
        "out of memory", "cannot allocate memory", "memoryerror", "bad_alloc", "failed to allocate",
    ]
}
