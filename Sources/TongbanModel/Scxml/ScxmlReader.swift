// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Makes a chart of the elements of an `.scxml` document.
struct ScxmlReader {
    static let namespace = "http://www.w3.org/2005/07/scxml"
    static let datamodels: Set<String> = ["ecmascript", "jsonlogic", "null"]

    /// How many states without `id` were named.
    private var unnamed = 0
    private var names: Set<String> = []

    func refuse(_ reason: String, _ element: XMLElement) -> ScxmlError {
        ScxmlError(reason: reason, line: element.line, column: element.column)
    }

    // MARK: The chart

    mutating func chart(_ element: XMLElement) throws(ScxmlError) -> FlowChart {
        guard element.name == "scxml", self.isOurs(element) else {
            throw self.refuse("the outermost element is <\(element.qualifiedName)>, not <scxml>", element)
        }
        if let version = element["version"], version != "1.0" {
            throw self.refuse("SCXML version \"\(version)\" is not known", element)
        }
        if let binding = element["binding"], binding != "early" {
            throw self.refuse("binding=\"\(binding)\" is not supported; data are bound early", element)
        }
        let datamodel = element["datamodel"]
        if let datamodel, !Self.datamodels.contains(datamodel) {
            throw self.refuse("datamodel=\"\(datamodel)\" is not supported", element)
        }
        self.collectNames(element)
        var chart = FlowChart(
            name: element["name"] ?? "",
            initial: self.words(element["initial"]),
            datamodel: datamodel,
            states: []
        )
        for child in try self.children(of: element) {
            switch child.name {
            case "state", "parallel", "final", "history": chart.states.append(try self.state(child))
            case "datamodel": chart.data += try self.data(child)
            case "script": chart.script += try self.actions(of: [child])
            case "initial":
                // Not SCXML 1.0, but found in the wild; it means what it means in a state.
                chart.initial = self.words(child.elements.first?["target"])
            default: throw self.refuse("<\(child.name)> cannot stand in <scxml>", child)
            }
        }
        return chart
    }

    private mutating func collectNames(_ element: XMLElement) {
        if let id = element["id"] { self.names.insert(id) }
        for child in element.elements {
            self.collectNames(child)
        }
    }

    private func isOurs(_ element: XMLElement) -> Bool {
        element.namespace.isEmpty || element.namespace == Self.namespace
    }

    /// The elements inside that are SCXML's; those of other namespaces say nothing to us.
    private func children(of element: XMLElement) throws(ScxmlError) -> [XMLElement] {
        try self.refuseText(in: element)
        return element.elements.filter(self.isOurs)
    }

