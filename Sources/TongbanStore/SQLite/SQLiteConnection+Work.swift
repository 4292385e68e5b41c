// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

extension SQLiteConnection {
    func humanTask(_ id: TaskID) throws(StoreError) -> HumanTaskRecord? {
        let statement = try self.statement(.humanTask)
        statement.bind(id.number)
        return try statement.first(Self.readWork)
    }

    func openHumanTasks(caseNumber: String) throws(StoreError) -> [HumanTaskRecord] {
        let statement = try self.statement(.workOfCase)
        statement.bind(caseNumber)
        return try statement.all(Self.readWork)
    }

    func openHumanTasks(bureau: String, after: WorkPosition?, limit: Int) throws(StoreError) -> [HumanTaskRecord] {
        let statement = try self.statement(.workOfBureau)
        statement.bind(bureau)
        statement.bind(after)
        statement.bind(max(limit, 0))
        return try statement.all(Self.readWork)
    }

    func heldTasks(by person: String, after: WorkPosition?, limit: Int) throws(StoreError) -> [HumanTaskRecord] {
        let statement = try self.statement(.heldWork)
        statement.bind(person)
        statement.bind(after)
        statement.bind(max(limit, 0))
        return try statement.all(Self.readWork)
    }

    func offeredTasks(
        to key: WorkOffer.Key,
        areaPrefix: String?,
        after: WorkPosition?,
        limit: Int
    ) throws(StoreError) -> [HumanTaskRecord] {
        let statement = try self.statement(.offeredWork)
        let prefix = areaPrefix ?? ""
        statement.bind(key.text)
        statement.bind(after)
        statement.bind(prefix)
        // No character sorts after the last of Unicode's planes, so this is the range of all texts with the prefix.
        statement.bind(prefix + "\u{10FFFF}")
        statement.bind(max(limit, 0))
        return try statement.all(Self.readWork)
    }

    func put(_ record: HumanTaskRecord) throws(StoreError) {
        try self.run(.putHumanTask) {
            $0.bind(record.task.number)
            $0.bind(record.bureau)
            $0.bind(record.caseNumber)
            $0.bind(record.kind)
            $0.bind(record.state)
            $0.bind(record.revision)
            $0.bind(record.status.number)
            $0.bind(record.assignee)
            $0.bind(record.position.dueNumber)
            $0.bind(RawJSON(record.details))
        }
        try self.run(.removeOffers) { $0.bind(record.task.number) }
        for offer in record.offers {
            try self.run(.putOffer) {
                $0.bind(offer.key.text)
                $0.bind(record.position.dueNumber)
                $0.bind(record.task.number)
                $0.bind(offer.area)
            }
        }
    }

    private static func readWork(_ row: SQLiteStatement) throws(StoreError) -> HumanTaskRecord {
        let task = TaskID(row.int64())
        var record = HumanTaskRecord(
            task: task,
            bureau: row.text(),
            caseNumber: row.text(),
            kind: row.text(),
            state: row.text(),
            revision: row.int(),
            roles: [],
            offeredAt: Instant(milliseconds: 0)
        )
        let number = row.int64()
        guard let status = HumanTaskRecord.Status.allCases.first(where: { $0.number == number }) else {
            throw StoreError(.corrupt, "task \(task) for people has the status \(number)")
        }
        record.status = status
        record.assignee = row.optionalText()
        let due = row.int64()
        record.due = due == .max ? nil : Instant(milliseconds: due)
        guard let details = try? row.json().parsed(), record.take(details: details) else {
            throw StoreError(.corrupt, "the details of task \(task) for people cannot be read")
        }
        return record
    }
}

extension HumanTaskRecord.Status {
    /// As the table `work_states` has it.
    fileprivate var number: Int64 {
        switch self {
        case .offered: 0
        case .taken: 1
        case .blocked: 2
        case .done: 3
        case .withdrawn: 4
        }
    }
}

extension SQLiteStatement {
    /// A position in a list as the two values it is compared with; before all others when there is none.
    fileprivate func bind(_ position: WorkPosition?) {
        self.bind(position?.dueNumber ?? .min)
        self.bind(position?.task.number ?? 0)
    }
}
