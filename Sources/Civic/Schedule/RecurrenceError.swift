// SPDX-License-Identifier: Apache-2.0

/// Why a text is no recurrence.
public struct RecurrenceError: Error, Sendable, Hashable, CustomStringConvertible {
    public var message: Bilingual
    public var description: String { self.message.en }

    init(_ zh: String, _ en: String) {
        self.message = Bilingual(zh, en)
    }
}
