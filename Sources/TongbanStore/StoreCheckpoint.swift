// SPDX-License-Identifier: Apache-2.0

/// What a checkpoint did: it moves pages from the write-ahead log into the file.
public struct StoreCheckpoint: Sendable, Hashable {
    public enum Mode: Sendable, Hashable {
        /// Moves what no reader needs, and waits for nobody.
        case passive
        /// Moves everything and cuts the log to nothing, if nobody reads.
        case truncate
    }

    /// How many pages the log held.
    public var loggedPages: Int
    /// How many of them are in the file now.
    public var movedPages: Int
    /// Whether all were moved; if not, somebody is reading an earlier state.
    public var isComplete: Bool

    public init(loggedPages: Int, movedPages: Int, isComplete: Bool) {
        self.loggedPages = loggedPages
        self.movedPages = movedPages
        self.isComplete = isComplete
    }
}
