// SPDX-License-Identifier: Apache-2.0

import Logging

/// What the program around the daemon does for it.
public struct DaemonSurroundings: Sendable {
    /// Reads the configuration anew; throws when it has a fault.
    public var loadSettings: @Sendable () throws -> LiveSettings
    public var setLogLevel: @Sendable (Logger.Level) -> Void
    /// Told when a reload begins, and when it has ended, with or without success.
    public var onReloading: @Sendable () -> Void
    public var onReloaded: @Sendable (_ status: String) -> Void

    public init(
        loadSettings: @escaping @Sendable () throws -> LiveSettings,
        setLogLevel: @escaping @Sendable (Logger.Level) -> Void = { _ in },
        onReloading: @escaping @Sendable () -> Void = {},
        onReloaded: @escaping @Sendable (_ status: String) -> Void = { _ in }
    ) {
        self.loadSettings = loadSettings
        self.setLogLevel = setLogLevel
        self.onReloading = onReloading
        self.onReloaded = onReloaded
    }
}
