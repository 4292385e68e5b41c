// SPDX-License-Identifier: Apache-2.0

import TongbanAPI
import TongbanEngine
import TongbanModel
import Varlink

extension EngineError {
    /// The error as callers on the socket see it.
    var failure: any VarlinkFailure {
        switch self {
        case .noSuchTask(let id): QueueInterface.Failure.noSuchTask(id: id)
        case .noSuchQueue(let queue): QueueInterface.Failure.noSuchQueue(queue: queue)
        case .keyConflict(let key, let id): QueueInterface.Failure.keyConflict(key: key, id: id.description)
        case .leaseLost(let lease): QueueInterface.Failure.leaseLost(lease: lease)
        case .busy(let milliseconds): QueueInterface.Failure.busy(retryAfterMilliseconds: milliseconds)
        case .tooLarge(let field, let limit): QueueInterface.Failure.tooLarge(field: field, limit: limit)
        case .invalid(let field, let message):
            DaemonInterface.Failure.refused(
                code: "INVALID", zh: "\(field):\(message.zh)", en: "\(field): \(message.en)")
        case .refused(let refusal):
            DaemonInterface.Failure.refused(code: refusal.code, zh: refusal.message.zh, en: refusal.message.en)
        case .noSuchCase(let number): CasesInterface.Failure.noSuchCase(number: number)
        case .conflict(let number, let revision):
            CasesInterface.Failure.conflict(number: number, revision: revision)
        case .invalidForm(let faults):
            CasesInterface.Failure.invalidForm(
                faults: faults.map { .init(field: $0.field, code: $0.code, zh: $0.message.zh, en: $0.message.en) })
        case .noSuchItem(let bureau, let item): ItemsInterface.Failure.noSuchItem(bureau: bureau, item: item)
        case .noSuchRegister(let bureau, let register):
            RegistersInterface.Failure.noSuchRegister(bureau: bureau, register: register)
        case .noSuchRecord(let key): RegistersInterface.Failure.noSuchRecord(key: key)
        case .noSuchPerson(let id): PersonsInterface.Failure.noSuchPerson(id: id)
        case .unavailable(let cause): DaemonInterface.Failure.unavailable(reason: cause.message)
        }
    }
}
