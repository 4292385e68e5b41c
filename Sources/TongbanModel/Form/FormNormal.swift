// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

extension FormCheck {
    /// The values as they are kept: identifiers in the one way of writing them that is theirs, such as `X` for `x` as the
    /// last character of an identity number, 18 digits for the old 15. Values that are faulty stay as they are.
    public func normal(_ values: JSONObject) -> JSONObject { self.normal(values, self.fields) }

    private func normal(_ values: JSONObject, _ fields: [FieldDeclaration]) -> JSONObject {
        var result = values
        for field in fields {
            guard let value = values[field.id], !value.isNull else { continue }
            if field.kind == .rows, let rows = value.arrayValue {
                result[field.id] = .array(
                    rows.map { row in row.objectValue.map { .object(self.normal($0, field.fields)) } ?? row }
                )
            } else if let text = value.stringValue, let normal = self.normal(text, field.kind) {
                result[field.id] = .string(normal)
            }
        }
        return result
    }

    private func normal(_ text: String, _ kind: FieldDeclaration.Kind) -> String? {
        switch kind {
        case .residentID: try? ResidentID(text, today: self.today).text
        case .disabilityCertificate: try? DisabilityCertificate(text, today: self.today).text
        default: nil
        }
    }
}
