// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// A case as the store keeps it: what is searched by has a field of its own, the rest is in ``body``.
public struct CaseRecord: Sendable, Hashable {
    /// Such as `YB-20221123-000001`.
    public var number: String
    public var bureau: String
    public var item: String
    /// The version of the bureau's declaration the case was opened under and stays on.
    public var declaration: Int
    /// Grows with every change; a caller that names an old one is refused.
    public var revision: Int
    /// The active atomic states, sorted, joined by `+`.
    public var state: String
    public var isOpen: Bool
    /// The unique key among open cases of the item, when the item has one.
    public var key: String?
    public var area: String?
    /// The person or organisation the case is about, as its identifier.
    public var subject: String?
    public var parent: String?
    public var opened: Instant
    public var updated: Instant
    public var closed: Instant?
    /// The earliest running deadline.
    public var due: Instant?
    /// Form values, flow state, deadlines and who took part, as JSON (`CaseBody`).
    public var body: RawJSON

    public init(
        number: String,
        bureau: String,
        item: String,
        declaration: Int,
        revision: Int,
        state: String,
        isOpen: Bool,
        key: String? = nil,
        area: String? = nil,
        subject: String? = nil,
        parent: String? = nil,
        opened: Instant,
        updated: Instant,
        closed: Instant? = nil,
        due: Instant? = nil,
        body: RawJSON
    ) {
        self.number = number
        self.bureau = bureau
        self.item = item
        self.declaration = declaration
        self.revision = revision
        self.state = state
        self.isOpen = isOpen
        self.key = key
        self.area = area
        self.subject = subject
        self.parent = parent
        self.opened = opened
        self.updated = updated
        self.closed = closed
        self.due = due
        self.body = body
    }
}
