// SPDX-License-Identifier: Apache-2.0

/// Which files the cases of an item take.
public struct AttachmentDeclaration: Sendable, Hashable, Codable {
    public var types: [MediaType]
    /// Bytes of one file; the daemon's own limit holds as well.
    public var sizeLimit: Int?
    /// Files of one case; the daemon's own limit holds as well.
    public var countLimit: Int?

    public init(types: [MediaType] = MediaType.allCases, sizeLimit: Int? = nil, countLimit: Int? = nil) {
        self.types = types
        self.sizeLimit = sizeLimit
        self.countLimit = countLimit
    }

    /// What holds where an item says nothing.
    public static let standard = AttachmentDeclaration()
}
