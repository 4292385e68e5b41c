// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Which states of a chart can follow which, whatever events come.
///
/// Every state has two nodes: being entered, which leads on to its first states inside, and being active, which leads
/// on to what its transitions enter and to the state around it being active. The two are kept apart because a state
/// inside another does not enter the other anew.
struct FlowGraph {
    struct Reason {
        var zh: String
        var en: String
    }

    let compiled: CompiledChart

    /// Transitions that can never be taken, and why.
    private(set) var dead: [Int: Reason] = [:]
    private var edges: [[Int]] = []
    private var from: [Int?] = []
    private var reached: [Bool] = []
    private var ending: [Bool] = []

    init(_ compiled: CompiledChart, alsoEntered: [String] = []) {
        self.compiled = compiled
        self.findDead()
        self.connect()
        self.edges[self.entering(0)] += alsoEntered.compactMap { compiled.numbers[$0].map(self.entering) }
        self.reach()
        self.findEnding()
    }

    private func entering(_ number: Int) -> Int { 2 * number }
    private func active(_ number: Int) -> Int { 2 * number + 1 }

    func isReached(_ number: Int) -> Bool { self.reached[self.entering(number)] || self.reached[self.active(number)] }
    func canEnd(_ number: Int) -> Bool { self.ending[self.active(number)] }

    /// The states on the shortest way from the start to a state.
    func path(to number: Int) -> [String] {
        let node = self.reached[self.entering(number)] ? self.entering(number) : self.active(number)
        var path: [String] = []
        var current: Int? = node
        while let node = current {
            let id = self.compiled.states[node / 2].id
            if !id.isEmpty, path.last != id { path.append(id) }
            current = self.from[node]
        }
        return path.reversed()
    }

    // MARK: Transitions that cannot be taken

    private mutating func findDead() {
        for state in self.compiled.states {
            for index in state.transitions {
                let transition = self.compiled.transitions[index]
                if let condition = transition.condition, Self.isNeverTrue(condition) {
                    self.dead[index] = Reason(zh: "条件恒为假", en: "its condition is never true")
                    continue
                }
                let earlier = state.transitions.prefix { $0 < index }.filter {
                    self.dead[$0] == nil && self.isUnconditional($0)
                }
                if earlier.contains(where: { self.takesAll(of: index, $0) }) {
                    self.dead[index] = Reason(
                        zh: "前面有一条无条件的转移总是先发生",
                        en: "an earlier one without condition always comes first"
                    )
                } else if !transition.events.isEmpty,
                    state.transitions.contains(where: { self.isUnconditional($0) && self.isEventless($0) })
                {
                    self.dead[index] = Reason(
                        zh: "状态进入后立即被无条件离开",
                        en: "the state is left at once, without waiting for events"
                    )
                }
            }
        }
    }

    private func isEventless(_ index: Int) -> Bool { self.compiled.transitions[index].events.isEmpty }

    private func isUnconditional(_ index: Int) -> Bool {
        guard let condition = self.compiled.transitions[index].condition else { return true }
        return Self.constant(condition).map(JsonLogicValue.isTrue) ?? false
    }

    /// Whether every event the one transition waits for is taken by the other.
    private func takesAll(of index: Int, _ other: Int) -> Bool {
        let transition = self.compiled.transitions[index]
        let earlier = self.compiled.transitions[other]
        if transition.events.isEmpty || earlier.events.isEmpty {
            return transition.events.isEmpty && earlier.events.isEmpty
        }
        return transition.events.allSatisfy { event in earlier.events.contains { $0.covers(event) } }
    }

    private static func isNeverTrue(_ rule: JSON) -> Bool {
        self.constant(rule).map { !JsonLogicValue.isTrue($0) } ?? false
    }

    /// The value of a rule that looks at nothing.
    private static func constant(_ rule: JSON) -> JSON? {
        func isConstant(_ rule: JSON) -> Bool {
            switch rule {
            case .array(let rules): return rules.allSatisfy(isConstant)
            case .object(let object) where object.count == 1:
                let member = object.members[0]
                let looking = ["var", "missing", "missing_some", "in_state", "eachKey"]
                return !looking.contains(member.name) && isConstant(member.value)
            default: return true
            }
        }
        return isConstant(rule) ? try? JsonLogic.evaluate(rule, data: .null) : nil
    }

    // MARK: The graph

