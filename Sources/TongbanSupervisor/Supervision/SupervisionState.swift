// SPDX-License-Identifier: Apache-2.0

import Civic

/// Decides what is done with one plugin: when it is started, called, probed, stopped, killed, started again, and when
/// it is given up. Knows no process and no clock: time comes with every input, as a duration on a clock that never goes
/// back, and what is to be done goes out as actions.
public struct SupervisionState: Sendable {
    public let bureau: String
    public let policy: RestartPolicy
    public let timings: SupervisionTimings
    /// What the plugin's resident memory may reach, bytes.
    public let memoryLimit: Int64

    public private(set) var phase = SupervisionPhase.stopped
    /// How often a process has been started.
    public private(set) var run = 0
    /// Why the plugin failed last.
    public private(set) var lastFailure: FailureReport?
    /// When the phase was entered.
    public private(set) var since = Duration.zero
    /// When `tick` is next needed; `nil`: never.
    public private(set) var wakeAt: Duration?

    /// Whether a process was asked for and has not been reaped.
    private var hasProcess = false
    /// Where the plugin goes when its process has ended.
    private var destination = Destination.failure(nil)
    private var stoppingStep = StoppingStep.retire
    /// When SIGTERM's time is over, decided when stopping begins.
    private var terminateUntil = Duration.zero
    private var runningCall: String?
    private var probe = 0
    private var isProbing = false
    private var missedProbes = 0
    private var readySince: Duration?
    /// When it failed, the oldest first; none older than the policy's window.
    private var failures: [Duration] = []
    private var failuresInARow = 0
    private var jitter: UInt64

    private enum Destination {
        /// It was not asked to end; the cause, if it is known better than by its exit.
        case failure(FailureCause?)
        case stopped
        case disabled
        case anotherStart
    }

    private enum StoppingStep { case retire, terminate, kill }

    /// - Parameter jitter: Seeds what shortens the pauses; the same seed gives the same pauses.
    public init(
        bureau: String,
        policy: RestartPolicy = RestartPolicy(),
        timings: SupervisionTimings = SupervisionTimings(),
        memoryLimit: Int64 = ProcessLimits.standardMemory,
        jitter: UInt64 = 0
    ) {
        self.bureau = bureau
        self.policy = policy
        self.timings = timings
        self.memoryLimit = memoryLimit
        self.jitter = jitter
    }

    /// Starts after the first.
    public var restarts: Int { max(0, self.run - 1) }

    /// Takes in what happened, and says what to do, in this order.
    public mutating func handle(_ input: SupervisionInput, at now: Duration) -> [SupervisionAction] {
        switch input {
        case .start: return self.start(at: now)
        case .enable: return self.enable(at: now)
        case .restart: return self.restart(at: now)
        case .stop(let limit): return self.stop(for: .stopped, limit: limit, at: now)
        case .disable: return self.stop(for: .disabled, limit: nil, at: now)
        case .spawned(let run): return self.spawned(run, at: now)
        case .spawnFailed(let run, let reason):
            guard run == self.run, self.hasProcess else { return [] }
            return self.ended(because: .couldNotStart(reason), lastLines: [], at: now)
        case .handshakeSucceeded(let run): return self.handshakeSucceeded(run, at: now)
        case .handshakeFailed(let run, let failure): return self.handshakeFailed(run, failure, at: now)
        case .probeAnswered(let run, let probe): return self.probeAnswered(run, probe, at: now)
        case .probeFailed(let run, let probe):
            guard run == self.run, self.isProbing, probe == self.probe else { return [] }
            return self.missedProbe(at: now)
        case .memory(let run, let bytes):
            guard run == self.run, bytes > self.memoryLimit, self.isServing || self.phase == .starting else {
                return []
            }
            return self.giveUp(.memoryExceeded(limit: self.memoryLimit, used: bytes), at: now)
        case .exited(let run, let exit): return self.exited(run, exit, at: now)
        case .call(let call):
            self.runningCall = call
            return []
        case .tick: return self.tick(at: now)
        }
    }

    private var isServing: Bool { self.phase == .ready || self.phase == .unhealthy }

    private mutating func enter(_ phase: SupervisionPhase, at now: Duration, wakeAt: Duration? = nil) {
        if self.phase != phase { self.since = now }
        self.phase = phase
        self.wakeAt = wakeAt
    }
}

// What people ask for.
extension SupervisionState {
    private mutating func start(at now: Duration) -> [SupervisionAction] {
        switch self.phase {
        case .stopped, .backingOff: return self.spawn(at: now)
        case .stopping where !self.isFailing:
            self.destination = .anotherStart
            return []
        case .starting, .ready, .unhealthy, .stopping, .quarantined, .disabled: return []
        }
    }

    private mutating func enable(at now: Duration) -> [SupervisionAction] {
        switch self.phase {
        case .disabled, .quarantined: return self.startAfresh(at: now)
        case .stopped, .starting, .ready, .unhealthy, .backingOff, .stopping: return self.start(at: now)
        }
    }

