// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import Glibc

/// The plugins found in the plugins directories, and what was wrong with the rest: one bad folder hides none.
public struct BureauCatalog: Sendable, Hashable {
    /// Ordered by id.
    public private(set) var manifests: [BureauManifest] = []
    /// Ordered by bureau.
    public private(set) var faults: [ManifestFault] = []
    /// Where it was looked, in this order; of two plugins of one id the first found counts.
    public let directories: [String]

    /// Looks through the directories now.
    /// - Parameter directories: Absolute paths; every folder in them whose name does not begin with a dot should be a
    ///   plugin. Files are passed over.
    /// - Parameter allowExecutableOutside: Whether a manifest may name its executable by an absolute path.
    public init(discoveringIn directories: [String], allowExecutableOutside: Bool = false) {
        self.init(
            discoveringIn: directories,
            allowExecutableOutside: allowExecutableOutside,
            trust: .ofThisProcess()
        )
    }

    init(discoveringIn directories: [String], allowExecutableOutside: Bool, trust: FileTrust) {
        self.directories = directories
        var seen: [String: String] = [:]
        for directory in directories {
            let names: [String]
            do {
                names = try Self.folders(in: directory)
            } catch {
                self.faults.append(error)
                continue
            }
            for name in names {
                let folder = directory + "/" + name
                if let first = seen[name] {
                    self.faults.append(Self.shadowed(name, folder, by: first))
                    continue
                }
                seen[name] = folder
                do {
                    self.manifests.append(
                        try Self.read(
                            name,
                            in: directory,
                            allowExecutableOutside: allowExecutableOutside,
                            trust: trust
                        )
                    )
                } catch {
                    self.faults.append(error)
                }
            }
        }
        self.manifests.sort { $0.id < $1.id }
        self.faults.sort { ($0.bureau, $0.path) < ($1.bureau, $1.path) }
    }

    /// The same catalog, with these plugins too: those whose folders cannot be used at the moment and that go on as they
    /// were read before.
    public func keeping(_ manifests: [BureauManifest]) -> BureauCatalog {
        var catalog = self
        let known = Set(self.manifests.map(\.id))
        catalog.manifests += manifests.filter { !known.contains($0.id) }
        catalog.manifests.sort { $0.id < $1.id }
        return catalog
    }

    /// The plugin with this id.
    /// - Throws: Its own fault if it has one, else `unknownBureau`, which says where it was looked and what is there.
    public func manifest(of id: String) throws(ManifestFault) -> BureauManifest {
        if let manifest = self.manifests.first(where: { $0.id == id }) { return manifest }
        if let fault = self.faults.first(where: { $0.bureau == id }) { throw fault }
        let places = self.directories.joined(separator: ", ")
        let known = self.manifests.map(\.id).joined(separator: ", ")
        throw ManifestFault(
            .unknownBureau,
            bureau: id,
            path: places,
            Bilingual(
                "没有找到插件“\(id)”；查找了 \(places)，其中有：\(known.isEmpty ? "（无）" : known)",
                "no plugin '\(id)': looked in \(places), which has \(known.isEmpty ? "none" : known)"
            )
        )
    }

    private static func shadowed(_ name: String, _ folder: String, by first: String) -> ManifestFault {
        ManifestFault(
            .wrongFolder,
            bureau: name,
            path: folder,
            Bilingual("已由 \(first) 取代，未使用", "is not used: \(first) comes first")
        )
    }

