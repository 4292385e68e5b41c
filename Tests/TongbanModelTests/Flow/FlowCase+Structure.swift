// SPDX-License-Identifier: Apache-2.0

extension FlowCase {
    static let all = structure + transitions + history + data + events

    static let structure: [FlowCase] = [
        FlowCase("the first state is the default", "<state id='a'/><state id='b'/>", [], [["a"]]),
        FlowCase(
            "initial names the start",
            "<scxml version='1.0' initial='b'><state id='a'/><state id='b'/></scxml>",
            [],
            [["b"]]
        ),
        FlowCase(
            "initial leads deep inside",
            """
            <scxml version='1.0' initial='c'>
              <state id='a'/><state id='b'><state id='x'/><state id='y'><state id='z'/><state id='c'/></state></state>
            </scxml>
            """,
            [],
            [["c"]]
        ),
        FlowCase(
            "an initial element runs its content",
            """
            <datamodel><data id='x' expr='0'/></datamodel>
            <state id='a'>
              <initial><transition target='c'><assign location='x' expr='1'/></transition></initial>
              <state id='b'/><state id='c'><transition cond='x === 1' target='d'/></state><state id='d'/>
            </state>
            """,
            [],
            [["d"]]
        ),
        FlowCase(
            "initial names a state in each region",
            """
            <scxml version='1.0' initial='a2 b2'>
              <parallel id='p'>
                <state id='a'><state id='a1'/><state id='a2'/></state>
                <state id='b'><state id='b1'/><state id='b2'/></state>
              </parallel>
            </scxml>
            """,
            [],
            [["a2", "b2"]]
        ),
        FlowCase(
            "a parallel state enters all its regions",
            """
            <parallel id='p'>
              <state id='a'><state id='a1'><transition event='t' target='a2'/></state><state id='a2'/></state>
              <state id='b'><state id='b1'><transition event='t' target='b2'/></state><state id='b2'/></state>
            </parallel>
            """,
            ["t"],
            [["a1", "b1"], ["a2", "b2"]]
        ),
        FlowCase(
            "parallel states nest",
            """
            <parallel id='p'>
              <parallel id='q'><state id='a'/><state id='b'/></parallel>
              <state id='c'><state id='d'/></state>
            </parallel>
            """,
            [],
            [["a", "b", "d"]]
        ),
        FlowCase(
            "a target in one region enters the others by default",
            """
            <state id='s'><transition event='t' target='a2'/></state>
            <parallel id='p'>
              <state id='a'><state id='a1'/><state id='a2'/></state>
              <state id='b'><state id='b1'/><state id='b2'/></state>
            </parallel>
            """,
            ["t"],
            [["s"], ["a2", "b1"]]
        ),
        FlowCase(
            "a transition with several targets enters each",
            """
            <state id='s'><transition event='t' target='a2 b2'/></state>
            <parallel id='p'>
              <state id='a'><state id='a1'/><state id='a2'/></state>
              <state id='b'><state id='b1'/><state id='b2'/></state>
            </parallel>
            """,
            ["t"],
            [["s"], ["a2", "b2"]]
        ),
        FlowCase(
            "a compound state that ends raises its done event",
            """
            <state id='a'>
              <state id='b'><transition event='t' target='f'/></state><final id='f'/>
              <transition event='done.state.a' target='c'/>
            </state>
            <state id='c'/>
            """,
            ["t"],
            [["b"], ["c"]]
        ),
        FlowCase(
            "a parallel state ends when all its regions have",
            """
            <parallel id='p'>
              <state id='a'><state id='a1'><transition event='t' target='af'/></state><final id='af'/></state>
              <state id='b'><state id='b1'><transition event='u' target='bf'/></state><final id='bf'/></state>
              <transition event='done.state.p' target='end'/>
            </parallel>
            <final id='end'/>
            """,
            ["t", "u"],
            [["a1", "b1"], ["af", "b1"], ["end"]]
        ),
        FlowCase(
            "the done event carries the donedata",
            """
            <datamodel><data id='x' expr='7'/></datamodel>
            <state id='a'>
              <state id='b'><transition target='f'/></state>
              <final id='f'><donedata><param name='sum' expr='x + 1'/></donedata></final>
              <transition event='done.state.a' cond='_event.data.sum == 8' target='yes'/>
              <transition event='done.state.a' target='no'/>
            </state>
            <state id='yes'/><state id='no'/>
            """,
            [],
            [["yes"]]
        ),
        FlowCase(
            "nothing happens after the end",
            "<state id='a'><transition event='t' target='f'/></state><final id='f'/><state id='b'/>",
            ["t", "t"],
            [["a"], ["f"], ["f"]]
        ),
    ]

