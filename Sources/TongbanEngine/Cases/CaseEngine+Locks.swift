// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What only one case of a bureau may do at a time.
extension CaseEngine {
    /// The event a case gets when it has the locks it asked for.
    static let granted = "locks.granted"

    private static func lockKey(_ bureau: String) -> String { "locks/\(bureau)" }

    /// Asks for locks; the case is told with ``granted`` when it has them all, at once or later.
    func acquire(_ names: [String], in inHand: inout CaseInHand) throws(EngineError) {
        let number = inHand.record.number
        var table = try self.locks(of: inHand.record.bureau)
        inHand.body.locks = Set(inHand.body.locks + names).sorted()
        let isGranted = table.request(names, for: number)
        try self.keep(table, of: inHand.record.bureau)
        try self.tell(
            isGranted ? "lock.granted" : "lock.waiting",
            of: inHand,
            ["locks": .array(names.map(JSON.string))]
        )
        if isGranted { self.tellGranted(number) }
    }

    /// Gives locks back, all when none are named, to whoever waits for them.
    func release(_ names: [String]?, in inHand: inout CaseInHand) throws(EngineError) {
        guard !inHand.body.locks.isEmpty else { return }
        var table = try self.locks(of: inHand.record.bureau)
        let granted = table.release(names, of: inHand.record.number)
        inHand.body.locks = names.map { names in inHand.body.locks.filter { !names.contains($0) } } ?? []
        try self.keep(table, of: inHand.record.bureau)
        try self.tell("lock.released", of: inHand, ["locks": names.map { .array($0.map(JSON.string)) }])
        for number in granted {
            if number != inHand.record.number, let record = try self.stored(number) {
                try self.tell("lock.granted", of: self.inHand(record), [:])
            }
            self.tellGranted(number)
        }
    }

    private func tellGranted(_ number: String) {
        self.deferred.append(Deferred(event: Self.granted, data: [:], number: number, origin: "locks"))
    }

    /// Who holds which lock of a bureau, and who waits.
    public func locks(of bureau: String) throws(EngineError) -> LockTable {
        let key = Self.lockKey(bureau)
        let settings = try self.store { store throws(StoreError) in try store.settings(prefix: key) }
        guard let setting = settings.first(where: { $0.key == key }) else { return LockTable() }
        guard let json = try? setting.value.parsed(), let table = LockTable(json: json) else {
            throw .unavailable(StoreError(.corrupt, "the locks of \(bureau) cannot be read"))
        }
        return table
    }

    private func keep(_ table: LockTable, of bureau: String) throws(EngineError) {
        let key = Self.lockKey(bureau)
        try self.engine.write(
            table.isEmpty ? .removeSetting(key: key) : .putSetting(Setting(key: key, value: RawJSON(table.json)))
        )
    }

    private func stored(_ number: String) throws(EngineError) -> CaseRecord? {
        try self.store { store throws(StoreError) in try store.caseRecord(number) }
    }
}
