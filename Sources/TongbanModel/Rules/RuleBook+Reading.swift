// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic

/// What is wrong with a rule file: every fault, with its place.
public struct RuleBookError: Error, Sendable, Hashable, CustomStringConvertible {
    public struct Fault: Sendable, Hashable {
        /// Such as `complaint.accept/versions[1]`.
        public var place: String
        public var message: Bilingual

        public init(place: String, message: Bilingual) {
            self.place = place
            self.message = message
        }
    }

    public var faults: [Fault]

    public init(faults: [Fault]) { self.faults = faults }

    public var message: Bilingual {
        Bilingual(
            self.faults.map { "\($0.place):\($0.message.zh)" }.joined(separator: ";"),
            self.faults.map { "\($0.place): \($0.message.en)" }.joined(separator: "; ")
        )
    }

    public var description: String { self.message.en }
}

extension RuleBook {
    /// The most a file may have, bytes.
    public static let largestFile = 1 << 20
    /// The most rules.
    public static let mostRules = 1_000
    /// The most versions of one rule.
    public static let mostVersions = 200

    /// Reads the text of a rule file, strictly.
    ///
    /// - Throws: ``RuleBookError`` with every fault.
    public init(text: String) throws(RuleBookError) {
        guard text.utf8.count <= Self.largestFile else {
            throw RuleBookError(faults: [
                .init(
                    place: "rules.json",
                    message: Bilingual(
                        "文件超过 \(Self.largestFile) 字节",
                        "the file has more than \(Self.largestFile) bytes"
                    )
                )
            ])
        }
        let json: JSON
        do {
            json = try JSON(parsing: text)
        } catch {
            throw RuleBookError(faults: [
                .init(place: "rules.json", message: Bilingual("不是 JSON:\(error)", "is no JSON: \(error)"))
            ])
        }
        try self.init(json: json)
    }

    /// Reads a rule file.
    ///
    /// - Throws: ``RuleBookError`` with every fault.
    public init(json: JSON) throws(RuleBookError) {
        var reader = RuleBookReader()
        let book = reader.book(json)
        guard reader.faults.isEmpty else { throw RuleBookError(faults: reader.faults) }
        self = book
    }
}

/// Collects what is wrong while it reads.
private struct RuleBookReader {
    var faults: [RuleBookError.Fault] = []

    private mutating func fault(_ place: String, _ zh: String, _ en: String) {
        self.faults.append(.init(place: place, message: Bilingual(zh, en)))
    }

    private mutating func allowOnly(_ names: Set<String>, in object: JSONObject, _ place: String) {
        for name in object.names where !names.contains(name) {
            self.fault(
                place,
                "不认识的成员 \(name);可用:\(names.sorted().joined(separator: "、"))",
                "unknown member \(name); known are \(names.sorted().joined(separator: ", "))"
            )
        }
    }

    mutating func book(_ json: JSON) -> RuleBook {
        guard let object = json.objectValue else {
            self.fault("rules.json", "须为对象", "must be an object")
            return RuleBook(bureau: "")
        }
        self.allowOnly(["bureau", "rules", "tables"], in: object, "rules.json")
        let bureau = object["bureau"]?.stringValue ?? ""
        if bureau.isEmpty { self.fault("bureau", "缺少部门代号", "the bureau is missing") }
        let list = object["rules"]?.arrayValue ?? []
        if let rules = object["rules"], rules.arrayValue == nil { self.fault("rules", "须为数组", "must be an array") }
        if list.count > RuleBook.mostRules {
            self.fault("rules", "规则超过 \(RuleBook.mostRules) 条", "more than \(RuleBook.mostRules) rules")
        }
        var rules: [RuleDeclaration] = []
        for (index, element) in list.prefix(RuleBook.mostRules).enumerated() {
            if let rule = self.rule(element, "rules[\(index)]") { rules.append(rule) }
        }
        self.checkNames(rules.map(\.id))
        var tables: [DecisionTable] = []
        if let value = object["tables"], value.arrayValue == nil { self.fault("tables", "须为数组", "must be an array") }
        for (index, element) in (object["tables"]?.arrayValue ?? []).enumerated() {
            do {
                tables.append(try element.decoded(as: DecisionTable.self))
            } catch {
                self.fault("tables[\(index)]", "决策表无法读取:\(error)", "the decision table cannot be read: \(error)")
            }
        }
        return RuleBook(bureau: bureau, rules: rules, tables: tables)
    }

