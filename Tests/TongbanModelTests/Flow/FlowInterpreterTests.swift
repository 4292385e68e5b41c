// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("The interpreter of flows")
struct FlowInterpreterTests {
    private func interpreter(_ body: String, datamodel: String = "jsonlogic") throws -> FlowInterpreter {
        try FlowInterpreter(
            FlowChart(scxml: "<scxml version='1.0' name='demo' datamodel='\(datamodel)'>\(body)</scxml>")
        )
    }

    @Test("a step tells what was left and entered, in order")
    func order() throws {
        let flow = try self.interpreter(
            "<state id='p'><state id='a'><transition event='t' target='b'/></state></state><state id='q'><state id='b'/></state>"
        )
        let start = flow.start(data: [:])
        #expect(start.entered == ["p", "a"])
        #expect(!start.didTransition)
        let step = flow.handle(FlowEvent(name: "t"), in: start.state)
        #expect(step.exited == ["a", "p"])
        #expect(step.entered == ["q", "b"])
        #expect(step.didTransition)
        #expect(flow.activeStates(of: step.state) == ["q", "b"])
        #expect(flow.atomicStates(of: step.state) == ["b"])
        #expect(flow.depth(of: "b") == 2)
        #expect(flow.depth(of: "none") == 0)
    }

    @Test("an event nobody waits for changes nothing")
    func ignored() throws {
        let flow = try self.interpreter("<state id='a'><transition event='t' target='b'/></state><state id='b'/>")
        let start = flow.start(data: ["x": 1])
        let step = flow.handle(FlowEvent(name: "u"), in: start.state)
        #expect(!step.didTransition)
        #expect(step.state == start.state)
    }

    @Test("what stood ready before an event came is done, and the event is not held for handled")
    func standingReady() throws {
        let flow = try self.interpreter(
            """
            <state id='a'><transition cond='x == 1' target='b'/></state>
            <state id='b'><transition event='reply' target='c'/></state><state id='c'/>
            """
        )
        var state = flow.start(data: ["x": 0]).state
        state.data["x"] = 1
        let early = flow.handle(FlowEvent(name: "reply"), in: state)
        #expect(early.didTransition && !early.didHandle)
        #expect(flow.atomicStates(of: early.state) == ["b"])
        let again = flow.handle(FlowEvent(name: "reply"), in: early.state)
        #expect(again.didHandle)
        #expect(flow.atomicStates(of: again.state) == ["c"])
    }

    @Test("a transition without target counts as taken")
    func targetless() throws {
        let flow = try self.interpreter("<state id='a'><transition event='t'/></state>")
        let step = flow.handle(FlowEvent(name: "t"), in: flow.start(data: [:]).state)
        #expect(step.didTransition)
        #expect(step.entered.isEmpty && step.exited.isEmpty)
    }

    @Test("data from outside take the place of the chart's")
    func outsideData() throws {
        let flow = try self.interpreter(
            "<datamodel><data id='x' expr='1'/><data id='y' expr='x + 1'/></datamodel><state id='a'/>"
        )
        #expect(flow.start(data: ["x": 10, "z": 3]).state.data == ["x": 10, "y": 11, "z": 3])
    }

    @Test("stamps are the event's data while the flow starts")
    func stamps() throws {
        let flow = try self.interpreter(
            "<state id='a'><onentry><assign location='by' expr='_event.data.actor'/></onentry></state>"
        )
        let step = flow.start(data: [:], stamps: ["actor": "p1"])
        #expect(step.state.data["by"] == "p1")
        #expect(step.errors.isEmpty)
    }

    @Test("where a flow stands survives being written and read")
    func stateRoundTrip() throws {
        let flow = try self.interpreter(
            """
            <state id='s'><history id='h'><transition target='a'/></history>
              <state id='a'><transition event='t' target='b'/></state><state id='b'/>
              <transition event='out' target='o'/>
            </state>
            <state id='o'><invoke id='i' type='hand-off'/><onentry><send event='x' delay='1s'/></onentry>
              <transition event='back' target='h'/></state>
            """
        )
        var state = flow.start(data: ["k": ["v": [1, nil]]]).state
        for event in ["t", "out"] {
            state = flow.handle(FlowEvent(name: event), in: state).state
        }
        let again = try FlowState(json: JSON(parsing: state.json.text))
        #expect(again == state)
        let step = flow.handle(FlowEvent(name: "back"), in: again)
        #expect(flow.atomicStates(of: step.state) == ["b"])
        #expect(step.outputs == [.cancelInvoke("i")])
        #expect(throws: FlowError.self) { try FlowState(json: ["data": [:]]) }
    }

