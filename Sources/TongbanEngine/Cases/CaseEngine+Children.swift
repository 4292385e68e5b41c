// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Cases that a case opened: counted where its conditions can ask, and ended with it when it says so.
extension CaseEngine {
    /// The value of a case with the counts of its children by item: `total`, `open`, `closed` and `outcomes`.
    static let children = "children"
    /// The event a case gets before it is ended from outside; a flow that handles it ends in its own way.
    static let cancelled = "cancelled"
    /// The outcome of a case that was ended from outside.
    static let cancelledState = "CANCELLED"

    /// Opens a child. Items that open each other without end are stopped, and nothing of the call is done.
    func openChild(_ new: NewCase) throws(EngineError) -> String {
        let limit = self.engine.limits.childDepth
        guard self.openingDepth < limit else {
            throw .refused(
                Refusal(
                    code: "FLOW_LOOP",
                    zh: "办件层层开出子办件(超过 \(limit) 层),已撤销本次操作。",
                    en: "cases keep opening others (over \(limit) levels at once); nothing was changed"
                )
            )
        }
        self.openingDepth += 1
        defer { self.openingDepth -= 1 }
        return try self.open(new, by: .system)
    }

    /// Counts a child that was opened.
    func countOpened(_ item: String, in inHand: inout CaseInHand) {
        self.count(item, in: &inHand) { counts in
            counts["total"] = .integer((counts["total"]?.integerValue ?? 0) + 1)
            counts["open"] = .integer((counts["open"]?.integerValue ?? 0) + 1)
        }
    }

    /// Counts a child that has closed, or was taken up again, when that is what the event tells.
    func countMoved(_ event: String, data: JSON, in inHand: inout CaseInHand, from origin: String) {
        guard event.hasPrefix("child."), data["case"]?.stringValue == origin,
            inHand.body.links.contains(where: { $0.kind == .child && $0.number == origin })
        else { return }
        let change: Int64
        if event.hasSuffix(".closed") {
            change = 1
        } else if event.hasSuffix(".reopened") {
            change = -1
        } else {
            return
        }
        let item = event.dropFirst("child.".count).prefix { $0 != "." }
        self.count(String(item), in: &inHand) { counts in
            counts["open"] = .integer(max(0, (counts["open"]?.integerValue ?? 0) - change))
            Self.countClosed(change, as: data["outcome"]?.stringValue ?? "", in: &counts)
        }
    }

    /// Counts the children anew: while a case is closed, nobody tells it of them.
    func recountChildren(of inHand: inout CaseInHand) throws(EngineError) {
        inHand.state.data[Self.children] = nil
        for link in inHand.body.links where link.kind == .child {
            guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(link.number) })
            else { continue }
            self.countOpened(record.item, in: &inHand)
            if record.isOpen { continue }
            let outcome = self.outcome(of: try self.inHand(record)) ?? ""
            self.count(record.item, in: &inHand) { counts in
                counts["open"] = .integer(max(0, (counts["open"]?.integerValue ?? 0) - 1))
                Self.countClosed(1, as: outcome, in: &counts)
            }
        }
    }

    /// As what a closed case ended.
    func outcome(of inHand: CaseInHand) -> String? {
        inHand.body.endedAs ?? inHand.item.interpreter.finalState(of: inHand.state)
    }

    private static func countClosed(_ change: Int64, as outcome: String, in counts: inout JSONObject) {
        counts["closed"] = .integer(max(0, (counts["closed"]?.integerValue ?? 0) + change))
        var outcomes = counts["outcomes"]?.objectValue ?? [:]
        outcomes[outcome] = .integer(max(0, (outcomes[outcome]?.integerValue ?? 0) + change))
        counts["outcomes"] = .object(outcomes)
    }

    private func count(_ item: String, in inHand: inout CaseInHand, _ change: (inout JSONObject) -> Void) {
        var all = inHand.state.data[Self.children]?.objectValue ?? [:]
        var counts = all[item]?.objectValue ?? ["total": 0, "open": 0, "closed": 0, "outcomes": [:]]
        change(&counts)
        all[item] = .object(counts)
        inHand.state.data[Self.children] = .object(all)
    }

    /// Ends the open children of an item; without one, since the case itself ends, all but detached ones.
    func withdrawChildren(_ item: String?, of inHand: CaseInHand) throws(EngineError) {
        for link in inHand.body.links where link.kind == .child {
            guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(link.number) }),
                record.isOpen, item == nil || record.item == item
            else { continue }
            if item == nil, try self.inHand(record).item.declaration.detached == true { continue }
            self.deferred.append(
                Deferred(
                    event: Self.cancelled,
                    data: [:],
                    number: link.number,
                    origin: inHand.record.number,
                    endsCase: true
                )
            )
        }
    }

    /// Ends a case from outside where it stands, unless it has a way of its own: then it goes that way, which may take
    /// time.
    func cancel(_ number: String, from origin: String) throws(EngineError) {
        if try self.raise(Self.cancelled, data: [:], in: number, from: origin) { return }
        var inHand = try self.load(number)
        guard inHand.record.isOpen else { return }
        inHand.state.isRunning = false
        inHand.body.endedAs = Self.cancelledState
        try self.finish(&inHand, as: Self.cancelledState)
        try self.keep(&inHand)
        try self.engine.cancelTasks(of: number, reason: "ended by \(origin)")
    }

    // MARK: Events nobody waits for yet

    /// How many events a case keeps.
    static let keptLimit = 100

    /// Keeps an event until a state that waits for it is entered.
    func keepEvent(_ event: String, data: JSON, in inHand: inout CaseInHand) throws(EngineError) {
        guard inHand.body.kept.count < Self.keptLimit else {
            throw .refused(
                Refusal(
                    code: "LIMIT",
                    zh: "办件 \(inHand.record.number) 已有 \(Self.keptLimit) 个事件等待处理。",
                    en: "case \(inHand.record.number) keeps \(Self.keptLimit) events already"
                )
            )
        }
        inHand.body.kept.append(.init(name: event, data: data, due: self.engine.now))
    }

    /// Gives a case the events it kept and now waits for, each once, in the order they came.
    func deliverKept(in inHand: inout CaseInHand) throws(EngineError) {
        var index = 0
        while inHand.state.isRunning, index < inHand.body.kept.count {
            let event = inHand.body.kept[index]
            let step = try self.step(inHand, FlowEvent(name: event.name, data: event.data))
            guard step.didHandle else {
                index += 1
                continue
            }
            inHand.body.kept.remove(at: index)
            try self.tell("case.event", of: inHand, ["event": .string(event.name), "origin": "kept"])
            inHand.state = step.state
            // Settling gives what is left.
            return try self.settle(&inHand, after: step)
        }
    }
}
