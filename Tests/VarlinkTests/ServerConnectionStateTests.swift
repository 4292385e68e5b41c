// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import Varlink

@Suite("The server's side of a connection, without a socket")
struct ServerConnectionStateTests {
    typealias CallID = ServerConnectionState.CallID

    static func call(_ mode: VarlinkCallMode = .single) -> VarlinkCall { VarlinkCall(method: "a.B", mode: mode) }
    static func reply(_ number: Int64) -> VarlinkReply {
        VarlinkReply(parameters: RawJSON(["number": .integer(number)]))
    }

    static func start(
        _ state: inout ServerConnectionState,
        _ mode: VarlinkCallMode = .single,
        pipelined: Bool = false
    ) throws -> CallID {
        guard case .start(let id) = state.receive(Self.call(mode), isPipelined: pipelined) else {
            throw NotStarted()
        }
        return id
    }

    struct NotStarted: Error {}

    @Test("one call after another")
    func exclusive() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let first = try Self.start(&state)
        #expect(!state.wantsCall)
        #expect(state.reply(first, Self.reply(1)) == .send(Self.reply(1)))
        #expect(state.wantsCall)
        let second = try Self.start(&state)
        #expect(second != first)
        #expect(state.reply(second, Self.reply(2)) == .send(Self.reply(2)))
    }

    @Test("pipelined calls start together, and their replies leave in the order of the calls")
    func pipelined() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let ids = try (0..<3).map { _ in try Self.start(&state, pipelined: true) }
        #expect(state.reply(ids[2], Self.reply(2)) == .proceed)
        #expect(state.reply(ids[1], Self.reply(1)) == .proceed)
        #expect(state.nextReply() == nil)
        #expect(state.reply(ids[0], Self.reply(0)) == .send(Self.reply(0)))
        #expect(state.nextReply() == Self.reply(1))
        #expect(state.nextReply() == Self.reply(2))
        #expect(state.nextReply() == nil)
        #expect(!state.hasOpenCalls)
    }

    @Test("a call that is not pipelined waits for those that are, and holds up those after it")
    func mixed() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let first = try Self.start(&state, pipelined: true)
        #expect(state.receive(Self.call(), isPipelined: false) == .wait)
        #expect(!state.wantsCall)
        #expect(state.nextHeldCall() == nil)
        #expect(state.reply(first, Self.reply(0)) == .send(Self.reply(0)))
        let held = state.nextHeldCall()
        #expect(held?.1 == Self.call())
        #expect(!state.wantsCall)
    }

    @Test("during a series of replies no other call starts, pipelined or not", arguments: [true, false])
    func more(pipelined: Bool) throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let id = try Self.start(&state, .more, pipelined: pipelined)
        var reply = Self.reply(1)
        reply.continues = true
        #expect(state.reply(id, reply) == .send(reply))
        #expect(!state.wantsCall)
        #expect(state.reply(id, Self.reply(2)) == .send(Self.reply(2)))
        #expect(state.wantsCall)
    }

    @Test("as many calls as the limit may be open, and no more")
    func openCallLimit() throws {
        var state = ServerConnectionState(openCallLimit: 3)
        let ids = try (0..<2).map { _ in try Self.start(&state, pipelined: true) }
        #expect(state.wantsCall)
        _ = try Self.start(&state, pipelined: true)
        #expect(!state.wantsCall)
        _ = state.reply(ids[0], Self.reply(0))
        #expect(state.wantsCall)
    }

    @Test("a oneway call is never answered, neither with success nor with an error")
    func oneway() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let first = try Self.start(&state, .oneway)
        #expect(!state.wantsCall)
        #expect(state.reply(first, Self.reply(1)) == .proceed)
        let second = try Self.start(&state, .oneway, pipelined: true)
        let third = try Self.start(&state, pipelined: true)
        #expect(state.reply(third, Self.reply(3)) == .proceed)
        #expect(state.reply(second, VarlinkReply(error: "a.E")) == .proceed)
        #expect(state.nextReply() == Self.reply(3))
    }

    @Test("a call that did not ask for many replies gets none that continues")
    func continuesWithoutMore() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let id = try Self.start(&state)
        #expect(state.reply(id, VarlinkReply(continues: true)) == .ignore)
        #expect(state.hasOpenCalls)
    }

    @Test("a second reply to the same call is dropped")
    func twice() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let first = try Self.start(&state, pipelined: true)
        let second = try Self.start(&state, pipelined: true)
        #expect(state.reply(second, Self.reply(2)) == .proceed)
        #expect(state.reply(second, Self.reply(2)) == .ignore)
        #expect(state.reply(first, Self.reply(1)) == .send(Self.reply(1)))
        #expect(state.reply(first, Self.reply(1)) == .ignore)
    }

    @Test("when the peer is gone, calls are aborted, except those that need no reply")
    func abandon() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let first = try Self.start(&state, pipelined: true)
        let second = try Self.start(&state, .oneway, pipelined: true)
        #expect(state.abandon() == [first])
        #expect(state.reply(first, Self.reply(1)) == .ignore)
        #expect(state.mode(of: second) == .oneway)
        #expect(state.reply(second, Self.reply(2)) == .proceed)
        #expect(state.receive(Self.call(.oneway), isPipelined: true) != .drop)
        #expect(state.receive(Self.call(), isPipelined: true) == .drop)
    }

    @Test("after an upgrade nothing is taken in, and it can be confirmed once, by the call that asked")
    func upgrade() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let plain = try Self.start(&state)
        let unasked = state.upgrade(plain)
        #expect(!unasked)
        _ = state.reply(plain, Self.reply(1))
        let id = try Self.start(&state, .upgrade)
        #expect(!state.wantsCall)
        let confirmed = state.upgrade(id)
        let again = state.upgrade(id)
        #expect(confirmed)
        #expect(!again)
        #expect(state.isUpgraded)
        #expect(!state.wantsCall)
    }

    @Test("an upgrade that is refused leaves the connection as it was")
    func upgradeRefused() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let id = try Self.start(&state, .upgrade)
        #expect(state.reply(id, VarlinkReply(error: "a.E")) == .send(VarlinkReply(error: "a.E")))
        #expect(state.wantsCall)
        #expect(!state.isUpgraded)
    }

    @Test("an end of input is the end once everything is answered")
    func closeInput() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let id = try Self.start(&state)
        state.closeInput()
        #expect(!state.isFinished)
        #expect(state.reply(id, Self.reply(1)) == .send(Self.reply(1)))
        #expect(state.isFinished)
    }

    @Test("draining answers what is open and takes in nothing")
    func drain() throws {
        var state = ServerConnectionState(openCallLimit: 8)
        let id = try Self.start(&state, pipelined: true)
        #expect(state.receive(Self.call(), isPipelined: false) == .wait)
        state.drain()
        #expect(!state.wantsCall)
        #expect(!state.isFinished)
        #expect(state.reply(id, Self.reply(1)) == .send(Self.reply(1)))
        #expect(state.nextHeldCall() == nil)
        #expect(state.isFinished)
    }
}
