// SPDX-License-Identifier: Apache-2.0

import TongbanModel

/// A store in memory, for tests, simulation and programs that keep nothing.
///
/// It keeps to the contract of ``Store`` as the one on disk does, and can fail, fill up or lose power on demand:
/// ``faults`` says when, and ``crash()`` gives the store as a restarted daemon would find it.
public final class MemoryStore: Store {
    var tables: MemoryTables
    private var transaction: MemoryTransaction?
    private var hasPower = true

    /// What goes wrong, and when.
    public var faults = StoreFaults()

    public init() {
        self.tables = MemoryTables()
    }

    private init(tables: MemoryTables) {
        self.tables = tables
    }

    /// Cuts the power, if it is not gone already: this store throws from now on.
    ///
    /// - Returns: A store with what was committed, and nothing else; it has no faults.
    public func crash() -> MemoryStore {
        self.hasPower = false
        var durable = self.tables
        if let transaction { transaction.undo(from: 0, on: &durable) }
        return MemoryStore(tables: durable)
    }

    public func begin() throws(StoreError) {
        try self.step(.begin)
        guard self.transaction == nil else { throw StoreError.transactionOpen }
        self.transaction = MemoryTransaction()
    }

    public func commit() throws(StoreError) {
        guard self.hasPower else { throw StoreError.powerLost }
        guard let transaction else { throw StoreError.noTransaction }
        var failure = transaction.failure
        if failure == nil {
            switch self.faults.next(.commit) {
            case nil: break
            case .fails(let error): failure = error
            case .powerLost(let kept):
                if kept { self.transaction = nil }
                self.hasPower = false
                throw StoreError.powerLost
            }
        }
        if let failure {
            self.undoTransaction()
            throw failure
        }
        self.transaction = nil
    }

    public func rollback() throws(StoreError) {
        guard self.hasPower else { throw StoreError.powerLost }
        guard self.transaction != nil else { throw StoreError.noTransaction }
        self.undoTransaction()
    }

    public func mark() throws(StoreError) {
        try self.withTransaction { transaction, _ throws(StoreError) in
            guard transaction.mark == nil else { throw StoreError.markSet }
            transaction.mark = transaction.log.count
        }
    }

    public func keepMark() throws(StoreError) {
        try self.withTransaction { transaction, _ throws(StoreError) in
            guard transaction.mark != nil else { throw StoreError.noMark }
            transaction.mark = nil
        }
    }

    public func dropMark() throws(StoreError) {
        try self.withTransaction { transaction, tables throws(StoreError) in
            guard let mark = transaction.mark else { throw StoreError.noMark }
            transaction.undo(from: mark, on: &tables)
            transaction.log.removeSubrange(mark...)
            transaction.mark = nil
        }
    }

    public func write(_ change: Change) throws(StoreError) {
        try self.withTransaction { transaction, tables throws(StoreError) in
            do throws(StoreError) {
                try self.step(.write)
                try tables.apply(change, undo: &transaction.log)
            } catch {
                transaction.failure = error
                throw error
            }
        }
    }

    /// Throws what is planned for the next step of a kind.
    func step(_ step: StoreFaults.Step) throws(StoreError) {
        guard self.hasPower else { throw StoreError.powerLost }
        switch self.faults.next(step) {
        case nil: return
        case .fails(let error): throw error
        case .powerLost:
            self.hasPower = false
            throw StoreError.powerLost
        }
    }

    private func withTransaction(
        _ body: (inout MemoryTransaction, inout MemoryTables) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard self.hasPower else { throw StoreError.powerLost }
        guard var transaction = self.transaction.take() else { throw StoreError.noTransaction }
        defer { self.transaction = transaction }
        if let failure = transaction.failure { throw failure }
        try body(&transaction, &self.tables)
    }

    private func undoTransaction() {
        self.transaction?.undo(from: 0, on: &self.tables)
        self.transaction = nil
    }
}
