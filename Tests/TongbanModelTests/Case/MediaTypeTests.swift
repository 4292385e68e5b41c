// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import TongbanModel

@Suite("Attachments: kinds of files by their content")
struct MediaTypeTests {
    /// A ZIP archive of empty files, stored.
    static func archive(_ names: [String], comment: Int = 0) -> [UInt8] {
        func number(_ value: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var content: [UInt8] = []
        var directory: [UInt8] = []
        for name in names {
            let offset = content.count
            let bytes = Array(name.utf8)
            content += number(0x0403_4B50, 4) + [UInt8](repeating: 0, count: 22) + number(bytes.count, 2) + number(0, 2)
            content += bytes
            directory += number(0x0201_4B50, 4) + [UInt8](repeating: 0, count: 24) + number(bytes.count, 2)
            directory += [UInt8](repeating: 0, count: 12) + number(offset, 4) + bytes
        }
        let start = content.count
        content += directory
        content += number(0x0605_4B50, 4) + number(0, 4) + number(names.count, 2) + number(names.count, 2)
        content += number(directory.count, 4) + number(start, 4) + number(comment, 2)
        return content + [UInt8](repeating: 0x20, count: comment)
    }

    @Test("Each kind is known by its content")
    func kinds() {
        #expect(MediaTypeCheck.type(of: Array("%PDF-1.7\n…".utf8)) == .pdf)
        #expect(MediaTypeCheck.type(of: [0xFF, 0xD8, 0xFF, 0xE0, 0]) == .jpeg)
        #expect(MediaTypeCheck.type(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
        #expect(MediaTypeCheck.type(of: Self.archive(["OFD.xml", "Doc_0/Document.xml"])) == .ofd)
        #expect(MediaTypeCheck.type(of: Self.archive(["[Content_Types].xml", "word/document.xml"])) == .docx)
        #expect(MediaTypeCheck.type(of: Self.archive(["[Content_Types].xml", "xl/workbook.xml"])) == .xlsx)
        #expect(MediaTypeCheck.type(of: Array("受理通知书\r\n\t第1号".utf8)) == .txt)
        // 受理 in GB 18030, and U+20087 in its four bytes.
        #expect(MediaTypeCheck.type(of: [0xCA, 0xDC, 0xC0, 0xED]) == .txt)
        #expect(MediaTypeCheck.type(of: [0x41, 0x95, 0x32, 0x90, 0x31]) == .txt)
    }

    @Test(
        "What is none of them is none of them",
        arguments: [
            [], [0], Array("a\u{7}b".utf8), Array("MZ\u{0}".utf8), [0xCA], [0xFF, 0xFF], [0x81, 0x30, 0x81],
            Array("%PDF".utf8 + [0]), [0xFF, 0xD8], [0x50, 0x4B, 0x03, 0x04], Array("PK\u{3}\u{4}".utf8) + [1, 2, 3],
            archive(["word/document.xml"]), archive(["[Content_Types].xml"]), archive(["evil.exe"]),
            Array(archive(["OFD.xml"]).dropLast(3)), Array(archive(["OFD.xml"]).prefix(40)),
        ] as [[UInt8]]
    )
    func none(content: [UInt8]) {
        #expect(MediaTypeCheck.type(of: content) == nil)
    }

    @Test("An archive's comment may be as long as the format allows")
    func comment() {
        #expect(MediaTypeCheck.type(of: Self.archive(["OFD.xml"], comment: 65_535)) == .ofd)
        #expect(MediaTypeCheck.type(of: Self.archive(["OFD.xml"], comment: 65_536)) == nil)
    }

    @Test("Damaged archives are refused, never a fault", arguments: 0..<200)
    func damaged(seed: Int) {
        var content = Self.archive(["[Content_Types].xml", "xl/workbook.xml", "OFD.xml"])
        var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        for _ in 0..<3 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            content[4 + Int(state >> 33) % (content.count - 4)] = UInt8(truncatingIfNeeded: state >> 24)
        }
        let type = MediaTypeCheck.type(of: content)
        #expect(type == nil || type == .ofd || type == .xlsx)
    }

    @Test(
        "A name promises a kind by its ending",
        arguments: [
            ("a.pdf", .pdf), ("a.PDF", .pdf), ("a.jpg", .jpeg), ("a.jpeg", .jpeg), ("a.b.xlsx", .xlsx), ("a", nil),
            ("pdf", nil), ("a.", nil), ("a.pdf.exe", nil), (".txt", .txt),
        ] as [(String, MediaType?)]
    )
    func names(name: String, type: MediaType?) {
        #expect(MediaType(fileName: name) == type)
    }
}
