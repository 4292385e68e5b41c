// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Where a flow stands: everything about a run that outlives a step.
public struct FlowState: Sendable, Hashable {
    public var data: JSONObject
    public var isRunning: Bool

    /// The active atomic states, in document order; after the end, the final state reached.
    var atomic: [String]

    /// What was active, by history state.
    var history: [String: [String]]

    /// Invocations under way, each with its state.
    var invocations: [Invocation]
    var sessionID: String

    /// How many identifiers of sends and invocations were made.
    var identifiers: Int64

    struct Invocation: Sendable, Hashable {
        var id: String
        var state: String
        /// Which of the state's invokes it is.
        var index: Int
    }

    init(data: JSONObject, sessionID: String) {
        self.data = data
        self.isRunning = true
        self.atomic = []
        self.history = [:]
        self.invocations = []
        self.sessionID = sessionID
        self.identifiers = 0
    }
}

extension FlowState {
    public var json: JSON {
        var object: JSONObject = [
            "active": .array(self.atomic.map(JSON.string)), "data": .object(self.data),
            "running": .bool(self.isRunning), "session": .string(self.sessionID),
        ]
        if !self.history.isEmpty {
            var history = JSONObject()
            for (state, states) in self.history.sorted(by: { $0.key < $1.key }) {
                history[state] = .array(states.map(JSON.string))
            }
            object["history"] = .object(history)
        }
        if !self.invocations.isEmpty {
            object["invocations"] = .array(
                self.invocations.map { [.string($0.id), .string($0.state), .integer(Int64($0.index))] }
            )
        }
        if self.identifiers > 0 { object["identifiers"] = .integer(self.identifiers) }
        return .object(object)
    }

    /// Reads what ``json`` wrote.
    public init(json: JSON) throws(FlowError) {
        func member<Value>(_ name: String, _ value: Value?) throws(FlowError) -> Value {
            guard let value else { throw .badForm(path: name, reason: "missing, or of the wrong kind") }
            return value
        }
        func names(_ path: String, _ json: JSON?) throws(FlowError) -> [String] {
            let elements = try member(path, json?.arrayValue)
            let names = elements.compactMap(\.stringValue)
            guard names.count == elements.count else { throw .badForm(path: path, reason: "not all are texts") }
            return names
        }
        self.data = try member("data", json["data"]?.objectValue)
        self.isRunning = try member("running", json["running"]?.boolValue)
        self.atomic = try names("active", json["active"])
        self.sessionID = try member("session", json["session"]?.stringValue)
        self.identifiers = json["identifiers"]?.integerValue ?? 0
        self.history = [:]
        for entry in json["history"]?.objectValue ?? [:] {
            self.history[entry.name] = try names("history.\(entry.name)", entry.value)
        }
        self.invocations = []
        for entry in json["invocations"]?.arrayValue ?? [] {
            self.invocations.append(
                Invocation(
                    id: try member("invocations", entry[0]?.stringValue),
                    state: try member("invocations", entry[1]?.stringValue),
                    index: Int(truncatingIfNeeded: try member("invocations", entry[2]?.integerValue))
                )
            )
        }
    }
}
