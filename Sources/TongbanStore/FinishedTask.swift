// SPDX-License-Identifier: Apache-2.0

public import Civic
public import TongbanModel

/// Of a task that is done or cancelled, what is needed to forget it.
public struct FinishedTask: Sendable, Hashable {
    public var id: TaskID
    public var queue: String
    public var kind: String
    public var state: TaskState
    public var finished: Instant
    public var key: String?
    public var contentHash: [UInt8]?

    public init(
        id: TaskID,
        queue: String,
        kind: String,
        state: TaskState,
        finished: Instant,
        key: String? = nil,
        contentHash: [UInt8]? = nil
    ) {
        self.id = id
        self.queue = queue
        self.kind = kind
        self.state = state
        self.finished = finished
        self.key = key
        self.contentHash = contentHash
    }
}

/// Some of the finished tasks, and how far was looked.
public struct FinishedPage: Sendable, Hashable {
    public var tasks: [FinishedTask]
    /// The last task looked at; `nil` when there was none left.
    public var lookedAt: TaskID?

    public init(tasks: [FinishedTask], lookedAt: TaskID?) {
        self.tasks = tasks
        self.lookedAt = lookedAt
    }
}

extension FinishedTask {
    /// `nil` for a task that is not done or cancelled.
    init?(_ task: TaskRecord) {
        guard task.state == .done || task.state == .cancelled else { return nil }
        self.init(
            id: task.id,
            queue: task.queue,
            kind: task.kind,
            state: task.state,
            finished: task.finished ?? task.created,
            key: task.key,
            contentHash: task.contentHash
        )
    }
}