    private mutating func connect() {
        self.edges = Array(repeating: [], count: 2 * self.compiled.states.count)
        for (number, state) in self.compiled.states.enumerated() {
            self.edges[self.entering(number)].append(self.active(number))
            switch state.kind {
            case .parallel: self.edges[self.entering(number)] += state.children.map(self.entering)
            default: self.edges[self.entering(number)] += state.initial.map(self.entering)
            }
            // What a history state stands for was entered before; the state around it is active again.
            if state.parent > 0 { self.edges[self.active(number)].append(self.active(state.parent)) }
            if state.parent > 0, self.compiled.states[state.parent].kind == .parallel {
                let regions = self.compiled.states[state.parent].children.filter { $0 != number }
                self.edges[self.active(number)] += regions.map(self.entering)
            }
            for index in state.transitions where self.dead[index] == nil {
                self.connect(index)
            }
        }
    }

    private mutating func connect(_ index: Int) {
        let transition = self.compiled.transitions[index]
        let targets = transition.targets.map(self.entering)
        for descriptor in transition.events.isEmpty ? [nil] : transition.events.map(Optional.some) {
            // Only the end of a state can lead where its done event leads.
            if let id = descriptor?.doneState, let done = self.compiled.numbers[id] {
                for number in self.finals(of: done) {
                    self.edges[self.active(number)] += targets
                }
            } else {
                self.edges[self.active(transition.source)] += targets
            }
        }
    }

    private func finals(of number: Int) -> [Int] {
        let state = self.compiled.states[number]
        return state.children.flatMap { child in
            if self.compiled.states[child].kind == .final { return [child] }
            return state.kind == .parallel ? self.finals(of: child) : []
        }
    }

    private mutating func reach() {
        self.reached = Array(repeating: false, count: self.edges.count)
        self.from = Array(repeating: nil, count: self.edges.count)
        self.reached[0] = true
        var nodes = [0]
        var next = 0
        while next < nodes.count {
            let node = nodes[next]
            next += 1
            for other in self.edges[node] where !self.reached[other] {
                self.reached[other] = true
                self.from[other] = node
                nodes.append(other)
            }
        }
    }

    private mutating func findEnding() {
        var back: [[Int]] = Array(repeating: [], count: self.edges.count)
        for (node, others) in self.edges.enumerated() {
            for other in others {
                back[other].append(node)
            }
        }
        self.ending = Array(repeating: false, count: self.edges.count)
        var nodes = self.compiled.states[0].children
            .filter { self.compiled.states[$0].kind == .final }.map(self.active)
        for node in nodes {
            self.ending[node] = true
        }
        while let node = nodes.popLast() {
            for other in back[node] where !self.ending[other] {
                self.ending[other] = true
                nodes.append(other)
            }
        }
    }

    // MARK: Loops

    /// The states of a loop of unconditional eventless transitions that begins in an atomic state; `nil` if there is
    /// none.
    func eventlessLoop(from atomic: Int) -> [Int]? {
        var trail: [Int] = []
        func follow(_ atomic: Int) -> [Int]? {
            if let start = trail.firstIndex(of: atomic) { return Array(trail[start...]) }
            guard let index = self.certainTransition(in: atomic) else { return nil }
            trail.append(atomic)
            defer { trail.removeLast() }
            let targets = self.compiled.transitions[index].targets
            for next in targets.isEmpty ? [atomic] : targets.flatMap(self.firstAtomic) {
                if let loop = follow(next) { return loop }
            }
            return nil
        }
        return follow(atomic)
    }

    /// The eventless transition that is taken in any case while the atomic state is active.
    private func certainTransition(in atomic: Int) -> Int? {
        var number = atomic
        while number > 0 {
            let eventless = self.compiled.states[number].transitions.filter {
                self.isEventless($0) && self.dead[$0] == nil
            }
            if let first = eventless.first { return self.isUnconditional(first) ? first : nil }
            number = self.compiled.states[number].parent
        }
        return nil
    }

    /// The atomic states that entering a state leads to by itself.
    private func firstAtomic(_ number: Int) -> [Int] {
        let state = self.compiled.states[number]
        switch state.kind {
        case .parallel: return state.children.flatMap(self.firstAtomic)
        case .compound, .history: return state.initial.flatMap(self.firstAtomic)
        default: return [number]
        }
    }
}

extension CompiledChart.Descriptor {
    /// Whether every event the other matches is matched by this one.
    func covers(_ other: Self) -> Bool {
        guard let prefix = self.prefix else { return true }
        guard let others = other.prefix, others.starts(with: prefix) else { return false }
        return others.count == prefix.count || others[prefix.count] == UInt8(ascii: ".")
    }

    /// The state whose done event this is.
    fileprivate var doneState: String? {
        guard let prefix = self.prefix, prefix.starts(with: "done.state.".utf8) else { return nil }
        return String(decoding: prefix.dropFirst(11), as: UTF8.self)
    }

    var text: String { self.prefix.map { String(decoding: $0, as: UTF8.self) } ?? "*" }
}

extension CompiledChart.Transition {
    var eventText: String { self.events.map(\.text).joined(separator: " ") }
}
