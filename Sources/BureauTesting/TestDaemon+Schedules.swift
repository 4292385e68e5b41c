// SPDX-License-Identifier: Apache-2.0

import BureauKit
import Civic
import TongbanEngine
import TongbanModel

extension TestDaemon {
    /// The daemon is down until a moment; then everything that was missed has its turn, late.
    public func isDown(until moment: String) async throws {
        let moment = try Self.moment(moment)
        guard moment >= self.now else { throw TestDaemonError.past(moment.description) }
        self.now = moment
        while try self.engine.tick(at: moment) {}
        _ = try self.engine.commit()
        try await self.advance(to: moment)
    }

    /// Where a schedule of the bureau stands.
    public func schedule(_ id: String) throws -> ScheduleState {
        try self.cases.schedules.state("\(self.bureau)/\(id)")
    }

    /// The runs of a schedule of the bureau, the earliest period first.
    public func runs(of id: String) throws -> [ScheduleRunRecord] {
        try self.cases.schedules.runs(of: "\(self.bureau)/\(id)", limit: .max).reversed()
    }

    /// The next runs of a schedule of the bureau, as the calendar is now.
    public func nextRuns(of id: String, count: Int) throws -> [ScheduledRun] {
        try self.cases.schedules.next(of: "\(self.bureau)/\(id)", count: count)
    }

    /// Pauses a schedule of the bureau.
    public func pauseSchedule(_ id: String, reason: String, as person: PersonView) throws {
        let name = "\(self.bureau)/\(id)"
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.schedules.pause(name, reason: reason, by: person)
        }
    }

    /// Resumes a schedule of the bureau and lets the handlers work.
    public func resumeSchedule(
        _ id: String,
        reason: String,
        makesUp: Bool = false,
        as person: PersonView
    ) async throws {
        let name = "\(self.bureau)/\(id)"
        try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.schedules.resume(name, reason: reason, makesUp: makesUp, by: person)
        }
        try await self.advance(to: self.now)
    }

    /// Runs a period of a schedule now, the next one unless another is named, and lets the handlers work.
    @discardableResult
    public func runSchedule(
        _ id: String,
        period: String? = nil,
        reason: String,
        as person: PersonView
    ) async throws -> ScheduleRunRecord {
        let name = "\(self.bureau)/\(id)"
        let record = try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.schedules.runNow(name, period: period, reason: reason, by: person)
        }
        try await self.advance(to: self.now)
        return record
    }

    /// Leaves the next run of a schedule out.
    @discardableResult
    public func skipSchedule(_ id: String, reason: String, as person: PersonView) throws -> String {
        let name = "\(self.bureau)/\(id)"
        return try self.call(by: Actor(id: person.id)) { cases throws(EngineError) in
            try cases.schedules.skipNext(name, reason: reason, by: person)
        }
    }
}
