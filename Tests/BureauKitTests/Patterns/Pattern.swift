// SPDX-License-Identifier: Apache-2.0

import BureauTesting
import ByteJSON
import TongbanEngine
import TongbanModel

/// Small flows for the control-flow patterns of workflows, and a daemon that runs them.
enum Pattern {
    static let person = PersonView.person("p", "clerk")

    static func daemon(_ items: Item...) throws -> TestDaemon {
        try TestDaemon(
            BureauDefinition("pattern", "模式", "Pattern", about: ("控制流模式。", "Control-flow patterns."), prefix: "MS") {
                Role("clerk", "科员", "Clerk")
                items.map { $0 as any BureauPart }
            },
            at: "2022-07-12T09:00:00+08:00"
        )
    }

    static func item(
        _ id: String = "main",
        keeps: [String] = [],
        @ListBuilder<State> _ states: () -> [State]
    ) -> Item {
        let states = states()
        return Item(
            id,
            id,
            id,
            about: (id, id),
            openedBy: ["clerk"],
            subject: "who",
            keeps: keeps
        ) {
            Form {
                Field("who", "何人", "Who")
                Field("n", "数", "N", .integer)
                Field("x", "甲", "X", .boolean)
                Field("y", "乙", "Y", .boolean)
            }
            Flow { states }
        }
    }

    /// A child that is open until it is done.
    static func child(_ id: String = "part") -> Item {
        Pattern.item(id) {
            step("WORK") { Do("finish", to: "FINISHED") }
            Final("FINISHED", "完", "Finished")
        }
    }
}

/// A state without a deadline.
func step(_ id: String, @ListBuilder<any StatePart> _ parts: () -> [any StatePart] = { [] }) -> State {
    State(id, id, id, parts).untimed()
}

/// An action of anybody's.
func Do(
    _ id: String,
    to target: String? = nil,
    when condition: Expression? = nil,
    @ListBuilder<any ActionPart> _ parts: () -> [any ActionPart] = { [] }
) -> Action {
    Action(id, id, id, by: "clerk", to: target, when: condition, parts)
}

/// A region that is done when its one action is taken.
func region(_ name: String, @ListBuilder<any StatePart> _ parts: () -> [any StatePart] = { [] }) -> State {
    State("R\(name)", name, name) {
        step("\(name)") { Do("do\(name)", to: "\(name)_DONE") { Sets("arrived", to: value("arrived", or: 0) + 1) } }
        parts()
        Final("\(name)_DONE", name, name)
    }.untimed()
}

extension TestDaemon {
    /// Opens a case and takes actions in it.
    func start(_ item: String = "main", _ data: JSONObject = [:], _ actions: String...) async throws -> String {
        let number = try await self.open(item, as: Pattern.person, data)
        for action in actions { try await self.act(number, action, as: Pattern.person) }
        return number
    }

    func take(_ actions: String..., in number: String) async throws {
        for action in actions { try await self.act(number, action, as: Pattern.person) }
    }

    /// The code an action is refused with; `nil` when it is taken.
    func refused(_ action: String, in number: String) async throws -> String? {
        try await refusal { try await self.act(number, action, as: Pattern.person) }?.refusalCode
    }

    func states(_ number: String) throws -> Set<String> {
        Set(try self.state(of: number).split(separator: "+").map(String.init))
    }

    func isOpen(_ number: String) throws -> Bool { try self.case(number).record.isOpen }

    /// The states of the cases of an item, in the order they were opened.
    func all(_ item: String = "part") throws -> [String] {
        try self.numbers(of: item).map { try self.state(of: $0) }
    }
}
