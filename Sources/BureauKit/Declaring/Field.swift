// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// One field of a form or register.
///
/// ```swift
/// Field("reason", "理由", "Reason").required()
/// Field("severity", "等级", "Severity", .integer).between(1, 3)
/// ```
public struct Field: Sendable {
    var declaration: FieldDeclaration

    public init(_ id: String, _ zh: String, _ en: String, _ kind: FieldDeclaration.Kind = .text) {
        self.declaration = FieldDeclaration(id, Bilingual(zh, en), kind: kind)
    }

    /// A field with one of a few codes.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        oneOf options: KeyValuePairs<String, (String, String)>
    ) {
        self.init(id, zh, en, .choice)
        self.declaration.options = options.map { .init(code: $0.key, name: Bilingual($0.value.0, $0.value.1)) }
    }

    /// A field with some of a few codes.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        someOf options: KeyValuePairs<String, (String, String)>
    ) {
        self.init(id, zh, en, oneOf: options)
        self.declaration.kind = .choices
    }

    /// A field with rows of fields.
    public init(_ id: String, _ zh: String, _ en: String, @ListBuilder<Field> rows: () -> [Field]) {
        self.init(id, zh, en, .rows)
        self.declaration.fields = rows().map(\.declaration)
    }

    private func with(_ change: (inout FieldDeclaration) -> Void) -> Field {
        var copy = self
        change(&copy.declaration)
        return copy
    }

    /// Hidden from everybody but holders of these roles, who opened the case, and whom it is about; who looks at the case
    /// in vain is noted in the journal as `case.withheld`. Only for ``sensitive()`` fields.
    public func seenBy(_ roles: String...) -> Field { self.with { $0.seenBy = roles } }

    public func required() -> Field { self.with { $0.required = true } }
    /// Masked for those who do not handle the case.
    public func personal() -> Field { self.with { $0.privacy = .personal } }
    /// Hidden from those who do not handle the case, and never in the journal.
    public func sensitive() -> Field { self.with { $0.privacy = .sensitive } }
    /// Bounds of a number, of a text's length, or of the count of a list.
    public func between(_ minimum: Int64, _ maximum: Int64) -> Field {
        self.with {
            $0.minimum = minimum
            $0.maximum = maximum
        }
    }
    public func atLeast(_ minimum: Int64) -> Field { self.with { $0.minimum = minimum } }
    public func atMost(_ maximum: Int64) -> Field { self.with { $0.maximum = maximum } }
    /// The field belongs to the form only when the condition over its values holds.
    public func onlyIf(_ condition: Expression) -> Field { self.with { $0.onlyIf = condition.rule } }
    public func help(_ zh: String, _ en: String) -> Field { self.with { $0.help = Bilingual(zh, en) } }
}

/// Collects the elements of a declaration.
@resultBuilder
public enum ListBuilder<Element> {
    public static func buildExpression(_ element: Element) -> [Element] { [element] }
    public static func buildExpression(_ elements: [Element]) -> [Element] { elements }
    public static func buildBlock(_ parts: [Element]...) -> [Element] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [Element]?) -> [Element] { part ?? [] }
    public static func buildEither(first: [Element]) -> [Element] { first }
    public static func buildEither(second: [Element]) -> [Element] { second }
    public static func buildArray(_ parts: [[Element]]) -> [Element] { parts.flatMap { $0 } }
}
