// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("SCXML documents")
struct ScxmlReaderTests {
    @Test(
        "refuses what SCXML does not allow, and says where",
        arguments: [
            ("<state/>", "line 1, column 1: the outermost element is <state>, not <scxml>"),
            ("<scxml version='2.0'/>", "line 1, column 1: SCXML version \"2.0\" is not known"),
            ("<scxml datamodel='xpath'/>", "line 1, column 1: datamodel=\"xpath\" is not supported"),
            ("<scxml binding='late'/>", "line 1, column 1: binding=\"late\" is not supported; data are bound early"),
            ("<scxml>\n<stat/></scxml>", "line 2, column 1: <stat> cannot stand in <scxml>"),
            ("<scxml>text</scxml>", "line 1, column 1: <scxml> holds text"),
            ("<scxml><state id=''/></scxml>", "line 1, column 8: \"\" cannot be the identifier of a state"),
            ("<scxml><history type='wide'/></scxml>", "line 1, column 8: a history is shallow or deep, not \"wide\""),
            (
                "<scxml><state><transition type='local'/></state></scxml>",
                "line 1, column 15: a transition is internal or external, not \"local\""
            ),
            (
                "<scxml><state><transition cond='a b'/></state></scxml>",
                "line 1, column 15: cond: unexpected \"b\" at position 3 of \"a b\""
            ),
            ("<scxml><state><onentry><raise/></onentry></state></scxml>", "line 1, column 24: <raise> has no event"),
            ("<scxml><state><onentry><beep/></onentry></state></scxml>", "line 1, column 24: <beep> is no action"),
            ("<scxml><state><onentry><send/></onentry></state></scxml>", "line 1, column 24: <send> has no event"),
            (
                "<scxml><state><onentry><send event='a' eventexpr='b'/></onentry></state></scxml>",
                "line 1, column 24: <send> has both event and eventexpr"
            ),
            (
                "<scxml><state><onentry><send event='a' delay='soon'/></onentry></state></scxml>",
                "line 1, column 24: the delay \"soon\" is no length of time"
            ),
            (
                "<scxml><state><onentry><assign location='1' expr='1'/></onentry></state></scxml>",
                "line 1, column 24: location: \"1\" is no location"
            ),
            (
                "<scxml><state><onentry><if cond='true'><else/><elseif cond='false'/></if></onentry></state></scxml>",
                "line 1, column 47: <elseif> stands after <else>"
            ),
            (
                "<scxml><state><initial/></state></scxml>",
                "line 1, column 15: <initial> holds one transition, with a target and nothing else"
            ),
            ("<scxml><datamodel><data/></datamodel></scxml>", "line 1, column 19: <data> has no id"),
            ("<scxml><state>", "line 1, column 8: <state> does not end"),
        ]
    )
    func refusals(_ text: String, _ message: String) {
        do {
            _ = try FlowChart(scxml: text)
            Issue.record("the text was accepted")
        } catch {
            #expect(error.description == message)
        }
    }

    @Test("states without identifiers get ones of their own")
    func unnamed() throws {
        let chart = try FlowChart(scxml: "<scxml><state id='state.1'/><state/><final/></scxml>")
        #expect(chart.states.map(\.id) == ["state.1", "state.2", "final.3"])
    }

    @Test("elements of other namespaces are passed over")
    func foreign() throws {
        let chart = try FlowChart(
            scxml:
                "<s:scxml xmlns:s='http://www.w3.org/2005/07/scxml' xmlns:q='urn:q'><q:view><q:a/></q:view><s:state id='a'/></s:scxml>"
        )
        #expect(chart.states == [FlowStateNode("a")])
    }

