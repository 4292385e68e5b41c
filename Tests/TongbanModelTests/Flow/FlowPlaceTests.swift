// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing
import TongbanModel

@Suite("Placing a flow")
struct FlowPlaceTests {
    /// A group with history, a parallel group, an end; entries and exits leave a trace in the data.
    static func chart(data: [FlowData] = [], renamed: [String: String] = [:]) -> FlowChart {
        func name(_ id: String) -> String { renamed[id] ?? id }
        func traced(_ id: String, _ kind: FlowStateNode.Kind? = nil, _ transitions: [FlowTransition] = [])
            -> FlowStateNode
        {
            FlowStateNode(
                name(id),
                kind: kind,
                transitions: transitions,
                onEntry: [[.assign("trace", ["cat": [["var": "trace"], .string("+" + id)]])]],
                onExit: [[.assign("trace", ["cat": [["var": "trace"], .string("-" + id)]])]]
            )
        }
        return FlowChart(
            name: "placing",
            initial: [name("GROUP")],
            data: [FlowData("trace", value: "")] + data,
            states: [
                FlowStateNode(
                    name("GROUP"),
                    children: [
                        FlowStateNode(
                            "BACK",
                            kind: .history(deep: true),
                            transitions: [FlowTransition(targets: [name("A")])]
                        ),
                        traced("A", nil, [FlowTransition(events: ["next"], targets: [name("B")])]),
                        traced("B"),
                    ],
                    transitions: [FlowTransition(events: ["split"], targets: ["BOTH"])]
                ),
                FlowStateNode(
                    "BOTH",
                    kind: .parallel,
                    children: [
                        FlowStateNode("ONE", children: [traced("X"), traced("Y")]),
                        FlowStateNode("TWO", children: [traced("U"), traced("V")]),
                    ],
                    transitions: [FlowTransition(events: ["back"], targets: ["BACK"])]
                ),
                FlowStateNode(
                    "CHECK",
                    transitions: [
                        FlowTransition(targets: ["END"], condition: ["==": [["var": "ready"], true]])
                    ]
                ),
                FlowStateNode("END", kind: .final),
            ]
        )
    }

    let interpreter: FlowInterpreter

    init() throws { self.interpreter = try FlowInterpreter(Self.chart()) }

    @Test("stands in exactly the states named and runs nothing")
    func silent() throws {
        let start = self.interpreter.start(data: [:])
        let step = try self.interpreter.place(in: ["Y", "U"], from: start.state)
        #expect(self.interpreter.atomicStates(of: step.state) == ["U", "Y"])
        #expect(step.state.data["trace"] == "+A")
        #expect(step.exited == ["A", "GROUP"])
        #expect(step.entered == ["BOTH", "ONE", "Y", "TWO", "U"])
        #expect(step.outputs.isEmpty)
    }

    @Test("with an event runs the entry actions of what is entered, defaults included, but no exit actions")
    func entering() throws {
        let start = self.interpreter.start(data: [:])
        let step = try self.interpreter.place(in: ["Y"], from: start.state, entering: FlowEvent(name: "again"))
        #expect(self.interpreter.atomicStates(of: step.state) == ["U", "Y"])
        #expect(step.state.data["trace"] == "+A+Y+U")
    }

    @Test(
        "refuses states that cannot be active together",
        arguments: [
            ([], "no state is named"), (["NOWHERE"], "there is no state NOWHERE"),
            (["A", "A"], "A is named twice"), (["A", "B"], "A, B cannot be active together"),
            (["X"], "the region TWO of BOTH has no active state"),
            (["GROUP"], "GROUP holds states or is none to rest in"),
            (["BACK"], "BACK holds states or is none to rest in"),
            (["A", "X", "U"], "GROUP, BOTH cannot be active together"),
        ] as [([String], String)]
    )
    func refuses(states: [String], reason: String) {
        let start = self.interpreter.start(data: [:])
        #expect(self.interpreter.illegality(of: states) == reason)
        #expect(throws: FlowError.illegalConfiguration(states: states, reason: reason)) {
            try self.interpreter.place(in: states, from: start.state)
        }
    }

    @Test("keeps what history states remember, under new names too")
    func history() throws {
        var state = self.interpreter.handle(FlowEvent(name: "next"), in: self.interpreter.start(data: [:]).state).state
        state = self.interpreter.handle(FlowEvent(name: "split"), in: state).state
        let other = try FlowInterpreter(Self.chart(renamed: ["B": "B2"]))
        let kept = try other.place(in: ["X", "U"], from: state.renaming(["B": "B2"])).state
        #expect(other.atomicStates(of: other.handle(FlowEvent(name: "back"), in: kept).state) == ["B2"])
        // Without the name the memory is of a state that is not there: the default is taken.
        let lost = try other.place(in: ["X", "U"], from: state).state
        #expect(other.atomicStates(of: other.handle(FlowEvent(name: "back"), in: lost).state) == ["A"])
    }

    @Test("gives first values to data that are new, and keeps those there are")
    func data() throws {
        let other = try FlowInterpreter(Self.chart(data: [FlowData("limit", value: 30), FlowData("kept", value: 1)]))
        let start = self.interpreter.start(data: ["kept": 5])
        let state = try other.place(in: ["B"], from: start.state).state
        #expect(state.data["limit"] == 30)
        #expect(state.data["kept"] == 5)
        #expect(state.data["trace"] == "+A")
    }

    @Test("goes on where an eventless transition holds, and stays where none does", arguments: [true, false])
    func goingOn(ready: Bool) throws {
        let start = self.interpreter.start(data: ["ready": .bool(ready)])
        let placed = try self.interpreter.place(in: ["CHECK"], from: start.state).state
        #expect(self.interpreter.atomicStates(of: placed) == ["CHECK"])
        let step = self.interpreter.goOn(from: placed, with: FlowEvent(name: "migrated"))
        #expect(self.interpreter.atomicStates(of: step.state) == [ready ? "END" : "CHECK"])
        #expect(step.state.isRunning != ready)
    }

    @Test("a flow placed in its end has ended, and runs again when placed elsewhere")
    func ends() throws {
        let start = self.interpreter.start(data: [:])
        let ended = try self.interpreter.place(in: ["END"], from: start.state).state
        #expect(!ended.isRunning)
        #expect(self.interpreter.finalState(of: ended) == "END")
        let again = try self.interpreter.place(in: ["A"], from: ended)
        #expect(again.state.isRunning)
    }

    @Test("a placed flow is the one that came there by itself, whatever then happens")
    func equalToFresh() throws {
        let start = self.interpreter.start(data: [:]).state
        let came = self.interpreter.handle(FlowEvent(name: "next"), in: start).state
        var placed = try self.interpreter.place(in: ["B"], from: start).state
        placed.data = came.data
        #expect(placed == came)
        #expect(
            self.interpreter.handle(FlowEvent(name: "split"), in: placed)
                == self.interpreter.handle(FlowEvent(name: "split"), in: came)
        )
    }
}
