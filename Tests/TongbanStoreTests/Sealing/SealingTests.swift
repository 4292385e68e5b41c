// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Foundation
import Testing
import TongbanModel

@testable import TongbanStore

@Suite("Sealing of sensitive values")
struct SealingTests {
    private static let first = "K1 \(Data(repeating: 1, count: 32).base64EncodedString())"
    private static let second = "K2 \(Data(repeating: 2, count: 32).base64EncodedString())"

    private func vault(_ lines: String...) throws -> SealingVault {
        SealingVault(try KeyRing(text: lines.joined(separator: "\n")))
    }

    @Test("what is sealed opens again byte for byte, and shows nothing of itself")
    func roundTrip() throws {
        let vault = try self.vault(Self.first)
        let plain = Sample.json(#"{ "diagnosis" : "糖尿病", "n": 1.50 }"#)
        let sealed = try vault.seal(plain, as: "case/A")
        #expect(try vault.open(sealed, as: "case/A") == plain)
        let text = String(decoding: sealed.bytes, as: UTF8.self)
        #expect(text.hasPrefix("\"sealed:K1:"))
        #expect(!text.contains("diagnosis") && !text.contains("糖尿病"))
        // Twice the same is not seen to be the same.
        #expect(try vault.seal(plain, as: "case/A") != sealed)
    }

    @Test("what was never sealed is given back as it is")
    func plain() throws {
        let plain = Sample.json(#"{"a":"sealed:K1:"}"#)
        #expect(try self.vault(Self.first).open(plain, as: "case/A") == plain)
    }

    @Test("under another name, with a bit changed, or without its key it does not open")
    func refusals() throws {
        let vault = try self.vault(Self.first)
        let sealed = try vault.seal(Sample.json("{}"), as: "case/A")
        #expect(throws: VaultError.self) { try vault.open(sealed, as: "case/B") }
        let words = try #require(sealed.parsed().stringValue).split(separator: ":").map(String.init)
        var bytes = [UInt8](try #require(Data(base64Encoded: words[2])))
        for index in bytes.indices {
            bytes[index] ^= 1
            let changed = RawJSON(.string("sealed:K1:\(Data(bytes).base64EncodedString())"))
            #expect(throws: VaultError.self) { try vault.open(changed, as: "case/A") }
            bytes[index] ^= 1
        }
        let second = try self.vault(Self.second)
        let other = #expect(throws: VaultError.self) { try second.open(sealed, as: "case/A") }
        #expect(other?.description.contains("K1") ?? false)
        for broken in ["sealed:", "sealed:K1", "sealed:K1:?", "sealed:K1:", "sealed:K1:AAAA", "sealed:K1:A:B"] {
            #expect(throws: VaultError.self) { try vault.open(RawJSON(.string(broken)), as: "case/A") }
        }
    }

    @Test("a new key in front seals from then on; the old one still opens what it sealed")
    func rotation() throws {
        let old = try self.vault(Self.first)
        let sealed = try old.seal(Sample.json("{}"), as: "case/A")
        let new = try self.vault("# since July", Self.second, "", Self.first)
        #expect(try new.open(sealed, as: "case/A") == Sample.json("{}"))
        let again = try new.seal(Sample.json("{}"), as: "case/A")
        #expect(String(decoding: again.bytes, as: UTF8.self).hasPrefix("\"sealed:K2:"))
        #expect(throws: VaultError.self) { try old.open(again, as: "case/A") }
    }

    @Test(
        "a text that is no key ring is refused with its line, without telling the key",
        arguments: [
            ("", "no key"), ("# nothing", "no key"), ("K1", "line 1"), ("K1 a b", "line 1"), ("K1 AAAA", "32 bytes"),
            ("K.1 \(Data(repeating: 1, count: 32).base64EncodedString())", "letters"),
            (String(repeating: "K", count: 33) + " AAAA", "1 to 32"),
            ("\n\(SealingTests.first)\n\(SealingTests.first)", "line 3"),
            ("K1 \(Data(repeating: 1, count: 31).base64EncodedString())", "32 bytes"),
            ("K1 \(Data(repeating: 1, count: 33).base64EncodedString())", "32 bytes"),
        ]
    )
    func faults(text: String, words: String) {
        let fault = #expect(throws: KeyRing.Fault.self) { try KeyRing(text: text) }
        #expect(fault?.description.contains(words) ?? false)
        #expect(fault?.description.contains("AQEB") == false)
    }

    @Test("a name may have 32 characters; a new ring is one; fingerprints tell keys apart")
    func ring() throws {
        let key = Data(repeating: 1, count: 32).base64EncodedString()
        #expect(try KeyRing(text: "\(String(repeating: "k", count: 32)) \(key)").keys.count == 1)
        #expect(try KeyRing(text: KeyRing.newText()).keys.map(\.name) == ["K1"])
        #expect(KeyRing.newText() != KeyRing.newText())
        let one = try KeyRing(text: Self.first).fingerprints
        let other = try KeyRing(text: "K1 \(Data(repeating: 2, count: 32).base64EncodedString())").fingerprints
        #expect(one["K1"]?.count == 16)
        #expect(one != other)
    }
}
