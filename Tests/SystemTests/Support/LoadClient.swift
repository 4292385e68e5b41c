// SPDX-License-Identifier: Apache-2.0

import Testing
import TongbanAPI
import Varlink

/// A client that calls the daemon over and over until the connection breaks.
struct LoadClient: Sendable {
    let client: VarlinkClient
    let ledger: LoadLedger
    let name: String

    init(_ client: VarlinkClient, _ ledger: LoadLedger, name: String) {
        self.client = client
        self.ledger = ledger
        self.name = name
    }

    /// Submits tasks in small groups.
    func submit() async {
        await self.untilBroken { connection in
            var number = 0
            while true {
                let keys = (0..<4).map { "\(self.name)-\(number + $0)" }
                number += 4
                let tasks = keys.map { QueueInterface.NewTask(queue: LoadLedger.queue, kind: "count", key: $0) }
                let ids = try await connection.call(QueueInterface.Submit.self, .init(tasks: tasks)).ids
                try #require(ids.count == keys.count)
                self.ledger.submitted(Array(zip(keys, ids)))
            }
        }
    }

    /// Claims tasks and completes them.
    func work() async {
        await self.untilBroken { connection in
            while true {
                let tasks = try await connection.call(
                    QueueInterface.Claim.self,
                    .init(queue: LoadLedger.queue, limit: 3)
                ).tasks
                let outcomes = try await connection.call(
                    QueueInterface.Complete.self,
                    .init(results: tasks.map { .init(lease: $0.lease) })
                ).outcomes
                try #require(outcomes.count == tasks.count)
                let accepted = zip(tasks, outcomes).filter { $1.accepted }.map { $0.0.id }
                if !accepted.isEmpty { self.ledger.completed(accepted) }
            }
        }
    }

    /// Anything but the end of the daemon is a fault.
    private func untilBroken(_ body: (VarlinkConnection) async throws -> Void) async {
        do {
            try await self.client.withConnection(body)
        } catch VarlinkError.connectionClosed, VarlinkError.connectFailed {
            return
        } catch {
            Issue.record(error)
        }
    }
}
