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
        /// Minutes or check-ins of a rota, over all its places.
        case rota(String, FigureDeclaration.RotaCount)
    }

    private(set) var declaration: FigureDeclaration

    /// A count, or a sum.
    ///
    /// - Parameters:
    ///   - condition: which of them count.
    ///   - dated: the field whose day must lie in the period: `_opened`, `_closed`, `_due.ID` of a deadline, or one of
    ///     the form's.
    ///   - distinct: each value of this field counts once.
    ///   - sum: this field is added up instead, such as `_used.ID`, what a deadline used.
    ///   - summing: the whole numbers that an expression gives are added up instead, such as the minutes of a service.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        _ counted: Counted,
        unit: (String, String)? = nil,
        when condition: Expression? = nil,
        dated: String? = nil,
        distinct: String? = nil,
        sum: String? = nil,
        summing: Expression? = nil
    ) {
        let (source, of, count): (FigureDeclaration.Source, String, FigureDeclaration.RotaCount?) =
            switch counted {
            case .cases(let item): (.cases, item, nil)
            case .register(let register): (.register, register, nil)
            case .journal(let kind): (.journal, kind, nil)
            case .rota(let rota, let count): (.rota, rota, count)
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
            sum: sum,
            summing: summing?.rule,
            counted: count
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

    /// One figure divided by another, such as a sum by a count, with two decimals, half up; `—` of nothing.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        mean numerator: String,
        of denominator: String,
        unit: (String, String)? = nil
    ) {
        self.declaration = FigureDeclaration(
            id: id,
            name: Bilingual(zh, en),
            unit: unit.map { Bilingual($0.0, $0.1) },
            source: .mean,
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

    /// Says that nothing found means that nothing is known: it is shown as `—`, not as 0.
    public func blankWhenNothing() -> Figure {
        var copy = self
        copy.declaration.blank = true
        return copy
    }
}
