// SPDX-License-Identifier: Apache-2.0

/// Where a plugin is called.
public struct BureauEndpoint: Sendable, Hashable {
    public var bureau: String
    /// The path of its Unix socket. Connections made while the plugin is starting wait for it.
    public var socketPath: String

    public init(bureau: String, socketPath: String) {
        self.bureau = bureau
        self.socketPath = socketPath
    }
}
