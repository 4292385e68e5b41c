// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanEngine

extension TestDaemon {
    /// Loads or takes back a table of the calendar, and counts all running deadlines anew.
    public func apply(_ change: CalendarChange) async throws {
        try self.call { cases throws(EngineError) in try cases.apply(change) }
        try await self.advance(to: self.now)
    }

    /// What a change of the calendar would move.
    public func preview(_ change: CalendarChange) throws -> [DeadlineMove] {
        var moves: [DeadlineMove] = []
        var cursor: OpenCaseCursor?
        repeat {
            let page = try self.cases.preview(change, after: cursor, limit: 100)
            moves += page.moves
            cursor = page.next
        } while cursor != nil
        return moves
    }

    /// Puts another limit in the place of a running deadline's.
    public func changeLimit(
        _ deadline: String,
        of number: String,
        to limit: Limit,
        reason: String = "测试",
        as person: PersonView = .system
    ) throws {
        try self.call { cases throws(EngineError) in
            try cases.changeLimit(of: deadline, in: number, to: limit, reason: reason, revision: nil, by: person)
        }
    }

    /// The deadlines of a case by each counted, skipped and paused interval.
    public func accounts(of number: String, _ deadline: String? = nil) throws -> [DeadlineAccount] {
        try self.cases.accounts(of: number, deadline: deadline)
    }

    /// What the audit of the timers found.
    public func timerFigures() throws -> CaseEngine.TimerFigures { try self.cases.timerFigures(at: self.now) }
}
