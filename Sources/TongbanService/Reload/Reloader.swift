// SPDX-License-Identifier: Apache-2.0

import Logging
import Systemd
import TongbanSupervisor
import Varlink

/// Puts a new configuration in force, whole, or leaves the one before.
struct Reloader {
    let endpoint: Endpoint
    let host: PluginHost
    let supervisor: ChildSupervisor
    let server: VarlinkServer
    let surroundings: DaemonSurroundings
    let logger: Logger
    var settings: LiveSettings

    mutating func reload() async -> ReloadOutcome {
        self.surroundings.onReloading()
        let outcome = await self.carryOut()
        switch outcome {
        case .done(let changes):
            self.logger.notice(
                "the configuration is reloaded",
                metadata: .event(
                    .configurationReloaded,
                    ["changes": "\(changes.isEmpty ? "none" : changes.joined(separator: "; "))"]
                )
            )
            self.surroundings.onReloaded(self.host.statusLine)
        case .refused(let reason):
            self.logger.error(
                "the new configuration is refused; the one before stays in force",
                metadata: .event(.configurationRefused, ["reason": "\(reason)"])
            )
            self.surroundings.onReloaded("\(self.host.statusLine); the last reload was refused: \(reason)")
        }
        return outcome
    }

    private mutating func carryOut() async -> ReloadOutcome {
        let next: LiveSettings
        do {
            next = try self.surroundings.loadSettings()
        } catch {
            return .refused("\(error)")
        }
        let changes = next.changes(from: self.settings)
        do {
            let access = AccessPolicy(next)
            let days = next.keepsFinishedTasksDays
            try await self.endpoint.onLoop { core in
                core.access = access
                core.keepFinishedTasks(days: days)
            }
        } catch {
            return .refused("\(error)")
        }
        self.surroundings.setLogLevel(next.logLevel)
        self.server.setConnectionLimits(all: next.connectionLimit, perUser: next.connectionLimitPerUser)
        self.settings = next
        return .done(changes + (await self.rediscover(next.pluginDirectories)))
    }

    /// Looks through the plugins' folders again.
    /// - Returns: what was changed, in words.
    private func rediscover(_ directories: [String]) async -> [String] {
        let found = BureauCatalog(discoveringIn: directories)
        let difference = CatalogDifference(from: self.host.catalog, to: found)
        for fault in difference.newFaults { self.logger.refused(fault) }
        let disabled = (try? await PluginMethods.disabled(self.endpoint)) ?? []
        var changes: [String] = []
        self.host.adopt(found.keeping(difference.kept))
        for id in difference.removed {
            if await self.stop(id) { changes.append("plugin \(id): removed") }
        }
        for manifest in difference.changed where await self.stop(manifest.id) {
            if await self.start(manifest, disabled) { changes.append("plugin \(manifest.id): changed") }
        }
        for manifest in difference.added where await self.start(manifest, disabled) {
            changes.append("plugin \(manifest.id): added")
        }
        return changes
    }

    private func stop(_ id: String) async -> Bool {
        do {
            try await self.supervisor.remove(id)
            self.host.forget(id)
            return true
        } catch {
            self.logger.error("a plugin could not be removed", metadata: ["bureau": "\(id)", "error": "\(error)"])
            return false
        }
    }

    private func start(_ manifest: BureauManifest, _ disabled: Set<String>) async -> Bool {
        do {
            if disabled.contains(manifest.id) {
                try await self.supervisor.addDisabled(manifest)
            } else {
                try await self.supervisor.start([manifest])
            }
            return true
        } catch {
            self.logger.error(
                "a plugin could not be started",
                metadata: ["bureau": "\(manifest.id)", "error": "\(error)"]
            )
            return false
        }
    }
}

extension Logger {
    /// Tells of a folder that cannot be used.
    func refused(_ fault: ManifestFault) {
        self.error(
            "a plugin cannot be used",
            metadata: .event(.bureauRefused, ["bureau": "\(fault.bureau)", "fault": "\(fault)"])
        )
    }
}
