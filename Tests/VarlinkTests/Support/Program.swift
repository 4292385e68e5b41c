// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// Other programs that tests run.
enum Program {
    struct Result: Sendable {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder in which the build put its programs, and this test.
    static var folder: String {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        // The test may be run by a helper of the toolchain, which is told where the test is.
        let candidates = [test] + CommandLine.arguments
        for candidate in candidates {
            let folder = URL(fileURLWithPath: candidate).deletingLastPathComponent().path
            if FileManager.default.isExecutableFile(atPath: folder + "/varlink-certification") { return folder }
        }
        return ""
    }

    static var certification: String { Self.folder + "/varlink-certification" }

    /// A Python with the packages varlink and asyncvarlink, when there is one.
    static let python = ProcessInfo.processInfo.environment["TONGBAN_TEST_PYTHON"]

    /// Runs a program to its end.
    static func run(
        _ path: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> Result {
        let running = try Running(path, arguments, environment: environment)
        let output = try await running.output.all()
        let errors = try await running.errors.all()
        return Result(status: await running.end(), output: output, errors: errors)
    }

    /// A program that runs until it is ended.
    final class Running: Sendable {
        private let process: Mutexed
        let output: Lines
        let errors: Lines
        private let ended = Awaited<Int32>()

        init(_ path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: path)
            process.arguments = arguments
            process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
            let output = Pipe()
            let errors = Pipe()
            process.standardOutput = output
            process.standardError = errors
            let ended = self.ended
            process.terminationHandler = { ended.add($0.terminationStatus) }
            try process.run()
            self.process = Mutexed(process)
            self.output = Lines(output.fileHandleForReading)
            self.errors = Lines(errors.fileHandleForReading)
        }

        /// Waits for the end.
        func end() async -> Int32 { await self.ended.next() ?? -1 }

        /// Threads of the concurrency runtime block signals, and children inherit that; only this one cannot be blocked.
        func terminate() { _ = kill(self.process.value.processIdentifier, SIGKILL) }
    }

    /// `Process` is asked for its number only, which does not change once it runs.
    struct Mutexed: @unchecked Sendable {
        let value: Process

        init(_ value: Process) { self.value = value }
    }

    /// What a program writes, as it comes.
    final class Lines: Sendable {
        private let chunks: AsyncStream<Data>

        init(_ handle: FileHandle) {
            let (chunks, continuation) = AsyncStream<Data>.makeStream()
            self.chunks = chunks
            handle.readabilityHandler = { handle in
                let data = handle.availableData
                if data.isEmpty {
                    handle.readabilityHandler = nil
                    continuation.finish()
                } else {
                    continuation.yield(data)
                }
            }
        }

        func all() async throws -> String {
            var data = Data()
            for await chunk in self.chunks { data.append(chunk) }
            return String(decoding: data, as: UTF8.self)
        }

        /// Waits until this text has been written.
        func wait(for text: String) async -> Bool {
            var data = Data()
            for await chunk in self.chunks {
                data.append(chunk)
                if String(decoding: data, as: UTF8.self).contains(text) { return true }
            }
            return false
        }
    }
}
