// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine

@Suite("Cases that open others, and locks: what must not happen")
struct FamilyTests {
    @Test("Ending a case ends the cases it opened and theirs, but not detached ones")
    func endsChildren() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Opens("part", [:])
                    Opens("middle", [:])
                    Opens("free", [:])
                    Do("end", to: "END")
                }
                Final("END", "完", "End")
            },
            Pattern.child(),
            Pattern.item("middle") {
                step("M") {
                    Opens("part", [:])
                    Do("leave", to: "LEFT")
                }
                Final("LEFT", "完", "Left")
            },
            Item("free", "free", "free", about: ("f", "f"), openedBy: ["clerk"]) {
                Detached()
                Flow {
                    step("F") { Do("done", to: "FREED") }
                    Final("FREED", "完", "Freed")
                }
            }
        )
        _ = try await daemon.start("main", [:], "end")
        #expect(try daemon.all() == ["CANCELLED", "CANCELLED"])
        #expect(try daemon.all("middle") == ["CANCELLED"])
        #expect(try daemon.all("free") == ["F"])
        for part in try daemon.numbers(of: "part") { #expect(try daemon.work(of: part).isEmpty) }
    }

    @Test("Who holds a lock may not wait for another, so that nobody waits in a circle")
    func nested() async throws {
        let item = Pattern.item {
            step("IDLE") {
                Do("x", to: "X1") { Acquires("x") }
                Do("y", to: "Y1") { Acquires("y") }
            }
            step("X1") { Do("more", to: "BOTH") { Acquires("y") } }
            step("Y1") { Do("more", to: "BOTH") { Acquires("x") } }
            step("BOTH") { OnEvent("locks.granted", to: "END") }
            Final("END", "完", "End")
        }
        let daemon = try Pattern.daemon(item)
        let one = try await daemon.start("main", [:], "x")
        let two = try await daemon.start("main", [:], "y")
        #expect(try await daemon.refused("more", in: one) == "LOCKS_HELD")
        #expect(try await daemon.refused("more", in: two) == "LOCKS_HELD")
        #expect(try daemon.state(of: one) == "X1")
    }

    @Test("A case taken up again is counted as open again, also by one that was closed meanwhile")
    func reopenedChild() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Opens("part", [:])
                    Opens("part", [:])
                    OnEvent("child.part.reopened") { Sets("n", to: value("n", or: 0) + 1) }
                    Do("end", to: "END", when: children("part", "open") == 0)
                    Do("leave", to: "END")
                }
                Final("END", "完", "End") { Do("again", to: "A2") }
                step("A2") { Do("end2", to: "END", when: children("part", endedAs: "FINISHED") == 2) }
            },
            Pattern.item("part", isDetached: true) {
                step("WORK") { Do("finish", to: "FINISHED") }
                Final("FINISHED", "完", "Finished") { Do("appeal", to: "WORK") }
            }
        )
        let main = try await daemon.start()
        let parts = try daemon.numbers(of: "part")
        for part in parts { try await daemon.take("finish", in: part) }
        try await daemon.take("appeal", in: parts[0])
        let counts = try daemon.data(of: main)["children"]?["part"]
        #expect(counts == ["total": 2, "open": 1, "closed": 1, "outcomes": ["FINISHED": 1]])
        #expect(try daemon.data(of: main)["n"] == 1)
        #expect(try await daemon.refused("end", in: main) != nil)
        try await daemon.take("leave", in: main)
        // Nobody tells a closed case; it counts when it is taken up again itself.
        try await daemon.take("finish", in: parts[0])
        try await daemon.take("again", "end2", in: main)
        #expect(try daemon.state(of: main) == "END")
    }

    @Test("A withdrawn case with a way of its own may take its time")
    func windUp() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Opens("part", [:]); Do("cancelAll", to: "B") { Withdraws("part") }
                }
                step("B") { Do("end", to: "END") }
                Final("END", "完", "End")
            },
            Pattern.item("part") {
                step("WORK") { OnEvent("cancelled", to: "TIDYING") }
                step("TIDYING") { Do("tidied", to: "TIDY") }
                Final("TIDY", "完", "Tidy")
            }
        )
        _ = try await daemon.start("main", [:], "cancelAll")
        #expect(try daemon.all() == ["TIDYING"])
        try await daemon.take("tidied", in: try daemon.numbers(of: "part")[0])
        #expect(try daemon.all() == ["TIDY"])
    }

    @Test("Cases open others as many levels deep as the limit says; past it, or without end, nothing is opened")
    func depth() async throws {
        let nested = Pattern.item {
            step("A") {
                When(value("n", or: 0) > 0, to: "DEEPER")
                When(value("n", or: 0) <= 0, to: "BOTTOM")
            }
            step("DEEPER") {
                OnEntry { Opens("main", ["n": value("n") - 1]) }
                OnEvent("child.main.closed", to: "END")
            }
            step("BOTTOM") { Do("end", to: "END") }
            Final("END", "完", "End")
        }
        let limit = EngineLimits().childDepth
        let daemon = try Pattern.daemon(nested)
        for levels in [limit + 1, 1_000_000] {
            let past = try await refusal { _ = try await daemon.start("main", ["n": .integer(Int64(levels))]) }
            #expect(past?.refusalCode == "FLOW_LOOP")
        }
        #expect(try daemon.all("main").isEmpty)
        _ = try await daemon.start("main", ["n": .integer(Int64(limit))])
        #expect(try daemon.all("main").count == limit + 1)
        try await daemon.take("end", in: try #require(try daemon.numbers(of: "main").last))
        #expect(try Set(daemon.all("main")) == ["END"])
    }
}
