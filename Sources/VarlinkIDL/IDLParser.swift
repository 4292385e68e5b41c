// SPDX-License-Identifier: Apache-2.0

extension IDLInterface {
    /// Reads an interface definition, by the grammar of UAPI.20.
    ///
    /// What the grammar allows and people should still not write is found by ``IDLLinter``.
    ///
    /// - Throws: The first place where the text does not follow the grammar.
    public init(parsing text: String) throws(IDLParseError) {
        var parser = IDLParser(text)
        self = try parser.interface()
    }
}

/// Recursive descent over the tokens, with one token of look-ahead.
struct IDLParser {
    /// How deep structs, arrays, maps and nullables may be nested, so that a hostile text cannot exhaust the stack.
    static let nestingLimit = 64

    private var lexer: IDLLexer
    private var token: IDLToken
    private var lastLine = 1
    private var nesting = 0

    init(_ text: String) {
        self.lexer = IDLLexer(text)
        self.token = self.lexer.next()
    }

    mutating func interface() throws(IDLParseError) -> IDLInterface {
        let docs = self.token.docs
        try self.expect(word: "interface")
        let name = try self.name("an interface name such as org.example.Name", IDLName.isInterface)
        try self.endLine()
        var members = [try self.member()]
        while self.token.kind != .end {
            members.append(try self.member())
        }
        return IDLInterface(docs: docs, name: name, members: members)
    }

    private mutating func member() throws(IDLParseError) -> IDLMember {
        let docs = self.token.docs
        let member: IDLMember
        switch self.token.kind {
        case .word("type"):
            self.advance()
            let name = try self.name("the name of a type, starting with a capital letter", IDLName.isMember)
            let definition: IDLTypeAlias.Definition =
                switch try self.structOrEnum() {
                case .structure(let structure): .structure(structure)
                case .enumeration(let enumeration): .enumeration(enumeration)
                }
            member = .type(IDLTypeAlias(docs: docs, name: name, definition: definition))
        case .word("method"):
            self.advance()
            let name = try self.name("the name of a method, starting with a capital letter", IDLName.isMember)
            let input = try self.structure()
            try self.expect(mark: "->")
            member = .method(IDLMethod(docs: docs, name: name, input: input, output: try self.structure()))
        case .word("error"):
            self.advance()
            let name = try self.name("the name of an error, starting with a capital letter", IDLName.isMember)
            member = .error(IDLError(docs: docs, name: name, parameters: try self.structure()))
        default:
            throw self.unexpected("'type', 'method' or 'error'")
        }
        try self.endLine()
        return member
    }

    // MARK: Types

    private enum StructOrEnum {
        case structure(IDLStruct)
        case enumeration(IDLEnum)
    }

    private mutating func structure() throws(IDLParseError) -> IDLStruct {
        let start = self.token
        guard case .structure(let structure) = try self.structOrEnum() else {
            throw IDLParseError(
                line: start.line,
                column: start.column,
                expected: "fields with types, (name: type, …)",
                found: "an enumeration"
            )
        }
        return structure
    }

    private mutating func structOrEnum() throws(IDLParseError) -> StructOrEnum {
        try self.enter()
        defer { self.nesting -= 1 }
        try self.expect(mark: "(")
        if self.token.kind == .mark(")") {
            self.advance()
            return .structure(IDLStruct(fields: []))
        }
        let docs = self.token.docs
        let name = try self.fieldName()
        if self.token.kind == .mark(":") {
            return .structure(IDLStruct(fields: try self.fields(docs, name)))
        }
        return .enumeration(IDLEnum(values: try self.values(docs, name)))
    }

    private mutating func fields(_ docs: [String], _ name: String) throws(IDLParseError) -> [IDLField] {
        try self.expect(mark: ":")
        var fields = [IDLField(docs: docs, name: name, type: try self.type())]
        while try self.continuesList() {
            let docs = self.token.docs
            let name = try self.fieldName()
            try self.expect(mark: ":")
            fields.append(IDLField(docs: docs, name: name, type: try self.type()))
        }
        return fields
    }

    private mutating func values(_ docs: [String], _ name: String) throws(IDLParseError) -> [IDLEnum.Value] {
        var values = [IDLEnum.Value(docs: docs, name: name)]
        while try self.continuesList() {
            let docs = self.token.docs
            values.append(IDLEnum.Value(docs: docs, name: try self.fieldName()))
        }
        return values
    }

    /// Goes past the comma, or past the parenthesis that ends the list.
    private mutating func continuesList() throws(IDLParseError) -> Bool {
        switch self.token.kind {
        case .mark(","):
            self.advance()
            if self.token.kind == .mark(")") {
                throw self.unexpected("another field, for no comma may stand before ')',")
            }
            return true
        case .mark(")"):
            self.advance()
            return false
        default:
            throw self.unexpected("',' or ')'")
        }
    }

    private mutating func type() throws(IDLParseError) -> IDLType {
        try self.enter()
        defer { self.nesting -= 1 }
        switch self.token.kind {
        case .mark("?"):
            self.advance()
            if self.token.kind == .mark("?") { throw self.unexpected("a type that is not nullable") }
            return .nullable(try self.type())
        case .mark("[]"):
            self.advance()
            return .array(try self.type())
        case .mark("[string]"):
            self.advance()
            return .map(try self.type())
        case .mark("("):
            return switch try self.structOrEnum() {
            case .structure(let structure): .structure(structure)
            case .enumeration(let enumeration): .enumeration(enumeration)
            }
        case .word(let word):
            guard let type = Self.type(word) else { throw self.unexpected("a type") }
            self.advance()
            return type
        default:
            throw self.unexpected("a type")
        }
    }

    private static func type(_ word: String) -> IDLType? {
        switch word {
        case "bool": .bool
        case "int": .int
        case "float": .float
        case "string": .string
        case "object": .object
        case "any": .any
        default: IDLName.isMember(word) ? .named(word) : nil
        }
    }

    // MARK: Tokens

    private mutating func advance() {
        self.lastLine = self.token.line
        self.token = self.lexer.next()
    }

    private mutating func enter() throws(IDLParseError) {
        guard self.nesting < Self.nestingLimit else {
            throw self.unexpected("at most \(Self.nestingLimit) types inside one another")
        }
        self.nesting += 1
    }

    private mutating func expect(word: String) throws(IDLParseError) {
        guard self.token.kind == .word(word) else { throw self.unexpected("'\(word)'") }
        self.advance()
    }

    private mutating func expect(mark: String) throws(IDLParseError) {
        guard self.token.kind == .mark(mark) else { throw self.unexpected("'\(mark)'") }
        self.advance()
    }

    private mutating func fieldName() throws(IDLParseError) -> String {
        try self.name("the name of a field", IDLName.isField)
    }

    private mutating func name(_ expected: String, _ isValid: (String) -> Bool) throws(IDLParseError) -> String {
        guard case .word(let word) = self.token.kind, isValid(word) else { throw self.unexpected(expected) }
        self.advance()
        return word
    }

    private func endLine() throws(IDLParseError) {
        guard self.token.kind == .end || self.token.line > self.lastLine else {
            throw self.unexpected("the end of the line")
        }
    }

    private func unexpected(_ expected: String) -> IDLParseError {
        IDLParseError(line: self.token.line, column: self.token.column, expected: expected, found: self.token.found)
    }
}
