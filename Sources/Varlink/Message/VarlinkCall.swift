// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A method call as it stands on the wire.
public struct VarlinkCall: Sendable, Hashable {
    /// The fully-qualified name: interface, dot, method.
    public var method: String

    /// A JSON object, kept byte for byte; `nil` for absent, `null` and `{}`, which mean the same.
    public var parameters: RawJSON?

    public var mode: VarlinkCallMode
    public var headers: VarlinkHeaders

    public init(
        method: String,
        parameters: RawJSON? = nil,
        mode: VarlinkCallMode = .single,
        headers: VarlinkHeaders = VarlinkHeaders()
    ) {
        self.method = method
        self.parameters = parameters
        self.mode = mode
        self.headers = headers
    }
}