    private static func folders(in directory: String) throws(ManifestFault) -> [String] {
        guard let handle = opendir(directory) else {
            let reason = String(cString: strerror(errno))
            throw ManifestFault(
                .unreadable,
                bureau: "*",
                path: directory,
                Bilingual("无法读取插件目录：\(reason)", "the plugins directory cannot be read: \(reason)")
            )
        }
        defer { closedir(handle) }
        var names: [String] = []
        while let entry = readdir(handle) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var status = stat()
            guard !name.hasPrefix("."), stat(directory + "/" + name, &status) == 0, status.st_mode & S_IFMT == S_IFDIR
            else { continue }
            names.append(name)
        }
        return names.sorted()
    }

    private static func read(
        _ id: String,
        in directory: String,
        allowExecutableOutside: Bool,
        trust: FileTrust
    ) throws(ManifestFault) -> BureauManifest {
        let folder = directory + "/" + id
        let path = folder + "/bureau.json"
        func fault(_ code: ManifestFault.Code, _ path: String, _ zh: String, _ en: String) -> ManifestFault {
            ManifestFault(code, bureau: id, path: path, Bilingual(zh, en))
        }
        guard BureauManifest.isValid(id: id) else {
            throw fault(
                .invalidMember,
                folder,
                "文件夹名“\(id)”不能作为部门代号：须为小写字母、数字、连字符，字母开头，至多 32 位",
                "'\(id)' cannot be a bureau's id: lower-case letters, digits and inner hyphens, a letter first, at most 32"
            )
        }
        guard access(path, F_OK) == 0 else {
            throw fault(.noManifest, path, "文件夹中没有 bureau.json", "the folder has no bureau.json")
        }
        for trusted in [directory, folder, path] {
            if let objection = trust.objection(to: trusted) {
                throw ManifestFault(.untrusted, bureau: id, path: trusted, objection)
            }
        }
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path, limit: ManifestReader.largest + 1)
        } catch {
            throw fault(.unreadable, path, "无法读取：\(error.reason)", "cannot be read: \(error.reason)")
        }
        var manifest = try ManifestReader(
            id: id,
            folder: folder,
            path: path,
            allowExecutableOutside: allowExecutableOutside
        ).read(bytes)
        manifest.executableStamp = try Self.check(manifest, trust: trust)
        manifest.rules = try Self.rules(of: manifest, trust: trust)
        return manifest
    }

    /// The most a rule file may have, bytes.
    private static let largestRuleFile = 1 << 20

    private static func rules(of manifest: BureauManifest, trust: FileTrust) throws(ManifestFault) -> JSON? {
        let path = manifest.folder + "/rules.json"
        guard access(path, F_OK) == 0 else { return nil }
        func fault(_ code: ManifestFault.Code, _ zh: String, _ en: String) -> ManifestFault {
            ManifestFault(code, bureau: manifest.id, path: path, Bilingual(zh, en))
        }
        if let objection = trust.objection(to: path) {
            throw ManifestFault(.untrusted, bureau: manifest.id, path: path, objection)
        }
        let bytes: [UInt8]
        do {
            bytes = try SmallFile.read(path, limit: Self.largestRuleFile + 1)
        } catch {
            throw fault(.unreadable, "无法读取：\(error.reason)", "cannot be read: \(error.reason)")
        }
        guard bytes.count <= Self.largestRuleFile else {
            throw fault(
                .tooLarge,
                "规则文件超过 \(Self.largestRuleFile) 字节",
                "the rule file has more than \(Self.largestRuleFile) bytes"
            )
        }
        do {
            return try RawJSON(validating: bytes).parsed()
        } catch {
            throw fault(.notJSON, "规则文件不是 JSON：\(error)", "the rule file is no JSON: \(error)")
        }
    }

    /// - Returns: what tells the executable from another of the same name.
    private static func check(_ manifest: BureauManifest, trust: FileTrust) throws(ManifestFault) -> String {
        let path = manifest.executable
        func fault(_ code: ManifestFault.Code, _ zh: String, _ en: String) -> ManifestFault {
            ManifestFault(code, bureau: manifest.id, path: path, Bilingual(zh, en))
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            let reason = String(cString: strerror(errno))
            throw fault(
                .executableMissing,
                "找不到可执行文件：\(reason)",
                "the executable is not there: \(reason)"
            )
        }
        guard status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0 else {
            throw fault(.notExecutable, "不是可执行的文件；请 chmod +x", "is no file that can be executed; use chmod +x")
        }
        // The folders between the plugin's and the file, and the file.
        var trusted = [path]
        while let slash = trusted[0].lastIndex(of: "/"), slash != trusted[0].startIndex {
            let parent = String(trusted[0][..<slash])
            if parent == manifest.folder { break }
            trusted.insert(parent, at: 0)
        }
        for part in trusted {
            if let objection = trust.objection(to: part) {
                throw ManifestFault(.untrusted, bureau: manifest.id, path: part, objection)
            }
        }
        return "\(status.st_dev):\(status.st_ino):\(status.st_size):\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }
}
