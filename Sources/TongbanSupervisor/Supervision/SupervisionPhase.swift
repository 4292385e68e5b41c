// SPDX-License-Identifier: Apache-2.0

/// Where a supervised plugin stands. The raw names are those of `org.tongban.Plugins`.
public enum SupervisionPhase: Sendable, Hashable {
    case stopped
    /// The process was started and has not answered the handshake.
    case starting
    case ready
    /// It leaves probes unanswered.
    case unhealthy
    /// It failed and is started again at this time of the supervisor's clock.
    case backingOff(until: Duration)
    /// It is on its way to the end.
    case stopping
    case quarantined(FailureReport)
    case disabled

    public var name: String {
        switch self {
        case .stopped: "stopped"
        case .starting: "starting"
        case .ready: "ready"
        case .unhealthy: "unhealthy"
        case .backingOff: "backingOff"
        case .stopping: "stopping"
        case .quarantined: "quarantined"
        case .disabled: "disabled"
        }
    }

    /// Whether it will stay so until somebody asks for something else.
    public var isSettled: Bool {
        switch self {
        case .stopped, .quarantined, .disabled: true
        case .starting, .ready, .unhealthy, .backingOff, .stopping: false
        }
    }
}
