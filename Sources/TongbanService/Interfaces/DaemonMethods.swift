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
            timerAudits: timers?.audits ?? 0,
            waiting: failure == nil ? try Self.waiting(core) : []
        )
    }

    /// The queues whose ready tasks nobody works on, with the reason.
    private static func waiting(_ core: DaemonCore) throws(EngineError) -> [DaemonInterface.WaitingQueue] {
        var found: [DaemonInterface.WaitingQueue] = []
        for queue in try core.engine.statistics() {
            guard let count = queue.counts[.ready], count > 0 else { continue }
            var reason: Bilingual?
            if queue.isPaused {
                reason = Bilingual("队列已暂停。", "the queue is paused")
            } else if !Engine.isForPeople(queue.name) {
                // People go on without the plugin; what only it can do waits.
                reason = core.engine.workerTrouble(queue.name)
            }
            guard let reason else { continue }
            found.append(
                .init(
                    queue: queue.name,
                    count: count,
                    oldestSeconds: queue.oldestReady.map { Int($0 / 1_000) },
                    zh: reason.zh,
                    en: reason.en
                )
            )
        }
        return found
    }
}
