// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// Does what a timer was set for, inside the transaction that removes it.
public protocol TimerHandler: AnyObject {
    func fire(_ timer: TimerRecord, in engine: Engine) throws(EngineError)
}

/// Applies what a finished task asks for, inside the transaction that completes it.
public protocol EffectHandler: AnyObject {
    func apply(_ effects: [RawJSON], of task: TaskRecord, in engine: Engine) throws(EngineError)
}

/// Work of the engine's own that is done beside what comes due, a bounded part at a time, each in a call of its own.
public protocol Housekeeper: AnyObject {
    /// When the next part is to be done; `nil` when there is none.
    var nextHousekeeping: Instant? { get }
    /// Does a part.
    func keepHouse(in engine: Engine) throws(EngineError)
}
