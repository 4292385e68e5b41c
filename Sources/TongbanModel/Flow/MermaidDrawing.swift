// SPDX-License-Identifier: Apache-2.0

/// A chart while it is written as a Mermaid state diagram.
struct MermaidDrawing {
    private let chart: FlowChart
    private let names: DrawingNames
    private var lines = ["stateDiagram-v2"]

    init(_ chart: FlowChart) {
        self.chart = chart
        self.names = DrawingNames(chart)
    }

    mutating func text(active: Set<String>) -> String {
        self.states(self.chart.states, initial: self.chart.initial, "    ")
        self.transitions(self.chart.states)
        let marked = active.compactMap { self.names[$0] }.sorted()
        if !marked.isEmpty {
            self.lines.append("    classDef active fill:#ffd54f,stroke:#e65100,stroke-width:2px")
            self.lines.append("    class \(marked.joined(separator: ",")) active")
        }
        return self.lines.joined(separator: "\n") + "\n"
    }

    private mutating func states(_ nodes: [FlowStateNode], initial: [String], _ indent: String) {
        let first = initial.isEmpty ? nodes.first { !$0.isHistory }.map { [$0.id] } ?? [] : initial
        for id in first {
            if let name = self.names[id] { self.lines.append("\(indent)[*] --> \(name)") }
        }
        for node in nodes {
            guard let name = self.names[node.id] else { continue }
            let title = Self.quoted(node.isHistory ? "H \(node.id)" : node.id)
            self.lines.append("\(indent)state \"\(title)\" as \(name)")
            if node.kind == .final { self.lines.append("\(indent)\(name) --> [*]") }
            guard !node.children.isEmpty else { continue }
            self.lines.append("\(indent)state \(name) {")
            if node.kind == .parallel {
                for (index, child) in node.children.enumerated() {
                    if index > 0 { self.lines.append("\(indent)    --") }
                    self.states([child], initial: [], indent + "    ")
                }
            } else {
                self.states(node.children, initial: node.initial, indent + "    ")
            }
            self.lines.append("\(indent)}")
        }
    }

    private mutating func transitions(_ nodes: [FlowStateNode]) {
        for node in nodes {
            for transition in node.transitions {
                let label = Self.quoted(FlowDiagram.label(of: transition))
                let targets = transition.targets.isEmpty ? [node.id] : transition.targets
                for target in targets {
                    guard let from = self.names[node.id], let to = self.names[target] else { continue }
                    self.lines.append("    \(from) --> \(to)" + (label.isEmpty ? "" : ": \(label)"))
                }
            }
            self.transitions(node.children)
        }
    }

    /// Text without what Mermaid would read as its own.
    private static func quoted(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "#quot;"
            case "#": result += "#35;"
            case ";": result += "#59;"
            case ":": result += "#58;"
            case "\n", "\r": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