    private mutating func restart(at now: Duration) -> [SupervisionAction] {
        switch self.phase {
        case .starting, .ready, .unhealthy:
            self.forgetFailures()
            return self.stop(for: .anotherStart, limit: nil, at: now)
        case .stopping:
            self.forgetFailures()
            self.destination = .anotherStart
            return []
        case .stopped, .backingOff, .quarantined: return self.startAfresh(at: now)
        case .disabled: return []
        }
    }

    private mutating func startAfresh(at now: Duration) -> [SupervisionAction] {
        self.forgetFailures()
        return self.spawn(at: now)
    }

    private mutating func forgetFailures() {
        self.failures = []
        self.failuresInARow = 0
    }

    private mutating func spawn(at now: Duration) -> [SupervisionAction] {
        self.run += 1
        self.hasProcess = true
        self.destination = .failure(nil)
        self.missedProbes = 0
        self.isProbing = false
        self.readySince = nil
        self.runningCall = nil
        self.enter(.starting, at: now, wakeAt: now + self.timings.handshake)
        return [.spawn(run: self.run)]
    }

    private mutating func stop(
        for destination: Destination,
        limit: Duration?,
        at now: Duration
    ) -> [SupervisionAction] {
        guard self.hasProcess else { return self.settle(destination, at: now) }
        // Disabled outlasts the daemon's stopping everything.
        if case (.disabled, .stopped) = (self.destination, destination) {} else { self.destination = destination }
        let until = limit.map { now + $0 }
        if self.phase == .stopping {
            // Already under way; a limit can only hasten it.
            if let until, self.stoppingStep != .kill {
                self.terminateUntil = min(self.terminateUntil, until)
                self.wakeAt = min(self.wakeAt ?? until, until)
            }
            return []
        }
        let wasServing = self.isServing
        // Two thirds of a limit are for finishing in order, one third for ending on SIGTERM.
        let retireUntil = now + (limit.map { min($0 * 2 / 3, self.timings.retire) } ?? self.timings.retire)
        self.terminateUntil = min(until ?? retireUntil + self.timings.terminate, retireUntil + self.timings.terminate)
        if wasServing {
            self.stoppingStep = .retire
            self.enter(.stopping, at: now, wakeAt: retireUntil)
            return [.retire(run: self.run)]
        }
        // It has not answered yet: there is nothing to retire from.
        self.stoppingStep = .terminate
        self.terminateUntil = min(self.terminateUntil, now + self.timings.terminate)
        self.enter(.stopping, at: now, wakeAt: self.terminateUntil)
        return [.terminate]
    }

    private mutating func settle(_ destination: Destination, at now: Duration) -> [SupervisionAction] {
        switch destination {
        case .stopped:
            switch self.phase {
            case .stopped, .disabled, .quarantined: return []
            case .starting, .ready, .unhealthy, .backingOff, .stopping: break
            }
            self.enter(.stopped, at: now)
            return [.tell(.stopped)]
        case .disabled:
            if self.phase == .disabled { return [] }
            self.enter(.disabled, at: now)
            return [.tell(.disabled)]
        case .anotherStart: return self.spawn(at: now)
        case .failure: return []
        }
    }

    private var isFailing: Bool {
        if case .failure = self.destination { return true }
        return false
    }
}

// What the process does.
extension SupervisionState {
    private mutating func spawned(_ run: Int, at now: Duration) -> [SupervisionAction] {
        guard run == self.run, self.hasProcess else { return [] }
        guard self.phase == .starting else {
            // Asked to stop before it was there; the signal then found no process.
            guard self.phase == .stopping else { return [] }
            return [.tell(.started), self.stoppingStep == .kill ? .kill : .terminate]
        }
        return [.tell(.started), .handshake(run: run)]
    }

    private mutating func handshakeSucceeded(_ run: Int, at now: Duration) -> [SupervisionAction] {
        guard run == self.run, self.phase == .starting else { return [] }
        self.readySince = now
        self.enter(.ready, at: now, wakeAt: now + self.timings.probeInterval)
        return [.tell(.ready)]
    }

    private mutating func handshakeFailed(
        _ run: Int,
        _ failure: HandshakeFailure,
        at now: Duration
    ) -> [SupervisionAction] {
        guard run == self.run, self.phase == .starting else { return [] }
        switch failure {
        case .versionMismatch(let text): return self.giveUp(.versionMismatch(text), at: now)
        case .refused(let text): return self.giveUp(.handshakeRefused(text), at: now)
        }
    }

    private mutating func probeAnswered(_ run: Int, _ probe: Int, at now: Duration) -> [SupervisionAction] {
        guard run == self.run, self.isProbing, probe == self.probe, self.isServing else { return [] }
        let wasUnhealthy = self.phase == .unhealthy
        self.isProbing = false
        self.missedProbes = 0
        self.enter(.ready, at: now, wakeAt: now + self.timings.probeInterval)
        return wasUnhealthy ? [.tell(.ready)] : []
    }

