// SPDX-License-Identifier: Apache-2.0

import CSystemd
import Glibc

/// The sockets a service manager opened for this process (sd_listen_fds(3)).
public struct ListenDescriptors: Sendable, Hashable {
    /// One socket.
    public struct Descriptor: Sendable, Hashable {
        public var number: Int32
        /// What `FileDescriptorName=` says; `unknown` where nothing does.
        public var name: String

        public init(number: Int32, name: String) {
            self.number = number
            self.name = name
        }

        /// Whether it is a stream socket that listens.
        public var isListeningStream: Bool { sd_is_socket(self.number, AF_UNSPEC, Int32(SOCK_STREAM.rawValue), 1) > 0 }
    }

    /// Why the sockets could not be taken over.
    public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
        /// The system's error number.
        public var number: Int32

        public init(number: Int32) {
            self.number = number
        }

        public var description: String {
            "the service manager's sockets cannot be taken over: \(String(cString: strerror(self.number)))"
        }
    }

    /// In the manager's order.
    public let all: [Descriptor]

    /// Takes the sockets over: children do not inherit them.
    /// - Parameter unsetEnvironment: Whether the variables are removed, so that children do not take them for their own.
    ///   True is only safe while no other thread reads the environment.
    /// - Throws: `Failure` when the variables are not as they must be.
    public init(unsetEnvironment: Bool = false) throws(Failure) {
        var names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        let count = sd_listen_fds_with_names(unsetEnvironment ? 1 : 0, &names)
        guard count >= 0 else { throw Failure(number: -count) }
        defer {
            if let names {
                for index in 0..<Int(count) { free(names[index]) }
                free(names)
            }
        }
        self.all = (0..<Int(count)).map { index in
            Descriptor(
                // SD_LISTEN_FDS_START
                number: 3 + Int32(index),
                name: names.flatMap { $0[index] }.map { String(cString: $0) } ?? "unknown"
            )
        }
    }

    /// Those with this name.
    public func named(_ name: String) -> [Descriptor] { self.all.filter { $0.name == name } }
}
