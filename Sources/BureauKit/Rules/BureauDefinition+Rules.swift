// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

extension BureauDefinition {
    /// What a bureau declares by the rules of its rule file, as they are on a day.
    ///
    /// - Throws: what is wrong when the file is that of another bureau.
    public init(_ bureau: some Bureau, rules book: RuleBook?, on day: CivilDay) throws(RuleBookError) {
        guard let book else {
            self = bureau.definition
            return
        }
        let missing = MissingRules()
        var definition = RuleContext.$current.withValue(RulesInForce(book, on: day, missing: missing)) {
            bureau.definition
        }
        guard definition.declaration.id == book.bureau else {
            throw RuleBookError(faults: [
                .init(
                    place: "bureau",
                    message: Bilingual(
                        "这是 \(book.bureau) 的规则文件,不是 \(definition.declaration.id) 的",
                        "these are the rules of \(book.bureau), not of \(definition.declaration.id)"
                    )
                )
            ])
        }
        definition.take(book, missing: missing.all)
        definition.book = book
        self = definition
    }

    private mutating func take(_ book: RuleBook, missing: [String]) {
        var declaration = self.declaration
        declaration.ruleBook = book.rules
        declaration.missingRules = missing.isEmpty ? nil : missing
        if !book.tables.isEmpty { declaration.tables = (declaration.tables ?? []) + book.tables }
        self.declaration = declaration
    }
}
