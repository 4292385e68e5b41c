// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import VarlinkCodegen

/// Writes the Swift types of Varlink interfaces.
@main
struct VarlinkCodegenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "varlink-codegen",
        abstract: "Write Swift types for Varlink interface definitions.",
        discussion: """
            For org.example.Queue.varlink, whatever the file is called, QueueInterface.swift is written into the output
            folder. Files that are up to date are left alone.
            """
    )

    @Option(help: ArgumentHelp("The folder to write into.", valueName: "folder"), completion: .directory)
    var output: String

    @Flag(help: "Write nothing; name the files that are missing or stale, and exit with 1 when there are any.")
    var check = false

    @Argument(help: "The interface definitions.", completion: .file(extensions: ["varlink"]))
    var files: [String]

    func run() throws {
        var origins: [String: String] = [:]
        var stale = false
        for file in self.files {
            let generated = try Self.generate(file)
            if let other = origins.updateValue(file, forKey: generated.name) {
                throw ValidationError("\(other) and \(file) would both become \(generated.name).")
            }
            let target = URL(filePath: self.output, directoryHint: .isDirectory).appending(path: generated.name)
            if (try? String(contentsOf: target, encoding: .utf8)) == generated.text { continue }
            if self.check {
                print("\(target.path) is not what \(file) gives")
                stale = true
            } else {
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(generated.text.utf8).write(to: target, options: .atomic)
                print(target.path)
            }
        }
        if stale { throw ExitCode.failure }
    }

    private static func generate(_ file: String) throws -> GeneratedFile {
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        } catch {
            throw ValidationError("\(file) cannot be read: \(error.localizedDescription)")
        }
        do throws(CodegenError) {
            return try SwiftGenerator.file(for: text)
        } catch {
            let lines = error.description.split(separator: "\n").map { "\(file): \($0)" }
            throw ValidationError(lines.joined(separator: "\n"))
        }
    }
}
