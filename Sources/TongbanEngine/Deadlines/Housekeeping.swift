// SPDX-License-Identifier: Apache-2.0

import Civic

/// Where the engine's own work stands: the audit of the timers, and the counting anew of due moments.
struct Housekeeping {
    /// An audit begins every minute.
    static let period: Int64 = 60_000
    /// Its parts follow one another at this interval, so that it never holds up anything: 24,000 cases in a minute.
    static let interval: Int64 = 250
    static let sliceSize = 100
    /// Cases counted anew in one part; the parts follow one another at once.
    static let recountSize = 200

    enum Phase: Hashable {
        /// Open cases: is there the timer that their deadlines ask for?
        case cases(OpenCaseCursor?)
        /// Timers: is there an open case that asks for them?
        case timers(due: Instant, id: String)
    }

    /// When the present audit began, or the next one begins.
    var begins: Instant?
    /// When the next part of it is due.
    var nextSlice: Instant?
    var phase = Phase.cases(nil)
    /// Differences found and repaired since the start.
    var repaired = 0
    /// Audits finished since the start.
    var passes = 0
    /// What is being counted anew.
    var recount: Recount?
    /// The counting that was finished last.
    var lastRecount: Recount?

    /// Sets the next part's moment: a part later, or, after the last, a minute after the audit began.
    mutating func advance(at now: Instant, isFinished: Bool) {
        let begins = self.begins ?? now
        if isFinished {
            self.passes += 1
            self.phase = .cases(nil)
            let next = begins.adding(milliseconds: Self.period)
            // After a long jump of the clock one audit is enough.
            self.begins = next > now ? next : now.adding(milliseconds: Self.period)
            self.nextSlice = self.begins
        } else {
            self.nextSlice = (self.nextSlice ?? now).adding(milliseconds: Self.interval)
        }
    }
}

/// Where a walk over the open cases stands: the last case it looked at.
public struct OpenCaseCursor: Sendable, Hashable {
    public var bureau: String
    public var item: String
    /// `nil` before the first case of the item.
    public var number: String?

    public init(bureau: String, item: String, number: String? = nil) {
        self.bureau = bureau
        self.item = item
        self.number = number
    }
}
