// SPDX-License-Identifier: Apache-2.0

import Civic
import Crypto
import Testing
import TongbanModel
import TongbanStore

@Suite("JournalHash and JournalVerifier")
struct JournalHashTests {
    @Test("is SHA-256 over the documented bytes")
    func bytes() {
        var bytes = Array("tongban-journal-1".utf8)
        bytes += [UInt8](repeating: 0xAB, count: 32)
        bytes += [0, 0, 0, 0, 0, 0, 1, 2]
        bytes += [0, 0, 0, 0, 0, 0, 0, 5]
        bytes += [0, 0, 0, 0, 0, 0, 0, 1] + Array("k".utf8)
        bytes += [0]
        bytes += [1, 0, 0, 0, 0, 0, 0, 0, 3] + Array("案".utf8)
        bytes += [1, 0, 0, 0, 0, 0, 0, 0, 2] + Array("me".utf8)
        bytes += [1, 0, 0, 0x03, 0xE8]
        bytes += [0]
        bytes += [0, 0, 0, 0, 0, 0, 0, 2] + Array("{}".utf8)
        var hash = JournalHash()
        let found = hash.hash(
            previous: [UInt8](repeating: 0xAB, count: 32),
            sequence: 258,
            at: Instant(milliseconds: 5),
            kind: "k",
            bureau: nil,
            caseNumber: "案",
            actor: Actor(id: "me", uid: 1_000),
            data: Sample.json("{}")
        )
        #expect(found == Array(SHA256.hash(data: bytes)))
    }

    @Test("every field changes it, and a text moved to the next field does")
    func fields() {
        let base = Sample.entry(
            3,
            after: JournalHash.start,
            kind: "k",
            bureau: "ab",
            caseNumber: "c",
            actor: Actor(id: "me", uid: 1, pid: 2)
        )
        let changes: [(inout JournalEntry) -> Void] = [
            { $0.sequence = 4 }, { $0.at = Sample.moment(99) }, { $0.kind = "l" }, { $0.bureau = nil },
            { $0.bureau = "" }, { $0.caseNumber = nil }, { $0.actor = nil }, { $0.actor?.id = "you" },
            { $0.actor?.uid = nil }, { $0.actor?.pid = nil }, { $0.actor = Actor(id: "me", uid: 2, pid: 1) },
            { $0.data = Sample.json("{ }") }, { $0.previousHash[31] = 1 },
            {
                $0.bureau = "a"
                $0.caseNumber = "bc"
            },
            {
                $0.bureau = nil
                $0.caseNumber = "ab"
                $0.actor?.id = "c"
            },
        ]
        var hash = JournalHash()
        var seen: Set<[UInt8]> = [hash.hash(of: base)]
        for change in changes {
            var entry = base
            change(&entry)
            #expect(seen.insert(hash.hash(of: entry)).inserted)
        }
        #expect(hash.hash(of: base) == base.hash)
    }

    @Test("a changed, lost, doubled or swapped entry is found, and only the first is told")
    func faults() {
        func fault(_ damage: (inout [JournalEntry]) -> Void) -> JournalVerifier.Fault? {
            var journal = Sample.journal(9)
            damage(&journal)
            var verifier = JournalVerifier()
            for entry in journal { verifier.check(entry) }
            return verifier.fault
        }
        typealias Fault = JournalVerifier.Fault
        #expect(fault { _ in } == nil)
        #expect(fault { $0[3].data = Sample.json("{}") } == Fault(sequence: 4, kind: .hash))
        #expect(fault { $0.remove(at: 3) } == Fault(sequence: 5, kind: .gap(expected: 4)))
        #expect(fault { $0.insert($0[3], at: 4) } == Fault(sequence: 4, kind: .gap(expected: 5)))
        #expect(fault { $0.swapAt(3, 4) } == Fault(sequence: 5, kind: .gap(expected: 4)))
        #expect(fault { $0.removeFirst() } == Fault(sequence: 2, kind: .gap(expected: 1)))
        #expect(
            fault {
                // Whoever changes an entry and its hash is found at the next one.
                $0[3].data = Sample.json("{}")
                var hash = JournalHash()
                $0[3].hash = hash.hash(of: $0[3])
                $0[7].kind = "x"
            } == Fault(sequence: 5, kind: .previousHash)
        )
    }

    @Test("goes on from an entry that is trusted")
    func from() {
        let journal = Sample.journal(9)
        var verifier = JournalVerifier(after: 5, hash: journal[4].hash)
        for entry in journal[5...] { verifier.check(entry) }
        #expect(verifier.fault == nil)
        #expect(verifier.lastSound == 9)
    }
}
