// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanStore

@Suite("Attachments: contents as files")
struct FileAttachmentStoreTests {
    /// A folder that goes with the test.
    private final class Folder {
        let path = NSTemporaryDirectory() + "tongban-attachments-\(UUID().uuidString)"

        deinit { try? FileManager.default.removeItem(atPath: self.path) }

        var files: [String] {
            let names = FileManager.default.enumerator(atPath: self.path)?.compactMap { $0 as? String } ?? []
            return names.filter { name in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: self.path + "/" + name, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }.sorted()
        }

        func place(of hash: String) -> String { "\(self.path)/\(hash.prefix(2))/\(hash.dropFirst(2))" }

        func inode(of hash: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: self.place(of: hash))[.systemFileNumber] as? Int
        }
    }

    private static func keep(_ content: String, in store: some AttachmentStore) throws -> String {
        let draft = try store.draft()
        for byte in content.utf8 { try draft.append([byte]) }
        return try draft.keep()
    }

    @Test("A content lies under the SHA-256 of its bytes, and is read back from any offset")
    func kept() throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        let hash = try Self.keep("abc", in: store)
        #expect(hash == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(folder.files == ["ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"])
        #expect(try store.read(hash, from: 0, count: 10) == Array("abc".utf8))
        #expect(try store.read(hash, from: 1, count: 1) == Array("b".utf8))
        #expect(try store.read(hash, from: 3, count: 1) == [])
        #expect(try store.fault(of: hash) == nil)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.place(of: hash))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("A content that is there is not written again; one that was damaged is")
    func again() throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        let hash = try Self.keep("受理通知书", in: store)
        let inode = try folder.inode(of: hash)
        #expect(try Self.keep("受理通知书", in: store) == hash)
        #expect(try folder.inode(of: hash) == inode)
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder.place(of: hash)))
        #expect(try store.fault(of: hash) == .altered)
        #expect(try Self.keep("受理通知书", in: store) == hash)
        #expect(try store.fault(of: hash) == nil)
        #expect(folder.files.count == 1)
    }

    @Test("Any flipped byte, a lost end, an added byte and a lost file are found")
    func damage() throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        let content = Array("一份不长的材料".utf8)
        let hash = try Self.keep(String(decoding: content, as: UTF8.self), in: store)
        let place = URL(fileURLWithPath: folder.place(of: hash))
        for index in content.indices {
            for bit in 0..<8 {
                var flipped = content
                flipped[index] ^= 1 << UInt8(bit)
                try Data(flipped).write(to: place)
                #expect(try store.fault(of: hash) == .altered)
            }
        }
        try Data(content.dropLast()).write(to: place)
        #expect(try store.fault(of: hash) == .altered)
        try Data(content + [0]).write(to: place)
        #expect(try store.fault(of: hash) == .altered)
        try FileManager.default.removeItem(at: place)
        #expect(try store.fault(of: hash) == .missing)
        #expect(try store.read(hash, from: 0, count: 1) == nil)
    }

    @Test("Of a draft that is given up, let go or left behind by an earlier run nothing remains")
    func drafts() throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        let draft = try store.draft()
        try draft.append([1])
        #expect(folder.files.count == 1)
        draft.discard()
        #expect(folder.files.isEmpty)
        #expect(throws: StoreError.self) { try draft.append([2]) }
        #expect(throws: StoreError.self) { _ = try draft.keep() }
        do {
            let forgotten = try store.draft()
            try forgotten.append([1])
        }
        #expect(folder.files.isEmpty)
        try Data([1]).write(to: URL(fileURLWithPath: folder.path + "/new/7"))
        let hash = try Self.keep("abc", in: store)
        _ = try FileAttachmentStore(folder: folder.path)
        #expect(folder.files.count == 1)
        #expect(try store.fault(of: hash) == nil)
    }

    @Test("A draft gives its content before it is kept")
    func content() throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        let draft = try store.draft()
        for part in 0..<5 { try draft.append([UInt8](repeating: UInt8(part), count: 70_000)) }
        let content = try draft.content()
        #expect(content.count == 350_000 && content[139_999] == 1 && content[140_000] == 2)
        let hash = try draft.keep()
        #expect(try store.read(hash, from: 0, count: 1 << 20) == content)
    }

    @Test(
        "What is no hash is no content, whatever path it names",
        arguments: [
            "", "abc", "../../etc/passwd", String(repeating: "A", count: 64), String(repeating: "/", count: 64),
        ]
    )
    func noHash(text: String) throws {
        let folder = Folder()
        let store = try FileAttachmentStore(folder: folder.path)
        #expect(try store.read(text, from: 0, count: 1) == nil)
        #expect(try store.fault(of: text) == .missing)
    }

    @Test("A folder that cannot be made is a fault of the store")
    func noFolder() {
        #expect(throws: StoreError.self) { try FileAttachmentStore(folder: "/proc/none/attachments") }
    }

    @Test("Contents in memory behave the same")
    func memory() throws {
        let store = MemoryAttachmentStore()
        let hash = try Self.keep("abc", in: store)
        #expect(hash.hasPrefix("ba7816bf"))
        #expect(try store.read(hash, from: 1, count: 5) == Array("bc".utf8))
        #expect(try store.fault(of: hash) == nil)
        store.damage(hash, Array("abd".utf8))
        #expect(try store.fault(of: hash) == .altered)
        store.damage(hash, nil)
        #expect(try store.fault(of: hash) == .missing)
    }
}
