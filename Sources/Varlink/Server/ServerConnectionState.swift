// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What a server must know of one connection to keep the protocol's order: which calls are open, which may start, and
/// which reply is to leave next. Does no input or output.
///
/// A call is either exclusive, and then the only one open, or pipelined, and then open together with other pipelined
/// calls only. Calls with `more` and `upgrade` are always exclusive. Replies leave in the order of the calls.
struct ServerConnectionState {
    struct CallID: Hashable {
        let number: UInt64
    }

    private struct OpenCall {
        let mode: VarlinkCallMode
        let isPipelined: Bool
        /// The reply of a pipelined call that others, called before it, still keep back.
        var reply: VarlinkReply?
        var isDone = false
    }

    private enum Phase {
        /// Calls are taken in.
        case serving
        /// No calls are taken in any more; those that are open are answered.
        case draining
        /// The connection speaks another protocol.
        case upgraded
        /// The peer is gone; only calls that need no reply are still carried out.
        case orphaned
        case closed
    }

    /// How many calls may be open; while so many are, nothing is read.
    let openCallLimit: Int

    private var phase = Phase.serving
    private(set) var wasUpgraded = false
    private var inputIsClosed = false
    private var open = CircularBuffer<OpenCall>(initialCapacity: 4)
    /// The number of the first of the open calls.
    private var firstNumber: UInt64 = 0
    private var held: VarlinkCall?
    private var heldIsPipelined = false

    init(openCallLimit: Int) {
        self.openCallLimit = max(openCallLimit, 1)
    }
}

// MARK: Calls

extension ServerConnectionState {
    enum ReceiveAction: Equatable {
        /// Carry it out now.
        case start(CallID)
        /// It has been put aside until the calls before it are answered.
        case wait
        /// It must not be carried out.
        case drop
    }

    /// Whether another call may be taken from the bytes that came.
    var wantsCall: Bool {
        guard self.held == nil, self.open.count < self.openCallLimit else { return false }
        switch self.phase {
        case .serving, .orphaned: return self.open.last?.isPipelined ?? true
        case .draining, .upgraded, .closed: return false
        }
    }

    var hasOpenCalls: Bool { !self.open.isEmpty }
    var isUpgraded: Bool { self.phase == .upgraded }

    var isDraining: Bool { self.phase == .draining }

    /// Whether the peer is there, and the connection still speaks Varlink.
    var isConnected: Bool { self.phase == .serving || self.phase == .draining }

    /// A call came in. Only when ``wantsCall``.
    mutating func receive(_ call: VarlinkCall, isPipelined: Bool) -> ReceiveAction {
        precondition(self.wantsCall, "a call was taken in that was not wanted")
        if self.phase == .orphaned, call.mode != .oneway { return .drop }
        let isPipelined = isPipelined && (call.mode == .single || call.mode == .oneway)
        guard isPipelined || self.open.isEmpty else {
            self.held = call
            self.heldIsPipelined = isPipelined
            return .wait
        }
        return .start(self.admit(call.mode, isPipelined: isPipelined))
    }

    /// The call that was put aside, when it may now start.
    mutating func nextHeldCall() -> (CallID, VarlinkCall)? {
        guard self.open.isEmpty, let call = self.held.take() else { return nil }
        switch self.phase {
        case .orphaned where call.mode != .oneway: return nil
        case .serving, .orphaned, .draining: return (self.admit(call.mode, isPipelined: self.heldIsPipelined), call)
        case .upgraded, .closed: return nil
        }
    }

    private mutating func admit(_ mode: VarlinkCallMode, isPipelined: Bool) -> CallID {
        let id = CallID(number: self.firstNumber + UInt64(self.open.count))
        self.open.append(OpenCall(mode: mode, isPipelined: isPipelined))
        return id
    }

    private func index(of id: CallID) -> Int? {
        guard id.number >= self.firstNumber else { return nil }
        let offset = id.number - self.firstNumber
        return offset < UInt64(self.open.count) ? Int(offset) : nil
    }

