// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

/// Does what a timer was set for, inside the transaction that removes it.
public protocol TimerHandler: AnyObject {
    func fire(_ timer: TimerRecord, in engine: Engine) throws(EngineError)
}

/// Applies what a finished task asks for, inside the transaction that completes it.
public protocol EffectHandler: AnyObject {
    func apply(_ effects: [RawJSON], of task: TaskRecord, in engine: Engine) throws(EngineError)
}
