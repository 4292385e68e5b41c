// SPDX-License-Identifier: Apache-2.0

import Logging
import Systemd
import TongbanAPI
import Varlink

/// `io.systemd.service`, as systemd's own services have it.
struct ManagementMethods {
    let endpoint: Endpoint
    let control: DaemonControl
    let setLogLevel: @Sendable (Logger.Level) -> Void
    let logger: Logger

    func add(to service: inout VarlinkService) {
        let (endpoint, control, logger, setLogLevel) = (self.endpoint, self.control, self.logger, self.setLogLevel)
        service.add(ServiceInterface.interface)
        endpoint.read(ServiceInterface.Ping.self, in: &service, needs: .nothing) { _, _, _ in .init() }
        service.handle(ServiceInterface.Reload.self) { _, context in
            try await endpoint.onLoop { _ in _ = try endpoint.caller(context, needs: .operator) }
            if case .refused(let reason) = await control.reload() {
                throw DaemonFailure.refused(
                    code: "CONFIGURATION",
                    zh: "新配置未被采用,原配置继续有效:\(reason)",
                    en: "the new configuration is refused, the one before stays in force: \(reason)"
                )
            }
            return .init()
        }
        endpoint.read(ServiceInterface.SetLogLevel.self, in: &service, needs: .operator) { input, _, _ in
            guard let level = JournalLogHandler.level(ofPriority: input.level) else {
                throw VarlinkServiceFailure.invalidParameter(parameter: "level")
            }
            setLogLevel(level)
            logger.notice("the log level is set", metadata: ["level": "\(level)"])
            return .init()
        }
    }
}
