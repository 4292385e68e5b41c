// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What a timer of a case does when it fires.
enum TimerAction: Sendable, Hashable {
    case deadline(id: String, rung: DeadlineRun.Rung)
    case event(name: String, data: JSON)

    var json: JSON {
        switch self {
        case .deadline(let id, let rung): ["deadline": .string(id), "rung": .string(rung.rawValue)]
        case .event(let name, let data): ["event": .string(name), "data": data]
        }
    }

    init?(json: JSON) {
        if let id = json["deadline"]?.stringValue,
            let rung = json["rung"]?.stringValue.flatMap(DeadlineRun.Rung.init(rawValue:))
        {
            self = .deadline(id: id, rung: rung)
        } else if let name = json["event"]?.stringValue {
            self = .event(name: name, data: json["data"] ?? .null)
        } else {
            return nil
        }
    }
}

extension CaseEngine: TimerHandler {
    /// Does what a timer was set for. The engine has removed it in the same transaction, so it happens once.
    public func fire(_ timer: TimerRecord, in engine: Engine) throws(EngineError) {
        try self.call { () throws(EngineError) in try self.fire(timer) }
    }

    private func fire(_ timer: TimerRecord) throws(EngineError) {
        if AbsenceTimer(timer.id) != nil { return try self.fireAbsence(timer) }
        if let colon = timer.id.firstIndex(of: ":"), try self.firePart(timer.id[..<colon], timer) { return }
        guard let json = try? timer.body.parsed(), let action = TimerAction(json: json), let number = timer.caseNumber
        else {
            throw .unavailable(StoreError(.corrupt, "timer \(timer.id) cannot be read"))
        }
        switch action {
        case .deadline(let id, let rung):
            try self.climb(rung, of: id, in: number)
        case .event(let name, let data):
            if try self.hold(name, data: data, due: timer.due, in: number) { return }
            var inHand = try self.load(number)
            _ = try self.raise(name, data: data, in: &inHand, from: "timer")
            try self.keep(&inHand)
        }
    }

    /// Gives a timer whose id begins with the name of a part, and a colon, to that part.
    ///
    /// - Returns: whether there is such a part.
    private func firePart(_ part: Substring, _ timer: TimerRecord) throws(EngineError) -> Bool {
        switch part {
        case "register": return try self.registers.fire(timer)
        case "handoff": return try self.handoffs.fire(timer)
        case "schedule": return try self.schedules.fire(timer)
        case "money": return try self.money.fire(timer)
        case "message": return try self.messages.fire(timer)
        case "rota": return try self.rotas.fire(timer)
        case "public": return try self.publicNotices.fire(timer)
        case "rules":
            try self.fireRules(timer)
            return true
        default: return false
        }
    }

    /// Does what came due for a case before now and was not done yet, because the daemon was down or is behind: what is
    /// done after a moment must not look as if it had been done before.
    ///
    /// - Returns: whether there was anything.
    @discardableResult
    func catchUp(_ number: String) throws(EngineError) -> Bool {
        // What is done may set further timers that are due; a flow that never stops is stopped by the limit of steps.
        var isBehind = false
        while let timer = try self.store({ store throws(StoreError) in try store.timers(caseNumber: number) }).first,
            timer.due <= self.engine.now
        {
            isBehind = true
            self.stepsTaken += 1
            guard self.stepsTaken <= self.stepLimit else { break }
            try self.engine.write(.removeTimer(id: timer.id))
            try self.fire(timer)
        }
        return isBehind
    }
}
