// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Civic
import Testing
import TongbanEngine
import TongbanModel

@Suite("BureauKit: handlers and their effects")
struct HandlerTests {
    private static let stamp: JSONObject = ["no": "1", "holder": "zhang"]

    @Test("Effects and the completion of the task happen together")
    func together() async throws {
        let daemon = try Desk.daemon { _, _ in
            [.put(register: "stamp", key: "1", record: Self.stamp), .set(["stamp": "1"]), .raise(event: "entered")]
        }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        #expect(try daemon.state(of: number) == "DONE")
        #expect(try daemon.data(of: number)["stamp"] == "1")
        #expect(try daemon.record("stamp", "1") == Self.stamp)
        #expect(try daemon.tasks(of: number).map(\.state) == [.done])
    }

    @Test(
        "An effect that is refused refuses those before it and the completion: the task is a dead letter, nothing is applied",
        arguments: [
            // The register holds one record.
            Effect.put(register: "stamp", key: "2", record: ["no": "2"]),
            Effect.put(register: "none", key: "2", record: ["no": "2"]),
            Effect.put(register: "stamp", key: "1", record: ["no": 1]),
            Effect.raise(event: "entered", case: "CK-20220712-000999"),
            Effect.open(item: "none", data: [:]),
            Effect.open(item: "matter", data: [:]),
        ]
    )
    func refused(effect: Effect) async throws {
        let daemon = try Desk.daemon { _, _ in
            [
                .set(["stamp": "1"]), .put(register: "stamp", key: "1", record: Self.stamp), .raise(event: "entered"),
                effect,
            ]
        }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        #expect(try daemon.state(of: number) == "WAITING")
        #expect(try daemon.data(of: number)["stamp"] == nil)
        #expect(try daemon.records("stamp").isEmpty)
        #expect(try daemon.numbers(of: "matter") == [number])
        let tasks = try daemon.tasks(of: number)
        #expect(tasks.map(\.state) == [.failed])
        #expect(tasks.first?.errors.count == 1)
        #expect(try daemon.journal("task.completed").isEmpty)
    }

    @Test("A handler that names its own case changes it as one that does not", arguments: [true, false])
    func ownCase(named: Bool) async throws {
        let daemon = try Desk.daemon { task, _ in
            let number = named ? task.caseNumber : nil
            return [.set(["stamp": "1"], case: number), .raise(event: "entered", case: number)]
        }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        #expect(try daemon.data(of: number)["stamp"] == "1")
        #expect(try daemon.state(of: number) == "DONE")
        #expect(try daemon.case(number).record.isOpen == false)
    }

    @Test("A handler that fails has its task come back after the wait, and is told of the attempt")
    func retried() async throws {
        let daemon = try Desk.daemon { task, _ in
            if task.attempt == 1 { throw TaskFailure("not yet") }
            return [.set(["attempt": .integer(Int64(task.attempt)), "at": .string(task.now.description)])]
        }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        #expect(try daemon.tasks(of: number).map(\.state) == [.scheduled])
        try await daemon.advance(by: .seconds(600))
        #expect(try daemon.tasks(of: number).map(\.state) == [.done])
        #expect(try daemon.data(of: number)["attempt"] == 2)
    }

    @Test("A handler that fails for good, or too often, leaves a dead letter", arguments: [true, false])
    func deadLetter(fatal: Bool) async throws {
        let daemon = try Desk.daemon { _, _ in throw TaskFailure("in vain", isFatal: fatal) }
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        try await daemon.advance(by: .seconds(600))
        let tasks = try daemon.tasks(of: number)
        #expect(tasks.map(\.state) == [.failed])
        #expect(tasks.first?.errors.count == (fatal ? 1 : 2))
    }

    @Test("A handler sees the records and cases as they are when it begins")
    func access() async throws {
        let daemon = try Desk.daemon { task, daemon in
            let record = try await daemon.record("stamp", "1")
            let data = try await daemon.caseData(task.caseNumber ?? "")
            return [.set(["holder": record?["holder"] ?? .null, "seen": data["who"] ?? .null])]
        }
        try daemon.put("stamp", "1", Self.stamp)
        let number = try await daemon.open("matter", as: Desk.clerk, ["who": "li"])
        try await daemon.act(number, "enter", as: Desk.clerk)
        #expect(try daemon.data(of: number)["holder"] == "zhang")
        #expect(try daemon.data(of: number)["seen"] == "li")
    }
}