    static let transitions: [FlowCase] = [
        FlowCase(
            "of two transitions the first in document order is taken",
            "<state id='a'><transition event='t' target='b'/><transition event='t' target='c'/></state><state id='b'/><state id='c'/>",
            ["t"],
            [["a"], ["b"]]
        ),
        FlowCase(
            "the inner state comes before the outer",
            """
            <state id='a'><transition event='t' target='c'/>
              <state id='b'><transition event='t' target='d'/></state>
            </state><state id='c'/><state id='d'/>
            """,
            ["t"],
            [["b"], ["d"]]
        ),
        FlowCase(
            "a false condition passes the event outward",
            """
            <state id='a'><transition event='t' target='c'/>
              <state id='b'><transition event='t' cond='false' target='d'/></state>
            </state><state id='c'/><state id='d'/>
            """,
            ["t"],
            [["b"], ["c"]]
        ),
        FlowCase(
            "an external transition to a child leaves and enters the parent",
            """
            <datamodel><data id='n' expr='0'/></datamodel>
            <state id='a'><onentry><assign location='n' expr='n + 1'/></onentry>
              <transition event='t' target='c'/>
              <state id='b'/><state id='c'><transition event='u' cond='n == 2' target='d'/></state><state id='d'/>
            </state>
            """,
            ["t", "u"],
            [["b"], ["c"], ["d"]]
        ),
        FlowCase(
            "an internal transition to a child does not leave the parent",
            """
            <datamodel><data id='n' expr='0'/></datamodel>
            <state id='a'><onentry><assign location='n' expr='n + 1'/></onentry>
              <transition event='t' type='internal' target='c'/>
              <state id='b'/><state id='c'><transition event='u' cond='n == 1' target='d'/></state><state id='d'/>
            </state>
            """,
            ["t", "u"],
            [["b"], ["c"], ["d"]]
        ),
        FlowCase(
            "an internal transition out of a parallel state is external",
            """
            <datamodel><data id='n' expr='0'/></datamodel>
            <parallel id='p'><onentry><assign location='n' expr='n + 1'/></onentry>
              <transition event='t' type='internal' target='a2'/>
              <state id='a'><state id='a1'/><state id='a2'><transition event='u' cond='n == 2' target='a3'/></state><state id='a3'/></state>
              <state id='b'/>
            </parallel>
            """,
            ["t", "u"],
            [["a1", "b"], ["a2", "b"], ["a3", "b"]]
        ),
        FlowCase(
            "a transition without target leaves nothing",
            """
            <datamodel><data id='n' expr='0'/></datamodel>
            <state id='a'><onexit><assign location='n' expr='100'/></onexit>
              <transition event='t'><assign location='n' expr='n + 1'/></transition>
              <transition event='u' cond='n == 2' target='b'/>
            </state><state id='b'/>
            """,
            ["t", "u", "t", "u"],
            [["a"], ["a"], ["a"], ["a"], ["b"]]
        ),
        FlowCase(
            "transitions in two regions are both taken when they do not conflict",
            """
            <parallel id='p'>
              <state id='a'><transition event='t' target='a1' type='internal'/><state id='a0'/><state id='a1'/></state>
              <state id='b'><state id='b0'><transition event='t' target='b1'/></state><state id='b1'/></state>
            </parallel>
            """,
            ["t"],
            [["a0", "b0"], ["a1", "b1"]]
        ),
        FlowCase(
            "the first region preempts another that would leave the parallel state",
            """
            <parallel id='p'>
              <state id='a'><state id='a0'><transition event='t' target='a1'/></state><state id='a1'/></state>
              <state id='b'><state id='b0'><transition event='t' target='out'/></state></state>
            </parallel><state id='out'/>
            """,
            ["t"],
            [["a0", "b0"], ["a1", "b0"]]
        ),
        FlowCase(
            "an earlier region that leaves the parallel state preempts the later one",
            """
            <parallel id='p'>
              <state id='b'><state id='b0'><transition event='t' target='out'/></state></state>
              <state id='a'><state id='a0'><transition event='t' target='a1'/></state><state id='a1'/></state>
            </parallel><state id='out'/>
            """,
            ["t"],
            [["a0", "b0"], ["out"]]
        ),
        FlowCase(
            "a transition of a descendant preempts that of its ancestor",
            """
            <parallel id='p'><transition event='t' target='out'/>
              <state id='b'/>
              <state id='a'><state id='a0'><transition event='t' target='a1'/></state><state id='a1'/></state>
            </parallel><state id='out'/>
            """,
            ["t"],
            [["a0", "b"], ["a1", "b"]]
        ),
        FlowCase(
            "eventless transitions run before the next event",
            """
            <state id='a'><transition event='t' target='b'/></state>
            <state id='b'><transition target='c'/></state><state id='c'><transition event='t' target='d'/></state>
            <state id='d'/>
            """,
            ["t", "t"],
            [["a"], ["c"], ["d"]]
        ),
        FlowCase(
            "In() sees the other region",
            """
            <parallel id='p'>
              <state id='a'><state id='a0'><transition event='t' target='a1'/></state><state id='a1'/></state>
              <state id='b'><state id='b0'><transition cond="In('a1')" target='b1'/></state><state id='b1'/></state>
            </parallel>
            """,
            ["t"],
            [["a0", "b0"], ["a1", "b1"]]
        ),
        FlowCase(
            "descriptors match whole tokens",
            """
            <state id='a'>
              <transition event='err' target='x'/><transition event='error.comm.* other' target='b'/>
            </state>
            <state id='x'/><state id='b'><transition event='foo.' target='c'/></state>
            <state id='c'><transition event='*' target='d'/></state><state id='d'/>
            """,
            ["error.community", "error.comm.lost", "food", "foo.bar", "anything"],
            [["a"], ["a"], ["b"], ["b"], ["c"], ["d"]]
        ),
        FlowCase(
            "one transition waits for several events",
            "<state id='a'><transition event='t u' target='b'/></state><state id='b'/>",
            ["u"],
            [["a"], ["b"]]
        ),
    ]

