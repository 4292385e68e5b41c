// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// `org.tongban.Daemon`.
struct DaemonMethods {
    let endpoint: Endpoint
    let facts: DaemonFacts

    func add(to service: inout VarlinkService) {
        service.add(DaemonInterface.interface)
        let facts = self.facts
        self.endpoint.read(DaemonInterface.Status.self, in: &service, needs: .nothing) { _, _, core in
            .init(status: try Self.status(core, facts))
        }
        let endpoint = self.endpoint
        service.handle(DaemonInterface.Backup.self) { input, context in
            try await endpoint.onLoop { core in try endpoint.caller(context, needs: .operator).requireOperator() }
            let bytes = try await facts.backup(input.path)
            return .init(bytes: bytes)
        }
    }

    private static func status(_ core: DaemonCore, _ facts: DaemonFacts) throws -> DaemonInterface.DaemonStatus {
        let failure = core.engine.failure
        let now = core.now
        let open = try failure == nil ? core.cases.openCount() : 0
        let timers = try failure == nil ? core.cases.timerFigures(at: now) : nil
        return .init(
            version: facts.version,
            started: facts.started.description,
            now: now.description,
            clock: core.clock.isSimulated ? .simulated : .real,
            state: core.isStopping ? .stopping : failure == nil ? .running : .readOnly,
            reason: failure?.message,
            store: facts.storePath,
            storeBytes: facts.storeBytes(),
            journalSequence: Int(core.committedSequence),
            connections: facts.connections.value,
            openCases: open,
            memoryBytes: ProcessMemory.residentBytes(),
            bureaus: facts.bureaus(),
            queues: core.engine.queueNames.count,
            waitingTasks: core.engine.unfinishedTasks,
            timerOverdueMs: Int(timers?.overdueMilliseconds ?? 0),
            timersRepaired: timers?.repaired ?? 0,
            timerAudits: timers?.audits ?? 0
        )
    }
}
