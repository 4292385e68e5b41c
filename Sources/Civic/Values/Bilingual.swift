// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A language people read.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// The language a POSIX locale name such as `zh_CN.UTF-8` asks for; everything that is not Chinese gets English.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

/// A text in both languages.
public struct Bilingual: Sendable, Hashable, Codable {
    public var zh: String
    public var en: String

    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// `{"zh": …, "en": …}`, both of them texts; `nil` for anything else.
    public init?(json: JSON) {
        guard let zh = json["zh"]?.stringValue, let en = json["en"]?.stringValue else { return nil }
        self.init(zh, en)
    }

    public var json: JSON { ["zh": .string(self.zh), "en": .string(self.en)] }

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: self.zh
        case .english: self.en
        }
    }
}
