// SPDX-License-Identifier: Apache-2.0

/// Which descriptor an activator meant for Varlink, as its variables say.
enum SocketActivation {
    /// What the variables are compared with, since a child inherits those of its parent.
    struct Process {
        var id: Int32
        /// The inode of a pidfd of the process, where the kernel gives every process its own.
        var descriptorInode: UInt64?
    }

    private static let firstDescriptor: CInt = 3

    /// - Returns: `nil` when nothing was passed to this very process, or none of several is named `varlink`.
    static func descriptor(in environment: [String: String], of process: Process) -> CInt? {
        guard let pid = environment["LISTEN_PID"], Int32(pid) == process.id else { return nil }
        if let inode = environment["LISTEN_PIDFDID"], let own = process.descriptorInode, UInt64(inode) != own {
            return nil
        }
        guard let text = environment["LISTEN_FDS"], let count = CInt(text), count > 0, count < 1 << 16 else {
            return nil
        }
        guard let names = environment["LISTEN_FDNAMES"] else {
            return count == 1 ? Self.firstDescriptor : nil
        }
        let index = names.split(separator: ":", omittingEmptySubsequences: false)
            .prefix(Int(count))
            .firstIndex(of: "varlink")
        if let index { return Self.firstDescriptor + CInt(index) }
        return count == 1 ? Self.firstDescriptor : nil
    }
}
