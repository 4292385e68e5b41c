// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

/// One write. The engine has checked it; a store that finds it impossible (a number used twice) has met a fault.
public enum Change: Sendable {
    case insertTask(TaskRecord)
    /// Replaces everything of the task that can change; id, queue, kind, key, payload and creation never do.
    case updateTask(TaskRecord)
    case putQueue(QueueRecord)
    case putCounts([TaskCount])
    case appendEntry(JournalEntry)
    /// Inserts or replaces a case.
    case putCase(CaseRecord)
    /// Sets a sequence to the number drawn last.
    case putCounter(name: String, value: Int64)
    case putTimer(TimerRecord)
    case removeTimer(id: String)
    case putRecord(RegisterRecord)
    case removeRecord(bureau: String, register: String, key: String)
    case putDeclaration(DeclarationRecord)
    case putPerson(PersonRecord)
    case removePerson(id: String)
    case putSetting(Setting)
    case removeSetting(key: String)
}
