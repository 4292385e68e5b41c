// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension CaseEngine {
    /// The faults of what an action was given: of its own fields, and, when it changes the form, of the whole form as it
    /// would be.
    func faults(of data: JSONObject, for action: ActionDeclaration, in inHand: CaseInHand) -> [FormFault] {
        let today = ShanghaiTime.day(of: self.engine.now)
        guard let use = action.form else { return FormCheck(fields: action.fields, today: today).faults(of: data) }
        let form = inHand.item.declaration.form
        var own = data
        for field in form where !action.fields.contains(where: { $0.id == field.id }) {
            own[field.id] = nil
        }
        let merged = self.form(of: inHand, changedBy: data)
        let faults = FormCheck(fields: form, today: today).faults(of: merged)
        return FormCheck(fields: action.fields, today: today).faults(of: own)
            + (use == .edits ? faults.filter { $0.code != FormFault.missing } : faults)
    }

    /// The values of an action as they are kept.
    func normal(_ data: JSONObject, for action: ActionDeclaration, in inHand: CaseInHand) -> JSONObject {
        let form = action.form == nil ? [] : inHand.item.declaration.form
        return FormCheck(fields: action.fields + form, today: ShanghaiTime.day(of: self.engine.now)).normal(data)
    }

    /// The form's values as they would be after an action.
    func form(of inHand: CaseInHand, changedBy data: JSONObject) -> JSONObject {
        var values = JSONObject()
        for field in inHand.item.declaration.form {
            if let value = data[field.id] ?? inHand.state.data[field.id], !value.isNull { values[field.id] = value }
        }
        return values
    }

    /// Finds anew what the case is searched by, after its form was changed.
    func reindex(_ inHand: inout CaseInHand, isDraft: Bool) throws(EngineError) {
        let item = inHand.item.declaration
        let data = inHand.state.data
        if let field = item.subjectField { inHand.record.subject = data[field]?.stringValue }
        if let field = item.areaField, let area = data[field]?.stringValue { inHand.record.area = area }
        guard !item.uniqueKey.isEmpty else { return }
        let key = isDraft ? nil : Self.key(of: item, in: data)
        guard key != inHand.record.key else { return }
        if let key,
            let other = try self.store({ store throws(StoreError) in
                try store.openCase(bureau: inHand.record.bureau, item: inHand.record.item, key: key)
            }), other.number != inHand.record.number
        {
            throw .refused(.duplicate(other.number))
        }
        inHand.record.key = key
    }
}
