// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// What the journal says of a case while one call changes it: the case as it was read, and what was told since.
///
/// It is shared by the copies of a case in hand, since telling changes no case.
final class ToldCase {
    private var before: (record: CaseRecord, body: CaseBody, state: FlowState)?
    private var replay: CaseReplay?

    init(record: CaseRecord, body: CaseBody, state: FlowState) {
        self.before = (record, body, state)
    }

    private func started(_ inHand: CaseInHand) -> CaseReplay {
        if let replay { return replay }
        let replay: CaseReplay
        if let before, before.record.revision > 0 {
            replay = CaseReplay(
                from: Self.snapshot(before.record, before.body.json, before.state, inHand.item)
            )
        } else {
            replay = CaseReplay()
        }
        self.before = nil
        self.replay = replay
        return replay
    }

    /// Takes the case as it was read for what is told, by the version it was read under.
    func begin(_ inHand: CaseInHand) { _ = self.started(inHand) }

    /// The revision an entry carries: the first one of each call says which it makes.
    func revision(of kind: String, for inHand: CaseInHand) -> Int? {
        guard CaseReplay.carriesRevision(kind) else { return nil }
        let next = inHand.record.revision + 1
        return self.started(inHand).revision == next ? nil : next
    }

    func take(_ kind: String, _ data: JSON, of inHand: CaseInHand, at: Instant, by actor: String) {
        var replay = self.started(inHand)
        self.replay = nil
        replay.take(kind, at: at, bureau: inHand.record.bureau, actor: actor, data: data)
        self.replay = replay
    }

    /// The values that were not told yet.
    func untold(_ inHand: CaseInHand) -> JSONObject {
        self.started(inHand).untold(inHand.item.mask.journal(inHand.state.data))
    }

    /// What is still to be told when the case is kept as it is now; afterwards all of it counts as told.
    func rest(_ inHand: CaseInHand, body: JSON) -> JSON? {
        let snapshot = Self.snapshot(inHand.record, body, inHand.state, inHand.item)
        let rest = self.started(inHand).rest(to: snapshot)
        self.replay = CaseReplay(from: snapshot)
        return rest
    }

    static func snapshot(_ record: CaseRecord, _ body: JSON, _ state: FlowState, _ item: LoadedItem) -> CaseSnapshot {
        CaseSnapshot(
            record: record,
            body: body,
            active: item.interpreter.atomicStates(of: state),
            isRunning: state.isRunning,
            data: state.data,
            item: item.declaration,
            mask: item.mask
        )
    }
}

extension CaseEngine {
    /// Tells what a call changed in a case and none of its entries said.
    func tellRest(of inHand: CaseInHand, body: JSON) throws(EngineError) {
        guard let rest = inHand.told.rest(inHand, body: body) else { return }
        try self.engine.record(CaseReplay.rest, bureau: inHand.record.bureau, caseNumber: inHand.record.number) {
            writer in
            writer.beginObject()
            writer.member("diff", rest)
            writer.endObject()
        }
    }

    /// A case that is kept, as the journal may hold it.
    public func snapshot(of number: String) throws(EngineError) -> CaseSnapshot {
        let inHand = try self.load(number)
        return ToldCase.snapshot(inHand.record, inHand.body.json, inHand.state, inHand.item)
    }
}
