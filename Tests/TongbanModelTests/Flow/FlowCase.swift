// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

/// A chart, what happens to it, and the active atomic states after each thing: `[start, after the first, …]`.
struct FlowCase: Sendable, CustomTestStringConvertible {
    var title: String
    var body: String
    /// Names of events; `@500` lets 500 ms pass instead.
    var events: [String]
    var active: [[String]]

    init(_ title: String, _ body: String, _ events: [String] = [], _ active: [[String]]) {
        self.title = title
        self.body = body
        self.events = events
        self.active = active
    }

    var testDescription: String { self.title }

    var scxml: String {
        self.body.hasPrefix("<scxml")
            ? self.body
            : "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" datamodel=\"ecmascript\">\(self.body)</scxml>"
    }

    func run(_ chart: FlowChart) throws -> [[String]] {
        var simulation = FlowSimulation(try FlowInterpreter(chart))
        var active = [simulation.atomicStates]
        for event in self.events {
            if event.hasPrefix("@") {
                simulation.advance(milliseconds: try #require(Int64(event.dropFirst())))
            } else {
                simulation.send(event)
            }
            active.append(simulation.atomicStates)
        }
        return active
    }
}
