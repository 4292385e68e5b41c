// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

/// Why the engine did not do what it was asked. Nothing of the call was done.
public enum EngineError: Error, Sendable, Hashable {
    case noSuchTask(String)
    case noSuchQueue(String)
    /// The key belongs to another task with other content.
    case keyConflict(key: String, id: TaskID)
    case leaseLost(String)
    /// Too much at once; come again after so many milliseconds.
    case busy(milliseconds: Int)
    /// A field is longer, or a list has more elements, than the limit allows.
    case tooLarge(field: String, limit: Int)
    /// A parameter makes no sense.
    case invalid(field: String, Bilingual)
    /// A rule forbids it.
    case refused(Refusal)
    case noSuchCase(String)
    case conflict(number: String, revision: Int)
    case invalidForm([FormFault])
    case noSuchItem(bureau: String, item: String)
    case noSuchRegister(bureau: String, register: String)
    case noSuchRecord(String)
    case noSuchPerson(String)
    /// The store does not take writes at the moment.
    case unavailable(StoreError)
}
