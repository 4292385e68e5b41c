// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Glibc
import Testing
import TongbanAPI
import TongbanTestSupport
import Varlink

@Suite("The daemon killed outright", .timeLimit(.minutes(5)))
struct KillTests {
    @Test("kill -9 at any moment under load: nothing acknowledged is lost, nothing is done twice, the journal is whole")
    func underLoad() async throws {
        let rig = try DaemonRig()
        let ledger = LoadLedger()
        var random = SystemRandomNumberGenerator()
        for round in 0..<8 {
            let daemon = try await rig.start()
            if round == 0 {
                _ = try await rig.client.call(
                    QueueInterface.Configure.self,
                    .init(settings: .init(queue: LoadLedger.queue))
                )
            }
            // After so many acknowledged calls the daemon is killed, whatever it is about.
            let calls = Int.random(in: 20...200, using: &random)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for client in 0..<3 {
                    group.addTask { await LoadClient(rig.client, ledger, name: "\(round)-\(client)").submit() }
                    group.addTask { await LoadClient(rig.client, ledger, name: "\(round)-\(client)").work() }
                }
                for await _ in ledger.acknowledgements.prefix(calls) {}
                daemon.send(SIGKILL)
                try await group.waitForAll()
            }
            #expect(try await daemon.end() == .init(status: SIGKILL, wasKilled: true))
        }
        let daemon = try await rig.start()
        try await self.check(rig, ledger)
        daemon.send(SIGTERM)
        #expect(try await daemon.end() == .init(status: 0, wasKilled: false))
    }

    private func check(_ rig: DaemonRig, _ ledger: LoadLedger) async throws {
        let facts = ledger.facts
        try #require(!facts.submitted.isEmpty && !facts.completed.isEmpty)
        try await rig.client.withConnection { connection in
            for (key, id) in facts.submitted {
                let task = try await connection.call(QueueInterface.Get.self, .init(id: id)).task
                #expect(task.key == key)
                if facts.completed.contains(id) { #expect(task.state == .done) }
            }
            var last: JournalInterface.Verify.Output?
            for try await progress in connection.callMore(JournalInterface.Verify.self, .init()) { last = progress }
            let verified = try #require(last)
            #expect(verified.broken == nil && verified.fault == nil)
            #expect(verified.checked == verified.total && verified.total > 0)

            var completions: [String: Int] = [:]
            var submissions: [String: Int] = [:]
            for try await page in connection.callMore(JournalInterface.Export.self, .init()) {
                for entry in page.entries {
                    for task in try entry.data.taskIDs() {
                        if entry.kind == "task.completed" { completions[task, default: 0] += 1 }
                        if entry.kind == "task.submitted" { submissions[task, default: 0] += 1 }
                    }
                }
            }
            #expect(completions.values.allSatisfy { $0 == 1 })
            #expect(facts.completed.allSatisfy { completions[$0] == 1 })
            #expect(facts.submitted.values.allSatisfy { submissions[$0] == 1 })
        }
    }
}