    private func refuseText(in element: XMLElement) throws(ScxmlError) {
        guard element.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
            throw self.refuse("<\(element.name)> holds text", element)
        }
    }

    func words(_ text: String?) -> [String] {
        text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    }

    // MARK: States

    private mutating func state(_ element: XMLElement) throws(ScxmlError) -> FlowStateNode {
        var node = FlowStateNode(try self.id(of: element), kind: try self.kind(of: element))
        node.initial = self.words(element["initial"])
        for child in try self.children(of: element) {
            switch child.name {
            case "state", "parallel", "final", "history": node.children.append(try self.state(child))
            case "initial":
                guard let transition = child.elements.first(where: { $0.name == "transition" }),
                    transition["target"] != nil, transition["event"] == nil, transition["cond"] == nil
                else { throw self.refuse("<initial> holds one transition, with a target and nothing else", child) }
                guard node.initial.isEmpty else { throw self.refuse("the initial state is given twice", child) }
                node.initial = self.words(transition["target"])
                node.initialActions = try self.actions(of: transition.elements)
            case "transition": node.transitions.append(try self.transition(child))
            case "onentry": node.onEntry.append(try self.actions(of: try self.executable(child)))
            case "onexit": node.onExit.append(try self.actions(of: try self.executable(child)))
            case "datamodel": node.data += try self.data(child)
            case "invoke": node.invokes.append(try self.invoke(child))
            case "donedata": node.donedata = try self.donedata(child)
            default: throw self.refuse("<\(child.name)> cannot stand in <\(element.name)>", child)
            }
        }
        if node.kind == .atomic, node.children.contains(where: { !$0.isHistory }) { node.kind = .compound }
        return node
    }

    private func kind(of element: XMLElement) throws(ScxmlError) -> FlowStateNode.Kind {
        switch element.name {
        case "parallel": return .parallel
        case "final": return .final
        case "history":
            switch element["type"] {
            case nil, "shallow": return .history(deep: false)
            case "deep": return .history(deep: true)
            case let type?: throw self.refuse("a history is shallow or deep, not \"\(type)\"", element)
            }
        default: return .atomic
        }
    }

    private mutating func id(of element: XMLElement) throws(ScxmlError) -> String {
        if let id = element["id"] {
            guard !id.isEmpty, !id.utf8.contains(where: { $0 <= 0x20 }) else {
                throw self.refuse("\"\(id)\" cannot be the identifier of a state", element)
            }
            return id
        }
        var id: String
        repeat {
            self.unnamed += 1
            id = "\(element.name).\(self.unnamed)"
        } while self.names.contains(id)
        return id
    }

    private func transition(_ element: XMLElement) throws(ScxmlError) -> FlowTransition {
        var transition = FlowTransition(
            events: self.words(element["event"]),
            targets: self.words(element["target"])
        )
        if element["event"] != nil, transition.events.isEmpty { throw self.refuse("the event is empty", element) }
        transition.condition = try self.rule(element, "cond")
        switch element["type"] {
        case nil, "external": break
        case "internal": transition.isInternal = true
        case let type?: throw self.refuse("a transition is internal or external, not \"\(type)\"", element)
        }
        transition.actions = try self.actions(of: try self.executable(element))
        return transition
    }

    private func data(_ element: XMLElement) throws(ScxmlError) -> [FlowData] {
        var data: [FlowData] = []
        for child in try self.children(of: element) {
            guard child.name == "data" else {
                throw self.refuse("<\(child.name)> cannot stand in <datamodel>", child)
            }
            guard let id = child["id"] else { throw self.refuse("<data> has no id", child) }
            guard child["src"] == nil else { throw self.refuse("data from elsewhere (src) is not supported", child) }
            let expression = try self.rule(child, "expr") ?? self.content(of: child)
            data.append(FlowData(id, expression: expression))
        }
        return data
    }

    // MARK: Expressions

    /// An attribute as a rule; `nil` when it is not there.
    func rule(_ element: XMLElement, _ attribute: String) throws(ScxmlError) -> JSON? {
        guard let text = element[attribute] else { return nil }
        do {
            return try FlowExpression.rule(text)
        } catch {
            throw self.refuse("\(attribute): \(error)", element)
        }
    }

    /// What stands in an element, as the rule that gives it: JSON if it is JSON, XML if there are elements, otherwise
    /// the text with its white space made single.
    func content(of element: XMLElement) -> JSON? {
        if !element.elements.isEmpty {
            return .string(element.elements.map(\.xml).joined())
        }
        let words = self.words(element.text)
        guard !words.isEmpty else { return nil }
        if let json = try? JSON(parsing: element.text) { return FlowExpression.rule(of: json) }
        if let first = element.text.first(where: { !$0.isWhitespace }), "[{'\"".contains(first),
            let rule = try? FlowExpression.rule(element.text)
        {
            return rule
        }
        return .string(words.joined(separator: " "))
    }

    /// A text in one attribute or a rule in another.
    func rule(_ element: XMLElement, text: String, or expression: String) throws(ScxmlError) -> JSON? {
        guard let value = element[text] else { return try self.rule(element, expression) }
        guard element[expression] == nil else {
            throw self.refuse("<\(element.name)> has both \(text) and \(expression)", element)
        }
        return .string(value)
    }
}