    private mutating func checkNames(_ ids: [String]) {
        let known = Set(ids)
        if known.count < ids.count {
            for id in known.sorted() where ids.count(where: { $0 == id }) > 1 {
                self.fault(id, "规则重复", "this rule is there twice")
            }
        }
        for id in known.sorted() where known.contains(where: { $0.hasPrefix(id + ".") }) {
            self.fault(id, "是其他规则名的开头", "is the beginning of another rule's name")
        }
    }

    private mutating func rule(_ json: JSON, _ place: String) -> RuleDeclaration? {
        guard let object = json.objectValue else {
            self.fault(place, "须为对象", "must be an object")
            return nil
        }
        guard let id = object["id"]?.stringValue, Self.isName(id) else {
            self.fault(
                place,
                "id 须为小写字母开头、以点分隔的词,如 complaint.accept",
                "id must be words joined by dots, such as complaint.accept"
            )
            return nil
        }
        self.allowOnly(["id", "kind", "name", "versions"], in: object, id)
        guard let kind = object["kind"]?.stringValue.flatMap(RuleDeclaration.Kind.init(rawValue:)) else {
            let kinds = RuleDeclaration.Kind.allCases.map(\.rawValue)
            self.fault(
                id,
                "kind 须为 \(kinds.joined(separator: "、")) 之一",
                "kind must be one of \(kinds.joined(separator: ", "))"
            )
            return nil
        }
        guard let zh = object["name"]?["zh"]?.stringValue, let en = object["name"]?["en"]?.stringValue, !zh.isEmpty,
            !en.isEmpty
        else {
            self.fault(id, "name 须有 zh 与 en", "name must have zh and en")
            return nil
        }
        let list = object["versions"]?.arrayValue ?? []
        guard (1...RuleBook.mostVersions).contains(list.count) else {
            self.fault(
                id,
                "versions 须有 1 至 \(RuleBook.mostVersions) 项",
                "versions must have 1 to \(RuleBook.mostVersions) elements"
            )
            return nil
        }
        var versions: [RuleDeclaration.Version] = []
        for (index, element) in list.enumerated() {
            if let version = self.version(element, kind, "\(id)/versions[\(index)]") { versions.append(version) }
        }
        for (earlier, later) in zip(versions, versions.dropFirst()) where earlier.effectiveFrom >= later.effectiveFrom {
            self.fault(
                id,
                "\(later.effectiveFrom) 须晚于 \(earlier.effectiveFrom)",
                "\(later.effectiveFrom) must come after \(earlier.effectiveFrom)"
            )
        }
        return RuleDeclaration(id: id, kind: kind, name: Bilingual(zh, en), versions: versions)
    }

    private mutating func version(
        _ json: JSON,
        _ kind: RuleDeclaration.Kind,
        _ place: String
    ) -> RuleDeclaration.Version? {
        guard let object = json.objectValue else {
            self.fault(place, "须为对象", "must be an object")
            return nil
        }
        self.allowOnly(["effective_from", "value", "source"], in: object, place)
        guard let day = object["effective_from"]?.stringValue.flatMap({ CivilDay($0) }) else {
            self.fault(place, "effective_from 须为日期,如 2022-07-01", "effective_from must be a day such as 2022-07-01")
            return nil
        }
        guard let source = object["source"]?.stringValue, !source.isEmpty else {
            self.fault(place, "source 须写明依据", "source must name what sets it")
            return nil
        }
        guard let value = object["value"], kind.takes(value) else {
            self.fault(place, "value 须为\(kind.name.zh)", "value must be \(kind.name.en)")
            return nil
        }
        return RuleDeclaration.Version(effectiveFrom: day, value: value, source: source)
    }

    /// Words of letters, digits and underscores, a small letter first, joined by dots; 64 bytes at most.
    private static func isName(_ id: String) -> Bool {
        guard (1...64).contains(id.utf8.count) else { return false }
        return id.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            guard let first = word.utf8.first, (0x61...0x7A).contains(first) else { return false }
            return word.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
            }
        }
    }
}
