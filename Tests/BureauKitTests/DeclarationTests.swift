// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import Testing
import TongbanModel

@Suite("BureauKit: declarations")
struct DeclarationTests {
    @Test("A declaration written as JSON and read again is the same")
    func roundTrip() throws {
        let declaration = Desk.definition().declaration
        let json = try JSON(encoding: declaration)
        let text = try JSON(parsing: json.pretty)
        let again = try text.decoded(as: BureauDeclaration.self)
        #expect(try JSON(encoding: again).canonical == json.canonical)
        #expect(again == declaration)
    }

    @Test("What is written in Swift is what is declared")
    func content() throws {
        let declaration = Desk.definition().declaration
        let item = try #require(declaration.items.first)
        #expect(item.form.map(\.id) == ["who", "kind", "lines"])
        #expect(item.form[0].required)
        #expect(item.form[1].options.map(\.code) == ["A", "B"])
        #expect(item.form[2].fields.map(\.id) == ["count"])
        #expect(item.requirements.map(\.code) == ["NOT_NOBODY"])
        #expect(item.actions.map(\.id) == ["enter", "extend", "hold", "go"])
        #expect(item.actions.map(\.state) == ["OPEN", "OPEN", "WAITING", "HELD"])
        #expect(item.actions[1].extensions.map(\.times) == [2])
        #expect(item.deadlines.map(\.state) == ["OPEN"])
        #expect(item.deadlines[0].limit == "3wd")
        #expect(item.deadlines[0].pausedIn == ["HELD"])
        #expect(declaration.handlers.map(\.maxAttempts) == [2])
        #expect(DeclarationCheck.faults(in: declaration).isEmpty)
    }

    @Test("A field may not take the name under which a case counts the cases it opened")
    func reservedName() throws {
        var declaration = Desk.definition().declaration
        var item = try #require(declaration.items.first)
        item.form[0].id = "children"
        declaration.items = [item]
        #expect(DeclarationCheck.faults(in: declaration).contains { $0.message.en.contains("the system's own") })
    }

    @Test("A faulty declaration is refused, with the place")
    func faulty() {
        let definition = BureauDefinition("desk", "窗口", "Desk", about: ("测试。", "A test."), prefix: "ck") {
            Role("clerk", "科员", "Clerk")
        }
        let error = #expect(throws: EngineError.self) {
            try TestDaemon(definition, at: "2022-07-12T09:00:00+08:00")
        }
        #expect(error?.refusalCode == "BAD_DECLARATION")
    }
}
