// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

/// One write. The engine has checked it; a store that finds it impossible (a number used twice) has met a fault.
public enum Change: Sendable {
    case insertTask(TaskRecord)
    /// Replaces everything of the task that can change; id, queue, kind, key, payload and its hash, case and creation
    /// never do, whatever the record says.
    case updateTask(TaskRecord)
    /// Forgets a task whose time of keeping is over, and what is kept of it for people. Its number is not given again.
    case removeTask(TaskID)
    /// Inserts or replaces what is kept of a task for people.
    case putHumanTask(HumanTaskRecord)
    case putQueue(QueueRecord)
    /// Sets the counts that are named; one of 0 is forgotten.
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
    /// Inserts or replaces an object, with all its keys.
    case putObject(ObjectRecord)
    case removeObject(kind: String, id: String)
    case putDeclaration(DeclarationRecord)
    case putPerson(PersonRecord)
    case removePerson(id: String)
    case putSetting(Setting)
    case removeSetting(key: String)
}
