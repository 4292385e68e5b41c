// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine

@Suite("Workflow patterns: state, cancellation, triggers")
struct StatePatternTests {
    @Test("pattern 16: deferred choice", arguments: [true, false])
    func deferredChoice(_ replies: Bool) async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                State("ASKED", "问", "Asked") {
                    Deadline("reply", "答", "Reply", .days(3), then: "SILENT", intended: true)
                    Do("reply", to: "ANSWERED")
                }
                step("ANSWERED") { Do("end", to: "END") }
                step("SILENT") { Do("end", to: "END") }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start()
        if replies {
            try await daemon.take("reply", in: number)
            try await daemon.advance(by: .seconds(10 * 86_400))
            #expect(try daemon.state(of: number) == "ANSWERED")
            #expect(try daemon.deadline("reply", of: number).state == .met)
        } else {
            try await daemon.advance(by: .seconds(10 * 86_400))
            #expect(try daemon.state(of: number) == "SILENT")
            #expect(try await daemon.refused("reply", in: number) == "NOT_POSSIBLE")
        }
    }

    /// Steps of which one is at work at a time: the first before the second, the third whenever.
    private static var interleaved: Item {
        let busy = isIn("B1") || isIn("B2") || isIn("B3")
        return Pattern.item {
            Parallel("P", "并行", "Parallel") {
                State("RA", "A", "A") {
                    step("W1") { Do("begin1", to: "B1", when: !busy) }
                    step("B1") { Do("end1", to: "W2") }
                    step("W2") { Do("begin2", to: "B2", when: !busy) }
                    step("B2") { Do("end2", to: "D2") }
                    Final("D2", "完", "Done")
                }.untimed()
                State("RB", "B", "B") {
                    step("W3") { Do("begin3", to: "B3", when: !busy) }
                    step("B3") { Do("end3", to: "D3") }
                    Final("D3", "完", "Done")
                }.untimed()
                OnEvent("done.state.P", to: "END")
            }.untimed()
            Final("END", "完", "End")
        }
    }

    @Test("pattern 17: interleaved parallel routing; pattern 40: interleaved routing")
    func interleaving() async throws {
        let daemon = try Pattern.daemon(Self.interleaved)
        for order in [["1", "2", "3"], ["1", "3", "2"], ["3", "1", "2"]] {
            let number = try await daemon.start()
            for name in order {
                try await daemon.take("begin\(name)", in: number)
                for other in ["1", "2", "3"] where other != name {
                    let code = try await daemon.refused("begin\(other)", in: number)
                    #expect(code == "NOT_NOW" || code == "NOT_POSSIBLE")
                }
                try await daemon.take("end\(name)", in: number)
            }
            #expect(try daemon.state(of: number) == "END")
        }
    }

    @Test("pattern 18: milestone")
    func milestone() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                Parallel("P", "并行", "Parallel") {
                    State("RM", "M", "M") {
                        step("BEFORE") { Do("reach", to: "REACHED") }
                        step("REACHED") { Do("pass", to: "AFTER") }
                        step("AFTER")
                    }.untimed()
                    State("RE", "E", "E") {
                        step("READY") {
                            Do("edit", when: isIn("REACHED")) { Sets("edits", to: value("edits", or: 0) + 1) }
                        }
                    }.untimed()
                    Do("end", to: "END")
                }.untimed()
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start()
        #expect(try await daemon.refused("edit", in: number) == "NOT_NOW")
        try await daemon.take("reach", "edit", "edit", "pass", in: number)
        #expect(try await daemon.refused("edit", in: number) == "NOT_NOW")
        #expect(try daemon.data(of: number)["edits"] == 2)
    }

    /// A group of two regions that can be given up while a third goes on.
    private static var group: Item {
        Pattern.item {
            Parallel("P", "并行", "Parallel") {
                State("RG", "G", "G") {
                    Parallel("GROUP", "组", "Group") {
                        region("X")
                        region("Y")
                    }.untimed()
                    step("GIVEN_UP")
                    Do("giveUp", to: "GIVEN_UP")
                }.untimed()
                region("Z")
                Do("cancel", to: "CANCELLED_CASE")
                OnEvent("done.state.P", to: "END")
                Do("end", to: "END")
            }.untimed()
            Final("END", "完", "End")
            Final("CANCELLED_CASE", "撤", "Cancelled")
        }
    }

    @Test("pattern 19: cancel task")
    func cancelTask() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                Parallel("P", "并行", "Parallel") {
                    State("RX", "X", "X") {
                        step("X") { Do("doX", to: "X_OFF") }
                        step("X_OFF").untasked()
                        OnEvent("stopX", to: "X_OFF")
                    }.untimed()
                    region("Y")
                    Do("end", to: "END")
                }.untimed()
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", ["who": "S"])
        let task = try #require(try daemon.offeredWork(to: Pattern.person).first { $0.state == "X" })
        try daemon.take(task.task, as: Pattern.person)
        try await daemon.tell("S", "stopX")
        #expect(try daemon.states(number) == ["X_OFF", "Y"])
        #expect(try daemon.heldWork(by: Pattern.person).isEmpty)
        #expect(try !daemon.work(of: number).contains { $0.state == "X" })
        #expect(try await daemon.refused("doX", in: number) == "NOT_POSSIBLE")
    }

    @Test("pattern 20: cancel case")
    func cancelCase() async throws {
        let daemon = try Pattern.daemon(Self.group)
        let number = try await daemon.start("main", [:], "doX", "cancel")
        #expect(try daemon.state(of: number) == "CANCELLED_CASE")
        #expect(try daemon.work(of: number).isEmpty)
        #expect(try await daemon.refused("doZ", in: number) == "CLOSED")
    }

    @Test("pattern 25: cancel region")
    func cancelRegion() async throws {
        let daemon = try Pattern.daemon(Self.group)
        let number = try await daemon.start("main", [:], "doX", "giveUp")
        #expect(try daemon.states(number) == ["GIVEN_UP", "Z"])
        #expect(try await daemon.refused("doY", in: number) == "NOT_POSSIBLE")
        try await daemon.take("doZ", in: number)
        #expect(try daemon.states(number) == ["GIVEN_UP", "Z_DONE"])
    }

    private static func waiting(keeps: [String]) -> Item {
        Pattern.item(keeps: keeps) {
            step("BUSY") { Do("ask", to: "ASKING") }
            step("ASKING") { OnEvent("reply", to: "ANSWERED") { Sets("answer", to: given("text")) } }
            step("ANSWERED") {
                Do("ask", to: "ASKING")
                Do("end", to: "END")
            }
            Final("END", "完", "End")
        }
    }

    @Test("pattern 23: transient trigger")
    func transient() async throws {
        let daemon = try Pattern.daemon(Self.waiting(keeps: []))
        let number = try await daemon.start("main", ["who": "S"])
        try await daemon.tell("S", "reply", ["text": "early"])
        try await daemon.take("ask", in: number)
        #expect(try daemon.state(of: number) == "ASKING")
        try await daemon.tell("S", "reply", ["text": "now"])
        #expect(try daemon.data(of: number)["answer"] == "now")
    }

    @Test("pattern 24: persistent trigger")
    func persistent() async throws {
        let daemon = try Pattern.daemon(Self.waiting(keeps: ["reply"]))
        let number = try await daemon.start("main", ["who": "S"])
        try await daemon.tell("S", "reply", ["text": "first"])
        try await daemon.tell("S", "reply", ["text": "second"])
        #expect(try daemon.state(of: number) == "BUSY")
        // Each is used once, in the order they came.
        try await daemon.take("ask", in: number)
        #expect(try daemon.state(of: number) == "ANSWERED")
        #expect(try daemon.data(of: number)["answer"] == "first")
        try await daemon.take("ask", in: number)
        #expect(try daemon.data(of: number)["answer"] == "second")
        try await daemon.take("ask", in: number)
        #expect(try daemon.state(of: number) == "ASKING")
    }

    @Test("pattern 24: a hundred events are kept, and the next is refused")
    func persistentLimit() async throws {
        let daemon = try Pattern.daemon(Self.waiting(keeps: ["reply"]))
        let number = try await daemon.start("main", ["who": "S"])
        for index in 1...100 { try await daemon.tell("S", "reply", ["text": .integer(Int64(index))]) }
        let error = try await refusal { try await daemon.tell("S", "reply", ["text": "one more"]) }
        #expect(error?.refusalCode == "LIMIT")
        try await daemon.take("ask", in: number)
        #expect(try daemon.data(of: number)["answer"] == 1)
        try await daemon.tell("S", "reply", ["text": "there is room again"])
    }

    private static var editing: Item {
        Pattern.item {
            step("IDLE") {
                Do("edit", to: "WAITING") { Acquires("map") }
                Do("editBoth", to: "WAITING") { Acquires("map", "list") }
            }
            step("WAITING") {
                OnEvent("locks.granted", to: "EDITING")
                Do("giveUp", to: "END")
            }
            step("EDITING") {
                Do("done", to: "IDLE") { Releases() }
                Do("end", to: "END")
            }
            Final("END", "完", "End")
        }
    }

    @Test("pattern 39: critical section")
    func criticalSection() async throws {
        let daemon = try Pattern.daemon(Self.editing)
        let one = try await daemon.start("main", [:], "edit")
        let two = try await daemon.start("main", [:], "editBoth")
        let three = try await daemon.start("main", [:], "edit")
        func states() throws -> [String] { try [one, two, three].map { try daemon.state(of: $0) } }
        #expect(try states() == ["EDITING", "WAITING", "WAITING"])
        try await daemon.take("done", in: one)
        // In the order they asked, and never two at once.
        #expect(try states() == ["IDLE", "EDITING", "WAITING"])
        try await daemon.take("edit", in: one)
        #expect(try states() == ["WAITING", "EDITING", "WAITING"])
        // Whoever ends gives back what he held, and what he waited for.
        try await daemon.take("end", in: two)
        #expect(try states() == ["WAITING", "END", "EDITING"])
        try await daemon.take("giveUp", in: one)
        try await daemon.take("done", in: three)
        #expect(try states() == ["END", "END", "IDLE"])
        let four = try await daemon.start("main", [:], "editBoth")
        #expect(try daemon.state(of: four) == "EDITING")
    }
}