    static let history: [FlowCase] = [
        FlowCase(
            "shallow history remembers the child",
            FlowCase.historyChart("shallow"),
            ["t", "out", "back"],
            [["a1"], ["b2"], ["o"], ["b1"]]
        ),
        FlowCase(
            "deep history remembers the innermost state",
            FlowCase.historyChart("deep"),
            ["t", "out", "back"],
            [["a1"], ["b2"], ["o"], ["b2"]]
        ),
        FlowCase(
            "history without a past takes its default",
            """
            <state id='o'><transition event='t' target='h'/></state>
            <state id='s'><history id='h'><transition target='b'/></history><state id='a'/><state id='b'/></state>
            """,
            ["t"],
            [["o"], ["b"]]
        ),
        FlowCase(
            "the content of a history default runs after the parent's entry",
            """
            <datamodel><data id='x' expr="''"/></datamodel>
            <state id='o'><transition event='t' target='h'/></state>
            <state id='s'><onentry><assign location='x' expr="x + 'p'"/></onentry>
              <history id='h'><transition target='b'><assign location='x' expr="x + 'h'"/></transition></history>
              <state id='a'/>
              <state id='b'><onentry><assign location='x' expr="x + 'b'"/></onentry>
                <transition cond="x == 'phb'" target='c'/></state>
              <state id='c'/>
            </state>
            """,
            ["t"],
            [["o"], ["c"]]
        ),
        FlowCase(
            "history of a parallel state remembers every region",
            """
            <parallel id='p'>
              <history id='h' type='deep'><transition target='a1 b1'/></history>
              <state id='a'><state id='a1'><transition event='t' target='a2'/></state><state id='a2'/></state>
              <state id='b'><state id='b1'/><state id='b2'/></state>
              <transition event='out' target='o'/>
            </parallel>
            <state id='o'><transition event='back' target='h'/></state>
            """,
            ["t", "out", "back"],
            [["a1", "b1"], ["a2", "b1"], ["o"], ["a2", "b1"]]
        ),
    ]

    private static func historyChart(_ type: String) -> String {
        """
        <state id='s'><transition event='out' target='o'/>
          <history id='h' type='\(type)'><transition target='a'/></history>
          <state id='a'><state id='a1'><transition event='t' target='b2'/></state></state>
          <state id='b'><state id='b1'/><state id='b2'/></state>
        </state>
        <state id='o'><transition event='back' target='h'/></state>
        """
    }
}
