// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

/// Claimants that asked with `more` and wait for tasks to become ready; served in turn, so that none goes short.
final class ClaimWaiters {
    final class Waiter {
        let responder: VarlinkMethodResponder<QueueInterface.Claim>
        let queue: String
        let kinds: [String]?
        let limit: Int
        let leaseMilliseconds: Int64?
        let claimant: String
        let actor: Actor
        var isBusy = false

        init(
            responder: VarlinkMethodResponder<QueueInterface.Claim>,
            queue: String,
            kinds: [String]?,
            limit: Int,
            leaseMilliseconds: Int64?,
            claimant: String,
            actor: Actor
        ) {
            self.responder = responder
            self.queue = queue
            self.kinds = kinds
            self.limit = limit
            self.leaseMilliseconds = leaseMilliseconds
            self.claimant = claimant
            self.actor = actor
        }
    }

    private var waiters: [String: [Waiter]] = [:]

    func add(_ waiter: Waiter, in core: DaemonCore) {
        self.waiters[waiter.queue, default: []].append(waiter)
        waiter.responder.onClose { [weak self, weak waiter] in
            guard let waiter else { return }
            self?.waiters[waiter.queue]?.removeAll { $0 === waiter }
        }
        self.serve(waiter.queue, in: core)
    }

    /// Gives ready tasks of a queue to those who wait. Who got some goes to the end of the line.
    func serve(_ queue: String, in core: DaemonCore) {
        guard let line = self.waiters[queue], !line.isEmpty, core.engine.failure == nil else { return }
        for waiter in line where waiter.responder.isOpen && waiter.responder.isWritable && !waiter.isBusy {
            guard (try? core.engine.hasReady(queue: queue, kinds: waiter.kinds)) == true else { continue }
            waiter.isBusy = true
            var isServed = false
            core.performUnmarked(by: waiter.actor) { () throws(EngineError) in
                let tasks = try core.engine.claim(
                    queue: queue,
                    limit: waiter.limit,
                    kinds: waiter.kinds,
                    leaseMilliseconds: waiter.leaseMilliseconds,
                    claimant: waiter.claimant
                )
                isServed = !tasks.isEmpty
                return tasks
            } completion: { result in
                waiter.isBusy = false
                switch result {
                case .success(let tasks) where !tasks.isEmpty:
                    waiter.responder.replyContinues(.init(tasks: tasks.map(\.claimed)))
                    if !waiter.responder.isWritable {
                        waiter.responder.onWritable { [weak self] in self?.serve(queue, in: core) }
                    }
                case .success: break
                case .failure(let error): waiter.responder.untyped.fail(with: error.failure)
                }
            }
            if isServed {
                self.waiters[queue]?.removeAll { $0 === waiter }
                self.waiters[queue]?.append(waiter)
            }
        }
    }
}

extension TaskRecord {
    var claimed: QueueInterface.ClaimedTask {
        .init(
            id: self.id.description,
            lease: self.lease?.description ?? "",
            leaseExpires: self.leaseExpires?.description ?? "",
            queue: self.queue,
            kind: self.kind,
            payload: self.payload ?? .emptyObject,
            attempt: self.attempt,
            deadline: self.deadline?.description,
            case: self.caseNumber
        )
    }
}
