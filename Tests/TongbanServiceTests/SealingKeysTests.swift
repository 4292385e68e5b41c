// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanModel
import TongbanStore

@testable import TongbanService

@Suite("The keys for sensitive values")
struct SealingKeysTests {
    private let folder = NSTemporaryDirectory() + "tongban-keys-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    }

    private func cleanUp() { try? FileManager.default.removeItem(atPath: self.folder) }

    private func keys(configured: String? = nil, credentials: String? = nil) -> SealingKeys {
        SealingKeys(configured: configured, credentials: credentials, stateDirectory: self.folder)
    }

    /// A store that remembers a ring.
    private func store(knowing ring: KeyRing) throws -> MemoryStore {
        let store = MemoryStore()
        var value = JSONObject()
        for (name, fingerprint) in ring.fingerprints { value[name] = .string(fingerprint) }
        try store.begin()
        try store.write(.putSetting(Setting(key: SealingKeys.setting, value: RawJSON(.object(value)))))
        try store.commit()
        return store
    }

    @Test("The first start makes a file that only the daemon reads; later ones take it")
    func made() throws {
        defer { self.cleanUp() }
        let ring = try self.keys().ring(for: MemoryStore())
        let path = self.folder + "/sealing.keys"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try self.keys().ring(for: self.store(knowing: ring)).fingerprints == ring.fingerprints)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(throws: StoreError.self) { try self.keys().ring(for: MemoryStore()) }
    }

    @Test("Keys that were used and are gone, or are others, stop the start; a new key is not made instead")
    func lost() throws {
        defer { self.cleanUp() }
        let store = try self.store(knowing: try KeyRing(text: KeyRing.newText()))
        let missing = #expect(throws: StoreError.self) { try self.keys().ring(for: store) }
        #expect(missing?.message.contains("K1") ?? false)
        #expect(!FileManager.default.fileExists(atPath: self.folder + "/sealing.keys"))
        let path = self.folder + "/other"
        try KeyRing.newText().write(toFile: path, atomically: true, encoding: .utf8)
        let other = #expect(throws: StoreError.self) { try self.keys(configured: path).ring(for: store) }
        #expect(other?.message.contains("not the one") ?? false)
        #expect(throws: StoreError.self) {
            try self.keys(configured: self.folder + "/none").ring(for: MemoryStore())
        }
    }

    @Test("What the configuration names comes first, then the credential, then the daemon's own file")
    func order() throws {
        defer { self.cleanUp() }
        let credential = self.folder + "/" + SealingKeys.credential
        #expect(self.keys(credentials: self.folder).path == self.folder + "/sealing.keys")
        try KeyRing.newText().write(toFile: credential, atomically: true, encoding: .utf8)
        #expect(self.keys(credentials: self.folder).path == credential)
        #expect(!self.keys(credentials: self.folder).isOwn)
        #expect(self.keys(configured: "/k", credentials: self.folder).path == "/k")
    }
}
