// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

/// A chart with one fault, and what the check says of it.
struct FaultyChart: Sendable, CustomTestStringConvertible {
    var title: String
    var body: String
    var found: [String]
    var path: [String]

    init(_ title: String, _ body: String, _ found: [String], path: [String] = []) {
        self.title = title
        self.body = body
        self.found = found
        self.path = path
    }

    var testDescription: String { self.title }

    func findings() throws -> [FlowFinding] {
        FlowCheck.findings(in: try FlowChart(scxml: "<scxml version='1.0'>\(self.body)</scxml>"))
    }

    static let all: [FaultyChart] = [
        FaultyChart(
            "a state that nothing leads to",
            "<state id='a'><transition event='t' target='f'/></state><state id='b'><transition event='t' target='f'/></state><final id='f'/>",
            ["UNREACHABLE_STATE b"],
            path: ["b"]
        ),
        FaultyChart(
            "a state within that nothing leads to is told once",
            "<state id='a'><transition event='t' target='f'/></state><state id='b'><state id='c'/></state><final id='f'/>",
            ["UNREACHABLE_STATE b"],
            path: ["b"]
        ),
        FaultyChart(
            "a state without a way to the end",
            "<state id='a'><transition event='t' target='f'/><transition event='u' target='b'/></state><state id='b'/><final id='f'/>",
            ["NO_WAY_TO_END b"],
            path: ["a", "b"]
        ),
        FaultyChart(
            "a trap inside of a state that could end",
            """
            <state id='s'>
              <state id='a'><transition event='t' target='e'/><transition event='u' target='b'/></state>
              <state id='b'/><final id='e'/>
              <transition event='done.state.s' target='f'/>
            </state><final id='f'/>
            """,
            ["NO_WAY_TO_END b"],
            path: ["s", "a", "b"]
        ),
        FaultyChart("a flow without an end", "<state id='a'/>", ["NO_WAY_TO_END "]),
        FaultyChart(
            "a transition behind an unconditional one",
            "<state id='a'><transition event='t.*' target='f'/><transition event='t.x' target='f'/></state><final id='f'/>",
            ["DEAD_TRANSITION a"],
            path: ["a"]
        ),
        FaultyChart(
            "a transition whose condition never holds",
            "<state id='a'><transition event='t' cond='1 &gt; 2' target='f'/><transition event='t' target='f'/></state><final id='f'/>",
            ["DEAD_TRANSITION a"],
            path: ["a"]
        ),
        FaultyChart(
            "a transition that waits in a state that is left at once",
            "<state id='a'><transition event='t' target='f'/><transition target='f'/></state><final id='f'/>",
            ["DEAD_TRANSITION a"],
            path: ["a"]
        ),
        FaultyChart(
            "a target that is not there",
            "<state id='a'><transition event='t' target='z'/></state>",
            ["UNKNOWN_TARGET a"],
            path: ["a"]
        ),
        FaultyChart(
            "an initial state that is not inside",
            "<state id='a' initial='b'><state id='c'/></state><state id='b'/>",
            ["BAD_INITIAL a"],
            path: ["a"]
        ),
        FaultyChart("two states of one name", "<state id='a'/><state id='a'/>", ["DUPLICATE_STATE a"], path: ["a"]),
        FaultyChart("no state at all", "", ["NO_STATES "]),
        FaultyChart(
            "a loop that never waits",
            "<state id='a'><transition event='t' target='b'/><transition event='u' target='f'/></state><state id='b'><transition target='c'/></state><state id='c'><transition target='b'/></state><final id='f'/>",
            ["NO_WAY_TO_END b", "NO_WAY_TO_END c", "EVENTLESS_LOOP b"],
            path: ["a", "b"]
        ),
        FaultyChart(
            "a state that stays where it is without an event",
            "<state id='a'><transition event='t' target='b'/></state><state id='b'><onentry/><transition/></state><final id='f'/>",
            ["UNREACHABLE_STATE f", "NO_WAY_TO_END a", "NO_WAY_TO_END b", "EVENTLESS_LOOP b"],
            path: ["f"]
        ),
        FaultyChart("a parallel state without regions", "<parallel id='p'/>", ["BAD_STRUCTURE p"], path: ["p"]),
        FaultyChart(
            "a parallel state with a final state of its own",
            "<parallel id='p'><state id='a'/><final id='f'/></parallel>",
            ["BAD_STRUCTURE p"],
            path: ["p"]
        ),
        FaultyChart(
            "a history at the top",
            "<state id='a'/><history id='h'><transition target='a'/></history>",
            ["BAD_STRUCTURE h"],
            path: ["h"]
        ),
        FaultyChart(
            "a history with a condition",
            "<state id='s'><state id='a'/><history id='h'><transition cond='true' target='a'/></history></state>",
            ["BAD_STRUCTURE h"],
            path: ["h"]
        ),
        FaultyChart(
            "a final state with a transition",
            "<state id='a'/><final id='f'><transition event='t' target='a'/></final>",
            ["BAD_STRUCTURE f"],
            path: ["f"]
        ),
        FaultyChart(
            "targets that exclude one another",
            "<state id='a'><transition event='t' target='b c'/></state><state id='b'/><state id='c'/>",
            ["CONFLICTING_TARGETS a"],
            path: ["a"]
        ),
    ]
}

@Suite("Checks of charts")
struct FlowCheckTests {
    @Test("finds the fault, and nothing else", arguments: FaultyChart.all)
    func faults(_ chart: FaultyChart) throws {
        let findings = try chart.findings()
        #expect(findings.map { "\($0.code.rawValue) \($0.state)" } == chart.found)
        #expect(findings.first?.path == chart.path)
        for finding in findings {
            #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
        }
    }

    @Test("every rule has a chart that breaks it")
    func complete() throws {
        let found = try FaultyChart.all.flatMap { try $0.findings().map(\.code) }
        // These two cannot be written in SCXML text.
        let built = Set(found).union([.badExpression, .badIdentifier])
        #expect(built == Set(FlowFinding.Code.allCases))
    }

    @Test("an unknown operation in a condition is found")
    func unknownOperation() {
        let chart = FlowChart(states: [
            FlowStateNode("a", transitions: [FlowTransition(events: ["t"], targets: ["f"], condition: ["nope": 1])]),
            FlowStateNode("f", kind: .final),
        ])
        #expect(FlowCheck.findings(in: chart).map(\.code) == [.badExpression])
    }

    @Test("an identifier with white space is found")
    func badIdentifier() {
        let chart = FlowChart(states: [FlowStateNode("a b")])
        #expect(FlowCheck.findings(in: chart).map(\.code) == [.badIdentifier])
        #expect(throws: FlowError.badIdentifier("a b")) { try FlowInterpreter(chart) }
    }

    @Test("a sound chart with regions, history and done events passes")
    func sound() throws {
        let chart = try FlowChart(
            scxml: """
                <scxml version='1.0'>
                  <state id='draft'><transition event='submit' target='review'/></state>
                  <parallel id='review'>
                    <history id='h' type='deep'><transition target='l1 t1'/></history>
                    <state id='legal'><state id='l1'><transition event='legal.ok' target='lf'/></state><final id='lf'/></state>
                    <state id='tech'><state id='t1'><transition event='tech.ok' target='tf'/></state><final id='tf'/></state>
                    <transition event='done.state.review' target='end'/>
                    <transition event='pause' target='paused'/>
                  </parallel>
                  <state id='paused'><transition event='resume' target='h'/></state>
                  <final id='end'/>
                </scxml>
                """
        )
        #expect(FlowCheck.findings(in: chart).isEmpty)
    }
}
