// SPDX-License-Identifier: Apache-2.0

import Civic
import Glibc

/// Performs what a ``SupervisionState`` decides for one plugin.
actor BureauRunner {
    nonisolated let manifest: BureauManifest
    nonisolated let endpoint: BureauEndpoint

    private let listener: ListeningSocket
    private let configuration: SupervisorConfiguration
    private let calls: BureauCalls
    private let clock: any SupervisorClock
    private let observe: @Sendable (SupervisorEvent) async -> Void

    private let inputs: AsyncStream<Work>
    private nonisolated let input: AsyncStream<Work>.Continuation

    private var state: SupervisionState
    private var since: Instant
    private var process: ChildProcess?
    private var processCalls: AsyncStream<SupervisionAction>.Continuation?
    private var lastLines: [String] = []
    private var timers: Set<Duration> = []
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var isClosing = false
    private var hasEnded = false

    private enum Work: Sendable {
        case input(SupervisionInput)
        case timer(Duration)
        /// End `run` once nothing is left to do.
        case close
    }

    init(
        manifest: BureauManifest,
        listener: ListeningSocket,
        configuration: SupervisorConfiguration,
        calls: BureauCalls,
        clock: any SupervisorClock,
        jitter: UInt64,
        observe: @escaping @Sendable (SupervisorEvent) async -> Void
    ) {
        self.manifest = manifest
        self.endpoint = BureauEndpoint(bureau: manifest.id, socketPath: listener.path)
        self.listener = listener
        self.configuration = configuration
        self.calls = calls
        self.clock = clock
        self.observe = observe
        self.state = SupervisionState(
            bureau: manifest.id,
            policy: manifest.restart,
            timings: configuration.timings,
            memoryLimit: manifest.limits.memory,
            jitter: jitter
        )
        self.since = clock.instant
        (self.inputs, self.input) = AsyncStream.makeStream()
    }

    /// Takes in what happened; decided upon in the order of the calls.
    nonisolated func post(_ input: SupervisionInput) { self.input.yield(.input(input)) }

    /// Has `run` return when the plugin is stopped, quarantined or disabled.
    nonisolated func close() { self.input.yield(.close) }

    /// Returns when the plugin is stopped, quarantined or disabled, and everything posted before was decided upon.
    func settled() async {
        await withCheckedContinuation { continuation in
            if self.hasEnded {
                continuation.resume()
            } else {
                self.waiters.append(continuation)
                // Whether it has settled is looked at after every input; this one changes nothing else.
                self.post(.tick)
            }
        }
    }

    /// Runs until `close`, or until the task is cancelled; then the process is killed. Either way none is left.
    func run() async {
        await withDiscardingTaskGroup { group in
            for await work in self.inputs {
                switch work {
                case .input(let input): await self.take(input, in: &group)
                case .timer(let time):
                    self.timers.remove(time)
                    await self.take(.tick, in: &group)
                case .close: self.isClosing = true
                }
                if self.state.phase.isSettled {
                    self.resumeWaiters()
                    if self.isClosing { break }
                }
            }
            group.cancelAll()
        }
        self.hasEnded = true
        self.resumeWaiters()
    }

    func status() -> BureauStatus {
        BureauStatus(
            manifest: self.manifest,
            phase: self.state.phase,
            since: self.since,
            pid: self.process?.handle.programID,
            restarts: self.state.restarts,
            lastFailure: self.state.lastFailure,
            lastLines: self.process?.lastLines ?? self.lastLines,
            memory: self.process?.handle.residentMemory
        )
    }

    private func resumeWaiters() {
        for waiter in self.waiters { waiter.resume() }
        self.waiters = []
    }

    private func take(_ input: SupervisionInput, in group: inout DiscardingTaskGroup) async {
        let before = self.state.since
        let actions = self.state.handle(input, at: self.clock.now)
        if self.state.since != before { self.since = self.clock.instant }
        for action in actions {
            switch action {
            case .spawn(let run): self.spawn(run, in: &group)
            case .handshake, .probe, .retire: self.processCalls?.yield(action)
            case .terminate: self.process?.handle.terminate()
            case .kill: self.process?.handle.kill()
            case .killWarden: self.process?.handle.killWarden()
            case .tell(let kind): await self.observe(SupervisorEvent(bureau: self.manifest.id, kind: kind))
            }
        }
        // An old timer that comes too early does nothing; one is enough for one moment.
        if let wakeAt = self.state.wakeAt, self.timers.insert(wakeAt).inserted {
            group.addTask {
                do { try await self.clock.sleep(until: wakeAt) } catch { return }
                self.input.yield(.timer(wakeAt))
            }
        }
    }

    private func spawn(_ run: Int, in group: inout DiscardingTaskGroup) {
        let plan = LaunchPlan(
            self.manifest,
            configuration: self.configuration,
            parent: getpid(),
            inherited: { name in getenv(name).map { String(cString: $0) } }
        )
        let process = ChildProcess(
            plan: plan,
            listener: self.listener,
            clock: self.clock,
            limits: self.configuration.logs
        )
        let (requests, request) = AsyncStream<SupervisionAction>.makeStream()
        self.process = process
        self.processCalls = request
        group.addTask { await self.supervise(process, run: run, calls: requests) }
    }

    /// One process from start to end, and the calls made on it meanwhile.
    private nonisolated func supervise(
        _ process: ChildProcess,
        run: Int,
        calls: AsyncStream<SupervisionAction>
    ) async {
        let bureau = self.manifest.id
        let observe = self.observe
        await withDiscardingTaskGroup { group in
            group.addTask {
                await withDiscardingTaskGroup { pending in
                    for await call in calls { pending.addTask { await self.make(call, on: process) } }
                    pending.cancelAll()
                }
            }
            do {
                let exit = try await process.run {
                    self.post(.spawned(run: run))
                } identified: { pid in
                    await observe(SupervisorEvent(bureau: bureau, kind: .identified(pid: pid)))
                } write: { message in
                    await observe(SupervisorEvent(bureau: bureau, kind: .log(message)))
                }
                await self.forget(process)
                self.post(.exited(run: run, exit))
            } catch {
                await self.forget(process)
                self.post(.spawnFailed(run: run, reason: "\(error)"))
            }
            group.cancelAll()
        }
    }

    private func forget(_ process: ChildProcess) {
        self.lastLines = process.lastLines
        self.process = nil
        self.processCalls?.finish()
        self.processCalls = nil
    }

    private nonisolated func make(_ call: SupervisionAction, on process: ChildProcess) async {
        switch call {
        case .handshake(let run):
            do {
                try await self.calls.handshake(self.endpoint)
                self.post(.handshakeSucceeded(run: run))
            } catch let failure as HandshakeFailure {
                self.post(.handshakeFailed(run: run, failure))
            } catch {
                // A call broken off by the end of the process is told of by its exit, which says more.
                if !Task.isCancelled { self.post(.handshakeFailed(run: run, .refused("\(error)"))) }
            }
        case .probe(let run, let probe):
            if let memory = process.handle.residentMemory { self.post(.memory(run: run, memory)) }
            do {
                try await self.calls.probe(self.endpoint)
                self.post(.probeAnswered(run: run, probe: probe))
            } catch {
                if !Task.isCancelled { self.post(.probeFailed(run: run, probe: probe)) }
            }
        case .retire:
            // Whether it worked shows by the process ending; if not, a signal follows.
            try? await self.calls.retire(self.endpoint)
        case .spawn, .terminate, .kill, .killWarden, .tell: break
        }
    }
}
