// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One change that a handler asks for. A handler never writes: the daemon applies what it returns, together with the
/// completion of its task, once or not at all.
public enum Effect: Sendable, Hashable {
    /// Puts a record into a register of the bureau; into a dated one as it is valid from a civil day, today unless given.
    case put(register: String, key: String, record: JSONObject, from: CivilDay? = nil)
    /// Removes a record from a register of the bureau; from a dated one as of today, with its past kept.
    case remove(register: String, key: String)
    /// Ends a record of a dated register: the first day on which it is not valid.
    case end(register: String, key: String, on: CivilDay)
    /// Raises an event in a case; without a number, in the task's own case.
    case raise(event: String, case: String? = nil, data: JSON = .null)
    /// Sets values of a case; without a number, of the task's own case.
    case set(JSONObject, case: String? = nil)
    /// Opens a case of an item of the bureau. The task's own case becomes its parent. With the number of a hand-off the
    /// bureau received, that is worked on in the new case.
    case open(item: String, data: JSONObject, handoff: String? = nil)
    /// Submits a task for a handler of the bureau; it belongs to the task's own case.
    case submit(kind: String, payload: JSONObject = [:], key: String? = nil, notBefore: Instant? = nil)
    /// Tells somebody something: a role of the bureau, a person's id, or `subject` for whom the case is about.
    ///
    /// What is a matter of life is not held back by quiet hours.
    case notify(to: String, text: Bilingual, topic: String, urgency: HandoffUrgency = .normal)
    /// Puts a mark beside the state of the task's own case, such as `DISPUTED`, or takes it off.
    case mark(String, on: Bool = true)
    /// Ends the open cases of an item that the task's own case opened.
    case withdraw(item: String)
    /// Asks for locks of the bureau for the task's own case; it gets the event `locks.granted` when it has them all.
    case acquire([String])
    /// Gives locks of the task's own case back; all when none are named.
    case release([String])
    /// Decides by a table or score card of the bureau for the task's own case, which keeps the result and its reasons;
    /// without inputs by the case's values. `into` is the value of the case that takes the result.
    case decide(table: String, into: String? = nil, inputs: JSONObject? = nil)
    /// Hands the task's own case, or a matter of it, on to another body as the bureau declares it.
    case handOff(String, request: String, urgency: HandoffUrgency? = nil)
    /// Pays so many fen out of a fund of the bureau for the task's own case, as far as there is money; whom the case is
    /// about unless a payee is given.
    case pay(fund: String, amount: Int64, payee: String? = nil)
    /// So many fen of what was paid for the task's own case came back; each fund gets its share.
    case recover(amount: Int64)
    /// Makes public, for the task's own case, what the bureau declares under an id.
    case publish(String)
    /// Says something of somebody in the shared index, or takes it back.
    case tag(String, subject: String, on: Bool = true)
}
