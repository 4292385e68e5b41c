// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore

/// The limits of a server. What happens at each is part of its promise.
public struct VarlinkServerConfiguration: Sendable {
    /// Bytes of one message, without the NUL that ends it; a longer one closes its connection.
    public var messageSizeLimit = 16 << 20

    /// How many arrays and objects may be nested in a message; one that nests deeper closes its connection.
    public var nestingLimit = 64

    /// How many pipelined calls of one connection may be unanswered; while so many are, nothing more is read from it.
    public var openCallLimit = 64

    /// How many connections there may be in all; those beyond are closed at once.
    public var connectionLimit = 4096

    /// How many connections one user may have; those beyond are closed at once.
    public var connectionLimitPerUser = 1024

    /// When so many bytes wait for a slow reader, streams are held back and no further calls are taken from it.
    public var outputHighWaterMark = 256 << 10

    /// When no more than so many bytes wait, what was held back goes on.
    public var outputLowWaterMark = 64 << 10

    /// When more than so many bytes would wait for a slow reader, its connection is closed.
    public var outputLimit = 32 << 20

    /// How long a message that has begun may take to come in whole; then its connection is closed. `nil` for ever.
    public var messageTimeout: Duration? = .seconds(30)

    /// Whether a descriptor of the peer's process is obtained for each connection, which costs one descriptor each.
    public var obtainsProcessDescriptors = false

    public init() {}

    var jsonLimits: JSONLimits { JSONLimits(depth: self.nestingLimit, size: self.messageSizeLimit) }
}
