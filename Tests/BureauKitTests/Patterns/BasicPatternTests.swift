// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing

@Suite("Workflow patterns: branching and joining")
struct BasicPatternTests {
    @Test("pattern 1: sequence")
    func sequence() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") { Do("a", to: "B") }
                step("B") { Do("b", to: "END") }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start()
        #expect(try await daemon.refused("b", in: number) == "NOT_POSSIBLE")
        try await daemon.take("a", "b", in: number)
        #expect(try daemon.state(of: number) == "END")
    }

    private static var split: Item {
        Pattern.item {
            step("A") { Do("a", to: "P") }
            Parallel("P", "并行", "Parallel") {
                region("X")
                region("Y")
                OnEvent("done.state.P", to: "END")
            }.untimed()
            Final("END", "完", "End")
        }
    }

    @Test("pattern 2: parallel split")
    func parallelSplit() async throws {
        let daemon = try Pattern.daemon(Self.split)
        let number = try await daemon.start()
        #expect(try daemon.states(number) == ["A"])
        try await daemon.take("a", in: number)
        #expect(try daemon.states(number) == ["X", "Y"])
    }

    @Test("pattern 3: synchronization")
    func synchronization() async throws {
        let daemon = try Pattern.daemon(Self.split)
        let number = try await daemon.start("main", [:], "a", "doY")
        #expect(try daemon.isOpen(number))
        #expect(try daemon.states(number) == ["X", "Y_DONE"])
        try await daemon.take("doX", in: number)
        #expect(try daemon.state(of: number) == "END")
    }

    @Test("pattern 4: exclusive choice", arguments: [(5, "SMALL"), (10, "SMALL"), (11, "BIG")])
    func exclusiveChoice(_ n: Int64, _ state: String) async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Do("a", to: "BIG", when: value("n") > 10)
                    Do("a", to: "SMALL")
                }
                Final("BIG", "大", "Big")
                Final("SMALL", "小", "Small")
            }
        )
        let number = try await daemon.start("main", ["n": .integer(n)], "a")
        #expect(try daemon.state(of: number) == state)
    }

    @Test("pattern 5: simple merge", arguments: ["x", "y"])
    func simpleMerge(_ way: String) async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Do("x", to: "X")
                    Do("y", to: "Y")
                }
                step("X") { Do("go", to: "Z") }
                step("Y") { Do("go", to: "Z") }
                step("Z") {
                    OnEntry { Sets("entries", to: value("entries", or: 0) + 1) }
                    Do("end", to: "END")
                }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], way, "go")
        #expect(try daemon.state(of: number) == "Z")
        #expect(try daemon.data(of: number)["entries"] == 1)
        #expect(try await daemon.refused("go", in: number) == "NOT_POSSIBLE")
    }

    /// Each branch is taken when the form says so.
    private static var choices: Item {
        Pattern.item {
            Parallel("P", "并行", "Parallel") {
                for name in ["X", "Y"] {
                    State("R\(name)", name, name) {
                        step("\(name)_ASK") {
                            When(value(name.lowercased()) == true, to: name)
                            When(value(name.lowercased()) != true, to: "\(name)_DONE")
                        }
                        step(name) { Do("do\(name)", to: "\(name)_DONE") }
                        Final("\(name)_DONE", name, name)
                    }.untimed()
                }
                OnEvent("done.state.P", to: "END")
            }.untimed()
            Final("END", "完", "End")
        }
    }

    @Test("pattern 6: multi-choice")
    func multiChoice() async throws {
        let daemon = try Pattern.daemon(Self.choices)
        let one = try await daemon.start("main", ["x": true])
        #expect(try daemon.states(one) == ["X", "Y_DONE"])
        let both = try await daemon.start("main", ["x": true, "y": true])
        #expect(try daemon.states(both) == ["X", "Y"])
    }

    @Test("pattern 7: structured synchronizing merge; pattern 37: local synchronizing merge")
    func synchronizingMerge() async throws {
        let daemon = try Pattern.daemon(Self.choices)
        // It waits for exactly the branches that were started.
        let one = try await daemon.start("main", ["x": true], "doX")
        #expect(try daemon.state(of: one) == "END")
        let both = try await daemon.start("main", ["x": true, "y": true], "doX")
        #expect(try daemon.isOpen(both))
        try await daemon.take("doY", in: both)
        #expect(try daemon.state(of: both) == "END")
        let none = try await daemon.start()
        #expect(try daemon.state(of: none) == "END")
    }

    @Test("pattern 8: multi-merge")
    func multiMerge() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                Parallel("P", "并行", "Parallel") {
                    for name in ["X", "Y"] {
                        State("R\(name)", name, name) {
                            step(name) { Do("do\(name)", to: "\(name)_DONE") { Opens("part", [:]) } }
                            Final("\(name)_DONE", name, name)
                        }.untimed()
                    }
                    OnEvent("done.state.P", to: "END")
                }.untimed()
                Final("END", "完", "End")
            },
            Pattern.child()
        )
        let number = try await daemon.start("main", [:], "doX")
        #expect(try daemon.all() == ["WORK"])
        try await daemon.take("doY", in: number)
        // What follows the merge runs once for each branch.
        #expect(try daemon.all() == ["WORK", "WORK"])
    }

    /// Three branches, and a fourth region that goes on when so many of them have arrived.
    private static func join(_ count: Int64) -> Item {
        Pattern.item {
            Parallel("P", "并行", "Parallel") {
                region("X")
                region("Y")
                region("Z")
                State("RJ", "J", "J") {
                    step("WAIT") { When(value("arrived", or: 0) >= Expression(integerLiteral: count), to: "NEXT") }
                    step("NEXT") {
                        OnEntry { Sets("passed", to: value("passed", or: 0) + 1) }
                        Do("next", to: "J_DONE")
                    }
                    Final("J_DONE", "J", "J")
                }.untimed()
                OnEvent("done.state.P", to: "RESET")
            }.untimed()
            step("RESET") {
                Do("again", to: "P") { Sets("arrived", to: 0) }
                Do("end", to: "END")
            }
            Final("END", "完", "End")
        }
    }

    @Test("pattern 9: structured discriminator; pattern 28: blocking discriminator")
    func discriminator() async throws {
        let daemon = try Pattern.daemon(Self.join(1))
        let number = try await daemon.start()
        #expect(try daemon.states(number).contains("WAIT"))
        try await daemon.take("doY", in: number)
        #expect(try daemon.states(number) == ["X", "Y_DONE", "Z", "NEXT"])
        try await daemon.take("next", "doX", in: number)
        // The others are ignored, and nothing begins anew before all have arrived.
        #expect(try daemon.data(of: number)["passed"] == 1)
        #expect(try await daemon.refused("again", in: number) == "NOT_POSSIBLE")
        try await daemon.take("doZ", "again", "doZ", in: number)
        #expect(try daemon.states(number) == ["X", "Y", "Z_DONE", "NEXT"])
        #expect(try daemon.data(of: number)["passed"] == 2)
    }

    @Test("pattern 30: structured partial join; pattern 31: blocking partial join")
    func partialJoin() async throws {
        let daemon = try Pattern.daemon(Self.join(2))
        let number = try await daemon.start("main", [:], "doX")
        #expect(try daemon.states(number).contains("WAIT"))
        try await daemon.take("doZ", in: number)
        #expect(try daemon.states(number) == ["X_DONE", "Y", "Z_DONE", "NEXT"])
        try await daemon.take("next", in: number)
        #expect(try await daemon.refused("again", in: number) == "NOT_POSSIBLE")
        try await daemon.take("doY", "again", in: number)
        #expect(try daemon.states(number) == ["X", "Y", "Z", "WAIT"])
    }

    private static func cancellingJoin(_ count: Int64) -> Item {
        Pattern.item {
            Parallel("P", "并行", "Parallel") {
                region("X")
                region("Y")
                region("Z")
                When(value("arrived", or: 0) >= Expression(integerLiteral: count), to: "NEXT")
            }.untimed()
            step("NEXT") { Do("end", to: "END") }
            Final("END", "完", "End")
        }
    }

    @Test("pattern 29: cancelling discriminator; pattern 32: cancelling partial join", arguments: [1, 2])
    func cancelling(_ count: Int64) async throws {
        let daemon = try Pattern.daemon(Self.cancellingJoin(count))
        let number = try await daemon.start()
        #expect(try daemon.work(of: number).count == 3)
        try await daemon.take("doX", in: number)
        if count == 2 {
            #expect(try daemon.states(number) == ["X_DONE", "Y", "Z"])
            try await daemon.take("doZ", in: number)
        }
        #expect(try daemon.state(of: number) == "NEXT")
        // The other branches are gone, with their tasks.
        #expect(try await daemon.refused("doY", in: number) == "NOT_POSSIBLE")
        #expect(try daemon.work(of: number).map(\.state) == ["NEXT"])
    }

    @Test("pattern 33: generalised AND-join")
    func generalisedJoin() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Do("x") { Sets("xs", to: value("xs", or: 0) + 1) }
                    Do("y") { Sets("ys", to: value("ys", or: 0) + 1) }
                    When(value("xs", or: 0) > 0 && value("ys", or: 0) > 0, to: "JOINED")
                    Do("end", to: "END")
                }
                step("JOINED") {
                    OnEntry {
                        Sets("xs", to: value("xs") - 1)
                        Sets("ys", to: value("ys") - 1)
                        Sets("joins", to: value("joins", or: 0) + 1)
                    }
                    When(true, to: "A")
                }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "x", "x")
        #expect(try daemon.data(of: number)["joins"] == nil)
        try await daemon.take("y", in: number)
        #expect(try daemon.data(of: number)["joins"] == 1)
        // The first branch came twice: its early token is still there.
        try await daemon.take("y", in: number)
        #expect(try daemon.data(of: number)["joins"] == 2)
        try await daemon.take("y", in: number)
        #expect(try daemon.data(of: number)["joins"] == 2)
    }

    @Test("pattern 38: general synchronizing merge")
    func generalMerge() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                Parallel("P", "并行", "Parallel") {
                    State("R1", "1", "1") {
                        step("ONE") {
                            Do("one", to: "ONE_MORE")
                            Do("skip", to: "ONE_OUT")
                        }
                        step("ONE_MORE") { Do("more", to: "ONE_OUT") }
                        step("ONE_OUT")
                    }.untimed()
                    State("R2", "2", "2") {
                        step("TWO") { Do("two", to: "JOIN") }
                        // Whether anything can still arrive is seen from the whole state.
                        step("JOIN") { When(!isIn("ONE") && !isIn("ONE_MORE"), to: "JOINED") }
                        step("JOINED") { Do("end", to: "END") }
                    }.untimed()
                }.untimed()
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "two", "one")
        #expect(try daemon.states(number) == ["ONE_MORE", "JOIN"])
        try await daemon.take("more", in: number)
        #expect(try daemon.states(number) == ["ONE_OUT", "JOINED"])
        let other = try await daemon.start("main", [:], "skip", "two")
        #expect(try daemon.states(other) == ["ONE_OUT", "JOINED"])
    }

    @Test("pattern 10: arbitrary cycles")
    func cycles() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Do("toB", to: "B")
                    Do("toC", to: "C")
                }
                step("B") {
                    Do("toA", to: "A")
                    Do("toC", to: "C")
                    Do("leave", to: "LEFT")
                }
                step("C") {
                    Do("toB", to: "B")
                    Do("end", to: "END")
                }
                Final("LEFT", "离", "Left")
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "toB", "toA", "toC", "toB", "toC", "toB")
        #expect(try await daemon.refused("end", in: number) == "NOT_POSSIBLE")
        try await daemon.take("leave", in: number)
        #expect(try daemon.state(of: number) == "LEFT")
    }

    @Test("pattern 11: implicit termination")
    func implicitTermination() async throws {
        let daemon = try Pattern.daemon(Self.split)
        // The case ends by itself when no branch has anything left to do, and not before.
        let number = try await daemon.start("main", [:], "a", "doX")
        #expect(try daemon.isOpen(number))
        try await daemon.take("doY", in: number)
        #expect(try !daemon.isOpen(number))
    }

    @Test("pattern 43: explicit termination")
    func explicitTermination() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                Parallel("P", "并行", "Parallel") {
                    region("X")
                    State("RS", "S", "S") { step("STOP") { Do("stop", to: "END") } }.untimed()
                }.untimed()
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "stop")
        #expect(try daemon.state(of: number) == "END")
        #expect(try await daemon.refused("doX", in: number) == "CLOSED")
        #expect(try daemon.work(of: number).isEmpty)
    }

    @Test("pattern 21: structured loop")
    func loop() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("BODY") {
                    Do("turn", to: "BODY", when: value("turns", or: 0) < 2) {
                        Sets("turns", to: value("turns", or: 0) + 1)
                    }
                    Do("turn", to: "END") { Sets("turns", to: value("turns", or: 0) + 1) }
                }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "turn", "turn")
        #expect(try daemon.isOpen(number))
        try await daemon.take("turn", in: number)
        #expect(try daemon.state(of: number) == "END")
        #expect(try daemon.data(of: number)["turns"] == 3)
    }

    @Test("pattern 41: thread merge")
    func threadMerge() async throws {
        let daemon = try Pattern.daemon(
            Pattern.item {
                step("A") {
                    Do("tick", to: "END", when: value("ticks", or: 0) >= 2)
                    Do("tick") { Sets("ticks", to: value("ticks", or: 0) + 1) }
                }
                Final("END", "完", "End")
            }
        )
        let number = try await daemon.start("main", [:], "tick", "tick")
        #expect(try daemon.isOpen(number))
        try await daemon.take("tick", in: number)
        #expect(try !daemon.isOpen(number))
    }
}
