// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A socket that was passed at the start of the program (UAPI.20, "Socket Activation"; sd_listen_fds(3)).
public struct VarlinkActivatedSocket: Sendable, Hashable {
    public let descriptor: CInt

    /// Whether connections are to be accepted from it; otherwise it is a connection itself.
    public let isListening: Bool

    public init(descriptor: CInt, isListening: Bool) {
        self.descriptor = descriptor
        self.isListening = isListening
    }

    /// The socket meant for Varlink that was passed to this process, when there is one; from then on it is not passed
    /// to child processes.
    public static func inherited() throws -> VarlinkActivatedSocket? {
        try Self.inherited(environment: ProcessEnvironment.variables())
    }

    /// The socket meant for Varlink, when there is one; from then on it is not passed to child processes.
    ///
    /// - Parameter environment: The variables that tell of it.
    public static func inherited(environment: [String: String]) throws -> VarlinkActivatedSocket? {
        let process = SocketActivation.Process(id: getpid(), descriptorInode: Self.ownDescriptorInode())
        guard let descriptor = SocketActivation.descriptor(in: environment, of: process) else { return nil }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0, let isListening = UnixSocket.isListening(descriptor) else {
            throw VarlinkSocketError.system(call: "getsockopt", errno: errno, address: "descriptor \(descriptor)")
        }
        return VarlinkActivatedSocket(descriptor: descriptor, isListening: isListening)
    }

    /// The number by which a kernel with pidfs (Linux 6.9) tells this process from every other; `nil` on older ones.
    private static func ownDescriptorInode() -> UInt64? {
        guard let descriptor = UnixSocket.ownProcessDescriptor() else { return nil }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return nil }
        return UInt64(status.st_ino)
    }
}
