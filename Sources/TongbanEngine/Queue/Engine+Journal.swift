// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

extension Engine {
    /// Tells of tasks: one entry for each that belongs to a case, one for all others of a queue.
    ///
    /// - Parameter details: writes further members; of an entry for several tasks, for the first of them.
    func tell(
        _ kind: String,
        _ tasks: [TaskRecord],
        _ details: (inout JSONWriter, TaskRecord) -> Void = { _, _ in }
    ) throws(EngineError) {
        var index = 0
        while index < tasks.count {
            let task = tasks[index]
            var ids = [task.id]
            index += 1
            if task.caseNumber == nil {
                while index < tasks.count, tasks[index].caseNumber == nil, tasks[index].queue == task.queue,
                    tasks[index].kind == task.kind
                {
                    ids.append(tasks[index].id)
                    index += 1
                }
            }
            try self.record(kind, bureau: Self.bureau(of: task.queue), caseNumber: task.caseNumber) { writer in
                writer.beginObject()
                writer.member("queue", task.queue)
                writer.name("ids")
                writer.beginArray()
                for id in ids { writer.write(id.description) }
                writer.endArray()
                details(&writer, task)
                writer.endObject()
            }
        }
    }

    /// A queue belongs to the bureau its name begins with.
    static func bureau(of queue: String) -> String {
        String(queue.prefix { $0 != "." })
    }
}
