// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanEngine
import TongbanModel

/// Where the time of cases went, and how they were.
extension TestDaemon {
    /// Who held a case when, from first contact to closing, with the sums.
    public func time(of number: String) throws -> CaseTime { try self.cases.time(of: number) }

    /// A case as it was at a moment such as `2022-07-12T09:00:00+08:00`, from the journal.
    ///
    /// - Throws: `EngineError` with `NOT_YET` before the case was opened, `FUTURE` for what has not come.
    public func snapshot(of number: String, at moment: String) throws -> CaseSnapshot {
        try self.cases.snapshot(of: number, at: Self.moment(moment))
    }
}
