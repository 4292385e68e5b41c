// SPDX-License-Identifier: Apache-2.0

/// A JSON value, held in memory.
///
/// Integers are exact: a number written without fraction or exponent that fits `Int64` is ``integer(_:)``, one that
/// fits only `UInt64` is ``unsigned(_:)``; every other number is ``number(_:)``. Objects keep the order in which their
/// members were written; equality does not look at it.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object(JSONObject)
}
