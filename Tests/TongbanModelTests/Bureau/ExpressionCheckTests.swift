// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Testing

@testable import TongbanModel

@Suite("Rules of a declaration are looked at before it is accepted")
struct ExpressionCheckTests {
    private static let name = Bilingual("名", "name")

    /// A bureau with one item whose action has one requirement.
    private func faults(
        requires condition: JSON = true,
        detail: JSON? = nil,
        limit: JSON = "3wd",
        guarding: JSON = true,
        onlyIf: JSON? = nil,
        hasHandler: Bool = false
    ) -> [String] {
        let item = ItemDeclaration(
            id: "matter",
            name: Self.name,
            summary: Self.name,
            openedBy: ["clerk"],
            form: [
                FieldDeclaration("who", Self.name),
                FieldDeclaration("lines", Self.name, kind: .rows, fields: [FieldDeclaration("count", Self.name)]),
                FieldDeclaration("tags", Self.name, kind: .texts), FieldDeclaration("more", Self.name, onlyIf: onlyIf),
            ],
            flow: FlowChart(
                name: "matter",
                states: [
                    FlowStateNode(
                        "OPEN",
                        transitions: [
                            FlowTransition(
                                events: ["go"],
                                targets: ["DONE"],
                                condition: guarding,
                                actions: [.assign("seen", ["var": "_event.data.x"])]
                            )
                        ]
                    ), FlowStateNode("DONE", kind: .final),
                ]
            ),
            states: [],
            actions: [
                ActionDeclaration(
                    id: "go",
                    state: "OPEN",
                    name: Self.name,
                    roles: ["clerk"],
                    fields: [FieldDeclaration("amount", Self.name, kind: .integer)],
                    requirements: [
                        RequirementDeclaration(code: "R", condition: condition, message: Self.name, detail: detail)
                    ]
                )
            ],
            deadlines: [DeadlineDeclaration(id: "work", state: "OPEN", name: Self.name, limit: limit)]
        )
        var bureau = BureauDeclaration(
            id: "desk",
            name: Self.name,
            summary: Self.name,
            prefix: "CK",
            roles: [],
            registers: [],
            items: [item],
            handlers: []
        )
        if hasHandler { bureau.handlers = [.init(kind: "work", name: Self.name)] }
        return DeclarationCheck.faults(in: bureau).map { "\($0.place): \($0.message.en)" }
    }

    @Test(
        "what can be evaluated is let pass",
        arguments: [
            ["==": [["var": "who"], ["var": "actor.id"]]], ["in": ["clerk", ["var": "actor.roles"]]],
            ["some": [["var": "lines"], [">": [["var": "count"], 0]]]],
            ["all": [["var": "tags"], ["!!": ["var": ""]]]],
            ["<=": [["var": "form.amount"], 5]], ["!": ["var": "seen.anything"]], ["var": ["seen", 1]],
            ["==": [["var": "case.area"], ["var": "today"]]], ["==": [["typeof": ["var": "nowhere"]], "undefined"]],
            ["in": ["disputed", ["var": "marks"]]], ["==": [["var": "_event.data._actor"], ["var": "actor.id"]]],
            ["<": [["age": [["var": "who"], ["var": "today"]]], 18]],
            ["some": [["filter": [["var": "lines"], ["var": "count"]]], ["var": "count"]]],
        ] as [JSON]
    )
    func sound(rule: JSON) {
        #expect(self.faults(requires: rule) == [])
    }

    @Test(
        "what cannot is refused, with the place",
        arguments: [
            (["isin": ["a", "b"]], "there is no operation isin"),
            (["in_state": "OPEN"], "whether the case is in a state cannot be asked here"),
            (["==": [1]], "operation == takes 2 operands, not 1"),
            (["!": [1, 2]], "operation ! takes 1 operands, not 2"),
            (["age": ["x"]], "operation age takes 2 operands, not 1"),
            (["?:": [1, 2]], "operation ?: takes 3 operands, not 2"), (["var": "wh"], "there is no value wh"),
            (["var": "form.who"], "there is no value form.who"), (["var": "who.name"], "there is no value who.name"),
            (["var": "actor.name"], "there is no value actor.name"), (["var": "_event.data.x"], "there is no value"),
            (["all": [["var": "lines"], ["==": [["var": "who"], 1]]]], "not the case's who"),
            (["all": [["var": "seen"], ["in": [["var": ""], ["var": "tags"]]]]], "not the case's tags"),
            (["none": [["var": "lines"], ["var": "amount"]]], "there is no value amount"),
            (["and": [true, ["or": [["nope": 1]]]]], "there is no operation nope"),
        ] as [(JSON, String)]
    )
    func unsound(rule: JSON, words: String) throws {
        let faults = self.faults(requires: rule)
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.hasPrefix("matter/OPEN/go/R: ") && fault.contains(words), "\(faults)")
    }

    @Test("details, deadlines, fields and the flow are looked at, each with what can be named there")
    func places() {
        #expect(self.faults(detail: ["var": "x"]) == ["matter/OPEN/go/R: there is no value x"])
        #expect(self.faults(limit: ["var": "x"]) == ["matter/OPEN/work: there is no value x"])
        #expect(self.faults(limit: ["var": "form._today"]) == [])
        #expect(self.faults(onlyIf: ["var": "actor.id"]) == ["matter/more: there is no value actor.id"])
        #expect(self.faults(onlyIf: ["==": [["var": "who"], ["var": "today"]]]) == [])
        #expect(self.faults(guarding: ["var": "actor.id"]) == ["matter/OPEN/go: there is no value actor.id"])
        #expect(self.faults(guarding: ["in_state": "DONE"]) == [])
        #expect(self.faults(guarding: ["in_state": "GONE"]) == ["matter/OPEN/go: there is no state GONE"])
        #expect(self.faults(guarding: ["var": "_event.data.amount"]) == [])
    }

    @Test("a handler may give a case any value: then names of the case are let pass, those of the form are not")
    func handlers() {
        #expect(self.faults(requires: ["var": "waters"], hasHandler: true) == [])
        #expect(self.faults(requires: ["var": "who.name"], hasHandler: true) == [])
        #expect(self.faults(requires: ["var": "form.waters"], hasHandler: true).count == 1)
        #expect(self.faults(requires: ["all": [["var": "lines"], ["var": "who"]]], hasHandler: true).count == 1)
    }
}
