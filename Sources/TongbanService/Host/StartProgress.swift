// SPDX-License-Identifier: Apache-2.0

/// Decides when the daemon says that it is ready, and what it says of its plugins afterwards.
///
/// It is ready when the store is open, the socket serves, and every plugin has answered or failed for a first time. A
/// plugin that does neither holds it up for a bounded time only.
struct StartProgress: Sendable {
    enum Action: Sendable, Hashable {
        case none
        /// Tells of readiness, with how many plugins are ready.
        case announce(ready: Int, status: String)
        case status(String)
    }

    private var isAnnounced = false
    private var isTimeUp = false
    private var lastStatus: String?

    /// Takes in the plugins' phases, by id.
    mutating func phases(_ phases: [String: String]) -> Action {
        let status = Self.statusLine(phases)
        let ready = phases.values.filter { $0 == "ready" }.count
        if !self.isAnnounced {
            guard self.isTimeUp || Self.starting(phases).isEmpty else { return .none }
            self.isAnnounced = true
            self.lastStatus = status
            return .announce(ready: ready, status: status)
        }
        guard status != self.lastStatus else { return .none }
        self.lastStatus = status
        return .status(status)
    }

    /// The time is up that plugins have for their first answer.
    mutating func timeUp(_ phases: [String: String]) -> Action {
        self.isTimeUp = true
        return self.phases(phases)
    }

    /// Those that have not answered yet.
    private static func starting(_ phases: [String: String]) -> [String] {
        phases.filter { $0.value == "starting" }.keys.sorted()
    }

    /// One line: how many plugins are ready, and which are not and why.
    static func statusLine(_ phases: [String: String]) -> String {
        let ready = phases.values.filter { $0 == "ready" }.count
        var line = "running, \(ready) of \(phases.count) plugins ready"
        let others = Dictionary(grouping: phases.filter { $0.value != "ready" }.keys) { phases[$0] ?? "" }
        for (phase, ids) in others.sorted(by: { $0.key < $1.key }) {
            line += "; \(phase): \(ids.sorted().joined(separator: ", "))"
        }
        return line
    }
}
