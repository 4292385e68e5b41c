// SPDX-License-Identifier: Apache-2.0

/// What a JSON value is, as far as its first byte tells.
public enum JSONKind: String, Sendable, Hashable {
    case null, bool, number, string, array, object

    /// A number without fraction and exponent. Only ever what was expected; a value at hand is a ``number``.
    case integer
}
