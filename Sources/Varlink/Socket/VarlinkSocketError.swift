// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why a socket could not be opened.
public enum VarlinkSocketError: Error, Sendable, Hashable {
    /// Another program listens at the address.
    case addressInUse(String)

    /// At the path stands something that is no socket.
    case notASocket(String)

    /// A system call failed. The number is that of `errno`.
    case system(call: String, errno: Int32, address: String)
}

extension VarlinkSocketError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .addressInUse(let address): "\(address): another program listens there"
        case .notASocket(let path): "\(path) is there and is no socket"
        case .system(_, _, let address): "\(address): \(self.reason)"
        }
    }

    /// What went wrong, without the address.
    var reason: String {
        switch self {
        case .addressInUse: "another program listens there"
        case .notASocket: "there is something that is no socket"
        case .system(let call, let number, _): "\(call): \(String(cString: strerror(number)))"
        }
    }
}
