// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanStore

/// The stores that keep to the same contract.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case memory
    case sqlite

    var testDescription: String { self.rawValue }
}

/// A folder that is gone when the test is over.
final class TestFolder {
    let path: String

    init(in parent: String = NSTemporaryDirectory()) throws {
        self.path = (parent as NSString).appendingPathComponent("tongban-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: self.path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: self.path)
    }

    func file(_ name: String) -> String { self.path + "/" + name }
}

/// An open store, and what it needs to be there.
final class TestStore {
    let store: any Store
    private let folder: TestFolder?

    init(_ kind: StoreKind) throws {
        switch kind {
        case .memory:
            self.folder = nil
            self.store = MemoryStore()
        case .sqlite:
            let folder = try TestFolder()
            self.folder = folder
            self.store = try SQLiteStore(path: folder.file("store/tongban.sqlite"))
        }
    }
}

extension Store {
    /// Writes changes in a transaction of their own.
    func keep(_ changes: Change...) throws(StoreError) {
        try self.keep(changes)
    }

    func keep(_ changes: [Change]) throws(StoreError) {
        try self.begin()
        for change in changes { try self.write(change) }
        try self.commit()
    }
}

/// The code of the error that `body` throws.
func codeThrown(_ body: () throws(StoreError) -> Void) -> StoreError.Code? {
    do throws(StoreError) {
        try body()
        return nil
    } catch {
        return error.code
    }
}
