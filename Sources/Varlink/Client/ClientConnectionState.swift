// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What a client must know of one connection: which calls wait for a reply, in which order. Does no input or output.
///
/// `Token` is whatever the caller of a call is known by.
struct ClientConnectionState<Token> {
    private struct Waiting {
        let token: Token
        let mode: VarlinkCallMode
    }

    private enum Phase {
        case open
        /// An upgrade has been asked for; nothing may be sent until it is answered.
        case upgrading
        case upgraded
        case closed
    }

    private var phase = Phase.open
    private var waiting = CircularBuffer<Waiting>(initialCapacity: 4)

    init() {}
}

extension ClientConnectionState {
    enum SendAction: Equatable {
        /// Send the call; a reply will come.
        case send
        /// Send the call; it is done.
        case sendAndForget
        /// The connection is closed.
        case refuseClosed
        /// The connection is, or may soon be, another protocol's.
        case refuseUpgraded
    }

    var isUpgraded: Bool { if case .upgraded = self.phase { true } else { false } }
    var isOpen: Bool { if case .open = self.phase { true } else { false } }

    func isWaiting(_ isWanted: (Token) -> Bool) -> Bool {
        self.waiting.contains { isWanted($0.token) }
    }

    mutating func send(_ token: Token, mode: VarlinkCallMode) -> SendAction {
        switch self.phase {
        case .open: break
        case .upgrading, .upgraded: return .refuseUpgraded
        case .closed: return .refuseClosed
        }
        guard mode != .oneway else { return .sendAndForget }
        self.waiting.append(Waiting(token: token, mode: mode))
        if mode == .upgrade { self.phase = .upgrading }
        return .send
    }

    enum ReceiveAction {
        /// The one reply, or the last of many.
        case finish(Token)
        /// One of many.
        case proceed(Token)
        /// The confirmation of an upgrade: what follows is another protocol's.
        case upgrade(Token)
        case violation(VarlinkProtocolViolation)
    }

    mutating func receive(_ reply: VarlinkReply) -> ReceiveAction {
        guard let first = self.waiting.first, !self.isUpgraded else { return .violation(.unexpectedReply) }
        if reply.continues {
            guard first.mode == .more else { return .violation(.unexpectedContinues) }
            return .proceed(first.token)
        }
        self.waiting.removeFirst()
        guard first.mode == .upgrade else { return .finish(first.token) }
        if reply.error == nil {
            self.phase = .upgraded
            return .upgrade(first.token)
        }
        self.phase = .open
        return .finish(first.token)
    }

    /// The connection is gone.
    ///
    /// - Returns: The calls that will have no reply, in order.
    mutating func close() -> [Token] {
        self.phase = .closed
        defer { self.waiting.removeAll() }
        return self.waiting.map(\.token)
    }
}
