// SPDX-License-Identifier: Apache-2.0

extension FlowCase {
    /// A chart that goes to `yes` if the condition holds after the actions, otherwise to `no`.
    private static func check(
        _ title: String,
        data: String,
        do actions: String,
        expect condition: String
    ) -> FlowCase {
        FlowCase(
            title,
            """
            <datamodel>\(data)</datamodel>
            <state id='a'><onentry>\(actions)</onentry>
              <transition cond="\(condition)" target='yes'/><transition target='no'/>
            </state><state id='yes'/><state id='no'/>
            """,
            [],
            [["yes"]]
        )
    }

    static let data: [FlowCase] = [
        check(
            "assign changes a value",
            data: "<data id='x' expr='1'/>",
            do: "<assign location='x' expr='x * 3'/>",
            expect: "x === 3"
        ),
        check(
            "assign reaches members and elements",
            data: "<data id='x' expr='{\"list\": [{\"n\": 1}, {\"n\": 2}]}'/>",
            do: "<assign location='x.list[1].n' expr='5'/>",
            expect: "x.list[1].n == 5 &amp;&amp; x.list[0].n == 1"
        ),
        check(
            "assign reaches a computed element",
            data: "<data id='x' expr='[1,2,3]'/><data id='i' expr='1'/>",
            do: "<assign location='x[i + 1]' expr='x[i] * 10'/>",
            expect: "x[2] == 20"
        ),
        check(
            "data in the element's text is JSON",
            data: "<data id='x'>{\"a\": [true]}</data>",
            do: "",
            expect: "x.a[0]"
        ),
        check(
            "if, elseif and else choose one branch",
            data: "<data id='x' expr='2'/><data id='y' expr='0'/>",
            do: """
                <if cond='x == 1'><assign location='y' expr='1'/><elseif cond='x == 2'/><assign location='y' expr='2'/>
                <else/><assign location='y' expr='3'/></if>
                """,
            expect: "y == 2"
        ),
        check(
            "else is taken when nothing holds",
            data: "<data id='x' expr='9'/><data id='y' expr='0'/>",
            do: "<if cond='x == 1'><assign location='y' expr='1'/><else/><assign location='y' expr='3'/></if>",
            expect: "y == 3"
        ),
        check(
            "foreach goes over an array with item and index",
            data: "<data id='sum' expr='0'/><data id='last' expr='0'/>",
            do: """
                <foreach array='[1,2,3]' item='n' index='i'>
                <assign location='sum' expr='sum + n'/><assign location='last' expr='i'/></foreach>
                """,
            expect: "sum == 6 &amp;&amp; last == 2"
        ),
        check(
            "foreach works on a copy",
            data: "<data id='x' expr='[1,2]'/>",
            do: "<foreach array='x' item='n'><assign location='x' expr='[]'/></foreach>",
            expect: "n == 2"
        ),
        check(
            "a script assigns",
            data: "<data id='x' expr='1'/><data id='y'/>",
            do: "<script>x = x + 1; y = x * 2; x++; y += 10</script>",
            expect: "x == 3 &amp;&amp; y == 14"
        ),
        check(
            "texts join with +",
            data: "<data id='x' expr=\"'a'\"/><data id='y' expr=\"'b'\"/>",
            do: "<assign location='x' expr='x + y'/>",
            expect: "x === 'ab'"
        ),
        check(
            "JsonLogic stands where expressions do",
            data: "<data id='x' expr='{\"+\": [1, 2]}'/>",
            do: "<assign location='x' expr='{\"*\": [{\"var\": \"x\"}, 2]}'/>",
            expect: "{&quot;===&quot;: [{&quot;var&quot;: &quot;x&quot;}, 6]}"
        ),
        FlowCase(
            "a document script runs before the first state",
            "<script>var x = 4</script><state id='a'><transition cond='x == 4' target='b'/></state><state id='b'/>",
            [],
            [["b"]]
        ),
        FlowCase(
            "data of a state are set at the start",
            "<state id='a'><transition cond='x == 3' target='b'/></state><state id='b'><datamodel><data id='x' expr='3'/></datamodel></state>",
            [],
            [["b"]]
        ),
        FlowCase(
            "a failing expression raises error.execution and ends its block",
            """
            <datamodel><data id='x' expr='0'/></datamodel>
            <state id='a'>
              <onentry><assign location='missing' expr='1'/><assign location='x' expr='1'/></onentry>
              <transition event='error.execution' cond='x === 0' target='b'/>
            </state><state id='b'/>
            """,
            [],
            [["b"]]
        ),
        FlowCase(
            "a failing condition is false and raises error.execution",
            """
            <state id='a'><transition cond='nothing.there' target='x'/><transition event='error' target='b'/></state>
            <state id='x'/><state id='b'/>
            """,
            [],
            [["b"]]
        ),
        FlowCase(
            "system variables cannot be assigned",
            """
            <state id='a'><onentry><assign location='_name' expr='1'/></onentry>
            <transition event='error.execution' target='b'/></state><state id='b'/>
            """,
            [],
            [["b"]]
        ),
    ]

