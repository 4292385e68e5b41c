// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore

/// A program that was started to serve one connection, from its start until it has been waited for.
final class ChildProcess: Sendable {
    private let processID: pid_t
    private let eventLoop: any EventLoop
    private let ended: EventLoopPromise<Void>

    /// How long a program whose connection was closed may take to end by itself, and then to heed SIGTERM.
    private static let patience = TimeAmount.seconds(5)

    private init(processID: pid_t, eventLoop: any EventLoop) {
        self.processID = processID
        self.eventLoop = eventLoop
        self.ended = eventLoop.makePromise(of: Void.self)
    }

    /// Starts a program with one end of a socket pair as descriptor 3, as a socket activator would.
    ///
    /// - Returns: The process, and the other end.
    static func start(_ command: [String], eventLoop: any EventLoop) throws -> (ChildProcess, CInt) {
        let (ours, theirs) = try UnixSocket.pair()
        defer { _ = close(theirs) }
        do {
            // Non-blocking is a property of the socket, which a program that is handed one does not expect.
            _ = fcntl(theirs, F_SETFL, 0)
            let processID = try Self.spawn(command, socket: theirs)
            return (ChildProcess(processID: processID, eventLoop: eventLoop), ours)
        } catch {
            _ = close(ours)
            throw error
        }
    }

    /// Sees the process to its end, once its connection is closed: it should end by itself, is told to, and is made to.
    func reap() {
        self.eventLoop.execute { self.poll(after: .milliseconds(1), waited: .nanoseconds(0)) }
    }

    /// Waits until the process has ended, which ``reap()`` brings about.
    func wait() async {
        try? await self.ended.futureResult.get()
    }

    private func poll(after delay: TimeAmount, waited: TimeAmount) {
        var status: CInt = 0
        let result = waitpid(self.processID, &status, WNOHANG)
        guard result == 0 else {
            self.ended.succeed()
            return
        }
        // Until it is waited for, its number is not given to another.
        let next = waited + delay
        if waited < Self.patience, next >= Self.patience { _ = kill(self.processID, SIGTERM) }
        if waited < Self.patience + Self.patience, next >= Self.patience + Self.patience {
            _ = kill(self.processID, SIGKILL)
        }
        _ = self.eventLoop.scheduleTask(in: delay) {
            self.poll(after: min(delay + delay, .milliseconds(100)), waited: next)
        }
    }

    private static func spawn(_ command: [String], socket: CInt) throws -> pid_t {
        // The activation protocol wants the process to be told its own number, which is known only within it: the shell
        // learns it and becomes the program. It does not read the command.
        let arguments = ["/bin/sh", "-c", "export LISTEN_PID=$$; exec \"$@\"", "sh"] + command
        let activation = ["LISTEN_FDS=1", "LISTEN_FDNAMES=varlink"]
        let replaced = ["LISTEN_FDS=", "LISTEN_FDNAMES=", "LISTEN_PID=", "LISTEN_PIDFDID="]
        let environment =
            ProcessEnvironment.entries().filter { entry in !replaced.contains { entry.hasPrefix($0) } } + activation

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, 3)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The event loops ignore SIGPIPE, and what is ignored stays so in the new program unless reset.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        var processID: pid_t = 0
        let result = Self.withCStrings(arguments) { argv in
            Self.withCStrings(environment) { envp in
                posix_spawn(&processID, "/bin/sh", &actions, &attributes, argv, envp)
            }
        }
        guard result == 0 else {
            throw VarlinkSocketError.system(call: "posix_spawn", errno: result, address: command.joined(separator: " "))
        }
        return processID
    }

    private static func withCStrings<Result>(
        _ strings: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("an array that ends in nil is not empty") }
            return body(base)
        }
    }
}
