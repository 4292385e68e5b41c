// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A message as the queue gets it: tasks with a payload, text in Chinese and English. For Foundation it is `Codable`;
/// for ByteJSON it is written out as generated code is.
struct Submission: Codable, Hashable {
    var tasks: [Task]

    struct Task: Codable, Hashable {
        var queue: String
        var kind: String
        var payload: Payload
        var key: String?
        var priority: Int64?
        var deadline: String?
        var maxAttempts: Int64?
    }

    struct Payload: Codable, Hashable {
        var applicant: String
        var identity: String
        var area: String
        var amountFen: Int64
        var urgent: Bool
        var remark: String
        var documents: [String]
    }

    /// A submission whose compact text has about so many bytes.
    init(bytes: Int) {
        self.tasks = [Self.task(0, remark: "材料齐全")]
        // The first message is shorter than a full task with all its remarks.
        while self.jsonBytes().count < bytes - 200 {
            self.tasks.append(Self.task(self.tasks.count, remark: "首次申请，材料齐全；请于五个工作日内办结 (\"normal\" track)"))
        }
    }

    private static func task(_ number: Int, remark: String) -> Task {
        Task(
            queue: "disability",
            kind: "allowance.review",
            payload: Payload(
                applicant: "欧阳某某",
                identity: "11010519491231002X",
                area: "某某街道第\(number)社区",
                amountFen: 45_000 + Int64(number),
                urgent: number % 2 == 0,
                remark: remark,
                documents: ["id-card", "certificate"]
            ),
            key: "DL-20221123-\(100_000 + number)",
            priority: 5,
            deadline: "2022-11-30T17:00:00+08:00",
            maxAttempts: nil
        )
    }
}

extension Submission: JSONReadable, JSONWritable {
    init(from reader: inout JSONReader) throws(JSONError) {
        var tasks: [Task]?
        try reader.beginObject()
        while try reader.nextMember() {
            if reader.isMember("tasks") {
                try reader.readMember(into: &tasks)
            } else {
                throw reader.unknownMember()
            }
        }
        self.tasks = try reader.required(tasks, "tasks")
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("tasks", self.tasks)
        writer.endObject()
    }
}

extension Submission.Task: JSONReadable, JSONWritable {
    init(from reader: inout JSONReader) throws(JSONError) {
        var queue: String?
        var kind: String?
        var payload: Submission.Payload?
        var key: String?
        var priority: Int64?
        var deadline: String?
        var maxAttempts: Int64?
        try reader.beginObject()
        while try reader.nextMember() {
            if reader.isMember("queue") {
                try reader.readMember(into: &queue)
            } else if reader.isMember("kind") {
                try reader.readMember(into: &kind)
            } else if reader.isMember("payload") {
                try reader.readMember(into: &payload)
            } else if reader.isMember("key") {
                try reader.readNullableMember(into: &key)
            } else if reader.isMember("priority") {
                try reader.readNullableMember(into: &priority)
            } else if reader.isMember("deadline") {
                try reader.readNullableMember(into: &deadline)
            } else if reader.isMember("maxAttempts") {
                try reader.readNullableMember(into: &maxAttempts)
            } else {
                throw reader.unknownMember()
            }
        }
        self.queue = try reader.required(queue, "queue")
        self.kind = try reader.required(kind, "kind")
        self.payload = try reader.required(payload, "payload")
        self.key = key
        self.priority = priority
        self.deadline = deadline
        self.maxAttempts = maxAttempts
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("queue", self.queue)
        writer.member("kind", self.kind)
        writer.member("payload", self.payload)
        writer.member("key", ifPresent: self.key)
        writer.member("priority", ifPresent: self.priority)
        writer.member("deadline", ifPresent: self.deadline)
        writer.member("maxAttempts", ifPresent: self.maxAttempts)
        writer.endObject()
    }
}

extension Submission.Payload: JSONReadable, JSONWritable {
    init(from reader: inout JSONReader) throws(JSONError) {
        var applicant: String?
        var identity: String?
        var area: String?
        var amountFen: Int64?
        var urgent: Bool?
        var remark: String?
        var documents: [String]?
        try reader.beginObject()
        while try reader.nextMember() {
            if reader.isMember("applicant") {
                try reader.readMember(into: &applicant)
            } else if reader.isMember("identity") {
                try reader.readMember(into: &identity)
            } else if reader.isMember("area") {
                try reader.readMember(into: &area)
            } else if reader.isMember("amountFen") {
                try reader.readMember(into: &amountFen)
            } else if reader.isMember("urgent") {
                try reader.readMember(into: &urgent)
            } else if reader.isMember("remark") {
                try reader.readMember(into: &remark)
            } else if reader.isMember("documents") {
                try reader.readMember(into: &documents)
            } else {
                throw reader.unknownMember()
            }
        }
        self.applicant = try reader.required(applicant, "applicant")
        self.identity = try reader.required(identity, "identity")
        self.area = try reader.required(area, "area")
        self.amountFen = try reader.required(amountFen, "amountFen")
        self.urgent = try reader.required(urgent, "urgent")
        self.remark = try reader.required(remark, "remark")
        self.documents = try reader.required(documents, "documents")
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("applicant", self.applicant)
        writer.member("identity", self.identity)
        writer.member("area", self.area)
        writer.member("amountFen", self.amountFen)
        writer.member("urgent", self.urgent)
        writer.member("remark", self.remark)
        writer.member("documents", self.documents)
        writer.endObject()
    }
}
