// SPDX-License-Identifier: Apache-2.0

/// Why a calendar table cannot be used.
public struct CalendarError: Error, Sendable, Hashable, CustomStringConvertible {
    public var message: Bilingual
    public var description: String { self.message.en }
}
