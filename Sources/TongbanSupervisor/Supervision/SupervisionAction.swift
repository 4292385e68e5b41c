// SPDX-License-Identifier: Apache-2.0

/// What a supervisor does next.
public enum SupervisionAction: Sendable, Hashable {
    /// Start the process.
    case spawn(run: Int)
    /// Make the first call.
    case handshake(run: Int)
    /// Ask whether it is able to work.
    case probe(run: Int, probe: Int)
    /// Tell it to take no further task, finish and end.
    case retire(run: Int)
    /// Ask the process to end (SIGTERM).
    case terminate
    /// Kill the process and all it has started.
    case kill
    /// Kill the warden too: killing has not helped.
    case killWarden
    /// Tell who listens.
    case tell(SupervisorEvent.Kind)
}
