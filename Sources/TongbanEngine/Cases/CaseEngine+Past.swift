// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Cases and lists as they were at a past moment, rebuilt from the journal.
///
/// Who may see what is decided by the rules of today.
extension CaseEngine {
    /// How many entries of a case are read at once.
    private static let replayPage = 500
    /// How many cases one page of a list looks at, and how many entries; a page that comes to an end early has a next one.
    private static let pastCases = 5_000
    private static let pastEntries = 50_000

    /// A case as it was at a moment, as far as the journal may hold it.
    ///
    /// - Parameter sequence: entries after this one are not looked at.
    /// - Throws: `FUTURE` when the moment has not come; `NOT_YET` when the case was not there.
    public func snapshot(
        of number: String,
        at moment: Instant,
        upTo sequence: Int64 = .max
    ) throws(EngineError) -> CaseSnapshot {
        try self.requirePast(moment)
        guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(number) }) else {
            throw .noSuchCase(number)
        }
        guard record.opened <= moment else {
            throw .refused(
                Refusal(
                    code: "NOT_YET",
                    zh: "办件 \(number) 于 \(record.opened) 才提出,\(moment) 时还没有。",
                    en: "case \(number) was opened at \(record.opened); at \(moment) it was not there"
                )
            )
        }
        var looked = 0
        return try self.replay(record, at: moment, upTo: sequence, looked: &looked).snapshot
    }

    private func replay(
        _ record: CaseRecord,
        at moment: Instant,
        upTo sequence: Int64,
        looked: inout Int
    ) throws(EngineError) -> CaseReplay {
        var replay = CaseReplay()
        var after: Int64 = 0
        let filter = JournalFilter(caseNumber: record.number)
        while true {
            let from = after
            let page = try self.store { store throws(StoreError) in
                try store.entries(after: from, filter: filter, limit: Self.replayPage)
            }
            for entry in page.entries {
                guard entry.sequence <= sequence, entry.at <= moment else { return replay }
                looked += 1
                guard entry.kind.hasPrefix("case.") || entry.kind.hasPrefix("d") || entry.kind.hasPrefix("amendment.")
                else { continue }
                guard let data = try? entry.data.parsed() else {
                    throw .unavailable(StoreError(.corrupt, "entry \(entry.sequence) of the journal cannot be read"))
                }
                replay.take(entry.kind, at: entry.at, bureau: entry.bureau, actor: entry.actor?.id, data: data)
            }
            guard page.entries.count == Self.replayPage else { return replay }
            after = page.lookedAt
        }
    }

    /// A case as it was at a moment, as a person may see it; nothing of it can be done any more.
    public func view(
        _ number: String,
        at moment: Instant,
        upTo sequence: Int64 = .max,
        for asking: PersonView
    ) throws(EngineError) -> CaseView {
        var present = try self.load(number)
        let person = try self.mandated(asking, in: &present)
        let handles = self.handles(present, person)
        let snapshot = try self.snapshot(of: number, at: moment, upTo: sequence)
        guard let record = snapshot.record(number), let state = snapshot.flow,
            let body = snapshot.body(parent: record.parent),
            let item = self.directory.loaded(record.bureau, version: record.declaration)?.items[record.item]
        else {
            throw .unavailable(StoreError(.corrupt, "the journal does not tell of case \(number) at \(moment)"))
        }
        let inHand = CaseInHand(record: record, body: body, state: state, item: item)
        var view = self.view(of: inHand, for: person, handles: handles)
        let past = Refusal(code: "PAST", zh: "这是 \(moment) 的情形,不能办理。", en: "this is how it was at \(moment)")
        for index in view.actions.indices { view.actions[index].refusal = past }
        return view
    }

    /// One page of cases as they were at a moment, in the order of their numbers.
    ///
    /// A case that has not changed since is shown as it is; of the others the entries are read, a bounded number for one
    /// page.
    ///
    /// - Parameters:
    ///   - filter: what the cases were like then.
    ///   - isShown: what is left out, by the rules of today.
    /// - Returns: the cases, and the `after` of the next page, `nil` when there is none.
    /// - Throws: `FUTURE` when the moment has not come; `NOT_YET` when it lies before the first entry of the journal.
    public func cases(
        _ filter: CaseFilter,
        at moment: Instant,
        upTo sequence: Int64 = .max,
        after number: String?,
        limit: Int,
        isShown: (CaseRecord) -> Bool = { _ in true }
    ) throws(EngineError) -> (records: [CaseRecord], next: String?) {
        try self.requirePast(moment)
        let first = try self.store { store throws(StoreError) in
            try store.entries(after: 0, filter: .all, limit: 1).entries.first
        }
        guard let first, first.at <= moment else {
            throw .refused(
                Refusal(
                    code: "NOT_YET",
                    zh: "日志从 \(first?.at.description ?? "—") 开始,\(moment) 时还没有记录。",
                    en: "the journal begins at \(first?.at.description ?? "—"); of \(moment) it tells nothing"
                )
            )
        }
        // Of what a filter may ask only bureau and item never change.
        let candidates = CaseFilter(bureau: filter.bureau, item: filter.item)
        var found: [CaseRecord] = []
        var after = number
        var looked = 0
        var entries = 0
        while true {
            let page = try self.cases(candidates, after: after, limit: 500)
            for record in page {
                after = record.number
                looked += 1
                if record.opened <= moment, isShown(record) {
                    let then: CaseRecord?
                    if record.updated <= moment {
                        then = record
                    } else {
                        let replay = try self.replay(record, at: moment, upTo: sequence, looked: &entries)
                        then = replay.snapshot.record(record.number)
                    }
                    if var then, filter.matches(then, subject: record.subject) {
                        then.subject = record.subject == nil ? then.subject : self.subject(then, now: record)
                        found.append(then)
                    }
                }
                if found.count >= limit || looked >= Self.pastCases || entries >= Self.pastEntries {
                    return (found, after)
                }
            }
            if page.count < 500 { return (found, nil) }
        }
    }

    /// Whom a case was about: where the journal hides it, who it is about now, which lists mask.
    private func subject(_ then: CaseRecord, now: CaseRecord) -> String? {
        then.subject == "***" ? now.subject : then.subject
    }

    private func requirePast(_ moment: Instant) throws(EngineError) {
        guard moment <= self.engine.now else {
            throw .refused(
                Refusal(
                    code: "FUTURE",
                    zh: "\(moment) 还没有到,现在是 \(self.engine.now)。",
                    en: "\(moment) has not come yet; it is \(self.engine.now)"
                )
            )
        }
    }
}

extension CaseFilter {
    /// Whether a case as it was is meant.
    ///
    /// - Parameter subject: whom it is about now, which counts where the journal hides whom it was about.
    func matches(_ then: CaseRecord, subject now: String?) -> Bool {
        if let bureau, bureau != then.bureau { return false }
        if let item, item != then.item { return false }
        if let state, state != then.state { return false }
        if let isOpen, isOpen != then.isOpen { return false }
        if let areaPrefix, !(then.area?.hasPrefix(areaPrefix) ?? false) { return false }
        if let subject, subject != (then.subject == "***" ? now : then.subject) { return false }
        return true
    }
}
