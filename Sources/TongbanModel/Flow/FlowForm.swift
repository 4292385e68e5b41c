// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// An object of a chart's JSON form while it is read, and the way to it.
struct FlowForm {
    private let object: JSONObject
    private let path: String

    init(_ json: JSON, path: String) throws(FlowError) {
        guard case .object(let object) = json else { throw .badForm(path: path, reason: "an object is needed") }
        self.object = object
        self.path = path
    }

    subscript(name: String) -> JSON? { self.object[name] }

    private func way(to name: String) -> String { self.path.isEmpty ? name : "\(self.path).\(name)" }

    func refuse(_ reason: String, in name: String? = nil) -> FlowError {
        .badForm(path: name.map(self.way(to:)) ?? self.path, reason: reason)
    }

    /// Refuses members of other names.
    func allow(_ names: [String]) throws(FlowError) {
        for name in self.object.names where !names.contains(name) {
            throw self.refuse("no such member is defined", in: name)
        }
    }

    func text(_ name: String) throws(FlowError) -> String? {
        guard let value = self.object[name] else { return nil }
        guard let text = value.stringValue else { throw self.refuse("a text is needed", in: name) }
        return text
    }

    func need(_ name: String) throws(FlowError) -> String {
        guard let text = try self.text(name) else { throw self.refuse("the member is missing", in: name) }
        return text
    }

    func rule(_ name: String) throws(FlowError) -> JSON {
        guard let rule = self.object[name] else { throw self.refuse("the member is missing", in: name) }
        return rule
    }

    func flag(_ name: String) throws(FlowError) -> Bool {
        guard let value = self.object[name] else { return false }
        guard let flag = value.boolValue else { throw self.refuse("true or false is needed", in: name) }
        return flag
    }

    func object(_ name: String) throws(FlowError) -> FlowForm? {
        guard let value = self.object[name] else { return nil }
        return try FlowForm(value, path: self.way(to: name))
    }

    private func elements(_ name: String) throws(FlowError) -> [JSON] {
        guard let value = self.object[name] else { return [] }
        guard let elements = value.arrayValue else { throw self.refuse("an array is needed", in: name) }
        return elements
    }

    func texts(_ name: String) throws(FlowError) -> [String] {
        var texts: [String] = []
        for (index, element) in try self.elements(name).enumerated() {
            guard let text = element.stringValue else { throw self.refuse("a text is needed", in: "\(name)[\(index)]") }
            texts.append(text)
        }
        return texts
    }

    func list<Value>(
        _ name: String,
        _ read: (FlowForm) throws(FlowError) -> Value
    ) throws(FlowError) -> [Value] {
        try self.list(try self.elements(name), name, read)
    }

    private func list<Value>(
        _ elements: [JSON],
        _ name: String,
        _ read: (FlowForm) throws(FlowError) -> Value
    ) throws(FlowError) -> [Value] {
        var values: [Value] = []
        for (index, element) in elements.enumerated() {
            values.append(try read(try FlowForm(element, path: self.way(to: "\(name)[\(index)]"))))
        }
        return values
    }

    func contents(_ name: String) throws(FlowError) -> [FlowContent] {
        try self.list(name) { form throws(FlowError) in try FlowContent(form) }
    }

    func blocks(_ name: String) throws(FlowError) -> [[FlowContent]] {
        var blocks: [[FlowContent]] = []
        for (index, block) in try self.elements(name).enumerated() {
            guard let elements = block.arrayValue else {
                throw self.refuse("an array is needed", in: "\(name)[\(index)]")
            }
            blocks.append(
                try self.list(elements, "\(name)[\(index)]") { form throws(FlowError) in try FlowContent(form) }
            )
        }
        return blocks
    }

    func params() throws(FlowError) -> [FlowParam] {
        try self.list("params") { form throws(FlowError) in
            try form.allow(["name", "value"])
            return FlowParam(try form.need("name"), try form.rule("value"))
        }
    }
}

extension JSONObject {
    /// Adds a list unless it is empty.
    mutating func put(_ name: String, _ list: [JSON]) {
        if !list.isEmpty { self[name] = .array(list) }
    }

    mutating func put(_ name: String, _ list: [String]) {
        self.put(name, list.map(JSON.string))
    }
}
