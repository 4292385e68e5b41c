// SPDX-License-Identifier: Apache-2.0

extension FlowChart {
    /// Reads a chart from SCXML 1.0 text.
    ///
    /// Conditions, values and locations are JsonLogic or ``FlowExpression``. States without `id` get one of their own.
    /// That the chart makes sense as a whole is not checked here, but by ``FlowInterpreter`` and ``FlowCheck``.
    ///
    /// - Throws: What cannot be read, with line and column.
    public init(scxml text: String) throws(ScxmlError) {
        let element: XMLElement
        do {
            element = try XMLReader.read(text)
        } catch {
            throw ScxmlError(reason: error.reason, line: error.line, column: error.column)
        }
        var reader = ScxmlReader()
        self = try reader.chart(element)
    }

    /// The chart as SCXML 1.0 text; reading it gives an equal chart.
    public var scxml: String { ScxmlWriter.text(of: self) }
}
