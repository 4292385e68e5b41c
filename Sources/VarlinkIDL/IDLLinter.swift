// SPDX-License-Identifier: Apache-2.0

/// Finds in an interface definition what the grammar does not forbid, or what clients in the field cannot read.
public struct IDLLinter {
    private var findings: [IDLFinding] = []

    /// Everything found in a text, in the order of the text but for what concerns it as a whole.
    public static func findings(in text: String) -> [IDLFinding] {
        var linter = IDLLinter()
        for (index, line) in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        where line.contains(0x0D) {
            linter.report(.carriageReturn, "line \(index + 1)", "has a carriage return; lines must end in LF alone")
            break
        }
        do throws(IDLParseError) {
            linter.check(try IDLInterface(parsing: text))
        } catch {
            let message = "expected \(error.expected), found \(error.found)"
            linter.report(.syntax, "line \(error.line), column \(error.column)", message)
        }
        return linter.findings
    }

    private mutating func report(_ rule: IDLFinding.Rule, _ place: String, _ message: String) {
        self.findings.append(IDLFinding(rule, place: place, message: message))
    }

    private mutating func check(_ interface: IDLInterface) {
        let firstPart = interface.name.split(separator: ".").first ?? ""
        if !firstPart.utf8.allSatisfy(IDLName.isLetter) {
            self.report(.firstNamePart, interface.name, "the first part of the name should be letters only")
        }
        let types = Set(interface.types.map(\.name))
        var seen: Set<String> = []
        for member in interface.members {
            if !seen.insert(member.name).inserted {
                self.report(
                    .duplicateMember,
                    member.name,
                    "is defined twice; types, methods and errors share their names"
                )
            }
            var checker = TypeChecker(types: types, members: Set(interface.members.map(\.name)))
            checker.check(member)
            self.findings += checker.findings
        }
        self.checkRecursion(interface)
    }

    // MARK: Recursion

    private mutating func checkRecursion(_ interface: IDLInterface) {
        var parts: [String: Set<String>] = [:]
        for type in interface.types {
            guard case .structure(let structure) = type.definition else { continue }
            parts[type.name, default: []].formUnion(structure.fields.flatMap { Self.parts(of: $0.type) })
        }
        for type in interface.types {
            var reached: Set<String> = []
            var waiting = parts[type.name] ?? []
            while let name = waiting.popFirst() {
                if reached.insert(name).inserted { waiting.formUnion(parts[name] ?? []) }
            }
            if reached.contains(type.name) {
                self.report(.recursion, type.name, "contains itself; only an array or a map may lead back to it")
            }
        }
    }

    /// The named types that a value of a type holds directly.
    private static func parts(of type: IDLType) -> [String] {
        switch type {
        case .named(let name): [name]
        case .structure(let structure): structure.fields.flatMap { self.parts(of: $0.type) }
        case .nullable(let element): self.parts(of: element)
        default: []
        }
    }
}

/// Checks the fields of one member.
private struct TypeChecker {
    let types: Set<String>
    let members: Set<String>
    var findings: [IDLFinding] = []

    mutating func check(_ member: IDLMember) {
        switch member {
        case .type(let type):
            switch type.definition {
            case .structure(let structure): self.check(structure, type.name)
            case .enumeration(let enumeration): self.check(enumeration, type.name)
            }
        case .method(let method):
            self.check(method.input, method.name)
            self.check(method.output, method.name)
        case .error(let error):
            self.check(error.parameters, error.name)
        }
    }

    private mutating func report(_ rule: IDLFinding.Rule, _ place: String, _ message: String) {
        self.findings.append(IDLFinding(rule, place: place, message: message))
    }

    private mutating func check(_ structure: IDLStruct, _ place: String) {
        var seen: Set<String> = []
        for field in structure.fields {
            let place = place + "." + field.name
            if !seen.insert(field.name).inserted {
                self.report(.duplicateField, place, "is there twice")
            }
            if field.name.contains("_") || field.name.utf8.first.map({ (0x41...0x5A).contains($0) }) ?? false {
                self.report(.fieldName, place, "should be in camel case, starting with a small letter, without '_'")
            }
            self.check(field.type, place)
        }
    }

    private mutating func check(_ enumeration: IDLEnum, _ place: String) {
        if enumeration.values.count == 1 {
            self.report(.singleValue, place, "an enumeration needs a second value for the Python client to read it")
        }
        var seen: Set<String> = []
        for value in enumeration.values where !seen.insert(value.name).inserted {
            self.report(.duplicateValue, place + "." + value.name, "is there twice")
        }
    }

    private mutating func check(_ type: IDLType, _ place: String) {
        switch type {
        case .any:
            self.report(.any, place, "'any' is unknown to the C and Python clients; use object or string")
        case .named(let name) where self.types.contains(name):
            break
        case .named(let name) where self.members.contains(name):
            self.report(.notAType, place, "'\(name)' is a method or an error, not a type")
        case .named(let name):
            self.report(.undefinedName, place, "the type '\(name)' is not defined in this interface")
        case .structure(let structure):
            self.check(structure, place)
        case .enumeration(let enumeration):
            self.check(enumeration, place)
        case .array(let element), .map(let element), .nullable(let element):
            self.check(element, place)
        case .bool, .int, .float, .string, .object:
            break
        }
    }
}
