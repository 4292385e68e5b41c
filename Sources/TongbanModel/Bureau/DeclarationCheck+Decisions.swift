// SPDX-License-Identifier: Apache-2.0

import Civic

extension DeclarationCheck {
    /// What is wrong with the decision tables and score cards of a bureau.
    static func decisionFaults(in bureau: BureauDeclaration) -> [Fault] {
        let tables = bureau.tables ?? []
        let cards = bureau.scoreCards ?? []
        var faults: [Fault] = []
        func fault(_ place: String, _ zh: String, _ en: String) {
            faults.append(Fault(place: place, message: Bilingual(zh, en)))
        }
        let limit = DecisionTable.tableLimit
        if tables.count + cards.count > limit {
            fault("tables", "决策表和评分卡共最多 \(limit) 个", "it has more than \(limit) tables and score cards")
        }
        for id in Set(tables.map(\.id)).intersection(cards.map(\.id)).sorted() {
            fault(id, "决策表与评分卡重名", "a table and a score card have this name")
        }
        for (id, days) in [
            Dictionary(grouping: tables, by: \.id).mapValues { $0.map(\.effectiveFrom) },
            Dictionary(grouping: cards, by: \.id).mapValues { $0.map(\.effectiveFrom) },
        ].flatMap({ $0.sorted { $0.key < $1.key } }) {
            for (earlier, later) in zip(days, days.dropFirst()) where earlier >= later {
                fault(id, "\(later) 的版本须排在其后", "the version of \(later) must come later")
            }
        }
        return faults + tables.flatMap { $0.faults() } + cards.flatMap { $0.faults() }
    }
}
