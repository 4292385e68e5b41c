// SPDX-License-Identifier: Apache-2.0

import Glibc
import Systemd
import Testing

extension EnvironmentTests {
    @Test("Each message reaches the manager as it is specified")
    func messages() throws {
        let manager = try ManagerSocket()
        Self.with(["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": nil, "WATCHDOG_PID": nil]) {
            let notifier = SystemdNotifier()
            #expect(notifier.isActive)
            #expect(notifier.ready(status: "3 bureaus at work"))
            #expect(manager.receive() == ["READY=1", "STATUS=3 bureaus at work"])
            notifier.status("first\nsecond")
            #expect(manager.receive() == ["STATUS=first second"])
            notifier.stopping()
            #expect(manager.receive() == ["STOPPING=1"])
            notifier.watchdog()
            #expect(manager.receive() == ["WATCHDOG=1"])
            notifier.extendTimeout(.milliseconds(1_500))
            #expect(manager.receive() == ["EXTEND_TIMEOUT_USEC=1500000"])
            #expect(manager.receive() == nil)
        }
    }

    @Test("A reload carries the moment it began (without it, managers wait five minutes)")
    func reloading() throws {
        let manager = try ManagerSocket()
        try Self.with(["NOTIFY_SOCKET": manager.path]) {
            var before = timespec()
            clock_gettime(CLOCK_MONOTONIC, &before)
            SystemdNotifier().reloading()
            var after = timespec()
            clock_gettime(CLOCK_MONOTONIC, &after)
            let message = try #require(manager.receive())
            #expect(message.first == "RELOADING=1")
            let text = try #require(message.last?.split(separator: "=").last)
            let moment = try #require(Int64(text))
            func microseconds(_ time: timespec) -> Int64 {
                Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
            }
            #expect((microseconds(before)...microseconds(after)).contains(moment))
            #expect(message.last?.hasPrefix("MONOTONIC_USEC=") == true)
        }
    }

    @Test("Without a manager nothing is told and nothing fails")
    func noManager() {
        Self.with(["NOTIFY_SOCKET": nil, "WATCHDOG_USEC": nil]) {
            let notifier = SystemdNotifier()
            #expect(!notifier.isActive)
            #expect(!notifier.ready())
            #expect(notifier.watchdogInterval == nil)
        }
    }

    @Test("A manager that is gone is no failure of the daemon")
    func managerGone() throws {
        let path = try ManagerSocket().path
        Self.with(["NOTIFY_SOCKET": path]) {
            #expect(!SystemdNotifier().ready())
        }
    }

    @Test("The watchdog's interval is read, and only when it is meant for this process")
    func watchdogInterval() {
        Self.with(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "\(getpid())"]) {
            #expect(SystemdNotifier().watchdogInterval == .seconds(30))
        }
        Self.with(["WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"]) {
            #expect(SystemdNotifier().watchdogInterval == nil)
        }
    }
}
