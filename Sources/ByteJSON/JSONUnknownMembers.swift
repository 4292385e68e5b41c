// SPDX-License-Identifier: Apache-2.0

/// What becomes of members that the type being read does not define.
public enum JSONUnknownMembers: Sendable, Hashable {
    /// They are passed over, so that who writes may know more than who reads.
    case ignored

    /// They are an error, so that nobody believes to have said what was not heard.
    case refused
}
