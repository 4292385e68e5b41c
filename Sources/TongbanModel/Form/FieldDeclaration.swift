// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One field of a form or register: its name, type, whether it must be there, and who may see it.
public struct FieldDeclaration: Sendable, Hashable, Codable {
    /// How a value is stored and checked.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Text in Unicode NFC without control characters.
        case text
        /// A whole number.
        case integer
        case boolean
        /// One of ``FieldDeclaration/options``.
        case choice
        /// Several of ``FieldDeclaration/options``, each once, as an array.
        case choices
        /// A civil day, `YYYY-MM-DD`.
        case date
        /// An instant, RFC 3339 with offset.
        case moment
        /// An amount in fen.
        case money
        /// An area in hundredths of a mu.
        case mu
        /// A share as `{n, d}`, two whole numbers with `d` not negative; `{n: 0, d: 0}` is the share of nothing.
        case percent
        /// A published figure `{value, qualifier}` with the qualifier `EXACT`, `MORE_THAN` or `NEARLY`.
        case approximate
        /// A person's name: NFC, 1 to 50 characters, extension characters and the dot `·` allowed.
        case personName
        /// A resident identity number (GB 11643).
        case residentID
        /// A unified social credit code (GB 32100).
        case creditCode
        /// Of a business: its unified social credit code, or the registration number of 15 digits where it has none.
        case businessCode
        /// A disability certificate number.
        case disabilityCertificate
        /// A mobile telephone number.
        case mobile
        /// An area code of 6, 9 or 12 digits.
        case area
        /// An object `{latitude, longitude, datum}`; degrees times ten million as integers. With
        /// ``FieldDeclaration/options``, only the datums they name.
        case geo
        /// An array of texts.
        case texts
        /// An array of objects with ``FieldDeclaration/fields``.
        case rows
        /// Any JSON value.
        case any
    }

    /// The class of personal data: who sees the value, and how it is masked.
    public enum Privacy: String, Sendable, Hashable, Codable {
        case `public` = "-"
        /// Masked in lists.
        case personal = "P"
        /// Sensitive in the sense of the Personal Information Protection Law, article 28.
        case sensitive = "S"
    }

    public struct Option: Sendable, Hashable, Codable {
        public var code: String
        public var name: Bilingual

        public init(code: String, name: Bilingual) {
            self.code = code
            self.name = name
        }
    }

    public var id: String
    public var name: Bilingual
    public var kind: Kind
    public var required: Bool
    public var privacy: Privacy
    public var options: [Option]
    /// Bounds of a number, of the length of a text, or of the count of an array; both included.
    public var minimum: Int64?
    public var maximum: Int64?
    public var help: Bilingual?
    public var fields: [FieldDeclaration]
    /// A JsonLogic condition over the form's values and `today`; the field is required, and may be there, only when it holds.
    public var onlyIf: JSON?
    /// Only holders of these roles are shown the value, whoever handles the case; of a field of class S.
    public var seenBy: [String]?

    public init(
        _ id: String,
        _ name: Bilingual,
        kind: Kind = .text,
        required: Bool = false,
        privacy: Privacy = .public,
        options: [Option] = [],
        minimum: Int64? = nil,
        maximum: Int64? = nil,
        help: Bilingual? = nil,
        fields: [FieldDeclaration] = [],
        onlyIf: JSON? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.required = required
        self.privacy = privacy
        self.options = options
        self.minimum = minimum
        self.maximum = maximum
        self.help = help
        self.fields = fields
        self.onlyIf = onlyIf
    }
}
