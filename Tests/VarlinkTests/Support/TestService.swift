// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import NIOCore
import NIOPosix
import Synchronization

@testable import Varlink

/// The one thread that servers and clients of all tests share.
let testGroup = MultiThreadedEventLoopGroup(numberOfThreads: 1)

/// A method whose input and output are one string.
struct TextValue: JSONCodable, Sendable, Equatable {
    var text: String

    init(_ text: String) { self.text = text }

    init(from reader: inout JSONReader) throws(JSONError) {
        var text: String?
        try reader.beginObject()
        while try reader.nextMember() {
            guard reader.isMember("text") else { throw reader.unknownMember() }
            try reader.readMember(into: &text)
        }
        self.text = try reader.required(text, "text")
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("text", self.text)
        writer.endObject()
    }
}

enum Echo: VarlinkMethod {
    static let name = "org.example.test.Echo"
    typealias Input = TextValue
    typealias Output = TextValue
}

enum Count: VarlinkMethod {
    static let name = "org.example.test.Count"
    typealias Input = TextValue
    typealias Output = TextValue
}

enum TestFailure: VarlinkFailure, Equatable {
    case refused(text: String)

    init?(errorName: String, errorParameters: RawJSON) {
        guard errorName == "org.example.test.Refused",
            let text = (try? errorParameters.parsed())?["text"]?.stringValue
        else { return nil }
        self = .refused(text: text)
    }

    var errorName: String { "org.example.test.Refused" }

    var errorParameters: RawJSON {
        switch self {
        case .refused(let text): RawJSON(["text": .string(text)])
        }
    }
}

/// A service with one method of every kind, and places in which handlers leave what tests want to know.
final class TestService: Sendable {
    static let interface = VarlinkInterface(
        name: "org.example.test",
        description: """
            interface org.example.test

            method Echo(text: string) -> (text: string)

            method EchoTask(text: string) -> (text: string)

            method Count(text: string) -> (text: string)

            method Park() -> (text: string)

            method ParkPipelined() -> (text: string)

            method ParkTask() -> ()

            method Flood() -> (text: string)

            method FloodTask() -> (text: string)

            method Refuse(text: string) -> ()

            method Break() -> ()

            method Raw() -> (text: string)

            method Describe() -> (method: string)

            method Missing() -> ()

            error Refused (text: string)

            """,
        methods: [
            "Echo", "EchoTask", "Count", "Park", "ParkPipelined", "ParkTask", "Flood", "FloodTask", "Refuse", "Break",
            "Raw", "Describe", "Missing",
        ]
    )

    /// The bytes of a call of one of its methods, NUL and all.
    static func call(_ method: String, _ members: String = "") -> String {
        "{\"method\":\"org.example.test.\(method)\"\(members.isEmpty ? "" : "," + members)}\0"
    }

    static func echo(_ text: String, _ members: String = "") -> String {
        Self.call("Echo", "\"parameters\":{\"text\":\"\(text)\"}" + (members.isEmpty ? "" : "," + members))
    }

    static func echoed(_ text: String) -> String {
        "{\"parameters\":{\"text\":\"\(text)\"}}"
    }

    /// Calls that wait to be answered by the test, in the order in which they started.
    let parked = Awaited<(VarlinkContext, VarlinkResponder)>()

    /// What handlers and the server told, in order.
    let events = Awaited<String>()

    /// How many replies floods have written.
    let written = Atomic(0)

    var service: VarlinkService {
        var service = VarlinkService(vendor: "Example", product: "Test", version: "1", url: "https://example.org")
        service.add(Self.interface)
        service.handleOnLoop(Echo.self, pipelined: true) { input, _, responder in responder.reply(input) }
        service.handle(method: "org.example.test.EchoTask") { context in context.parameters }
        service.stream(Count.self) { input, _, writer in
            guard let count = Int(input.text) else { throw VarlinkServiceFailure.invalidParameter(parameter: "text") }
            for number in 0..<count {
                try await writer.write(TextValue("\(number)"))
            }
            return TextValue("\(count)")
        }
        service.handleOnLoop(method: "org.example.test.Park") { [parked, events] context, responder in
            responder.onClose { events.add("park closed") }
            parked.add((context, responder))
        }
        service.handleOnLoop(method: "org.example.test.ParkPipelined", pipelined: true) { [parked] context, responder in
            parked.add((context, responder))
        }
        service.handle(method: "org.example.test.ParkTask") { [events] _ in
            events.add("task started")
            do {
                try await Task.sleep(for: .seconds(3600))
            } catch {
                events.add("task cancelled")
                throw error
            }
            return nil
        }
        self.addStreams(to: &service)
        service.handle(method: "org.example.test.Refuse") { context in
            throw TestFailure.refused(text: (try context.parameters.parsed())["text"]?.stringValue ?? "")
        }
        service.handle(method: "org.example.test.Break") { _ in throw Broken() }
        service.upgrade(method: "org.example.test.Raw") { context, upgrade in
            if context.headers["org.example.refuse"] != nil { throw TestFailure.refused(text: "no") }
            try await upgrade.confirm(RawJSON(["text": "raw"])) { stream in
                for try await bytes in stream.inbound {
                    try await stream.write(bytes)
                }
            }
        }
        service.handleOnLoop(method: "org.example.test.Describe") { context, responder in
            responder.reply(
                RawJSON([
                    "method": .string(context.method),
                    "uid": .integer(Int64(context.peer?.userID ?? 0)),
                    "pid": .integer(Int64(context.peer?.processID ?? 0)),
                    "connection": .string(context.connection.id.description),
                    "header": .string(context.headers["org.example.call"]?.text ?? ""),
                    "hasProcess": .bool(context.peer?.processDescriptor != nil),
                ])
            )
        }
        return service
    }

    struct Broken: Error {}

    /// Notes what the server tells of its connections.
    @Sendable func tell(_ event: VarlinkServerEvent) {
        switch event {
        case .connectionOpened: break
        case .connectionRefused(_, let refusal): self.events.add("refused \(refusal)")
        case .connectionClosed(_, let reason): self.events.add("closed \(reason)")
        }
    }
}
