// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// What a person holds, the earliest due first.
    public func heldWork(
        by person: String,
        after: WorkPosition? = nil,
        limit: Int
    ) throws(EngineError) -> [HumanTaskRecord] {
        try self.store { store throws(StoreError) in try store.heldTasks(by: person, after: after, limit: limit) }
    }

    /// What a person may take now, the earliest due first: offered to his roles in his area, or to himself as a stand-in.
    public func offeredWork(
        to person: PersonView,
        after: WorkPosition? = nil,
        limit: Int
    ) throws(EngineError) -> [HumanTaskRecord] {
        guard limit > 0, self.directory.persons[person.id]?.active ?? true else { return [] }
        let area = person.area.map(PersonView.significantPart)
        var found: [TaskID: HumanTaskRecord] = [:]
        for key in self.keys(of: person.roles, person: person.id) {
            var taken = 0
            var from = after
            // Of each list as many as the whole answer has; what four-eyes leaves out is made up for.
            while taken < limit {
                let start = from
                let page = try self.store { store throws(StoreError) in
                    try store.offeredTasks(to: key, areaPrefix: area, after: start, limit: limit)
                }
                for work in page where taken < limit && WorkClaim(of: person, to: work).refusal == nil {
                    found[work.task] = work
                    taken += 1
                }
                guard page.count == limit else { break }
                from = page.last?.position
            }
        }
        return Array(found.values.sorted { $0.position < $1.position }.prefix(limit))
    }

    /// The open tasks of a bureau, the earliest due first.
    public func openWork(
        of bureau: String,
        after: WorkPosition? = nil,
        limit: Int
    ) throws(EngineError) -> [HumanTaskRecord] {
        try self.store { store throws(StoreError) in
            try store.openHumanTasks(bureau: bureau, after: after, limit: limit)
        }
    }

    /// The open tasks of a case.
    public func openWork(ofCase number: String) throws(EngineError) -> [HumanTaskRecord] {
        try self.store { store throws(StoreError) in try store.openHumanTasks(caseNumber: number) }
    }

    /// A task for people; ended ones too.
    public func humanTask(_ id: TaskID) throws(EngineError) -> HumanTaskRecord {
        if let work = try self.engine.humanTask(id) { return work }
        return try self.openWork(id, nil)
    }

    /// A task as a person may see it.
    public func view(_ work: HumanTaskRecord, for asking: PersonView) throws(EngineError) -> WorkView {
        var inHand = try self.load(work.caseNumber)
        let person = try self.mandated(asking, in: &inHand)
        let item = inHand.item.declaration
        var record = inHand.record
        record.subject = self.listedSubject(of: record)
        let around = inHand.item.statesAround[work.state] ?? []
        let offered = work.status.isOpen ? self.offered(in: inHand) : []
        return WorkView(
            work: work,
            name: inHand.item.humanTask(work.kind)?.name ?? Bilingual(work.kind, work.kind),
            itemName: item.name,
            record: record,
            states: inHand.item.interpreter.atomicStates(of: inHand.state).map(item.stateName),
            actions: offered.filter { around.contains($0.state) }.map { action in
                CaseView.Action(
                    declaration: action,
                    refusal: self.refusal(of: action, in: inHand, for: person)
                        ?? self.workRefusal(of: action, in: inHand, for: person)
                )
            },
            suspended: work.status.isOpen ? self.engine.suspension(work.caseNumber) : nil,
            workingDaysLeft: work.due.map(self.workingDays(until:))
        )
    }

    /// Who holds one of a task's roles, and whether he can be given the task now.
    public func candidates(for work: HumanTaskRecord) -> [WorkCandidate] {
        var ids = self.directory.holders(of: work.roles + work.escalatedTo, in: work.bureau)
        ids.formUnion(work.standIns.map(\.person))
        return ids.sorted().compactMap { id in
            guard let person = self.directory.persons[id], person.active else { return nil }
            var refusal = WorkClaim(of: PersonView(person), to: work).refusal
            if refusal == nil, let absence = self.directory.absence(of: id, at: self.engine.now) {
                refusal = .absent(id, until: absence.to)
            }
            return WorkCandidate(person: person, refusal: refusal)
        }
    }

    /// How many working days are left after today until a due moment; negative when it has passed.
    func workingDays(until due: Instant) -> Int {
        // What ends at 24:00 is due on the day before.
        let last = ShanghaiTime.day(of: due.adding(milliseconds: -1))
        let today = ShanghaiTime.day(of: self.engine.now)
        let calendar = self.directory.calendar
        return today <= last
            ? calendar.workingDays(after: today, through: last) : -calendar.workingDays(after: last, through: today)
    }
}
