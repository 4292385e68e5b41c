// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Opens Unix stream sockets. Every descriptor is non-blocking and not passed to child processes.
enum UnixSocket {
    /// The file of a listening socket, to be removed when it is closed.
    struct BoundFile: Sendable {
        let path: String
        let device: UInt64
        let inode: UInt64
        /// Inodes are used again; when this one was last changed tells ours from another's.
        let changed: timespec
    }

    struct Listening: Sendable {
        let descriptor: CInt
        let file: BoundFile?

        /// Removes the file, unless another program has put its own in its place.
        func remove() {
            guard let file = self.file else { return }
            var status = stat()
            guard lstat(file.path, &status) == 0, UInt64(status.st_dev) == file.device,
                UInt64(status.st_ino) == file.inode, status.st_ctim.tv_sec == file.changed.tv_sec,
                status.st_ctim.tv_nsec == file.changed.tv_nsec
            else {
                return
            }
            _ = unlink(file.path)
        }
    }

    /// Opens a listening socket; replaces one that nobody listens at any more.
    static func listening(at address: VarlinkAddress, mode: UInt32) throws -> Listening {
        let path: String?
        switch address {
        case .path(let name): path = name
        case .abstract: path = nil
        case .command, .tcp: throw VarlinkAddressError.unsupportedTransport(address.description)
        }
        let descriptor = try Self.open(address)
        do {
            // The mode is set before anybody can find the socket, and again after, since the first is subject to the
            // umask.
            if path != nil { try Self.check(fchmod(descriptor, mode), "fchmod", address) }
            Self.refuseDescriptors(descriptor)
            try Self.bind(descriptor, address, path)
            var file: BoundFile?
            if let path {
                try Self.check(chmod(path, mode), "chmod", address)
                Self.mark(path: path, as: "entrypoint")
                var status = stat()
                try Self.check(lstat(path, &status), "lstat", address)
                file = BoundFile(
                    path: path,
                    device: UInt64(status.st_dev),
                    inode: UInt64(status.st_ino),
                    changed: status.st_ctim
                )
            }
            try Self.check(listen(descriptor, 512), "listen", address)
            Self.mark(descriptor, as: "listen")
            return Listening(descriptor: descriptor, file: file)
        } catch {
            _ = close(descriptor)
            throw error
        }
    }

    /// Opens a socket and connects it.
    ///
    /// - Returns: `nil` when so many wait to be accepted that one has to try again later.
    static func connected(to address: VarlinkAddress) throws -> CInt? {
        let descriptor = try Self.open(address)
        let result = try Self.withSocketAddress(address) { connect(descriptor, $0, $1) }
        if result == 0 {
            Self.mark(descriptor, as: "client")
            return descriptor
        }
        let code = errno
        _ = close(descriptor)
        if code == EAGAIN { return nil }
        throw VarlinkSocketError.system(call: "connect", errno: code, address: address.description)
    }

    /// Whether a socket listens; `nil` when the descriptor is no socket.
    static func isListening(_ descriptor: CInt) -> Bool? {
        var value: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &value, &length) == 0 else { return nil }
        return value != 0
    }

    /// Two connected sockets.
    static func pair() throws -> (CInt, CInt) {
        var descriptors: (CInt, CInt) = (-1, -1)
        let result = withUnsafeMutableBytes(of: &descriptors) { bytes in
            socketpair(AF_UNIX, Self.streamType, 0, bytes.bindMemory(to: CInt.self).baseAddress)
        }
        guard result == 0 else { throw VarlinkSocketError.system(call: "socketpair", errno: errno, address: "") }
        return descriptors
    }

    /// A pidfd of this process; there is no other way to one without a variadic system call.
    static func ownProcessDescriptor() -> CInt? {
        guard let (one, other) = try? Self.pair() else { return nil }
        defer {
            _ = close(one)
            _ = close(other)
        }
        var descriptor: CInt = -1
        var length = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(one, SOL_SOCKET, PeerCredentials.peerProcessDescriptor, &descriptor, &length) == 0 else {
            return nil
        }
        return descriptor
    }
}

