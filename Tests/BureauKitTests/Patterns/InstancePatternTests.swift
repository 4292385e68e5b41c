// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanEngine

@Suite("Workflow patterns: several instances")
struct InstancePatternTests {
    /// Opens so many parts, waits as `wait` says, and may be helped by more.
    private static func main(
        opening: Expression,
        @ListBuilder<any StatePart> _ wait: () -> [any StatePart]
    ) -> Item {
        let wait = wait()
        return Pattern.item {
            step("OPENING") {
                When(value("opened", or: 0) < opening, to: "OPENING") {
                    Sets("opened", to: value("opened", or: 0) + 1)
                    Opens("part", [:])
                }
                When(value("opened", or: 0) >= opening, to: "WAITING")
            }
            step("WAITING") {
                wait
                Do("end", to: "END")
            }
            step("NEXT") { Do("end", to: "END") }
            Final("END", "完", "End")
        }
    }

    private static func finish(_ count: Int, from first: Int = 0, _ daemon: TestDaemon) async throws {
        for number in try daemon.numbers(of: "part").dropFirst(first).prefix(count) {
            try await daemon.take("finish", in: number)
        }
    }

    @Test("pattern 12: multiple instances without synchronization; pattern 42: thread split")
    func withoutSynchronization() async throws {
        let daemon = try Pattern.daemon(Self.main(opening: 3) { Do("next", to: "NEXT") }, Pattern.child())
        let number = try await daemon.start("main", [:], "end")
        #expect(try daemon.state(of: number) == "END")
        #expect(try daemon.all() == ["WORK", "WORK", "WORK"])
        try await Self.finish(3, daemon)
        #expect(try daemon.all() == ["FINISHED", "FINISHED", "FINISHED"])
    }

