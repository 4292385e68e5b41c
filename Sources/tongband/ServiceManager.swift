// SPDX-License-Identifier: Apache-2.0

import ServiceLifecycle
import Systemd
import TongbanService
import UnixSignals

/// The sockets the service manager handed over.
enum Activation {
    static func sockets() throws -> [Int32] {
        let handed = try ListenDescriptors(unsetEnvironment: true)
        let named = handed.named("varlink")
        return (named.isEmpty ? handed.all : named).filter(\.isListeningStream).map(\.number)
    }
}

/// Answers SIGHUP: the configuration is read anew, and the plugins' folders are looked through again.
struct ReloadService: Service {
    let control: DaemonControl

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        // How it went is in the log.
        for await _ in signals.cancelOnGracefulShutdown() { _ = await self.control.reload() }
    }
}
