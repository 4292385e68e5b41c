// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import Testing

@testable import Varlink

@Suite("Envelopes of calls and replies")
struct EnvelopeTests {
    static func call(_ text: String, depth: Int = 64) throws -> VarlinkCall {
        try Array(text.utf8).withUnsafeBytes { try VarlinkCall(decoding: $0, limits: JSONLimits(depth: depth)) }
    }

    static func reply(_ text: String) throws -> VarlinkReply {
        try Array(text.utf8).withUnsafeBytes { try VarlinkReply(decoding: $0, limits: .standard) }
    }

    @Test(
        "a well-formed call is read",
        arguments: [
            (#"{"method":"a.B"}"#, VarlinkCall(method: "a.B")),
            (#" { "method" : "a.B" , "parameters" : { } } "#, VarlinkCall(method: "a.B")),
            (
                #"{"method":"a.B","parameters":null,"oneway":null,"more":null,"upgrade":null}"#,
                VarlinkCall(method: "a.B")
            ),
            (#"{"method":"a.B","oneway":false,"more":false,"upgrade":false}"#, VarlinkCall(method: "a.B")),
            (#"{"oneway":true,"method":"a.B"}"#, VarlinkCall(method: "a.B", mode: .oneway)),
            (#"{"method":"a.B","more":true,"oneway":false}"#, VarlinkCall(method: "a.B", mode: .more)),
            (#"{"method":"a.B","upgrade":true}"#, VarlinkCall(method: "a.B", mode: .upgrade)),
            (
                #"{"method":"a.B","parameters":{"x": [1, 2.50]}}"#,
                VarlinkCall(method: "a.B", parameters: RawJSON(unchecked: Array(#"{"x": [1, 2.50]}"#.utf8)))
            ),
            (
                #"{"org.example.a":{"b":1},"method":"a.B"}"#,
                VarlinkCall(method: "a.B", headers: ["org.example.a": RawJSON(unchecked: Array(#"{"b":1}"#.utf8))])
            ),
        ]
    )
    func goodCalls(text: String, call: VarlinkCall) throws {
        #expect(try Self.call(text) == call)
    }

    @Test(
        "a call that the protocol forbids is refused",
        arguments: [
            "", " ", "null", "[]", "1", "\"a.B\"", "{", "{}", "{}x", "nonsense", "\u{feff}{\"method\":\"a.B\"}",
            #"{"method":null}"#, #"{"method":1}"#, #"{"method":""}"#, #"{"parameters":{}}"#,
            #"{"method":"a.B","more":1}"#, #"{"method":"a.B","oneway":"true"}"#, #"{"method":"a.B","upgrade":{}}"#,
            #"{"method":"a.B","more":true,"oneway":true}"#, #"{"method":"a.B","more":true,"upgrade":true}"#,
            #"{"method":"a.B","oneway":true,"upgrade":true}"#,
            #"{"method":"a.B","oneway":true,"more":true,"upgrade":true}"#,
            #"{"method":"a.B","parameters":[]}"#, #"{"method":"a.B","parameters":1}"#,
            #"{"method":"a.B","parameters":{"a":}}"#, #"{"method":"a.B","parameters":{"a":1,}}"#,
            #"{"method":"a.B","unknown":1}"#, #"{"method":"a.B","X-Trace":{}}"#, #"{"method":"a.B","unknown":null}"#,
            #"{"method":"a.B","org.example":1}"#, #"{"method":"a.B","org.example":{},"org.example":{}}"#,
            #"{"method":"a.B","method":"a.B"}"#, #"{"method":"a.B","more":true,"more":true}"#,
            #"{"method":"a.B","parameters":{},"parameters":{}}"#,
        ]
    )
    func badCalls(text: String) {
        #expect(throws: VarlinkProtocolViolation.self) { try Self.call(text) }
    }

    @Test("a call that is not UTF-8 is refused")
    func invalidUTF8() {
        let bytes = Array(#"{"method":"a.B","parameters":{"x":""#.utf8) + [0xC0, 0xAF] + Array(#""}}"#.utf8)
        #expect(throws: VarlinkProtocolViolation.self) {
            try bytes.withUnsafeBytes { try VarlinkCall(decoding: $0, limits: .standard) }
        }
    }

    @Test("what is wrong with a call is said")
    func violations() {
        #expect(throws: VarlinkProtocolViolation.noMethod) { try Self.call("{}") }
        #expect(throws: VarlinkProtocolViolation.conflictingFlags) {
            try Self.call(#"{"method":"a.B","more":true,"oneway":true}"#)
        }
        #expect(throws: VarlinkProtocolViolation.unknownMember("unknown")) {
            try Self.call(#"{"method":"a.B","unknown":{}}"#)
        }
    }

    @Test("nesting at the limit passes, one level more does not")
    func nesting() throws {
        func text(_ levels: Int) -> String {
            #"{"method":"a.B","parameters":{"x":"# + String(repeating: "[", count: levels - 2)
                + String(repeating: "]", count: levels - 2) + "}}"
        }
        #expect(try Self.call(text(8), depth: 8).method == "a.B")
        #expect(throws: VarlinkProtocolViolation.self) { try Self.call(text(9), depth: 8) }
    }

    @Test(
        "a well-formed reply is read",
        arguments: [
            (#"{}"#, VarlinkReply()),
            (#"{"parameters":{}}"#, VarlinkReply()),
            (#"{"parameters":null,"continues":null,"error":null}"#, VarlinkReply()),
            (#"{"continues":true}"#, VarlinkReply(continues: true)),
            (#"{"error":"a.E","continues":false}"#, VarlinkReply(error: "a.E")),
            (
                #"{"parameters":{"a":1},"org.example":{}}"#,
                VarlinkReply(parameters: RawJSON(["a": 1]), headers: ["org.example": .emptyObject])
            ),
        ]
    )
    func goodReplies(text: String, reply: VarlinkReply) throws {
        #expect(try Self.reply(text) == reply)
    }

    @Test(
        "a reply that the protocol forbids is refused",
        arguments: [
            "", "[]", "x", #"{"continues":1}"#, #"{"error":1}"#, #"{"parameters":[]}"#, #"{"unknown":1}"#,
            #"{"error":"a.E","continues":true}"#, #"{"error":"a.E","error":"a.E"}"#,
        ]
    )
    func badReplies(text: String) {
        #expect(throws: VarlinkProtocolViolation.self) { try Self.reply(text) }
    }

    @Test("what is written has no white space, leaves out what is empty, and reads back the same")
    func writing() throws {
        let call = VarlinkCall(
            method: "org.example.A.\"B",
            parameters: RawJSON(["text": "a\u{0}b"]),
            mode: .more,
            headers: ["org.example": RawJSON(["a": 1])]
        )
        var buffer = ByteBuffer()
        call.encode(into: &buffer)
        let text = String(buffer: buffer)
        #expect(text.utf8.count { $0 == 0 } == 1)
        #expect(text.utf8.last == 0)
        #expect(!text.contains(" "))
        #expect(try Self.call(String(text.dropLast())) == call)

        buffer.clear()
        VarlinkCall(method: "a.B").encode(into: &buffer)
        VarlinkReply().encode(into: &buffer)
        VarlinkReply(parameters: RawJSON(["a": 1]), continues: true).encode(into: &buffer)
        VarlinkReply(parameters: RawJSON(["a": 1]), error: "a.E", headers: ["b.c": .emptyObject]).encode(into: &buffer)
        #expect(
            String(buffer: buffer)
                == #"{"method":"a.B"}|{}|{"parameters":{"a":1},"continues":true}|"#.nulled
                + #"{"error":"a.E","parameters":{"a":1},"b.c":{}}|"#.nulled
        )
    }
}

extension String {
    /// Each `|` made a NUL.
    var nulled: String { String(self.map { $0 == "|" ? "\0" : $0 }) }
}
