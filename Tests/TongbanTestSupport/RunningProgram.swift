// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A program that runs beside the test, and is killed when the test has no more use for it.
///
/// It inherits nothing but the standard descriptors, so that no program holds open what another's reader waits for the
/// end of; and no blocked signals, which threads of the concurrency runtime have.
public final class RunningProgram: Sendable {
    /// How a program ended.
    public struct End: Sendable, Hashable {
        /// The exit status, or the number of the signal.
        public var status: Int32
        public var wasKilled: Bool

        public init(status: Int32, wasKilled: Bool) {
            self.status = status
            self.wasKilled = wasKilled
        }
    }

    /// Why a program could not be started: the system's error number.
    public struct StartError: Error, CustomStringConvertible {
        public var path: String
        public var number: Int32

        public var description: String { "cannot start \(self.path): \(String(cString: strerror(self.number)))" }
    }

    public let pid: Int32
    /// What it writes to the standard output, and to the standard error.
    public let output: ProgramOutput
    public let errors: ProgramOutput
    private let ended: AsyncStream<End>
    private let knownEnd = Mutex<End?>(nil)

    private let reaping: Reaping

    private final class Reaping: Sendable {
        /// Then the number may belong to another process.
        let isReaped = Mutex(false)
    }

    /// - Parameter environment: In addition to this process's own.
    public init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let output = try Self.pipe()
        let errors = try Self.pipe()
        var pid: pid_t = 0
        let result = Self.spawn(path, arguments, environment, output: output.write, errors: errors.write, &pid)
        close(output.write)
        close(errors.write)
        guard result == 0 else {
            close(output.read)
            close(errors.read)
            throw StartError(path: path, number: result)
        }
        self.pid = pid
        let program = pid
        self.output = ProgramOutput(descriptor: output.read)
        self.errors = ProgramOutput(descriptor: errors.read)
        let (ended, end) = AsyncStream.makeStream(of: End.self)
        self.ended = ended
        let reaping = Reaping()
        self.reaping = reaping
        BlockingThread.run {
            // Waits without reaping, so that nobody signals a number that is not the program's any more.
            var info = siginfo_t()
            while waitid(P_PID, id_t(program), &info, WEXITED | WNOWAIT) != 0, errno == EINTR {}
            var status: Int32 = 0
            reaping.isReaped.withLock { isReaped in
                while waitpid(program, &status, 0) < 0, errno == EINTR {}
                isReaped = true
            }
            let signal = status & 0x7F
            end.yield(
                signal == 0
                    ? End(status: (status >> 8) & 0xFF, wasKilled: false) : End(status: signal, wasKilled: true)
            )
            end.finish()
        }
    }

    deinit { self.send(SIGKILL) }

    /// Sends a signal, unless the program has ended.
    public func send(_ signal: Int32) {
        self.reaping.isReaped.withLock { isReaped in
            if !isReaped { kill(self.pid, signal) }
        }
    }

    /// Waits for the end.
    public func end() async throws -> End {
        if let known = self.knownEnd.withLock({ $0 }) { return known }
        for await end in self.ended {
            self.knownEnd.withLock { $0 = end }
            return end
        }
        throw CancellationError()
    }
}

extension RunningProgram {
    /// What a program that has ended left behind.
    public struct Report: Sendable {
        public var status: Int32
        public var output: String
        public var errors: String
    }

    /// Runs a program to its end.
    public static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> Report {
        let program = try RunningProgram(path, arguments, environment: environment)
        let output = await program.output.toEnd()
        let errors = await program.errors.toEnd()
        return Report(status: try await program.end().status, output: output, errors: errors)
    }
}

extension RunningProgram {
    /// Copies a file so that no program that another test starts meanwhile inherits it open for writing: a program could
    /// not be executed then.
    public static func copy(_ source: String, to target: String) throws {
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer { close(null) }
        var pid: pid_t = 0
        var result = Self.spawn("/bin/cp", ["--", source, target], [:], output: null, errors: null, &pid)
        guard result == 0 else { throw StartError(path: "/bin/cp", number: result) }
        while waitpid(pid, &result, 0) < 0, errno == EINTR {}
        guard result == 0 else { throw StartError(path: target, number: EIO) }
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        // Unlike pipe(2), it can be told at once that no other program that is started meanwhile inherits it.
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw StartError(path: "socketpair", number: errno) }
        return (ends[0], ends[1])
    }

    private static func spawn(
        _ path: String,
        _ arguments: [String],
        _ environment: [String: String],
        output: Int32,
        errors: Int32,
        _ pid: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var variables: [String] = []
        var entry = environ
        while let variable = entry.pointee {
            let text = String(cString: variable)
            if environment[String(text.prefix { $0 != "=" })] == nil { variables.append(text) }
            entry += 1
        }
        variables += environment.map { "\($0.key)=\($0.value)" }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        var settings = variables.map { strdup($0) } + [nil]
        defer { for text in words + settings { free(text) } }
        return posix_spawn(&pid, path, &actions, &attributes, &words, &settings)
    }
}
