// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import NIOPosix

/// Where a service is and how to talk to it; makes a connection whenever one is wanted.
public struct VarlinkClient: Sendable {
    public let address: VarlinkAddress
    public let group: any EventLoopGroup
    public var configuration: VarlinkClientConfiguration

    public init(
        address: VarlinkAddress,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        configuration: VarlinkClientConfiguration = VarlinkClientConfiguration()
    ) {
        self.address = address
        self.group = group
        self.configuration = configuration
    }

    /// Connects; the connection is to be closed with ``VarlinkConnection/close()``.
    public func connect() async throws -> VarlinkConnection {
        try await VarlinkConnection.connect(to: self.address, group: self.group, configuration: self.configuration)
    }

    /// Connects for as long as `body` runs.
    public func withConnection<Result>(
        _ body: (VarlinkConnection) async throws -> Result
    ) async throws -> Result {
        try await VarlinkConnection.withConnection(
            to: self.address,
            group: self.group,
            configuration: self.configuration,
            body
        )
    }

    /// Makes one call on a connection of its own.
    public func call<Method: VarlinkMethod>(
        _ method: Method.Type,
        _ input: Method.Input,
        headers: VarlinkHeaders = VarlinkHeaders(),
        timeout: Duration? = nil
    ) async throws -> Method.Output {
        try await self.withConnection { connection in
            try await connection.call(method, input, headers: headers, timeout: timeout)
        }
    }
}
