// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

extension EnvironmentTests {
    @Test("Without a manager there are no sockets")
    func noSockets() throws {
        try Self.with(["LISTEN_FDS": nil, "LISTEN_PID": nil, "LISTEN_FDNAMES": nil]) {
            let sockets = try ListenDescriptors().all
            #expect(sockets.isEmpty)
        }
    }

    @Test("Sockets meant for another process are not taken")
    func anotherProcess() throws {
        try Self.with(["LISTEN_FDS": "2", "LISTEN_PID": "1", "LISTEN_FDNAMES": "varlink:varlink"]) {
            let sockets = try ListenDescriptors().all
            #expect(sockets.isEmpty)
        }
    }

    @Test("A count that is no number is refused")
    func badCount() {
        Self.with(["LISTEN_FDS": "many", "LISTEN_PID": "\(getpid())", "LISTEN_FDNAMES": nil]) {
            #expect(throws: ListenDescriptors.Failure(number: EINVAL)) { try ListenDescriptors() }
        }
    }

    @Test("A started process finds its sockets with their names, and knows which listens")
    func sockets() async throws {
        // Descriptor 3 of a process under test belongs to somebody else: a child plays the daemon.
        let result = try await #require(
            processExitsWith: .success,
            observing: [\.standardErrorContent]
        ) {
            let listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            // Only the family: the kernel picks an abstract name.
            let bound = withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listening, $0, socklen_t(MemoryLayout<sa_family_t>.size))
                }
            }
            guard bound == 0, listen(listening, 1) == 0 else { exit(10) }
            let other = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            let saved = (fcntl(listening, F_DUPFD, 50), fcntl(other, F_DUPFD, 50))
            dup2(saved.0, 3)
            dup2(saved.1, 4)
            setenv("LISTEN_FDS", "2", 1)
            setenv("LISTEN_PID", "\(getpid())", 1)
            setenv("LISTEN_FDNAMES", "varlink:spare", 1)
            guard let descriptors = try? ListenDescriptors(unsetEnvironment: true) else { exit(11) }
            guard descriptors.all.map(\.name) == ["varlink", "spare"], descriptors.all.map(\.number) == [3, 4] else {
                exit(12)
            }
            guard descriptors.named("varlink").first?.isListeningStream == true,
                descriptors.named("spare").first?.isListeningStream == false
            else { exit(13) }
            guard fcntl(3, F_GETFD) & FD_CLOEXEC != 0 else { exit(14) }
            exit(getenv("LISTEN_FDS") == nil ? 0 : 15)
        }
        #expect(result.exitStatus == .exitCode(0))
    }
}