    private subscript(offset: Int) -> OpenCall {
        get { self.open[self.open.index(self.open.startIndex, offsetBy: offset)] }
        set { self.open[self.open.index(self.open.startIndex, offsetBy: offset)] = newValue }
    }

    /// What an open call asked for; `nil` when it is no longer open.
    func mode(of id: CallID) -> VarlinkCallMode? {
        guard let index = self.index(of: id), !self[index].isDone else { return nil }
        return self[index].mode
    }
}

// MARK: Replies

extension ServerConnectionState {
    enum ReplyAction: Equatable {
        /// Send this reply, and then whatever ``nextReply()`` gives.
        case send(VarlinkReply)
        /// Nothing is to be sent now, but the call may have made room for others.
        case proceed
        /// The call is not open, or not to be answered like this; nothing has changed.
        case ignore
    }

    /// A handler replied.
    mutating func reply(_ id: CallID, _ reply: VarlinkReply) -> ReplyAction {
        guard let index = self.index(of: id), !self[index].isDone else { return .ignore }
        let call = self[index]
        if reply.continues {
            switch call.mode {
            // Exclusive, so it is the first.
            case .more: return .send(reply)
            case .single, .oneway, .upgrade: return .ignore
            }
        }
        let isWanted = call.mode != .oneway && self.phase != .orphaned
        guard index == 0 else {
            self[index].isDone = true
            if isWanted { self[index].reply = reply }
            return .proceed
        }
        self.removeFirst()
        return isWanted ? .send(reply) : .proceed
    }

    /// The reply that was kept back by those before it and may now leave.
    mutating func nextReply() -> VarlinkReply? {
        while let first = self.open.first, first.isDone {
            self.removeFirst()
            if let reply = first.reply { return reply }
        }
        return nil
    }

    private mutating func removeFirst() {
        _ = self.open.removeFirst()
        self.firstNumber += 1
    }

    /// A handler confirms an upgrade.
    ///
    /// - Returns: Whether it may; then the confirming reply is the last message.
    mutating func upgrade(_ id: CallID) -> Bool {
        guard self.isConnected, let index = self.index(of: id), self[index].mode == .upgrade, !self[index].isDone
        else { return false }
        self.removeFirst()
        self.phase = .upgraded
        self.wasUpgraded = true
        return true
    }
}

// MARK: The end

extension ServerConnectionState {
    /// The peer will send nothing more, but may still read.
    mutating func closeInput() {
        self.inputIsClosed = true
    }

    /// Take in nothing more, answer what is open.
    mutating func drain() {
        guard self.phase == .serving else { return }
        self.phase = .draining
        self.held = nil
    }

    /// Whether the connection has no purpose any more. Asked when no whole message is left to be taken in.
    var isFinished: Bool {
        guard self.open.isEmpty, self.held == nil else { return false }
        switch self.phase {
        case .serving: return self.inputIsClosed
        case .draining: return true
        case .upgraded, .orphaned, .closed: return false
        }
    }

    /// Whether all that is open are calls that may go on for ever.
    var hasOnlyStreams: Bool { self.open.allSatisfy { $0.mode == .more } }

    /// The peer is gone: replies are dropped, and calls that were to be replied to are aborted.
    ///
    /// - Returns: The calls that are aborted.
    mutating func abandon() -> [CallID] {
        switch self.phase {
        case .serving, .draining:
            self.phase = .orphaned
        case .upgraded, .orphaned, .closed:
            self.phase = .closed
        }
        self.inputIsClosed = true
        var aborted: [CallID] = []
        for offset in 0..<self.open.count where !self[offset].isDone && self[offset].mode != .oneway {
            aborted.append(CallID(number: self.firstNumber + UInt64(offset)))
            self[offset].isDone = true
            self[offset].reply = nil
        }
        if let held = self.held, held.mode != .oneway { self.held = nil }
        _ = self.nextReply()
        return aborted
    }

    /// Nothing at all is carried out any more.
    mutating func close() {
        self.phase = .closed
        self.held = nil
    }
}
