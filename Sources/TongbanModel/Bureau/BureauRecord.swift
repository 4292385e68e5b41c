// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One version of what a bureau's plugin declared; cases stay on the version they were opened under.
public struct DeclarationRecord: Sendable, Hashable {
    public var bureau: String
    /// 1, 2, 3 …
    public var version: Int
    public var registered: Instant
    /// The declaration as the plugin sent it (`BureauDeclaration`).
    public var body: RawJSON

    public init(bureau: String, version: Int, registered: Instant, body: RawJSON) {
        self.bureau = bureau
        self.version = version
        self.registered = registered
        self.body = body
    }
}
