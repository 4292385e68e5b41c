// SPDX-License-Identifier: Apache-2.0

/// What `tongband-launch` writes to its report descriptor, one line each.
enum WardenReport: Sendable, Hashable {
    /// The program was started and has this number.
    case identified(pid: Int32)
    /// The program has ended and had at most so much resident memory, bytes.
    case ended(ProcessEnding, peakMemory: Int64)
    /// The program could not be started.
    case failed

    init?(line: some StringProtocol) {
        let words = line.split(separator: " ")
        let numbers = words.dropFirst().compactMap { Int64($0) }
        switch (words.first, numbers.count) {
        case ("pid", 1): self = .identified(pid: Int32(truncatingIfNeeded: numbers[0]))
        case ("exited", 2):
            self = .ended(.exited(code: Int32(truncatingIfNeeded: numbers[0])), peakMemory: numbers[1] << 10)
        case ("signalled", 2):
            self = .ended(.signalled(Int32(truncatingIfNeeded: numbers[0])), peakMemory: numbers[1] << 10)
        case ("failed", 1): self = .failed
        default: return nil
        }
    }
}
