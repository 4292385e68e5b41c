// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import NIOCore
import TongbanAPI
import TongbanEngine
import TongbanModel
import TongbanStore
import Varlink

extension EngineError {
    /// The error as callers on the socket see it.
    var failure: any VarlinkFailure {
        switch self {
        case .noSuchTask(let id): QueueFailure.noSuchTask(id: id)
        case .noSuchQueue(let queue): QueueFailure.noSuchQueue(queue: queue)
        case .keyConflict(let key, let id): QueueFailure.keyConflict(key: key, id: id.description)
        case .leaseLost(let lease): QueueFailure.leaseLost(lease: lease)
        case .busy(let milliseconds): QueueFailure.busy(retryAfterMilliseconds: milliseconds)
        case .tooLarge(let field, let limit): QueueFailure.tooLarge(field: field, limit: limit)
        case .invalid(let field, let message):
            DaemonFailure.refused(
                code: "INVALID",
                zh: "\(field):\(message.zh)",
                en: "\(field): \(message.en)"
            )
        case .refused(let refusal):
            DaemonFailure.refused(code: refusal.code, zh: refusal.message.zh, en: refusal.message.en)
        case .noSuchCase(let number): CasesFailure.noSuchCase(number: number)
        case .conflict(let number, let revision):
            CasesFailure.conflict(number: number, revision: revision)
        case .invalidForm(let faults):
            CasesFailure.invalidForm(
                faults: faults.map { .init(field: $0.field, code: $0.code, zh: $0.message.zh, en: $0.message.en) }
            )
        case .noSuchItem(let bureau, let item): ItemsFailure.noSuchItem(bureau: bureau, item: item)
        case .noSuchRegister(let bureau, let register):
            RegistersFailure.noSuchRegister(bureau: bureau, register: register)
        case .noSuchRecord(let key): RegistersFailure.noSuchRecord(key: key)
        case .noSuchPerson(let id): PersonsFailure.noSuchPerson(id: id)
        case .unavailable(let cause): DaemonFailure.unavailable(reason: cause.message)
        }
    }
}
