// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Daemon.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The daemon itself, and the errors that every interface of it may answer.
public enum DaemonInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Daemon"

    /// The text of the definition.
    public static let description = #"""
        # The daemon itself, and the errors that every interface of it may answer.
        interface org.tongban.Daemon

        # The state of the daemon. `clock` is `real` or `simulated`; memory in bytes; times RFC 3339. `timerOverdueMs` says by how
        # much the oldest timer is overdue, `timersRepaired` how many differences between cases and timers the audit has found and
        # mended since the start, `timerAudits` how often it has looked at all of them.
        type DaemonStatus (
          version: string,
          started: string,
          now: string,
          clock: (real, simulated),
          state: (starting, running, readOnly, stopping),
          reason: ?string,
          store: string,
          storeBytes: int,
          journalSequence: int,
          connections: int,
          openCases: int,
          memoryBytes: int,
          bureaus: []BureauStatus,
          queues: int,
          waitingTasks: int,
          timerOverdueMs: int,
          timersRepaired: int,
          timerAudits: int,
          waiting: []WaitingQueue
        )

        # Tasks that are ready and not worked on, because their plugin is not there or the queue is paused; `zh` and `en` say
        # which. `oldestSeconds` is for how long the first of them has been ready.
        type WaitingQueue (
          queue: string,
          count: int,
          oldestSeconds: ?int,
          zh: string,
          en: string
        )

        type BureauStatus (
          id: string,
          zh: string,
          en: string,
          state: string,
          reason: ?string
        )

        method Status() -> (status: DaemonStatus)

        # An online copy of the database into a file the daemon can write.
        method Backup(path: string) -> (bytes: int)

        # The request was understood and refused by a rule. `code` is stable; the texts say what is wrong and what to do.
        error Refused (code: string, zh: string, en: string)

        # Nothing is written at the moment; `reason` is the store's word. It is tried again by itself.
        error Unavailable (reason: string)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Status", "Backup"]
        )
    }

    /// The state of the daemon. `clock` is `real` or `simulated`; memory in bytes; times RFC 3339. `timerOverdueMs` says by how
    /// much the oldest timer is overdue, `timersRepaired` how many differences between cases and timers the audit has found and
    /// mended since the start, `timerAudits` how often it has looked at all of them.
    public struct DaemonStatus: Sendable, Hashable, JSONReadable, JSONWritable {
        public enum Clock: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case real
            case simulated
        }

        public enum State: String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable {
            case starting
            case running
            case readOnly
            case stopping
        }

        public var version: String
        public var started: String
        public var now: String
        public var clock: Clock
        public var state: State
        public var reason: String?
        public var store: String
        public var storeBytes: Int
        public var journalSequence: Int
        public var connections: Int
        public var openCases: Int
        public var memoryBytes: Int
        public var bureaus: [BureauStatus]
        public var queues: Int
        public var waitingTasks: Int
        public var timerOverdueMs: Int
        public var timersRepaired: Int
        public var timerAudits: Int
        public var waiting: [WaitingQueue]

        public init(
            version: String,
            started: String,
            now: String,
            clock: Clock,
            state: State,
            reason: String? = nil,
            store: String,
            storeBytes: Int,
            journalSequence: Int,
            connections: Int,
            openCases: Int,
            memoryBytes: Int,
            bureaus: [BureauStatus],
            queues: Int,
            waitingTasks: Int,
            timerOverdueMs: Int,
            timersRepaired: Int,
            timerAudits: Int,
            waiting: [WaitingQueue]
        ) {
            self.version = version
            self.started = started
            self.now = now
            self.clock = clock
            self.state = state
            self.reason = reason
            self.store = store
            self.storeBytes = storeBytes
            self.journalSequence = journalSequence
            self.connections = connections
            self.openCases = openCases
            self.memoryBytes = memoryBytes
            self.bureaus = bureaus
            self.queues = queues
            self.waitingTasks = waitingTasks
            self.timerOverdueMs = timerOverdueMs
            self.timersRepaired = timersRepaired
            self.timerAudits = timerAudits
            self.waiting = waiting
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var version: String?
            var started: String?
            var now: String?
            var clock: Clock?
            var state: State?
            var reason: String?
            var store: String?
            var storeBytes: Int?
            var journalSequence: Int?
            var connections: Int?
            var openCases: Int?
            var memoryBytes: Int?
            var bureaus: [BureauStatus]?
            var queues: Int?
            var waitingTasks: Int?
            var timerOverdueMs: Int?
            var timersRepaired: Int?
            var timerAudits: Int?
            var waiting: [WaitingQueue]?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("version") {
                    try reader.readMember(into: &version)
                } else if reader.isMember("started") {
                    try reader.readMember(into: &started)
                } else if reader.isMember("now") {
                    try reader.readMember(into: &now)
                } else if reader.isMember("clock") {
                    try reader.readMember(into: &clock)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else if reader.isMember("store") {
                    try reader.readMember(into: &store)
                } else if reader.isMember("storeBytes") {
                    try reader.readMember(into: &storeBytes)
                } else if reader.isMember("journalSequence") {
                    try reader.readMember(into: &journalSequence)
                } else if reader.isMember("connections") {
                    try reader.readMember(into: &connections)
                } else if reader.isMember("openCases") {
                    try reader.readMember(into: &openCases)
                } else if reader.isMember("memoryBytes") {
                    try reader.readMember(into: &memoryBytes)
                } else if reader.isMember("bureaus") {
                    try reader.readMember(into: &bureaus)
                } else if reader.isMember("queues") {
                    try reader.readMember(into: &queues)
                } else if reader.isMember("waitingTasks") {
                    try reader.readMember(into: &waitingTasks)
                } else if reader.isMember("timerOverdueMs") {
                    try reader.readMember(into: &timerOverdueMs)
                } else if reader.isMember("timersRepaired") {
                    try reader.readMember(into: &timersRepaired)
                } else if reader.isMember("timerAudits") {
                    try reader.readMember(into: &timerAudits)
                } else if reader.isMember("waiting") {
                    try reader.readMember(into: &waiting)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.version = try reader.required(version, "version")
            self.started = try reader.required(started, "started")
            self.now = try reader.required(now, "now")
            self.clock = try reader.required(clock, "clock")
            self.state = try reader.required(state, "state")
            self.reason = reason
            self.store = try reader.required(store, "store")
            self.storeBytes = try reader.required(storeBytes, "storeBytes")
            self.journalSequence = try reader.required(journalSequence, "journalSequence")
            self.connections = try reader.required(connections, "connections")
            self.openCases = try reader.required(openCases, "openCases")
            self.memoryBytes = try reader.required(memoryBytes, "memoryBytes")
            self.bureaus = try reader.required(bureaus, "bureaus")
            self.queues = try reader.required(queues, "queues")
            self.waitingTasks = try reader.required(waitingTasks, "waitingTasks")
            self.timerOverdueMs = try reader.required(timerOverdueMs, "timerOverdueMs")
            self.timersRepaired = try reader.required(timersRepaired, "timersRepaired")
            self.timerAudits = try reader.required(timerAudits, "timerAudits")
            self.waiting = try reader.required(waiting, "waiting")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("version", self.version)
            writer.member("started", self.started)
            writer.member("now", self.now)
            writer.member("clock", self.clock)
            writer.member("state", self.state)
            writer.member("reason", ifPresent: self.reason)
            writer.member("store", self.store)
            writer.member("storeBytes", self.storeBytes)
            writer.member("journalSequence", self.journalSequence)
            writer.member("connections", self.connections)
            writer.member("openCases", self.openCases)
            writer.member("memoryBytes", self.memoryBytes)
            writer.member("bureaus", self.bureaus)
            writer.member("queues", self.queues)
            writer.member("waitingTasks", self.waitingTasks)
            writer.member("timerOverdueMs", self.timerOverdueMs)
            writer.member("timersRepaired", self.timersRepaired)
            writer.member("timerAudits", self.timerAudits)
            writer.member("waiting", self.waiting)
            writer.endObject()
        }
    }

    /// Tasks that are ready and not worked on, because their plugin is not there or the queue is paused; `zh` and `en` say
    /// which. `oldestSeconds` is for how long the first of them has been ready.
    public struct WaitingQueue: Sendable, Hashable, JSONReadable, JSONWritable {
        public var queue: String
        public var count: Int
        public var oldestSeconds: Int?
        public var zh: String
        public var en: String

        public init(queue: String, count: Int, oldestSeconds: Int? = nil, zh: String, en: String) {
            self.queue = queue
            self.count = count
            self.oldestSeconds = oldestSeconds
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var queue: String?
            var count: Int?
            var oldestSeconds: Int?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("queue") {
                    try reader.readMember(into: &queue)
                } else if reader.isMember("count") {
                    try reader.readMember(into: &count)
                } else if reader.isMember("oldestSeconds") {
                    try reader.readNullableMember(into: &oldestSeconds)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.queue = try reader.required(queue, "queue")
            self.count = try reader.required(count, "count")
            self.oldestSeconds = oldestSeconds
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("queue", self.queue)
            writer.member("count", self.count)
            writer.member("oldestSeconds", ifPresent: self.oldestSeconds)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    public struct BureauStatus: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var zh: String
        public var en: String
        public var state: String
        public var reason: String?

        public init(id: String, zh: String, en: String, state: String, reason: String? = nil) {
            self.id = id
            self.zh = zh
            self.en = en
            self.state = state
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var state: String?
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("reason") {
                    try reader.readNullableMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.state = try reader.required(state, "state")
            self.reason = reason
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("state", self.state)
            writer.member("reason", ifPresent: self.reason)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Daemon.Status`.
    public enum Status: VarlinkMethod {
        public static let name = "org.tongban.Daemon.Status"

        /// The input parameters of ``Status``.
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

        /// The output parameters of ``Status``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var status: DaemonStatus

            public init(status: DaemonStatus) {
                self.status = status
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var status: DaemonStatus?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("status") {
                        try reader.readMember(into: &status)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.status = try reader.required(status, "status")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("status", self.status)
                writer.endObject()
            }
        }
    }

    /// An online copy of the database into a file the daemon can write.
    public enum Backup: VarlinkMethod {
        public static let name = "org.tongban.Daemon.Backup"

        /// The input parameters of ``Backup``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var path: String

            public init(path: String) {
                self.path = path
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var path: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("path") {
                        try reader.readMember(into: &path)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.path = try reader.required(path, "path")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("path", self.path)
                writer.endObject()
            }
        }

        /// The output parameters of ``Backup``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bytes: Int

            public init(bytes: Int) {
                self.bytes = bytes
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var bytes: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bytes") {
                        try reader.readMember(into: &bytes)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bytes = try reader.required(bytes, "bytes")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bytes", self.bytes)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Daemon`.
public enum DaemonFailure: VarlinkFailure, Hashable {
    /// The request was understood and refused by a rule. `code` is stable; the texts say what is wrong and what to do.
    case refused(code: String, zh: String, en: String)

    /// Nothing is written at the moment; `reason` is the store's word. It is tried again by itself.
    case unavailable(reason: String)

    public var errorName: String {
        switch self {
        case .refused: "org.tongban.Daemon.Refused"
        case .unavailable: "org.tongban.Daemon.Unavailable"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .refused(let code, let zh, let en):
            RawJSON(encoding: Refused(code: code, zh: zh, en: en))
        case .unavailable(let reason):
            RawJSON(encoding: Unavailable(reason: reason))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Daemon.Refused":
            guard let parameters = try? Refused(parsing: errorParameters.bytes) else { return nil }
            self = .refused(code: parameters.code, zh: parameters.zh, en: parameters.en)
        case "org.tongban.Daemon.Unavailable":
            guard let parameters = try? Unavailable(parsing: errorParameters.bytes) else { return nil }
            self = .unavailable(reason: parameters.reason)
        default:
            return nil
        }
    }

    /// The parameters of ``refused``.
    public struct Refused: Sendable, Hashable, JSONReadable, JSONWritable {
        public var code: String
        public var zh: String
        public var en: String

        public init(code: String, zh: String, en: String) {
            self.code = code
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var code: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("code") {
                    try reader.readMember(into: &code)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.code = try reader.required(code, "code")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("code", self.code)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    /// The parameters of ``unavailable``.
    public struct Unavailable: Sendable, Hashable, JSONReadable, JSONWritable {
        public var reason: String

        public init(reason: String) {
            self.reason = reason
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var reason: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.reason = try reader.required(reason, "reason")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("reason", self.reason)
            writer.endObject()
        }
    }
}
