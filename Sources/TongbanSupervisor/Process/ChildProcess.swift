// SPDX-License-Identifier: Apache-2.0

import Glibc
import Subprocess
import Synchronization
import SystemPackage

/// One start of a plugin, from the launch to the reaped end.
final class ChildProcess: Sendable {
    let handle = ProcessHandle()

    private let plan: LaunchPlan
    private let listener: ListeningSocket
    private let clock: any SupervisorClock
    private let limits: LogLimits
    private let log: Mutex<PluginLog>
    private let report = Mutex(Report())

    private struct Report {
        var unread = ""
        var ending: WardenReport?
        var isIdentified = false
    }

    init(plan: LaunchPlan, listener: ListeningSocket, clock: any SupervisorClock, limits: LogLimits) {
        self.plan = plan
        self.listener = listener
        self.clock = clock
        self.limits = limits
        self.log = Mutex(PluginLog(limits: limits))
    }

    /// The last lines the process has written, oldest first.
    var lastLines: [String] { self.log.withLock { $0.lastLines } }

    /// Starts the process and returns when it has ended, been reaped, and all it wrote has been passed on. When the task
    /// is cancelled the process is killed with all it has started.
    /// - Parameter started: Called once, when the process is there.
    /// - Parameter identified: Called once, when the number of the program is known.
    /// - Parameter write: Called with every message, in order.
    /// - Throws: When there is no process; then `started` was not called.
    func run(
        started: @Sendable @escaping () -> Void,
        identified: @Sendable @escaping (Int32) async -> Void,
        write: @Sendable @escaping (LogMessage) async -> Void
    ) async throws -> ProcessExit {
        var options = PlatformOptions()
        options.teardownSequence = [
            .send(signal: .userDefinedOne, allowedDurationToNextStep: .seconds(2))
        ]
        defer { self.handle.close() }
        let result = try await Subprocess.run(
            .path(FilePath(self.plan.launcher)),
            arguments: Arguments(self.plan.arguments),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: self.plan.environment.map { (Environment.Key(stringLiteral: $0), $1) })
            ),
            platformOptions: options,
            input: .fileDescriptor(
                FileDescriptor(rawValue: self.listener.descriptor),
                closeAfterSpawningProcess: false
            ),
            output: .sequence,
            error: .sequence
        ) { execution in
            self.handle.adopt(warden: execution.processIdentifier.processDescriptor)
            started()
            let warden = execution.processIdentifier.value
            let output = execution.standardOutput
            let errors = execution.standardError
            await withTaskGroup { group in
                group.addTask { await self.readReports(output, warden: warden, identified: identified) }
                group.addTask { await self.readLog(errors, write: write) }
            }
        }
        return self.exit(result.terminationStatus)
    }

    private func readReports(
        _ output: SubprocessOutputSequence,
        warden: Int32,
        identified: @Sendable (Int32) async -> Void
    ) async {
        do {
            for try await buffer in output {
                let text = buffer.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
                for report in self.take(text) {
                    switch report {
                    case .identified(let pid):
                        if self.handle.adopt(program: pid, childOf: warden) { await identified(pid) }
                    case .ended, .failed: break
                    }
                }
            }
        } catch {
            // The pipe broke; how the process ended is known from the process as well.
            return
        }
    }

    private func take(_ text: String) -> [WardenReport] {
        self.report.withLock { report in
            report.unread += text
            var reports: [WardenReport] = []
            while let end = report.unread.firstIndex(of: "\n") {
                if let line = WardenReport(line: report.unread[..<end]) {
                    reports.append(line)
                    switch line {
                    case .identified: report.isIdentified = true
                    case .ended, .failed: report.ending = line
                    }
                }
                report.unread.removeSubrange(...end)
            }
            return reports
        }
    }

    private func readLog(
        _ errors: SubprocessOutputSequence,
        write: @Sendable @escaping (LogMessage) async -> Void
    ) async {
        let pump = LogPump(clock: self.clock)
        await pump.run { feed in
            do {
                for try await buffer in errors { await feed(buffer.withUnsafeBytes { Array($0) }) }
            } catch {
                // The pipe broke: nothing more can be read.
                return
            }
        } handle: { event in
            let now = self.clock.now
            let (messages, isPending) = self.log.withLock { log in
                let messages =
                    switch event {
                    case .bytes(let bytes): log.append(bytes, at: now)
                    case .pause: log.settle(at: now)
                    case .end: log.finish(at: now)
                    }
                return (messages, log.isPending)
            }
            for message in messages { await write(message) }
            return isPending
        }
    }

    private func exit(_ status: TerminationStatus) -> ProcessExit {
        let report = self.report.withLock { $0 }
        var ending: ProcessEnding
        switch status {
        case .exited(let code): ending = .exited(code: code)
        case .signaled(let number): ending = .signalled(number)
        }
        var peak: Int64?
        if case .ended(let told, let memory) = report.ending {
            ending = told
            peak = memory
        }
        return ProcessExit(
            ending,
            beforeStart: !report.isIdentified,
            peakMemory: peak,
            lastLines: self.lastLines
        )
    }
}
