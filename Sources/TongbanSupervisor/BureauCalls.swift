// SPDX-License-Identifier: Apache-2.0

/// The calls a supervisor has made on plugins, by whoever speaks their protocol. Every one is cancelled when the
/// plugin's process ends or its time is up; one that then does not return holds up nothing but itself.
public struct BureauCalls: Sendable {
    /// The first call. Throws ``HandshakeFailure`` when the plugin answered and cannot be used.
    public var handshake: @Sendable (BureauEndpoint) async throws -> Void
    /// Returns when the plugin is able to work; throws when it says or shows that it is not.
    public var probe: @Sendable (BureauEndpoint) async throws -> Void
    /// Tells the plugin to take no further task, to finish those it has, and to end.
    public var retire: @Sendable (BureauEndpoint) async throws -> Void

    public init(
        handshake: @escaping @Sendable (BureauEndpoint) async throws -> Void,
        probe: @escaping @Sendable (BureauEndpoint) async throws -> Void,
        retire: @escaping @Sendable (BureauEndpoint) async throws -> Void
    ) {
        self.handshake = handshake
        self.probe = probe
        self.retire = retire
    }
}
