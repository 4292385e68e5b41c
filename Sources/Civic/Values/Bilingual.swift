// SPDX-License-Identifier: Apache-2.0

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

    public func text(_ language: Language) -> String {
        switch language {
        case .chinese: self.zh
        case .english: self.en
        }
    }
}