extension UnixSocket {
    private static let streamType =
        CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)

    private static func open(_ address: VarlinkAddress) throws -> CInt {
        let descriptor = socket(AF_UNIX, Self.streamType, 0)
        try Self.check(descriptor, "socket", address)
        return descriptor
    }

    private static func bind(_ descriptor: CInt, _ address: VarlinkAddress, _ path: String?) throws {
        if try Self.withSocketAddress(address, { Glibc.bind(descriptor, $0, $1) }) == 0 { return }
        guard errno == EADDRINUSE else {
            throw VarlinkSocketError.system(call: "bind", errno: errno, address: address.description)
        }
        guard let path else { throw VarlinkSocketError.addressInUse(address.description) }
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else {
            throw VarlinkSocketError.notASocket(path)
        }
        guard try Self.isStale(address) else { throw VarlinkSocketError.addressInUse(address.description) }
        _ = unlink(path)
        let result = try Self.withSocketAddress(address) { Glibc.bind(descriptor, $0, $1) }
        try Self.check(result, "bind", address)
    }

    /// Whether nobody listens at a path any more. That so many wait to be accepted means that somebody does.
    private static func isStale(_ address: VarlinkAddress) throws -> Bool {
        do {
            if let probe = try Self.connected(to: address) { _ = close(probe) }
            return false
        } catch VarlinkSocketError.system(_, ECONNREFUSED, _) {
            return true
        } catch VarlinkSocketError.system(_, ENOENT, _) {
            return true
        } catch VarlinkSocketError.system {
            return false
        }
    }

    private static func withSocketAddress<Result>(
        _ address: VarlinkAddress,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) throws -> Result {
        let name: [UInt8]
        switch address {
        case .path(let path): name = Array(path.utf8) + [0]
        case .abstract(let abstract): name = [0] + Array(abstract.utf8)
        case .command, .tcp: throw VarlinkAddressError.unsupportedTransport(address.description)
        }
        guard name.count <= VarlinkAddress.socketLimit + 1 else {
            throw VarlinkAddressError.tooLong(address.description, limit: VarlinkAddress.socketLimit)
        }
        var storage = sockaddr_un()
        storage.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &storage.sun_path) { $0.copyBytes(from: name) }
        // The length counts, since an abstract name ends where it says and not at a NUL.
        let length = MemoryLayout<sockaddr_un>.offset(of: \sockaddr_un.sun_path).map { $0 + name.count } ?? 0
        return withUnsafePointer(to: storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(length)) }
        }
    }

    private static func check(_ result: CInt, _ call: String, _ address: VarlinkAddress) throws {
        guard result >= 0 else {
            throw VarlinkSocketError.system(call: call, errno: errno, address: address.description)
        }
    }

    /// No interface here passes descriptors: where the kernel can (SO_PASSRIGHTS, Linux 6.16), it keeps them from being
    /// queued; on older ones they are dropped when the bytes they came with are read.
    private static func refuseDescriptors(_ descriptor: CInt) {
        let passRights: CInt = 83
        var off: CInt = 0
        _ = setsockopt(descriptor, SOL_SOCKET, passRights, &off, socklen_t(MemoryLayout<CInt>.size))
    }

    /// Tells what the socket is to tools that look (UAPI.20, "Recognizing Varlink Socket Inodes"; Linux 7.0). Older
    /// kernels refuse, which does no harm. The functions are in the C library, but not in its Swift module.
    private static func mark(_ descriptor: CInt, as role: String) {
        typealias Function =
            @convention(c) (CInt, UnsafePointer<CChar>, UnsafeRawPointer, Int, CInt) -> CInt
        guard let symbol = dlsym(nil, "fsetxattr") else { return }
        _ = unsafeBitCast(symbol, to: Function.self)(descriptor, "user.varlink", role, role.utf8.count, 0)
    }

    private static func mark(path: String, as role: String) {
        typealias Function =
            @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafeRawPointer, Int, CInt) -> CInt
        guard let symbol = dlsym(nil, "lsetxattr") else { return }
        _ = unsafeBitCast(symbol, to: Function.self)(path, "user.varlink", role, role.utf8.count, 0)
    }
}
