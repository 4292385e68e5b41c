// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

/// Asks the kernel who is at the other end of a Unix socket.
enum PeerCredentials {
    /// `struct ucred`, which the C library hides.
    private struct Credentials: Sendable {
        var processID: Int32 = 0
        var userID: UInt32 = 0
        var groupID: UInt32 = 0
    }

    /// SO_PEERPIDFD of Linux 6.5, which the headers of older systems lack.
    static let peerProcessDescriptor: CInt = 77

    /// `nil` when the channel is no socket, or its transport cannot tell.
    static func peer(of channel: any Channel, withProcess: Bool) -> EventLoopFuture<VarlinkPeer?> {
        guard let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(nil)
        }
        let credentials: EventLoopFuture<Credentials> = provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        )
        let descriptor: EventLoopFuture<CInt?>
        if withProcess {
            let obtained: EventLoopFuture<CInt> = provider.unsafeGetSocketOption(
                level: .socket,
                name: NIOBSDSocket.Option(rawValue: Self.peerProcessDescriptor)
            )
            descriptor = obtained.map(Optional.some).recover { _ in nil }
        } else {
            descriptor = channel.eventLoop.makeSucceededFuture(nil)
        }
        return credentials.and(descriptor)
            .map { credentials, descriptor in
                VarlinkPeer(
                    processID: credentials.processID,
                    userID: credentials.userID,
                    groupID: credentials.groupID,
                    processDescriptor: descriptor
                )
            }
            .recover { _ in nil }
    }

    static func close(_ descriptor: CInt) {
        _ = Glibc.close(descriptor)
    }
}
