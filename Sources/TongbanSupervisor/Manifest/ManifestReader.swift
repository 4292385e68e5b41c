// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// Reads the text of a `bureau.json`, strictly: a member that nobody defined is an error, not a wish unheard.
struct ManifestReader {
    /// The most a manifest may have, bytes.
    static let largest = 64 << 10

    let id: String
    let folder: String
    let path: String
    let allowExecutableOutside: Bool

    /// - Throws: `ManifestFault` with the code `tooLarge`, `notJSON`, `invalidMember`, `wrongFolder` or
    ///   `executableOutside`.
    func read(_ bytes: [UInt8]) throws(ManifestFault) -> BureauManifest {
        guard bytes.count <= Self.largest else {
            throw self.fault(.tooLarge, "清单超过 \(Self.largest) 字节", "the manifest has more than \(Self.largest) bytes")
        }
        let json: JSON
        do {
            json = try JSON(parsing: bytes, limits: JSONLimits(depth: 16, size: Self.largest))
        } catch {
            throw self.fault(.notJSON, "清单不是有效的 JSON：\(error)", "the manifest is not valid JSON: \(error)")
        }
        let root = try ManifestMember(name: "", value: json, reader: self).object()
        try root.allowOnly([
            "id", "name", "executable", "arguments", "protocol", "limits", "concurrency", "queues", "restart",
        ])
        let id = try root.member("id").string()
        guard id == self.id else {
            throw self.fault(
                .wrongFolder,
                "清单中的 id“\(id)”与文件夹名“\(self.id)”不一致",
                "the id '\(id)' is not the name of its folder, '\(self.id)'"
            )
        }
        let name = try root.member("name").object()
        try name.allowOnly(["zh", "en"])
        return BureauManifest(
            id: id,
            name: Bilingual(try name.member("zh").text(), try name.member("en").text()),
            folder: self.folder,
            executable: try self.executable(try root.member("executable")),
            arguments: try self.arguments(root),
            protocolVersions: try self.versions(root),
            limits: try self.limits(root),
            concurrency: try root.optional("concurrency")?.integer(1...1024) ?? 4,
            queues: try self.queues(root),
            restart: try self.restart(root)
        )
    }

    func fault(_ code: ManifestFault.Code, _ zh: String, _ en: String) -> ManifestFault {
        ManifestFault(code, bureau: self.id, path: self.path, Bilingual(zh, en))
    }

    private func executable(_ member: ManifestMember) throws(ManifestFault) -> String {
        let path = try member.argument()
        let components = path.split(separator: "/", omittingEmptySubsequences: false)
        let isInside = !components.contains { $0.isEmpty || $0 == "." || $0 == ".." }
        if isInside { return self.folder + "/" + path }
        guard path.hasPrefix("/"), self.allowExecutableOutside else {
            throw self.fault(
                .executableOutside,
                "executable“\(path)”不在插件文件夹之内",
                "executable '\(path)' is not inside the plugin's folder; give a path relative to it, without '..'"
            )
        }
        return path
    }

    private func arguments(_ root: ManifestObject) throws(ManifestFault) -> [String] {
        var arguments: [String] = []
        for member in try root.optional("arguments")?.array() ?? [] { arguments.append(try member.argument()) }
        return arguments
    }

    private func versions(_ root: ManifestObject) throws(ManifestFault) -> ClosedRange<Int> {
        guard let object = try root.optional("protocol")?.object() else { return 1...1 }
        try object.allowOnly(["minimum", "maximum"])
        let minimum = try object.member("minimum").integer(1...1_000)
        return minimum...(try object.member("maximum").integer(minimum...1_000))
    }

    private func limits(_ root: ManifestObject) throws(ManifestFault) -> ProcessLimits {
        guard let object = try root.optional("limits")?.object() else { return ProcessLimits() }
        try object.allowOnly(["memory", "files", "processes", "processorSeconds", "denyNetwork"])
        return ProcessLimits(
            memory: Int64(
                try object.optional("memory")?.integer((8 << 20)...(1 << 40)) ?? Int(ProcessLimits.standardMemory)
            ),
            files: try object.optional("files")?.integer(16...1_048_576) ?? ProcessLimits.standardFiles,
            processes: try object.optional("processes")?.integer(1...1_048_576),
            processorSeconds: try object.optional("processorSeconds")?.integer(1...31_536_000),
            denyNetwork: try object.optional("denyNetwork")?.boolean() ?? false
        )
    }

    private func queues(_ root: ManifestObject) throws(ManifestFault) -> [String: Int] {
        guard let object = try root.optional("queues")?.object() else { return [:] }
        var queues: [String: Int] = [:]
        for member in object.members { queues[member.key] = try member.integer(1...1024) }
        return queues
    }

    private func restart(_ root: ManifestObject) throws(ManifestFault) -> RestartPolicy {
        guard let object = try root.optional("restart")?.object() else { return RestartPolicy() }
        try object.allowOnly([
            "when", "shortestPauseMilliseconds", "longestPauseSeconds", "failures", "windowSeconds", "stableSeconds",
        ])
        var policy = RestartPolicy()
        if let when = try object.optional("when") {
            guard let occasion = RestartPolicy.Occasion(rawValue: try when.string()) else {
                throw when.fault("必须是 always、onFailure 或 never", "must be always, onFailure or never")
            }
            policy.occasion = occasion
        }
        if let value = try object.optional("shortestPauseMilliseconds") {
            policy.shortestPause = .milliseconds(try value.integer(10...600_000))
        }
        if let value = try object.optional("longestPauseSeconds") {
            policy.longestPause = .seconds(try value.integer(1...3_600))
        }
        if let value = try object.optional("failures") { policy.failures = try value.integer(1...1_000) }
        if let value = try object.optional("windowSeconds") { policy.window = .seconds(try value.integer(1...86_400)) }
        if let value = try object.optional("stableSeconds") { policy.stable = .seconds(try value.integer(1...86_400)) }
        return policy
    }
}
