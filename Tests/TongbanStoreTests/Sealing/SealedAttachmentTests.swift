// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("Attachments: sealed contents")
struct SealedAttachmentTests {
    private let folder = NSTemporaryDirectory() + "tongban-sealed-\(UUID().uuidString)"

    private static func ring(_ byte: UInt8, _ name: String = "K1") throws -> KeyRing {
        try KeyRing(text: "\(name) \(Data(repeating: byte, count: 32).base64EncodedString())")
    }

    private static func content(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) } }

    private func place(of hash: String) -> URL {
        URL(fileURLWithPath: "\(self.folder)/\(hash.prefix(2))/\(hash.dropFirst(2))")
    }

    private func cleanUp() { try? FileManager.default.removeItem(atPath: self.folder) }

    @Test(
        "what is kept is read back from any offset, and the file shows nothing of it",
        arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]
    )
    func kept(size: Int) throws {
        defer { self.cleanUp() }
        let store = try FileAttachmentStore(folder: self.folder, ring: Self.ring(1))
        let content = Self.content(size)
        let draft = try store.draft()
        var rest = content[...]
        while !rest.isEmpty {
            try draft.append(Array(rest.prefix(50_000)))
            rest = rest.dropFirst(50_000)
        }
        #expect(try draft.content() == content)
        let hash = try draft.keep()
        #expect(try store.read(hash, from: 0, count: size + 10) == content)
        for offset in [1, 65_535, 65_536, 65_537, size - 1, size, size + 1, 400_000] where offset >= 0 {
            let wanted = Array(content.dropFirst(offset).prefix(70_000))
            #expect(try store.read(hash, from: offset, count: 70_000) == wanted)
        }
        #expect(try store.fault(of: hash) == nil)
        let stored = try Data(contentsOf: self.place(of: hash))
        if size > 100 { #expect(stored.range(of: Data(content.prefix(100))) == nil) }
    }

    @Test("a flipped byte, a lost end at any part, an added byte and parts that changed places are found")
    func damage() throws {
        defer { self.cleanUp() }
        let store = try FileAttachmentStore(folder: self.folder, ring: Self.ring(1))
        let draft = try store.draft()
        try draft.append(Self.content(140_000))
        let hash = try draft.keep()
        let place = self.place(of: hash)
        let sound = try Data(contentsOf: place)
        let header = 4 + 1 + 2 + 32
        let part = 65_536 + 16
        var exchanged = sound
        exchanged.replaceSubrange(header..<(header + part), with: sound[(header + part)..<(header + 2 * part)])
        exchanged.replaceSubrange((header + part)..<(header + 2 * part), with: sound[header..<(header + part)])
        var damaged = [exchanged, sound + Data([0])]
        for length in [0, 3, header - 1, header, header + part, header + 2 * part, sound.count - 1] {
            damaged.append(sound.prefix(length))
        }
        for index in [5, 8, header, header + 10, header + part, sound.count - 1] {
            var flipped = sound
            flipped[index] ^= 1
            damaged.append(flipped)
        }
        for bytes in damaged {
            try bytes.write(to: place)
            #expect(try store.fault(of: hash) == .altered)
        }
        try sound.write(to: place)
        #expect(try store.fault(of: hash) == nil)
    }

    @Test("plain contents of before are still read; without the key a sealed one says which is missing")
    func keys() throws {
        defer { self.cleanUp() }
        let plain = try FileAttachmentStore(folder: self.folder).draft()
        try plain.append(Array("abc".utf8))
        let old = try plain.keep()
        let store = try FileAttachmentStore(folder: self.folder, ring: Self.ring(1))
        #expect(try store.read(old, from: 1, count: 9) == Array("bc".utf8))
        let draft = try store.draft()
        try draft.append(Array("def".utf8))
        let hash = try draft.keep()
        let other = try FileAttachmentStore(folder: self.folder, ring: Self.ring(2, "K2"))
        let error = #expect(throws: StoreError.self) { try other.read(hash, from: 0, count: 9) }
        #expect(error?.code == .corrupt)
        #expect(error?.message.contains("K1") ?? false)
    }
}