    @Test("a chart with everything in it is the same after writing and reading")
    func everything() throws {
        let chart = FlowChart(
            name: "全部",
            initial: ["p"],
            datamodel: "jsonlogic",
            data: [FlowData("x", value: ["only": [["a": 1]]]), FlowData("y"), FlowData("z", expression: "text <&>\"")],
            script: [.script([FlowContent.Assignment("y", ["var": "x"], isDeclaration: true)])],
            states: [
                FlowStateNode(
                    "p",
                    kind: .parallel,
                    children: [
                        FlowStateNode(
                            "h",
                            kind: .history(deep: true),
                            transitions: [FlowTransition(targets: ["a1", "b"])]
                        ),
                        FlowStateNode(
                            "a",
                            initial: ["a1"],
                            initialActions: [.raise("e")],
                            children: [
                                FlowStateNode("a1"),
                                FlowStateNode("af", kind: .final, donedata: .params([FlowParam("k", ["var": "x"])])),
                            ],
                            data: [FlowData("local", value: 1)]
                        ),
                        FlowStateNode(
                            "b",
                            onEntry: [[.log(label: "l", ["var": "x"])], [.cancel(["var": "y"]), .cancel("id")]],
                            onExit: [[.assign("x.a[0]", ["preserve": ["k": 1]])]],
                            invokes: [
                                FlowInvokeNode(
                                    id: "i",
                                    type: "case",
                                    source: ["cat": ["a", "b"]],
                                    names: ["x"],
                                    params: [FlowParam("k", 1)],
                                    isForwarding: true,
                                    finalize: [.raise("r")]
                                ),
                                FlowInvokeNode(idLocation: "y", content: ["var": "x"]),
                            ]
                        ),
                    ],
                    transitions: [
                        FlowTransition(
                            events: ["a.*", "b"],
                            targets: ["f"],
                            condition: ["<": [["var": "x"], 1]],
                            isInternal: true,
                            actions: [
                                .conditional(
                                    [
                                        FlowContent.Branch(condition: true, actions: [.raise("one")]),
                                        FlowContent.Branch(condition: ["var": "x"], actions: []),
                                    ],
                                    otherwise: [.log(label: "", "a'b")]
                                ),
                                .foreach(
                                    FlowContent.Loop(
                                        array: [1, ["var": "x"]],
                                        item: "i",
                                        index: "n",
                                        actions: [.raise("e")]
                                    )
                                ),
                                .send(
                                    FlowSendContent(
                                        event: ["var": "e"],
                                        target: "t",
                                        type: ["var": "t"],
                                        delay: 1_500,
                                        id: "s",
                                        names: ["x", "y"],
                                        params: [FlowParam("p", ["eachKey": ["a": ["var": "x"]]])]
                                    )
                                ),
                                .send(
                                    FlowSendContent(
                                        event: "e",
                                        delay: "2s",
                                        idLocation: "y",
                                        content: ["a": 1, "b": 2]
                                    )
                                ),
                            ]
                        )
                    ]
                ),
                FlowStateNode("f", kind: .final, donedata: .content([["var": "x"]])),
            ]
        )
        #expect(try FlowChart(scxml: chart.scxml) == chart)
        #expect(try FlowChart(json: JSON(parsing: chart.json.text)) == chart)
        _ = try FlowInterpreter(chart)
    }

    @Test("a simulation lets virtual time pass and ends its timers with the flow's cancels")
    func simulation() throws {
        let chart = try FlowChart(
            scxml: """
                <scxml><state id='a'><onentry><send event='tick' delay='1s'/></onentry>
                  <transition event='tick' target='a'/></state></scxml>
                """
        )
        var simulation = FlowSimulation(try FlowInterpreter(chart))
        simulation.advance(seconds: 3.5)
        #expect(simulation.now == 3_500)
        #expect(simulation.entered == ["a", "a", "a", "a"])
        simulation.advance(seconds: 0.5)
        #expect(simulation.entered.count == 5)
        #expect(simulation.errors.isEmpty)
    }

    @Test("a flow that keeps sending to itself is stopped")
    func endlessSends() throws {
        let chart = try FlowChart(
            scxml:
                "<scxml><state id='a'><onentry><send event='e'/></onentry><transition event='e' target='a'/></state></scxml>"
        )
        let simulation = FlowSimulation(try FlowInterpreter(chart))
        #expect(simulation.errors == [.runaway(states: ["a"], limit: FlowSimulation.eventLimit)])
    }
}
