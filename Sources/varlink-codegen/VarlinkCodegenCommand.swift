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
        // Everything is generated before anything is written, so that a fault leaves the folder as it was.
        var origins: [String: String] = [:]
        var generated: [(origin: String, file: GeneratedFile)] = []
        for origin in self.files {
            let file = try Self.generate(origin)
            if let other = origins.updateValue(origin, forKey: file.name) {
                throw Fault(description: "\(other) and \(origin) would both become \(file.name)")
            }
            generated.append((origin, file))
        }
        let folder = URL(filePath: self.output, directoryHint: .isDirectory)
        let stale = generated.filter { generated in
            let present = try? String(contentsOf: folder.appending(path: generated.file.name), encoding: .utf8)
            return present != generated.file.text
        }
        if self.check {
            for (origin, file) in stale {
                print("\(folder.appending(path: file.name).path) is not what \(origin) gives")
            }
            if !stale.isEmpty { throw ExitCode.failure }
            return
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (_, file) in stale {
            let target = folder.appending(path: file.name)
            try Data(file.text.utf8).write(to: target, options: .atomic)
            print(target.path)
        }
    }

    private static func generate(_ origin: String) throws -> GeneratedFile {
        let text: String
        do {
            text = try String(contentsOf: URL(filePath: origin), encoding: .utf8)
        } catch {
            throw Fault(description: "\(origin) cannot be read: \(error.localizedDescription)")
        }
        do throws(CodegenError) {
            return try SwiftGenerator.file(for: text)
        } catch {
            let lines = error.description.split(separator: "\n").map { "\(origin): \($0)" }
            throw Fault(description: lines.joined(separator: "\n"))
        }
    }

    /// What is wrong with the files, as told to whoever runs the program.
    private struct Fault: Error, CustomStringConvertible {
        let description: String
    }
}
