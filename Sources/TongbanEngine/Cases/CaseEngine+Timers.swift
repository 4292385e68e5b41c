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
        if AbsenceTimer(timer.id) != nil {
            return try self.call { () throws(EngineError) in try self.fireAbsence(timer) }
        }
        guard let json = try? timer.body.parsed(), let action = TimerAction(json: json), let number = timer.caseNumber
        else {
            throw .unavailable(StoreError(.corrupt, "timer \(timer.id) cannot be read"))
        }
        try self.call { () throws(EngineError) in
            switch action {
            case .deadline(let id, let rung):
                try self.climb(rung, of: id, in: number, due: timer.due)
            case .event(let name, let data):
                if try self.hold(name, data: data, due: timer.due, in: number) { return }
                try self.raise(name, data: data, in: number, from: "timer")
            }
        }
    }
}
