// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import TongbanModel

/// The values of a case as one person sees them.
struct ShownValues {
    let fields: [FieldDeclaration]
    /// Whether the person works on the case; others see values masked.
    let handles: Bool
    let showsSensitive: Bool
    /// Fields whose values are not for this person, though he works on the case.
    var withheld: Set<String> = []
    /// Fields whose values are for this person, though he does not work on the case.
    var granted: Set<String> = []

    func shown(_ values: JSONObject) -> JSONObject {
        if !self.handles {
            var masked = FormMask(fields: self.fields).list(values)
            if self.showsSensitive {
                for name in self.granted { if let value = values[name] { masked[name] = value } }
            }
            return masked
        }
        guard self.showsSensitive else { return FormMask(fields: self.fields).journal(values) }
        var shown = values
        for name in self.withheld where !(shown[name]?.isNull ?? true) { shown[name] = "***" }
        return shown
    }

    /// The fields of class S that are shown, in the values of a case or in its corrections.
    func sensitive(in inHand: CaseInHand) -> [String] {
        guard self.handles || !self.granted.isEmpty, self.showsSensitive, inHand.item.isSensitive else { return [] }
        let shown = [inHand.state.data] + inHand.body.amendments.flatMap { [$0.before, $0.after] }
        var names = Set<String>()
        for field in self.fields
        where (self.handles ? !self.withheld.contains(field.id) : self.granted.contains(field.id))
            && shown.contains(where: { field.tellsSensitive($0[field.id] ?? .null) })
        {
            names.insert(field.id)
        }
        return names.sorted()
    }
}
