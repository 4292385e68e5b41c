// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// Money the bureau pays out of, and by which rules.
///
/// ```swift
/// Fund("interest", "贴息资金", "Interest subsidy", each: .year, payeeCap: Fen(300_000))
/// ```
public struct Fund: BureauPart {
    let declaration: FundDeclaration

    /// - Parameters:
    ///   - period: what has a budget of its own.
    ///   - isUnlimited: whether there is no budget, and the ledger only tells what was borne.
    ///   - paysInPart: whether the last payment the money does not suffice for is paid in part at once.
    ///   - paymentCap: the most for one payment.
    ///   - payeeCap: the most for one payee in one account.
    ///   - waitsBelow: payments wait while the balance is below so many per cent of the budget.
    public init(
        _ id: String,
        _ zh: String,
        _ en: String,
        each period: FundDeclaration.Period = .once,
        isUnlimited: Bool = false,
        paysInPart: Bool = true,
        paymentCap: Fen? = nil,
        payeeCap: Fen? = nil,
        waitsBelow: Int? = nil
    ) {
        self.declaration = FundDeclaration(
            id: id,
            name: Bilingual(zh, en),
            period: period,
            isUnlimited: isUnlimited,
            paysInPart: paysInPart,
            paymentCap: paymentCap?.amount,
            payeeCap: payeeCap?.amount,
            waitsBelow: waitsBelow
        )
    }
}

/// Pays an amount in fen out of a ``Fund`` of the bureau. The case gets `payment.paid`; `payment.part` or
/// `payment.waiting` when there is not enough money, and `payment.paid` once there is; `payment.capped`; or
/// `payment.withdrawn` when what waits is given up.
public struct Pays: Step {
    public let content: FlowContent

    /// - Parameter payee: whom the case is about unless given.
    public init(_ amount: Expression, from fund: String, to payee: Expression? = nil) {
        var params = [FlowParam("amount", amount.rule)]
        if let payee { params.append(FlowParam("payee", payee.rule)) }
        self.content = .send(FlowSendContent(event: .string(fund), type: "pay", params: params))
    }
}

/// Takes in an amount in fen that came back of what was paid for the case; funds that bore it together get their shares.
public struct Recovers: Step {
    public let content: FlowContent

    public init(_ amount: Expression) {
        self.content = .send(
            FlowSendContent(event: "recover", type: "recover", params: [FlowParam("amount", amount.rule)])
        )
    }
}
