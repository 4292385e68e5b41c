// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite("Chapters of the documentation")
struct ChapterTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private static let catalogue = Self.folder.appendingPathComponent("../../../Sources/BureauKit/BureauKit.docc")

    private static func names(in folder: URL, ending: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
            .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
    }

    static let chapters = Self.names(in: Self.catalogue, ending: ".md").filter { $0 != "BureauKit" }

    /// Lines without the space around them, so that an example may be indented as its surroundings ask.
    private static func normal(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    @Test("There are chapters, and the front page names every one of them")
    func frontPage() throws {
        #expect(!Self.chapters.isEmpty)
        let front = try String(contentsOf: Self.catalogue.appendingPathComponent("BureauKit.md"), encoding: .utf8)
        for chapter in Self.chapters {
            #expect(front.contains("<doc:\(chapter)>"), "\(chapter)")
        }
    }

    @Test("Every example of a chapter is code that the tests compile and run", arguments: Self.chapters)
    func examples(_ chapter: String) throws {
        let text = try String(contentsOf: Self.catalogue.appendingPathComponent("\(chapter).md"), encoding: .utf8)
        let parts = text.components(separatedBy: "```")
        let examples = parts.enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("swift\n") }
            .map { String($0.element.dropFirst("swift\n".count)) }
        #expect(!examples.isEmpty)
        let code = Self.normal(
            try String(contentsOf: Self.folder.appendingPathComponent("\(chapter)Chapter.swift"), encoding: .utf8)
        )
        for example in examples {
            #expect(code.contains(Self.normal(example)), "\(example)")
        }
    }
}
