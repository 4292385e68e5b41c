// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Registers.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// Registers: the bureaus' keyed records.
///
/// A value in a condition, a count or a fault is written as in a cell of a file of records: numbers as digits (amounts in
/// fen, areas in hundredths of a mu), days as 2022-07-12, a choice by its code or name.
public enum RegistersInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Registers"

    /// The text of the definition.
    public static let description = #"""
        # Registers: the bureaus' keyed records.
        #
        # A value in a condition, a count or a fault is written as in a cell of a file of records: numbers as digits (amounts in
        # fen, areas in hundredths of a mu), days as 2022-07-12, a choice by its code or name.
        interface org.tongban.Registers

        # `key` is the value of the key field; where several fields are the key, their values with | between them, in which
        # | and % are written %7C and %25.
        type Record (
          key: string,
          revision: int,
          updated: string,
          data: object
        )

        # `from` is the day, such as 2022-07-12, from which the record is valid so, in a dated register; today unless given.
        type NewRecord (
          key: string,
          data: object,
          from: ?string
        )

        type Register (
          bureau: string,
          register: string,
          zh: string,
          en: string,
          records: int
        )

        # What was said of a record of a dated register from a day on, until the next version begins; of two with the same first
        # day the one with the greater `serial` holds. Without `data` the record is not valid any more. `request` is the number of
        # the request that was approved for it.
        type Version (
          key: string,
          from: string,
          serial: int,
          at: string,
          by: string,
          data: ?object,
          request: ?int
        )

        # A register as it was on a day, by what had been written when the snapshot was taken; `records` is how many there were.
        type Snapshot (
          name: string,
          day: string,
          records: int,
          by: string,
          at: string
        )

        # Days about which nothing is changed but by an approved request; without `from` and `to` the whole register.
        type Lock (
          id: int,
          from: ?string,
          to: ?string,
          reason: string,
          by: string,
          at: string
        )

        # A change of a record that one person asks for and another decides: of values, or with `newKey` of the key. `state` is
        # PENDING, APPROVED or REJECTED.
        type Request (
          id: int,
          register: string,
          key: string,
          newKey: ?string,
          from: ?string,
          before: object,
          after: object,
          reason: string,
          evidence: []string,
          by: string,
          at: string,
          state: string,
          decidedBy: ?string,
          decidedAt: ?string,
          decision: ?string
        )

        # What a field must be: equal to a value, or within `from` and `to` (both included, either may be missing), or a text
        # that begins with `prefix`. Of a personal field only equality may be asked, of a sensitive one nothing, unless the
        # caller is the bureau's plugin.
        type Condition (
          field: string,
          equals: ?string,
          from: ?string,
          to: ?string,
          prefix: ?string
        )

        # How many records have these values, one for each field the count is by; an empty text is no value.
        type Group (
          values: []string,
          count: int
        )

        # One thing wrong with a file of records. `row` is the line at which the row begins, 1 for the header and 0 for the file
        # as a whole. `value` is what stands there, never of personal and sensitive fields. `code` is missing, unknown, type,
        # range, option, format, notExpected, encoding, columns, header, csv, repeated, unique, limit, locked, renamed or
        # not_dated.
        type ImportFault (
          row: int,
          column: ?string,
          value: ?string,
          code: string,
          zh: string,
          en: string
        )

        type Field (
          id: string,
          zh: string,
          en: string,
          kind: string,
          class: string,
          required: bool,
          key: bool,
          indexed: bool
        )

        method List(bureau: ?string) -> (registers: []Register)

        # The fields of a register: what a file of records may have as columns, and by what records are found and ordered.
        method Describe(bureau: string, register: string) -> (fields: []Field, unique: [](fields: []string), limit: ?int, dated: bool)

        # Puts records, all or none; one whose content is there already is left as it is.
        method Put(bureau: string, register: string, records: []NewRecord) -> (added: int, changed: int, unchanged: int)

        # A record by its key or a former one, as it is or, in a dated register, was on the day `at`.
        method Get(bureau: string, register: string, key: string, at: ?string) -> (record: Record)

        # Records for which all conditions and the filter, a JsonLogic condition over the values as the caller sees them, hold.
        #
        # They come by key, or in the order of an indexed field: the one named by `order`, else that of a range or prefix that is
        # asked of an indexed field. `next`, given as `after`, is the next page; what is written meanwhile neither repeats nor
        # hides another record. A page may be shorter than `limit` and have a next one. `index` is the indexed field by which the
        # records were found, and `examined` how many were looked at for the page. With `at`, a day, or `snapshot`, the name of
        # one, the records of a dated register are seen as they were; they come by key then.
        method Query(
          bureau: string,
          register: string,
          after: ?string,
          limit: ?int,
          conditions: ?[]Condition,
          filter: ?object,
          order: ?string,
          at: ?string,
          snapshot: ?string
        ) -> (records: []Record, next: ?string, index: ?string, examined: int)

        # How many records there are for which conditions and filter hold, and how many of each value of up to three fields.
        method Count(
          bureau: string,
          register: string,
          conditions: ?[]Condition,
          filter: ?object,
          by: ?[]string,
          at: ?string,
          snapshot: ?string
        ) -> (total: int, groups: []Group)

        # Begins to send a file of records as comma-separated values (RFC 4180), which ends with the connection unless it is
        # finished before. The first row titles the columns by the ids or names of fields; an amount is in yuan and an area in mu
        # when the title says (元) or (亩) behind the name. `encoding` is UTF-8 or GB18030; without it the file is UTF-8 when it
        # begins with the mark or all of it is, else GB18030. `chunkSize` is how many bytes one chunk may have.
        method ImportBegin(bureau: string, register: string, size: int, encoding: ?string) -> (upload: string, chunkSize: int)

        # The next bytes, in base64. `received` is how many there are now.
        method ImportChunk(upload: string, offset: int, data: string) -> (received: int)

        # Puts the records of the file: all of them when there is no fault, else none. With `preview` nothing is put and only
        # told what would be. Records with the same content stay as they are, so that the same file again changes nothing.
        # `faultCount` counts those too that are too many to be named.
        # `from` is the day from which the records are valid so, in a dated register; today unless given.
        method ImportFinish(upload: string, preview: ?bool, from: ?string) -> (
          applied: bool,
          encoding: string,
          rows: int,
          added: int,
          changed: int,
          unchanged: int,
          faultCount: int,
          faults: []ImportFault
        )

        # Gives up what was sent.
        method ImportCancel(upload: string) -> ()

        # Ends a record of a dated register: `on` is the first day on which it is not valid.
        method End(bureau: string, register: string, key: string, on: string) -> ()

        # Every version of a record of a dated register, those under former keys too, in the order of their days.
        method History(bureau: string, register: string, key: string) -> (versions: []Version)

        # Takes a snapshot of a dated register on a day, today unless given. Nothing is copied, and what is written later about
        # that day does not change it.
        method TakeSnapshot(bureau: string, register: string, name: string, day: ?string) -> (snapshot: Snapshot)

        method Snapshots(bureau: string, register: string) -> (snapshots: []Snapshot)

        # Locks the days between two, both included, or the whole register; a head of the bureau does it. A lock stays: what is
        # wrong is amended.
        method SetLock(bureau: string, register: string, from: ?string, to: ?string, reason: string) -> (lock: Lock)

        method Locks(bureau: string, register: string) -> (locks: []Lock)

        # Asks that values of a record be changed, whether it is locked or not; null removes one. `from` is the day from which
        # the change is valid, in a dated register. `evidence` are numbers of cases or hashes of attachments.
        method Amend(
          bureau: string,
          register: string,
          key: string,
          values: object,
          from: ?string,
          reason: string,
          evidence: ?[]string
        ) -> (request: Request)

        # Asks that a record get another key because the one it has is wrong: `values` are the fields of the key as they are to
        # be. The old key stays as an alias, by which the record is still found.
        method Rekey(
          bureau: string,
          register: string,
          key: string,
          values: object,
          reason: string,
          evidence: ?[]string
        ) -> (request: Request)

        # Requests of a bureau in the order of their numbers, those of one state only when it is given.
        method Requests(bureau: string, state: ?string, after: ?int, limit: ?int) -> (requests: []Request)

        # Decides a request: a head of the bureau, not who asked for it.
        method Decide(bureau: string, id: int, approve: bool, reason: ?string) -> (request: Request)

        error NoSuchRegister (bureau: string, register: string)

        error NoSuchRecord (key: string)

        error NoSuchUpload (upload: string)

        # So many bytes have been received.
        error WrongOffset (received: int)

        # So many files may be on their way at once.
        error TooManyUploads (limit: int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: [
                "List", "Describe", "Put", "Get", "Query", "Count", "ImportBegin", "ImportChunk", "ImportFinish",
                "ImportCancel", "End", "History", "TakeSnapshot", "Snapshots", "SetLock", "Locks", "Amend", "Rekey",
                "Requests", "Decide",
            ]
        )
    }

    /// `key` is the value of the key field; where several fields are the key, their values with | between them, in which
    /// | and % are written %7C and %25.
    public struct Record: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var revision: Int
        public var updated: String
        public var data: RawJSON

        public init(key: String, revision: Int, updated: String, data: RawJSON) {
            self.key = key
            self.revision = revision
            self.updated = updated
            self.data = data
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var revision: Int?
            var updated: String?
            var data: RawJSON?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("revision") {
                    try reader.readMember(into: &revision)
                } else if reader.isMember("updated") {
                    try reader.readMember(into: &updated)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.revision = try reader.required(revision, "revision")
            self.updated = try reader.required(updated, "updated")
            self.data = try reader.required(data, "data")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("revision", self.revision)
            writer.member("updated", self.updated)
            writer.member("data", self.data)
            writer.endObject()
        }
    }

    /// `from` is the day, such as 2022-07-12, from which the record is valid so, in a dated register; today unless given.
    public struct NewRecord: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var data: RawJSON
        public var from: String?

        public init(key: String, data: RawJSON, from: String? = nil) {
            self.key = key
            self.data = data
            self.from = from
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var data: RawJSON?
            var from: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("data") {
                    try reader.readMember(into: &data)
                } else if reader.isMember("from") {
                    try reader.readNullableMember(into: &from)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.data = try reader.required(data, "data")
            self.from = from
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("data", self.data)
            writer.member("from", ifPresent: self.from)
            writer.endObject()
        }
    }

    public struct Register: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var register: String
        public var zh: String
        public var en: String
        public var records: Int

        public init(bureau: String, register: String, zh: String, en: String, records: Int) {
            self.bureau = bureau
            self.register = register
            self.zh = zh
            self.en = en
            self.records = records
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var register: String?
            var zh: String?
            var en: String?
            var records: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("register") {
                    try reader.readMember(into: &register)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("records") {
                    try reader.readMember(into: &records)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.register = try reader.required(register, "register")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.records = try reader.required(records, "records")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("register", self.register)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("records", self.records)
            writer.endObject()
        }
    }

    /// What was said of a record of a dated register from a day on, until the next version begins; of two with the same first
    /// day the one with the greater `serial` holds. Without `data` the record is not valid any more. `request` is the number of
    /// the request that was approved for it.
    public struct Version: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String
        public var from: String
        public var serial: Int
        public var at: String
        public var by: String
        public var data: RawJSON?
        public var request: Int?

        public init(
            key: String,
            from: String,
            serial: Int,
            at: String,
            by: String,
            data: RawJSON? = nil,
            request: Int? = nil
        ) {
            self.key = key
            self.from = from
            self.serial = serial
            self.at = at
            self.by = by
            self.data = data
            self.request = request
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            var from: String?
            var serial: Int?
            var at: String?
            var by: String?
            var data: RawJSON?
            var request: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("from") {
                    try reader.readMember(into: &from)
                } else if reader.isMember("serial") {
                    try reader.readMember(into: &serial)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("data") {
                    try reader.readNullableMember(into: &data)
                } else if reader.isMember("request") {
                    try reader.readNullableMember(into: &request)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
            self.from = try reader.required(from, "from")
            self.serial = try reader.required(serial, "serial")
            self.at = try reader.required(at, "at")
            self.by = try reader.required(by, "by")
            self.data = data
            self.request = request
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.member("from", self.from)
            writer.member("serial", self.serial)
            writer.member("at", self.at)
            writer.member("by", self.by)
            writer.member("data", ifPresent: self.data)
            writer.member("request", ifPresent: self.request)
            writer.endObject()
        }
    }

    /// A register as it was on a day, by what had been written when the snapshot was taken; `records` is how many there were.
    public struct Snapshot: Sendable, Hashable, JSONReadable, JSONWritable {
        public var name: String
        public var day: String
        public var records: Int
        public var by: String
        public var at: String

        public init(name: String, day: String, records: Int, by: String, at: String) {
            self.name = name
            self.day = day
            self.records = records
            self.by = by
            self.at = at
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var name: String?
            var day: String?
            var records: Int?
            var by: String?
            var at: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("name") {
                    try reader.readMember(into: &name)
                } else if reader.isMember("day") {
                    try reader.readMember(into: &day)
                } else if reader.isMember("records") {
                    try reader.readMember(into: &records)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.name = try reader.required(name, "name")
            self.day = try reader.required(day, "day")
            self.records = try reader.required(records, "records")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("name", self.name)
            writer.member("day", self.day)
            writer.member("records", self.records)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.endObject()
        }
    }

    /// Days about which nothing is changed but by an approved request; without `from` and `to` the whole register.
    public struct Lock: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: Int
        public var from: String?
        public var to: String?
        public var reason: String
        public var by: String
        public var at: String

        public init(id: Int, from: String? = nil, to: String? = nil, reason: String, by: String, at: String) {
            self.id = id
            self.from = from
            self.to = to
            self.reason = reason
            self.by = by
            self.at = at
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: Int?
            var from: String?
            var to: String?
            var reason: String?
            var by: String?
            var at: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("from") {
                    try reader.readNullableMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readNullableMember(into: &to)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.from = from
            self.to = to
            self.reason = try reader.required(reason, "reason")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("from", ifPresent: self.from)
            writer.member("to", ifPresent: self.to)
            writer.member("reason", self.reason)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.endObject()
        }
    }

    /// A change of a record that one person asks for and another decides: of values, or with `newKey` of the key. `state` is
    /// PENDING, APPROVED or REJECTED.
    public struct Request: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: Int
        public var register: String
        public var key: String
        public var newKey: String?
        public var from: String?
        public var before: RawJSON
        public var after: RawJSON
        public var reason: String
        public var evidence: [String]
        public var by: String
        public var at: String
        public var state: String
        public var decidedBy: String?
        public var decidedAt: String?
        public var decision: String?

        public init(
            id: Int,
            register: String,
            key: String,
            newKey: String? = nil,
            from: String? = nil,
            before: RawJSON,
            after: RawJSON,
            reason: String,
            evidence: [String],
            by: String,
            at: String,
            state: String,
            decidedBy: String? = nil,
            decidedAt: String? = nil,
            decision: String? = nil
        ) {
            self.id = id
            self.register = register
            self.key = key
            self.newKey = newKey
            self.from = from
            self.before = before
            self.after = after
            self.reason = reason
            self.evidence = evidence
            self.by = by
            self.at = at
            self.state = state
            self.decidedBy = decidedBy
            self.decidedAt = decidedAt
            self.decision = decision
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: Int?
            var register: String?
            var key: String?
            var newKey: String?
            var from: String?
            var before: RawJSON?
            var after: RawJSON?
            var reason: String?
            var evidence: [String]?
            var by: String?
            var at: String?
            var state: String?
            var decidedBy: String?
            var decidedAt: String?
            var decision: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("register") {
                    try reader.readMember(into: &register)
                } else if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("newKey") {
                    try reader.readNullableMember(into: &newKey)
                } else if reader.isMember("from") {
                    try reader.readNullableMember(into: &from)
                } else if reader.isMember("before") {
                    try reader.readMember(into: &before)
                } else if reader.isMember("after") {
                    try reader.readMember(into: &after)
                } else if reader.isMember("reason") {
                    try reader.readMember(into: &reason)
                } else if reader.isMember("evidence") {
                    try reader.readMember(into: &evidence)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("decidedBy") {
                    try reader.readNullableMember(into: &decidedBy)
                } else if reader.isMember("decidedAt") {
                    try reader.readNullableMember(into: &decidedAt)
                } else if reader.isMember("decision") {
                    try reader.readNullableMember(into: &decision)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.register = try reader.required(register, "register")
            self.key = try reader.required(key, "key")
            self.newKey = newKey
            self.from = from
            self.before = try reader.required(before, "before")
            self.after = try reader.required(after, "after")
            self.reason = try reader.required(reason, "reason")
            self.evidence = try reader.required(evidence, "evidence")
            self.by = try reader.required(by, "by")
            self.at = try reader.required(at, "at")
            self.state = try reader.required(state, "state")
            self.decidedBy = decidedBy
            self.decidedAt = decidedAt
            self.decision = decision
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("register", self.register)
            writer.member("key", self.key)
            writer.member("newKey", ifPresent: self.newKey)
            writer.member("from", ifPresent: self.from)
            writer.member("before", self.before)
            writer.member("after", self.after)
            writer.member("reason", self.reason)
            writer.member("evidence", self.evidence)
            writer.member("by", self.by)
            writer.member("at", self.at)
            writer.member("state", self.state)
            writer.member("decidedBy", ifPresent: self.decidedBy)
            writer.member("decidedAt", ifPresent: self.decidedAt)
            writer.member("decision", ifPresent: self.decision)
            writer.endObject()
        }
    }

    /// What a field must be: equal to a value, or within `from` and `to` (both included, either may be missing), or a text
    /// that begins with `prefix`. Of a personal field only equality may be asked, of a sensitive one nothing, unless the
    /// caller is the bureau's plugin.
    public struct Condition: Sendable, Hashable, JSONReadable, JSONWritable {
        public var field: String
        public var equals: String?
        public var from: String?
        public var to: String?
        public var prefix: String?

        public init(
            field: String,
            equals: String? = nil,
            from: String? = nil,
            to: String? = nil,
            prefix: String? = nil
        ) {
            self.field = field
            self.equals = equals
            self.from = from
            self.to = to
            self.prefix = prefix
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var field: String?
            var equals: String?
            var from: String?
            var to: String?
            var prefix: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("field") {
                    try reader.readMember(into: &field)
                } else if reader.isMember("equals") {
                    try reader.readNullableMember(into: &equals)
                } else if reader.isMember("from") {
                    try reader.readNullableMember(into: &from)
                } else if reader.isMember("to") {
                    try reader.readNullableMember(into: &to)
                } else if reader.isMember("prefix") {
                    try reader.readNullableMember(into: &prefix)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.field = try reader.required(field, "field")
            self.equals = equals
            self.from = from
            self.to = to
            self.prefix = prefix
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("field", self.field)
            writer.member("equals", ifPresent: self.equals)
            writer.member("from", ifPresent: self.from)
            writer.member("to", ifPresent: self.to)
            writer.member("prefix", ifPresent: self.prefix)
            writer.endObject()
        }
    }

    /// How many records have these values, one for each field the count is by; an empty text is no value.
    public struct Group: Sendable, Hashable, JSONReadable, JSONWritable {
        public var values: [String]
        public var count: Int

        public init(values: [String], count: Int) {
            self.values = values
            self.count = count
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var values: [String]?
            var count: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("values") {
                    try reader.readMember(into: &values)
                } else if reader.isMember("count") {
                    try reader.readMember(into: &count)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.values = try reader.required(values, "values")
            self.count = try reader.required(count, "count")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("values", self.values)
            writer.member("count", self.count)
            writer.endObject()
        }
    }

    /// One thing wrong with a file of records. `row` is the line at which the row begins, 1 for the header and 0 for the file
    /// as a whole. `value` is what stands there, never of personal and sensitive fields. `code` is missing, unknown, type,
    /// range, option, format, notExpected, encoding, columns, header, csv, repeated, unique, limit, locked, renamed or
    /// not_dated.
    public struct ImportFault: Sendable, Hashable, JSONReadable, JSONWritable {
        public var row: Int
        public var column: String?
        public var value: String?
        public var code: String
        public var zh: String
        public var en: String

        public init(row: Int, column: String? = nil, value: String? = nil, code: String, zh: String, en: String) {
            self.row = row
            self.column = column
            self.value = value
            self.code = code
            self.zh = zh
            self.en = en
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var row: Int?
            var column: String?
            var value: String?
            var code: String?
            var zh: String?
            var en: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("row") {
                    try reader.readMember(into: &row)
                } else if reader.isMember("column") {
                    try reader.readNullableMember(into: &column)
                } else if reader.isMember("value") {
                    try reader.readNullableMember(into: &value)
                } else if reader.isMember("code") {
                    try reader.readMember(into: &code)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.row = try reader.required(row, "row")
            self.column = column
            self.value = value
            self.code = try reader.required(code, "code")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("row", self.row)
            writer.member("column", ifPresent: self.column)
            writer.member("value", ifPresent: self.value)
            writer.member("code", self.code)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.endObject()
        }
    }

    public struct Field: Sendable, Hashable, JSONReadable, JSONWritable {
        public var id: String
        public var zh: String
        public var en: String
        public var kind: String
        public var `class`: String
        public var required: Bool
        public var key: Bool
        public var indexed: Bool

        public init(
            id: String,
            zh: String,
            en: String,
            kind: String,
            `class`: String,
            required: Bool,
            key: Bool,
            indexed: Bool
        ) {
            self.id = id
            self.zh = zh
            self.en = en
            self.kind = kind
            self.`class` = `class`
            self.required = required
            self.key = key
            self.indexed = indexed
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var id: String?
            var zh: String?
            var en: String?
            var kind: String?
            var `class`: String?
            var required: Bool?
            var key: Bool?
            var indexed: Bool?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("id") {
                    try reader.readMember(into: &id)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("class") {
                    try reader.readMember(into: &`class`)
                } else if reader.isMember("required") {
                    try reader.readMember(into: &required)
                } else if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else if reader.isMember("indexed") {
                    try reader.readMember(into: &indexed)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.id = try reader.required(id, "id")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.kind = try reader.required(kind, "kind")
            self.`class` = try reader.required(`class`, "class")
            self.required = try reader.required(required, "required")
            self.key = try reader.required(key, "key")
            self.indexed = try reader.required(indexed, "indexed")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("id", self.id)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("kind", self.kind)
            writer.member("class", self.`class`)
            writer.member("required", self.required)
            writer.member("key", self.key)
            writer.member("indexed", self.indexed)
            writer.endObject()
        }
    }

    /// The method `org.tongban.Registers.List`.
    public enum List: VarlinkMethod {
        public static let name = "org.tongban.Registers.List"

        /// The input parameters of ``List``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?

            public init(bureau: String? = nil) {
                self.bureau = bureau
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``List``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var registers: [Register]

            public init(registers: [Register]) {
                self.registers = registers
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var registers: [Register]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("registers") {
                        try reader.readMember(into: &registers)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.registers = try reader.required(registers, "registers")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("registers", self.registers)
                writer.endObject()
            }
        }
    }

    /// The fields of a register: what a file of records may have as columns, and by what records are found and ordered.
    public enum Describe: VarlinkMethod {
        public static let name = "org.tongban.Registers.Describe"

        /// The input parameters of ``Describe``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String

            public init(bureau: String, register: String) {
                self.bureau = bureau
                self.register = register
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.endObject()
            }
        }

        /// The output parameters of ``Describe``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public struct Unique: Sendable, Hashable, JSONReadable, JSONWritable {
                public var fields: [String]

                public init(fields: [String]) {
                    self.fields = fields
                }

                public init(from reader: inout JSONReader) throws(JSONError) {
                    var fields: [String]?
                    try reader.beginObject()
                    while try reader.nextMember() {
                        if reader.isMember("fields") {
                            try reader.readMember(into: &fields)
                        } else {
                            try reader.readUnknownMember()
                        }
                    }
                    self.fields = try reader.required(fields, "fields")
                }

                public func write(to writer: inout JSONWriter) {
                    writer.beginObject()
                    writer.member("fields", self.fields)
                    writer.endObject()
                }
            }

            public var fields: [Field]
            public var unique: [Unique]
            public var limit: Int?
            public var dated: Bool

            public init(fields: [Field], unique: [Unique], limit: Int? = nil, dated: Bool) {
                self.fields = fields
                self.unique = unique
                self.limit = limit
                self.dated = dated
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var fields: [Field]?
                var unique: [Unique]?
                var limit: Int?
                var dated: Bool?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("fields") {
                        try reader.readMember(into: &fields)
                    } else if reader.isMember("unique") {
                        try reader.readMember(into: &unique)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else if reader.isMember("dated") {
                        try reader.readMember(into: &dated)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.fields = try reader.required(fields, "fields")
                self.unique = try reader.required(unique, "unique")
                self.limit = limit
                self.dated = try reader.required(dated, "dated")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("fields", self.fields)
                writer.member("unique", self.unique)
                writer.member("limit", ifPresent: self.limit)
                writer.member("dated", self.dated)
                writer.endObject()
            }
        }
    }

    /// Puts records, all or none; one whose content is there already is left as it is.
    public enum Put: VarlinkMethod {
        public static let name = "org.tongban.Registers.Put"

        /// The input parameters of ``Put``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var records: [NewRecord]

            public init(bureau: String, register: String, records: [NewRecord]) {
                self.bureau = bureau
                self.register = register
                self.records = records
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var records: [NewRecord]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("records") {
                        try reader.readMember(into: &records)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.records = try reader.required(records, "records")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("records", self.records)
                writer.endObject()
            }
        }

        /// The output parameters of ``Put``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var added: Int
            public var changed: Int
            public var unchanged: Int

            public init(added: Int, changed: Int, unchanged: Int) {
                self.added = added
                self.changed = changed
                self.unchanged = unchanged
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var added: Int?
                var changed: Int?
                var unchanged: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("added") {
                        try reader.readMember(into: &added)
                    } else if reader.isMember("changed") {
                        try reader.readMember(into: &changed)
                    } else if reader.isMember("unchanged") {
                        try reader.readMember(into: &unchanged)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.added = try reader.required(added, "added")
                self.changed = try reader.required(changed, "changed")
                self.unchanged = try reader.required(unchanged, "unchanged")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("added", self.added)
                writer.member("changed", self.changed)
                writer.member("unchanged", self.unchanged)
                writer.endObject()
            }
        }
    }

    /// A record by its key or a former one, as it is or, in a dated register, was on the day `at`.
    public enum Get: VarlinkMethod {
        public static let name = "org.tongban.Registers.Get"

        /// The input parameters of ``Get``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String
            public var at: String?

            public init(bureau: String, register: String, key: String, at: String? = nil) {
                self.bureau = bureau
                self.register = register
                self.key = key
                self.at = at
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                var at: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
                self.at = at
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.member("at", ifPresent: self.at)
                writer.endObject()
            }
        }

        /// The output parameters of ``Get``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var record: Record

            public init(record: Record) {
                self.record = record
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var record: Record?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("record") {
                        try reader.readMember(into: &record)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.record = try reader.required(record, "record")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("record", self.record)
                writer.endObject()
            }
        }
    }

    /// Records for which all conditions and the filter, a JsonLogic condition over the values as the caller sees them, hold.
    ///
    /// They come by key, or in the order of an indexed field: the one named by `order`, else that of a range or prefix that is
    /// asked of an indexed field. `next`, given as `after`, is the next page; what is written meanwhile neither repeats nor
    /// hides another record. A page may be shorter than `limit` and have a next one. `index` is the indexed field by which the
    /// records were found, and `examined` how many were looked at for the page. With `at`, a day, or `snapshot`, the name of
    /// one, the records of a dated register are seen as they were; they come by key then.
    public enum Query: VarlinkMethod {
        public static let name = "org.tongban.Registers.Query"

        /// The input parameters of ``Query``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var after: String?
            public var limit: Int?
            public var conditions: [Condition]?
            public var filter: RawJSON?
            public var order: String?
            public var at: String?
            public var snapshot: String?

            public init(
                bureau: String,
                register: String,
                after: String? = nil,
                limit: Int? = nil,
                conditions: [Condition]? = nil,
                filter: RawJSON? = nil,
                order: String? = nil,
                at: String? = nil,
                snapshot: String? = nil
            ) {
                self.bureau = bureau
                self.register = register
                self.after = after
                self.limit = limit
                self.conditions = conditions
                self.filter = filter
                self.order = order
                self.at = at
                self.snapshot = snapshot
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var after: String?
                var limit: Int?
                var conditions: [Condition]?
                var filter: RawJSON?
                var order: String?
                var at: String?
                var snapshot: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else if reader.isMember("conditions") {
                        try reader.readNullableMember(into: &conditions)
                    } else if reader.isMember("filter") {
                        try reader.readNullableMember(into: &filter)
                    } else if reader.isMember("order") {
                        try reader.readNullableMember(into: &order)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else if reader.isMember("snapshot") {
                        try reader.readNullableMember(into: &snapshot)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.after = after
                self.limit = limit
                self.conditions = conditions
                self.filter = filter
                self.order = order
                self.at = at
                self.snapshot = snapshot
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.member("conditions", ifPresent: self.conditions)
                writer.member("filter", ifPresent: self.filter)
                writer.member("order", ifPresent: self.order)
                writer.member("at", ifPresent: self.at)
                writer.member("snapshot", ifPresent: self.snapshot)
                writer.endObject()
            }
        }

        /// The output parameters of ``Query``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var records: [Record]
            public var next: String?
            public var index: String?
            public var examined: Int

            public init(records: [Record], next: String? = nil, index: String? = nil, examined: Int) {
                self.records = records
                self.next = next
                self.index = index
                self.examined = examined
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var records: [Record]?
                var next: String?
                var index: String?
                var examined: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("records") {
                        try reader.readMember(into: &records)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else if reader.isMember("index") {
                        try reader.readNullableMember(into: &index)
                    } else if reader.isMember("examined") {
                        try reader.readMember(into: &examined)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.records = try reader.required(records, "records")
                self.next = next
                self.index = index
                self.examined = try reader.required(examined, "examined")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("records", self.records)
                writer.member("next", ifPresent: self.next)
                writer.member("index", ifPresent: self.index)
                writer.member("examined", self.examined)
                writer.endObject()
            }
        }
    }

    /// How many records there are for which conditions and filter hold, and how many of each value of up to three fields.
    public enum Count: VarlinkMethod {
        public static let name = "org.tongban.Registers.Count"

        /// The input parameters of ``Count``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var conditions: [Condition]?
            public var filter: RawJSON?
            public var by: [String]?
            public var at: String?
            public var snapshot: String?

            public init(
                bureau: String,
                register: String,
                conditions: [Condition]? = nil,
                filter: RawJSON? = nil,
                by: [String]? = nil,
                at: String? = nil,
                snapshot: String? = nil
            ) {
                self.bureau = bureau
                self.register = register
                self.conditions = conditions
                self.filter = filter
                self.by = by
                self.at = at
                self.snapshot = snapshot
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var conditions: [Condition]?
                var filter: RawJSON?
                var by: [String]?
                var at: String?
                var snapshot: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("conditions") {
                        try reader.readNullableMember(into: &conditions)
                    } else if reader.isMember("filter") {
                        try reader.readNullableMember(into: &filter)
                    } else if reader.isMember("by") {
                        try reader.readNullableMember(into: &by)
                    } else if reader.isMember("at") {
                        try reader.readNullableMember(into: &at)
                    } else if reader.isMember("snapshot") {
                        try reader.readNullableMember(into: &snapshot)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.conditions = conditions
                self.filter = filter
                self.by = by
                self.at = at
                self.snapshot = snapshot
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("conditions", ifPresent: self.conditions)
                writer.member("filter", ifPresent: self.filter)
                writer.member("by", ifPresent: self.by)
                writer.member("at", ifPresent: self.at)
                writer.member("snapshot", ifPresent: self.snapshot)
                writer.endObject()
            }
        }

        /// The output parameters of ``Count``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var total: Int
            public var groups: [Group]

            public init(total: Int, groups: [Group]) {
                self.total = total
                self.groups = groups
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var total: Int?
                var groups: [Group]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("total") {
                        try reader.readMember(into: &total)
                    } else if reader.isMember("groups") {
                        try reader.readMember(into: &groups)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.total = try reader.required(total, "total")
                self.groups = try reader.required(groups, "groups")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("total", self.total)
                writer.member("groups", self.groups)
                writer.endObject()
            }
        }
    }

    /// Begins to send a file of records as comma-separated values (RFC 4180), which ends with the connection unless it is
    /// finished before. The first row titles the columns by the ids or names of fields; an amount is in yuan and an area in mu
    /// when the title says (元) or (亩) behind the name. `encoding` is UTF-8 or GB18030; without it the file is UTF-8 when it
    /// begins with the mark or all of it is, else GB18030. `chunkSize` is how many bytes one chunk may have.
    public enum ImportBegin: VarlinkMethod {
        public static let name = "org.tongban.Registers.ImportBegin"

        /// The input parameters of ``ImportBegin``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var size: Int
            public var encoding: String?

            public init(bureau: String, register: String, size: Int, encoding: String? = nil) {
                self.bureau = bureau
                self.register = register
                self.size = size
                self.encoding = encoding
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var size: Int?
                var encoding: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("size") {
                        try reader.readMember(into: &size)
                    } else if reader.isMember("encoding") {
                        try reader.readNullableMember(into: &encoding)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.size = try reader.required(size, "size")
                self.encoding = encoding
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("size", self.size)
                writer.member("encoding", ifPresent: self.encoding)
                writer.endObject()
            }
        }

        /// The output parameters of ``ImportBegin``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var chunkSize: Int

            public init(upload: String, chunkSize: Int) {
                self.upload = upload
                self.chunkSize = chunkSize
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var upload: String?
                var chunkSize: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("chunkSize") {
                        try reader.readMember(into: &chunkSize)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.chunkSize = try reader.required(chunkSize, "chunkSize")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("chunkSize", self.chunkSize)
                writer.endObject()
            }
        }
    }

    /// The next bytes, in base64. `received` is how many there are now.
    public enum ImportChunk: VarlinkMethod {
        public static let name = "org.tongban.Registers.ImportChunk"

        /// The input parameters of ``ImportChunk``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var offset: Int
            public var data: String

            public init(upload: String, offset: Int, data: String) {
                self.upload = upload
                self.offset = offset
                self.data = data
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                var offset: Int?
                var data: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("offset") {
                        try reader.readMember(into: &offset)
                    } else if reader.isMember("data") {
                        try reader.readMember(into: &data)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.offset = try reader.required(offset, "offset")
                self.data = try reader.required(data, "data")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("offset", self.offset)
                writer.member("data", self.data)
                writer.endObject()
            }
        }

        /// The output parameters of ``ImportChunk``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var received: Int

            public init(received: Int) {
                self.received = received
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var received: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("received") {
                        try reader.readMember(into: &received)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.received = try reader.required(received, "received")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("received", self.received)
                writer.endObject()
            }
        }
    }

    /// Puts the records of the file: all of them when there is no fault, else none. With `preview` nothing is put and only
    /// told what would be. Records with the same content stay as they are, so that the same file again changes nothing.
    /// `faultCount` counts those too that are too many to be named.
    /// `from` is the day from which the records are valid so, in a dated register; today unless given.
    public enum ImportFinish: VarlinkMethod {
        public static let name = "org.tongban.Registers.ImportFinish"

        /// The input parameters of ``ImportFinish``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String
            public var preview: Bool?
            public var from: String?

            public init(upload: String, preview: Bool? = nil, from: String? = nil) {
                self.upload = upload
                self.preview = preview
                self.from = from
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                var preview: Bool?
                var from: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else if reader.isMember("preview") {
                        try reader.readNullableMember(into: &preview)
                    } else if reader.isMember("from") {
                        try reader.readNullableMember(into: &from)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
                self.preview = preview
                self.from = from
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.member("preview", ifPresent: self.preview)
                writer.member("from", ifPresent: self.from)
                writer.endObject()
            }
        }

        /// The output parameters of ``ImportFinish``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var applied: Bool
            public var encoding: String
            public var rows: Int
            public var added: Int
            public var changed: Int
            public var unchanged: Int
            public var faultCount: Int
            public var faults: [ImportFault]

            public init(
                applied: Bool,
                encoding: String,
                rows: Int,
                added: Int,
                changed: Int,
                unchanged: Int,
                faultCount: Int,
                faults: [ImportFault]
            ) {
                self.applied = applied
                self.encoding = encoding
                self.rows = rows
                self.added = added
                self.changed = changed
                self.unchanged = unchanged
                self.faultCount = faultCount
                self.faults = faults
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var applied: Bool?
                var encoding: String?
                var rows: Int?
                var added: Int?
                var changed: Int?
                var unchanged: Int?
                var faultCount: Int?
                var faults: [ImportFault]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("applied") {
                        try reader.readMember(into: &applied)
                    } else if reader.isMember("encoding") {
                        try reader.readMember(into: &encoding)
                    } else if reader.isMember("rows") {
                        try reader.readMember(into: &rows)
                    } else if reader.isMember("added") {
                        try reader.readMember(into: &added)
                    } else if reader.isMember("changed") {
                        try reader.readMember(into: &changed)
                    } else if reader.isMember("unchanged") {
                        try reader.readMember(into: &unchanged)
                    } else if reader.isMember("faultCount") {
                        try reader.readMember(into: &faultCount)
                    } else if reader.isMember("faults") {
                        try reader.readMember(into: &faults)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.applied = try reader.required(applied, "applied")
                self.encoding = try reader.required(encoding, "encoding")
                self.rows = try reader.required(rows, "rows")
                self.added = try reader.required(added, "added")
                self.changed = try reader.required(changed, "changed")
                self.unchanged = try reader.required(unchanged, "unchanged")
                self.faultCount = try reader.required(faultCount, "faultCount")
                self.faults = try reader.required(faults, "faults")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("applied", self.applied)
                writer.member("encoding", self.encoding)
                writer.member("rows", self.rows)
                writer.member("added", self.added)
                writer.member("changed", self.changed)
                writer.member("unchanged", self.unchanged)
                writer.member("faultCount", self.faultCount)
                writer.member("faults", self.faults)
                writer.endObject()
            }
        }
    }

    /// Gives up what was sent.
    public enum ImportCancel: VarlinkMethod {
        public static let name = "org.tongban.Registers.ImportCancel"

        /// The input parameters of ``ImportCancel``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var upload: String

            public init(upload: String) {
                self.upload = upload
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var upload: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("upload") {
                        try reader.readMember(into: &upload)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.upload = try reader.required(upload, "upload")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("upload", self.upload)
                writer.endObject()
            }
        }

        /// The output parameters of ``ImportCancel``.
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

    /// Ends a record of a dated register: `on` is the first day on which it is not valid.
    public enum End: VarlinkMethod {
        public static let name = "org.tongban.Registers.End"

        /// The input parameters of ``End``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String
            public var on: String

            public init(bureau: String, register: String, key: String, on: String) {
                self.bureau = bureau
                self.register = register
                self.key = key
                self.on = on
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                var on: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("on") {
                        try reader.readMember(into: &on)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
                self.on = try reader.required(on, "on")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.member("on", self.on)
                writer.endObject()
            }
        }

        /// The output parameters of ``End``.
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

    /// Every version of a record of a dated register, those under former keys too, in the order of their days.
    public enum History: VarlinkMethod {
        public static let name = "org.tongban.Registers.History"

        /// The input parameters of ``History``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String

            public init(bureau: String, register: String, key: String) {
                self.bureau = bureau
                self.register = register
                self.key = key
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.endObject()
            }
        }

        /// The output parameters of ``History``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var versions: [Version]

            public init(versions: [Version]) {
                self.versions = versions
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var versions: [Version]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("versions") {
                        try reader.readMember(into: &versions)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.versions = try reader.required(versions, "versions")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("versions", self.versions)
                writer.endObject()
            }
        }
    }

    /// Takes a snapshot of a dated register on a day, today unless given. Nothing is copied, and what is written later about
    /// that day does not change it.
    public enum TakeSnapshot: VarlinkMethod {
        public static let name = "org.tongban.Registers.TakeSnapshot"

        /// The input parameters of ``TakeSnapshot``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var name: String
            public var day: String?

            public init(bureau: String, register: String, name: String, day: String? = nil) {
                self.bureau = bureau
                self.register = register
                self.name = name
                self.day = day
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var name: String?
                var day: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("name") {
                        try reader.readMember(into: &name)
                    } else if reader.isMember("day") {
                        try reader.readNullableMember(into: &day)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.name = try reader.required(name, "name")
                self.day = day
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("name", self.name)
                writer.member("day", ifPresent: self.day)
                writer.endObject()
            }
        }

        /// The output parameters of ``TakeSnapshot``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var snapshot: Snapshot

            public init(snapshot: Snapshot) {
                self.snapshot = snapshot
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var snapshot: Snapshot?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("snapshot") {
                        try reader.readMember(into: &snapshot)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.snapshot = try reader.required(snapshot, "snapshot")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("snapshot", self.snapshot)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Registers.Snapshots`.
    public enum Snapshots: VarlinkMethod {
        public static let name = "org.tongban.Registers.Snapshots"

        /// The input parameters of ``Snapshots``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String

            public init(bureau: String, register: String) {
                self.bureau = bureau
                self.register = register
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.endObject()
            }
        }

        /// The output parameters of ``Snapshots``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var snapshots: [Snapshot]

            public init(snapshots: [Snapshot]) {
                self.snapshots = snapshots
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var snapshots: [Snapshot]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("snapshots") {
                        try reader.readMember(into: &snapshots)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.snapshots = try reader.required(snapshots, "snapshots")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("snapshots", self.snapshots)
                writer.endObject()
            }
        }
    }

    /// Locks the days between two, both included, or the whole register; a head of the bureau does it. A lock stays: what is
    /// wrong is amended.
    public enum SetLock: VarlinkMethod {
        public static let name = "org.tongban.Registers.SetLock"

        /// The input parameters of ``SetLock``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var from: String?
            public var to: String?
            public var reason: String

            public init(bureau: String, register: String, from: String? = nil, to: String? = nil, reason: String) {
                self.bureau = bureau
                self.register = register
                self.from = from
                self.to = to
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var from: String?
                var to: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("from") {
                        try reader.readNullableMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readNullableMember(into: &to)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.from = from
                self.to = to
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("from", ifPresent: self.from)
                writer.member("to", ifPresent: self.to)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``SetLock``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var lock: Lock

            public init(lock: Lock) {
                self.lock = lock
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var lock: Lock?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("lock") {
                        try reader.readMember(into: &lock)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.lock = try reader.required(lock, "lock")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("lock", self.lock)
                writer.endObject()
            }
        }
    }

    /// The method `org.tongban.Registers.Locks`.
    public enum Locks: VarlinkMethod {
        public static let name = "org.tongban.Registers.Locks"

        /// The input parameters of ``Locks``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String

            public init(bureau: String, register: String) {
                self.bureau = bureau
                self.register = register
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.endObject()
            }
        }

        /// The output parameters of ``Locks``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var locks: [Lock]

            public init(locks: [Lock]) {
                self.locks = locks
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var locks: [Lock]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("locks") {
                        try reader.readMember(into: &locks)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.locks = try reader.required(locks, "locks")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("locks", self.locks)
                writer.endObject()
            }
        }
    }

    /// Asks that values of a record be changed, whether it is locked or not; null removes one. `from` is the day from which
    /// the change is valid, in a dated register. `evidence` are numbers of cases or hashes of attachments.
    public enum Amend: VarlinkMethod {
        public static let name = "org.tongban.Registers.Amend"

        /// The input parameters of ``Amend``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String
            public var values: RawJSON
            public var from: String?
            public var reason: String
            public var evidence: [String]?

            public init(
                bureau: String,
                register: String,
                key: String,
                values: RawJSON,
                from: String? = nil,
                reason: String,
                evidence: [String]? = nil
            ) {
                self.bureau = bureau
                self.register = register
                self.key = key
                self.values = values
                self.from = from
                self.reason = reason
                self.evidence = evidence
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                var values: RawJSON?
                var from: String?
                var reason: String?
                var evidence: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("values") {
                        try reader.readMember(into: &values)
                    } else if reader.isMember("from") {
                        try reader.readNullableMember(into: &from)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("evidence") {
                        try reader.readNullableMember(into: &evidence)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
                self.values = try reader.required(values, "values")
                self.from = from
                self.reason = try reader.required(reason, "reason")
                self.evidence = evidence
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.member("values", self.values)
                writer.member("from", ifPresent: self.from)
                writer.member("reason", self.reason)
                writer.member("evidence", ifPresent: self.evidence)
                writer.endObject()
            }
        }

        /// The output parameters of ``Amend``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var request: Request

            public init(request: Request) {
                self.request = request
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var request: Request?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("request") {
                        try reader.readMember(into: &request)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.request = try reader.required(request, "request")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("request", self.request)
                writer.endObject()
            }
        }
    }

    /// Asks that a record get another key because the one it has is wrong: `values` are the fields of the key as they are to
    /// be. The old key stays as an alias, by which the record is still found.
    public enum Rekey: VarlinkMethod {
        public static let name = "org.tongban.Registers.Rekey"

        /// The input parameters of ``Rekey``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var register: String
            public var key: String
            public var values: RawJSON
            public var reason: String
            public var evidence: [String]?

            public init(
                bureau: String,
                register: String,
                key: String,
                values: RawJSON,
                reason: String,
                evidence: [String]? = nil
            ) {
                self.bureau = bureau
                self.register = register
                self.key = key
                self.values = values
                self.reason = reason
                self.evidence = evidence
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var register: String?
                var key: String?
                var values: RawJSON?
                var reason: String?
                var evidence: [String]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("register") {
                        try reader.readMember(into: &register)
                    } else if reader.isMember("key") {
                        try reader.readMember(into: &key)
                    } else if reader.isMember("values") {
                        try reader.readMember(into: &values)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else if reader.isMember("evidence") {
                        try reader.readNullableMember(into: &evidence)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.register = try reader.required(register, "register")
                self.key = try reader.required(key, "key")
                self.values = try reader.required(values, "values")
                self.reason = try reader.required(reason, "reason")
                self.evidence = evidence
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("register", self.register)
                writer.member("key", self.key)
                writer.member("values", self.values)
                writer.member("reason", self.reason)
                writer.member("evidence", ifPresent: self.evidence)
                writer.endObject()
            }
        }

        /// The output parameters of ``Rekey``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var request: Request

            public init(request: Request) {
                self.request = request
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var request: Request?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("request") {
                        try reader.readMember(into: &request)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.request = try reader.required(request, "request")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("request", self.request)
                writer.endObject()
            }
        }
    }

    /// Requests of a bureau in the order of their numbers, those of one state only when it is given.
    public enum Requests: VarlinkMethod {
        public static let name = "org.tongban.Registers.Requests"

        /// The input parameters of ``Requests``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var state: String?
            public var after: Int?
            public var limit: Int?

            public init(bureau: String, state: String? = nil, after: Int? = nil, limit: Int? = nil) {
                self.bureau = bureau
                self.state = state
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var state: String?
                var after: Int?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("state") {
                        try reader.readNullableMember(into: &state)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.state = state
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("state", ifPresent: self.state)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Requests``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var requests: [Request]

            public init(requests: [Request]) {
                self.requests = requests
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var requests: [Request]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("requests") {
                        try reader.readMember(into: &requests)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.requests = try reader.required(requests, "requests")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("requests", self.requests)
                writer.endObject()
            }
        }
    }

    /// Decides a request: a head of the bureau, not who asked for it.
    public enum Decide: VarlinkMethod {
        public static let name = "org.tongban.Registers.Decide"

        /// The input parameters of ``Decide``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var id: Int
            public var approve: Bool
            public var reason: String?

            public init(bureau: String, id: Int, approve: Bool, reason: String? = nil) {
                self.bureau = bureau
                self.id = id
                self.approve = approve
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var id: Int?
                var approve: Bool?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("id") {
                        try reader.readMember(into: &id)
                    } else if reader.isMember("approve") {
                        try reader.readMember(into: &approve)
                    } else if reader.isMember("reason") {
                        try reader.readNullableMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.id = try reader.required(id, "id")
                self.approve = try reader.required(approve, "approve")
                self.reason = reason
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("id", self.id)
                writer.member("approve", self.approve)
                writer.member("reason", ifPresent: self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Decide``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var request: Request

            public init(request: Request) {
                self.request = request
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var request: Request?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("request") {
                        try reader.readMember(into: &request)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.request = try reader.required(request, "request")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("request", self.request)
                writer.endObject()
            }
        }
    }
}

/// The errors of `org.tongban.Registers`.
public enum RegistersFailure: VarlinkFailure, Hashable {
    case noSuchRegister(bureau: String, register: String)
    case noSuchRecord(key: String)
    case noSuchUpload(upload: String)

    /// So many bytes have been received.
    case wrongOffset(received: Int)

    /// So many files may be on their way at once.
    case tooManyUploads(limit: Int)

    public var errorName: String {
        switch self {
        case .noSuchRegister: "org.tongban.Registers.NoSuchRegister"
        case .noSuchRecord: "org.tongban.Registers.NoSuchRecord"
        case .noSuchUpload: "org.tongban.Registers.NoSuchUpload"
        case .wrongOffset: "org.tongban.Registers.WrongOffset"
        case .tooManyUploads: "org.tongban.Registers.TooManyUploads"
        }
    }

    public var errorParameters: RawJSON {
        switch self {
        case .noSuchRegister(let bureau, let register):
            RawJSON(encoding: NoSuchRegister(bureau: bureau, register: register))
        case .noSuchRecord(let key):
            RawJSON(encoding: NoSuchRecord(key: key))
        case .noSuchUpload(let upload):
            RawJSON(encoding: NoSuchUpload(upload: upload))
        case .wrongOffset(let received):
            RawJSON(encoding: WrongOffset(received: received))
        case .tooManyUploads(let limit):
            RawJSON(encoding: TooManyUploads(limit: limit))
        }
    }

    public init?(errorName: String, errorParameters: RawJSON) {
        switch errorName {
        case "org.tongban.Registers.NoSuchRegister":
            guard let parameters = try? NoSuchRegister(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchRegister(bureau: parameters.bureau, register: parameters.register)
        case "org.tongban.Registers.NoSuchRecord":
            guard let parameters = try? NoSuchRecord(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchRecord(key: parameters.key)
        case "org.tongban.Registers.NoSuchUpload":
            guard let parameters = try? NoSuchUpload(parsing: errorParameters.bytes) else { return nil }
            self = .noSuchUpload(upload: parameters.upload)
        case "org.tongban.Registers.WrongOffset":
            guard let parameters = try? WrongOffset(parsing: errorParameters.bytes) else { return nil }
            self = .wrongOffset(received: parameters.received)
        case "org.tongban.Registers.TooManyUploads":
            guard let parameters = try? TooManyUploads(parsing: errorParameters.bytes) else { return nil }
            self = .tooManyUploads(limit: parameters.limit)
        default:
            return nil
        }
    }

    /// The parameters of ``noSuchRegister``.
    public struct NoSuchRegister: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var register: String

        public init(bureau: String, register: String) {
            self.bureau = bureau
            self.register = register
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var register: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("register") {
                    try reader.readMember(into: &register)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.register = try reader.required(register, "register")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("register", self.register)
            writer.endObject()
        }
    }

    /// The parameters of ``noSuchRecord``.
    public struct NoSuchRecord: Sendable, Hashable, JSONReadable, JSONWritable {
        public var key: String

        public init(key: String) {
            self.key = key
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var key: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("key") {
                    try reader.readMember(into: &key)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.key = try reader.required(key, "key")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("key", self.key)
            writer.endObject()
        }
    }

    /// The parameters of ``noSuchUpload``.
    public struct NoSuchUpload: Sendable, Hashable, JSONReadable, JSONWritable {
        public var upload: String

        public init(upload: String) {
            self.upload = upload
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var upload: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("upload") {
                    try reader.readMember(into: &upload)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.upload = try reader.required(upload, "upload")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("upload", self.upload)
            writer.endObject()
        }
    }

    /// The parameters of ``wrongOffset``.
    public struct WrongOffset: Sendable, Hashable, JSONReadable, JSONWritable {
        public var received: Int

        public init(received: Int) {
            self.received = received
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var received: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("received") {
                    try reader.readMember(into: &received)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.received = try reader.required(received, "received")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("received", self.received)
            writer.endObject()
        }
    }

    /// The parameters of ``tooManyUploads``.
    public struct TooManyUploads: Sendable, Hashable, JSONReadable, JSONWritable {
        public var limit: Int

        public init(limit: Int) {
            self.limit = limit
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var limit: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("limit") {
                    try reader.readMember(into: &limit)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.limit = try reader.required(limit, "limit")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("limit", self.limit)
            writer.endObject()
        }
    }
}
