// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Checks charts before they are accepted.
public enum FlowCheck {
    /// What is wrong with a chart, in document order within each rule; empty when nothing is.
    ///
    /// Faults of structure hide the rest: what can be reached is asked only of a chart that could run.
    ///
    /// - Parameter alsoEntered: states that a host enters beside the first ones.
    public static func findings(in chart: FlowChart, alsoEntered: [String] = []) -> [FlowFinding] {
        let structure = FlowStructure.faults(in: chart).map(self.finding(of:))
        guard structure.isEmpty else { return structure }
        let compiled: CompiledChart
        do {
            compiled = try CompiledChart(chart)
        } catch {
            return [self.finding(of: error)]
        }
        let expressions = self.expressionFindings(in: compiled)
        let graph = FlowGraph(compiled, alsoEntered: alsoEntered)
        return expressions + self.unreachable(graph) + self.traps(graph) + self.dead(graph) + self.loops(graph)
    }

    // MARK: Structure

    private static func finding(of error: FlowError) -> FlowFinding {
        let code: FlowFinding.Code
        var state = ""
        var zh: String
        switch error {
        case .noStates: (code, zh) = (.noStates, "流程没有任何状态。")
        case .badIdentifier(let id): (code, state, zh) = (.badIdentifier, id, "“\(id)”不能用作状态标识。")
        case .duplicateState(let id): (code, state, zh) = (.duplicateState, id, "状态“\(id)”重复。")
        case .unknownTarget(let id, let target):
            (code, state, zh) = (.unknownTarget, id, "状态“\(id)”的去向“\(target)”不存在。")
        case .badInitial(let id, let target):
            (code, state, zh) = (.badInitial, id, "状态“\(id)”的初始状态“\(target)”不在其内。")
        case .conflictingTargets(let id, let targets):
            (code, state, zh) = (
                .conflictingTargets, id, "状态“\(id)”的一条转移的去向 \(targets.joined(separator: "、")) 不能同时有效。"
            )
        case .badLocation(let location): (code, zh) = (.badExpression, "“\(location)”不是可以赋值的位置。")
        case .badStructure(let id, _): (code, state, zh) = (.badStructure, id, "状态“\(id)”的结构有误。")
        case .badForm, .runaway, .execution, .illegalConfiguration: (code, zh) = (.badStructure, "流程有误。")
        }
        let en = error.description
        if code == .badStructure { zh += "(\(en))" }
        return FlowFinding(
            code: code,
            state: state,
            path: state.isEmpty ? [] : [state],
            message: FlowFinding.Message(zh: zh, en: en.prefix(1).uppercased() + en.dropFirst() + ".")
        )
    }

    // MARK: Expressions

    private static func expressionFindings(in compiled: CompiledChart) -> [FlowFinding] {
        compiled.transitions.compactMap { transition in
            guard let rule = transition.condition, let name = self.unknownOperation(in: rule) else { return nil }
            let id = compiled.states[transition.source].id
            return FlowFinding(
                code: .badExpression,
                state: id,
                path: [id],
                message: FlowFinding.Message(
                    zh: "状态“\(id)”的一个条件使用了未知的运算“\(name)”。",
                    en: "A condition of \"\(id)\" uses the unknown operation \"\(name)\"."
                )
            )
        }
    }

    private static func unknownOperation(in rule: JSON) -> String? {
        switch rule {
        case .array(let rules):
            return rules.lazy.compactMap { self.unknownOperation(in: $0) }.first
        case .object(let object) where object.count == 1:
            let member = object.members[0]
            guard let operation = JsonLogicOperation(rawValue: member.name) else { return member.name }
            if operation == .preserve { return nil }
            if operation == .eachKey, case .object(let members) = member.value {
                return members.members.lazy.compactMap { self.unknownOperation(in: $0.value) }.first
            }
            return self.unknownOperation(in: member.value)
        default:
            return nil
        }
    }

