// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("Diagrams of flows")
struct FlowDiagramTests {
    private let chart = FlowChart(
        name: "d \"q\"",
        states: [
            FlowStateNode(
                "审查: a",
                children: [FlowStateNode("x")],
                transitions: [FlowTransition(events: ["ok"], targets: ["f"], condition: true)]
            ),
            FlowStateNode("p", kind: .parallel, children: [FlowStateNode("r1"), FlowStateNode("r2")]),
            FlowStateNode("f", kind: .final),
        ]
    )

    @Test("Mermaid shows states within states, regions, the end and what is active")
    func mermaid() {
        #expect(
            FlowDiagram.mermaid(self.chart, active: ["x", "审查: a", "gone"]) == """
                stateDiagram-v2
                    [*] --> s1
                    state "审查#58; a" as s1
                    state s1 {
                        [*] --> s2
                        state "x" as s2
                    }
                    state "p" as s3
                    state s3 {
                        [*] --> s4
                        state "r1" as s4
                        --
                        [*] --> s5
                        state "r2" as s5
                    }
                    state "f" as s6
                    s6 --> [*]
                    s1 --> s6: ok [true]
                    classDef active fill:#ffd54f,stroke:#e65100,stroke-width:2px
                    class s1,s2 active

                """
        )
    }

    @Test("Graphviz shows the same")
    func dot() {
        #expect(
            FlowDiagram.dot(self.chart, active: ["x"]) == """
                digraph "d \\"q\\"" {
                    compound=true
                    node [shape=box style="rounded,filled" fillcolor=white]
                    start1 [shape=point label=""]
                    start1 -> s1 [lhead=cluster_s1]
                    subgraph cluster_s1 {
                        label="审查: a"
                        s1 [shape=point style=invis label=""]
                        start2 [shape=point label=""]
                        start2 -> s2
                        s2 [label="x" fillcolor=gold penwidth=2]
                    }
                    subgraph cluster_s3 {
                        label="p"
                        s3 [shape=point style=invis label=""]
                        s4 [label="r1"]
                        s5 [label="r2"]
                    }
                    s6 [label="f" peripheries=2]
                    s1 -> s6 [label="ok [true]" ltail=cluster_s1]
                }

                """
        )
    }
}
