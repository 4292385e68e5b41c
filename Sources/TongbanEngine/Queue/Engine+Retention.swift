// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    /// Changes for how long done and cancelled tasks are kept, in milliseconds.
    public func keepFinished(milliseconds: Int64) {
        guard milliseconds != self.limits.keepsFinished else { return }
        self.limits.keepsFinished = milliseconds
        if self.memory.hasFinished { self.retention.beginsAnew(at: self.now) }
    }

    /// Looks at the next tasks and forgets those that were done or cancelled long enough ago. Dead letters stay; the
    /// journal keeps what happened to all. The key of a forgotten task stays taken: submitting under it again gives its
    /// id, and other content is a conflict.
    func sweepFinished() throws(EngineError) {
        let keeping = self.limits.keepsFinished
        let cursor = self.retention.cursor
        let limit = self.limits.tickSize
        let page = try self.guarded { () throws(StoreError) in
            try self.store.finishedTasks(after: cursor, limit: limit)
        }
        let old = page.tasks.filter { $0.finished.adding(milliseconds: keeping) <= self.now }
        let kept = page.tasks.filter { $0.finished.adding(milliseconds: keeping) > self.now }.map(\.finished).min()
        if !old.isEmpty {
            try self.perform(at: self.now, by: .system) { () throws(EngineError) in
                for task in old { try self.forget(task) }
                try self.record("task.forgotten", bureau: nil, caseNumber: nil) { writer in
                    writer.beginObject()
                    writer.member("count", old.count)
                    writer.name("ids")
                    writer.beginArray()
                    for task in old { writer.write(task.id.description) }
                    writer.endArray()
                    writer.endObject()
                }
            }
        }
        self.retention.looked(upTo: page.lookedAt, kept: kept, at: self.now, keeping: keeping)
    }

    private func forget(_ task: FinishedTask) throws(EngineError) {
        try self.write(.removeTask(task.id))
        self.memory.removed(task)
        guard let key = task.key else { return }
        let hash = (task.contentHash ?? []).map { JSON.integer(Int64($0)) }
        try self.write(
            .putSetting(
                Setting(
                    key: Self.forgottenKey(task.queue, key),
                    value: RawJSON(["id": .string(task.id.description), "hash": .array(hash)])
                )
            )
        )
    }

    /// The id and content of the forgotten task that had a key.
    func forgotten(queue: String, key: String) throws(EngineError) -> (id: TaskID, contentHash: [UInt8])? {
        let name = Self.forgottenKey(queue, key)
        let found = try self.guarded { () throws(StoreError) in try self.store.settings(prefix: name) }
        guard let value = try? found.first(where: { $0.key == name })?.value.parsed(),
            let id = value["id"]?.stringValue.flatMap({ TaskID($0) })
        else { return nil }
        return (id, (value["hash"]?.arrayValue ?? []).compactMap { $0.integerValue.flatMap { UInt8(exactly: $0) } })
    }

    /// With the lengths, so that different names never give the same.
    private static func forgottenKey(_ queue: String, _ key: String) -> String {
        "task-key/\(queue.utf8.count):\(queue)/\(key.utf8.count):\(key)"
    }
}
