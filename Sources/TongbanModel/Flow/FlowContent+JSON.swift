// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension FlowContent {
    var json: JSON {
        switch self {
        case .raise(let event): return ["raise": .string(event)]
        case .send(let send): return ["send": send.json]
        case .cancel(let rule): return ["cancel": rule]
        case .assign(let location, let value): return ["assign": ["location": .string(location), "value": value]]
        case .conditional(let branches, let otherwise):
            var object: JSONObject = [
                "if": .array(
                    branches.map { ["condition": $0.condition, "actions": .array($0.actions.map(\.json))] }
                )
            ]
            object.put("else", otherwise.map(\.json))
            return .object(object)
        case .foreach(let loop):
            var object: JSONObject = ["array": loop.array, "item": .string(loop.item)]
            if let index = loop.index { object["index"] = .string(index) }
            object["actions"] = .array(loop.actions.map(\.json))
            return ["foreach": .object(object)]
        case .log(let label, let value): return ["log": ["label": .string(label), "value": value]]
        case .script(let assignments):
            return [
                "script": .array(
                    assignments.map { assignment in
                        var object: JSONObject = ["location": .string(assignment.location), "value": assignment.value]
                        if assignment.isDeclaration { object["declaration"] = true }
                        return .object(object)
                    }
                )
            ]
        }
    }

    init(_ form: FlowForm) throws(FlowError) {
        let kinds = ["raise", "send", "cancel", "assign", "if", "foreach", "log", "script"].filter { form[$0] != nil }
        guard kinds.count == 1 else { throw form.refuse("exactly one action is needed") }
        try form.allow(kinds[0] == "if" ? ["if", "else"] : kinds)
        switch kinds[0] {
        case "raise": self = .raise(try form.need("raise"))
        case "cancel": self = .cancel(form["cancel"] ?? .null)
        case "if":
            let branches = try form.list("if") { form throws(FlowError) in
                try form.allow(["condition", "actions"])
                return Branch(condition: try form.rule("condition"), actions: try form.contents("actions"))
            }
            guard !branches.isEmpty else { throw form.refuse("at least one branch is needed", in: "if") }
            self = .conditional(branches, otherwise: try form.contents("else"))
        case "script":
            self = .script(
                try form.list("script") { form throws(FlowError) in
                    try form.allow(["location", "value", "declaration"])
                    return Assignment(
                        try form.need("location"),
                        try form.rule("value"),
                        isDeclaration: try form.flag("declaration")
                    )
                }
            )
        default:
            guard let inner = try form.object(kinds[0]) else { throw form.refuse("the action is empty") }
            self = try Self.read(kinds[0], inner)
        }
    }

    private static func read(_ kind: String, _ form: FlowForm) throws(FlowError) -> FlowContent {
        switch kind {
        case "send": return .send(try FlowSendContent(form))
        case "assign":
            try form.allow(["location", "value"])
            return .assign(try form.need("location"), try form.rule("value"))
        case "foreach":
            try form.allow(["array", "item", "index", "actions"])
            return .foreach(
                Loop(
                    array: try form.rule("array"),
                    item: try form.need("item"),
                    index: try form.text("index"),
                    actions: try form.contents("actions")
                )
            )
        default:
            try form.allow(["label", "value"])
            return .log(label: try form.text("label") ?? "", form["value"] ?? .null)
        }
    }
}

extension FlowParam {
    var json: JSON { ["name": .string(self.name), "value": self.value] }
}

extension FlowSendContent {
    var json: JSON {
        var object = JSONObject()
        object["event"] = self.event
        object["target"] = self.target
        object["type"] = self.type
        object["delay"] = self.delay
        object["id"] = self.id.map(JSON.string)
        object["idLocation"] = self.idLocation.map(JSON.string)
        object.put("names", self.names)
        object.put("params", self.params.map(\.json))
        object["content"] = self.content
        return .object(object)
    }

    init(_ form: FlowForm) throws(FlowError) {
        try form.allow(["event", "target", "type", "delay", "id", "idLocation", "names", "params", "content"])
        self.init(
            event: form["event"],
            target: form["target"],
            type: form["type"],
            delay: form["delay"],
            id: try form.text("id"),
            idLocation: try form.text("idLocation"),
            names: try form.texts("names"),
            params: try form.params(),
            content: form["content"]
        )
    }
}

extension FlowInvokeNode {
    var json: JSON {
        var object = JSONObject()
        object["id"] = self.id.map(JSON.string)
        object["idLocation"] = self.idLocation.map(JSON.string)
        object["type"] = self.type
        object["source"] = self.source
        object.put("names", self.names)
        object.put("params", self.params.map(\.json))
        object["content"] = self.content
        if self.isForwarding { object["forwarding"] = true }
        object.put("finalize", self.finalize.map(\.json))
        return .object(object)
    }

    init(_ form: FlowForm) throws(FlowError) {
        try form.allow([
            "id", "idLocation", "type", "source", "names", "params", "content", "forwarding", "finalize",
        ])
        self.init(
            id: try form.text("id"),
            idLocation: try form.text("idLocation"),
            type: form["type"],
            source: form["source"],
            names: try form.texts("names"),
            params: try form.params(),
            content: form["content"],
            isForwarding: try form.flag("forwarding"),
            finalize: try form.contents("finalize")
        )
    }
}
