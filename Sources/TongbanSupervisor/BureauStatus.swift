// SPDX-License-Identifier: Apache-2.0

public import Civic

/// How a supervised plugin stands now.
public struct BureauStatus: Sendable, Hashable {
    public var manifest: BureauManifest
    public var phase: SupervisionPhase
    /// When the phase was entered.
    public var since: Instant
    /// The process of the plugin: the one its connections to the daemon come from.
    public var pid: Int32?
    /// Starts after the first.
    public var restarts: Int
    /// Why it failed last; kept after it was started again.
    public var lastFailure: FailureReport?
    /// The last lines it wrote, oldest first.
    public var lastLines: [String]
    /// Resident memory of its process, bytes.
    public var memory: Int64?

    /// Why it does not work now; `nil` when it works, or nothing is wrong.
    public var reason: Bilingual? {
        switch self.phase {
        case .quarantined(let report): report.text
        case .backingOff, .unhealthy: self.lastFailure?.text
        case .stopped, .starting, .ready, .stopping, .disabled: nil
        }
    }
}
