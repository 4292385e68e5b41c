// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A moment at which the engine has something to do; removed in the transaction that does it, so that it fires once.
public struct TimerRecord: Sendable, Hashable {
    /// Unique; says what it is for, such as `SJ-20220712-000001/deadline/accept/due`.
    public var id: String
    public var due: Instant
    public var caseNumber: String?
    /// What to do, as JSON (`TimerAction`).
    public var body: RawJSON

    public init(id: String, due: Instant, caseNumber: String?, body: RawJSON) {
        self.id = id
        self.due = due
        self.caseNumber = caseNumber
        self.body = body
    }
}
