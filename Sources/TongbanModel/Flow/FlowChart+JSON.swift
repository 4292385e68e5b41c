// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension FlowChart {
    /// The chart as JSON, the form in which it is kept and sent; what is empty is left out.
    public var json: JSON {
        var object = JSONObject()
        if !self.name.isEmpty { object["name"] = .string(self.name) }
        object.put("initial", self.initial)
        if let datamodel = self.datamodel { object["datamodel"] = .string(datamodel) }
        object.put("data", self.data.map(\.json))
        object.put("script", self.script.map(\.json))
        object["states"] = .array(self.states.map(\.json))
        return .object(object)
    }

    /// Reads what ``json`` wrote.
    ///
    /// - Throws: ``FlowError/badForm(path:reason:)`` with the way to what cannot be read.
    public init(json: JSON) throws(FlowError) {
        let form = try FlowForm(json, path: "")
        try form.allow(["name", "initial", "datamodel", "data", "script", "states"])
        self.init(
            name: try form.text("name") ?? "",
            initial: try form.texts("initial"),
            datamodel: try form.text("datamodel"),
            data: try form.list("data") { form throws(FlowError) in try FlowData(form) },
            script: try form.contents("script"),
            states: try form.list("states") { form throws(FlowError) in try FlowStateNode(form) }
        )
    }
}

extension FlowChart: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(json: JSON(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        try self.json.encode(to: encoder)
    }
}

extension FlowData {
    var json: JSON {
        var object: JSONObject = ["id": .string(self.id)]
        object["expression"] = self.expression
        return .object(object)
    }

    init(_ form: FlowForm) throws(FlowError) {
        try form.allow(["id", "expression"])
        self.init(try form.need("id"), expression: form["expression"])
    }
}

extension FlowStateNode {
    var json: JSON {
        var object: JSONObject = ["id": .string(self.id)]
        if self.kind != (self.children.isEmpty ? .atomic : .compound) { object["kind"] = .string(self.kind.name) }
        object.put("initial", self.initial)
        object.put("initialActions", self.initialActions.map(\.json))
        object.put("data", self.data.map(\.json))
        object.put("onEntry", self.onEntry.map { .array($0.map(\.json)) })
        object.put("onExit", self.onExit.map { .array($0.map(\.json)) })
        object.put("invokes", self.invokes.map(\.json))
        object.put("transitions", self.transitions.map(\.json))
        switch self.donedata {
        case nil: break
        case .params(let params): object["donedata"] = ["params": .array(params.map(\.json))]
        case .content(let rule): object["donedata"] = ["content": rule]
        }
        object.put("states", self.children.map(\.json))
        return .object(object)
    }

    init(_ form: FlowForm) throws(FlowError) {
        try form.allow([
            "id", "kind", "initial", "initialActions", "data", "onEntry", "onExit", "invokes", "transitions",
            "donedata", "states",
        ])
        var kind: Kind?
        if let name = try form.text("kind") {
            kind = Kind(name: name)
            guard kind != nil else { throw form.refuse("\"\(name)\" is no kind of state", in: "kind") }
        }
        var donedata: FlowDoneData?
        if let inner = try form.object("donedata") {
            try inner.allow(["params", "content"])
            if let content = inner["content"] {
                donedata = .content(content)
            } else {
                donedata = .params(try inner.params())
            }
        }
        self.init(
            try form.need("id"),
            kind: kind,
            initial: try form.texts("initial"),
            initialActions: try form.contents("initialActions"),
            children: try form.list("states") { form throws(FlowError) in try FlowStateNode(form) },
            transitions: try form.list("transitions") { form throws(FlowError) in try FlowTransition(form) },
            onEntry: try form.blocks("onEntry"),
            onExit: try form.blocks("onExit"),
            data: try form.list("data") { form throws(FlowError) in try FlowData(form) },
            invokes: try form.list("invokes") { form throws(FlowError) in try FlowInvokeNode(form) },
            donedata: donedata
        )
    }
}

extension FlowStateNode.Kind {
    var name: String {
        switch self {
        case .atomic: "atomic"
        case .compound: "compound"
        case .parallel: "parallel"
        case .final: "final"
        case .history(let isDeep): isDeep ? "deepHistory" : "history"
        }
    }

    init?(name: String) {
        switch name {
        case "atomic": self = .atomic
        case "compound": self = .compound
        case "parallel": self = .parallel
        case "final": self = .final
        case "history": self = .history(deep: false)
        case "deepHistory": self = .history(deep: true)
        default: return nil
        }
    }
}

extension FlowTransition {
    var json: JSON {
        var object = JSONObject()
        object.put("events", self.events)
        object.put("targets", self.targets)
        object["condition"] = self.condition
        if self.isInternal { object["internal"] = true }
        object.put("actions", self.actions.map(\.json))
        return .object(object)
    }

    init(_ form: FlowForm) throws(FlowError) {
        try form.allow(["events", "targets", "condition", "internal", "actions"])
        self.init(
            events: try form.texts("events"),
            targets: try form.texts("targets"),
            condition: form["condition"],
            isInternal: try form.flag("internal"),
            actions: try form.contents("actions")
        )
    }
}
