// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A figure, limit or switch of a bureau's rule file, with every value it has had and will have.
public struct RuleDeclaration: Sendable, Hashable, Codable {
    /// What a value must be.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// In the notation of `Limit`, such as `7wd`.
        case limit
        case integer
        /// Whole fen.
        case money
        case boolean
        case text
        case texts

        public var name: Bilingual {
            switch self {
            case .limit: Bilingual("时限(如 7wd、24h、3d、3mon)", "a limit such as 7wd, 24h, 3d, 3mon")
            case .integer: Bilingual("整数", "a whole number")
            case .money: Bilingual("金额(分,不小于 0 的整数)", "whole fen, not less than 0")
            case .boolean: Bilingual("true 或 false", "true or false")
            case .text: Bilingual("文字", "a text")
            case .texts: Bilingual("文字数组", "an array of texts")
            }
        }

        func takes(_ value: JSON) -> Bool {
            switch (self, value) {
            case (.limit, .string(let text)): (try? Limit(text)) != nil
            case (.integer, .integer), (.boolean, .bool), (.text, .string): true
            case (.money, .integer(let fen)): fen >= 0
            case (.texts, .array(let values)): values.allSatisfy { $0.stringValue != nil }
            default: false
            }
        }
    }

    /// One value, from a day on until the day before the next one's.
    public struct Version: Sendable, Hashable, Codable {
        public var effectiveFrom: CivilDay
        public var value: JSON
        /// The law, standard or decision that sets it.
        public var source: String

        enum CodingKeys: String, CodingKey {
            case effectiveFrom = "effective_from"
            case value
            case source
        }

        public init(effectiveFrom: CivilDay, value: JSON, source: String) {
            self.effectiveFrom = effectiveFrom
            self.value = value
            self.source = source
        }
    }

    /// Words in small letters, joined by dots: `complaint.accept`.
    public var id: String
    public var kind: Kind
    public var name: Bilingual
    /// The earliest first.
    public var versions: [Version]

    public init(id: String, kind: Kind, name: Bilingual, versions: [Version]) {
        self.id = id
        self.kind = kind
        self.name = name
        self.versions = versions
    }

    /// The version that holds on a day; `nil` before the first.
    public func version(on day: CivilDay) -> Version? { self.versions.last { $0.effectiveFrom <= day } }
}
