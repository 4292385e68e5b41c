// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Opens cases, takes actions, runs flows and deadlines; applies what handlers ask for.
///
/// All of it happens inside ``Engine/perform(at:by:_:)``, so that a case, its tasks, its timers and the journal change
/// together or not at all.
public final class CaseEngine {
    unowned let engine: Engine
    public let directory: Directory
    /// How many steps of flows one call may set off, over all cases it touches; past it the flow is at fault.
    let stepLimit: Int
    var stepsTaken = 0
    /// The audit of the timers, and the counting anew after a change of the calendar.
    var housekeeping = Housekeeping()
    /// Decisions by tables and score cards.
    public private(set) lazy var decisions = DecisionBook(self)
    /// How many cases are being opened out of each other now.
    var openingDepth = 0
    /// Events for other cases, raised once the case in hand is kept.
    var deferred: [Deferred] = []
    /// The bureaus' recurring work.
    public private(set) lazy var schedules = ScheduleEngine(cases: self)
    /// What cases hand on to other bodies.
    public private(set) lazy var handoffs = HandoffDesk(cases: self)
    /// The bureaus' funds and what is paid out of them.
    public private(set) lazy var money = MoneyDesk(cases: self)
    /// The persons, organisations and places all bureaus know.
    public private(set) lazy var index = SubjectIndex(cases: self)
    /// What people are told, and how it reaches them.
    public private(set) lazy var messages = MessageDesk(cases: self)
    /// Who is on duty where.
    public private(set) lazy var rotas = RotaDesk(cases: self)
    /// What is made public of cases.
    public private(set) lazy var publicNotices = PublicNoticeDesk(cases: self)

    /// The bureaus' keyed records.
    public private(set) lazy var registers = Registers(cases: self)
    /// Figures and reports.
    public private(set) lazy var reports = ReportDesk(cases: self)

    /// The bureaus whose rules have become others since they declared themselves; they are to be asked anew.
    public internal(set) var outdated: Set<String> = []

    /// Leaves a bureau as it declared itself: asking it anew was in vain.
    public func leaveOutdated(_ bureau: String) { self.outdated.remove(bureau) }

    struct Deferred {
        var event: String
        var data: JSON
        var number: String
        var origin: String
        /// Whether the case ends with it, one way or the other.
        var endsCase = false
        /// Whether the case is suspended for the hand-off whose number is the data.
        var suspends = false

        /// Whether a suspended case is told only when it goes on: what others did for it meanwhile.
        var waits: Bool {
            [HandoffDesk.origin, MoneyDesk.origin, PublicNoticeDesk.origin, MessageDesk.origin].contains(self.origin)
        }
    }

    public init(engine: Engine, directory: Directory, stepLimit: Int = 1_000) {
        self.engine = engine
        self.directory = directory
        self.stepLimit = stepLimit
        engine.timerHandler = self
        engine.effectHandler = self
        engine.suspension = { [unowned self] in self.suspensionReason(of: $0) }
        engine.housekeeper = self
    }

    /// Runs one call: what it changes, and what that sets off in other cases.
    func call<Value>(_ body: () throws(EngineError) -> Value) throws(EngineError) -> Value {
        self.stepsTaken = 0
        self.deferred = []
        let value = try body()
        try self.drain()
        return value
    }

    func drain() throws(EngineError) {
        while !self.deferred.isEmpty {
            let next = self.deferred.removeFirst()
            guard try self.store({ store throws(StoreError) in try store.caseRecord(next.number) })?.isOpen == true
            else { continue }
            if next.suspends {
                try self.handoffs.pause(next.number, for: next.data.stringValue ?? "")
                continue
            }
            if next.endsCase {
                try self.cancel(next.number, from: next.origin)
                continue
            }
            if next.waits,
                try self.hold(
                    next.event,
                    data: next.data,
                    due: self.engine.now,
                    in: next.number,
                    from: next.origin
                )
            {
                continue
            }
            try self.raise(next.event, data: next.data, in: next.number, from: next.origin)
        }
    }

    // MARK: Reading

    func load(_ number: String) throws(EngineError) -> CaseInHand {
        guard let record = try self.store({ store throws(StoreError) in try store.caseRecord(number) }) else {
            throw .noSuchCase(number)
        }
        return try self.inHand(record)
    }

    func inHand(_ record: CaseRecord) throws(EngineError) -> CaseInHand {
        guard let item = self.directory.loaded(record.bureau, version: record.declaration)?.items[record.item] else {
            throw .unavailable(
                StoreError(.corrupt, "case \(record.number) names a declaration that is not there")
            )
        }
        let opened = try self.openedBody(of: record)
        guard let json = try? opened.parsed(), let body = CaseBody(json: json, parent: record.parent),
            let state = try? FlowState(json: body.flow)
        else {
            throw .unavailable(StoreError(.corrupt, "the body of case \(record.number) cannot be read"))
        }
        return CaseInHand(record: record, body: body, state: state, item: item)
    }

    /// The body of a case, opened when it is sealed.
    public func openedBody(of record: CaseRecord) throws(EngineError) -> RawJSON {
        try self.engine.opened(record.body, as: "case/\(record.number)")
    }

    func store<Value>(_ read: (any Store) throws(StoreError) -> Value) throws(EngineError) -> Value {
        do {
            return try read(self.engine.store)
        } catch {
            throw .unavailable(error)
        }
    }

    // MARK: Keeping

    /// Writes the case and tells of it. The revision grows by one with every call that changes it.
    func keep(_ inHand: inout CaseInHand) throws(EngineError) {
        inHand.record.updated = self.engine.now
        inHand.record.revision += 1
        inHand.record.due = inHand.body.deadlines.filter { $0.isActive && $0.state == .running }.compactMap(\.due).min()
        inHand.body.flow = inHand.state.json
        inHand.record.state = inHand.shownState
        if inHand.record.isOpen, !inHand.state.isRunning {
            inHand.record.isOpen = false
            inHand.record.closed = self.engine.now
        }
        self.noteHolder(&inHand)
        let body = inHand.body.json
        inHand.record.body = RawJSON(body)
        if inHand.item.isSensitive {
            inHand.record.body = try self.engine.sealed(inHand.record.body, as: "case/\(inHand.record.number)")
        }
        try self.tellRest(of: inHand, body: body)
        try self.engine.write(.putCase(inHand.record))
        try self.reconcileWork(&inHand)
    }

    func tell(
        _ kind: String,
        of inHand: CaseInHand,
        _ members: KeyValuePairs<StaticString, JSON?>
    ) throws(EngineError) {
        let revision = inHand.told.revision(of: kind, for: inHand)
        try self.engine.record(kind, bureau: inHand.record.bureau, caseNumber: inHand.record.number) { writer in
            writer.beginObject()
            for (name, value) in members {
                if let value { writer.member(name, value) }
            }
            if let revision { writer.member("rev", revision) }
            writer.endObject()
        }
        var data = JSONObject()
        for (name, value) in members { data["\(name)"] = value }
        data["rev"] = revision.map { .integer(Int64($0)) }
        inHand.told.take(kind, .object(data), of: inHand, at: self.engine.now, by: self.engine.actor.id)
    }
}
