// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix

extension VarlinkConnection {
    /// Connects to a service; to be closed with ``close()``.
    ///
    /// - Parameters:
    ///   - address: A Unix socket, or a program that is started for this connection and ends with it.
    ///   - group: Where the connection lives; one thread is enough, and may be shared with servers.
    ///   - configuration: The limits.
    /// - Throws: ``VarlinkError/connectFailed(address:reason:)``, or ``VarlinkAddressError``.
    public static func connect(
        to address: VarlinkAddress,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        configuration: VarlinkClientConfiguration = VarlinkClientConfiguration()
    ) async throws -> VarlinkConnection {
        let eventLoop = group.next()
        switch address {
        case .path, .abstract:
            let descriptor = try await Self.open(address, configuration)
            return try await Self.adopt(descriptor, nil, eventLoop, configuration)
        case .command(let words):
            let (child, descriptor): (ChildProcess, CInt)
            do {
                (child, descriptor) = try ChildProcess.start(words, eventLoop: eventLoop)
            } catch {
                throw VarlinkError.connectFailed(address: address.description, reason: "\(error)")
            }
            return try await Self.adopt(descriptor, child, eventLoop, configuration)
        case .tcp:
            throw VarlinkAddressError.unsupportedTransport(address.description)
        }
    }

    /// Makes a connection of a socket that is connected already, and owns its descriptor.
    public static func connect(
        descriptor: CInt,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        configuration: VarlinkClientConfiguration = VarlinkClientConfiguration()
    ) async throws -> VarlinkConnection {
        try await Self.adopt(descriptor, nil, group.next(), configuration)
    }

    /// Connects to a service for as long as `body` runs.
    public static func withConnection<Result>(
        to address: VarlinkAddress,
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        configuration: VarlinkClientConfiguration = VarlinkClientConfiguration(),
        _ body: (VarlinkConnection) async throws -> Result
    ) async throws -> Result {
        let connection = try await Self.connect(to: address, group: group, configuration: configuration)
        do {
            let result = try await body(connection)
            await connection.close()
            return result
        } catch {
            await connection.close()
            throw error
        }
    }

    /// While as many as may wait to be accepted do, tries again, less and less often.
    private static func open(
        _ address: VarlinkAddress,
        _ configuration: VarlinkClientConfiguration
    ) async throws -> CInt {
        let clock = ContinuousClock()
        let deadline = clock.now + configuration.connectTimeout
        var delay = Duration.milliseconds(1)
        while true {
            do {
                if let descriptor = try UnixSocket.connected(to: address) { return descriptor }
            } catch let error as VarlinkSocketError {
                throw VarlinkError.connectFailed(address: address.description, reason: error.reason)
            }
            guard clock.now + delay < deadline else {
                throw VarlinkError.connectFailed(
                    address: address.description,
                    reason: "the service accepted no connection within \(configuration.connectTimeout)"
                )
            }
            try await clock.sleep(for: delay)
            delay = min(delay * 2, .milliseconds(100))
        }
    }

    private static func adopt(
        _ descriptor: CInt,
        _ child: ChildProcess?,
        _ eventLoop: any EventLoop,
        _ configuration: VarlinkClientConfiguration
    ) async throws -> VarlinkConnection {
        let (channel, handler) = try await ClientBootstrap(group: eventLoop)
            .withConnectedSocket(descriptor) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = ClientConnectionHandler(eventLoop: channel.eventLoop, configuration: configuration)
                    try channel.pipeline.syncOperations.addHandler(handler)
                    return (channel, NIOLoopBound(handler, eventLoop: channel.eventLoop))
                }
            }
        if let child { channel.closeFuture.whenComplete { _ in child.reap() } }
        return VarlinkConnection(channel: channel, handler: handler, child: child, configuration: configuration)
    }
}
