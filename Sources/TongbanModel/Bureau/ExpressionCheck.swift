// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Looks at every rule of an item: requirements, deadlines, fields, and the flow's conditions and values.
///
/// A handler's effects may give a case any value, so that only in a bureau without handlers every name of a case is
/// known.
struct ExpressionCheck {
    private let item: ItemDeclaration
    private let values: [String: JsonLogicShape]
    private let isOpen: Bool
    private let states: Set<String>
    /// The decision tables and score cards of the bureau.
    private let tables: Set<String>
    /// The registers of the bureau that conditions of rules may ask, with their fields; and those their texts may.
    private let registers: [String: Set<String>]
    private let shownRegisters: [String: Set<String>]
    private(set) var faults: [DeclarationCheck.Fault] = []

    /// The faults of all rules of an item.
    static func faults(in item: ItemDeclaration, of bureau: BureauDeclaration) -> [DeclarationCheck.Fault] {
        var check = ExpressionCheck(
            item,
            hasHandlers: !bureau.handlers.isEmpty,
            tables: DecisionSet(bureau).names,
            registers: bureau.askedFields(forText: false),
            shownRegisters: bureau.askedFields(forText: true),
            book: bureau.ruleBook ?? []
        )
        check.run()
        return check.faults
    }

    private init(
        _ item: ItemDeclaration,
        hasHandlers: Bool,
        tables: Set<String>,
        registers: [String: Set<String>],
        shownRegisters: [String: Set<String>],
        book: [RuleDeclaration]
    ) {
        self.item = item
        self.registers = registers
        self.shownRegisters = shownRegisters
        self.tables = tables
        self.isOpen = hasHandlers
        var values = Self.shapes(of: item.form)
        var states: Set<String> = []
        var assigned: Set<String> = Set(item.flow.data.map(\.id))
        Self.names(in: item.flow.script, &assigned)
        item.flow.forEachState { state, _ in
            states.insert(state.id)
            assigned.formUnion(state.data.map(\.id))
            for actions in Self.blocks(of: state) { Self.names(in: actions, &assigned) }
            assigned.formUnion(state.invokes.compactMap { $0.idLocation.map(Self.root(of:)) })
        }
        assigned.insert("children")
        // What is assigned may be anything, whatever the form said.
        for name in assigned { values[name] = .any }
        if hasHandlers { for name in values.keys { values[name] = values[name].map(Self.loosened) } }
        if item.rules != nil || !tables.isEmpty || !book.isEmpty {
            var names: [String: JsonLogicShape] = ["effectiveFrom": .plain, "day": .plain]
            for name in (item.rules ?? []).flatMap({ $0.values.objectValue?.names ?? [] }) { names[name] = .any }
            // Of the rule file the first words are enough: that the whole name is known is checked by itself.
            for rule in book { names[String(rule.id.prefix { $0 != "." })] = .any }
            values[RuleSet.name] = .members(names)
        }
        self.values = values
        self.states = states
    }

    private mutating func run() {
        for field in self.item.form { self.check(field, among: self.item.form, "\(self.item.id)/\(field.id)") }
        for requirement in self.item.requirements {
            self.check(requirement, form: self.item.form, "\(self.item.id)/\(requirement.code)")
        }
        for action in self.item.actions {
            let place = "\(self.item.id)/\(action.state)/\(action.id)"
            for field in action.fields { self.check(field, among: action.fields, "\(place)/\(field.id)") }
            let given = action.form == nil ? action.fields : action.fields + self.item.form
            for requirement in action.requirements {
                self.check(requirement, form: given, "\(place)/\(requirement.code)")
            }
        }
        for deadline in self.item.deadlines {
            let check = JsonLogicCheck(scope: self.context(form: Self.stamps))
            for rule in [deadline.limit, deadline.from].compactMap({ $0 }) {
                self.add(check.faults(in: rule), "\(self.item.id)/\(deadline.state)/\(deadline.id)")
            }
        }
        self.checkHolders()
        self.checkFlow()
    }

    private mutating func checkHolders() {
        let names = Self.shapes(of: self.item.allFields).merging(self.values) { _, own in own }
        let check = JsonLogicCheck(scope: .members(names, isOpen: self.isOpen))
        for state in self.item.states {
            guard let name = state.holder?.name else { continue }
            self.add(check.faults(in: name), "\(self.item.id)/\(state.id)")
        }
    }

    private mutating func check(_ requirement: RequirementDeclaration, form: [FieldDeclaration], _ place: String) {
        let scope = self.context(form: Self.shapes(of: form))
        let condition = JsonLogicCheck(scope: scope, tables: self.tables, registers: self.registers)
        self.add(condition.faults(in: requirement.condition), place)
        guard let detail = requirement.detail else { return }
        let text = JsonLogicCheck(scope: scope, tables: self.tables, registers: self.shownRegisters)
        self.add(text.faults(in: detail), place)
    }

    private mutating func check(_ field: FieldDeclaration, among fields: [FieldDeclaration], _ place: String) {
        if let condition = field.onlyIf {
            let names = Self.shapes(of: fields).merging(["today": .plain]) { own, _ in own }
            self.add(JsonLogicCheck(scope: .members(names)).faults(in: condition), place)
        }
        for inner in field.fields { self.check(inner, among: field.fields, "\(place)/\(inner.id)") }
    }

