// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// Draws charts as text that other programs turn into pictures.
public enum FlowDiagram {
    /// The chart as a Mermaid state diagram.
    ///
    /// - Parameter active: Identifiers of states to show as active.
    public static func mermaid(_ chart: FlowChart, active: Set<String> = []) -> String {
        var drawing = MermaidDrawing(chart)
        return drawing.text(active: active)
    }

    /// The chart as a Graphviz graph.
    ///
    /// - Parameter active: Identifiers of states to show as active.
    public static func dot(_ chart: FlowChart, active: Set<String> = []) -> String {
        var drawing = DotDrawing(chart)
        return drawing.text(active: active)
    }

    /// What is written on the line of a transition.
    static func label(of transition: FlowTransition) -> String {
        var label = transition.events.joined(separator: " ")
        if let condition = transition.condition { label += (label.isEmpty ? "" : " ") + "[\(condition.text)]" }
        return label
    }
}

/// Names for states that every drawing language takes: `s1`, `s2`, … in document order.
struct DrawingNames {
    private var names: [String: String] = [:]

    init(_ chart: FlowChart) {
        var names: [String: String] = [:]
        chart.forEachState { node, _ in
            if names[node.id] == nil { names[node.id] = "s\(names.count + 1)" }
        }
        self.names = names
    }

    subscript(id: String) -> String? { self.names[id] }
}
