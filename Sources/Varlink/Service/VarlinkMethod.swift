// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A method of an interface, as the code generator declares it.
public protocol VarlinkMethod: SendableMetatype {
    /// The fully-qualified name: interface, dot, method.
    static var name: String { get }

    /// The input parameters.
    associatedtype Input: JSONCodable & Sendable

    /// The output parameters: of every reply, when there are many.
    associatedtype Output: JSONCodable & Sendable
}
