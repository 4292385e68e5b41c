// SPDX-License-Identifier: Apache-2.0

import Testing
import VarlinkIDL

@Suite("Reading interface definitions")
struct IDLParserTests {
    @Test("every construct of the grammar is understood")
    func everything() throws {
        let interface = try IDLInterface(parsing: sampleInterface)
        #expect(interface.name == "org.example.Every-thing.x2")
        #expect(interface.lastNamePart == "x2")
        #expect(
            interface.docs == ["First line of the interface's documentation.", "", "  An indented third line."]
        )
        #expect(
            interface.members.map(\.name) == ["Person", "Kind", "Empty", "Find", "Ping", "Long", "NotFound", "Busy"]
        )
        #expect(interface.types.map(\.name) == ["Person", "Kind", "Empty"])
        #expect(interface.methods.map(\.name) == ["Find", "Ping", "Long"])
        #expect(interface.errors.map(\.name) == ["NotFound", "Busy"])
        let person = interface.types[0]
        #expect(person.docs == ["A struct."])
        guard case .structure(let structure) = person.definition else {
            Issue.record("Person is a struct")
            return
        }
        #expect(structure.fields.map(\.name).prefix(4) == ["name", "age", "weight", "alive"])
        #expect(structure.fields[0].docs == ["The family name first."])
        #expect(structure.fields[1].docs == [])
        let types: [IDLType] = structure.fields.map(\.type)
        #expect(types[0...4] == [.string, .nullable(.int), .float, .bool, .object])
        #expect(types[5] == .enumeration(IDLEnum(values: [.init(name: "citizen"), .init(name: "clerk")])))
        #expect(types[6].isStringSet)
        #expect(
            types[7]
                == .structure(
                    IDLStruct(fields: [
                        IDLField(name: "street", type: .string), IDLField(name: "lines", type: .array(.string)),
                    ])
                )
        )
        #expect(types[8] == .nullable(.array(.named("Person"))))
        #expect(types[9] == .map(.nullable(.int)))
        #expect(types[10] == .array(.map(.array(.nullable(.int)))))
        #expect(
            interface.types[1].definition
                == .enumeration(
                    IDLEnum(values: [.init(name: "one"), .init(name: "two"), .init(name: "three")])
                )
        )
        #expect(interface.types[2].definition == .structure(IDLStruct(fields: [])))
        #expect(interface.methods[0].docs == ["Finds people.", "[Supports 'more' flag]"])
        #expect(interface.methods[1].input.fields.isEmpty)
        #expect(interface.methods[2].input.fields[0].docs == ["Documented."])
    }

    @Test("white space and comments may stand anywhere between words")
    func blanks() throws {
        let text =
            "\n\tinterface org.example.A#c\n#d\ntype\n#x\nB(#y\na\n:\n[string]#z\nint#q\n)\n method C ( ) -> ( ) #end"
        let interface = try IDLInterface(parsing: text)
        #expect(interface.types[0].docs == ["d"])
        #expect(interface.types[0].definition == .structure(IDLStruct(fields: [IDLField(name: "a", type: .map(.int))])))
        #expect(interface.methods[0].docs == [])
        let tight = "interface org.example.A\nmethod B(a:?[]int,b:(c,d))->(e:[]?[string]bool)"
        #expect(try IDLInterface(parsing: tight).methods[0].output.fields[0].type == .array(.nullable(.map(.bool))))
    }

    @Test("only the block of comments right above is documentation")
    func docs() throws {
        let text = """
            # A licence.

            # The interface.
            interface org.example.A # beside

            # Lost.

            #The type.
            #  Indented.
            type B (
              a: int, # beside a
              b: int
              # below b
            )
            """
        let interface = try IDLInterface(parsing: text)
        #expect(interface.docs == ["The interface."])
        #expect(interface.types[0].docs == ["The type.", " Indented."])
        guard case .structure(let structure) = interface.types[0].definition else {
            Issue.record("B is a struct")
            return
        }
        #expect(structure.fields.map(\.docs) == [[], []])
    }

    static let faults: [(text: String, line: Int, column: Int, expected: String, found: String)] = [
        ("", 1, 1, "'interface'", "the end of the text"),
        ("interface\n", 2, 1, "an interface name such as org.example.Name", "the end of the text"),
        ("interface example", 1, 11, "an interface name such as org.example.Name", "'example'"),
        ("interface 1org.a", 1, 11, "an interface name such as org.example.Name", "'1org.a'"),
        ("interface org..a", 1, 11, "an interface name such as org.example.Name", "'org..a'"),
        ("interface org.a-", 1, 11, "an interface name such as org.example.Name", "'org.a-'"),
        ("interface org.a", 1, 16, "'type', 'method' or 'error'", "the end of the text"),
        ("interface org.a type B ()", 1, 17, "the end of the line", "'type'"),
        ("interface org.a\ntype B () type C ()", 2, 11, "the end of the line", "'type'"),
        ("interface org.a\nstruct B ()", 2, 1, "'type', 'method' or 'error'", "'struct'"),
        ("interface org.a\ntype b ()", 2, 6, "the name of a type, starting with a capital letter", "'b'"),
        ("interface org.a\ntype B_C ()", 2, 6, "the name of a type, starting with a capital letter", "'B_C'"),
        ("interface org.a\ntype B int", 2, 8, "'('", "'int'"),
        ("interface org.a\ntype B (a: int,)", 2, 16, "another field, for no comma may stand before ')',", "')'"),
        ("interface org.a\ntype B (a,)", 2, 11, "another field, for no comma may stand before ')',", "')'"),
        ("interface org.a\ntype B (a: int b: int)", 2, 16, "',' or ')'", "'b'"),
        ("interface org.a\ntype B (a: int, b)", 2, 18, "':'", "')'"),
        ("interface org.a\ntype B (a, b: int)", 2, 13, "',' or ')'", "':'"),
        ("interface org.a\ntype B (a_: int)", 2, 9, "the name of a field", "'a_'"),
        ("interface org.a\ntype B (a__b: int)", 2, 9, "the name of a field", "'a__b'"),
        ("interface org.a\ntype B (1a: int)", 2, 9, "the name of a field", "'1a'"),
        ("interface org.a\ntype B (a-b: int)", 2, 9, "the name of a field", "'a-b'"),
        ("interface org.a\ntype B (a: ??int)", 2, 13, "a type that is not nullable", "'?'"),
        ("interface org.a\ntype B (a: long)", 2, 12, "a type", "'long'"),
        ("interface org.a\ntype B (a: )", 2, 12, "a type", "')'"),
        ("interface org.a\ntype B (a: [int]string)", 2, 12, "a type", "'['"),
        ("interface org.a\ntype B (a: int", 2, 15, "',' or ')'", "the end of the text"),
        ("interface org.a\nmethod B()", 2, 11, "'->'", "the end of the text"),
        ("interface org.a\nmethod B() -> (a, b)", 2, 15, "fields with types, (name: type, …)", "an enumeration"),
        ("interface org.a\nerror B", 2, 8, "'('", "the end of the text"),
        ("interface org.a\nerror B (a)", 2, 9, "fields with types, (name: type, …)", "an enumeration"),
        ("interface org.a\nerror B\u{1}", 2, 8, "'('", "byte 0x1"),
        ("interface org.a\nerror 人", 2, 7, "the name of an error, starting with a capital letter", "'人'"),
    ]

    @Test("a fault is told with its line, its column and what was expected", arguments: faults)
    func refuses(_ text: String, _ line: Int, _ column: Int, _ expected: String, _ found: String) {
        #expect(throws: IDLParseError(line: line, column: column, expected: expected, found: found)) {
            try IDLInterface(parsing: text)
        }
    }

    @Test("an error reads as a sentence")
    func description() {
        let error = #expect(throws: IDLParseError.self) { try IDLInterface(parsing: "interface org.a\nerror B") }
        #expect(error?.description == "line 2, column 8: expected '(', found the end of the text")
    }

    @Test("types may be nested 64 deep, and no deeper")
    func nesting() throws {
        // The struct of the alias counts as one, the innermost type as another.
        let text = { (depth: Int) in
            "interface org.a\ntype B (a: " + String(repeating: "[]", count: depth - 2) + "int)"
        }
        _ = try IDLInterface(parsing: text(64))
        let error = #expect(throws: IDLParseError.self) { try IDLInterface(parsing: text(65)) }
        #expect(error?.expected == "at most 64 types inside one another")
    }
}
