// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Testing

@testable import Varlink

@Suite("Cutting bytes into messages")
struct FrameDecoderTests {
    @Test("10,000 tiny messages in one read come out one by one")
    func coalesced() throws {
        var decoder = FrameDecoder(limit: 16)
        decoder.append(ByteBuffer(string: (0..<10_000).map { "\($0)\0" }.joined()))
        for number in 0..<10_000 {
            #expect(try decoder.next() == ByteBuffer(string: "\(number)"))
        }
        #expect(try decoder.next() == nil)
        #expect(decoder.isEmpty)
    }

    @Test("a message that comes byte by byte comes out once, whole")
    func split() throws {
        var decoder = FrameDecoder(limit: 64)
        for byte in Array("{\"method\":\"a.B\"}".utf8) {
            decoder.append(ByteBuffer(bytes: [byte]))
            #expect(try decoder.next() == nil)
        }
        decoder.append(ByteBuffer(bytes: [0]))
        #expect(try decoder.next() == ByteBuffer(string: "{\"method\":\"a.B\"}"))
        #expect(try decoder.next() == nil)
    }

    @Test("a message at the limit passes; one byte more does not, whether its end has come or not")
    func limit() throws {
        let atLimit = String(repeating: "x", count: 8)
        var decoder = FrameDecoder(limit: 8)
        decoder.append(ByteBuffer(string: atLimit))
        #expect(try decoder.next() == nil)
        decoder.append(ByteBuffer(string: "\0"))
        #expect(try decoder.next() == ByteBuffer(string: atLimit))

        decoder.append(ByteBuffer(string: atLimit + "x\0"))
        #expect(throws: VarlinkProtocolViolation.messageTooLarge(limit: 8)) { try decoder.next() }

        var unfinished = FrameDecoder(limit: 8)
        unfinished.append(ByteBuffer(string: atLimit + "x"))
        #expect(throws: VarlinkProtocolViolation.messageTooLarge(limit: 8)) { try unfinished.next() }
    }

    @Test("what follows a message can be taken as it is")
    func remaining() throws {
        var decoder = FrameDecoder(limit: 8)
        decoder.append(ByteBuffer(string: "a\0raw\0bytes"))
        #expect(try decoder.next() == ByteBuffer(string: "a"))
        #expect(decoder.takeRemaining() == ByteBuffer(string: "raw\0bytes"))
        #expect(decoder.takeRemaining() == nil)
    }
}
