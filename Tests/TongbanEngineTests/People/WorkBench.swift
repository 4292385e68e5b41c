// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import Foundation
import TongbanModel
import TongbanStore

@testable import TongbanEngine

/// A bureau with people, on either store, with a clock that is moved by hand.
///
/// Clerks `ann` and `bea` work for the whole district, `cai` for a town of it; `dora` gives out tasks; `hu` and `hei` are
/// heads, `hu` a clerk besides.
final class WorkBench {
    static let town = "340602101000"
    static let otherTown = "340602102000"

    private(set) var store: any Store
    private(set) var engine: Engine
    private(set) var cases: CaseEngine
    /// A Tuesday, 09:00.
    var now = Instant("2022-07-12T09:00:00+08:00") ?? Instant(milliseconds: 0)
    private let path = NSTemporaryDirectory() + "tongban-work-\(UUID().uuidString)/store.db"

    init(_ kind: TestBench.Kind = .memory, persons: [PersonRecord] = WorkBench.staff) throws {
        self.store = kind == .memory ? MemoryStore() : try SQLiteStore(path: self.path)
        self.engine = Engine(store: self.store)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        try self.cases.open()
        let declaration = try JSON(encoding: PermitBureau.definition.declaration)
        try self.call { cases throws(EngineError) in
            _ = try cases.register(declaration, bureau: "permit")
            try cases.put(persons)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: (self.path as NSString).deletingLastPathComponent)
    }

    static func staffMember(_ id: String, _ roles: String..., area: String? = nil) -> PersonRecord {
        PersonRecord(id: id, name: id, roles: roles.map { "permit:\($0)" }, area: area)
    }

    static let staff = [
        staffMember("ann", "clerk"), staffMember("bea", "clerk"), staffMember("cai", "clerk", area: town),
        staffMember("dora", "dispatcher"), staffMember("hei", "head"), staffMember("hu", "head", "clerk"),
        PersonRecord(id: "li", name: "li", roles: ["citizen"]),
    ]

    @discardableResult
    func call<Value>(
        by actor: String = "system",
        _ body: (CaseEngine) throws(EngineError) -> Value
    ) throws(EngineError) -> Value {
        let cases = self.cases
        let value = try self.engine.perform(at: self.now, by: Actor(id: actor)) { () throws(EngineError) in
            try body(cases)
        }
        _ = try self.engine.commit()
        return value
    }

    /// The daemon dies and starts again.
    func restart() throws {
        if let memory = self.store as? MemoryStore {
            self.store = memory.crash()
        } else {
            // The file is owned by one store at a time, so the old one goes before the new one comes.
            self.store = MemoryStore()
            self.engine = Engine(store: self.store)
            self.cases = CaseEngine(engine: self.engine, directory: Directory())
            self.store = try SQLiteStore(path: self.path)
        }
        self.engine = Engine(store: self.store)
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        try self.cases.open()
    }

    /// Lets time pass; what comes due has its turn at its own moment.
    func advance(to moment: Instant) throws {
        while let next = try self.engine.nextTimerOrTask(), next <= moment {
            self.now = max(self.now, next)
            while try self.engine.tick(at: self.now) {}
            _ = try self.engine.commit()
        }
        self.now = max(self.now, moment)
        while try self.engine.tick(at: self.now) {}
        _ = try self.engine.commit()
    }

    func advance(to text: String) throws {
        guard let moment = Instant(text) else { throw Problem("\(text) is no moment") }
        try self.advance(to: moment)
    }

    func view(_ id: String) -> PersonView {
        self.cases.directory.persons[id].map { PersonView($0) } ?? PersonView(id: id, roles: [])
    }

    // MARK: Cases

    @discardableResult
    func open(_ item: String = "permit", area: String? = nil, by person: String = "li") throws(EngineError) -> String {
        var data: JSONObject = item == "permit" ? ["who": "li"] : [:]
        if let area { data["area"] = .string(area) }
        let form = data
        let view = self.view(person)
        return try self.call(by: person) { cases throws(EngineError) in
            try cases.openCase(NewCase(bureau: "permit", item: item, data: form), by: view)
        }
    }

    func act(_ number: String, _ action: String, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in
            try cases.takeAction(action, in: number, data: [:], revision: nil, by: view)
        }
    }

    func state(_ number: String) throws -> String { try self.cases.view(number, for: .system).record.state }

    // MARK: Tasks

    /// The one open task of a case.
    func work(_ number: String) throws -> HumanTaskRecord {
        let open = try self.cases.openWork(ofCase: number)
        guard open.count == 1 else { throw Problem("case \(number) has \(open.count) open tasks") }
        return open[0]
    }

    func ended(_ id: TaskID) throws -> HumanTaskRecord { try self.cases.humanTask(id) }

    @discardableResult
    func take(_ id: TaskID, by person: String, revision: Int? = nil) throws(EngineError) -> HumanTaskRecord {
        let view = self.view(person)
        return try self.call(by: person) { cases throws(EngineError) in
            try cases.takeWork(id, revision: revision, by: view)
        }
    }

    func giveBack(_ id: TaskID, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in
            _ = try cases.returnWork(id, reason: "not mine", by: view)
        }
    }

    func assign(_ id: TaskID, to target: String, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in
            _ = try cases.assignWork(id, to: target, reason: "your field", by: view)
        }
    }

    func delegate(_ id: TaskID, to target: String, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in
            _ = try cases.delegateWork(id, to: target, reason: nil, by: view)
        }
    }

    func remind(_ id: TaskID, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in _ = try cases.remindWork(id, text: nil, by: view) }
    }

    func mine(_ person: String) throws -> [TaskID] { try self.cases.heldWork(by: person, limit: 100).map(\.task) }

    func offered(_ person: String) throws -> [TaskID] {
        try self.cases.offeredWork(to: self.view(person), limit: 100).map(\.task)
    }

    // MARK: Absences

    @discardableResult
    func absent(
        _ person: String,
        _ from: String,
        _ to: String,
        substitutes: [String] = [],
        all: Bool = false,
        by actor: String? = nil
    ) throws -> String {
        guard let start = Instant(from), let end = Instant(to) else { throw Problem("\(from) to \(to)") }
        let new = NewAbsence(person: person, from: start, to: end, substitutes: substitutes, reason: "ill", all: all)
        let view = self.view(actor ?? person)
        return try self.call(by: view.id) { cases throws(EngineError) in try cases.addAbsence(new, by: view) }
    }

    func present(_ id: String, by person: String) throws(EngineError) {
        let view = self.view(person)
        try self.call(by: person) { cases throws(EngineError) in try cases.removeAbsence(id, by: view) }
    }

    func change(_ person: PersonRecord) throws(EngineError) {
        try self.call { cases throws(EngineError) in try cases.put([person]) }
    }

    // MARK: Journal

    func journal(_ kind: String, of number: String? = nil) throws -> [JournalEntry] {
        try self.store.entries(after: 0, filter: JournalFilter(caseNumber: number, kind: kind), limit: .max).entries
    }

    /// Who was told of a topic, in order.
    func told(_ topic: String) throws -> [String] {
        try self.journal("notify.\(topic)").map { try $0.data.parsed()["to"]?.stringValue ?? "" }
    }

    func output(_ id: TaskID) throws -> JSON? { try self.engine.task(id).output?.parsed() }
}

/// The code of the rule that refuses a call; `nil` when it is taken.
func code(_ body: () throws -> Void) throws -> String? {
    do {
        try body()
        return nil
    } catch EngineError.refused(let refusal) {
        return refusal.code
    }
}
