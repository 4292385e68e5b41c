// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Hides in a case's values what the journal may not hold: values of class S, and what the flow copied of them.
public struct CaseMask: Sendable {
    private let fields: FormMask
    private let sensitive: [FieldDeclaration]
    private let declared: Set<String>

    public init(_ item: ItemDeclaration) {
        var strictest: [FieldDeclaration] = []
        for field in item.allFields {
            if let index = strictest.firstIndex(where: { $0.id == field.id }) {
                if field.privacy == .sensitive { strictest[index] = field }
            } else {
                strictest.append(field)
            }
        }
        self.fields = FormMask(fields: strictest)
        self.sensitive = strictest.filter {
            $0.privacy == .sensitive || $0.fields.contains { $0.privacy == .sensitive }
        }
        self.declared = Set(strictest.map(\.id))
    }

    /// The values as the journal may hold them.
    public func journal(_ values: JSONObject) -> JSONObject {
        var masked = self.fields.journal(values)
        let secrets = self.secrets(in: values)
        guard !secrets.isEmpty else { return masked }
        for member in masked where !self.declared.contains(member.name) && Self.holds(member.value, secrets) {
            masked[member.name] = "***"
        }
        return masked
    }

    /// What the case is about, as the journal may hold it.
    public func subject(_ subject: String?, of item: ItemDeclaration) -> String? {
        guard let subject, let field = item.subjectField else { return subject }
        return self.fields.journal([field: .string(subject)])[field]?.stringValue
    }

    private func secrets(in values: JSONObject) -> Set<String> {
        var secrets: Set<String> = []
        func collect(_ value: JSON) {
            switch value {
            case .string(let text) where text.count > 1: secrets.insert(text)
            case .integer, .number: secrets.insert(value.text)
            case .array(let elements): elements.forEach(collect)
            case .object(let object): object.forEach { collect($0.value) }
            default: break
            }
        }
        for field in self.sensitive {
            guard let value = values[field.id] else { continue }
            if field.privacy == .sensitive {
                collect(value)
            } else {
                let inner = field.fields.filter { $0.privacy == .sensitive }.map(\.id)
                for row in value.arrayValue ?? [] { inner.compactMap { row[$0] }.forEach(collect) }
            }
        }
        return secrets
    }

    private static func holds(_ value: JSON, _ secrets: Set<String>) -> Bool {
        switch value {
        case .string(let text): secrets.contains { text.contains($0) }
        case .integer, .number: secrets.contains(value.text)
        case .array(let elements): elements.contains { self.holds($0, secrets) }
        case .object(let object): object.contains { self.holds($0.value, secrets) }
        default: false
        }
    }
}
