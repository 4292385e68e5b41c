// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Synchronization

/// A program that runs beside the test, and is killed when the test has no more use for it.
final class RunningProgram: Sendable {
    /// How a program ended.
    struct End: Sendable, Hashable {
        /// The exit status, or the number of the signal.
        var status: Int32
        var wasKilled: Bool
    }

    private static let starting = Mutex(())

    let pid: Int32
    /// What it writes to the standard output, and to the standard error.
    let output: ProgramOutput
    let errors: ProgramOutput
    private let ended: AsyncStream<End>
    private let knownEnd = Mutex<End?>(nil)

    init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = Pipe()
        // A program that another test starts meanwhile must not hold these open.
        for pipe in [output, errors] {
            for handle in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
                _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
            }
        }
        process.standardOutput = output
        process.standardError = errors
        let (ended, end) = AsyncStream.makeStream(of: End.self)
        self.ended = ended
        process.terminationHandler = { process in
            end.yield(End(status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal))
            end.finish()
        }
        try Self.starting.withLock { _ in try process.run() }
        self.pid = process.processIdentifier
        self.output = ProgramOutput(output.fileHandleForReading)
        self.errors = ProgramOutput(errors.fileHandleForReading)
    }

    deinit {
        if self.knownEnd.withLock({ $0 }) == nil { kill(self.pid, SIGKILL) }
    }

    func send(_ signal: Int32) { kill(self.pid, signal) }

    /// Waits for the end.
    func end() async throws -> End {
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
    struct Report: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs a program to its end.
    static func run(
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
