// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// An error that an interface declares: what a method answers with, and what its caller catches.
///
/// The code generator makes one enum of all errors of an interface.
public protocol VarlinkFailure: Error, Sendable {
    /// The fully-qualified name: interface, dot, error.
    var errorName: String { get }

    /// A JSON object; `{}` when the error has no parameters.
    var errorParameters: RawJSON { get }

    /// `nil` when this is none of the errors known here, or its parameters are not those declared.
    init?(errorName: String, errorParameters: RawJSON)
}
