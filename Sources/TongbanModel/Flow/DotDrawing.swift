// SPDX-License-Identifier: Apache-2.0

/// A chart while it is written as a Graphviz graph.
struct DotDrawing {
    private let chart: FlowChart
    private let names: DrawingNames
    private var lines: [String] = []
    private var starts = 0

    init(_ chart: FlowChart) {
        self.chart = chart
        self.names = DrawingNames(chart)
    }

    mutating func text(active: Set<String>) -> String {
        self.lines = [
            "digraph \(Self.quoted(self.chart.name)) {", "    compound=true",
            "    node [shape=box style=\"rounded,filled\" fillcolor=white]",
        ]
        self.states(self.chart.states, initial: self.chart.initial, active, "    ")
        self.transitions(self.chart.states)
        self.lines.append("}")
        return self.lines.joined(separator: "\n") + "\n"
    }

    private mutating func states(
        _ nodes: [FlowStateNode],
        initial: [String],
        isParallel: Bool = false,
        _ active: Set<String>,
        _ indent: String
    ) {
        if !isParallel {
            let first = initial.isEmpty ? nodes.first { !$0.isHistory }.map { [$0.id] } ?? [] : initial
            self.starts += 1
            self.lines.append("\(indent)start\(self.starts) [shape=point label=\"\"]")
            for id in first {
                self.lines.append("\(indent)start\(self.starts) -> \(self.edge(to: id))")
            }
        }
        for node in nodes {
            guard let name = self.names[node.id] else { continue }
            let isActive = active.contains(node.id)
            guard !node.children.isEmpty else {
                var attributes = ["label=\(Self.quoted(node.isHistory ? "H" : node.id))"]
                if node.kind == .final { attributes.append("peripheries=2") }
                if node.isHistory { attributes.append("shape=circle") }
                if isActive { attributes.append("fillcolor=gold penwidth=2") }
                self.lines.append("\(indent)\(name) [\(attributes.joined(separator: " "))]")
                continue
            }
            self.lines.append("\(indent)subgraph cluster_\(name) {")
            self.lines.append("\(indent)    label=\(Self.quoted(node.id))")
            if isActive { self.lines.append("\(indent)    color=darkorange penwidth=2") }
            // Lines end at nodes only; this one stands for the whole.
            self.lines.append("\(indent)    \(name) [shape=point style=invis label=\"\"]")
            self.states(
                node.children,
                initial: node.initial,
                isParallel: node.kind == .parallel,
                active,
                indent + "    "
            )
            self.lines.append("\(indent)}")
        }
    }

    private mutating func transitions(_ nodes: [FlowStateNode]) {
        for node in nodes {
            for transition in node.transitions {
                for target in transition.targets.isEmpty ? [node.id] : transition.targets {
                    guard let from = self.names[node.id], self.names[target] != nil else { continue }
                    var attributes = ["label=\(Self.quoted(FlowDiagram.label(of: transition)))"]
                    if !node.children.isEmpty { attributes.append("ltail=cluster_\(from)") }
                    self.lines.append("    \(from) -> \(self.edge(to: target, attributes))")
                }
            }
            self.transitions(node.children)
        }
    }

    private func edge(to id: String, _ attributes: [String] = []) -> String {
        guard let name = self.names[id] else { return "missing" }
        var attributes = attributes
        var isWhole = false
        self.chart.forEachState { node, _ in
            if node.id == id { isWhole = !node.children.isEmpty }
        }
        if isWhole { attributes.append("lhead=cluster_\(name)") }
        return attributes.isEmpty ? name : "\(name) [\(attributes.joined(separator: " "))]"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            if scalar == "\n" { result += "\\n" } else { result.unicodeScalars.append(scalar) }
        }
        return result + "\""
    }
}
