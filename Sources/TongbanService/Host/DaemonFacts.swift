// SPDX-License-Identifier: Apache-2.0

import Civic
import Synchronization
import TongbanAPI

#if canImport(Glibc)
import Glibc
#endif

/// What the daemon can say of itself besides what the engine knows.
public struct DaemonFacts: Sendable {
    public var version: String
    public var started: Instant
    public var storePath: String
    public var storeBytes: @Sendable () -> Int
    public var bureaus: @Sendable () -> [DaemonInterface.BureauStatus]
    /// Copies the database into a file; gives its size.
    public var backup: @Sendable (String) async throws -> Int
    public let connections = Counter()

    public init(
        version: String,
        started: Instant,
        storePath: String,
        storeBytes: @escaping @Sendable () -> Int,
        bureaus: @escaping @Sendable () -> [DaemonInterface.BureauStatus],
        backup: @escaping @Sendable (String) async throws -> Int
    ) {
        self.version = version
        self.started = started
        self.storePath = storePath
        self.storeBytes = storeBytes
        self.bureaus = bureaus
        self.backup = backup
    }
}

/// A number that several may change.
public final class Counter: Sendable {
    private let number = Atomic<Int>(0)

    public init() {}

    public var value: Int { self.number.load(ordering: .relaxed) }

    public func add(_ amount: Int) { self.number.wrappingAdd(amount, ordering: .relaxed) }
}

/// Something that happens once.
final class Flag: Sendable {
    private let value = Atomic<Bool>(false)

    var isSet: Bool { self.value.load(ordering: .acquiring) }

    func set() { self.value.store(true, ordering: .releasing) }
}

enum ProcessMemory {
    /// The resident memory of this process; 0 where the kernel does not tell.
    static func residentBytes() -> Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var buffer = [CChar](repeating: 0, count: 128)
        guard fgets(&buffer, CInt(buffer.count), file) != nil else { return 0 }
        let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
