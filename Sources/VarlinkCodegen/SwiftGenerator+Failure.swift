// SPDX-License-Identifier: Apache-2.0

import VarlinkIDL

extension SwiftGenerator {
    /// Writes the enum of the interface's errors, and for each error with parameters the struct they are read into.
    func writeFailure(to code: inout CodeText) {
        code.docs(["The errors of `\(self.interface.name)`."])
        code.block("public enum \(self.stem)Failure: VarlinkFailure, Hashable") { code in
            for (index, error) in self.interface.errors.enumerated() {
                if !error.docs.isEmpty, index > 0 { code.line() }
                code.docs(error.docs)
                code.line("case \(SwiftName.errorCase(error.name))\(self.payload(of: error))")
            }
            code.line()
            self.writeName(to: &code)
            code.line()
            self.writeParameters(to: &code)
            code.line()
            self.writeInitializer(to: &code)
            for error in self.interface.errors where !error.parameters.fields.isEmpty {
                code.line()
                let docs = ["The parameters of ``\(SwiftName.errorCase(error.name))``."]
                self.inFailure.write(error.parameters, named: SwiftName.type(error.name), docs: docs, to: &code)
            }
        }
    }

    /// A generator that names every type of the interface in full, as is needed outside its namespace.
    private var inFailure: SwiftGenerator {
        let names = Set(self.interface.types.map { SwiftName.type($0.name) })
        return SwiftGenerator(interface: self.interface, text: self.text, stem: self.stem, shadowed: names)
    }

    private func payload(of error: IDLError) -> String {
        guard !error.parameters.fields.isEmpty else { return "" }
        let values = error.parameters.fields.map { field in
            // An inline type is that of the struct the parameters are read into.
            let owner = SwiftName.type(error.name) + "."
            let type = self.inFailure.type(field.type, field: field.name, owner: owner)
            return "\(SwiftName.member(field.name)): \(type)" + (field.type.isNullable ? " = nil" : "")
        }
        return "(" + values.joined(separator: ", ") + ")"
    }

    private func writeName(to code: inout CodeText) {
        code.block("public var errorName: String") { code in
            code.line("switch self {")
            for error in self.interface.errors {
                let name = SwiftName.quoted(self.interface.name + "." + error.name)
                code.line("case .\(SwiftName.errorCase(error.name)): \(name)")
            }
            code.line("}")
        }
    }

    private func writeParameters(to code: inout CodeText) {
        code.block("public var errorParameters: RawJSON") { code in
            code.line("switch self {")
            for error in self.interface.errors {
                let fields = error.parameters.fields
                if fields.isEmpty {
                    code.line("case .\(SwiftName.errorCase(error.name)): .emptyObject")
                    continue
                }
                let names = fields.map { "let \(SwiftName.member($0.name))" }
                code.call("case .\(SwiftName.errorCase(error.name))", names, ":")
                code.indent { code in
                    let arguments = fields.map { "\(SwiftName.member($0.name)): \(SwiftName.member($0.name))" }
                    code.call("RawJSON(encoding: \(SwiftName.type(error.name))", arguments, ")")
                }
            }
            code.line("}")
        }
    }

    private func writeInitializer(to code: inout CodeText) {
        code.block("public init?(errorName: String, errorParameters: RawJSON)") { code in
            code.line("switch errorName {")
            for error in self.interface.errors {
                code.line("case \(SwiftName.quoted(self.interface.name + "." + error.name)):")
                code.indent { code in
                    let name = SwiftName.errorCase(error.name)
                    if error.parameters.fields.isEmpty {
                        code.line("self = .\(name)")
                        return
                    }
                    let type = SwiftName.type(error.name)
                    code.line("guard let parameters = try? \(type)(parsing: errorParameters.bytes) else { return nil }")
                    let arguments = error.parameters.fields.map { field in
                        "\(SwiftName.member(field.name)): parameters.\(SwiftName.member(field.name))"
                    }
                    code.call("self = .\(name)", arguments, "")
                }
            }
            code.line("default:")
            code.indent { $0.line("return nil") }
            code.line("}")
        }
    }
}
