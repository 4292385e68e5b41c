// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

/// Writes Swift types for an interface definition: a namespace with its types and methods, and an enum of its errors.
///
/// For `org.example.Queue` the file `QueueInterface.swift` holds
/// - `QueueInterface`, an enum without cases: the interface's name and text, a struct or enum for every type, and for
///   every method an enum that conforms to `VarlinkMethod`, with the structs `Input` and `Output`;
/// - `QueueFailure`, a `VarlinkFailure` with a case for every error, unless there is none.
///
/// `int` is `Int`, `float` `Double`, `object` and `any` `RawJSON`, `[string]()` `Set<String>`; an inline struct or enum
/// becomes a type named after its field, inside the type that has the field. Nullable fields are optionals that are
/// left out when `nil`. A method's input refuses fields that are not defined, its output ignores them, each with all
/// that is inside.
public struct SwiftGenerator {
    let interface: IDLInterface
    let text: String

    /// The last part of the interface's name, as types are called after it.
    let stem: String

    /// Names that a reference from inside another type could take for that type's own.
    let shadowed: Set<String>

    /// The file for an interface.
    ///
    /// - Parameter text: The definition; it is kept verbatim, to be told to whoever asks the service for it.
    public static func file(for text: String) throws(CodegenError) -> GeneratedFile {
        let interface: IDLInterface
        do throws(IDLParseError) {
            interface = try IDLInterface(parsing: text)
        } catch {
            throw .syntax(error)
        }
        let findings = IDLLinter.findings(in: text).filter { Self.forbidding.contains($0.rule) }
        guard findings.isEmpty else { throw .findings(findings) }
        let generator = SwiftGenerator(
            interface: interface,
            text: text,
            stem: SwiftName.stem(interface.lastNamePart),
            shadowed: interface.inlineTypeNames.union(["Input", "Output"])
        )
        return GeneratedFile(name: generator.namespace + ".swift", text: generator.file())
    }

    private static let forbidding: Set<IDLFinding.Rule> = [
        .carriageReturn, .undefinedName, .notAType, .duplicateMember, .duplicateField, .duplicateValue, .recursion,
    ]

    var namespace: String { self.stem + "Interface" }

    private func file() -> String {
        var code = CodeText()
        code.line("// SPDX-License-Identifier: Apache-2.0")
        code.line("// swift-format-ignore-file")
        code.line(
            "// Written by varlink-codegen from \(self.interface.name).varlink; change that, and generate this again."
        )
        code.line()
        code.line("import ByteJSON")
        code.line("import Varlink")
        code.line()
        self.writeNamespace(to: &code)
        if !self.interface.errors.isEmpty {
            code.line()
            self.writeFailure(to: &code)
        }
        return code.text
    }

    private func writeNamespace(to code: inout CodeText) {
        code.docs(self.interface.docs.isEmpty ? ["The interface `\(self.interface.name)`."] : self.interface.docs)
        code.block("public enum \(self.namespace)") { code in
            code.docs(["The name of the interface."])
            code.line("public static let name = \(SwiftName.quoted(self.interface.name))")
            code.line()
            self.writeDescription(to: &code)
            code.line()
            code.docs(["The interface, as a service offers it."])
            let methods = self.interface.methods.map { SwiftName.quoted($0.name) }
            code.line("public static var interface: VarlinkInterface {")
            code.indent { code in
                code.line("VarlinkInterface(")
                code.indent { code in
                    code.line("name: Self.name,")
                    code.line("description: Self.description,")
                    self.writeList("methods: [", methods, "]", to: &code)
                }
                code.line(")")
            }
            code.line("}")
            for member in self.interface.members {
                switch member {
                case .type(let type):
                    code.line()
                    switch type.definition {
                    case .structure(let structure):
                        self.write(structure, named: SwiftName.type(type.name), docs: type.docs, to: &code)
                    case .enumeration(let enumeration):
                        self.write(enumeration, named: SwiftName.type(type.name), docs: type.docs, to: &code)
                    }
                case .method(let method):
                    code.line()
                    self.write(method, to: &code)
                case .error:
                    break
                }
            }
        }
    }

    private func writeDescription(to code: inout CodeText) {
        var hashes = "#"
        while self.text.contains("\"\"\"" + hashes) || self.text.contains("\\" + hashes) { hashes += "#" }
        code.docs(["The text of the definition."])
        code.line("public static let description = \(hashes)\"\"\"")
        code.indent { code in
            for line in self.text.split(separator: "\n", omittingEmptySubsequences: false) {
                code.line(String(line))
            }
            code.line("\"\"\"" + hashes)
        }
    }

    /// Writes as many items a line as fit.
    private func writeList(_ head: String, _ items: [String], _ tail: String, to code: inout CodeText) {
        let line = head + items.joined(separator: ", ") + tail
        if line.utf8.count <= code.room {
            code.line(line)
            return
        }
        code.line(head)
        code.indent { code in
            var line = ""
            for item in items {
                if !line.isEmpty, line.utf8.count + item.utf8.count + 2 > code.room {
                    code.line(line)
                    line = ""
                }
                line += (line.isEmpty ? "" : " ") + item + ","
            }
            code.line(line)
        }
        code.line(tail)
    }

    private func write(_ method: IDLMethod, to code: inout CodeText) {
        code.docs(method.docs.isEmpty ? ["The method `\(self.interface.name).\(method.name)`."] : method.docs)
        let type = SwiftName.type(method.name)
        code.block("public enum \(type): VarlinkMethod") { code in
            code.line("public static let name = \(SwiftName.quoted(self.interface.name + "." + method.name))")
            code.line()
            self.write(
                method.input,
                named: "Input",
                docs: ["The input parameters of ``\(type)``."],
                refusesUnknown: true,
                to: &code
            )
            code.line()
            self.write(method.output, named: "Output", docs: ["The output parameters of ``\(type)``."], to: &code)
        }
    }
}

extension IDLInterface {
    /// The names of all types that are made for inline structs and enums.
    fileprivate var inlineTypeNames: Set<String> {
        var names: Set<String> = []
        for member in self.members {
            switch member {
            case .type(let type):
                if case .structure(let structure) = type.definition { names.formUnion(structure.inlineTypeNames) }
            case .method(let method):
                names.formUnion(method.input.inlineTypeNames)
                names.formUnion(method.output.inlineTypeNames)
            case .error(let error):
                names.formUnion(error.parameters.inlineTypeNames)
            }
        }
        return names
    }
}

extension IDLStruct {
    fileprivate var inlineTypeNames: Set<String> {
        var names: Set<String> = []
        for field in self.fields {
            guard let inline = field.type.inline else { continue }
            names.insert(SwiftName.type(field.name))
            if case .structure(let structure) = inline { names.formUnion(structure.inlineTypeNames) }
        }
        return names
    }
}
