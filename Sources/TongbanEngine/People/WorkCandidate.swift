// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// Somebody a task is for, and whether he can be given it.
public struct WorkCandidate: Sendable {
    public var person: PersonRecord
    /// Why not; `nil` when he can.
    public var refusal: Refusal?
}
