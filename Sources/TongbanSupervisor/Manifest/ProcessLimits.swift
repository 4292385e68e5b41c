// SPDX-License-Identifier: Apache-2.0

/// What a plugin's processes may use. Every plugin is limited, unless its manifest asks for more.
public struct ProcessLimits: Sendable, Hashable {
    /// Private writable memory, bytes; above it allocations fail. The resident memory of the plugin is held to it too.
    public var memory: Int64
    /// Open descriptors of one process.
    public var files: Int
    /// Processes and threads of the user the daemon runs as, all together; `nil`: whatever the daemon itself may have.
    public var processes: Int?
    /// Processor time of one process, seconds; `nil`: without end.
    public var processorSeconds: Int?
    /// Whether sockets other than Unix ones are denied.
    public var denyNetwork: Bool

    /// 512 MiB.
    public static let standardMemory: Int64 = 512 << 20
    public static let standardFiles = 512

    public init(
        memory: Int64 = ProcessLimits.standardMemory,
        files: Int = ProcessLimits.standardFiles,
        processes: Int? = nil,
        processorSeconds: Int? = nil,
        denyNetwork: Bool = false
    ) {
        self.memory = memory
        self.files = files
        self.processes = processes
        self.processorSeconds = processorSeconds
        self.denyNetwork = denyNetwork
    }
}
