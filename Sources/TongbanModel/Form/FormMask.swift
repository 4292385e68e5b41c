// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Hides values by the class of their fields.
public struct FormMask: Sendable {
    public let fields: [FieldDeclaration]

    public init(fields: [FieldDeclaration]) {
        self.fields = fields
    }

    /// The values as the journal keeps them: of sensitive fields it says only that there was a value.
    public func journal(_ values: JSONObject) -> JSONObject {
        self.mapped(values) { field, value in field.privacy == .sensitive ? "***" : value }
    }

    /// The values as somebody sees them who does not handle the case: personal ones masked, sensitive ones hidden.
    public func list(_ values: JSONObject) -> JSONObject {
        self.mapped(values) { field, value in
            switch field.privacy {
            case .public: value
            case .personal: .string(IdentifierCheck.masked(value.stringValue ?? "", kind: field.kind))
            case .sensitive: "***"
            }
        }
    }

    private func mapped(_ values: JSONObject, _ hide: (FieldDeclaration, JSON) -> JSON) -> JSONObject {
        var result = JSONObject()
        for member in values {
            guard let field = self.fields.first(where: { $0.id == member.name }), !member.value.isNull else {
                result[member.name] = member.value
                continue
            }
            if field.kind == .rows, field.privacy == .public, let rows = member.value.arrayValue {
                let inner = FormMask(fields: field.fields)
                result[member.name] = .array(
                    rows.map { row in row.objectValue.map { .object(inner.mapped($0, hide)) } ?? row }
                )
            } else {
                result[member.name] = hide(field, member.value)
            }
        }
        return result
    }
}
