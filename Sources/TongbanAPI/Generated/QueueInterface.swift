// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Queue.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The shared task queue. Times are RFC 3339 with offset; ids are opaque strings.
public enum QueueInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Queue"

    /// The text of the definition.
    public static let description = #"""
        # The shared task queue. Times are RFC 3339 with offset; ids are opaque strings.
        interface org.tongban.Queue

        # A task to be put into the queue. `payload` is any JSON object, at most 1 MiB, kept byte for byte.
        type NewTask (
          queue: string,
          kind: string,
          payload: ?object,
          key: ?string,
          priority: ?int,
          notBefore: ?string,
          deadline: ?string,
          maxAttempts: ?int,
          case: ?string
        )

        type ClaimedTask (
          id: string,
          lease: string,
          leaseExpires: string,
          queue: string,
          kind: string,
          payload: object,
          attempt: int,
          deadline: ?string,
          case: ?string
        )

        type Result (
          lease: string,
          output: ?object,
          effects: ?[]object
        )

        type Outcome (
          lease: string,
          accepted: bool,
          reason: ?string
        )

        type Failure (
          lease: string,
          error: string,
          retryAfterSeconds: ?int,
          fatal: ?bool
        )

        type TaskInfo (
          id: string,
          queue: string,
          kind: string,
          state: (scheduled, ready, leased, blocked, done, failed, cancelled),
          priority: int,
          attempt: int,
          maxAttempts: int,
          created: string,
          notBefore: ?string,
          deadline: ?string,
          finished: ?string,
          case: ?string,
          key: ?string,
          payload: ?object,
          output: ?object,
          errors: ?[]string
        )

        type QueueStats (
          queue: string,
          scheduled: int,
          ready: int,
          leased: int,
          blocked: int,
          done: int,
          failed: int,
          cancelled: int,
          paused: bool,
          oldestReadySeconds: ?int
        )

        # All tasks are accepted, in order, or none. Replies when they are on disk.
        method Submit(tasks: []NewTask) -> (ids: []string)

        # Leases at most `limit` ready tasks now. With `more`, replies again each time tasks become ready.
        method Claim(queue: string, limit: int, kinds: ?[]string, leaseSeconds: ?int) -> (tasks: []ClaimedTask)

        # Lengthens leases; `lost` names those that are no longer held.
        method Extend(leases: []string, seconds: int) -> (lost: []string)

        # Finishes claimed tasks, each with its effects, each on its own; one outcome a result, in order.
        method Complete(results: []Result) -> (outcomes: []Outcome)

        method Fail(failures: []Failure) -> (outcomes: []Outcome)

        # Gives tasks back unfinished; does not count as an attempt.
        method Release(leases: []string) -> (outcomes: []Outcome)

        method Cancel(ids: []string, reason: ?string) -> (cancelled: []string)

        # Brings dead letters back to ready.
        method Retry(ids: []string) -> (retried: []string)

        method Get(id: string) -> (task: TaskInfo)

        # With `more`, streams every match in pages; without, one page of at most `limit`.
        method List(queue: ?string, state: ?string, kind: ?string, case: ?string, after: ?string, limit: ?int) -> (tasks: []TaskInfo, next: ?string)

        method Stats() -> (queues: []QueueStats)

        method Pause(queue: string) -> ()

        method Resume(queue: string) -> ()

        # How a kind of task is tried again. Milliseconds; growth in percent, 200 doubles each wait.
        type RetryPolicy (
          maxAttempts: ?int,
          firstMilliseconds: ?int,
          growthPercent: ?int,
          longestMilliseconds: ?int,
          leaseMilliseconds: ?int
        )

        # A queue's limits. `concurrency`: leases at a time; `rateCount` claims in any `rateMilliseconds`.
        type QueueSettings (
          queue: string,
          concurrency: ?int,
          rateCount: ?int,
          rateMilliseconds: ?int,
          retry: ?RetryPolicy,
          kinds: ?[string]RetryPolicy
        )

        # Makes a queue, or changes the limits of one that is there; a limit left out is none.
        method Configure(settings: QueueSettings) -> (created: bool)

        # Accepts nothing new until Resume; what waits is still worked off.
        method Drain(queue: string) -> (remaining: int)

        # The one first cause why a task is not running, and what would free it. `cause` is a stable word.
        method Why(id: string) -> (cause: string, zh: string, en: string, until: ?string)

        # What a bulk action on every dead letter that matches would touch; with `apply` it is done.
        method RetryAll(queue: ?string, kind: ?string, apply: bool) -> (count: int, sample: []string)

        # As RetryAll, for tasks that are not finished.
        method CancelAll(queue: string, kind: ?string, reason: ?string, apply: bool) -> (count: int, sample: []string)

        error NoSuchTask (id: string)

        error NoSuchQueue (queue: string)

        error KeyConflict (key: string, id: string)

        error LeaseLost (lease: string)

        error Busy (retryAfterMilliseconds: int)

        error TooLarge (field: string, limit: int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "Submit", "Claim", "Extend", "Complete", "Fail", "Release", "Cancel", "Retry", "Get", "List", "Stats",
                "Pause", "Resume", "Configure", "Drain", "Why", "RetryAll", "CancelAll",
            ]
        )
    }

    /// A task to be put into the queue. `payload` is any JSON object, at most 1 MiB, kept byte for byte.
    public struct NewTask: Sendable, Hashable, JSONReadable, JSONWritable {
        public var queue: String
        public var kind: String
        public var payload: RawJSON?
        public var key: String?
        public var priority: Int?
        public var notBefore: String?
        public var deadline: String?
        public var maxAttempts: Int?
        public var `case`: String?

        public init(
            queue: String,
            kind: String,
            payload: RawJSON? = nil,
            key: String? = nil,
            priority: Int? = nil,
            notBefore: String? = nil,
            deadline: String? = nil,
            maxAttempts: Int? = nil,
            `case`: String? = nil
        ) {
            self.queue = queue
            self.kind = kind
            self.payload = payload
            self.key = key
            self.priority = priority
            self.notBefore = notBefore
            self.deadline = deadline
            self.maxAttempts = maxAttempts
            self.`case` = `case`
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var queue: String?
            var kind: String?
            var payload: RawJSON?
            var key: String?
            var priority: Int?
            var notBefore: String?
            var deadline: String?
            var maxAttempts: Int?
            var `case`: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("payload") {
                    try reader.readNullableMember(into: &payload)
                } else if reader.isMember("key") {
                    try reader.readNullableMember(into: &key)
                } else if reader.isMember("priority") {
                    try reader.readNullableMember(into: &priority)
                } else if reader.isMember("notBefore") {
                    try reader.readNullableMember(into: &notBefore)
                } else if reader.isMember("deadline") {
                    try reader.readNullableMember(into: &deadline)
                } else if reader.isMember("maxAttempts") {
                    try reader.readNullableMember(into: &maxAttempts)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.queue = try reader.required(queue, "queue")
            self.kind = try reader.required(kind, "kind")
            self.payload = payload
            self.key = key
            self.priority = priority
            self.notBefore = notBefore
            self.deadline = deadline
            self.maxAttempts = maxAttempts
            self.`case` = `case`
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("queue", self.queue)
            writer.member("kind", self.kind)
            writer.member("payload", ifPresent: self.payload)
            writer.member("key", ifPresent: self.key)
            writer.member("priority", ifPresent: self.priority)
            writer.member("notBefore", ifPresent: self.notBefore)
            writer.member("deadline", ifPresent: self.deadline)
            writer.member("maxAttempts", ifPresent: self.maxAttempts)
            writer.member("case", ifPresent: self.`case`)
            writer.endObject()
        }
    }

    public struct ClaimedTask: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var lease: String
        public var leaseExpires: String
        public var queue: String
        public var kind: String
        public var payload: RawJSON
        public var attempt: Int
        public var deadline: String?
        public var `case`: String?

        public init(
            id: String,
            lease: String,
            leaseExpires: String,
            queue: String,
            kind: String,
            payload: RawJSON,
            attempt: Int,
            deadline: String? = nil,
            `case`: String? = nil
        ) {
            self.id = id
            self.lease = lease
            self.leaseExpires = leaseExpires
            self.queue = queue
            self.kind = kind
            self.payload = payload
            self.attempt = attempt
            self.deadline = deadline
            self.`case` = `case`
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var lease: String?
            var leaseExpires: String?
            var queue: String?
            var kind: String?
            var payload: RawJSON?
            var attempt: Int?
            var deadline: String?
            var `case`: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("lease") {
                    try reader.readMember(into: &lease)
                } else if reader.isMember("leaseExpires") {
                    try reader.readMember(into: &leaseExpires)
                } else if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("payload") {
                    try reader.readMember(into: &payload)
                } else if reader.isMember("attempt") {
                    try reader.readMember(into: &attempt)
                } else if reader.isMember("deadline") {
                    try reader.readNullableMember(into: &deadline)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.lease = try reader.required(lease, "lease")
            self.leaseExpires = try reader.required(leaseExpires, "leaseExpires")
            self.queue = try reader.required(queue, "queue")
            self.kind = try reader.required(kind, "kind")
            self.payload = try reader.required(payload, "payload")
            self.attempt = try reader.required(attempt, "attempt")
            self.deadline = deadline
            self.`case` = `case`
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("lease", self.lease)
            writer.member("leaseExpires", self.leaseExpires)
            writer.member("queue", self.queue)
            writer.member("kind", self.kind)
            writer.member("payload", self.payload)
            writer.member("attempt", self.attempt)
            writer.member("deadline", ifPresent: self.deadline)
            writer.member("case", ifPresent: self.`case`)
            writer.endObject()
        }
    }

    public struct Result: Sendable, Hashable, JSONReadable, JSONWritable {
        public var lease: String
        public var output: RawJSON?
        public var effects: [RawJSON]?

        public init(lease: String, output: RawJSON? = nil, effects: [RawJSON]? = nil) {
            self.lease = lease
            self.output = output
            self.effects = effects
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var lease: String?
            var output: RawJSON?
            var effects: [RawJSON]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("lease") {
                    try reader.readMember(into: &lease)
                } else if reader.isMember("output") {
                    try reader.readNullableMember(into: &output)
                } else if reader.isMember("effects") {
                    try reader.readNullableMember(into: &effects)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.lease = try reader.required(lease, "lease")
            self.output = output
            self.effects = effects
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("lease", self.lease)
            writer.member("output", ifPresent: self.output)
            writer.member("effects", ifPresent: self.effects)
            writer.endObject()
        }
    }

    public struct Outcome: Sendable, Hashable, JSONReadable, JSONWritable {
        public var lease: String
        public var accepted: Bool
        public var reason: String?

        public init(lease: String, accepted: Bool, reason: String? = nil) {
            self.lease = lease
            self.accepted = accepted
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var lease: String?
            var accepted: Bool?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("lease") {
                    try reader.readMember(into: &lease)
                } else if reader.isMember("accepted") {
                    try reader.readMember(into: &accepted)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.lease = try reader.required(lease, "lease")
            self.accepted = try reader.required(accepted, "accepted")
            self.reason = reason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("lease", self.lease)
            writer.member("accepted", self.accepted)
            writer.member("reason", ifPresent: self.reason)
            writer.endObject()
        }
    }

    public struct Failure: Sendable, Hashable, JSONReadable, JSONWritable {
        public var lease: String
        public var error: String
        public var retryAfterSeconds: Int?
        public var fatal: Bool?

        public init(lease: String, error: String, retryAfterSeconds: Int? = nil, fatal: Bool? = nil) {
            self.lease = lease
            self.error = error
            self.retryAfterSeconds = retryAfterSeconds
            self.fatal = fatal
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var lease: String?
            var error: String?
            var retryAfterSeconds: Int?
            var fatal: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("lease") {
                    try reader.readMember(into: &lease)
                } else if reader.isMember("error") {
                    try reader.readMember(into: &error)
                } else if reader.isMember("retryAfterSeconds") {
                    try reader.readNullableMember(into: &retryAfterSeconds)
                } else if reader.isMember("fatal") {
                    try reader.readNullableMember(into: &fatal)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.lease = try reader.required(lease, "lease")
            self.error = try reader.required(error, "error")
            self.retryAfterSeconds = retryAfterSeconds
            self.fatal = fatal
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("lease", self.lease)
            writer.member("error", self.error)
            writer.member("retryAfterSeconds", ifPresent: self.retryAfterSeconds)
            writer.member("fatal", ifPresent: self.fatal)
            writer.endObject()
        }
    }

    public struct TaskInfo: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case scheduled
            case ready
            case leased
            case blocked
            case done
            case failed
            case cancelled
        }

        public var id: String
        public var queue: String
        public var kind: String
        public var state: State
        public var priority: Int
        public var attempt: Int
        public var maxAttempts: Int
        public var created: String
        public var notBefore: String?
        public var deadline: String?
        public var finished: String?
        public var `case`: String?
        public var key: String?
        public var payload: RawJSON?
        public var output: RawJSON?
        public var errors: [String]?

        public init(
            id: String,
            queue: String,
            kind: String,
            state: State,
            priority: Int,
            attempt: Int,
            maxAttempts: Int,
            created: String,
            notBefore: String? = nil,
            deadline: String? = nil,
            finished: String? = nil,
            `case`: String? = nil,
            key: String? = nil,
            payload: RawJSON? = nil,
            output: RawJSON? = nil,
            errors: [String]? = nil
        ) {
            self.id = id
            self.queue = queue
            self.kind = kind
            self.state = state
            self.priority = priority
            self.attempt = attempt
            self.maxAttempts = maxAttempts
            self.created = created
            self.notBefore = notBefore
            self.deadline = deadline
            self.finished = finished
            self.`case` = `case`
            self.key = key
            self.payload = payload
            self.output = output
            self.errors = errors
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var queue: String?
            var kind: String?
            var state: State?
            var priority: Int?
            var attempt: Int?
            var maxAttempts: Int?
            var created: String?
            var notBefore: String?
            var deadline: String?
            var finished: String?
            var `case`: String?
            var key: String?
            var payload: RawJSON?
            var output: RawJSON?
            var errors: [String]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("priority") {
                    try reader.readMember(into: &priority)
                } else if reader.isMember("attempt") {
                    try reader.readMember(into: &attempt)
                } else if reader.isMember("maxAttempts") {
                    try reader.readMember(into: &maxAttempts)
                } else if reader.isMember("created") {
                    try reader.readMember(into: &created)
                } else if reader.isMember("notBefore") {
                    try reader.readNullableMember(into: &notBefore)
                } else if reader.isMember("deadline") {
                    try reader.readNullableMember(into: &deadline)
                } else if reader.isMember("finished") {
                    try reader.readNullableMember(into: &finished)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("key") {
                    try reader.readNullableMember(into: &key)
                } else if reader.isMember("payload") {
                    try reader.readNullableMember(into: &payload)
                } else if reader.isMember("output") {
                    try reader.readNullableMember(into: &output)
                } else if reader.isMember("errors") {
                    try reader.readNullableMember(into: &errors)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.queue = try reader.required(queue, "queue")
            self.kind = try reader.required(kind, "kind")
            self.state = try reader.required(state, "state")
            self.priority = try reader.required(priority, "priority")
            self.attempt = try reader.required(attempt, "attempt")
            self.maxAttempts = try reader.required(maxAttempts, "maxAttempts")
            self.created = try reader.required(created, "created")
            self.notBefore = notBefore
            self.deadline = deadline
            self.finished = finished
            self.`case` = `case`
            self.key = key
            self.payload = payload
            self.output = output
            self.errors = errors
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("queue", self.queue)
            writer.member("kind", self.kind)
            writer.member("state", self.state)
            writer.member("priority", self.priority)
            writer.member("attempt", self.attempt)
            writer.member("maxAttempts", self.maxAttempts)
            writer.member("created", self.created)
            writer.member("notBefore", ifPresent: self.notBefore)
            writer.member("deadline", ifPresent: self.deadline)
            writer.member("finished", ifPresent: self.finished)
            writer.member("case", ifPresent: self.`case`)
            writer.member("key", ifPresent: self.key)
            writer.member("payload", ifPresent: self.payload)
            writer.member("output", ifPresent: self.output)
            writer.member("errors", ifPresent: self.errors)
            writer.endObject()
        }
    }

    public struct QueueStats: Sendable, Hashable, JSONReadable, JSONWritable {
        public var queue: String
        public var scheduled: Int
        public var ready: Int
        public var leased: Int
        public var blocked: Int
        public var done: Int
        public var failed: Int
        public var cancelled: Int
        public var paused: Bool
        public var oldestReadySeconds: Int?

        public init(
            queue: String,
            scheduled: Int,
            ready: Int,
            leased: Int,
            blocked: Int,
            done: Int,
            failed: Int,
            cancelled: Int,
            paused: Bool,
            oldestReadySeconds: Int? = nil
        ) {
            self.queue = queue
            self.scheduled = scheduled
            self.ready = ready
            self.leased = leased
            self.blocked = blocked
            self.done = done
            self.failed = failed
            self.cancelled = cancelled
            self.paused = paused
            self.oldestReadySeconds = oldestReadySeconds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var queue: String?
            var scheduled: Int?
            var ready: Int?
            var leased: Int?
            var blocked: Int?
            var done: Int?
            var failed: Int?
            var cancelled: Int?
            var paused: Bool?
            var oldestReadySeconds: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("scheduled") {
                    try reader.readMember(into: &scheduled)
                } else if reader.isMember("ready") {
                    try reader.readMember(into: &ready)
                } else if reader.isMember("leased") {
                    try reader.readMember(into: &leased)
                } else if reader.isMember("blocked") {
                    try reader.readMember(into: &blocked)
                } else if reader.isMember("done") {
                    try reader.readMember(into: &done)
                } else if reader.isMember("failed") {
                    try reader.readMember(into: &failed)
                } else if reader.isMember("cancelled") {
                    try reader.readMember(into: &cancelled)
                } else if reader.isMember("paused") {
                    try reader.readMember(into: &paused)
                } else if reader.isMember("oldestReadySeconds") {
                    try reader.readNullableMember(into: &oldestReadySeconds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.queue = try reader.required(queue, "queue")
            self.scheduled = try reader.required(scheduled, "scheduled")
            self.ready = try reader.required(ready, "ready")
            self.leased = try reader.required(leased, "leased")
            self.blocked = try reader.required(blocked, "blocked")
            self.done = try reader.required(done, "done")
            self.failed = try reader.required(failed, "failed")
            self.cancelled = try reader.required(cancelled, "cancelled")
            self.paused = try reader.required(paused, "paused")
            self.oldestReadySeconds = oldestReadySeconds
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("queue", self.queue)
            writer.member("scheduled", self.scheduled)
            writer.member("ready", self.ready)
            writer.member("leased", self.leased)
            writer.member("blocked", self.blocked)
            writer.member("done", self.done)
            writer.member("failed", self.failed)
            writer.member("cancelled", self.cancelled)
            writer.member("paused", self.paused)
            writer.member("oldestReadySeconds", ifPresent: self.oldestReadySeconds)
            writer.endObject()
        }
    }

    /// All tasks are accepted, in order, or none. Replies when they are on disk.
    public enum Submit: VarlinkMethod {
        public static let name = "org.tongban.Queue.Submit"

        /// The input parameters of ``Submit``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [NewTask]

            public init(tasks: [NewTask]) {
                self.tasks = tasks
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var tasks: [NewTask]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.endObject()
            }
        }

        /// The output parameters of ``Submit``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var ids: [String]

            public init(ids: [String]) {
                self.ids = ids
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var ids: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("ids") {
                        try reader.readMember(into: &ids)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.ids = try reader.required(ids, "ids")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("ids", self.ids)
                writer.endObject()
            }
        }
    }

    /// Leases at most `limit` ready tasks now. With `more`, replies again each time tasks become ready.
    public enum Claim: VarlinkMethod {
        public static let name = "org.tongban.Queue.Claim"

        /// The input parameters of ``Claim``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String
            public var limit: Int
            public var kinds: [String]?
            public var leaseSeconds: Int?

            public init(queue: String, limit: Int, kinds: [String]? = nil, leaseSeconds: Int? = nil) {
                self.queue = queue
                self.limit = limit
                self.kinds = kinds
                self.leaseSeconds = leaseSeconds
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                var limit: Int?
                var kinds: [String]?
                var leaseSeconds: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readMember(into: &queue)
                    } else if reader.isMember("limit") {
                        try reader.readMember(into: &limit)
                    } else if reader.isMember("kinds") {
                        try reader.readNullableMember(into: &kinds)
                    } else if reader.isMember("leaseSeconds") {
                        try reader.readNullableMember(into: &leaseSeconds)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = try reader.required(queue, "queue")
                self.limit = try reader.required(limit, "limit")
                self.kinds = kinds
                self.leaseSeconds = leaseSeconds
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", self.queue)
                writer.member("limit", self.limit)
                writer.member("kinds", ifPresent: self.kinds)
                writer.member("leaseSeconds", ifPresent: self.leaseSeconds)
                writer.endObject()
            }
        }

        /// The output parameters of ``Claim``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [ClaimedTask]

            public init(tasks: [ClaimedTask]) {
                self.tasks = tasks
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tasks: [ClaimedTask]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.endObject()
            }
        }
    }

    /// Lengthens leases; `lost` names those that are no longer held.
    public enum Extend: VarlinkMethod {
        public static let name = "org.tongban.Queue.Extend"

        /// The input parameters of ``Extend``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var leases: [String]
            public var seconds: Int

            public init(leases: [String], seconds: Int) {
                self.leases = leases
                self.seconds = seconds
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var leases: [String]?
                var seconds: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("leases") {
                        try reader.readMember(into: &leases)
                    } else if reader.isMember("seconds") {
                        try reader.readMember(into: &seconds)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.leases = try reader.required(leases, "leases")
                self.seconds = try reader.required(seconds, "seconds")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("leases", self.leases)
                writer.member("seconds", self.seconds)
                writer.endObject()
            }
        }

        /// The output parameters of ``Extend``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var lost: [String]

            public init(lost: [String]) {
                self.lost = lost
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var lost: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("lost") {
                        try reader.readMember(into: &lost)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.lost = try reader.required(lost, "lost")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("lost", self.lost)
                writer.endObject()
            }
        }
    }

    /// Finishes claimed tasks, each with its effects, each on its own; one outcome a result, in order.
    public enum Complete: VarlinkMethod {
        public static let name = "org.tongban.Queue.Complete"

        /// The input parameters of ``Complete``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var results: [Result]

            public init(results: [Result]) {
                self.results = results
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var results: [Result]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("results") {
                        try reader.readMember(into: &results)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.results = try reader.required(results, "results")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("results", self.results)
                writer.endObject()
            }
        }

        /// The output parameters of ``Complete``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var outcomes: [Outcome]

            public init(outcomes: [Outcome]) {
                self.outcomes = outcomes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var outcomes: [Outcome]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("outcomes") {
                        try reader.readMember(into: &outcomes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.outcomes = try reader.required(outcomes, "outcomes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("outcomes", self.outcomes)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Fail`.
    public enum Fail: VarlinkMethod {
        public static let name = "org.tongban.Queue.Fail"

        /// The input parameters of ``Fail``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var failures: [Failure]

            public init(failures: [Failure]) {
                self.failures = failures
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var failures: [Failure]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("failures") {
                        try reader.readMember(into: &failures)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.failures = try reader.required(failures, "failures")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("failures", self.failures)
                writer.endObject()
            }
        }

        /// The output parameters of ``Fail``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var outcomes: [Outcome]

            public init(outcomes: [Outcome]) {
                self.outcomes = outcomes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var outcomes: [Outcome]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("outcomes") {
                        try reader.readMember(into: &outcomes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.outcomes = try reader.required(outcomes, "outcomes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("outcomes", self.outcomes)
                writer.endObject()
            }
        }
    }

    /// Gives tasks back unfinished; does not count as an attempt.
    public enum Release: VarlinkMethod {
        public static let name = "org.tongban.Queue.Release"

        /// The input parameters of ``Release``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var leases: [String]

            public init(leases: [String]) {
                self.leases = leases
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var leases: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("leases") {
                        try reader.readMember(into: &leases)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.leases = try reader.required(leases, "leases")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("leases", self.leases)
                writer.endObject()
            }
        }

        /// The output parameters of ``Release``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var outcomes: [Outcome]

            public init(outcomes: [Outcome]) {
                self.outcomes = outcomes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var outcomes: [Outcome]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("outcomes") {
                        try reader.readMember(into: &outcomes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.outcomes = try reader.required(outcomes, "outcomes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("outcomes", self.outcomes)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Cancel`.
    public enum Cancel: VarlinkMethod {
        public static let name = "org.tongban.Queue.Cancel"

        /// The input parameters of ``Cancel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var ids: [String]
            public var reason: String?

            public init(ids: [String], reason: String? = nil) {
                self.ids = ids
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var ids: [String]?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("ids") {
                        try reader.readMember(into: &ids)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.ids = try reader.required(ids, "ids")
                self.reason = reason
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("ids", self.ids)
                writer.member("reason", ifPresent: self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Cancel``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cancelled: [String]

            public init(cancelled: [String]) {
                self.cancelled = cancelled
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cancelled: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cancelled") {
                        try reader.readMember(into: &cancelled)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cancelled = try reader.required(cancelled, "cancelled")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cancelled", self.cancelled)
                writer.endObject()
            }
        }
    }

    /// Brings dead letters back to ready.
    public enum Retry: VarlinkMethod {
        public static let name = "org.tongban.Queue.Retry"

        /// The input parameters of ``Retry``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var ids: [String]

            public init(ids: [String]) {
                self.ids = ids
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var ids: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("ids") {
                        try reader.readMember(into: &ids)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.ids = try reader.required(ids, "ids")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("ids", self.ids)
                writer.endObject()
            }
        }

        /// The output parameters of ``Retry``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var retried: [String]

            public init(retried: [String]) {
                self.retried = retried
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var retried: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("retried") {
                        try reader.readMember(into: &retried)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.retried = try reader.required(retried, "retried")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("retried", self.retried)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Get`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Queue.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String

            public init(id: String) {
                self.id = id
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var task: TaskInfo

            public init(task: TaskInfo) {
                self.task = task
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var task: TaskInfo?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("task") {
                        try reader.readMember(into: &task)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.task = try reader.required(task, "task")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("task", self.task)
                writer.endObject()
            }
        }
    }

    /// With `more`, streams every match in pages; without, one page of at most `limit`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Queue.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String?
            public var state: String?
            public var kind: String?
            public var `case`: String?
            public var after: String?
            public var limit: Int?

            public init(
                queue: String? = nil,
                state: String? = nil,
                kind: String? = nil,
                `case`: String? = nil,
                after: String? = nil,
                limit: Int? = nil
            ) {
                self.queue = queue
                self.state = state
                self.kind = kind
                self.`case` = `case`
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                var state: String?
                var kind: String?
                var `case`: String?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readNullableMember(into: &queue)
                    } else if reader.isMember("state") {
                        try reader.readNullableMember(into: &state)
                    } else if reader.isMember("kind") {
                        try reader.readNullableMember(into: &kind)
                    } else if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = queue
                self.state = state
                self.kind = kind
                self.`case` = `case`
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", ifPresent: self.queue)
                writer.member("state", ifPresent: self.state)
                writer.member("kind", ifPresent: self.kind)
                writer.member("case", ifPresent: self.`case`)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var tasks: [TaskInfo]
            public var next: String?

            public init(tasks: [TaskInfo], next: String? = nil) {
                self.tasks = tasks
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var tasks: [TaskInfo]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("tasks") {
                        try reader.readMember(into: &tasks)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.tasks = try reader.required(tasks, "tasks")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("tasks", self.tasks)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Stats`.
    public enum Stats: VarlinkMethod {
        public static let name = "org.tongban.Queue.Stats"

        /// The input parameters of ``Stats``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }

        /// The output parameters of ``Stats``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queues: [QueueStats]

            public init(queues: [QueueStats]) {
                self.queues = queues
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var queues: [QueueStats]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queues") {
                        try reader.readMember(into: &queues)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queues = try reader.required(queues, "queues")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queues", self.queues)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Pause`.
    public enum Pause: VarlinkMethod {
        public static let name = "org.tongban.Queue.Pause"

        /// The input parameters of ``Pause``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String

            public init(queue: String) {
                self.queue = queue
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readMember(into: &queue)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = try reader.required(queue, "queue")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", self.queue)
                writer.endObject()
            }
        }

        /// The output parameters of ``Pause``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Queue.Resume`.
    public enum Resume: VarlinkMethod {
        public static let name = "org.tongban.Queue.Resume"

        /// The input parameters of ``Resume``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String

            public init(queue: String) {
                self.queue = queue
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readMember(into: &queue)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = try reader.required(queue, "queue")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", self.queue)
                writer.endObject()
            }
        }

        /// The output parameters of ``Resume``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public init() {}

            public init(from reader: inout JSONReader) throws(JSONError) {
                try reader.beginObject()
                while try reader.nextMember() {
                    try reader.readUnknownMember()
                }
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.endObject()
            }
        }
    }

    /// How a kind of task is tried again. Milliseconds; growth in percent, 200 doubles each wait.
    public struct RetryPolicy: Sendable, Hashable, JSONReadable, JSONWritable {
        public var maxAttempts: Int?
        public var firstMilliseconds: Int?
        public var growthPercent: Int?
        public var longestMilliseconds: Int?
        public var leaseMilliseconds: Int?

        public init(
            maxAttempts: Int? = nil,
            firstMilliseconds: Int? = nil,
            growthPercent: Int? = nil,
            longestMilliseconds: Int? = nil,
            leaseMilliseconds: Int? = nil
        ) {
            self.maxAttempts = maxAttempts
            self.firstMilliseconds = firstMilliseconds
            self.growthPercent = growthPercent
            self.longestMilliseconds = longestMilliseconds
            self.leaseMilliseconds = leaseMilliseconds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var maxAttempts: Int?
            var firstMilliseconds: Int?
            var growthPercent: Int?
            var longestMilliseconds: Int?
            var leaseMilliseconds: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("maxAttempts") {
                    try reader.readNullableMember(into: &maxAttempts)
                } else if reader.isMember("firstMilliseconds") {
                    try reader.readNullableMember(into: &firstMilliseconds)
                } else if reader.isMember("growthPercent") {
                    try reader.readNullableMember(into: &growthPercent)
                } else if reader.isMember("longestMilliseconds") {
                    try reader.readNullableMember(into: &longestMilliseconds)
                } else if reader.isMember("leaseMilliseconds") {
                    try reader.readNullableMember(into: &leaseMilliseconds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.maxAttempts = maxAttempts
            self.firstMilliseconds = firstMilliseconds
            self.growthPercent = growthPercent
            self.longestMilliseconds = longestMilliseconds
            self.leaseMilliseconds = leaseMilliseconds
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("maxAttempts", ifPresent: self.maxAttempts)
            writer.member("firstMilliseconds", ifPresent: self.firstMilliseconds)
            writer.member("growthPercent", ifPresent: self.growthPercent)
            writer.member("longestMilliseconds", ifPresent: self.longestMilliseconds)
            writer.member("leaseMilliseconds", ifPresent: self.leaseMilliseconds)
            writer.endObject()
        }
    }

    /// A queue's limits. `concurrency`: leases at a time; `rateCount` claims in any `rateMilliseconds`.
    public struct QueueSettings: Sendable, Hashable, JSONReadable, JSONWritable {
        public var queue: String
        public var concurrency: Int?
        public var rateCount: Int?
        public var rateMilliseconds: Int?
        public var retry: RetryPolicy?
        public var kinds: [String: RetryPolicy]?

        public init(
            queue: String,
            concurrency: Int? = nil,
            rateCount: Int? = nil,
            rateMilliseconds: Int? = nil,
            retry: RetryPolicy? = nil,
            kinds: [String: RetryPolicy]? = nil
        ) {
            self.queue = queue
            self.concurrency = concurrency
            self.rateCount = rateCount
            self.rateMilliseconds = rateMilliseconds
            self.retry = retry
            self.kinds = kinds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var queue: String?
            var concurrency: Int?
            var rateCount: Int?
            var rateMilliseconds: Int?
            var retry: RetryPolicy?
            var kinds: [String: RetryPolicy]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("concurrency") {
                    try reader.readNullableMember(into: &concurrency)
                } else if reader.isMember("rateCount") {
                    try reader.readNullableMember(into: &rateCount)
                } else if reader.isMember("rateMilliseconds") {
                    try reader.readNullableMember(into: &rateMilliseconds)
                } else if reader.isMember("retry") {
                    try reader.readNullableMember(into: &retry)
                } else if reader.isMember("kinds") {
                    try reader.readNullableMember(into: &kinds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.queue = try reader.required(queue, "queue")
            self.concurrency = concurrency
            self.rateCount = rateCount
            self.rateMilliseconds = rateMilliseconds
            self.retry = retry
            self.kinds = kinds
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("queue", self.queue)
            writer.member("concurrency", ifPresent: self.concurrency)
            writer.member("rateCount", ifPresent: self.rateCount)
            writer.member("rateMilliseconds", ifPresent: self.rateMilliseconds)
            writer.member("retry", ifPresent: self.retry)
            writer.member("kinds", ifPresent: self.kinds)
            writer.endObject()
        }
    }

    /// Makes a queue, or changes the limits of one that is there; a limit left out is none.
    public enum Configure: VarlinkMethod {
        public static let name = "org.tongban.Queue.Configure"

        /// The input parameters of ``Configure``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var settings: QueueSettings

            public init(settings: QueueSettings) {
                self.settings = settings
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var settings: QueueSettings?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("settings") {
                        try reader.readMember(into: &settings)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.settings = try reader.required(settings, "settings")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("settings", self.settings)
                writer.endObject()
            }
        }

        /// The output parameters of ``Configure``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var created: Bool

            public init(created: Bool) {
                self.created = created
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var created: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("created") {
                        try reader.readMember(into: &created)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.created = try reader.required(created, "created")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("created", self.created)
                writer.endObject()
            }
        }
    }

    /// Accepts nothing new until Resume; what waits is still worked off.
    public enum Drain: VarlinkMethod {
        public static let name = "org.tongban.Queue.Drain"

        /// The input parameters of ``Drain``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String

            public init(queue: String) {
                self.queue = queue
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readMember(into: &queue)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = try reader.required(queue, "queue")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", self.queue)
                writer.endObject()
            }
        }

        /// The output parameters of ``Drain``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var remaining: Int

            public init(remaining: Int) {
                self.remaining = remaining
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var remaining: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("remaining") {
                        try reader.readMember(into: &remaining)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.remaining = try reader.required(remaining, "remaining")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("remaining", self.remaining)
                writer.endObject()
            }
        }
    }

    /// The one first cause why a task is not running, and what would free it. `cause` is a stable word.
    public enum Why: VarlinkMethod {
        public static let name = "org.tongban.Queue.Why"

        /// The input parameters of ``Why``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var id: String

            public init(id: String) {
                self.id = id
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var id: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.id = try reader.required(id, "id")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("id", self.id)
                writer.endObject()
            }
        }

        /// The output parameters of ``Why``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var cause: String
            public var zh: String
            public var en: String
            public var until: String?

            public init(cause: String, zh: String, en: String, until: String? = nil) {
                self.cause = cause
                self.zh = zh
                self.en = en
                self.until = until
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var cause: String?
                var zh: String?
                var en: String?
                var until: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("cause") {
                        try reader.readMember(into: &cause)
                    } else if reader.isMember("zh") {
                        try reader.readMember(into: &zh)
                    } else if reader.isMember("en") {
                        try reader.readMember(into: &en)
                    } else if reader.isMember("until") {
                        try reader.readNullableMember(into: &until)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.cause = try reader.required(cause, "cause")
                self.zh = try reader.required(zh, "zh")
                self.en = try reader.required(en, "en")
                self.until = until
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("cause", self.cause)
                writer.member("zh", self.zh)
                writer.member("en", self.en)
                writer.member("until", ifPresent: self.until)
                writer.endObject()
            }
        }
    }

    /// What a bulk action on every dead letter that matches would touch; with `apply` it is done.
    public enum RetryAll: VarlinkMethod {
        public static let name = "org.tongban.Queue.RetryAll"

        /// The input parameters of ``RetryAll``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String?
            public var kind: String?
            public var apply: Bool

            public init(queue: String? = nil, kind: String? = nil, apply: Bool) {
                self.queue = queue
                self.kind = kind
                self.apply = apply
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                var kind: String?
                var apply: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readNullableMember(into: &queue)
                    } else if reader.isMember("kind") {
                        try reader.readNullableMember(into: &kind)
                    } else if reader.isMember("apply") {
                        try reader.readMember(into: &apply)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = queue
                self.kind = kind
                self.apply = try reader.required(apply, "apply")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", ifPresent: self.queue)
                writer.member("kind", ifPresent: self.kind)
                writer.member("apply", self.apply)
                writer.endObject()
            }
        }

        /// The output parameters of ``RetryAll``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var count: Int
            public var sample: [String]

            public init(count: Int, sample: [String]) {
                self.count = count
                self.sample = sample
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var count: Int?
                var sample: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("count") {
                        try reader.readMember(into: &count)
                    } else if reader.isMember("sample") {
                        try reader.readMember(into: &sample)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.count = try reader.required(count, "count")
                self.sample = try reader.required(sample, "sample")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("count", self.count)
                writer.member("sample", self.sample)
                writer.endObject()
            }
        }
    }

    /// As RetryAll, for tasks that are not finished.
    public enum CancelAll: VarlinkMethod {
        public static let name = "org.tongban.Queue.CancelAll"

        /// The input parameters of ``CancelAll``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var queue: String
            public var kind: String?
            public var reason: String?
            public var apply: Bool

            public init(queue: String, kind: String? = nil, reason: String? = nil, apply: Bool) {
                self.queue = queue
                self.kind = kind
                self.reason = reason
                self.apply = apply
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var queue: String?
                var kind: String?
                var reason: String?
                var apply: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("queue") {
                        try reader.readMember(into: &queue)
                    } else if reader.isMember("kind") {
                        try reader.readNullableMember(into: &kind)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else if reader.isMember("apply") {
                        try reader.readMember(into: &apply)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.queue = try reader.required(queue, "queue")
                self.kind = kind
                self.reason = reason
                self.apply = try reader.required(apply, "apply")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("queue", self.queue)
                writer.member("kind", ifPresent: self.kind)
                writer.member("reason", ifPresent: self.reason)
                writer.member("apply", self.apply)
                writer.endObject()
            }
        }

        /// The output parameters of ``CancelAll``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var count: Int
            public var sample: [String]

            public init(count: Int, sample: [String]) {
                self.count = count
                self.sample = sample
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var count: Int?
                var sample: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("count") {
                        try reader.readMember(into: &count)
                    } else if reader.isMember("sample") {
                        try reader.readMember(into: &sample)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.count = try reader.required(count, "count")
                self.sample = try reader.required(sample, "sample")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("count", self.count)
                writer.member("sample", self.sample)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Queue`.
public enum QueueFailure: VarlinkFailure, Hashable {
    case noSuchTask(id: String)
    case noSuchQueue(queue: String)
    case keyConflict(key: String, id: String)
    case leaseLost(lease: String)
    case busy(retryAfterMilliseconds: Int)
    case tooLarge(field: String, limit: Int)

    public var errorName: String {
        switch self {
        case .noSuchTask: "org.tongban.Queue.NoSuchTask"
        case .noSuchQueue: "org.tongban.Queue.NoSuchQueue"
        case .keyConflict: "org.tongban.Queue.KeyConflict"
        case .leaseLost: "org.tongban.Queue.LeaseLost"
        case .busy: "org.tongban.Queue.Busy"
        case .tooLarge: "org.tongban.Queue.TooLarge"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchTask(let id):
            RawJSON(encoding: NoSuchTask(id: id))
        case .noSuchQueue(let queue):
            RawJSON(encoding: NoSuchQueue(queue: queue))
        case .keyConflict(let key, let id):
            RawJSON(encoding: KeyConflict(key: key, id: id))
        case .leaseLost(let lease):
            RawJSON(encoding: LeaseLost(lease: lease))
        case .busy(let retryAfterMilliseconds):
            RawJSON(encoding: Busy(retryAfterMilliseconds: retryAfterMilliseconds))
        case .tooLarge(let field, let limit):
            RawJSON(encoding: TooLarge(field: field, limit: limit))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Queue.NoSuchTask":
            guard let parameters = try? NoSuchTask(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchTask(id: parameters.id)
        case "org.tongban.Queue.NoSuchQueue":
            guard let parameters = try? NoSuchQueue(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchQueue(queue: parameters.queue)
        case "org.tongban.Queue.KeyConflict":
            guard let parameters = try? KeyConflict(parsing: errorParameters.bytes) else { return nil }
            self = .keyConflict(key: parameters.key, id: parameters.id)
        case "org.tongban.Queue.LeaseLost":
            guard let parameters = try? LeaseLost(parsing: errorParameters.bytes) else { return nil }
            self = .leaseLost(lease: parameters.lease)
        case "org.tongban.Queue.Busy":
            guard let parameters = try? Busy(parsing: errorParameters.bytes) else { return nil }
            self = .busy(retryAfterMilliseconds: parameters.retryAfterMilliseconds)
        case "org.tongban.Queue.TooLarge":
            guard let parameters = try? TooLarge(parsing: errorParameters.bytes) else { return nil }
            self = .tooLarge(field: parameters.field, limit: parameters.limit)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchTask``.
    public struct NoSuchTask: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String

        public init(id: String) {
            self.id = id
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.endObject()
        }
    }

    /// The parameters of ``noSuchQueue``.
    public struct NoSuchQueue: Sendable, Hashable, JSONReadable, JSONWritable {
        public var queue: String

        public init(queue: String) {
            self.queue = queue
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var queue: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.queue = try reader.required(queue, "queue")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("queue", self.queue)
            writer.endObject()
        }
    }

    /// The parameters of ``keyConflict``.
    public struct KeyConflict: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var id: String

        public init(key: String, id: String) {
            self.key = key
            self.id = id
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var id: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.id = try reader.required(id, "id")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("id", self.id)
            writer.endObject()
        }
    }

    /// The parameters of ``leaseLost``.
    public struct LeaseLost: Sendable, Hashable, JSONReadable, JSONWritable {
        public var lease: String

        public init(lease: String) {
            self.lease = lease
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var lease: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("lease") {
                    try reader.readMember(into: &lease)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.lease = try reader.required(lease, "lease")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("lease", self.lease)
            writer.endObject()
        }
    }

    /// The parameters of ``busy``.
    public struct Busy: Sendable, Hashable, JSONReadable, JSONWritable {
        public var retryAfterMilliseconds: Int

        public init(retryAfterMilliseconds: Int) {
            self.retryAfterMilliseconds = retryAfterMilliseconds
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var retryAfterMilliseconds: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("retryAfterMilliseconds") {
                    try reader.readMember(into: &retryAfterMilliseconds)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.retryAfterMilliseconds = try reader.required(retryAfterMilliseconds, "retryAfterMilliseconds")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("retryAfterMilliseconds", self.retryAfterMilliseconds)
            writer.endObject()
        }
    }

    /// The parameters of ``tooLarge``.
    public struct TooLarge: Sendable, Hashable, JSONReadable, JSONWritable {
        public var field: String
        public var limit: Int

        public init(field: String, limit: Int) {
            self.field = field
            self.limit = limit
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var field: String?
            var limit: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("field") {
                    try reader.readMember(into: &field)
                } else if reader.isMember("limit") {
                    try reader.readMember(into: &limit)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.field = try reader.required(field, "field")
            self.limit = try reader.required(limit, "limit")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("field", self.field)
            writer.member("limit", self.limit)
            writer.endObject()
        }
    }
}
