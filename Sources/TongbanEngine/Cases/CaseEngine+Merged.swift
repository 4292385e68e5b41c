// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What happens to merged cases as their main case goes on, and what they would have been told meanwhile.
extension CaseEngine {
    /// Keeps what the flow of a merged case is told until the case is taken out again.
    ///
    /// - Returns: whether the case is merged, so that its flow stands still.
    func holds(
        _ event: String,
        data: JSON,
        in inHand: inout CaseInHand,
        from origin: String
    ) throws(EngineError) -> Bool {
        guard var merge = inHand.body.merge else { return false }
        try self.requireRoom(
            merge.held.count,
            limit: self.engine.limits.heldEvents,
            of: Bilingual("办件 \(inHand.record.number) 等待处理的事件", "events held for case \(inHand.record.number)")
        )
        merge.held.append(CaseMerge.HeldEvent(event: event, data: data, origin: origin))
        inHand.body.merge = merge
        try self.tell(
            "case.held",
            of: inHand,
            ["event": .string(event), "origin": .string(origin), "main": .string(merge.main)]
        )
        return true
    }

    /// Tells the applicants of merged cases that the main case was acted on.
    func tellMerged(of main: CaseInHand, _ action: ActionDeclaration) throws(EngineError) {
        guard main.record.isOpen else { return }
        for link in main.body.links where link.kind == .merges {
            try self.inform(
                "merge.progress",
                Bilingual(
                    "您的办件 \(link.number)(与 \(main.record.number) 一并办理)有新进展:\(action.name.zh)。",
                    "Your case \(link.number), handled together with \(main.record.number), has moved on: \(action.name.en)."
                ),
                of: try self.load(link.number)
            )
        }
    }

    /// The main case has closed: so does every case merged into it, each with an answer of its own.
    func closeMerged(with main: CaseInHand, outcome: String?) throws(EngineError) {
        let merged = main.body.links.filter { $0.kind == .merges }
        guard !merged.isEmpty else { return }
        let outcome = outcome ?? main.flowState
        let name = main.item.declaration.stateName(outcome)
        let declaration = main.item.declaration.merging
        let general = declaration?.answerField.flatMap { main.state.data[$0]?.stringValue } ?? ""
        for link in merged {
            var other = try self.load(link.number)
            guard other.record.isOpen, var merge = other.body.merge else { continue }
            let own = merge.answer
            let template = declaration?.answer ?? MergeDeclaration(by: []).answer
            let given = Bilingual(
                own ?? Self.filled(template.zh, link.number, main.record.number, name.zh, general),
                own ?? Self.filled(template.en, link.number, main.record.number, name.en, general)
            )
            merge.outcome = outcome
            merge.given = given
            merge.held = []
            other.body.merge = merge
            try self.close(&other, outcome: CaseInHand.merged, mainOutcome: outcome)
            try self.keep(&other)
            try self.engine.unblock(caseNumber: link.number)
            try self.inform("merge.answer", given, of: other)
        }
    }

    private func close(_ inHand: inout CaseInHand, outcome: String, mainOutcome: String) throws(EngineError) {
        try self.endDeadlines(in: &inHand)
        let number = inHand.record.number
        for timer in try self.store({ store throws(StoreError) in try store.timers(caseNumber: number) }) {
            try self.engine.write(.removeTimer(id: timer.id))
        }
        inHand.record.isOpen = false
        inHand.record.closed = self.engine.now
        try self.tell(
            "case.closed",
            of: inHand,
            [
                "outcome": .string(outcome), "main": inHand.body.merge.map { .string($0.main) },
                "mainOutcome": .string(mainOutcome),
            ]
        )
        if let parent = inHand.record.parent {
            self.deferred.append(
                Deferred(
                    event: "child.\(inHand.record.item).closed",
                    data: ["case": .string(number), "outcome": .string(outcome)],
                    number: parent,
                    origin: number
                )
            )
        }
    }

    /// A template with its places filled in.
    static func filled(
        _ template: String,
        _ number: String,
        _ main: String,
        _ outcome: String,
        _ answer: String
    ) -> String {
        let places = ["number": number, "main": main, "outcome": outcome, "answer": answer]
        var text = ""
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"),
                let value = places[String(rest[rest.index(after: open)..<close])]
            else {
                text.append("{")
                rest = rest.dropFirst()
                continue
            }
            text += value
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

extension CaseEngine {
    /// Raises an event in a case as one call, with what it sets off in other cases.
    public func raiseEvent(_ event: String, data: JSON = [:], in number: String) throws(EngineError) {
        try self.call { () throws(EngineError) in
            _ = try self.raise(event, data: data, in: number, from: "system")
        }
    }
}
