// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TongbanAPI
import Varlink
import VarlinkCodegen
import VarlinkIDL

@Suite("Interfaces and the code generated from them")
struct GeneratedInterfacesTests {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/TongbanAPI")

    private static let command = """
        the generated code is stale; run: swift run varlink-codegen --output Sources/TongbanAPI/Generated \
        Sources/TongbanAPI/Interfaces/*.varlink
        """

    private static func files(_ subfolder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: Self.folder.appending(path: subfolder),
            includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }
    }

    private static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

    @Test("the generated code is what the interfaces give, file by file")
    func fresh() throws {
        var expected: [String: String] = [:]
        for file in try Self.files("Interfaces") {
            let generated = try SwiftGenerator.file(for: Self.text(file))
            #expect(expected.updateValue(generated.text, forKey: generated.name) == nil)
        }
        let kept = try Self.files("Generated")
        #expect(Set(kept.map(\.lastPathComponent)) == Set(expected.keys), "\(Self.command)")
        for file in kept {
            let isFresh = try Self.text(file) == expected[file.lastPathComponent]
            #expect(isFresh, "\(file.lastPathComponent): \(Self.command)")
        }
        #expect(!kept.isEmpty)
    }

    @Test("no interface has anything in it that trips a client")
    func lint() throws {
        for file in try Self.files("Interfaces") {
            let text = try Self.text(file)
            #expect(IDLLinter.findings(in: text).map(\.description) == [], "\(file.lastPathComponent)")
            #expect(try IDLInterface(parsing: text).name + ".varlink" == file.lastPathComponent)
        }
    }

    @Test("a service tells the text of the file")
    func description() throws {
        let file = Self.folder.appending(path: "Interfaces/org.tongban.Queue.varlink")
        let text = try Self.text(file)
        #expect(QueueInterface.interface.description == text)
        #expect(QueueInterface.Submit.name == "org.tongban.Queue.Submit")
    }
}
