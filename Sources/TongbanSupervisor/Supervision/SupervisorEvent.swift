// SPDX-License-Identifier: Apache-2.0

/// Something that happened to a plugin, as the daemon is told.
public struct SupervisorEvent: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Its process runs.
        case started
        /// Its process id is known: the one its connections to the daemon come from.
        case identified(pid: Int32)
        /// It answered the handshake.
        case ready
        /// It did not answer so many probes in a row.
        case unhealthy(probes: Int)
        /// It failed; its process, if there was one, is gone.
        case failed(FailureReport)
        /// It will be started again after this pause.
        case backingOff(Duration)
        /// It will not be started again until a person says so.
        case quarantined(FailureReport)
        /// It ended as it was asked to.
        case stopped
        /// It ended, and is to stay so.
        case disabled
        /// It wrote this.
        case log(LogMessage)
    }

    /// The bureau's id.
    public var bureau: String
    public var kind: Kind

    public init(bureau: String, kind: Kind) {
        self.bureau = bureau
        self.kind = kind
    }
}
