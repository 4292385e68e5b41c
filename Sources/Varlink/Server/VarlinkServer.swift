// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOPosix

/// Serves a ``VarlinkService`` on Unix sockets.
///
/// ```swift
/// let server = VarlinkServer(service: service, group: group)
/// try await server.listen(at: VarlinkAddress("unix:/run/example/socket"))
/// await server.run()
/// ```
public final class VarlinkServer: Sendable {
    let core: ServerCore
    private let group: any EventLoopGroup

    /// - Parameters:
    ///   - service: What to serve.
    ///   - configuration: The limits.
    ///   - group: Where connections live; one thread is enough, and may be shared with clients.
    ///   - onEvent: Told of connections that open, close or are refused, on the event loop of the connection.
    public init(
        service: VarlinkService,
        configuration: VarlinkServerConfiguration = VarlinkServerConfiguration(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        onEvent: @escaping @Sendable (VarlinkServerEvent) -> Void = { _ in }
    ) {
        self.core = ServerCore(service: service, configuration: configuration, onEvent: onEvent)
        self.group = group
    }

    /// Listens at an address. A socket that a program which is gone left behind is replaced.
    ///
    /// - Parameters:
    ///   - address: A path or an abstract name.
    ///   - mode: Who may connect (needs write permission) and see what the socket is (needs read permission).
    /// - Throws: ``VarlinkAddressError``, or ``VarlinkSocketError``.
    public func listen(at address: VarlinkAddress, mode: UInt32 = 0o666) async throws {
        let socket = try UnixSocket.listening(at: address, mode: mode)
        let channel: any Channel
        do {
            channel = try await self.listen(descriptor: socket.descriptor)
        } catch {
            socket.remove()
            throw error
        }
        channel.closeFuture.whenComplete { _ in socket.remove() }
    }

    /// Serves a socket that was passed at the start of the program: one that listens, or one that is connected.
    public func serve(_ socket: VarlinkActivatedSocket) async throws {
        if socket.isListening {
            _ = try await self.listen(descriptor: socket.descriptor)
        } else {
            try await self.serve(connected: socket.descriptor)
        }
    }

    /// Serves one connection that was made elsewhere, such as one end of a socket pair, and owns its descriptor.
    public func serve(connected descriptor: CInt) async throws {
        let core = self.core
        _ = try await ClientBootstrap(group: self.group)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(.writeBufferWaterMark, value: self.waterMark)
            .channelInitializer { Self.accept($0, core) }
            .withConnectedSocket(descriptor)
            .get()
    }

    /// Carries out calls until there is nothing left to serve: neither a listener nor a connection.
    ///
    /// Without it, only handlers on event loops work. When the task is cancelled, all connections are closed at once.
    public func run() async {
        let core = self.core
        await withTaskCancellationHandler {
            await core.tasks.run()
        } onCancel: {
            core.close()
        }
    }

    /// Changes how many connections there may be in all and of one user. Those that are open stay, though they may be
    /// more.
    public func setConnectionLimits(all: Int, perUser: Int) {
        self.core.setConnectionLimits(all: all, perUser: perUser)
    }

    /// Begins an orderly end, which is reached when ``run()`` returns: listeners are closed, open calls answered,
    /// connections closed, streams ended.
    ///
    /// - Parameter grace: How long open calls may take; then their connections are closed. `nil` for as long as needed.
    public func shutdown(grace: Duration? = nil) {
        let core = self.core
        core.shutdown()
        if let grace {
            _ = self.group.any().scheduleTask(in: TimeAmount(grace)) { core.close() }
        }
    }

    /// Serves at an address for as long as `body` runs, then shuts down.
    public static func withServer<Result>(
        _ service: VarlinkService,
        at address: VarlinkAddress,
        configuration: VarlinkServerConfiguration = VarlinkServerConfiguration(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        onEvent: @escaping @Sendable (VarlinkServerEvent) -> Void = { _ in },
        _ body: (VarlinkServer) async throws -> Result
    ) async throws -> Result {
        let server = VarlinkServer(service: service, configuration: configuration, group: group, onEvent: onEvent)
        try await server.listen(at: address)
        async let running: Void = server.run()
        do {
            let result = try await body(server)
            server.core.close()
            await running
            return result
        } catch {
            server.core.close()
            await running
            throw error
        }
    }

    private var waterMark: ChannelOptions.Types.WriteBufferWaterMark {
        let configuration = self.core.configuration
        return .init(
            low: min(configuration.outputLowWaterMark, configuration.outputHighWaterMark),
            high: configuration.outputHighWaterMark
        )
    }

    private func listen(descriptor: CInt) async throws -> any Channel {
        let core = self.core
        let channel = try await ServerBootstrap(group: self.group)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.writeBufferWaterMark, value: self.waterMark)
            .childChannelInitializer { Self.accept($0, core) }
            .withBoundSocket(descriptor)
            .get()
        guard core.add(listener: channel) else {
            try await channel.close()
            throw ChannelError.ioOnClosedChannel
        }
        channel.closeFuture.whenComplete { _ in core.listenerClosed(channel) }
        return channel
    }

    private static func accept(_ channel: any Channel, _ core: ServerCore) -> EventLoopFuture<Void> {
        PeerCredentials.peer(of: channel, withProcess: core.configuration.obtainsProcessDescriptors)
            .flatMapThrowing { peer in
                guard let handler = core.admit(peer, eventLoop: channel.eventLoop) else {
                    if let descriptor = peer?.processDescriptor { PeerCredentials.close(descriptor) }
                    channel.close(promise: nil)
                    return
                }
                try channel.pipeline.syncOperations.addHandler(handler)
            }
    }
}
