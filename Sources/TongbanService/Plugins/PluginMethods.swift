// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Logging
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import TongbanSupervisor
import Varlink

/// `org.tongban.Plugins`.
struct PluginMethods {
    let endpoint: Endpoint
    let host: PluginHost
    let supervisor: ChildSupervisor

    func add(to service: inout VarlinkService) {
        let (endpoint, host, supervisor) = (self.endpoint, self.host, self.supervisor)
        service.add(PluginsInterface.interface)
        service.handle(PluginsInterface.List.self) { _, context in
            try await Self.allow(context, endpoint, .reader)
            return .init(plugins: Self.plugins(await supervisor.statuses(), host))
        }
        service.handle(PluginsInterface.Get.self) { input, context in
            try await Self.allow(context, endpoint, .reader)
            if let plugin = Self.plugins(await supervisor.statuses(), host).first(where: { $0.id == input.id }) {
                return .init(plugin: plugin)
            }
            throw PluginsFailure.noSuchPlugin(id: input.id)
        }
        service.handle(PluginsInterface.Restart.self) { input, context in
            try await Self.allow(context, endpoint, .operator)
            try await Self.known { try await supervisor.restart(input.id) }
            return .init()
        }
        service.handle(PluginsInterface.Enable.self) { input, context in
            try await Self.allow(context, endpoint, .operator)
            try await Self.known { try await supervisor.enable(input.id) }
            try await Self.remember(input.id, isDisabled: false, endpoint)
            return .init()
        }
        service.handle(PluginsInterface.Disable.self) { input, context in
            try await Self.allow(context, endpoint, .operator)
            try await Self.known { try await supervisor.disable(input.id) }
            try await Self.remember(input.id, isDisabled: true, endpoint)
            return .init()
        }
    }

    private static func allow(_ context: VarlinkContext, _ endpoint: Endpoint, _ need: Endpoint.Need) async throws {
        try await endpoint.onLoop { _ in _ = try endpoint.caller(context, needs: need) }
    }

    private static func known<Value: Sendable>(_ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch SupervisorError.unknownBureau(let id, _) {
            throw PluginsFailure.noSuchPlugin(id: id)
        }
    }

    static let disabledKey = "plugin-disabled/"

    /// The plugins that were disabled.
    static func disabled(_ endpoint: Endpoint) async throws -> Set<String> {
        try await endpoint.onLoop { core in
            Set(
                try core.engine.store.settings(prefix: Self.disabledKey)
                    .map { String($0.key.dropFirst(Self.disabledKey.count)) }
            )
        }
    }

    /// A plugin that was disabled stays so over a restart of the daemon.
    private static func remember(_ id: String, isDisabled: Bool, _ endpoint: Endpoint) async throws {
        try await endpoint.perform(by: .system) { core throws(EngineError) in
            try core.engine.write(
                isDisabled
                    ? .putSetting(.init(key: Self.disabledKey + id, value: RawJSON(.bool(true))))
                    : .removeSetting(key: Self.disabledKey + id)
            )
            try core.engine.record(isDisabled ? "plugin.disabled" : "plugin.enabled", bureau: id, caseNumber: nil) {
                writer in
                writer.beginObject()
                writer.endObject()
            }
        }
    }

    /// One for each: a plugin whose files have become faulty while it works goes on as it was, and says so.
    private static func plugins(_ statuses: [BureauStatus], _ host: PluginHost) -> [PluginsInterface.Plugin] {
        var plugins = statuses.map { Self.plugin($0, host) }
        for fault in host.catalog.faults {
            if let index = plugins.firstIndex(where: { $0.id == fault.bureau }) {
                plugins[index].reasonZh = "其文件有误,仍按原样运行:\(fault.message.zh)"
                plugins[index].reasonEn = "its files are faulty, it goes on as it was: \(fault.message.en)"
            } else {
                plugins.append(Self.plugin(fault))
            }
        }
        return plugins.sorted { $0.id < $1.id }
    }

    private static func plugin(_ status: BureauStatus, _ host: PluginHost) -> PluginsInterface.Plugin {
        let snapshot = host.snapshot
        let id = status.manifest.id
        return .init(
            id: id,
            zh: status.manifest.name.zh,
            en: status.manifest.name.en,
            state: .init(rawValue: status.phase.name) ?? .stopped,
            version: snapshot.versions[id],
            declaration: snapshot.declarations[id],
            pid: status.pid.map { Int($0) },
            since: status.since.description,
            restarts: status.restarts,
            running: host.dispatcher(of: id)?.running.value ?? 0,
            memoryBytes: status.memory.map { Int($0) },
            reasonZh: status.reason?.zh,
            reasonEn: status.reason?.en,
            lastLines: status.lastLines,
            executable: status.manifest.executable
        )
    }

    private static func plugin(_ fault: ManifestFault) -> PluginsInterface.Plugin {
        .init(
            id: fault.bureau,
            zh: fault.bureau,
            en: fault.bureau,
            state: .faulty,
            restarts: 0,
            running: 0,
            reasonZh: fault.message.zh,
            reasonEn: fault.message.en,
            lastLines: [],
            executable: ""
        )
    }
}

extension LogLevel {
    var loggerLevel: Logger.Level {
        switch self {
        case .emergency, .alert, .critical: .critical
        case .error: .error
        case .warning: .warning
        case .notice: .notice
        case .info: .info
        case .debug: .debug
        }
    }
}