    private mutating func add(_ faults: [Bilingual], _ place: String) {
        for fault in faults { self.faults.append(DeclarationCheck.Fault(place: place, message: fault)) }
    }

    /// What stands beside the values of every action or event.
    private static let stamps: [String: JsonLogicShape] = [
        "_actor": .plain, "_today": .plain, "_now": .plain, "_case": .plain,
    ]

    /// What a requirement or deadline can name.
    private func context(form: [String: JsonLogicShape]) -> JsonLogicShape {
        var names = self.values
        names["form"] = .members(form)
        names["actor"] = .members(["id": .plain, "roles": .list(of: .plain), "area": .plain])
        names["case"] = .members([
            "number": .plain, "state": .plain, "opened": .plain, "contacted": .plain, "area": .plain, "subject": .plain,
        ])
        names["today"] = .plain
        names["now"] = .plain
        names["marks"] = .list(of: .plain)
        names["_event"] = .members(["data": .members(form.merging(Self.stamps) { $1 })])
        return .members(names, isOpen: self.isOpen)
    }
}

// The flow.
extension ExpressionCheck {
    private mutating func checkFlow() {
        let check = JsonLogicCheck(
            scope: .members(self.values, isOpen: self.isOpen),
            specials: ["_event", "_sessionid", "_name", "_ioprocessors", "_x"],
            states: self.states,
            tables: self.tables
        )
        var found: [(String, JSON)] = []
        for data in self.item.flow.data { found.append((self.item.id, data.expression ?? .null)) }
        for rule in Self.rules(in: self.item.flow.script) { found.append((self.item.id, rule)) }
        let item = self.item.id
        self.item.flow.forEachState { state, _ in
            let place = "\(item)/\(state.id)"
            for transition in state.transitions {
                let event = transition.events.first.map { "/" + $0 } ?? ""
                if let condition = transition.condition { found.append((place + event, condition)) }
                for rule in Self.rules(in: transition.actions) { found.append((place + event, rule)) }
            }
            for actions in [state.initialActions] + state.onEntry + state.onExit {
                for rule in Self.rules(in: actions) { found.append((place, rule)) }
            }
        }
        for (place, rule) in found { self.add(check.faults(in: rule), place) }
    }

    /// All that a state does.
    private static func blocks(of state: FlowStateNode) -> [[FlowContent]] {
        [state.initialActions] + state.onEntry + state.onExit + state.transitions.map(\.actions)
            + state.invokes.map(\.finalize)
    }

    private static func rules(in actions: [FlowContent]) -> [JSON] {
        actions.flatMap { action -> [JSON] in
            switch action {
            case .raise: []
            case .send(let send):
                [send.event, send.target, send.type, send.delay, send.content].compactMap { $0 }
                    + send.params.map(\.value)
            case .cancel(let rule), .assign(_, let rule), .log(_, let rule): [rule]
            case .conditional(let branches, let otherwise):
                branches.flatMap { [$0.condition] + self.rules(in: $0.actions) } + self.rules(in: otherwise)
            case .foreach(let loop): [loop.array] + self.rules(in: loop.actions)
            case .script(let assignments): assignments.map(\.value)
            }
        }
    }

    /// The names that actions give values to.
    private static func names(in actions: [FlowContent], _ names: inout Set<String>) {
        for action in actions {
            switch action {
            case .raise, .cancel, .log: break
            case .send(let send): if let location = send.idLocation { names.insert(self.root(of: location)) }
            case .assign(let location, _): names.insert(self.root(of: location))
            case .conditional(let branches, let otherwise):
                for branch in branches { self.names(in: branch.actions, &names) }
                self.names(in: otherwise, &names)
            case .foreach(let loop):
                names.insert(loop.item)
                if let index = loop.index { names.insert(index) }
                self.names(in: loop.actions, &names)
            case .script(let assignments): names.formUnion(assignments.map { self.root(of: $0.location) })
            }
        }
    }

    private static func root(of location: String) -> String {
        String(location.prefix { $0 != "." && $0 != "[" })
    }
}

// Forms.
extension ExpressionCheck {
    static func shapes(of fields: [FieldDeclaration]) -> [String: JsonLogicShape] {
        Dictionary(fields.map { ($0.id, self.shape(of: $0)) }) { first, _ in first }
    }

    private static func shape(of field: FieldDeclaration) -> JsonLogicShape {
        switch field.kind {
        case .texts, .choices: .list(of: .plain)
        case .rows: .list(of: .members(self.shapes(of: field.fields)))
        case .percent: .members(["n": .plain, "d": .plain])
        case .approximate: .members(["value": .plain, "qualifier": .plain])
        case .geo: .members(["latitude": .plain, "longitude": .plain, "datum": .plain])
        case .any: .any
        default: .plain
        }
    }

    /// A handler may have put something else in its place; a list of rows stays one, so that its conditions are checked.
    private static func loosened(_ shape: JsonLogicShape) -> JsonLogicShape {
        switch shape {
        case .list: shape
        case .any, .plain, .members: .any
        }
    }
}
