// SPDX-License-Identifier: Apache-2.0

@testable import TongbanSupervisor

/// A state machine with a virtual clock: performs nothing, notes all it is told to do.
struct SupervisionHarness {
    var state: SupervisionState
    var now = Duration.zero
    var actions: [SupervisionAction] = []

    init(
        policy: RestartPolicy = RestartPolicy(),
        timings: SupervisionTimings = SupervisionTimings(),
        jitter: UInt64 = 1
    ) {
        self.state = SupervisionState(
            bureau: "market",
            policy: policy,
            timings: timings,
            memoryLimit: 64 << 20,
            jitter: jitter
        )
    }

    /// Takes an input; returns what is to be done.
    @discardableResult
    mutating func send(_ input: SupervisionInput) -> [SupervisionAction] {
        let done = self.state.handle(input, at: self.now)
        self.actions += done
        return done
    }

    /// Lets the clock go to the next moment the machine asked for.
    @discardableResult
    mutating func advanceToWakeUp() -> [SupervisionAction] {
        guard let wakeAt = self.state.wakeAt else { return [] }
        self.now = wakeAt
        return self.send(.tick)
    }

    mutating func becomeReady() {
        self.send(.spawned(run: self.state.run))
        self.send(.handshakeSucceeded(run: self.state.run))
    }

    /// The process of the present run ends.
    @discardableResult
    mutating func exit(_ ending: ProcessEnding = .exited(code: 1), lines: [String] = []) -> [SupervisionAction] {
        self.send(.exited(run: self.state.run, ProcessExit(ending, lastLines: lines)))
    }
}
