// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Crypto
import TongbanModel

/// The hash that chains the entries of the journal.
///
/// It is SHA-256 over, in this order: the text `tongban-journal-1`; the hash of the entry before; sequence number and
/// moment (milliseconds since 1970 in UTC), 8 bytes each; kind; bureau; case; actor; the actor's uid and pid; data.
/// Numbers are big-endian. A text is its length in 8 bytes and its UTF-8 bytes. What may be missing is one byte, 0 when
/// it is missing, or 1 and the value. So no two entries have the same bytes, and any program can compute the hash anew.
///
/// One value is kept and used for many entries: it reuses its buffer.
public struct JournalHash: Sendable {
    /// What stands for the hash before the first entry: 32 zeros.
    public static let start = [UInt8](repeating: 0, count: 32)

    private static let prefix = Array("tongban-journal-1".utf8)

    private var buffer: [UInt8] = []

    public init() {
        self.buffer.reserveCapacity(512)
    }

    /// The hash of an entry.
    ///
    /// - Parameter previous: The hash of the entry before, ``start`` for the first.
    public mutating func hash(
        previous: [UInt8],
        sequence: Int64,
        at moment: Instant,
        kind: String,
        bureau: String?,
        caseNumber: String?,
        actor: Actor?,
        data: RawJSON
    ) -> [UInt8] {
        self.buffer.removeAll(keepingCapacity: true)
        self.buffer.append(contentsOf: Self.prefix)
        self.buffer.append(contentsOf: previous)
        self.append(UInt64(bitPattern: sequence))
        self.append(UInt64(bitPattern: moment.milliseconds))
        self.append(text: kind)
        self.append(optional: bureau)
        self.append(optional: caseNumber)
        self.append(optional: actor?.id)
        self.append(optional: actor?.uid)
        self.append(optional: actor?.pid.map { UInt32(bitPattern: $0) })
        self.append(UInt64(data.bytes.count))
        self.buffer.append(contentsOf: data.bytes)
        let digest = self.buffer.withUnsafeBytes { bytes in
            var hasher = SHA256()
            hasher.update(bufferPointer: bytes)
            return hasher.finalize()
        }
        return digest.withUnsafeBytes { Array($0) }
    }

    /// The hash an entry must have, given what else it says.
    public mutating func hash(of entry: JournalEntry) -> [UInt8] {
        self.hash(
            previous: entry.previousHash,
            sequence: entry.sequence,
            at: entry.at,
            kind: entry.kind,
            bureau: entry.bureau,
            caseNumber: entry.caseNumber,
            actor: entry.actor,
            data: entry.data
        )
    }

    private mutating func append(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { self.buffer.append(contentsOf: $0) }
    }

    private mutating func append(text: String) {
        self.append(UInt64(text.utf8.count))
        self.buffer.append(contentsOf: text.utf8)
    }

    private mutating func append(optional text: String?) {
        guard let text else { return self.buffer.append(0) }
        self.buffer.append(1)
        self.append(text: text)
    }

    private mutating func append(optional number: UInt32?) {
        guard let number else { return self.buffer.append(0) }
        self.buffer.append(1)
        withUnsafeBytes(of: number.bigEndian) { self.buffer.append(contentsOf: $0) }
    }
}
