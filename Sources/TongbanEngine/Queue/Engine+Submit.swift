// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Crypto
import TongbanModel
import TongbanStore

extension Engine {
    /// Accepts tasks, all or none; in ``perform(at:by:_:)``.
    ///
    /// - Returns: their ids in order; of a key that is known with the same content, the id it has.
    public func submit(_ tasks: [NewTask]) throws(EngineError) -> [TaskID] {
        for task in tasks { try self.refusePeople(task.queue) }
        return try self.accept(tasks)
    }

    func accept(_ tasks: [NewTask]) throws(EngineError) -> [TaskID] {
        guard !tasks.isEmpty else { return [] }
        guard tasks.count <= self.limits.callSize else {
            throw .tooLarge(field: "tasks", limit: self.limits.callSize)
        }
        var ids: [TaskID] = []
        var accepted: [TaskRecord] = []
        var keys: [String: TaskRecord] = [:]
        var newInQueue: [String: Int] = [:]
        var newKinds: [String: Set<String>] = [:]
        for new in tasks {
            let queue = try self.check(new)
            var hash: [UInt8]?
            if let key = new.key {
                let content = Self.contentHash(of: new)
                hash = content
                let known: TaskRecord?
                if let earlier = keys["\(new.queue)\u{0}\(key)"] {
                    known = earlier
                } else {
                    known = try self.guarded { () throws(StoreError) in
                        try self.store.task(queue: new.queue, key: key)
                    }
                }
                if known == nil, let gone = try self.forgotten(queue: new.queue, key: key) {
                    guard gone.contentHash == content else { throw .keyConflict(key: key, id: gone.id) }
                    ids.append(gone.id)
                    continue
                }
                if let known {
                    guard known.contentHash == content else { throw .keyConflict(key: key, id: known.id) }
                    ids.append(known.id)
                    continue
                }
            }
            newInQueue[new.queue, default: 0] += 1
            if queue.counts[new.kind] == nil { newKinds[new.queue, default: []].insert(new.kind) }
            try self.checkRoom(in: queue, new: newInQueue[new.queue] ?? 0, newKinds: newKinds[new.queue]?.count ?? 0)
            let policy = queue.record.policy(for: new.kind)
            var task = TaskRecord(
                id: self.memory.newTaskID(),
                queue: new.queue,
                kind: new.kind,
                state: .ready,
                priority: new.priority,
                maxAttempts: new.maxAttempts ?? policy.maxAttempts,
                created: self.now,
                notBefore: new.notBefore,
                deadline: new.deadline,
                caseNumber: new.caseNumber,
                key: new.key,
                contentHash: hash,
                payload: new.payload
            )
            self.rest(&task)
            ids.append(task.id)
            accepted.append(task)
            if let key = new.key { keys["\(new.queue)\u{0}\(key)"] = task }
        }
        for task in accepted {
            try self.write(.insertTask(task))
            self.memory.moved(task, from: nil)
            if task.state == .ready { self.becameReady(task.queue) }
        }
        try self.tell("task.submitted", accepted) { writer, task in
            writer.member("kind", task.kind)
            if let notBefore = task.notBefore { writer.member("notBefore", notBefore.description) }
        }
        return ids
    }

    private func check(_ new: NewTask) throws(EngineError) -> QueueMemory.Queue {
        guard new.queue.utf8.count <= self.limits.name else { throw .tooLarge(field: "queue", limit: self.limits.name) }
        guard new.kind.utf8.count <= self.limits.name else { throw .tooLarge(field: "kind", limit: self.limits.name) }
        guard !new.kind.isEmpty else {
            throw .invalid(field: "kind", Bilingual("任务种类不能为空", "the kind must not be empty"))
        }
        guard let queue = self.memory.queues[new.queue] else { throw .noSuchQueue(new.queue) }
        if let key = new.key {
            guard key.utf8.count <= self.limits.key else { throw .tooLarge(field: "key", limit: self.limits.key) }
            guard !key.isEmpty else {
                throw .invalid(field: "key", Bilingual("键不能为空", "the key must not be empty"))
            }
        }
        if let payload = new.payload {
            guard payload.bytes.count <= self.limits.payload else {
                throw .tooLarge(field: "payload", limit: self.limits.payload)
            }
            guard payload.bytes.first == UInt8(ascii: "{") else {
                throw .invalid(field: "payload", Bilingual("内容须为 JSON 对象", "the payload must be a JSON object"))
            }
        }
        guard Int(Int32.min)...Int(Int32.max) ~= new.priority else {
            throw .invalid(
                field: "priority",
                Bilingual("优先级须为 32 位整数", "the priority must be an integer of 32 bits")
            )
        }
        if let attempts = new.maxAttempts, !(1...1_000).contains(attempts) {
            throw .invalid(field: "maxAttempts", Bilingual("次数须为 1 至 1000", "attempts must be 1 to 1000"))
        }
        return queue
    }

    /// Whether a queue takes so many new tasks, of so many kinds it has not had.
    private func checkRoom(in queue: QueueMemory.Queue, new: Int, newKinds: Int) throws(EngineError) {
        if queue.record.draining {
            let name = queue.record.name
            throw .refused(
                Refusal(
                    code: "DRAINING",
                    zh: "队列 \(name) 正在排空,不再接收新任务。",
                    en: "queue \(name) is draining and accepts nothing new"
                )
            )
        }
        guard newKinds == 0 || queue.counts.count + newKinds <= self.limits.kindsPerQueue else {
            throw .tooLarge(field: "kinds", limit: self.limits.kindsPerQueue)
        }
        guard queue.unfinished + new <= self.limits.unfinishedPerQueue else { throw .busy(milliseconds: 5_000) }
    }

    /// What must agree for a repeated key to mean the same task; the order of a payload's members does not matter.
    static func contentHash(of new: NewTask) -> [UInt8] {
        var hasher = SHA256()
        let payload = new.payload.flatMap { try? $0.parsed() }?.canonical ?? ""
        for part in [
            new.kind, payload, String(new.priority), new.notBefore.map { String($0.milliseconds) } ?? "",
            new.deadline.map { String($0.milliseconds) } ?? "", new.caseNumber ?? "",
            new.maxAttempts.map { String($0) } ?? "",
        ] {
            hasher.update(data: Array("\(part.utf8.count):".utf8))
            hasher.update(data: Array(part.utf8))
        }
        return Array(hasher.finalize())
    }
}
