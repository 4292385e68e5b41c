// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import Varlink

@Suite("The client's side of a connection, without a socket")
struct ClientConnectionStateTests {
    @Test("replies belong to calls in the order of the calls")
    func order() {
        var state = ClientConnectionState<Int>()
        #expect(state.send(1, mode: .single) == .send)
        #expect(state.send(2, mode: .oneway) == .sendAndForget)
        #expect(state.send(3, mode: .single) == .send)
        #expect(state.receive(VarlinkReply()).finished == 1)
        #expect(state.receive(VarlinkReply(error: "a.E")).finished == 3)
        #expect(state.receive(VarlinkReply()).violation == .unexpectedReply)
    }

    @Test("a series of replies ends with the first that does not continue")
    func more() {
        var state = ClientConnectionState<Int>()
        _ = state.send(1, mode: .more)
        _ = state.send(2, mode: .single)
        #expect(state.receive(VarlinkReply(continues: true)).proceeded == 1)
        #expect(state.receive(VarlinkReply(continues: true)).proceeded == 1)
        #expect(state.receive(VarlinkReply()).finished == 1)
        #expect(state.receive(VarlinkReply(continues: true)).violation == .unexpectedContinues)
    }

    @Test("nothing is sent while an upgrade is asked for, nor after; after a refusal it is again")
    func upgrade() {
        var state = ClientConnectionState<Int>()
        _ = state.send(1, mode: .upgrade)
        #expect(state.send(2, mode: .single) == .refuseUpgraded)
        #expect(state.receive(VarlinkReply(error: "a.E")).finished == 1)
        #expect(state.send(3, mode: .upgrade) == .send)
        #expect(state.receive(VarlinkReply()).upgraded == 3)
        #expect(state.isUpgraded)
        #expect(state.send(4, mode: .oneway) == .refuseUpgraded)
    }

    @Test("when the connection is gone, every call that waits is told, and no other is taken")
    func close() {
        var state = ClientConnectionState<Int>()
        _ = state.send(1, mode: .single)
        _ = state.send(2, mode: .more)
        #expect(state.close() == [1, 2])
        #expect(state.close() == [])
        #expect(state.send(3, mode: .single) == .refuseClosed)
    }
}

extension ClientConnectionState.ReceiveAction {
    fileprivate var finished: Token? { if case .finish(let token) = self { token } else { nil } }
    fileprivate var proceeded: Token? { if case .proceed(let token) = self { token } else { nil } }
    fileprivate var upgraded: Token? { if case .upgrade(let token) = self { token } else { nil } }
    fileprivate var violation: VarlinkProtocolViolation? { if case .violation(let it) = self { it } else { nil } }
}
