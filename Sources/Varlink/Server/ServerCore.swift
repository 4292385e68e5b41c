// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore
import Synchronization

/// What the connections of one server share, whatever loops they live on.
final class ServerCore: Sendable {
    let service: VarlinkService
    let configuration: VarlinkServerConfiguration
    let tasks = ConnectionTasks()

    private let onEvent: @Sendable (VarlinkServerEvent) -> Void
    private let shared: Mutex<Shared>

    private struct Shared {
        var lastNumber: UInt64 = 0
        var connections: [VarlinkConnectionInfo.ID: NIOLoopBound<ServerConnectionHandler>] = [:]
        var connectionsOfUser: [UInt32: Int] = [:]
        var admitted = 0
        var listeners: [ObjectIdentifier: any Channel] = [:]
        var isShuttingDown = false
        var connectionLimit: Int
        var connectionLimitPerUser: Int

        var isIdle: Bool { self.listeners.isEmpty && self.admitted == 0 }
    }

    init(
        service: VarlinkService,
        configuration: VarlinkServerConfiguration,
        onEvent: @escaping @Sendable (VarlinkServerEvent) -> Void
    ) {
        self.service = service
        self.configuration = configuration
        self.onEvent = onEvent
        self.shared = Mutex(
            Shared(
                connectionLimit: configuration.connectionLimit,
                connectionLimitPerUser: configuration.connectionLimitPerUser
            )
        )
    }

    /// Changes how many connections there may be; those that are open stay.
    func setConnectionLimits(all: Int, perUser: Int) {
        self.shared.withLock { shared in
            shared.connectionLimit = all
            shared.connectionLimitPerUser = perUser
        }
    }

    /// Takes in a new connection, or tells why not.
    func admit(_ peer: VarlinkPeer?, eventLoop: any EventLoop) -> ServerConnectionHandler? {
        let result = self.shared.withLock { shared -> Result<UInt64, Refusal> in
            if shared.isShuttingDown { return .failure(Refusal(.shutdown)) }
            if shared.admitted >= shared.connectionLimit {
                return .failure(Refusal(.tooManyConnections(limit: shared.connectionLimit)))
            }
            if let user = peer?.userID {
                let count = shared.connectionsOfUser[user, default: 0]
                let limit = shared.connectionLimitPerUser
                if count >= limit { return .failure(Refusal(.tooManyConnectionsOfUser(user, limit: limit))) }
                shared.connectionsOfUser[user] = count + 1
            }
            shared.admitted += 1
            shared.lastNumber += 1
            return .success(shared.lastNumber)
        }
        switch result {
        case .failure(let refusal):
            self.onEvent(.connectionRefused(peer, refusal.reason))
            return nil
        case .success(let number):
            let info = VarlinkConnectionInfo(
                id: VarlinkConnectionInfo.ID(number: number),
                peer: peer,
                eventLoop: eventLoop
            )
            let handler = ServerConnectionHandler(info: info, server: self)
            let bound = NIOLoopBound(handler, eventLoop: eventLoop)
            self.shared.withLock { $0.connections[info.id] = bound }
            self.onEvent(.connectionOpened(info))
            return handler
        }
    }

    func connectionClosed(_ info: VarlinkConnectionInfo, _ reason: VarlinkCloseReason) {
        self.onEvent(.connectionClosed(info, reason))
        if let descriptor = info.peer?.processDescriptor { _ = Glibc.close(descriptor) }
        let isIdle = self.shared.withLock { shared in
            shared.connections[info.id] = nil
            shared.admitted -= 1
            if let user = info.peer?.userID {
                let count = shared.connectionsOfUser[user, default: 1] - 1
                shared.connectionsOfUser[user] = count > 0 ? count : nil
            }
            return shared.isIdle
        }
        if isIdle { self.tasks.finish() }
    }

    /// - Returns: Whether the listener is wanted; not when the server is being shut down.
    func add(listener: any Channel) -> Bool {
        self.shared.withLock { shared in
            guard !shared.isShuttingDown else { return false }
            shared.listeners[ObjectIdentifier(listener)] = listener
            return true
        }
    }

    func listenerClosed(_ listener: any Channel) {
        let isIdle = self.shared.withLock { shared in
            shared.listeners[ObjectIdentifier(listener)] = nil
            return shared.isIdle
        }
        if isIdle { self.tasks.finish() }
    }

    /// Takes no more connections, lets each finish what is open, and ends when all are closed.
    func shutdown() {
        let (listeners, connections, isIdle) = self.shared.withLock { shared in
            shared.isShuttingDown = true
            return (Array(shared.listeners.values), Array(shared.connections.values), shared.isIdle)
        }
        for listener in listeners { listener.close(promise: nil) }
        for connection in connections {
            connection.eventLoop.execute { connection.value.drain() }
        }
        if isIdle { self.tasks.finish() }
    }

    /// Closes everything now.
    func close() {
        self.shutdown()
        let connections = self.shared.withLock { Array($0.connections.values) }
        for connection in connections {
            connection.eventLoop.execute { connection.value.close(.shutdown) }
        }
    }

    private struct Refusal: Error {
        let reason: VarlinkServerEvent.Refusal

        init(_ reason: VarlinkServerEvent.Refusal) {
            self.reason = reason
        }
    }
}