    @Test("pattern 13: multiple instances, design-time count; pattern 14: run-time count", arguments: [3, 5])
    func counted(_ count: Int64) async throws {
        let expected: Expression = count == 3 ? 3 : value("n")
        let daemon = try Pattern.daemon(
            Self.main(opening: expected) { When(children("part", "closed") >= expected, to: "NEXT") },
            Pattern.child()
        )
        let number = try await daemon.start("main", ["n": .integer(count)])
        #expect(try daemon.all().count == Int(count))
        try await Self.finish(Int(count) - 1, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await Self.finish(1, from: Int(count) - 1, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
    }

    @Test("pattern 15: multiple instances, count unknown before: helpers are added while others work")
    func growing() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 1) {
                Do("help") { Opens("part", [:]) }
                When(children("part", "open") == 0 && children("part", "closed") > 0, to: "NEXT")
            },
            Pattern.child()
        )
        let number = try await daemon.start("main", [:], "help")
        try await Self.finish(1, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await daemon.take("help", in: number)
        try await Self.finish(1, from: 1, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await Self.finish(1, from: 2, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
        #expect(try await daemon.refused("help", in: number) == "NOT_POSSIBLE")
    }

    @Test("pattern 22: recursion")
    func recursion() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    When(value("n", or: 0) > 0, to: "DEEPER")
                    When(value("n", or: 0) <= 0, to: "END")
                }
                step("DEEPER") {
                    OnEntry { Opens("main", ["n": value("n") - 1]) }
                    OnEvent("child.main.closed", to: "END")
                }
                Final("END", "完", "End")
            }
        )
        _ = try await daemon.start("main", ["n": 3])
        #expect(try daemon.all("main") == ["END", "END", "END", "END"])
    }

    @Test("pattern 26: cancel multiple instance activity")
    func cancelAll() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 3) { Do("cancelAll", to: "NEXT") { Withdraws("part") } },
            Pattern.child()
        )
        let number = try await daemon.start()
        try await Self.finish(1, daemon)
        try await daemon.take("cancelAll", in: number)
        #expect(try daemon.state(of: number) == "NEXT")
        #expect(try daemon.all() == ["FINISHED", "CANCELLED", "CANCELLED"])
        for part in try daemon.numbers(of: "part") { #expect(try daemon.work(of: part).isEmpty) }
    }

    @Test("pattern 26: a part with a way out of its own takes it")
    func ownWayOut() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 2) { Do("cancelAll", to: "NEXT") { Withdraws("part") } },
            Pattern.item("part") {
                step("WORK") {
                    Do("finish", to: "FINISHED")
                    OnEvent("cancelled", to: "SENT_HOME")
                }
                Final("FINISHED", "完", "Finished")
                Final("SENT_HOME", "回", "Sent home")
            }
        )
        _ = try await daemon.start("main", [:], "cancelAll")
        #expect(try daemon.all() == ["SENT_HOME", "SENT_HOME"])
    }

    @Test("pattern 27: complete multiple instance activity")
    func complete() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 4) {
                Do("enough", to: "NEXT", when: children("part", "closed") >= 1) { Withdraws("part") }
            },
            Pattern.child()
        )
        let number = try await daemon.start()
        #expect(try await daemon.refused("enough", in: number) == "NOT_NOW")
        try await Self.finish(2, daemon)
        try await daemon.take("enough", in: number)
        #expect(try daemon.state(of: number) == "NEXT")
        #expect(try daemon.all() == ["FINISHED", "FINISHED", "CANCELLED", "CANCELLED"])
    }

    @Test("pattern 34: static partial join for multiple instances")
    func partialJoin() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 5) { When(children("part", "closed") >= 3, to: "NEXT") },
            Pattern.child()
        )
        let number = try await daemon.start()
        try await Self.finish(2, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await Self.finish(1, from: 2, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
        // The rest go on, and change nothing any more.
        #expect(try daemon.all().count { $0 == "WORK" } == 2)
        try await Self.finish(2, from: 3, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
    }

    @Test("pattern 35: cancelling partial join for multiple instances")
    func cancellingJoin() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 5) { When(children("part", "closed") >= 3, to: "NEXT") { Withdraws("part") } },
            Pattern.child()
        )
        let number = try await daemon.start()
        try await Self.finish(3, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
        #expect(try daemon.all() == ["FINISHED", "FINISHED", "FINISHED", "CANCELLED", "CANCELLED"])
    }

    @Test(
        "pattern 36: dynamic partial join for multiple instances: enough of many have reported, and there may be more"
    )
    func dynamicJoin() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 2) {
                Do("help") { Opens("part", [:]) }
                // Two thirds of however many there are.
                When(
                    children("part", "closed") > 0 && children("part", "closed") * 3 >= children("part") * 2,
                    to: "NEXT"
                )
            },
            Pattern.child()
        )
        let number = try await daemon.start("main", [:], "help", "help")
        try await Self.finish(2, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await daemon.take("help", "help", in: number)
        try await Self.finish(1, from: 2, daemon)
        #expect(try daemon.state(of: number) == "WAITING")
        try await Self.finish(1, from: 3, daemon)
        #expect(try daemon.state(of: number) == "NEXT")
    }

    @Test("The outcomes of parts are counted by what they ended as")
    func outcomes() async throws {
        let daemon = try Pattern.daemon(
            Self.main(opening: 3) {
                Do("cancelAll") { Withdraws("part") }
                When(
                    children("part", endedAs: "CANCELLED") == 2 && children("part", endedAs: "FINISHED") == 1,
                    to: "NEXT"
                )
            },
            Pattern.child()
        )
        let number = try await daemon.start()
        try await Self.finish(1, daemon)
        try await daemon.take("cancelAll", in: number)
        #expect(try daemon.state(of: number) == "NEXT")
        #expect(
            try daemon.data(of: number)["children"]
                == ["part": ["total": 3, "open": 0, "closed": 3, "outcomes": ["FINISHED": 1, "CANCELLED": 2]]]
        )
    }
}