    private mutating func missedProbe(at now: Duration) -> [SupervisionAction] {
        self.isProbing = false
        self.missedProbes += 1
        guard self.missedProbes < self.timings.probes else {
            return self.giveUp(.unresponsive(probes: self.missedProbes), at: now)
        }
        self.enter(.unhealthy, at: now, wakeAt: now + self.timings.probeInterval)
        return [.tell(.unhealthy(probes: self.missedProbes))]
    }

    /// Ends a process that is no use, for a cause that its exit will not tell.
    private mutating func giveUp(_ cause: FailureCause, at now: Duration) -> [SupervisionAction] {
        self.destination = .failure(cause)
        self.stoppingStep = .kill
        self.isProbing = false
        self.enter(.stopping, at: now, wakeAt: now + self.timings.kill)
        return [.kill]
    }

    private mutating func exited(_ run: Int, _ exit: ProcessExit, at now: Duration) -> [SupervisionAction] {
        guard run == self.run, self.hasProcess else { return [] }
        switch self.destination {
        case .stopped, .disabled, .anotherStart:
            self.hasProcess = false
            self.isProbing = false
            return self.settle(self.destination, at: now)
        case .failure(let known):
            var cause = known ?? .ended(exit.ending)
            if known == nil, exit.beforeStart {
                cause = .couldNotStart(exit.lastLines.last ?? exit.ending.text.en)
            } else if known == nil, exit.ranOutOfMemory(limit: self.memoryLimit) {
                cause = .memoryExceeded(limit: self.memoryLimit, used: exit.peakMemory)
            }
            return self.ended(because: cause, lastLines: exit.lastLines, at: now)
        }
    }

    private mutating func ended(
        because cause: FailureCause,
        lastLines: [String],
        at now: Duration
    ) -> [SupervisionAction] {
        self.hasProcess = false
        self.isProbing = false
        if case .failure = self.destination {} else { return self.settle(self.destination, at: now) }
        if case .ended(let ending) = cause, ending.isClean, self.policy.occasion != .always {
            self.enter(.stopped, at: now)
            return [.tell(.stopped)]
        }
        if let readySince = self.readySince, now - readySince >= self.policy.stable { self.failuresInARow = 0 }
        self.failuresInARow += 1
        self.failures.append(now)
        self.failures.removeAll { now - $0 > self.policy.window }
        let isTooOften = self.failures.count >= self.policy.failures
        let report = FailureReport(
            bureau: self.bureau,
            cause: cause,
            runningCall: self.runningCall,
            lastLines: lastLines,
            failures: isTooOften ? self.failures.count : 1,
            window: self.policy.window
        )
        self.lastFailure = report
        self.runningCall = nil
        if self.policy.occasion == .never || cause.isFinal || isTooOften {
            self.enter(.quarantined(report), at: now)
            return [.tell(.failed(report)), .tell(.quarantined(report))]
        }
        let pause = self.policy.pause(afterFailures: self.failuresInARow, shortening: self.nextJitter())
        self.enter(.backingOff(until: now + pause), at: now, wakeAt: now + pause)
        return [.tell(.failed(report)), .tell(.backingOff(pause))]
    }

    /// SplitMix64, as a fraction from 0 to 1.
    private mutating func nextJitter() -> Double {
        self.jitter &+= 0x9E37_79B9_7F4A_7C15
        var mixed = self.jitter
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((mixed ^ (mixed >> 31)) >> 11) / Double(1 << 53)
    }
}

// What time does.
extension SupervisionState {
    private mutating func tick(at now: Duration) -> [SupervisionAction] {
        guard let wakeAt = self.wakeAt, now >= wakeAt else { return [] }
        switch self.phase {
        case .starting: return self.giveUp(.handshakeTimedOut(self.timings.handshake), at: now)
        case .ready, .unhealthy:
            if self.isProbing { return self.missedProbe(at: now) }
            self.isProbing = true
            self.probe += 1
            self.wakeAt = now + self.timings.probe
            return [.probe(run: self.run, probe: self.probe)]
        case .backingOff: return self.spawn(at: now)
        case .stopping: return self.pressOn(at: now)
        case .stopped, .quarantined, .disabled:
            self.wakeAt = nil
            return []
        }
    }

    /// The next, harder step of stopping.
    private mutating func pressOn(at now: Duration) -> [SupervisionAction] {
        switch self.stoppingStep {
        case .retire where now < self.terminateUntil:
            self.stoppingStep = .terminate
            self.wakeAt = self.terminateUntil
            return [.terminate]
        case .retire, .terminate:
            self.stoppingStep = .kill
            self.wakeAt = now + self.timings.kill
            return [.kill]
        case .kill:
            self.wakeAt = now + self.timings.kill
            return [.killWarden]
        }
    }
}
