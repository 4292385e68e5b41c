// SPDX-License-Identifier: Apache-2.0

/// Who does something: a person of the directory, a bureau's plugin, or the system itself, and the process that said so.
public struct Actor: Sendable, Hashable {
    /// The person's id, `bureau:ID` for a plugin, `system` for the daemon, `uid:N` for a Unix user who is no person of the directory.
    public var id: String
    /// The Unix user of the process that spoke, when it was not the daemon itself.
    public var uid: UInt32?
    public var pid: Int32?

    public init(id: String, uid: UInt32? = nil, pid: Int32? = nil) {
        self.id = id
        self.uid = uid
        self.pid = pid
    }

    public static let system = Actor(id: "system")

    public static func bureau(_ id: String) -> Actor { Actor(id: "bureau:\(id)") }
}
