// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// A report: figures side by side, in rows.
///
/// ```swift
/// Report("towns", "各镇情况", "By town", figures: "rated", "share", by: .init(kind: .town, field: "village"), hideBelow: 5)
/// ```
public struct Report: BureauPart {
    let declaration: ReportDeclaration

    /// - Parameters:
    ///   - figures: ids, in the order of the columns.
    ///   - rows: by what the rows are made; without it there is only the total.
    ///   - comparison: the period beside it.
    ///   - hideBelow: counts from 1 to one less are hidden, and others that would give them away.
    ///   - isPublic: that everybody may read it.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        figures: String...,
        by rows: ReportDeclaration.Rows? = nil,
        comparedWith comparison: ReportDeclaration.Comparison? = nil,
        chart: ReportDeclaration.Chart? = nil,
        hideBelow: Int? = nil,
        isPublic: Bool = false
    ) {
        self.declaration = ReportDeclaration(
            id: id,
            name: Bilingual(zh, en),
            figures: figures,
            rows: rows,
            comparison: comparison,
            chart: chart,
            hideBelow: hideBelow,
            isPublic: isPublic ? true : nil
        )
    }
}
