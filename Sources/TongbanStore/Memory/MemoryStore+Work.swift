// SPDX-License-Identifier: Apache-2.0

import TongbanModel

extension MemoryStore {
    public func humanTask(_ id: TaskID) throws(StoreError) -> HumanTaskRecord? {
        try self.step(.read)
        return self.tables.humanTasks[id]
    }

    public func openHumanTasks(caseNumber: String) throws(StoreError) -> [HumanTaskRecord] {
        try self.step(.read)
        return self.tables.openWorkOfCase[UTF8Key(caseNumber)]?
            .page(after: nil, limit: .max) { self.tables.humanTasks[$0] } ?? []
    }

    public func openHumanTasks(bureau: String, after: WorkPosition?, limit: Int) throws(StoreError)
        -> [HumanTaskRecord]
    {
        try self.page(self.tables.openWorkOfBureau[UTF8Key(bureau)], after, limit)
    }

    public func heldTasks(by person: String, after: WorkPosition?, limit: Int) throws(StoreError)
        -> [HumanTaskRecord]
    {
        try self.page(self.tables.heldWork[UTF8Key(person)], after, limit)
    }

    public func offeredTasks(
        to key: WorkOffer.Key,
        areaPrefix: String?,
        after: WorkPosition?,
        limit: Int
    ) throws(StoreError) -> [HumanTaskRecord] {
        try self.page(self.tables.offeredWork[UTF8Key(key.text)], after, limit) { record in
            guard let areaPrefix, let area = record.offers.first(where: { $0.key == key })?.area else { return true }
            return UTF8Key(area).hasPrefix(areaPrefix)
        }
    }

    private func page(
        _ list: SortedList<WorkPosition>?,
        _ after: WorkPosition?,
        _ limit: Int,
        _ isMeant: (HumanTaskRecord) -> Bool = { _ in true }
    ) throws(StoreError) -> [HumanTaskRecord] {
        try self.step(.read)
        return list?.page(after: after, limit: limit) { position in
            self.tables.humanTasks[position.task].flatMap { isMeant($0) ? $0 : nil }
        } ?? []
    }
}
