// SPDX-License-Identifier: Apache-2.0

import Civic
import Testing

@testable import TongbanSupervisor

@Suite("Supervision of a plugin")
struct SupervisionStateTests {
    @Test("A plugin is started, greeted, and then ready")
    func start() {
        var harness = SupervisionHarness()
        #expect(harness.send(.start) == [.spawn(run: 1)])
        #expect(harness.state.phase == .starting)
        #expect(harness.send(.spawned(run: 1)) == [.tell(.started), .handshake(run: 1)])
        #expect(harness.send(.handshakeSucceeded(run: 1)) == [.tell(.ready)])
        #expect(harness.state.phase == .ready)
        #expect(harness.send(.start) == [])
    }

    @Test("Pauses double from the shortest to the longest, each shortened by no more than a fifth")
    func backOff() {
        let policy = RestartPolicy(longestPause: .seconds(30), failures: 1_000)
        var harness = SupervisionHarness(policy: policy)
        harness.send(.start)
        var expected = Duration.milliseconds(200)
        for _ in 0..<12 {
            harness.exit()
            guard case .backingOff(let until) = harness.state.phase else { return #expect(Bool(false)) }
            let pause = until - harness.now
            #expect(pause <= expected && pause >= expected * 0.8)
            expected = min(expected * 2, .seconds(30))
            #expect(harness.advanceToWakeUp() == [.spawn(run: harness.state.run)])
        }
        #expect(expected == .seconds(30))
    }

    @Test("The same seed gives the same pauses, another gives others")
    func jitter() {
        func pause(_ seed: UInt64) -> Duration {
            var harness = SupervisionHarness(jitter: seed)
            harness.send(.start)
            harness.exit()
            return harness.state.wakeAt ?? .zero
        }
        #expect(pause(7) == pause(7))
        #expect(pause(7) != pause(8))
    }

    @Test("A pause begins with the shortest again after a stable time, not a moment before", arguments: [true, false])
    func stable(isStable: Bool) {
        var harness = SupervisionHarness(policy: RestartPolicy(failures: 100, stable: .seconds(60)))
        harness.send(.start)
        for _ in 0..<3 {
            harness.exit()
            harness.advanceToWakeUp()
        }
        harness.becomeReady()
        harness.now += isStable ? .seconds(60) : .milliseconds(59_999)
        harness.exit()
        let pause = (harness.state.wakeAt ?? .zero) - harness.now
        #expect((pause <= .milliseconds(200)) == isStable)
    }

    @Test(
        "go-plugin #31, osquery #4585: neither no restart nor a restart loop: the fifth failure in a minute is the last"
    )
    func quarantine() {
        var harness = SupervisionHarness()
        harness.send(.start)
        for _ in 0..<4 {
            harness.exit()
            #expect(harness.state.phase.name == "backingOff")
            harness.advanceToWakeUp()
        }
        harness.exit(.signalled(11), lines: ["Fatal error: index out of range"])
        guard case .quarantined(let report) = harness.state.phase else { return #expect(Bool(false)) }
        #expect(report.failures == 5)
        #expect(harness.state.wakeAt == nil)
        #expect(harness.send(.start) == [])
        #expect(harness.send(.restart) == [.spawn(run: 6)])
        harness.exit()
        #expect(harness.state.phase.name == "backingOff")
    }

    @Test("Failures count only within the window", arguments: [(60_000, true), (60_001, false)])
    func window(milliseconds: Int, isQuarantined: Bool) {
        var harness = SupervisionHarness(policy: RestartPolicy(failures: 2, window: .seconds(60)))
        harness.send(.start)
        harness.exit()
        harness.advanceToWakeUp()
        harness.becomeReady()
        harness.now = .milliseconds(milliseconds)
        harness.exit()
        #expect((harness.state.phase.name == "quarantined") == isQuarantined)
    }

    @Test("jp PR #1053, velero #3285: a version mismatch is told at once and not tried again")
    func versionMismatch() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.send(.spawned(run: 1))
        let why = "plugin speaks 2 to 2, daemon 3 to 4"
        #expect(harness.send(.handshakeFailed(run: 1, .versionMismatch(why))) == [.kill])
        harness.exit(.signalled(9))
        guard case .quarantined(let report) = harness.state.phase else { return #expect(Bool(false)) }
        #expect(report.cause == .versionMismatch(why))
        #expect(report.text.en.contains(why) && report.text.zh.contains("协议版本不符"))
    }

    @Test("vault PR #22914: a plugin that never answers the handshake is killed when its time is up, not before")
    func handshakeTimeout() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.send(.spawned(run: 1))
        harness.now = .milliseconds(9_999)
        #expect(harness.send(.tick) == [])
        harness.now = .seconds(10)
        #expect(harness.send(.tick) == [.kill])
        harness.exit(.signalled(9))
        #expect(harness.state.lastFailure?.cause == .handshakeTimedOut(.seconds(10)))
    }

    @Test("telegraf #13935: a plugin that hangs is found by probes and killed with the third that goes unanswered")
    func unresponsive() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        for probe in 1...2 {
            #expect(harness.advanceToWakeUp() == [.probe(run: 1, probe: probe)])
            #expect(harness.advanceToWakeUp() == [.tell(.unhealthy(probes: probe))])
        }
        #expect(harness.advanceToWakeUp() == [.probe(run: 1, probe: 3)])
        #expect(harness.advanceToWakeUp() == [.kill])
        harness.exit(.signalled(9))
        #expect(harness.state.lastFailure?.cause == .unresponsive(probes: 3))
    }

