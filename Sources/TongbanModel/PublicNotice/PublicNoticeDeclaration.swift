// SPDX-License-Identifier: Apache-2.0

import Civic

/// What a bureau makes public of its cases, and for how long.
public struct PublicNoticeDeclaration: Sendable, Hashable, Codable {
    public var id: String
    public var title: Bilingual
    /// Values of the case that stand in it; personal ones are masked, sensitive ones are never made public.
    public var fields: [String]
    /// In the notation of `Limit`: so many days; objections are taken until the end of the last.
    public var limit: String

    public init(id: String, title: Bilingual, fields: [String], limit: String) {
        self.id = id
        self.title = title
        self.fields = fields
        self.limit = limit
    }
}
