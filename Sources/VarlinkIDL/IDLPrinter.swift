// SPDX-License-Identifier: Apache-2.0

extension IDLInterface {
    /// The definition in one canonical form: members set apart by empty lines, a named type's fields each on a line of
    /// its own, everything else on one line where it fits and has no documentation inside.
    public var text: String {
        var printer = IDLPrinter()
        printer.print(self)
        return printer.text
    }
}

extension IDLType {
    /// The type as it is written, on one line and without documentation.
    public var text: String { IDLPrinter.inline(self) }
}

struct IDLPrinter {
    private static let width = 120
    private(set) var text = ""

    mutating func print(_ interface: IDLInterface) {
        self.print(docs: interface.docs, indentation: "")
        self.text += "interface \(interface.name)\n"
        for member in interface.members {
            self.text += "\n"
            self.print(docs: member.docs, indentation: "")
            switch member {
            case .type(let type):
                self.text += "type \(type.name) "
                switch type.definition {
                case .structure(let structure):
                    self.printLines(structure.fields, indentation: "")
                case .enumeration(let enumeration):
                    self.print(enumeration, indentation: "", room: Self.width - self.column)
                }
            case .method(let method):
                let line = "method \(method.name)\(Self.inline(method.input)) -> \(Self.inline(method.output))"
                if line.utf8.count <= Self.width, !method.input.hasDocs, !method.output.hasDocs {
                    self.text += line
                } else {
                    self.text += "method \(method.name)"
                    self.print(method.input, indentation: "", room: Self.width - self.column)
                    self.text += " -> "
                    self.print(method.output, indentation: "", room: Self.width - self.column)
                }
            case .error(let error):
                self.text += "error \(error.name) "
                self.print(error.parameters, indentation: "", room: Self.width - self.column)
            }
            self.text += "\n"
        }
    }

    private var column: Int {
        self.text.utf8.count
            - (self.text.utf8.lastIndex(of: UInt8(ascii: "\n")).map { index in
                self.text.utf8.distance(from: self.text.startIndex, to: index) + 1
            } ?? 0)
    }

    private mutating func print(docs: [String], indentation: String) {
        for line in docs {
            self.text += indentation + (line.isEmpty ? "#" : "# " + line) + "\n"
        }
    }

    private mutating func print(_ structure: IDLStruct, indentation: String, room: Int) {
        let line = Self.inline(structure)
        if !structure.hasDocs, line.utf8.count <= room {
            self.text += line
        } else {
            self.printLines(structure.fields, indentation: indentation)
        }
    }

    private mutating func printLines(_ fields: [IDLField], indentation: String) {
        guard !fields.isEmpty else {
            self.text += "()"
            return
        }
        let inner = indentation + "  "
        self.text += "(\n"
        for (index, field) in fields.enumerated() {
            self.print(docs: field.docs, indentation: inner)
            self.text += inner + field.name + ": "
            self.print(field.type, indentation: inner)
            self.text += index == fields.count - 1 ? "\n" : ",\n"
        }
        self.text += indentation + ")"
    }

    private mutating func print(_ enumeration: IDLEnum, indentation: String, room: Int) {
        let line = Self.inline(enumeration)
        if !enumeration.hasDocs, line.utf8.count <= room {
            self.text += line
            return
        }
        let inner = indentation + "  "
        self.text += "(\n"
        for (index, value) in enumeration.values.enumerated() {
            self.print(docs: value.docs, indentation: inner)
            self.text += inner + value.name + (index == enumeration.values.count - 1 ? "\n" : ",\n")
        }
        self.text += indentation + ")"
    }

    private mutating func print(_ type: IDLType, indentation: String) {
        switch type {
        case .structure(let structure):
            self.print(structure, indentation: indentation, room: Self.width - self.column - 1)
        case .enumeration(let enumeration):
            self.print(enumeration, indentation: indentation, room: Self.width - self.column - 1)
        case .array(let element):
            self.text += "[]"
            self.print(element, indentation: indentation)
        case .map(let element):
            self.text += "[string]"
            self.print(element, indentation: indentation)
        case .nullable(let element):
            self.text += "?"
            self.print(element, indentation: indentation)
        default:
            self.text += Self.inline(type)
        }
    }

    // MARK: On one line

    static func inline(_ type: IDLType) -> String {
        switch type {
        case .bool: "bool"
        case .int: "int"
        case .float: "float"
        case .string: "string"
        case .object: "object"
        case .any: "any"
        case .named(let name): name
        case .structure(let structure): self.inline(structure)
        case .enumeration(let enumeration): self.inline(enumeration)
        case .array(let element): "[]" + self.inline(element)
        case .map(let element): "[string]" + self.inline(element)
        case .nullable(let element): "?" + self.inline(element)
        }
    }

    private static func inline(_ structure: IDLStruct) -> String {
        "(" + structure.fields.map { "\($0.name): \(self.inline($0.type))" }.joined(separator: ", ") + ")"
    }

    private static func inline(_ enumeration: IDLEnum) -> String {
        "(" + enumeration.values.map(\.name).joined(separator: ", ") + ")"
    }
}

extension IDLStruct {
    fileprivate var hasDocs: Bool {
        self.fields.contains { !$0.docs.isEmpty || $0.type.hasDocs }
    }
}

extension IDLEnum {
    fileprivate var hasDocs: Bool {
        self.values.contains { !$0.docs.isEmpty }
    }
}

extension IDLType {
    fileprivate var hasDocs: Bool {
        switch self {
        case .structure(let structure): structure.hasDocs
        case .enumeration(let enumeration): enumeration.hasDocs
        case .array(let element), .map(let element), .nullable(let element): element.hasDocs
        default: false
        }
    }
}
