// SPDX-License-Identifier: Apache-2.0

import Civic

/// That a request was understood and a rule forbids it: a stable code, and what is wrong and what to do in words.
public struct Refusal: Error, Sendable, Hashable {
    public var code: String
    public var message: Bilingual

    public init(code: String, message: Bilingual) {
        self.code = code
        self.message = message
    }

    public init(code: String, zh: String, en: String) {
        self.init(code: code, message: Bilingual(zh, en))
    }
}
