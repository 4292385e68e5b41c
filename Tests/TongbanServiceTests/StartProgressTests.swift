// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanService

@Suite("When the daemon says that it is ready")
struct StartProgressTests {
    @Test("without plugins at once")
    func none() {
        var progress = StartProgress()
        #expect(progress.phases([:]) == .announce(ready: 0, status: "running, 0 of 0 plugins ready"))
    }

    @Test("when each plugin has answered or failed, once")
    func settled() {
        var progress = StartProgress()
        #expect(progress.phases(["market": "starting", "medical": "starting"]) == .none)
        #expect(progress.phases(["market": "ready", "medical": "starting"]) == .none)
        let settled = ["market": "ready", "medical": "backingOff"]
        let status = "running, 1 of 2 plugins ready; backingOff: medical"
        #expect(progress.phases(settled) == .announce(ready: 1, status: status))
        #expect(progress.phases(settled) == .none)
        #expect(
            progress.phases(["market": "ready", "medical": "ready"]) == .status("running, 2 of 2 plugins ready")
        )
    }

    @Test("a plugin that hangs holds it up until the time is up, and is then named")
    func hanging() {
        var progress = StartProgress()
        let phases = ["market": "ready", "medical": "starting", "congress": "starting"]
        #expect(progress.phases(phases) == .none)
        let status = "running, 1 of 3 plugins ready; starting: congress, medical"
        #expect(progress.timeUp(phases) == .announce(ready: 1, status: status))
        #expect(progress.timeUp(phases) == .none)
    }

    @Test("what is wrong is told by what it is, in one order")
    func line() {
        #expect(
            StartProgress.statusLine(["d": "quarantined", "c": "disabled", "b": "quarantined", "a": "ready"])
                == "running, 1 of 4 plugins ready; disabled: c; quarantined: b, d"
        )
    }
}
