// SPDX-License-Identifier: Apache-2.0

public import Logging
import Synchronization

/// The least urgent level that is logged, shared by all loggers of a program, so that it can be changed while it runs.
public final class LogThreshold: Sendable {
    private let value: Mutex<Logger.Level>

    public init(_ level: Logger.Level = .info) {
        self.value = Mutex(level)
    }

    public var level: Logger.Level {
        get { self.value.withLock { $0 } }
        set { self.value.withLock { $0 = newValue } }
    }
}
