// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A reply as it stands on the wire.
public struct VarlinkReply: Sendable, Hashable {
    /// A JSON object, kept byte for byte; `nil` for absent, `null` and `{}`, which mean the same.
    public var parameters: RawJSON?

    /// Whether further replies to the same call follow.
    public var continues: Bool

    /// The fully-qualified name of the error, when the call failed.
    public var error: String?

    public var headers: VarlinkHeaders

    public init(
        parameters: RawJSON? = nil,
        continues: Bool = false,
        error: String? = nil,
        headers: VarlinkHeaders = VarlinkHeaders()
    ) {
        self.parameters = parameters
        self.continues = continues
        self.error = error
        self.headers = headers
    }
}
