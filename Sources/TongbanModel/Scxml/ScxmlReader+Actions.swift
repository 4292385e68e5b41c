// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension ScxmlReader {
    /// The executable content in an element.
    func executable(_ element: XMLElement) throws(ScxmlError) -> [XMLElement] {
        guard element.text.unicodeScalars.allSatisfy(\.properties.isWhitespace) else {
            throw self.refuse("<\(element.name)> holds text", element)
        }
        return element.elements
    }

    func actions(of elements: [XMLElement]) throws(ScxmlError) -> [FlowContent] {
        var actions: [FlowContent] = []
        for element in elements {
            guard element.namespace.isEmpty || element.namespace == Self.namespace else {
                throw self.refuse("<\(element.qualifiedName)> is no action that is known", element)
            }
            actions.append(try self.action(element))
        }
        return actions
    }

    private func action(_ element: XMLElement) throws(ScxmlError) -> FlowContent {
        switch element.name {
        case "raise":
            return .raise(try self.need(element, "event"))
        case "send":
            return .send(try self.send(element))
        case "cancel":
            guard let rule = try self.rule(element, text: "sendid", or: "sendidexpr") else {
                throw self.refuse("<cancel> has no sendid", element)
            }
            return .cancel(rule)
        case "assign":
            let location = try self.location(element, "location")
            guard let value = try self.rule(element, "expr") ?? self.content(of: element) else {
                throw self.refuse("<assign> has no value", element)
            }
            return .assign(location, value)
        case "if":
            return try self.conditional(element)
        case "foreach":
            guard let array = try self.rule(element, "array") else {
                throw self.refuse("<foreach> has no array", element)
            }
            return .foreach(
                FlowContent.Loop(
                    array: array,
                    item: try self.need(element, "item"),
                    index: element["index"],
                    actions: try self.actions(of: try self.executable(element))
                )
            )
        case "log":
            return .log(label: element["label"] ?? "", try self.rule(element, "expr") ?? .null)
        case "script":
            guard element["src"] == nil, element.elements.isEmpty else {
                throw self.refuse("a script stands in its element as text", element)
            }
            do {
                return .script(try FlowExpression.script(element.text))
            } catch {
                throw self.refuse("script: \(error)", element)
            }
        default:
            throw self.refuse("<\(element.name)> is no action", element)
        }
    }

    private func need(_ element: XMLElement, _ attribute: String) throws(ScxmlError) -> String {
        guard let value = element[attribute], !value.isEmpty else {
            throw self.refuse("<\(element.name)> has no \(attribute)", element)
        }
        return value
    }

    private func location(_ element: XMLElement, _ attribute: String) throws(ScxmlError) -> String {
        let text = try self.need(element, attribute)
        do {
            _ = try FlowLocation(text)
        } catch {
            throw self.refuse("\(attribute): \(error)", element)
        }
        return text
    }

    private func idLocation(_ element: XMLElement) throws(ScxmlError) -> String? {
        element["idlocation"] == nil ? nil : try self.location(element, "idlocation")
    }

    private func conditional(_ element: XMLElement) throws(ScxmlError) -> FlowContent {
        func condition(_ element: XMLElement) throws(ScxmlError) -> JSON {
            guard let rule = try self.rule(element, "cond") else {
                throw self.refuse("<\(element.name)> has no cond", element)
            }
            return rule
        }
        var branches = [FlowContent.Branch(condition: try condition(element), actions: [])]
        var otherwise: [FlowContent]?
        for child in try self.executable(element) {
            switch child.name {
            case "elseif" where otherwise == nil:
                branches.append(FlowContent.Branch(condition: try condition(child), actions: []))
            case "else" where otherwise == nil:
                otherwise = []
            case "elseif", "else":
                throw self.refuse("<\(child.name)> stands after <else>", child)
            default:
                let actions = try self.actions(of: [child])
                if otherwise != nil {
                    otherwise? += actions
                } else {
                    branches[branches.count - 1].actions += actions
                }
            }
        }
        return .conditional(branches, otherwise: otherwise ?? [])
    }

    private func send(_ element: XMLElement) throws(ScxmlError) -> FlowSendContent {
        guard element["id"] == nil || element["idlocation"] == nil else {
            throw self.refuse("<send> has both id and idlocation", element)
        }
        var send = FlowSendContent(
            event: try self.rule(element, text: "event", or: "eventexpr"),
            target: try self.rule(element, text: "target", or: "targetexpr"),
            type: try self.rule(element, text: "type", or: "typeexpr"),
            delay: try self.rule(element, text: "delay", or: "delayexpr"),
            id: element["id"],
            idLocation: try self.idLocation(element),
            names: self.words(element["namelist"])
        )
        if case .string(let text)? = send.delay, FlowDelay.milliseconds(.string(text)) == nil {
            throw self.refuse("the delay \"\(text)\" is no length of time", element)
        }
        (send.params, send.content) = try self.payload(element)
        guard send.event != nil || send.content != nil else { throw self.refuse("<send> has no event", element) }
        guard send.content == nil || send.names.isEmpty else {
            throw self.refuse("<send> has both namelist and content", element)
        }
        return send
    }

    /// The params and the content of an element that sends something along.
    private func payload(
        _ element: XMLElement,
        ignoring ignored: String? = nil
    ) throws(ScxmlError) -> ([FlowParam], JSON?) {
        var params: [FlowParam] = []
        var content: JSON?
        for child in try self.executable(element) {
            switch child.name {
            case "param":
                let attribute = child["expr"] == nil ? "location" : "expr"
                guard child["expr"] == nil || child["location"] == nil, let value = try self.rule(child, attribute)
                else { throw self.refuse("<param> has one of expr and location", child) }
                params.append(FlowParam(try self.need(child, "name"), value))
            case "content":
                guard content == nil else { throw self.refuse("<content> is there twice", child) }
                let rule = try self.rule(child, "expr")
                content = rule ?? self.content(of: child) ?? ""
            case ignored: continue
            default: throw self.refuse("<\(child.name)> cannot stand in <\(element.name)>", child)
            }
        }
        guard params.isEmpty || content == nil else {
            throw self.refuse("<\(element.name)> has both params and content", element)
        }
        return (params, content)
    }

    func donedata(_ element: XMLElement) throws(ScxmlError) -> FlowDoneData {
        let (params, content) = try self.payload(element)
        if let content { return .content(content) }
        return .params(params)
    }

    func invoke(_ element: XMLElement) throws(ScxmlError) -> FlowInvokeNode {
        guard element["id"] == nil || element["idlocation"] == nil else {
            throw self.refuse("<invoke> has both id and idlocation", element)
        }
        var invoke = FlowInvokeNode(
            id: element["id"],
            idLocation: try self.idLocation(element),
            type: try self.rule(element, text: "type", or: "typeexpr"),
            source: try self.rule(element, text: "src", or: "srcexpr"),
            names: self.words(element["namelist"]),
            isForwarding: element["autoforward"] == "true"
        )
        (invoke.params, invoke.content) = try self.payload(element, ignoring: "finalize")
        if let finalize = element.elements.first(where: { $0.name == "finalize" }) {
            invoke.finalize = try self.actions(of: try self.executable(finalize))
        }
        return invoke
    }
}
