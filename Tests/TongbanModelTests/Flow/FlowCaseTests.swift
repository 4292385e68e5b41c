// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Testing

@testable import TongbanModel

@Suite("Statecharts, construct by construct")
struct FlowCaseTests {
    @Test("leads to the states that SCXML says", arguments: FlowCase.all)
    func run(_ flow: FlowCase) throws {
        let chart = try FlowChart(scxml: flow.scxml)
        #expect(try flow.run(chart) == flow.active)
    }

    @Test("does the same after being written as SCXML and read again", arguments: FlowCase.all)
    func roundTripScxml(_ flow: FlowCase) throws {
        let chart = try FlowChart(scxml: flow.scxml)
        let again = try FlowChart(scxml: chart.scxml)
        #expect(again == chart)
        #expect(try flow.run(again) == flow.active)
    }

    @Test("does the same after being written as JSON and read again", arguments: FlowCase.all)
    func roundTripJSON(_ flow: FlowCase) throws {
        let chart = try FlowChart(scxml: flow.scxml)
        let again = try FlowChart(json: JSON(parsing: chart.json.text))
        #expect(again == chart)
        #expect(try flow.run(again) == flow.active)
    }
}
