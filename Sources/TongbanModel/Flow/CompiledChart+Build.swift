// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension CompiledChart {
    init(_ chart: FlowChart) throws(FlowError) {
        if let fault = FlowStructure.faults(in: chart).first { throw fault }
        self.chart = chart
        self.isStrict = chart.datamodel == "ecmascript"
        self.states = [State(id: "", kind: .compound, parent: -1, last: 0, depth: 0)]
        for node in chart.states {
            self.add(node, to: 0)
        }
        self.states[0].last = self.states.count - 1
        self.states[0].initial = try self.initial(chart.initial, of: 0)
        self.script = try self.actions(chart.script)
        try self.connect(chart.states)
        self.hasEventless = self.transitions.contains { $0.events.isEmpty && !self.isHistory($0.source) }
    }

    private func isHistory(_ number: Int) -> Bool {
        if case .history = self.states[number].kind { true } else { false }
    }

    // MARK: States

    private mutating func add(_ node: FlowStateNode, to parent: Int) {
        let number = self.states.count
        self.numbers[node.id] = number
        self.states.append(
            State(id: node.id, kind: node.kind, parent: parent, last: number, depth: self.states[parent].depth + 1)
        )
        if node.isHistory {
            self.states[parent].histories.append(number)
        } else {
            self.states[parent].children.append(number)
        }
        if !node.data.isEmpty { self.hasLocalData = true }
        for child in node.children {
            self.add(child, to: number)
        }
        self.states[number].last = self.states.count - 1
    }

    private func initial(_ names: [String], of state: Int) throws(FlowError) -> [Int] {
        guard !names.isEmpty else { return self.states[state].children.first.map { [$0] } ?? [] }
        return try self.targets(names, of: self.states[state].id)
    }

    private func targets(_ names: [String], of id: String) throws(FlowError) -> [Int] {
        var targets: [Int] = []
        for name in names {
            guard let target = self.numbers[name] else { throw .unknownTarget(state: id, target: name) }
            targets.append(target)
        }
        for (position, one) in targets.enumerated() {
            for other in targets[..<position] where !self.canBeActiveTogether(one, other) {
                throw .conflictingTargets(state: id, targets: names)
            }
        }
        return targets
    }

    /// Whether two targets lie in one another's line or in different regions of a parallel state.
    private func canBeActiveTogether(_ one: Int, _ other: Int) -> Bool {
        if one == other || self.isDescendant(one, of: other) || self.isDescendant(other, of: one) { return true }
        var state = self.states[one].parent
        while state > 0, !self.isDescendant(other, of: state) {
            state = self.states[state].parent
        }
        return state >= 0 && self.states[state].kind == .parallel
    }

    // MARK: What states hold

    private mutating func connect(_ nodes: [FlowStateNode]) throws(FlowError) {
        for node in nodes {
            guard let number = self.numbers[node.id] else { continue }
            let first = self.transitions.count
            for transition in node.transitions {
                self.transitions.append(
                    Transition(
                        source: number,
                        events: transition.events.map(Descriptor.init),
                        targets: try self.targets(transition.targets, of: node.id),
                        condition: transition.condition,
                        isInternal: transition.isInternal,
                        actions: try self.actions(transition.actions)
                    )
                )
            }
            if node.isHistory {
                try self.connectHistory(node, number)
            } else {
                self.states[number].transitions = first..<self.transitions.count
                if node.kind == .compound { self.states[number].initial = try self.initial(node.initial, of: number) }
                self.states[number].initialActions = try self.actions(node.initialActions)
            }
            for block in node.onEntry {
                self.states[number].onEntry.append(try self.actions(block))
            }
            for block in node.onExit {
                self.states[number].onExit.append(try self.actions(block))
            }
            self.states[number].invokes = node.invokes
            for invoke in node.invokes {
                if let location = invoke.idLocation { _ = try FlowLocation(location) }
                self.states[number].finalize.append(try self.actions(invoke.finalize))
            }
            self.states[number].donedata = node.donedata
            try self.connect(node.children)
        }
    }

    private mutating func connectHistory(_ node: FlowStateNode, _ number: Int) throws(FlowError) {
        guard let transition = node.transitions.first else {
            // Without a default, the way in is that of the parent.
            let parent = self.states[number].parent
            let state = self.states[parent]
            self.states[number].initial = state.kind == .parallel ? state.children : Array(state.children.prefix(1))
            return
        }
        self.states[number].initial = try self.targets(transition.targets, of: node.id)
        self.states[number].initialActions = try self.actions(transition.actions)
    }

    private func actions(_ contents: [FlowContent]) throws(FlowError) -> [Action] {
        var actions: [Action] = []
        for content in contents {
            switch content {
            case .raise(let event): actions.append(.raise(event))
            case .send(let send):
                let names = send.names.map { ($0, try? FlowExpression.rule($0)) }
                let location: FlowLocation? = if let text = send.idLocation { try FlowLocation(text) } else { nil }
                actions.append(.send(send, idLocation: location, names: names))
            case .cancel(let rule): actions.append(.cancel(rule))
            case .assign(let location, let value):
                actions.append(.assign(try FlowLocation(location), value, isDeclaration: false))
            case .conditional(let branches, let otherwise):
                var compiled: [(condition: JSON, actions: [Action])] = []
                for branch in branches {
                    compiled.append((branch.condition, try self.actions(branch.actions)))
                }
                actions.append(.conditional(compiled, otherwise: try self.actions(otherwise)))
            case .foreach(let loop):
                actions.append(
                    .foreach(
                        array: loop.array,
                        item: loop.item,
                        index: loop.index,
                        actions: try self.actions(loop.actions)
                    )
                )
            case .log(let label, let value): actions.append(.log(label, value))
            case .script(let assignments):
                for assignment in assignments {
                    actions.append(
                        .assign(
                            try FlowLocation(assignment.location),
                            assignment.value,
                            isDeclaration: assignment.isDeclaration
                        )
                    )
                }
            }
        }
        return actions
    }
}

extension CompiledChart.Descriptor {
    init(_ text: String) {
        var bytes = Array(text.utf8)
        if bytes == [UInt8(ascii: "*")] {
            self.prefix = nil
            return
        }
        // `error.*`, `error.` and `error` mean the same.
        if bytes.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: "*")] { bytes.removeLast(2) }
        while bytes.last == UInt8(ascii: ".") {
            bytes.removeLast()
        }
        self.prefix = bytes
    }

    /// Whether the descriptor is the event's name or its first tokens.
    func matches(_ name: String) -> Bool {
        guard let prefix = self.prefix else { return true }
        let bytes = name.utf8
        guard bytes.starts(with: prefix) else { return false }
        return bytes.count == prefix.count || bytes.dropFirst(prefix.count).first == UInt8(ascii: ".")
    }
}