    static let events: [FlowCase] = [
        FlowCase(
            "raised events come before sent ones",
            """
            <state id='a'>
              <onentry><send event='later'/><raise event='sooner'/></onentry>
              <transition event='later' target='x'/><transition event='sooner' target='b'/>
            </state>
            <state id='x'/><state id='b'><transition event='later' target='c'/></state><state id='c'/>
            """,
            [],
            [["c"]]
        ),
        FlowCase(
            "a send to #_internal is raised",
            """
            <state id='a'>
              <onentry><send event='later'/><send event='sooner' target='#_internal'/></onentry>
              <transition event='later' target='x'/><transition event='sooner' target='b'/>
            </state>
            <state id='x'/><state id='b'/>
            """,
            [],
            [["b"]]
        ),
        FlowCase(
            "delayed sends come in the order they fall due",
            """
            <state id='a'>
              <onentry><send event='late' delay='2s'/><send event='early' delayexpr="'500ms'"/></onentry>
              <transition event='late' target='x'/><transition event='early' target='b'/>
            </state>
            <state id='x'/><state id='b'><transition event='late' target='c'/></state><state id='c'/>
            """,
            ["@499", "@1", "@1499", "@1"],
            [["a"], ["a"], ["b"], ["b"], ["c"]]
        ),
        FlowCase(
            "a cancelled send never comes",
            """
            <state id='a'><onentry><send event='late' id='timer' delay='1s'/></onentry>
              <transition event='late' target='x'/><transition event='stop'><cancel sendid='timer'/></transition>
            </state><state id='x'/>
            """,
            ["stop", "@5000"],
            [["a"], ["a"], ["a"]]
        ),
        FlowCase(
            "a send can be cancelled by the identifier it was given",
            """
            <datamodel><data id='timer'/></datamodel>
            <state id='a'><onentry><send event='late' idlocation='timer' delay='1s'/></onentry>
              <transition event='late' target='x'/><transition event='stop'><cancel sendidexpr='timer'/></transition>
            </state><state id='x'/>
            """,
            ["stop", "@5000"],
            [["a"], ["a"], ["a"]]
        ),
        FlowCase(
            "an event carries names, params and computed parts",
            """
            <datamodel><data id='x' expr='3'/><data id='kind' expr="'go'"/></datamodel>
            <state id='a'><onentry><send eventexpr="kind + '.now'" namelist='x'><param name='y' expr='x + 1'/></send></onentry>
              <transition event='go.now' cond='_event.data.x == 3 &amp;&amp; _event.data.y == 4' target='b'/>
            </state><state id='b'/>
            """,
            [],
            [["b"]]
        ),
        FlowCase(
            "an event carries content",
            """
            <state id='a'><onentry><send event='t'><content expr="[1, 'two']"/></send></onentry>
              <transition event='t' cond="_event.data[1] == 'two' &amp;&amp; _event.name == 't'" target='b'/>
            </state><state id='b'/>
            """,
            [],
            [["b"]]
        ),
        FlowCase(
            "every event takes its own transition",
            """
            <state id='a'><onentry><raise event='one'/><raise event='two'/></onentry>
              <transition event='one' target='b'/></state>
            <state id='b'><transition event='two' target='c'/></state><state id='c'/>
            """,
            [],
            [["c"]]
        ),
        FlowCase(
            "entry and exit run in order, exit before the transition's content, entry after it",
            """
            <datamodel><data id='x' expr="''"/></datamodel>
            <state id='p'><onexit><assign location='x' expr="x + 'P'"/></onexit>
              <state id='a'><onexit><assign location='x' expr="x + 'A'"/></onexit>
                <transition event='t' target='b'><assign location='x' expr="x + '-'"/></transition></state>
            </state>
            <state id='q'><onentry><assign location='x' expr="x + 'q'"/></onentry>
              <state id='b'><onentry><assign location='x' expr="x + 'b'"/></onentry>
                <transition cond="x == 'AP-qb'" target='c'/></state><state id='c'/>
            </state>
            """,
            ["t"],
            [["a"], ["c"]]
        ),
        FlowCase(
            "regions are left in reverse document order",
            """
            <datamodel><data id='x' expr="''"/></datamodel>
            <parallel id='p'><transition event='t' target='o'/>
              <state id='a'><onexit><assign location='x' expr="x + 'a'"/></onexit></state>
              <state id='b'><onexit><assign location='x' expr="x + 'b'"/></onexit></state>
            </parallel>
            <state id='o'><transition cond="x == 'ba'" target='c'/></state><state id='c'/>
            """,
            ["t"],
            [["a", "b"], ["c"]]
        ),
    ]
}
