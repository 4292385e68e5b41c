// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanModel

@Suite("The XML reader")
struct XMLReaderTests {
    private func error(_ text: String) -> String? {
        do {
            _ = try XMLReader.read(text)
            return nil
        } catch {
            return error.description
        }
    }

    @Test("reads elements, attributes, text, CDATA, comments, instructions and entities")
    func document() throws {
        let root = try XMLReader.read(
            """
            \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
            <!-- before --><?style x?>
            <a:root xmlns:a="urn:a" xmlns="urn:d" one='1 &lt; &quot;2&quot;' two="x&#10;y&#x901A;\tz">\r
              text &amp; <![CDATA[<raw> & ]] >]]><!-- in - side --><b/><?pi?>&gt;</a:root>
            <!-- after -->
            """
        )
        #expect(root.name == "root")
        #expect(root.qualifiedName == "a:root")
        #expect(root.namespace == "urn:a")
        #expect(root["one"] == "1 < \"2\"")
        #expect(root["two"] == "x\ny通 z")
        #expect(root.text == "\n  text & <raw> & ]] >>")
        #expect(root.elements.map(\.name) == ["b"])
        #expect(root.elements.first?.namespace == "urn:d")
        #expect(root.elements.first?.line == 4)
    }

    @Test("what it writes it reads again")
    func roundTrip() throws {
        let root = try XMLReader.read("<a x='&lt;&amp;&quot;&#10;&#9;'><b>1 &lt; 2 &amp;&amp; ]]&gt;</b>通<c/></a>")
        let again = try XMLReader.read(root.xml)
        #expect(again["x"] == "<&\"\n\t")
        #expect(again.elements.first?.text == "1 < 2 && ]]>")
        #expect(again.xml == root.xml)
    }

    @Test(
        "refuses what is not well-formed, and says where",
        arguments: [
            ("", "line 1, column 1: expected an element"),
            ("<a>", "line 1, column 1: <a> does not end"),
            ("<a></b>", "line 1, column 6: expected </a>, found </b>"),
            ("<a\n x='1' x='2'/>", "line 2, column 8: the attribute \"x\" is there twice"),
            ("<a x=1/>", "line 1, column 6: the value of \"x\" is not in quotation marks"),
            ("<a x='1'y='2'/>", "line 1, column 9: expected white space, \">\" or \"/>\""),
            ("<a x='<'/>", "line 1, column 7: \"<\" in a value is written &lt;"),
            ("<a>&nbsp;</a>", "line 1, column 4: the entity \"nbsp\" is not known"),
            ("<a>&#0;</a>", "line 1, column 4: &#0; is no character"),
            ("<a>a & b</a>", "line 1, column 6: \"&\" is written &amp;"),
            ("<a>]]></a>", "line 1, column 4: \"]]>\" stands outside of a CDATA section"),
            ("<a><!-- -- --></a>", "line 1, column 9: a comment holds no \"--\""),
            ("<a><![CDATA[</a>", "line 1, column 4: the CDATA section does not end"),
            ("<a/><b/>", "line 1, column 5: something follows the outermost element"),
            ("<a/>text", "line 1, column 5: something follows the outermost element"),
            ("<p:a/>", "line 1, column 1: the prefix \"p\" is not declared"),
            ("<a>\u{1}</a>", "line 1, column 4: a character that XML does not allow"),
            (
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "line 1, column 1: a document type declaration is not accepted"
            ),
            ("<a><!ELEMENT b></a>", "line 1, column 4: a declaration is not accepted"),
            ("<a><?xml version='1.0'?></a>", "line 1, column 4: the XML declaration stands at the start only"),
            ("<?xml version='1.0' encoding='GB18030'?><a/>", "line 1, column 1: encoding=\"GB18030\" is not supported"),
        ]
    )
    func refusals(_ text: String, _ message: String) {
        #expect(self.error(text) == message)
    }

    @Test("elements may be nested to the limit and no deeper")
    func depth() {
        func nested(_ levels: Int) -> String {
            String(repeating: "<a>", count: levels) + String(repeating: "</a>", count: levels)
        }
        #expect(self.error(nested(XMLReader.depthLimit)) == nil)
        #expect(
            self.error(nested(XMLReader.depthLimit + 1))
                == "line 1, column \(3 * XMLReader.depthLimit + 1): more than \(XMLReader.depthLimit) elements are nested"
        )
    }

    @Test("a text may be as large as the limit and no larger")
    func size() {
        let room = XMLReader.sizeLimit - "<a></a>".utf8.count
        #expect(self.error("<a>\(String(repeating: "x", count: room))</a>") == nil)
        #expect(self.error("<a>\(String(repeating: "x", count: room + 1))</a>") != nil)
    }
}