    @Test("A probe answered in time makes an unhealthy plugin ready; one answered too late does not count")
    func recovers() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        harness.advanceToWakeUp()
        harness.advanceToWakeUp()
        #expect(harness.state.phase == .unhealthy)
        #expect(harness.send(.probeAnswered(run: 1, probe: 1)) == [])
        #expect(harness.advanceToWakeUp() == [.probe(run: 1, probe: 2)])
        #expect(harness.send(.probeAnswered(run: 1, probe: 2)) == [.tell(.ready)])
        #expect(harness.state.phase == .ready)
    }

    @Test("osquery #2197: what an earlier process still says is not held against its successor")
    func staleInputs() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        harness.exit()
        harness.advanceToWakeUp()
        #expect(harness.state.run == 2)
        #expect(harness.send(.handshakeSucceeded(run: 1)) == [])
        #expect(harness.send(.handshakeFailed(run: 1, .refused("late"))) == [])
        #expect(harness.send(.exited(run: 1, ProcessExit(.exited(code: 0)))) == [])
        #expect(harness.send(.memory(run: 1, 1 << 40)) == [])
        #expect(harness.state.phase == .starting)
    }

    @Test("Stopping goes from asking over SIGTERM to SIGKILL to the warden, each in its time")
    func stopping() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        #expect(harness.send(.stop(limit: nil)) == [.retire(run: 1)])
        #expect(harness.advanceToWakeUp() == [.terminate])
        #expect(harness.now == .seconds(10))
        #expect(harness.advanceToWakeUp() == [.kill])
        #expect(harness.now == .seconds(13))
        #expect(harness.advanceToWakeUp() == [.killWarden])
        #expect(harness.exit(.signalled(9)) == [.tell(.stopped)])
        #expect(harness.state.phase == .stopped)
        #expect(harness.state.lastFailure == nil)
    }

    @Test("A limit for stopping is kept: SIGKILL comes when it is over")
    func stoppingLimit() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        harness.send(.stop(limit: .seconds(3)))
        #expect(harness.advanceToWakeUp() == [.terminate])
        #expect(harness.now == .seconds(2))
        #expect(harness.advanceToWakeUp() == [.kill])
        #expect(harness.now == .seconds(3))
    }

    @Test("A stop that comes before the process is there reaches it when it is")
    func stopBeforeSpawned() {
        var harness = SupervisionHarness()
        harness.send(.start)
        #expect(harness.send(.stop(limit: nil)) == [.terminate])
        #expect(harness.send(.spawned(run: 1)) == [.tell(.started), .terminate])
        #expect(harness.exit(.signalled(15)) == [.tell(.stopped)])
    }

    @Test("Restart ends the process in order and starts another; one run follows another, never beside it")
    func restart() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        #expect(harness.send(.restart) == [.retire(run: 1)])
        #expect(harness.send(.restart) == [])
        #expect(harness.exit(.exited(code: 0)) == [.spawn(run: 2)])
        #expect(harness.state.restarts == 1)
    }

    @Test("A disabled plugin stays so until it is enabled, whatever else is asked")
    func disable() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        #expect(harness.send(.disable) == [.retire(run: 1)])
        #expect(harness.send(.stop(limit: .seconds(3))) == [])
        #expect(harness.exit(.exited(code: 0)) == [.tell(.disabled)])
        #expect(harness.send(.start) == [] && harness.send(.restart) == [])
        #expect(harness.send(.enable) == [.spawn(run: 2)])
    }

    @Test("The resident memory may reach the limit and not exceed it")
    func memory() {
        var harness = SupervisionHarness()
        harness.send(.start)
        harness.becomeReady()
        #expect(harness.send(.memory(run: 1, 64 << 20)) == [])
        #expect(harness.send(.memory(run: 1, 64 << 20 + 1)) == [.kill])
        harness.exit(.signalled(9))
        #expect(harness.state.lastFailure?.text.zh.contains("内存超过上限 64 MiB") == true)
    }

    @Test(
        "A clean end is followed by a start or not, as the policy says",
        arguments: [
            (RestartPolicy.Occasion.always, "backingOff"), (.onFailure, "stopped"), (.never, "stopped"),
        ]
    )
    func cleanExit(occasion: RestartPolicy.Occasion, phase: String) {
        var harness = SupervisionHarness(policy: RestartPolicy(occasion: occasion))
        harness.send(.start)
        harness.becomeReady()
        harness.exit(.exited(code: 0))
        #expect(harness.state.phase.name == phase)
    }

    @Test(
        "terraform #28909: a report says what happened, during what, the last words, and what to do, in both languages"
    )
    func report() {
        var harness = SupervisionHarness(policy: RestartPolicy(failures: 1))
        harness.send(.start)
        harness.becomeReady()
        harness.send(.call("Handle market.license.review"))
        harness.exit(.signalled(11), lines: ["reading form", "Fatal error: Index out of range"])
        let text = harness.state.lastFailure?.text ?? Bilingual("", "")
        for part in [
            "market", "SIGSEGV", "Handle market.license.review", "Index out of range", "plugin restart market",
        ] {
            #expect(text.zh.contains(part) && text.en.contains(part))
        }
        #expect(text.zh.contains("访问了无效内存") && text.en.contains("invalid memory access"))
    }
}
