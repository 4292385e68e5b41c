// SPDX-License-Identifier: Apache-2.0

/// The kinds of messages that the journal's catalog explains: `MESSAGE_ID`s, the same as in `etc/catalog`.
public enum JournalMessageID: String, Sendable, Hashable, CaseIterable {
    /// The daemon takes requests.
    case daemonReady = "0973cd9e40c94c36997454cc5480eefd"
    /// The daemon was asked to stop.
    case daemonStopping = "545aa178a38242ae95d7f43759a69c5a"
    /// A new configuration is in force.
    case configurationReloaded = "6abf72e8c5aa4917899aec0b8d14e378"
    /// A new configuration has a fault and is not in force.
    case configurationRefused = "c8e992fb821f4c1889bb8140a3391152"
    /// The disk refuses changes.
    case storeReadOnly = "5db352c909a4491a91de909b143dc5a7"
    /// The disk takes changes again.
    case storeWritable = "7525f730fca44153b9f98d2c2efd0f6d"
    /// A plugin is ready; field `BUREAU`.
    case bureauReady = "42360a1402964682bcaa9fad8f72e637"
    /// A plugin failed and is started again; field `BUREAU`.
    case bureauFailed = "382b5e7506b04a06a8effa828e32863b"
    /// A plugin is not started any more; field `BUREAU`.
    case bureauQuarantined = "26fea56a38c74491a23f5addd9854ecb"
    /// A plugin's folder cannot be used; field `BUREAU`.
    case bureauRefused = "66c46dd9c3f14d37be79b269a0bf3b43"
}
