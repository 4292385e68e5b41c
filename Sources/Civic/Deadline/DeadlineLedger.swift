// SPDX-License-Identifier: Apache-2.0

/// What a due moment follows from: a limit, when it began to run, when it stood still, by how much it was lengthened.
public struct DeadlineLedger: Sendable, Hashable {
    /// A time during which the clock stood; without an end it stands still.
    public struct Pause: Sendable, Hashable {
        public var from: Instant
        public var to: Instant?

        public init(from: Instant, to: Instant?) {
            self.from = from
            self.to = to
        }

        func covers(_ instant: Instant) -> Bool {
            self.from <= instant && (self.to.map { instant < $0 } ?? true)
        }
    }

    public var start: Instant
    public var limit: Limit
    /// Each is added to the total; it does not restart the count.
    public var extensions: [Limit]
    /// In the order of time, without overlap.
    public var pauses: [Pause]

    public init(start: Instant, limit: Limit, extensions: [Limit] = [], pauses: [Pause] = []) {
        self.start = start
        self.limit = limit
        self.extensions = extensions
        self.pauses = pauses
    }

    public var isPaused: Bool { self.pauses.last.map { $0.to == nil } ?? false }

    func pause(at instant: Instant) -> Pause? { self.pauses.first { $0.covers(instant) } }
}
