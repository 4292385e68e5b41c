// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// The limits of a client's connection.
public struct VarlinkClientConfiguration: Sendable {
    /// Bytes of one message, without the NUL that ends it; a longer one closes the connection.
    public var messageSizeLimit = 16 << 20

    /// How many arrays and objects may be nested in a message; one that nests deeper closes the connection.
    public var nestingLimit = 64

    /// How long to try to connect while the service has no room for another connection.
    public var connectTimeout: Duration = .seconds(10)

    /// How long a call may wait for its reply when it does not say itself; `nil` for ever.
    public var callTimeout: Duration?

    /// How many replies of a stream are kept for a caller who is slow to take them; beyond that the service has to wait.
    public var streamBufferLimit = 16

    public init() {}

    var jsonLimits: JSONLimits { JSONLimits(depth: self.nestingLimit, size: self.messageSizeLimit) }
}
