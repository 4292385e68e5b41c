// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Posts public notices of cases, takes objections, and ends each notice once.
public final class PublicNoticeDesk {
    unowned let cases: CaseEngine

    static let kind = "public-notice"
    /// The current ones by when they end, those that are over by when they were posted.
    static let statusKey = "status"
    static let caseKey = "case"
    static let origin = "notice"

    init(cases: CaseEngine) { self.cases = cases }

    var engine: Engine { self.cases.engine }

    static func timer(_ number: String) -> String { "public:\(number)" }

    // MARK: Reading

    /// - Throws: ``EngineError/refused(_:)`` with `NO_NOTICE`.
    public func notice(_ number: String) throws(EngineError) -> PublicNotice {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.kind, id: number)
        }
        guard let object else {
            throw .refused(Refusal(code: "NO_NOTICE", zh: "没有公示 \(number)。", en: "there is no public notice \(number)"))
        }
        return try self.read(object)
    }

    /// Those that are current, the first to end first; or those that are over, in the order they were posted.
    ///
    /// - Parameter after: the number of the last of the page before.
    public func notices(isCurrent: Bool, after: String? = nil, limit: Int) throws(EngineError) -> [PublicNotice] {
        let status = isCurrent ? "current" : "over"
        var position: ObjectPosition?
        if let after {
            let last = try self.notice(after)
            position = ObjectPosition(value: Self.status(of: last), id: after)
        }
        return try self.found(Self.statusKey, "\(status)/", "\(status)0", after: position, limit)
    }

    /// Those of a case, in the order they were posted.
    public func notices(ofCase number: String) throws(EngineError) -> [PublicNotice] {
        try self.found(Self.caseKey, number, number, after: nil, .max)
    }

    private func found(
        _ key: String,
        _ from: String,
        _ to: String,
        after: ObjectPosition?,
        _ limit: Int
    ) throws(EngineError) -> [PublicNotice] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.kind, key: key, from: from, to: to, after: after, limit: limit)
        }
        var notices: [PublicNotice] = []
        for object in objects { notices.append(try self.read(object)) }
        return notices
    }

    private func read(_ object: ObjectRecord) throws(EngineError) -> PublicNotice {
        let body = try self.engine.opened(object.body, as: "notice/\(object.id)")
        do {
            return try body.parsed().decoded(as: PublicNotice.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "public notice \(object.id) cannot be read: \(error)"))
        }
    }

    private static func status(of notice: PublicNotice) -> String {
        notice.status == .current ? "current/\(notice.end)" : "over/\(notice.number)"
    }

    // MARK: Posting

    /// Makes public what the bureau declares under an id. A notice of the same kind that the case still has is
    /// withdrawn: the new one stands for it.
    func publish(_ id: String, for inHand: CaseInHand) throws(EngineError) {
        let bureau = inHand.record.bureau
        let declared = self.cases.directory.declaration(of: bureau)?.declaration.notices ?? []
        guard let declaration = declared.first(where: { $0.id == id }), let limit = try? Limit(declaration.limit) else {
            throw .refused(
                Refusal(code: "NO_NOTICE", zh: "本部门没有声明公示 \(id)。", en: "the bureau declares no public notice \(id)")
            )
        }
        for var former in try self.notices(ofCase: inHand.record.number)
        where former.kind == id && former.status == .current {
            try self.close(&former, as: .withdrawn, because: "superseded")
        }
        let item = inHand.item.declaration
        let notice = PublicNotice(
            number: try self.cases.nextNumber("GS", of: "notice"),
            bureau: bureau,
            caseNumber: inHand.record.number,
            kind: id,
            title: declaration.title,
            lines: PublicNotice.lines(
                declaration.fields,
                of: inHand.state.data,
                fields: item.form + item.actions.flatMap(\.fields)
            ),
            start: ShanghaiTime.day(of: self.engine.now),
            end: try self.lastDay(limit, from: self.engine.now),
            limit: declaration.limit,
            at: self.engine.now.milliseconds
        )
        try self.keep(notice)
        try self.tell(
            "posted",
            notice,
            ["start": .string(notice.start.description), "end": .string(notice.end.description)]
        )
    }

    /// The last day, as the calendar is now.
    private func lastDay(_ limit: Limit, from start: Instant) throws(EngineError) -> CivilDay {
        let rules = DeadlineRules(calendar: self.cases.directory.calendar, hours: self.cases.directory.officeHours)
        guard let due = try? rules.due(DeadlineLedger(start: start, limit: limit)) else {
            throw .refused(
                Refusal(code: "NO_CALENDAR", zh: "工作日历不足以计算公示期。", en: "the calendar does not reach so far")
            )
        }
        return due.day ?? ShanghaiTime.day(of: due.instant)
    }

    // MARK: Objections and withdrawal

    /// Takes an objection of anybody. The case gets `notice.objection`.
    ///
    /// - Returns: its number.
    public func object(
        to number: String,
        who: String,
        text: String,
        by person: String
    ) throws(EngineError) -> Int {
        try self.cases.call { () throws(EngineError) in
            var notice = try self.notice(number)
            let objection: Int
            do throws(Refusal) {
                objection = try notice.object(who: who, text: text, by: person, at: self.engine.now)
            } catch {
                throw .refused(error)
            }
            try self.keep(notice)
            try self.tell("objection", notice, ["objection": .integer(Int64(objection))])
            try self.raise("objection", notice, ["objection": .integer(Int64(objection))])
            return objection
        }
    }

    /// Takes a notice back. The case gets `notice.withdrawn`.
    ///
    /// - Throws: `SUPERVISOR` unless he answers for the bureau; `NOTICE_OVER`.
    public func withdraw(_ number: String, reason: String, by person: PersonView) throws(EngineError) -> PublicNotice {
        try self.cases.call { () throws(EngineError) in
            var notice = try self.notice(number)
            guard self.cases.supervises(person, notice.bureau) else {
                throw .refused(.notSupervisor(self.cases.directory.supervisors(of: notice.bureau)))
            }
            do throws(Refusal) {
                try notice.withdraw(reason: reason, at: self.engine.now)
            } catch {
                throw .refused(error)
            }
            try self.keep(notice)
            try self.tell("withdrawn", notice, ["by": .string(person.id)])
            try self.raise("withdrawn", notice)
            return notice
        }
    }

    /// The case has closed: what it made public is public no more.
    func end(of inHand: CaseInHand) throws(EngineError) {
        // Most bureaus make nothing public, and need not be asked whenever a case closes.
        let directory = self.cases.directory
        let record = inHand.record
        let declarations = [
            directory.declaration(of: record.bureau)?.declaration,
            directory.loaded(record.bureau, version: record.declaration)?.declaration,
        ]
        guard declarations.contains(where: { $0?.notices?.isEmpty == false }) else { return }
        for var notice in try self.notices(ofCase: record.number) where notice.status == .current {
            try self.close(&notice, as: .withdrawn, because: "closed")
        }
    }

    private func close(
        _ notice: inout PublicNotice,
        as status: PublicNotice.Status,
        because reason: String?
    ) throws(EngineError) {
        notice.status = status
        notice.reason = reason
        try self.keep(notice)
        try self.tell(
            status == .ended ? "ended" : "withdrawn",
            notice,
            ["reason": reason.map(JSON.string)].compactMapValues { $0 }
        )
    }

    // MARK: Time

    /// The time of a notice is over: the case gets `notice.ended`, or `notice.contested` when somebody objected.
    ///
    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        let number = String(timer.id.dropFirst(Self.timer("").count))
        var notice = try self.notice(number)
        guard notice.status == .current else { return true }
        // The calendar may have moved its end.
        guard notice.endInstant <= self.engine.now else {
            try self.keep(notice)
            return true
        }
        let count = Int64(notice.objections.count)
        notice.status = .ended
        try self.keep(notice)
        try self.tell(
            "ended",
            notice,
            ["objections": .integer(count), "late_by": .integer(self.engine.now.since(notice.endInstant))]
        )
        try self.raise(count == 0 ? "ended" : "contested", notice, ["objections": .integer(count)])
        return true
    }

    /// Moves the ends of current notices as the calendar is now; nobody loses a day by that.
    func planAnew() throws(EngineError) {
        var after: ObjectPosition?
        while true {
            let from = after
            let page = try self.found(Self.statusKey, "current/", "current0", after: from, 500)
            for var notice in page {
                guard let limit = try? Limit(notice.limit) else { continue }
                let end = try self.lastDay(limit, from: Instant(milliseconds: notice.at))
                guard end > notice.end else { continue }
                notice.end = end
                try self.keep(notice)
                try self.tell("moved", notice, ["end": .string(end.description)])
            }
            guard page.count == 500, let last = page.last else { break }
            after = ObjectPosition(value: Self.status(of: last), id: last.number)
        }
    }

    // MARK: Keeping and telling

    private func keep(_ notice: PublicNotice) throws(EngineError) {
        let revision = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.kind, id: notice.number)?.revision ?? 0
        }
        guard let body = try? JSON(encoding: notice) else {
            throw .unavailable(StoreError(.corrupt, "public notice \(notice.number) cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: Self.kind,
                    id: notice.number,
                    revision: revision + 1,
                    updated: self.engine.now,
                    keys: [Self.statusKey: Self.status(of: notice), Self.caseKey: notice.caseNumber],
                    body: try self.engine.sealed(RawJSON(body), as: "notice/\(notice.number)")
                )
            )
        )
        let timer = Self.timer(notice.number)
        if notice.status == .current {
            try self.engine.write(
                .putTimer(TimerRecord(id: timer, due: notice.endInstant, caseNumber: nil, body: .emptyObject))
            )
        } else {
            try self.engine.write(.removeTimer(id: timer))
        }
    }

    private func tell(_ what: String, _ notice: PublicNotice, _ more: [String: JSON] = [:]) throws(EngineError) {
        var members: JSONObject = ["notice": .string(notice.number), "kind": .string(notice.kind)]
        for (name, value) in more.sorted(by: { $0.key < $1.key }) { members[name] = value }
        try self.engine.record("publicity.\(what)", bureau: notice.bureau, caseNumber: notice.caseNumber) { writer in
            JSON.object(members).write(to: &writer)
        }
    }

    /// Tells the case; a suspended one when it goes on.
    private func raise(_ what: String, _ notice: PublicNotice, _ more: JSONObject = [:]) throws(EngineError) {
        var data: JSONObject = ["notice": .string(notice.number), "kind": .string(notice.kind)]
        for member in more { data[member.name] = member.value }
        let event = "notice.\(what)"
        self.cases.deferred.append(
            .init(event: event, data: .object(data), number: notice.caseNumber, origin: Self.origin)
        )
    }
}
