// SPDX-License-Identifier: Apache-2.0

/// Who was at the other end when the connection was made, as the kernel tells (SO_PEERCRED, SO_PEERPIDFD).
public struct VarlinkPeer: Sendable, Hashable {
    public let processID: Int32
    public let userID: UInt32
    public let groupID: UInt32

    /// A descriptor of the process itself, which unlike its number is never another's; there as long as the connection
    /// is, and closed with it. `nil` before Linux 6.5, or when the server was not told to obtain it.
    public let processDescriptor: Int32?

    public init(processID: Int32, userID: UInt32, groupID: UInt32, processDescriptor: Int32? = nil) {
        self.processID = processID
        self.userID = userID
        self.groupID = groupID
        self.processDescriptor = processDescriptor
    }
}
