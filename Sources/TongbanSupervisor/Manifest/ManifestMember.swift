// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// One value of a manifest with its path in it, so that what is wrong can be said exactly.
struct ManifestMember {
    /// Seen from the outermost object: `limits.memory`.
    let name: String
    let value: JSON
    let reader: ManifestReader

    /// The name in its own object: `memory`, or a queue's `market.default`.
    var key = ""

    func fault(_ zh: String, _ en: String) -> ManifestFault {
        let name = self.name.isEmpty ? "bureau.json" : self.name
        return self.reader.fault(.invalidMember, "\(name) \(zh)", "\(name) \(en)")
    }

    func string() throws(ManifestFault) -> String {
        guard case .string(let text) = self.value else { throw self.fault("必须是字符串", "must be a string") }
        return text
    }

    /// A text people read: not empty, at most 200 characters, without control characters.
    func text() throws(ManifestFault) -> String {
        let text = try self.string()
        guard (1...200).contains(text.count),
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw self.fault("必须为 1 至 200 个可见字符", "must have 1 to 200 visible characters") }
        return text
    }

    /// A word of a command line: not empty, at most 4096 bytes, without NUL.
    func argument() throws(ManifestFault) -> String {
        let text = try self.string()
        guard (1...4096).contains(text.utf8.count), !text.utf8.contains(0) else {
            throw self.fault("必须为 1 至 4096 字节且不含 NUL", "must have 1 to 4096 bytes, none of them NUL")
        }
        return text
    }

    func integer(_ range: ClosedRange<Int>) throws(ManifestFault) -> Int {
        guard case .integer(let number) = self.value, let value = Int(exactly: number), range.contains(value) else {
            throw self.fault(
                "必须是 \(range.lowerBound) 至 \(range.upperBound) 的整数",
                "must be a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return value
    }

    func boolean() throws(ManifestFault) -> Bool {
        guard case .bool(let value) = self.value else { throw self.fault("必须是 true 或 false", "must be true or false") }
        return value
    }

    func array() throws(ManifestFault) -> [ManifestMember] {
        guard case .array(let values) = self.value, values.count <= 256 else {
            throw self.fault("必须是至多 256 项的数组", "must be an array of at most 256 elements")
        }
        return values.enumerated().map { index, value in
            ManifestMember(name: "\(self.name)[\(index)]", value: value, reader: self.reader)
        }
    }

    func object() throws(ManifestFault) -> ManifestObject {
        guard case .object(let object) = self.value else { throw self.fault("必须是对象", "must be an object") }
        let prefix = self.name.isEmpty ? "" : self.name + "."
        return ManifestObject(
            owner: self,
            members: object.members.map {
                ManifestMember(name: prefix + $0.name, value: $0.value, reader: self.reader, key: $0.name)
            }
        )
    }
}

/// The members of an object of a manifest.
struct ManifestObject {
    let owner: ManifestMember
    let members: [ManifestMember]

    private func path(_ name: String) -> String { self.owner.name.isEmpty ? name : self.owner.name + "." + name }

    func optional(_ name: String) throws(ManifestFault) -> ManifestMember? {
        let path = self.path(name)
        return self.members.first { $0.name == path }
    }

    func member(_ name: String) throws(ManifestFault) -> ManifestMember {
        if let member = try self.optional(name) { return member }
        throw self.owner.reader.fault(
            .invalidMember,
            "缺少 \(self.path(name))",
            "\(self.path(name)) is missing"
        )
    }

    func allowOnly(_ names: Set<String>) throws(ManifestFault) {
        let paths = Set(names.map(self.path))
        if let stranger = self.members.first(where: { !paths.contains($0.name) }) {
            throw stranger.fault(
                "不是已知的成员；可用：\(names.sorted().joined(separator: "、"))",
                "is not a known member; known are \(names.sorted().joined(separator: ", "))"
            )
        }
    }
}
