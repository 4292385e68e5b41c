// SPDX-License-Identifier: Apache-2.0

import BureauKit
import ByteJSON
import Civic
import TongbanEngine
import TongbanModel
import TongbanStore

/// A daemon in memory with one bureau and a clock that is moved by hand, for tests of that bureau.
///
/// It decides with the same engine as `tongband`, and runs the bureau's own handlers; there is no socket, no process
/// and no waiting.
///
/// ```swift
/// let daemon = try TestDaemon(Market().definition, at: "2022-07-12T09:00:00+08:00", calendar: tables)
/// let number = try await daemon.open("complaint", as: .person("li", "citizen"), ["source": "GRID", …])
/// try await daemon.act(number, "accept", as: .person("clerk", "bureau"))
/// try await daemon.advance(to: "2022-09-15T00:00:00+08:00")
/// #expect(try daemon.state(of: number) == "TERMINATED")
/// ```
///
/// After every call the handlers' tasks that are ready are worked on until none is left.
public final class TestDaemon {
    /// What is in force.
    public internal(set) var definition: BureauDefinition
    /// The daemon's time.
    public internal(set) var now: Instant
    let store: MemoryStore
    let engine: Engine
    let cases: CaseEngine

    /// Has the bureau declare itself by the rules of a day; for a bureau with a rule file.
    var declares: ((CivilDay) throws -> BureauDefinition)?

    /// The bureau's id.
    public var bureau: String { self.definition.declaration.id }

    /// - Parameters:
    ///   - start: the moment the daemon starts, such as `2022-07-12T09:00:00+08:00`.
    ///   - calendar: the tables of the years the test touches; of others only weekends are known.
    ///   - limits: how much the engine takes.
    /// - Throws: ``EngineError/refused(_:)`` with `BAD_DECLARATION` when the declaration is faulty.
    public init(
        _ definition: BureauDefinition,
        at start: String,
        calendar: [CalendarTable] = [],
        limits: EngineLimits = EngineLimits()
    ) throws {
        self.definition = definition
        self.now = try Self.moment(start)
        self.store = MemoryStore()
        self.engine = Engine(
            store: self.store,
            limits: limits,
            vault: SealingVault(try KeyRing(text: KeyRing.newText()))
        )
        self.cases = CaseEngine(engine: self.engine, directory: Directory())
        try self.engine.open(at: self.now)
        let declaration = try JSON(encoding: definition.declaration)
        try self.call { cases throws(EngineError) in
            for table in calendar {
                try cases.load(table)
            }
            _ = try cases.register(declaration, bureau: definition.declaration.id)
        }
    }

    /// Runs a call and makes it durable; when it throws, nothing of it was done.
    @discardableResult
    func call<Value>(
        by actor: Actor = .system,
        _ body: (CaseEngine) throws(EngineError) -> Value
    ) throws(EngineError) -> Value {
        let cases = self.cases
        let value = try self.engine.perform(at: self.now, by: actor) { () throws(EngineError) in try body(cases) }
        _ = try self.engine.commit()
        return value
    }

    static func moment(_ text: String) throws(TestDaemonError) -> Instant {
        guard let moment = Instant(text) else { throw .noMoment(text) }
        return moment
    }
}
