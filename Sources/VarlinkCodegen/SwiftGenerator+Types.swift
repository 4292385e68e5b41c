// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

extension SwiftGenerator {
    /// The Swift type of a field called `field`.
    ///
    /// - Parameter owner: Where an inline type is to be found, with a dot; nothing inside the type that has the field.
    func type(_ type: IDLType, field: String, owner: String = "") -> String {
        switch type {
        case .bool: "Bool"
        case .int: "Int"
        case .float: "Double"
        case .string: "String"
        case .object, .any: "RawJSON"
        case .named(let name): self.reference(name)
        case .structure, .enumeration: owner + SwiftName.type(field)
        case .array(let element): "[\(self.type(element, field: field, owner: owner))]"
        case .map where type.isStringSet: "Set<String>"
        case .map(let element): "[String: \(self.type(element, field: field, owner: owner))]"
        case .nullable(let element): self.type(element, field: field, owner: owner) + "?"
        }
    }

    private func reference(_ name: String) -> String {
        let type = SwiftName.type(name)
        return self.shadowed.contains(type) ? "\(self.namespace).\(type)" : type
    }

    func write(_ enumeration: IDLEnum, named name: String, docs: [String], to code: inout CodeText) {
        code.docs(docs)
        code.block("public enum \(name): String, Sendable, Hashable, CaseIterable, JSONReadable, JSONWritable") {
            code in
            for (index, value) in enumeration.values.enumerated() {
                if !value.docs.isEmpty, index > 0 { code.line() }
                code.docs(value.docs)
                let name = SwiftName.member(value.name)
                let rawValue = name.hasSuffix("_") ? " = " + SwiftName.quoted(value.name) : ""
                code.line("case " + name + rawValue)
            }
        }
    }

    /// Writes a struct with its inline types.
    ///
    /// - Parameter refusesUnknown: Whether fields that are not defined are an error, here and in all that is inside,
    ///   rather than as whoever lends the reader wants it.
    func write(
        _ structure: IDLStruct,
        named name: String,
        docs: [String],
        refusesUnknown: Bool = false,
        to code: inout CodeText
    ) {
        code.docs(docs)
        code.block("public struct \(name): Sendable, Hashable, JSONReadable, JSONWritable") { code in
            for field in structure.fields {
                switch field.type.inline {
                case .structure(let inline):
                    self.write(inline, named: SwiftName.type(field.name), docs: [], to: &code)
                    code.line()
                case .enumeration(let inline):
                    self.write(inline, named: SwiftName.type(field.name), docs: [], to: &code)
                    code.line()
                default:
                    break
                }
            }
            for field in structure.fields {
                if !field.docs.isEmpty, field != structure.fields.first { code.line() }
                code.docs(field.docs)
                code.line("public var \(SwiftName.member(field.name)): \(self.type(field.type, field: field.name))")
            }
            if !structure.fields.isEmpty { code.line() }
            self.writeMemberwiseInitializer(structure.fields, to: &code)
            code.line()
            self.writeReader(structure.fields, refusesUnknown: refusesUnknown, to: &code)
            code.line()
            self.writeWriter(structure.fields, to: &code)
        }
    }

    private func writeMemberwiseInitializer(_ fields: [IDLField], to code: inout CodeText) {
        if fields.isEmpty {
            code.line("public init() {}")
            return
        }
        let parameters = fields.map { field in
            let type = self.type(field.type, field: field.name)
            return "\(SwiftName.member(field.name)): \(type)" + (field.type.isNullable ? " = nil" : "")
        }
        code.call("public init", parameters, " {")
        code.indent { code in
            for field in fields {
                let name = SwiftName.member(field.name)
                code.line("self.\(name) = \(name)")
            }
        }
        code.line("}")
    }

    private func writeReader(_ fields: [IDLField], refusesUnknown: Bool, to code: inout CodeText) {
        code.block("public init(from reader: inout JSONReader) throws(JSONError)") { code in
            if refusesUnknown {
                code.line("let unknownMembers = reader.unknownMembers")
                code.line("reader.unknownMembers = .refused")
                code.line("defer { reader.unknownMembers = unknownMembers }")
            }
            for field in fields {
                var type = field.type
                if case .nullable(let element) = type { type = element }
                code.line("var \(Self.local(field.name)): \(self.type(type, field: field.name))?")
            }
            code.line("try reader.beginObject()")
            code.block("while try reader.nextMember()") { code in
                for (index, field) in fields.enumerated() {
                    let test = "if reader.isMember(\(SwiftName.quoted(field.name))) {"
                    code.line(index == 0 ? test : "} else " + test)
                    let method = field.type.isNullable ? "readNullableMember" : "readMember"
                    code.indent { $0.line("try reader.\(method)(into: &\(Self.local(field.name)))") }
                }
                if fields.isEmpty {
                    code.line("try reader.readUnknownMember()")
                } else {
                    code.line("} else {")
                    code.indent { $0.line("try reader.readUnknownMember()") }
                    code.line("}")
                }
            }
            for field in fields {
                let local = Self.local(field.name)
                let name = SwiftName.member(field.name)
                if field.type.isNullable {
                    code.line("self.\(name) = \(local)")
                } else {
                    code.line("self.\(name) = try reader.required(\(local), \(SwiftName.quoted(field.name)))")
                }
            }
        }
    }

    /// What the value of a field is called while it is being read.
    private static func local(_ field: String) -> String {
        ["reader", "unknownMembers"].contains(field) ? field + "_" : SwiftName.member(field)
    }

    private func writeWriter(_ fields: [IDLField], to code: inout CodeText) {
        code.block("public func write(to writer: inout JSONWriter)") { code in
            code.line("writer.beginObject()")
            for field in fields {
                let label = field.type.isNullable ? "ifPresent: " : ""
                let name = SwiftName.member(field.name)
                code.line("writer.member(\(SwiftName.quoted(field.name)), \(label)self.\(name))")
            }
            code.line("writer.endObject()")
        }
    }
}
