// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel

/// A named figure: a count, a sum, a share or a published value.
///
/// ```swift
/// Figure("rated", "评级户数", "Households rated", .register("households"), distinct: "id")
/// Figure("share", "A级以上占比", "Share of A and above", share: "ratedA", of: "rated")
/// ```
public struct Figure: BureauPart {
    /// What is counted.
    public enum Counted: Sendable, Hashable {
        case cases(String)
        case register(String)
        case journal(String)
    }

    let declaration: FigureDeclaration

    /// A count, or a sum.
    ///
    /// - Parameters:
    ///   - condition: which of them count.
    ///   - dated: the field whose day must lie in the period: `_opened`, `_closed`, or one of the form's.
    ///   - distinct: each value of this field counts once.
    ///   - sum: this field is added up instead.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ counted: Counted,
        unit: (String, String)? = nil,
        when condition: Expression? = nil,
        dated: String? = nil,
        distinct: String? = nil,
        sum: String? = nil
    ) {
        let (source, of): (FigureDeclaration.Source, String) =
            switch counted {
            case .cases(let item): (.cases, item)
            case .register(let register): (.register, register)
            case .journal(let kind): (.journal, kind)
            }
        self.declaration = FigureDeclaration(
            id: id,
            name: Bilingual(zh, en),
            unit: unit.map { Bilingual($0.0, $0.1) },
            source: source,
            of: of,
            filter: condition?.rule,
            dated: dated,
            distinct: distinct,
            sum: sum
        )
    }

    /// The share that one figure has in another, in per cent with two decimals, half up; `—` of nothing.
    public init(_ id: String, _ zh: String, _ en: String, share numerator: String, of denominator: String) {
        self.declaration = FigureDeclaration(
            id: id,
            name: Bilingual(zh, en),
            source: .share,
            numerator: numerator,
            denominator: denominator
        )
    }

    /// A published value, each with the day from which it holds, its qualifier and its source.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        unit: (String, String)? = nil,
        stated: [FigureDeclaration.Stated]
    ) {
        self.declaration = FigureDeclaration(
            id: id,
            name: Bilingual(zh, en),
            unit: unit.map { Bilingual($0.0, $0.1) },
            source: .stated,
            stated: stated
        )
    }
}
