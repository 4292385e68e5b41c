// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// Changes that cannot be, worded alike by every store.
extension StoreError {
    static func taskExists(_ id: TaskID) -> StoreError {
        StoreError(.misuse, "there is a task \(id) already")
    }

    static func taskKeyTaken(queue: String, key: String, by other: TaskID?) -> StoreError {
        let holder = other.map { " by task \($0)" } ?? ""
        return StoreError(.misuse, "the key '\(key)' of queue '\(queue)' is taken\(holder)")
    }

    static func noSuchTask(_ id: TaskID) -> StoreError {
        StoreError(.misuse, "there is no task \(id) to update")
    }

    static func scheduledWithoutMoment(_ id: TaskID) -> StoreError {
        StoreError(.misuse, "task \(id) is scheduled, but for no moment")
    }

    static func wrongSequence(_ sequence: Int64, expected: Int64) -> StoreError {
        StoreError(.misuse, "the next journal entry is number \(expected), not \(sequence)")
    }

    static func openCaseExists(_ record: CaseRecord, other: String?) -> StoreError {
        let holder = other.map { ", \($0)" } ?? ""
        return StoreError(
            .misuse,
            "case \(record.number): there is an open case of \(record.bureau)/\(record.item) with the key "
                + "'\(record.key ?? "")' already\(holder)"
        )
    }

    static let noTransaction = StoreError(.misuse, "no transaction is open")
    static let transactionOpen = StoreError(.misuse, "a transaction is open already")
    static let noMark = StoreError(.misuse, "no mark is set")
    static let markSet = StoreError(.misuse, "a mark is set already")
    static let powerLost = StoreError(.inputOutput, "the power went")
}
