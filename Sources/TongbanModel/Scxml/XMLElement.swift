// SPDX-License-Identifier: Apache-2.0

/// An element of an XML text, with what is inside it.
struct XMLElement: Sendable, Hashable {
    struct Attribute: Sendable, Hashable {
        /// As written, prefix included.
        var name: String
        var value: String
    }

    enum Node: Sendable, Hashable {
        case element(XMLElement)
        /// Character data, CDATA sections included.
        case text(String)
    }

    /// Without prefix.
    var name: String
    /// As written.
    var qualifiedName: String
    /// The namespace's address, empty for none.
    var namespace: String
    var attributes: [Attribute]
    var nodes: [Node]
    var line: Int
    var column: Int

    /// The value of an attribute without prefix.
    subscript(name: String) -> String? { self.attributes.first { $0.name == name }?.value }

    var elements: [XMLElement] {
        self.nodes.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// The character data directly inside, joined.
    var text: String {
        self.nodes.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// The element as XML text.
    var xml: String {
        var text = "<" + self.qualifiedName
        for attribute in self.attributes {
            text += " \(attribute.name)=\"\(XMLText.attribute(attribute.value))\""
        }
        guard !self.nodes.isEmpty else { return text + "/>" }
        text += ">"
        for node in self.nodes {
            switch node {
            case .element(let element): text += element.xml
            case .text(let content): text += XMLText.content(content)
            }
        }
        return text + "</\(self.qualifiedName)>"
    }
}

/// Text as it may stand in XML.
enum XMLText {
    static func content(_ text: String) -> String { self.escape(text, isAttribute: false) }
    static func attribute(_ text: String) -> String { self.escape(text, isAttribute: true) }

    private static func escape(_ text: String, isAttribute: Bool) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\r": result += "&#13;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t" where isAttribute: result += "&#9;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
