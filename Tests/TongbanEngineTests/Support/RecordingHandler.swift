// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

/// Applies effects by submitting a task of kind `effect` for each, and notes timers; refuses what it is told to.
final class RecordingHandler: TimerHandler, EffectHandler {
    /// Timers and effects that are refused, by id or text.
    var refused: Set<String> = []
    private(set) var fired: [String] = []

    private static let refusal = Refusal(code: "NO", zh: "不行。", en: "no")

    func fire(_ timer: TimerRecord, in engine: Engine) throws(EngineError) {
        try engine.record("timer.fired", bureau: nil, caseNumber: nil) { $0.write(timer.id) }
        guard !self.refused.contains(timer.id) else { throw .refused(Self.refusal) }
        self.fired.append(timer.id)
    }

    func apply(_ effects: [RawJSON], of task: TaskRecord, in engine: Engine) throws(EngineError) {
        for effect in effects {
            _ = try engine.submit([NewTask(queue: task.queue, kind: "effect", payload: effect)])
            guard !self.refused.contains(effect.text) else { throw .refused(Self.refusal) }
        }
    }
}
