// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing
import TongbanTestSupport
import Varlink

/// A folder for one daemon: its state, its socket and its plugins. The daemon may be started again and again on it.
struct DaemonRig: Sendable {
    let folder: TemporaryFolder

    init() throws {
        self.folder = try TemporaryFolder()
        _ = try self.folder.makeFolder("plugins")
    }

    var state: String { self.folder.path + "/state" }
    var socket: String { self.folder.path + "/socket" }
    var plugins: String { self.folder.path + "/plugins" }
    var client: VarlinkClient { VarlinkClient(address: .path(self.socket)) }

    /// The arguments of a daemon in this folder.
    var arguments: [String] { ["--state", self.state, "--socket", self.socket, "--plugins", self.plugins] }

    /// The folder in which the build put its programs, and this test.
    static let programs: String = {
        let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        // The test may be run by a helper of the toolchain, which is told where the test is.
        for candidate in [test] + CommandLine.arguments {
            let folder = URL(fileURLWithPath: candidate).deletingLastPathComponent().path
            if FileManager.default.isExecutableFile(atPath: folder + "/tongband") { return folder }
        }
        return ""
    }()

    /// A Python with the package varlink, when there is one.
    static let python = ProcessInfo.processInfo.environment["TONGBAN_TEST_PYTHON"]

    static func program(_ name: String) -> String { Self.programs + "/" + name }

    /// Puts a plugin of the build into the folder.
    /// - Parameters:
    ///   - id: The id of the bureau.
    ///   - program: The name of its program.
    func install(_ id: String, _ program: String) throws {
        let folder = try self.folder.makeFolder("plugins/\(id)")
        try RunningProgram.copy(Self.program(program), to: folder + "/" + program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/" + program)
        if let rules = FileManager.default.contents(atPath: Self.rules(of: program)) {
            try self.folder.write("plugins/\(id)/rules.json", String(decoding: rules, as: UTF8.self))
        }
        try self.writeManifest(id, program)
    }

    /// The rule file that a plugin of the build comes with.
    private static func rules(of program: String) -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let name = program.hasSuffix("Bureau") ? String(program.dropLast("Bureau".count)) : program
        return root.appendingPathComponent("Plugins/\(name)/rules.json").path
    }

    /// Puts a plugin written in Python into the folder.
    func install(_ id: String, script: String) throws {
        _ = try self.folder.makeFolder("plugins/\(id)")
        try self.folder.write("\(id).script", "#!/usr/bin/python3\n" + script, mode: 0o755)
        try RunningProgram.copy(self.folder.path + "/\(id).script", to: self.plugins + "/\(id)/run")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: self.plugins + "/\(id)/run")
        try self.writeManifest(id, "run")
    }

    private func writeManifest(_ id: String, _ program: String) throws {
        try self.folder.write(
            "plugins/\(id)/bureau.json",
            #"{"id": "\#(id)", "name": {"zh": "\#(id)局", "en": "\#(id)"}, "executable": "\#(program)"}"#
        )
    }

    /// Starts the daemon and waits until it is ready.
    func start(
        clock: String? = nil,
        arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> RunningProgram {
        let daemon = try RunningProgram(
            Self.program("tongband"),
            self.arguments + (clock.map { ["--clock", $0] } ?? []) + arguments,
            environment: environment
        )
        try #require(await daemon.errors.wait(for: "ready PLUGINS="), "\(daemon.errors.text)")
        return daemon
    }

    /// Runs `tongbanctl` to its end, in English unless the environment says otherwise.
    func control(_ arguments: String..., environment: [String: String] = [:]) async throws -> RunningProgram.Report {
        try await self.control(arguments, environment: environment)
    }

    func control(_ arguments: [String], environment: [String: String] = [:]) async throws -> RunningProgram.Report {
        try await RunningProgram.run(
            Self.program("tongbanctl"),
            ["--socket", self.socket] + arguments,
            environment: ["LC_ALL": "en_US.UTF-8"].merging(environment) { $1 }
        )
    }
}
