// SPDX-License-Identifier: Apache-2.0

public import ByteJSON
public import Civic

/// What the folder of a plugin says of it: `PLUGINS/<id>/bureau.json`, read and checked.
///
/// ```json
/// {
///   "id": "market", "name": { "zh": "市场监管局", "en": "Market Supervision Bureau" },
///   "executable": "MarketBureau", "arguments": [],
///   "protocol": { "minimum": 1, "maximum": 1 },
///   "limits": { "memory": 268435456, "files": 256, "processes": 512 },
///   "concurrency": 4, "queues": { "market.default": 4 },
///   "restart": { "when": "always", "failures": 5, "windowSeconds": 60 }
/// }
/// ```
/// Only `id`, `name` and `executable` must be there.
public struct BureauManifest: Sendable, Hashable {
    /// The name of the folder, too: 1 to 32 of `a` to `z`, digits and inner hyphens, a letter first.
    public var id: String
    /// What people call the bureau.
    public var name: Bilingual
    /// The folder the manifest was read from, absolute.
    public var folder: String
    /// The program, absolute.
    public var executable: String
    public var arguments: [String]
    /// The protocol versions the plugin says it speaks.
    public var protocolVersions: ClosedRange<Int>
    public var limits: ProcessLimits
    /// How many tasks the plugin works on at the same time.
    public var concurrency: Int
    /// How many tasks of each queue it takes at the same time; of a queue not named, as many as ``concurrency`` says.
    public var queues: [String: Int]
    public var restart: RestartPolicy
    /// What `rules.json` in the folder says; `nil` without such a file.
    public var rules: JSON?
    /// Which executable it is, so that another under the same name is noticed.
    public var executableStamp = ""

    public init(
        id: String,
        name: Bilingual,
        folder: String,
        executable: String,
        arguments: [String] = [],
        protocolVersions: ClosedRange<Int> = 1...1,
        limits: ProcessLimits = ProcessLimits(),
        concurrency: Int = 4,
        queues: [String: Int] = [:],
        restart: RestartPolicy = RestartPolicy()
    ) {
        self.id = id
        self.name = name
        self.folder = folder
        self.executable = executable
        self.arguments = arguments
        self.protocolVersions = protocolVersions
        self.limits = limits
        self.concurrency = concurrency
        self.queues = queues
        self.restart = restart
    }

    /// Whether a word can be the id of a bureau: a plain path component that is safe in file names and queue names.
    public static func isValid(id: String) -> Bool {
        let bytes = Array(id.utf8)
        guard (1...32).contains(bytes.count), let first = bytes.first, let last = bytes.last else { return false }
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        guard isLetter(first), last != 0x2D else { return false }
        return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == 0x2D }
    }
}
