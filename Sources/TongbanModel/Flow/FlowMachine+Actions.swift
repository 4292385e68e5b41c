// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Why an expression or an action failed; the flow sees it as the event `error.execution`.
struct FlowFailure: Error {
    var reason: String
    /// The send that failed.
    var sendID: String?
    /// The decision that could not be made.
    var undecided: DecisionError?
}

extension FlowMachine {
    // MARK: Values

    func value(of rule: JSON) throws(FlowFailure) -> JSON {
        switch rule {
        case .object, .array: break
        default: return rule
        }
        let numbers = self.compiled.numbers
        let active = self.active
        var evaluator = JsonLogicEvaluator()
        evaluator.specials = self.specials
        evaluator.isStrict = self.compiled.isStrict
        evaluator.decisions = self.compiled.decisions
        evaluator.isInState = { numbers[$0].map { active[$0] } ?? false }
        evaluator.outermost = .object(self.state.data)
        do {
            return try evaluator.evaluate(rule, evaluator.outermost)
        } catch JsonLogicError.undecided(let error) {
            throw FlowFailure(reason: "\(error)", undecided: error)
        } catch {
            throw FlowFailure(reason: "\(error)")
        }
    }

    /// Whether a condition holds; one that fails does not, and says so.
    mutating func holds(_ condition: JSON, in number: Int) -> Bool {
        do {
            return JsonLogicValue.isTrue(try self.value(of: condition))
        } catch {
            self.raise(error, in: number)
            return false
        }
    }

    private func text(of rule: JSON?) throws(FlowFailure) -> String? {
        guard let rule else { return nil }
        return JsonLogicValue.text(try self.value(of: rule))
    }

    mutating func raise(_ failure: FlowFailure, in number: Int) {
        if let error = failure.undecided { self.undecided = error }
        self.queue.append(
            FlowEvent(
                name: "error.execution",
                data: ["state": .string(self.compiled.states[number].id), "reason": .string(failure.reason)],
                sendID: failure.sendID,
                kind: .platform
            )
        )
    }

    /// The data of a done event; a part that fails is left out.
    mutating func doneData(of number: Int) -> JSON {
        do {
            switch self.compiled.states[number].donedata {
            case nil: return .null
            case .content(let rule): return try self.value(of: rule)
            case .params(let params): return try self.payload(names: [], params: params, content: nil)
            }
        } catch {
            self.raise(error, in: number)
            return .null
        }
    }

    private func payload(
        names: [(String, JSON?)],
        params: [FlowParam],
        content: JSON?
    ) throws(FlowFailure) -> JSON {
        if let content { return try self.value(of: content) }
        guard !names.isEmpty || !params.isEmpty else { return .null }
        var object = JSONObject()
        for (name, rule) in names {
            guard let rule else { throw FlowFailure(reason: "\"\(name)\" is no location") }
            object[name] = try self.value(of: rule)
        }
        for param in params {
            object[param.name] = try self.value(of: param.value)
        }
        return .object(object)
    }

    // MARK: Actions

    /// Runs a block of actions; an error ends it.
    ///
    /// - Returns: whether it ran to its end.
    mutating func execute(_ actions: [CompiledChart.Action], in number: Int) -> Bool {
        for action in actions {
            self.actionsDone += 1
            guard !self.isRunaway else { return false }
            guard self.actionsDone <= Self.actionLimit else {
                self.runAway(limit: Self.actionLimit)
                return false
            }
            do {
                guard try self.execute(action, in: number) else { return false }
            } catch {
                self.raise(error, in: number)
                return false
            }
        }
        return true
    }

    private mutating func execute(_ action: CompiledChart.Action, in number: Int) throws(FlowFailure) -> Bool {
        switch action {
        case .raise(let name):
            self.queue.append(FlowEvent(name: name, kind: .internal))
        case .send(let send, let idLocation, let names):
            try self.send(send, idLocation: idLocation, names: names, in: number)
        case .cancel(let rule):
            self.outputs.append(.cancel(JsonLogicValue.text(try self.value(of: rule))))
        case .assign(let location, let rule, true) where rule == ["var": .string(location.root)]:
            if self.state.data[location.root] == nil { self.state.data[location.root] = .null }
        case .assign(let location, let rule, let isDeclaration):
            try self.assign(try self.value(of: rule), to: location, isDeclaration: isDeclaration)
        case .conditional(let branches, let otherwise):
            for branch in branches where self.holds(branch.condition, in: number) {
                return self.execute(branch.actions, in: number)
            }
            return self.execute(otherwise, in: number)
        case .foreach(let array, let item, let index, let actions):
            guard case .array(let elements) = try self.value(of: array) else {
                throw FlowFailure(reason: "foreach: what to go over is no array")
            }
            for name in [item, index].compactMap(\.self) {
                guard let location = try? FlowLocation(name), location.parts.isEmpty,
                    !FlowLocation.systemNames.contains(name)
                else { throw FlowFailure(reason: "foreach: \"\(name)\" is no name to assign to") }
            }
            for (position, element) in elements.enumerated() {
                self.state.data[item] = element
                if let index { self.state.data[index] = .integer(Int64(position)) }
                guard self.execute(actions, in: number) else { return false }
            }
        case .log(let label, let rule):
            self.outputs.append(.log(label, try self.value(of: rule)))
        }
        return true
    }

