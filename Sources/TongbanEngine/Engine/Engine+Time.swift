// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension Engine {
    private enum DueSource {
        case scheduled
        case lease
        case rate(String)
        case timer(TimerRecord)
        case retention
    }

    private struct Due {
        var moment: Instant
        var source: DueSource
        /// When the first thing of another source is due.
        var others: Instant?

        mutating func consider(_ moment: Instant, _ source: DueSource) {
            if moment < self.moment {
                self = Due(moment: moment, source: source, others: self.moment)
            } else {
                self.others = self.others.map { min($0, moment) } ?? moment
            }
        }
    }

    /// Does what has come due: scheduled tasks, leases that ran out, timers; the earliest first, a bounded number.
    ///
    /// A timer whose handler refuses does not hold up the others: the refusal is told in the journal, and the timer is
    /// put off by ``EngineLimits/timerDelay``.
    ///
    /// - Returns: whether there was more than one tick takes.
    @discardableResult
    public func tick(at now: Instant) throws(EngineError) -> Bool {
        try self.advance(to: now)
        try self.doWhatIsDue()
        if let housekeeper, let due = housekeeper.nextHousekeeping, due <= self.now {
            try self.perform(at: self.now, by: .system) { () throws(EngineError) in
                try housekeeper.keepHouse(in: self)
            }
        }
        return try self.nextWakeUp().map { $0 <= self.now } ?? false
    }

    private func doWhatIsDue() throws(EngineError) {
        let now = self.now
        var left = self.limits.tickSize
        while left > 0 {
            guard let due = try self.nextDue(), due.moment <= self.now else { return }
            switch due.source {
            case .scheduled:
                let moment = min(self.now, due.others ?? self.now)
                let limit = left
                left -= try self.perform(at: now, by: .system) { () throws(EngineError) in
                    try self.readyScheduled(until: moment, limit: limit)
                }
            case .lease:
                try self.perform(at: now, by: .system) { () throws(EngineError) in try self.expireLease() }
                left -= 1
            case .rate(let queue):
                try self.perform(at: now, by: .system) { () throws(EngineError) in
                    self.memory.rateWaits[queue] = nil
                    self.becameReady(queue)
                }
                left -= 1
            case .timer(let timer):
                try self.fire(timer)
                left -= 1
            case .retention:
                try self.sweepFinished()
                left -= 1
            }
        }
    }

    private func fire(_ timer: TimerRecord) throws(EngineError) {
        let refusal: EngineError
        do throws(EngineError) {
            try self.perform(at: self.now, by: .system) { () throws(EngineError) in
                try self.write(.removeTimer(id: timer.id))
                try self.timerHandler?.fire(timer, in: self)
            }
            return
        } catch {
            if self.failure != nil { throw error }
            refusal = error
        }
        try self.perform(at: self.now, by: .system) { () throws(EngineError) in
            var later = timer
            later.due = self.now.adding(milliseconds: self.limits.timerDelay)
            later.body = Self.markedPutOff(later.body)
            try self.write(.putTimer(later))
            let bureau = later.caseNumber.flatMap { number in
                try? self.store.caseRecord(number)?.bureau
            }
            try self.record("timer.failed", bureau: bureau, caseNumber: timer.caseNumber) { writer in
                writer.beginObject()
                writer.member("timer", timer.id)
                writer.member("due", timer.due.description)
                writer.member("next", later.due.description)
                writer.member("error", String(String(describing: refusal).prefix(self.limits.errorLength)))
                writer.endObject()
            }
        }
    }

    private func nextDue() throws(EngineError) -> Due? {
        var due: Due?
        func consider(_ moment: Instant, _ source: DueSource) {
            if due == nil { due = Due(moment: moment, source: source) } else { due?.consider(moment, source) }
        }
        if let moment = try self.nextScheduled() { consider(moment, .scheduled) }
        if let moment = self.memory.leases.nextExpiry { consider(moment, .lease) }
        for (queue, moment) in self.memory.rateWaits { consider(moment, .rate(queue)) }
        if let moment = self.retention.due { consider(moment, .retention) }
        // Without a handler timers wait: to fire they need one.
        if self.timerHandler != nil,
            let timer = try self.guarded({ () throws(StoreError) in try self.store.nextTimer() })
        {
            consider(timer.due, .timer(timer))
        }
        return due
    }

    /// When ``tick(at:)`` next has something to do.
    public func nextWakeUp() throws(EngineError) -> Instant? {
        [try self.nextDue()?.moment, self.housekeeper?.nextHousekeeping].compactMap { $0 }.min()
    }

    /// Says in a timer's body that it waits longer than it was set for.
    private static func markedPutOff(_ body: RawJSON) -> RawJSON {
        guard var object = try? body.parsed().objectValue else { return body }
        object[TimerRecord.putOff] = true
        return RawJSON(.object(object))
    }

    /// When a task or timer is next due, leases left aside: what a simulated clock moves to.
    public func nextTimerOrTask() throws(EngineError) -> Instant? {
        let timer = try self.guarded { () throws(StoreError) in try self.store.nextTimer() }
        return [try self.nextScheduled(), timer?.due].compactMap { $0 }.min()
    }
}

extension TimerRecord {
    /// The member of a timer's body that says that its handler refused, and that it was put off.
    static let putOff = "put_off"

    var isPutOff: Bool { (try? self.body.parsed())?[Self.putOff]?.boolValue ?? false }
}
