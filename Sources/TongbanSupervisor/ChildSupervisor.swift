// SPDX-License-Identifier: Apache-2.0

import Civic

/// Runs bureaus' plugins as child processes: for development, containers and tests, where no service manager does it.
///
/// ```swift
/// let supervisor = try ChildSupervisor(configuration: configuration, calls: calls) { event in … }
/// async let running: Void = supervisor.run()
/// try await supervisor.start(catalog.manifests)
/// …
/// await supervisor.stopAll(limit: .seconds(20))
/// await running
/// ```
/// A bureau's socket listens from `start` to `remove` without a gap: calls made while its plugin is started anew wait
/// in the socket's queue and are not lost.
public actor ChildSupervisor {
    private let configuration: SupervisorConfiguration
    private let calls: BureauCalls
    private let clock: any SupervisorClock
    private let observe: @Sendable (SupervisorEvent) async -> Void
    private let directory: RuntimeDirectory
    private var runners: [String: BureauRunner] = [:]
    private let newRunners: AsyncStream<BureauRunner>
    private let newRunner: AsyncStream<BureauRunner>.Continuation
    private var stage = Stage.new

    private enum Stage { case new, running, ended }

    /// - Parameter observe: Called with everything that happens. A bureau's events come in order, and what it does next
    ///   waits until it returns: a plugin that writes too much is slowed down, not buffered without end.
    /// - Throws: `runtimeDirectory`.
    public init(
        configuration: SupervisorConfiguration,
        calls: BureauCalls,
        clock: any SupervisorClock = SystemSupervisorClock(),
        observe: @escaping @Sendable (SupervisorEvent) async -> Void
    ) throws(SupervisorError) {
        self.directory = try RuntimeDirectory(configuration.runtimeDirectory)
        self.configuration = configuration
        self.calls = calls
        self.clock = clock
        self.observe = observe
        (self.newRunners, self.newRunner) = AsyncStream.makeStream()
    }

    /// Runs until `stopAll`, or until the task is cancelled; then every plugin is killed at once. Either way no process
    /// is left when it returns.
    /// - Throws: `notRunning` when it was called before.
    public func run() async throws(SupervisorError) {
        guard self.stage == .new else { throw .notRunning }
        self.stage = .running
        let runners = self.newRunners
        await withDiscardingTaskGroup { group in
            for await runner in runners { group.addTask { await runner.run() } }
            if Task.isCancelled { group.cancelAll() }
        }
        self.stage = .ended
    }

    /// Begins to supervise these plugins, and starts them.
    /// - Throws: `alreadySupervised`, `socket`, `notRunning` after the end; those before it in the list are started.
    public func start(_ manifests: [BureauManifest]) throws(SupervisorError) {
        for manifest in manifests { try self.add(manifest).post(.start) }
    }

    /// Begins to supervise a plugin and leaves it disabled.
    public func addDisabled(_ manifest: BureauManifest) throws(SupervisorError) {
        try self.add(manifest).post(.disable)
    }

    /// Stops a plugin and supervises it no longer; its socket goes.
    public func remove(_ id: String) async throws(SupervisorError) {
        let runner = try self.runner(id)
        runner.post(.stop(limit: nil))
        await runner.settled()
        runner.close()
        if self.runners[id] === runner { self.runners[id] = nil }
    }

    /// Starts a plugin that is stopped.
    public func start(_ id: String) throws(SupervisorError) { try self.runner(id).post(.start) }

    /// Lets running tasks finish and starts the plugin anew; lifts a quarantine.
    public func restart(_ id: String) throws(SupervisorError) { try self.runner(id).post(.restart) }

    /// Starts a plugin that is disabled or in quarantine.
    public func enable(_ id: String) throws(SupervisorError) { try self.runner(id).post(.enable) }

    /// Stops a plugin until it is enabled.
    public func disable(_ id: String) throws(SupervisorError) { try self.runner(id).post(.disable) }

    /// Notes which call a plugin works on, `nil` for none, so that a failure can be told with it.
    public func note(call: String?, of id: String) { self.runners[id]?.post(.call(call)) }

    /// Ends every plugin: in order as far as the limit allows, by force at its end. `run()` returns after it.
    public func stopAll(limit: Duration) async {
        let runners = Array(self.runners.values)
        for runner in runners { runner.post(.stop(limit: limit)) }
        self.newRunner.finish()
        for runner in runners {
            // Before run() was called nothing can have been started, and nobody would answer.
            if self.stage == .running { await runner.settled() }
            runner.close()
        }
    }

    /// Returns when the plugin is stopped, quarantined or disabled.
    public func settled(_ id: String) async throws(SupervisorError) {
        await (try self.runner(id)).settled()
    }

    public func status(of id: String) async throws(SupervisorError) -> BureauStatus {
        await (try self.runner(id)).status()
    }

    /// Of every bureau, ordered by id.
    public func statuses() async -> [BureauStatus] {
        var statuses: [BureauStatus] = []
        for (_, runner) in self.runners.sorted(by: { $0.key < $1.key }) { statuses.append(await runner.status()) }
        return statuses
    }

    public func endpoint(of id: String) throws(SupervisorError) -> BureauEndpoint { try self.runner(id).endpoint }

    /// The bureau whose plugin runs as this process, by which its connections are known.
    public func bureau(ofProcess pid: Int32) async -> String? {
        for (id, runner) in self.runners where await runner.status().pid == pid { return id }
        return nil
    }

    private func add(_ manifest: BureauManifest) throws(SupervisorError) -> BureauRunner {
        guard self.stage != .ended else { throw .notRunning }
        guard self.runners[manifest.id] == nil else { throw .alreadySupervised(manifest.id) }
        let runner = BureauRunner(
            manifest: manifest,
            listener: try self.directory.listen(name: manifest.id + ".socket"),
            configuration: self.configuration,
            calls: self.calls,
            clock: self.clock,
            jitter: UInt64.random(in: .min ... .max),
            observe: self.observe
        )
        self.runners[manifest.id] = runner
        self.newRunner.yield(runner)
        return runner
    }

    private func runner(_ id: String) throws(SupervisorError) -> BureauRunner {
        guard let runner = self.runners[id] else { throw .unknownBureau(id, known: self.runners.keys.sorted()) }
        return runner
    }
}
