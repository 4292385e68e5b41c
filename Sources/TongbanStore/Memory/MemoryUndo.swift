// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// What was there before a write; putting it back undoes the write.
enum MemoryUndo: Sendable {
    case task(TaskID, TaskRecord?)
    case humanTask(TaskID, HumanTaskRecord?)
    case highestTask(Int64)
    case queue(UTF8Key, QueueRecord?)
    case count(MemoryTables.CountKey, Int?)
    /// The last entry is taken away.
    case entry
    case caseRecord(UTF8Key, CaseRecord?)
    case counter(UTF8Key, Int64?)
    case timer(UTF8Key, TimerRecord?)
    case record(MemoryTables.RecordKey, RegisterRecord?)
    case object(MemoryTables.ObjectKey, ObjectRecord?)
    case declaration(MemoryTables.DeclarationKey, DeclarationRecord?)
    case person(UTF8Key, PersonRecord?)
    case setting(UTF8Key, Setting?)
}
