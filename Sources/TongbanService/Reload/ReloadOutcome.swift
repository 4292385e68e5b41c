// SPDX-License-Identifier: Apache-2.0

/// How a reload ended.
public enum ReloadOutcome: Sendable, Hashable {
    /// The new configuration is in force; what it changed, in words.
    case done([String])
    /// The new configuration has a fault, or could not be read; the one before stays in force.
    case refused(String)
}
