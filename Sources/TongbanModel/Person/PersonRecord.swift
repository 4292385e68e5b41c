// SPDX-License-Identifier: Apache-2.0

/// A person of the daemon's directory: somebody who handles cases.
public struct PersonRecord: Sendable, Hashable {
    /// A short ASCII id such as `market.clerk1`.
    public var id: String
    public var name: String
    /// The Unix user who is this person, if any.
    public var uid: UInt32?
    /// Roles as `BUREAU:ROLE`, such as `market:head`, or a role for every bureau such as `auditor`.
    public var roles: [String]
    /// The area the person answers for; a case in another area is not theirs. `nil` for the whole district.
    public var area: String?
    public var active: Bool

    public init(id: String, name: String, uid: UInt32? = nil, roles: [String], area: String? = nil, active: Bool = true)
    {
        self.id = id
        self.name = name
        self.uid = uid
        self.roles = roles
        self.area = area
        self.active = active
    }

    /// Whether the person holds a role in a bureau; a role without a bureau holds in all.
    public func holds(_ role: String, in bureau: String) -> Bool {
        self.active && self.roles.contains { $0 == role || $0 == "\(bureau):\(role)" }
    }
}
