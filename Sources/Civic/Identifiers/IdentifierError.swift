// SPDX-License-Identifier: Apache-2.0

/// What is wrong with an identifier.
public struct IdentifierError: Error, Sendable, Hashable, CustomStringConvertible {
    /// `length`, `character`, `check`, `date`, `region`, `category`, `grade` or `form`.
    public var code: String
    public var message: Bilingual

    init(_ code: String, _ zh: String, _ en: String) {
        self.code = code
        self.message = Bilingual(zh, en)
    }

    public var description: String { self.message.en }
}
