// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import TongbanModel
import Varlink

struct FlowCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "flow",
        abstract: "流程 · Flows in SCXML files; needs no daemon.",
        subcommands: [Run.self, Check.self, Diagram.self]
    )

    /// Reads a chart; a faulty file is refused with its place.
    static func chart(_ path: String, _ console: Console) throws -> FlowChart {
        let text = String(decoding: try contents(of: path), as: UTF8.self)
        do {
            return try FlowChart(scxml: text)
        } catch {
            console.complain("\(path):\(error)", "\(path): \(error)")
            throw ExitCode(1)
        }
    }

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "试运行 · Run a flow: prints the active states after the start and after each event or advance.",
            discussion:
                "tongbanctl flow run FILE --event e1 --advance 5 --event e2: in the order given; one JSON array a line."
        )

        enum Step: Sendable, Equatable {
            case event(String)
            case advance(Double)
        }

        @OptionGroup var global: GlobalOptions
        @Argument var file: String

        @Option(help: "Raise this event.", transform: { $0 })
        var event: [String] = []

        @Option(help: "Let so many seconds pass.")
        var advance: [Double] = []

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            let chart = try FlowCommands.chart(self.file, console)
            var simulation: FlowSimulation
            do {
                simulation = FlowSimulation(try FlowInterpreter(chart))
            } catch {
                console.complain("\(self.file):\(error)", "\(self.file): \(error)")
                throw ExitCode(1)
            }
            try self.show(simulation, console)
            for step in Self.steps(CommandLine.arguments) {
                switch step {
                case .event(let name): simulation.send(FlowEvent(name: name))
                case .advance(let seconds): simulation.advance(seconds: seconds)
                }
                try self.show(simulation, console)
            }
        }

        private func show(_ simulation: FlowSimulation, _ console: Console) throws {
            if let error = simulation.errors.first {
                console.complain("流程出错:\(error)", "the flow failed: \(error)")
                throw ExitCode(1)
            }
            console.json(JSON.array(simulation.atomicStates.map(JSON.string)))
        }

        /// The parser gives events and advances apart; their order is in the arguments.
        static func steps(_ arguments: [String]) -> [Step] {
            var steps: [Step] = []
            var rest = arguments.dropFirst()
            while let argument = rest.popFirst() {
                let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard argument.hasPrefix("--event") || argument.hasPrefix("--advance"), let name = parts.first else {
                    continue
                }
                guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else { break }
                switch name {
                case "--event": steps.append(.event(value))
                case "--advance": Double(value).map { steps.append(.advance($0)) }
                default: break
                }
            }
            return steps
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "检查流程 · Check a flow as the daemon does before it accepts it; ends 1 on a fault."
        )
        @OptionGroup var global: GlobalOptions
        @Argument var file: String

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            let findings = FlowCheck.findings(in: try FlowCommands.chart(self.file, console))
            for finding in findings {
                if console.wantsJSON {
                    console.json(
                        JSON.object([
                            "code": .string(finding.code.rawValue), "state": .string(finding.state),
                            "path": .array(finding.path.map(JSON.string)), "zh": .string(finding.message.zh),
                            "en": .string(finding.message.en),
                        ])
                    )
                } else {
                    let path = finding.path.isEmpty ? "" : " (\(finding.path.joined(separator: " → ")))"
                    console.complain(
                        "[\(finding.code.rawValue)] \(finding.state):\(finding.message.zh)\(path)",
                        "[\(finding.code.rawValue)] \(finding.state): \(finding.message.en)\(path)"
                    )
                }
            }
            guard findings.isEmpty else { throw ExitCode(1) }
            console.say("流程可以接受。", "the flow is sound")
        }
    }

    struct Diagram: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "流程图 · Draw a flow.")
        @OptionGroup var global: GlobalOptions
        @Argument var file: String
        @Option(help: "mermaid or dot.") var format: String = "mermaid"

        func run() throws {
            let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
            let chart = try FlowCommands.chart(self.file, console)
            switch self.format {
            case "mermaid": console.line(FlowDiagram.mermaid(chart))
            case "dot": console.line(FlowDiagram.dot(chart))
            default: throw UsageError("--format is mermaid or dot")
            }
        }
    }
}
