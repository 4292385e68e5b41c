// SPDX-License-Identifier: Apache-2.0

/// How a handler broke its contract. The connection is closed: its caller cannot be given an answer that is true.
public enum VarlinkHandlerError: Error, Sendable {
    /// An upgrade handler returned without having confirmed.
    case upgradeNotConfirmed

    /// An upgrade was confirmed twice, or after the connection was closed.
    case upgradeNotPossible
}
