// SPDX-License-Identifier: Apache-2.0

/// What happens to a supervised plugin. `run` is the number of the start it belongs to: what an earlier process still
/// says is not held against its successor.
public enum SupervisionInput: Sendable, Hashable {
    /// Somebody wants it to run.
    case start
    /// Somebody wants it to end, by force after so long; `nil`: by the timings.
    case stop(limit: Duration?)
    /// Somebody wants it to end in order and to start again; lifts a quarantine.
    case restart
    /// Somebody wants it to run again after `disable` or quarantine.
    case enable
    /// Somebody wants it to end and not to start until `enable`.
    case disable

    /// The process is there.
    case spawned(run: Int)
    /// There is no process, because.
    case spawnFailed(run: Int, reason: String)
    case handshakeSucceeded(run: Int)
    case handshakeFailed(run: Int, HandshakeFailure)
    case probeAnswered(run: Int, probe: Int)
    case probeFailed(run: Int, probe: Int)
    /// The resident memory of the process, bytes.
    case memory(run: Int, Int64)
    /// The process has ended and been reaped.
    case exited(run: Int, ProcessExit)

    /// The call the plugin works on now, or `nil` when it works on none.
    case call(String?)
    /// Time has passed.
    case tick
}