    private mutating func assign(
        _ value: JSON,
        to location: FlowLocation,
        isDeclaration: Bool = false
    ) throws(FlowFailure) {
        let name = location.root
        guard !FlowLocation.systemNames.contains(name) else {
            throw FlowFailure(reason: "\"\(name)\" cannot be assigned to")
        }
        guard value.isKeepable else { throw FlowFailure(reason: "the value for \"\(name)\" is too large or too deep") }
        if self.compiled.isStrict, !isDeclaration, self.state.data[name] == nil {
            throw FlowFailure(reason: "\"\(name)\" is not declared")
        }
        guard !location.parts.isEmpty else {
            self.state.data[name] = value
            return
        }
        var parts: [FlowLocation.Part] = []
        for part in location.parts {
            guard case .computed(let rule) = part else {
                parts.append(part)
                continue
            }
            let key = try self.value(of: rule)
            parts.append(
                key.integerValue.map { .index(Int(truncatingIfNeeded: $0)) } ?? .name(JsonLogicValue.text(key))
            )
        }
        guard var whole = self.state.data[name] else { throw FlowFailure(reason: "\"\(name)\" has no members") }
        guard FlowLocation.set(value, at: parts[...], in: &whole) else {
            throw FlowFailure(reason: "the place in \"\(name)\" to assign to does not exist")
        }
        self.state.data[name] = whole
    }

    // MARK: Sends and invocations

    private mutating func send(
        _ send: FlowSendContent,
        idLocation: FlowLocation?,
        names: [(String, JSON?)],
        in number: Int
    ) throws(FlowFailure) {
        let event = try self.text(of: send.event) ?? ""
        guard !event.isEmpty || send.content != nil else { throw FlowFailure(reason: "send: the event has no name") }
        var target = try self.text(of: send.target)
        let type = try self.text(of: send.type)
        let delay: Int64
        if let rule = send.delay {
            guard let length = FlowDelay.milliseconds(try self.value(of: rule)) else {
                throw FlowFailure(reason: "send: the delay is no length of time")
            }
            delay = length
        } else {
            delay = 0
        }
        let data = try self.payload(names: names, params: send.params, content: send.content)
        let id = send.id ?? self.identifier("send")
        if let idLocation { try self.assign(.string(id), to: idLocation) }
        if target == "#_internal" {
            guard delay == 0 else { throw FlowFailure(reason: "send: an internal event cannot be delayed") }
            self.queue.append(FlowEvent(name: event, data: data, sendID: send.id, kind: .internal))
            return
        }
        if target == "#_scxml_" + self.state.sessionID { target = nil }
        // Charts of our own name cases and bureaus as targets; for a plain SCXML chart there is nobody of such a name.
        if self.compiled.isStrict, let target, !target.hasPrefix("#_"), type == nil || type == Self.scxmlType {
            throw FlowFailure(reason: "send: there is no target \"\(target)\"", sendID: id)
        }
        self.outputs.append(
            .send(
                FlowSend(
                    event: event,
                    id: id,
                    target: target,
                    type: type,
                    delayMilliseconds: delay,
                    data: data
                )
            )
        )
    }

    private static let scxmlType = "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"

    private mutating func identifier(_ prefix: String) -> String {
        self.state.identifiers += 1
        return "\(prefix).\(self.state.identifiers)"
    }

    /// Starts the invocations of states that were entered and not left again.
    mutating func invokeWhatIsNew() {
        for number in self.statesToInvoke.sorted() {
            for (index, invoke) in self.compiled.states[number].invokes.enumerated() {
                do {
                    try self.start(invoke, index, in: number)
                } catch {
                    self.raise(error, in: number)
                }
            }
        }
        self.statesToInvoke = []
    }

    private mutating func start(_ invoke: FlowInvokeNode, _ index: Int, in number: Int) throws(FlowFailure) {
        let state = self.compiled.states[number].id
        let names = invoke.names.map { ($0, try? FlowExpression.rule($0)) }
        let content: JSON? = if let rule = invoke.content { try self.value(of: rule) } else { nil }
        let started = FlowInvoke(
            id: invoke.id ?? self.identifier(state),
            state: state,
            type: try self.text(of: invoke.type),
            source: try self.text(of: invoke.source),
            data: try self.payload(names: names, params: invoke.params, content: nil),
            content: content,
            isForwarding: invoke.isForwarding
        )
        if let text = invoke.idLocation, let location = try? FlowLocation(text) {
            try self.assign(.string(started.id), to: location)
        }
        self.state.invocations.append(FlowState.Invocation(id: started.id, state: state, index: index))
        self.outputs.append(.startInvoke(started))
    }
}

extension JSON {
    /// Whether a value may be kept in a flow's data: at most 200,000 values, at most 48 deep.
    ///
    /// Values share memory, so one that holds itself twice, again and again, is small here and immense when written.
    fileprivate var isKeepable: Bool {
        var left = 200_000
        func fits(_ value: JSON, _ depth: Int) -> Bool {
            left -= 1
            guard left >= 0, depth <= 48 else { return false }
            switch value {
            case .array(let elements): return elements.allSatisfy { fits($0, depth + 1) }
            case .object(let object): return object.members.allSatisfy { fits($0.value, depth + 1) }
            default: return true
            }
        }
        return fits(self, 0)
    }
}
