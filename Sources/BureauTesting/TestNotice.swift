// SPDX-License-Identifier: Apache-2.0

import Civic

/// What somebody was told.
public struct TestNotice: Sendable, Hashable {
    public var at: Instant
    public var caseNumber: String?
    public var topic: String
    /// A role of the bureau, a person's id, or `subject`.
    public var to: String
    public var text: Bilingual
}
