// SPDX-License-Identifier: Apache-2.0

import Civic
import Dispatch
import Glibc
import Testing

@testable import TongbanSupervisor

/// A supervisor with one plugin, a Python script, in a folder of its own.
struct SupervisorRig {
    let folder: TemporaryFolder
    let supervisor: ChildSupervisor
    let events: EventLog
    let manifest: BureauManifest

    var socketPath: String { self.folder.path + "/run/market.socket" }

    /// Beside the test's own program.
    static var launcher: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &buffer, buffer.count)
        let path = String(decoding: buffer[..<max(0, length)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/tongband-launch"
    }

    /// Runs `body` beside the supervisor, which is stopped after it.
    static func run(
        _ script: String,
        policy: RestartPolicy = RestartPolicy(shortestPause: .milliseconds(10)),
        timings: SupervisionTimings = SupervisionTimings(retire: .milliseconds(50)),
        limits: ProcessLimits = ProcessLimits(),
        logs: LogLimits = LogLimits(),
        handshake: @escaping @Sendable (BureauEndpoint) async throws -> Void = { _ in },
        body: (SupervisorRig) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write("plugins/market/run", "#!/usr/bin/python3\n" + script, mode: 0o755)
        let manifest = BureauManifest(
            id: "market",
            name: .init("市场监管局", "Market"),
            folder: folder.path + "/plugins/market",
            executable: folder.path + "/plugins/market/run",
            limits: limits,
            restart: policy
        )
        let events = EventLog()
        let supervisor = try ChildSupervisor(
            configuration: SupervisorConfiguration(
                launcher: Self.launcher,
                runtimeDirectory: folder.path + "/run",
                timings: timings,
                logs: logs
            ),
            calls: BureauCalls(handshake: handshake, probe: { _ in }, retire: { _ in })
        ) { await events.append($0) }
        let rig = SupervisorRig(folder: folder, supervisor: supervisor, events: events, manifest: manifest)
        try await withThrowingTaskGroup { group in
            group.addTask { try await supervisor.run() }
            try await supervisor.start([manifest])
            do {
                try await body(rig)
            } catch {
                await supervisor.stopAll(limit: .zero)
                throw error
            }
            await supervisor.stopAll(limit: .seconds(20))
            try await group.waitForAll()
        }
    }

    /// Does what blocks on a thread of its own: the few that tasks share are needed by the supervisor.
    static func blocking<Value: Sendable>(_ body: @Sendable @escaping () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "blocking").async { continuation.resume(with: Result { try body() }) }
        }
    }

    /// Connects to the plugin, sends a line, and returns the answer to its end.
    static func ask(_ path: String, _ line: String) async throws -> String {
        try await Self.blocking { try Self.askBlocking(path, line) }
    }

    private static func askBlocking(_ path: String, _ line: String) throws -> String {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(connected == 0)
        let bytes = Array((line + "\n").utf8)
        try #require(write(descriptor, bytes, bytes.count) == bytes.count)
        return try Self.readToEnd(descriptor)
    }

    static func readToEnd(_ descriptor: Int32) throws -> String {
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            try #require(count >= 0)
            if count == 0 { return String(decoding: answer, as: UTF8.self) }
            answer += buffer[..<count]
        }
    }
}

/// Whether there is no such process.
func isGone(_ pid: Int32) -> Bool { kill(pid, 0) != 0 && errno == ESRCH }
