// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Writes a chart as SCXML 1.0. Expressions are written as JsonLogic, which the reader takes as it stands.
struct ScxmlWriter {
    private var lines = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    typealias Attributes = [(String, String?)]

    static func text(of chart: FlowChart) -> String {
        var writer = ScxmlWriter()
        writer.element(
            "scxml",
            [
                ("xmlns", ScxmlReader.namespace), ("version", "1.0"), ("name", chart.name.isEmpty ? nil : chart.name),
                ("datamodel", chart.datamodel), ("initial", words(chart.initial)),
            ]
        ) { writer in
            writer.data(chart.data)
            for content in chart.script {
                writer.action(content)
            }
            for state in chart.states {
                writer.state(state)
            }
        }
        return writer.lines
    }

    /// A rule as the text of an attribute.
    static func expression(_ rule: JSON) -> String { rule.text }

    private static func words(_ words: [String]) -> String? { words.isEmpty ? nil : words.joined(separator: " ") }

    mutating func element(_ name: String, _ attributes: Attributes, _ inside: ((inout ScxmlWriter) -> Void)? = nil) {
        self.indent()
        self.lines += "<\(name)"
        for case (let name, let value?) in attributes {
            self.lines += " \(name)=\"\(XMLText.attribute(value))\""
        }
        guard let inside else {
            self.lines += "/>\n"
            return
        }
        self.lines += ">\n"
        self.depth += 1
        inside(&self)
        self.depth -= 1
        self.indent()
        self.lines += "</\(name)>\n"
    }

    private mutating func indent() { self.lines += String(repeating: "  ", count: self.depth) }

    // MARK: States

    private mutating func data(_ data: [FlowData]) {
        guard !data.isEmpty else { return }
        self.element("datamodel", []) { writer in
            for item in data {
                writer.element("data", [("id", item.id), ("expr", item.expression.map(Self.expression))])
            }
        }
    }

    private mutating func state(_ node: FlowStateNode) {
        var attributes: Attributes = [("id", node.id)]
        let name: String
        switch node.kind {
        case .atomic, .compound: name = "state"
        case .parallel: name = "parallel"
        case .final: name = "final"
        case .history(let isDeep):
            name = "history"
            attributes.append(("type", isDeep ? "deep" : "shallow"))
        }
        if node.initialActions.isEmpty { attributes.append(("initial", Self.words(node.initial))) }
        self.element(name, attributes) { writer in
            writer.data(node.data)
            if !node.initialActions.isEmpty { writer.initial(node) }
            for (tag, blocks) in [("onentry", node.onEntry), ("onexit", node.onExit)] {
                for block in blocks {
                    writer.element(tag, []) { writer in writer.actions(block) }
                }
            }
            for invoke in node.invokes {
                writer.invoke(invoke)
            }
            for transition in node.transitions {
                writer.transition(transition)
            }
            if let donedata = node.donedata { writer.donedata(donedata) }
            for child in node.children {
                writer.state(child)
            }
        }
    }

    private mutating func initial(_ node: FlowStateNode) {
        let targets = node.initial.isEmpty ? Array(node.children.prefix(1).map(\.id)) : node.initial
        self.element("initial", []) { writer in
            writer.element("transition", [("target", Self.words(targets))]) { writer in
                writer.actions(node.initialActions)
            }
        }
    }

    private mutating func transition(_ transition: FlowTransition) {
        let attributes: Attributes = [
            ("event", Self.words(transition.events)), ("cond", transition.condition.map(Self.expression)),
            ("target", Self.words(transition.targets)), ("type", transition.isInternal ? "internal" : nil),
        ]
        guard !transition.actions.isEmpty else { return self.element("transition", attributes) }
        self.element("transition", attributes) { writer in writer.actions(transition.actions) }
    }

    private mutating func donedata(_ donedata: FlowDoneData) {
        self.element("donedata", []) { writer in
            switch donedata {
            case .params(let params): writer.payload(params, nil)
            case .content(let rule): writer.payload([], rule)
            }
        }
    }

    private mutating func invoke(_ invoke: FlowInvokeNode) {
        self.element(
            "invoke",
            [
                ("id", invoke.id), ("idlocation", invoke.idLocation), Self.text(invoke.type, "type", or: "typeexpr"),
                Self.text(invoke.source, "src", or: "srcexpr"), ("namelist", Self.words(invoke.names)),
                ("autoforward", invoke.isForwarding ? "true" : nil),
            ]
        ) { writer in
            writer.payload(invoke.params, invoke.content)
            if !invoke.finalize.isEmpty {
                writer.element("finalize", []) { writer in writer.actions(invoke.finalize) }
            }
        }
    }

    // MARK: Actions

    private mutating func actions(_ contents: [FlowContent]) {
        for content in contents {
            self.action(content)
        }
    }

    private mutating func payload(_ params: [FlowParam], _ content: JSON?) {
        for param in params {
            self.element("param", [("name", param.name), ("expr", Self.expression(param.value))])
        }
        if let content { self.element("content", [("expr", Self.expression(content))]) }
    }

    /// A plain text in one attribute, any other rule in another.
    private static func text(_ rule: JSON?, _ name: String, or expression: String) -> (String, String?) {
        if case .string(let text)? = rule { return (name, text) }
        return (expression, rule.map(self.expression))
    }

    private mutating func action(_ content: FlowContent) {
        switch content {
        case .raise(let event): self.element("raise", [("event", event)])
        case .send(let send):
            self.element(
                "send",
                [
                    Self.text(send.event, "event", or: "eventexpr"), Self.text(send.target, "target", or: "targetexpr"),
                    Self.text(send.type, "type", or: "typeexpr"), Self.text(send.delay, "delay", or: "delayexpr"),
                    ("id", send.id), ("idlocation", send.idLocation), ("namelist", Self.words(send.names)),
                ]
            ) { writer in writer.payload(send.params, send.content) }
        case .cancel(let rule): self.element("cancel", [Self.text(rule, "sendid", or: "sendidexpr")])
        case .assign(let location, let value):
            self.element("assign", [("location", location), ("expr", Self.expression(value))])
        case .conditional(let branches, let otherwise): self.conditional(branches, otherwise)
        case .foreach(let loop):
            self.element(
                "foreach",
                [("array", Self.expression(loop.array)), ("item", loop.item), ("index", loop.index)]
            ) { writer in writer.actions(loop.actions) }
        case .log(let label, let value):
            self.element(
                "log",
                [("label", label.isEmpty ? nil : label), ("expr", value == .null ? nil : Self.expression(value))]
            )
        case .script(let assignments):
            self.indent()
            let statements = assignments.map {
                "\($0.isDeclaration ? "var " : "")\($0.location) = \(Self.expression($0.value))"
            }
            self.lines += "<script>\(XMLText.content(statements.joined(separator: "; ")))</script>\n"
        }
    }

    private mutating func conditional(_ branches: [FlowContent.Branch], _ otherwise: [FlowContent]) {
        guard let first = branches.first else { return self.actions(otherwise) }
        self.element("if", [("cond", Self.expression(first.condition))]) { writer in
            writer.actions(first.actions)
            for branch in branches.dropFirst() {
                writer.element("elseif", [("cond", Self.expression(branch.condition))])
                writer.actions(branch.actions)
            }
            if !otherwise.isEmpty {
                writer.element("else", [])
                writer.actions(otherwise)
            }
        }
    }
}