    @Test("sends, cancels, logs and the end come out in order")
    func outputs() throws {
        let flow = try self.interpreter(
            """
            <state id='a'>
              <onentry><log label='l' expr='1 + 1'/>
                <send event='e' id='s1' target='case-7' type='submit' delay='1.5s'><param name='p' expr='3'/></send>
                <cancel sendid='s0'/></onentry>
              <transition event='t' target='f'/>
            </state>
            <final id='f'><donedata><content expr="'good'"/></donedata></final>
            """
        )
        let start = flow.start(data: [:])
        #expect(
            start.outputs == [
                .log("l", 2),
                .send(
                    FlowSend(
                        event: "e",
                        id: "s1",
                        target: "case-7",
                        type: "submit",
                        delayMilliseconds: 1_500,
                        data: ["p": 3]
                    )
                ),
                .cancel("s0"),
            ]
        )
        let end = flow.handle(FlowEvent(name: "t"), in: start.state)
        #expect(end.outputs == [.done("good")])
        #expect(!end.state.isRunning)
        #expect(flow.finalState(of: end.state) == "f")
        #expect(flow.finalState(of: start.state) == nil)
        #expect(flow.handle(FlowEvent(name: "t"), in: end.state) == FlowStep(state: end.state))
    }

    @Test("a state's invocation starts when the flow rests in it and ends when it is left")
    func invoke() throws {
        let flow = try self.interpreter(
            """
            <datamodel><data id='n' expr='4'/><data id='got'/></datamodel>
            <state id='skip'><invoke type='never'/><transition target='a'/></state>
            <state id='a'><invoke id='child' type='case' src='item/x'><param name='n' expr='n'/>
                <finalize><assign location='got' expr='_event.data.v'/></finalize></invoke>
              <transition event='done.invoke.child' cond='got == 9' target='b'/></state>
            <state id='b'/>
            """
        )
        let start = flow.start(data: [:])
        #expect(
            start.outputs == [
                .startInvoke(
                    FlowInvoke(id: "child", state: "a", type: "case", source: "item/x", data: ["n": 4])
                )
            ]
        )
        let step = flow.handle(
            FlowEvent(name: "done.invoke.child", data: ["v": 9], invokeID: "child"),
            in: start.state
        )
        #expect(flow.atomicStates(of: step.state) == ["b"])
        #expect(step.outputs == [.cancelInvoke("child")])
    }

    @Test("an error nobody handles is told, a handled one is not")
    func errors() throws {
        let actions = "<onentry><assign location='_event' expr='1'/></onentry>"
        let unhandled = try self.interpreter("<state id='a'>\(actions)</state>").start(data: [:])
        #expect(unhandled.errors == [.execution(state: "a", reason: "\"_event\" cannot be assigned to")])
        let handled = try self.interpreter(
            "<state id='a'>\(actions)<transition event='error' target='b'/></state><state id='b'/>"
        ).start(data: [:])
        #expect(handled.errors.isEmpty)
    }

    @Test("only charts with the ecmascript data model want names declared")
    func strictness() throws {
        let body = "<state id='a'><onentry><assign location='x' expr='1'/></onentry></state>"
        #expect(try self.interpreter(body).start(data: [:]).state.data == ["x": 1])
        let strict = try self.interpreter(body, datamodel: "ecmascript").start(data: [:])
        #expect(strict.state.data == [:])
        #expect(strict.errors == [.execution(state: "a", reason: "\"x\" is not declared")])
    }

    @Test("a flow may take as many microsteps as the limit, and one more is an error that changes nothing")
    func runaway() throws {
        let flow = try self.interpreter(
            """
            <state id='a'><transition event='t' target='b'><assign location='n' expr='0'/></transition></state>
            <state id='b'><transition cond='n &lt; limit' target='b'><assign location='n' expr='n + 1'/></transition></state>
            """
        )
        let limit = FlowInterpreter.microstepLimit
        func step(_ turns: Int) -> FlowStep {
            flow.handle(FlowEvent(name: "t"), in: flow.start(data: ["limit": .integer(Int64(turns))]).state)
        }
        let fits = step(limit - 1)
        #expect(fits.errors.isEmpty)
        #expect(fits.state.data["n"] == .integer(Int64(limit - 1)))
        let runaway = step(limit)
        #expect(runaway.errors == [.runaway(states: ["b"], limit: limit)])
        #expect(flow.atomicStates(of: runaway.state) == ["a"])
        #expect(runaway.outputs.isEmpty && runaway.entered.isEmpty)
    }

    @Test("a value that keeps holding itself is refused before it fills memory")
    func growingValue() throws {
        let flow = try self.interpreter(
            """
            <datamodel><data id='x' expr='[1]'/></datamodel>
            <state id='a'><transition event='t'><assign location='x' expr='[x, x]'/></transition></state>
            """
        )
        var state = flow.start(data: [:]).state
        var errors: [FlowError] = []
        for _ in 0..<60 where errors.isEmpty {
            let step = flow.handle(FlowEvent(name: "t"), in: state)
            state = step.state
            errors = step.errors
        }
        #expect(errors == [.execution(state: "a", reason: "the value for \"x\" is too large or too deep")])
    }

    @Test("states another version of the chart had are named")
    func unknownStates() throws {
        let old = try self.interpreter("<state id='a'/>")
        let new = try self.interpreter("<state id='b'/>")
        let state = old.start(data: [:]).state
        #expect(new.unknownStates(in: state) == ["a"])
        #expect(old.unknownStates(in: state).isEmpty)
    }

    @Test("a chart from code runs, and is refused when it is broken")
    func fromCode() throws {
        let chart = FlowChart(
            name: "n",
            initial: "a",
            data: ["x": ["only": 1]],
            states: [
                FlowStateNode(
                    "a",
                    transitions: [FlowTransition(events: ["go"], targets: ["f"], condition: ["var": "x.only"])]
                ),
                FlowStateNode("f", kind: .final, donedata: .params([FlowParam("p", ["var": "x"])])),
            ]
        )
        let flow = try FlowInterpreter(chart)
        let step = flow.handle(FlowEvent(name: "go"), in: flow.start(data: [:]).state)
        #expect(step.outputs == [.done(["p": ["only": 1]])])
        #expect(throws: FlowError.noStates) { try FlowInterpreter(FlowChart(states: [])) }
        #expect(throws: FlowError.unknownTarget(state: "a", target: "z")) {
            try FlowInterpreter(
                FlowChart(states: [FlowStateNode("a", transitions: [FlowTransition(targets: ["z"])])])
            )
        }
        #expect(throws: FlowError.badLocation("1x")) {
            try FlowInterpreter(FlowChart(states: [FlowStateNode("a", onEntry: [[.assign("1x", 1)]])]))
        }
    }

    @Test("the JSON form names what it cannot read")
    func badForm() {
        #expect(
            throws: FlowError.badForm(
                path: "states[0].transitions[0].actions[0]",
                reason: "exactly one action is needed"
            )
        ) {
            try FlowChart(json: ["states": [["id": "a", "transitions": [["actions": [[:]]]]]]])
        }
        #expect(throws: FlowError.badForm(path: "states[0].colour", reason: "no such member is defined")) {
            try FlowChart(json: ["states": [["id": "a", "colour": "red"]]])
        }
    }

    @Test(
        "delays are lengths of time",
        arguments: [
            ("1s", 1_000), ("1.5s", 1_500), (".5s", 500), ("10ms", 10), ("2m", 120_000), ("1h", 3_600_000),
            ("1d", 86_400_000), ("0", 0), ("5", nil), ("-1s", nil), ("s", nil), ("1 year", nil),
        ] as [(String, Int64?)]
    )
    func delays(_ text: String, _ milliseconds: Int64?) {
        #expect(FlowDelay.milliseconds(.string(text)) == milliseconds)
    }
}
