// SPDX-License-Identifier: Apache-2.0

/// A strict reader of XML 1.0 with namespaces, without document type declarations.
///
/// It knows elements, attributes, character data, CDATA, comments, processing instructions, the predefined entities and
/// numeric ones. Entities that a document declares itself are what makes XML dangerous to read, so a document type
/// declaration is refused.
struct XMLReader {
    /// How many elements may be open inside one another.
    static let depthLimit = 100

    /// How many bytes the text may have.
    static let sizeLimit = 4 << 20

    private let scalars: [Unicode.Scalar]
    /// Where each line starts.
    private let lines: [Int]
    private var at = 0
    private var depth = 0
    /// What prefixes stand for, the innermost last.
    private var namespaces: [(prefix: String, address: String)] = [("xml", "http://www.w3.org/XML/1998/namespace")]

    /// Reads the one element of a document.
    static func read(_ text: String) throws(XMLReadingError) -> XMLElement {
        guard text.utf8.count <= Self.sizeLimit else {
            throw XMLReadingError(reason: "the text has more than \(Self.sizeLimit) bytes", line: 1, column: 1)
        }
        var reader = XMLReader(text)
        return try reader.document()
    }

    private init(_ text: String) {
        // Line ends are one line feed, however they were written.
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(text.utf8.count)
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if scalar != "\n" || !wasReturn {
                scalars.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        self.scalars = scalars
        self.lines = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    // MARK: Places and characters

    private func refuse(_ reason: String, at position: Int? = nil) -> XMLReadingError {
        let (line, column) = self.place(of: position ?? self.at)
        return XMLReadingError(reason: reason, line: line, column: column)
    }

    private func place(of position: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = self.lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.lines[middle] <= position { low = middle } else { high = middle }
        }
        return (low + 1, position - self.lines[low] + 1)
    }

    private var current: Unicode.Scalar? { self.at < self.scalars.count ? self.scalars[self.at] : nil }

    private func stands(_ text: String) -> Bool { self.scalars[self.at...].starts(with: text.unicodeScalars) }

    private mutating func take(_ text: String) -> Bool {
        guard self.stands(text) else { return false }
        self.at += text.unicodeScalars.count
        return true
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" || scalar == "\t" }

    /// Whether a character may stand in XML at all.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 ? scalar.value != 0xFFFE && scalar.value != 0xFFFF : scalar == "\n" || scalar == "\t"
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = self.at
        while let scalar = self.current, Self.isSpace(scalar) {
            self.at += 1
        }
        return self.at > start
    }

    private static func startsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_", ":": true
        default: scalar.value >= 0xC0 && scalar != "\u{D7}" && scalar != "\u{F7}"
        }
    }

    private static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "-", ".", "\u{B7}": true
        default: self.startsName(scalar)
        }
    }

    private mutating func name() throws(XMLReadingError) -> String {
        guard let first = self.current, Self.startsName(first) else { throw self.refuse("expected a name") }
        let start = self.at
        while let scalar = self.current, Self.continuesName(scalar) {
            self.at += 1
        }
        return self.text(start..<self.at)
    }

    private func text(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self.scalars[range])
        return String(view)
    }

    // MARK: The document

    private mutating func document() throws(XMLReadingError) -> XMLElement {
        if self.stands("<?xml"), self.at + 5 < self.scalars.count, Self.isSpace(self.scalars[self.at + 5]) {
            try self.declaration()
        }
        try self.skipBetween()
        guard self.current == "<" else { throw self.refuse("expected an element") }
        let element = try self.element()
        try self.skipBetween()
        guard self.current == nil else { throw self.refuse("something follows the outermost element") }
        return element
    }

    private mutating func declaration() throws(XMLReadingError) {
        let start = self.at
        self.at += 5
        var attributes: [XMLElement.Attribute] = []
        while self.skipSpace(), self.current != "?" {
            attributes.append(try self.attribute())
        }
        guard self.take("?>") else { throw self.refuse("the XML declaration does not end") }
        for attribute in attributes {
            switch (attribute.name, attribute.value.lowercased()) {
            case ("version", "1.0"), ("encoding", "utf-8"), ("encoding", "us-ascii"), ("standalone", "yes"),
                ("standalone", "no"):
                continue
            default:
                throw self.refuse("\(attribute.name)=\"\(attribute.value)\" is not supported", at: start)
            }
        }
    }

    /// White space, comments and processing instructions outside of the outermost element.
    private mutating func skipBetween() throws(XMLReadingError) {
        while true {
            self.skipSpace()
            if self.stands("<!--") {
                try self.comment()
            } else if self.stands("<?") {
                try self.instruction()
            } else if self.stands("<!DOCTYPE") {
                throw self.refuse("a document type declaration is not accepted")
            } else {
                return
            }
        }
    }

    private mutating func comment() throws(XMLReadingError) {
        let start = self.at
        self.at += 4
        while !self.stands("--") {
            guard self.current != nil else { throw self.refuse("the comment does not end", at: start) }
            self.at += 1
        }
        guard self.take("-->") else { throw self.refuse("a comment holds no \"--\"") }
    }

    private mutating func instruction() throws(XMLReadingError) {
        let start = self.at
        self.at += 2
        let target = try self.name()
        guard target.lowercased() != "xml" else {
            throw self.refuse("the XML declaration stands at the start only", at: start)
        }
        while !self.take("?>") {
            guard self.current != nil else { throw self.refuse("the processing instruction does not end", at: start) }
            self.at += 1
        }
    }

    // MARK: Elements

    private mutating func element() throws(XMLReadingError) -> XMLElement {
        let start = self.at
        self.depth += 1
        defer { self.depth -= 1 }
        guard self.depth <= Self.depthLimit else {
            throw self.refuse("more than \(Self.depthLimit) elements are nested")
        }
        self.at += 1
        let qualifiedName = try self.name()
        var attributes: [XMLElement.Attribute] = []
        while true {
            let hasSpace = self.skipSpace()
            guard let scalar = self.current else { throw self.refuse("the tag does not end", at: start) }
            if scalar == "/" || scalar == ">" { break }
            guard hasSpace else { throw self.refuse("expected white space, \">\" or \"/>\"") }
            let position = self.at
            let attribute = try self.attribute()
            guard !attributes.contains(where: { $0.name == attribute.name }) else {
                throw self.refuse("the attribute \"\(attribute.name)\" is there twice", at: position)
            }
            attributes.append(attribute)
        }
        let outer = self.namespaces.count
        defer { self.namespaces.removeLast(self.namespaces.count - outer) }
        for attribute in attributes {
            if attribute.name == "xmlns" {
                self.namespaces.append(("", attribute.value))
            } else if attribute.name.hasPrefix("xmlns:") {
                self.namespaces.append((String(attribute.name.dropFirst(6)), attribute.value))
            }
        }
        let (line, column) = self.place(of: start)
        let (name, namespace) = try self.resolve(qualifiedName, at: start)
        for attribute in attributes where !attribute.name.hasPrefix("xmlns") {
            _ = try self.resolve(attribute.name, at: start)
        }
        var element = XMLElement(
            name: name,
            qualifiedName: qualifiedName,
            namespace: namespace,
            attributes: attributes,
            nodes: [],
            line: line,
            column: column
        )
        if self.take("/>") { return element }
        guard self.take(">") else { throw self.refuse("expected \">\"") }
        element.nodes = try self.nodes(of: qualifiedName, from: start)
        return element
    }

    private func resolve(_ name: String, at position: Int) throws(XMLReadingError) -> (String, String) {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw self.refuse("\"\(name)\" is no name", at: position)
        }
        let prefix = parts.count == 2 ? String(parts[0]) : ""
        if let namespace = self.namespaces.last(where: { $0.prefix == prefix }) {
            return (String(parts[parts.count - 1]), namespace.address)
        }
        guard prefix.isEmpty else { throw self.refuse("the prefix \"\(prefix)\" is not declared", at: position) }
        return (name, "")
    }

    private mutating func attribute() throws(XMLReadingError) -> XMLElement.Attribute {
        let name = try self.name()
        self.skipSpace()
        guard self.take("=") else { throw self.refuse("expected \"=\" after the attribute \"\(name)\"") }
        self.skipSpace()
        guard let quote = self.current, quote == "\"" || quote == "'" else {
            throw self.refuse("the value of \"\(name)\" is not in quotation marks")
        }
        let start = self.at
        self.at += 1
        var value = String.UnicodeScalarView()
        while self.current != quote {
            guard let scalar = self.current else {
                throw self.refuse("the value of \"\(name)\" does not end", at: start)
            }
            guard scalar != "<" else { throw self.refuse("\"<\" in a value is written &lt;") }
            guard Self.isAllowed(scalar) else { throw self.refuse("a character that XML does not allow") }
            if scalar == "&" {
                value.append(try self.reference())
            } else {
                value.append(Self.isSpace(scalar) ? " " : scalar)
                self.at += 1
            }
        }
        self.at += 1
        return XMLElement.Attribute(name: name, value: String(value))
    }

    private mutating func reference() throws(XMLReadingError) -> Unicode.Scalar {
        let start = self.at
        guard let end = self.scalars[start...].prefix(12).firstIndex(of: ";") else {
            throw self.refuse("\"&\" is written &amp;")
        }
        let name = self.text((start + 1)..<end)
        self.at = end + 1
        switch name {
        case "lt": return "<"
        case "gt": return ">"
        case "amp": return "&"
        case "apos": return "'"
        case "quot": return "\""
        default: break
        }
        guard name.hasPrefix("#") else { throw self.refuse("the entity \"\(name)\" is not known", at: start) }
        let code =
            name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst(1), radix: 10)
        guard let code, let scalar = Unicode.Scalar(code), Self.isAllowed(scalar) || scalar == "\r" else {
            throw self.refuse("&\(name); is no character", at: start)
        }
        return scalar
    }

    private mutating func nodes(of name: String, from start: Int) throws(XMLReadingError) -> [XMLElement.Node] {
        var nodes: [XMLElement.Node] = []
        var text = String.UnicodeScalarView()
        func flush() {
            if !text.isEmpty { nodes.append(.text(String(text))) }
            text = String.UnicodeScalarView()
        }
        while true {
            guard let scalar = self.current else { throw self.refuse("<\(name)> does not end", at: start) }
            guard scalar == "<" else {
                guard Self.isAllowed(scalar) else { throw self.refuse("a character that XML does not allow") }
                guard !self.stands("]]>") else { throw self.refuse("\"]]>\" stands outside of a CDATA section") }
                if scalar == "&" {
                    text.append(try self.reference())
                } else {
                    text.append(scalar)
                    self.at += 1
                }
                continue
            }
            if self.take("</") {
                let position = self.at
                let closing = try self.name()
                self.skipSpace()
                guard closing == name, self.take(">") else {
                    throw self.refuse("expected </\(name)>, found </\(closing)>", at: position)
                }
                flush()
                return nodes
            }
            if self.stands("<!--") {
                try self.comment()
            } else if self.stands("<![CDATA[") {
                text.append(contentsOf: try self.section())
            } else if self.stands("<?") {
                try self.instruction()
            } else if self.stands("<!") {
                throw self.refuse("a declaration is not accepted")
            } else {
                flush()
                nodes.append(.element(try self.element()))
            }
        }
    }

    private mutating func section() throws(XMLReadingError) -> ArraySlice<Unicode.Scalar> {
        let start = self.at
        self.at += 9
        let first = self.at
        while !self.stands("]]>") {
            guard let scalar = self.current else { throw self.refuse("the CDATA section does not end", at: start) }
            guard Self.isAllowed(scalar) else { throw self.refuse("a character that XML does not allow") }
            self.at += 1
        }
        defer { self.at += 3 }
        return self.scalars[first..<self.at]
    }
}