    // MARK: Reaching

    private static func unreachable(_ graph: FlowGraph) -> [FlowFinding] {
        let compiled = graph.compiled
        return compiled.states.indices.dropFirst().compactMap { number in
            let state = compiled.states[number]
            if case .history = state.kind { return nil }
            // Of states inside one another, the outermost says it all.
            guard !graph.isReached(number), state.parent == 0 || graph.isReached(state.parent) else { return nil }
            let path = self.chain(to: number, compiled)
            return FlowFinding(
                code: .unreachableState,
                state: state.id,
                path: path,
                message: FlowFinding.Message(
                    zh: "没有任何途径到达状态“\(state.id)”。",
                    en: "No way leads to \"\(state.id)\"."
                )
            )
        }
    }

    /// The states around a state and itself, from the outside.
    private static func chain(to number: Int, _ compiled: CompiledChart) -> [String] {
        var chain: [String] = []
        var current = number
        while current > 0 {
            chain.append(compiled.states[current].id)
            current = compiled.states[current].parent
        }
        return chain.reversed()
    }

    private static func traps(_ graph: FlowGraph) -> [FlowFinding] {
        let compiled = graph.compiled
        guard compiled.states[0].children.contains(where: { compiled.states[$0].kind == .final }) else {
            return [
                FlowFinding(
                    code: .noWayToEnd,
                    state: "",
                    path: [],
                    message: FlowFinding.Message(zh: "流程没有终止状态。", en: "The flow has no final state.")
                )
            ]
        }
        return compiled.states.indices.dropFirst().compactMap { number in
            let state = compiled.states[number]
            guard state.isAtomic, graph.isReached(number), !graph.canEnd(number) else { return nil }
            return FlowFinding(
                code: .noWayToEnd,
                state: state.id,
                path: graph.path(to: number),
                message: FlowFinding.Message(
                    zh: "从状态“\(state.id)”出发无法到达任何终止状态。",
                    en: "From \"\(state.id)\" no final state can be reached."
                )
            )
        }
    }

    private static func dead(_ graph: FlowGraph) -> [FlowFinding] {
        graph.dead.sorted { $0.key < $1.key }.compactMap { index, reason in
            let compiled = graph.compiled
            let transition = compiled.transitions[index]
            guard graph.isReached(transition.source) else { return nil }
            let id = compiled.states[transition.source].id
            let events = transition.eventText
            let place =
                events.isEmpty
                ? ("无事件转移", "an eventless transition") : ("“\(events)”的转移", "the transition on \"\(events)\"")
            return FlowFinding(
                code: .deadTransition,
                state: id,
                path: graph.path(to: transition.source),
                message: FlowFinding.Message(
                    zh: "状态“\(id)”中\(place.0)永远不会发生:\(reason.zh)。",
                    en: "In \"\(id)\", \(place.1) can never be taken: \(reason.en)."
                )
            )
        }
    }

    private static func loops(_ graph: FlowGraph) -> [FlowFinding] {
        var told: Set<Int> = []
        var findings: [FlowFinding] = []
        for number in graph.compiled.states.indices
        where graph.compiled.states[number].isAtomic && graph.isReached(number) {
            guard let loop = graph.eventlessLoop(from: number), told.isDisjoint(with: loop), let first = loop.first
            else { continue }
            told.formUnion(loop)
            let ids = loop.map { graph.compiled.states[$0].id }
            findings.append(
                FlowFinding(
                    code: .eventlessLoop,
                    state: graph.compiled.states[first].id,
                    path: graph.path(to: first) + ids.dropFirst() + [ids[0]],
                    message: FlowFinding.Message(
                        zh: "无条件的无事件转移构成循环:\((ids + [ids[0]]).joined(separator: " → "))。",
                        en: "Eventless transitions without condition go round: "
                            + (ids + [ids[0]]).joined(separator: " → ") + "."
                    )
                )
            )
        }
        return findings
    }
}
