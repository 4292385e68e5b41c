// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    static let migrationCounter = "migration"

    private static func undoPrefix(_ id: Int64) -> String { "migration/\(id)/" }

    /// Keeps a case as it was before its migration.
    func keepUndo(of inHand: CaseInHand, in id: Int64, movesOn: Bool) throws(EngineError) {
        var value: JSONObject = [
            "declaration": .integer(Int64(inHand.record.declaration)), "body": inHand.body.json, "revision": 0,
        ]
        value["key"] = inHand.record.key.map(JSON.string)
        if movesOn { value["moved"] = true }
        try self.putUndo(.object(value), of: inHand.record.number, in: id, isSealed: inHand.item.isSensitive)
    }

    /// Notes the revision the case had right after its migration: with another one it is untouched no more.
    func completeUndo(of number: String, in id: Int64, revision: Int) throws(EngineError) {
        guard var value = try self.undo(of: number, in: id) else { return }
        value["revision"] = .integer(Int64(revision))
        try self.putUndo(value, of: number, in: id, isSealed: try self.load(number).item.isSensitive)
    }

    private func putUndo(_ json: JSON, of number: String, in id: Int64, isSealed: Bool) throws(EngineError) {
        let key = Self.undoPrefix(id) + number
        let value = isSealed ? try self.engine.sealed(RawJSON(json), as: key) : RawJSON(json)
        try self.engine.write(.putSetting(Setting(key: key, value: value)))
    }

    private func undo(of number: String, in id: Int64) throws(EngineError) -> JSON? {
        let key = Self.undoPrefix(id) + number
        let settings = try self.store { store throws(StoreError) in try store.settings(prefix: key) }
        guard let stored = settings.first(where: { $0.key == key })?.value else { return nil }
        return try? self.engine.opened(stored, as: key).parsed()
    }

    /// The cases of a migration that could still be undone, in the order of their numbers.
    ///
    /// - Throws: `ROLE` unless the person may migrate cases of the bureau; `NO_MIGRATION`.
    public func undoable(_ id: Int64, for person: PersonView) throws(EngineError) -> [String] {
        let prefix = Self.undoPrefix(id)
        let settings = try self.store { store throws(StoreError) in try store.settings(prefix: prefix) }
        let numbers = settings.map { String($0.key.dropFirst(prefix.count)) }
        guard let first = numbers.first,
            let record = try self.store({ store throws(StoreError) in
                try store.caseRecord(first)
            })
        else {
            throw .refused(
                Refusal(code: "NO_MIGRATION", zh: "没有可撤销的迁移 \(id)。", en: "there is no migration \(id) to undo")
            )
        }
        _ = try self.migrationTarget(of: MigrationOrder(bureau: record.bureau, item: record.item), for: person)
        return numbers
    }

    /// Takes a case back to the version, state and deadlines it had before a migration, when nothing happened to it since.
    ///
    /// Its clocks are counted as if there had been no migration.
    ///
    /// - Returns: whether it was untouched and is restored.
    public func undoMigration(_ id: Int64, of number: String, by person: PersonView) throws(EngineError) -> Bool {
        try self.call { () throws(EngineError) in
            guard let kept = try self.undo(of: number, in: id) else { return false }
            let present = try self.load(number)
            _ = try self.migrationTarget(
                of: MigrationOrder(bureau: present.record.bureau, item: present.record.item),
                for: person
            )
            guard present.record.isOpen, kept["moved"] == nil,
                kept["revision"]?.integerValue == Int64(present.record.revision),
                let version = kept["declaration"]?.integerValue,
                let item = self.directory.loaded(present.record.bureau, version: Int(version))?.items[
                    present.record.item
                ],
                let json = kept["body"], var body = CaseBody(json: json, parent: present.record.parent),
                let state = try? FlowState(json: body.flow)
            else { return false }
            // Who held the case meanwhile stays on record.
            body.custody = present.body.custody
            var old = CaseInHand(
                record: present.record,
                body: body,
                state: state,
                item: item,
                told: present.toldSoFar()
            )
            old.record.declaration = item.version
            old.record.key = kept["key"]?.stringValue
            try self.tell(
                "case.migrated",
                of: old,
                [
                    "undo": .integer(id), "from": .integer(Int64(present.record.declaration)),
                    "to": .integer(version), "was": .string(present.flowState), "state": .string(old.flowState),
                ]
            )
            for run in present.body.deadlines where run.isActive {
                try self.engine.write(.removeTimer(id: Self.timerID(run.id, of: number)))
            }
            for index in old.body.deadlines.indices where old.body.deadlines[index].isActive {
                guard let declaration = item.deadlines[old.body.deadlines[index].id] else { continue }
                try self.schedule(&old.body.deadlines[index], declaration, in: old)
            }
            var migrated = present
            for work in try self.work(in: &migrated) where item.humanTask(work.kind)?.state != work.state {
                try self.withdraw(work, because: "migration \(id) was undone")
            }
            try self.keep(&old)
            try self.engine.write(.removeSetting(key: Self.undoPrefix(id) + number))
            return true
        }
    }
}
