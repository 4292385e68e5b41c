// SPDX-License-Identifier: Apache-2.0

import Civic

#if canImport(Glibc)
import Glibc
#endif

/// Where the daemon's time comes from.
public enum DaemonClock: Sendable, Hashable {
    case real
    /// Stands still but for what it is advanced by.
    case simulated(start: Instant)

    var isSimulated: Bool { self != .real }

    static func machineTime() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
