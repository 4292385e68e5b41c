// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Records to be stored.
enum Sample {
    static let moment = Instant(milliseconds: 1_669_190_400_000)

    static func moment(_ seconds: Int64) -> Instant {
        Instant(milliseconds: Self.moment.milliseconds + seconds * 1_000)
    }

    static func json(_ text: String) -> RawJSON { RawJSON(unchecked: Array(text.utf8)) }

    static func task(
        _ id: Int64,
        queue: String = "market",
        kind: String = "check",
        state: TaskState = .ready,
        priority: Int = 0,
        due: Int64? = nil,
        caseNumber: String? = nil,
        key: String? = nil
    ) -> TaskRecord {
        TaskRecord(
            id: TaskID(id),
            queue: queue,
            kind: kind,
            state: state,
            priority: priority,
            maxAttempts: 5,
            created: Self.moment,
            notBefore: due.map(Self.moment),
            caseNumber: caseNumber,
            key: key,
            payload: .emptyObject
        )
    }

    /// A task with every field set to something that only it has.
    static let fullTask = TaskRecord(
        id: TaskID(7),
        queue: "medical",
        kind: "settle",
        state: .leased,
        priority: -3,
        attempt: 2,
        maxAttempts: 9,
        created: Self.moment(1),
        notBefore: Self.moment(2),
        deadline: Self.moment(3),
        finished: Self.moment(4),
        caseNumber: "YB-20221123-000001",
        key: "键\u{0}e\u{301}",
        contentHash: [0, 255, 0],
        payload: Self.json(#"{ "b":1.50,"a" : "\u4e2d文","n":12345678901234567890}"#),
        output: Self.json("{}"),
        errors: ["第一次: \"超时\"", "", "two\nlines"],
        claims: 4,
        leaseExpires: Self.moment(5),
        leaseMilliseconds: 60_000,
        claimant: "bureau:medical/3",
        kills: 1,
        reason: "材料不全"
    )

    static func entry(
        _ sequence: Int64,
        after previous: [UInt8],
        kind: String = "task.submitted",
        bureau: String? = nil,
        caseNumber: String? = nil,
        actor: Actor? = nil,
        data: String = "{}"
    ) -> JournalEntry {
        var entry = JournalEntry(
            sequence: sequence,
            at: Self.moment(sequence),
            kind: kind,
            bureau: bureau,
            caseNumber: caseNumber,
            actor: actor,
            data: Self.json(data),
            hash: [],
            previousHash: previous
        )
        var hash = JournalHash()
        entry.hash = hash.hash(of: entry)
        return entry
    }

    /// A sound journal: every second entry is of case `A`, every third of bureau `market`.
    static func journal(_ count: Int64) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        for sequence in 1...count {
            entries.append(
                Self.entry(
                    sequence,
                    after: entries.last?.hash ?? JournalHash.start,
                    kind: sequence % 2 == 0 ? "case.action" : "task.submitted",
                    bureau: sequence % 3 == 0 ? "market" : nil,
                    caseNumber: sequence % 2 == 0 ? "A" : nil,
                    actor: sequence % 5 == 0 ? Actor(id: "market.clerk1", uid: .max, pid: .max) : nil,
                    data: #"{"n":\#(sequence)}"#
                )
            )
        }
        return entries
    }

    static func caseRecord(
        _ number: String,
        bureau: String = "market",
        item: String = "licence",
        state: String = "review",
        isOpen: Bool = true,
        key: String? = nil,
        area: String? = nil,
        subject: String? = nil
    ) -> CaseRecord {
        CaseRecord(
            number: number,
            bureau: bureau,
            item: item,
            declaration: 1,
            revision: 1,
            state: state,
            isOpen: isOpen,
            key: key,
            area: area,
            subject: subject,
            opened: Self.moment,
            updated: Self.moment(1),
            body: .emptyObject
        )
    }

    /// What is kept of a task for people.
    static func work(
        _ id: Int64,
        status: HumanTaskRecord.Status = .offered,
        caseNumber: String = "A",
        assignee: String? = nil,
        due: Int64? = nil,
        roles: [String] = ["clerk"],
        area: String? = nil,
        standIn: String? = nil
    ) -> HumanTaskRecord {
        HumanTaskRecord(
            task: TaskID(id),
            bureau: "market",
            caseNumber: caseNumber,
            kind: "review",
            state: "REVIEW",
            status: status,
            assignee: assignee,
            due: due.map(Self.moment),
            roles: roles,
            area: area,
            standIns: standIn.map { [.init(person: $0, absent: "away")] } ?? [],
            offeredAt: Self.moment
        )
    }

    static func object(_ id: String, kind: String = "thing", keys: [String: String] = [:]) -> ObjectRecord {
        ObjectRecord(kind: kind, id: id, revision: 1, updated: Self.moment, keys: keys, body: .emptyObject)
    }

    static func record(_ key: String, register: String = "firms", revision: Int = 1) -> RegisterRecord {
        RegisterRecord(
            bureau: "market",
            register: register,
            key: key,
            revision: revision,
            updated: Self.moment,
            data: Self.json(#"{"key":"\#(key)"}"#)
        )
    }
}
