// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

extension MoneyDesk {
    /// Pays an amount for a case in hand, as far as the caps allow and there is money; the rest waits.
    ///
    /// The case gets `payment.paid`, `payment.part`, `payment.waiting` or `payment.capped`.
    ///
    /// - Parameters:
    ///   - amount: in fen.
    ///   - payee: whom the case is about unless given.
    func pay(_ fund: String, _ amount: Int64, to payee: String?, for inHand: CaseInHand) throws(EngineError) {
        guard amount >= 0 else { throw .refused(.amount) }
        let bureau = inHand.record.bureau
        let declaration = try self.declaration(fund, of: bureau)
        var account = try self.account(fund, of: bureau)
        let payee = payee ?? inHand.record.subject
        account.places += 1
        var payment = Payment(
            number: try self.cases.nextNumber("PM", of: "payment"),
            bureau: bureau,
            fund: fund,
            account: account.name,
            caseNumber: inHand.record.number,
            payee: payee,
            asked: amount,
            granted: try self.granted(amount, by: declaration, to: payee, in: account),
            place: account.places,
            at: self.engine.now.milliseconds
        )
        let now = account.payable(payment.granted, by: declaration, isFirst: false)
        try self.give(now, of: &payment, from: &account, by: inHand.acting?.asked.id ?? "system")
        let (waiting, overflow) = account.waiting.addingReportingOverflow(payment.waiting)
        guard !overflow else { throw .refused(.amount) }
        account.waiting = waiting
        try self.keep(account)
        try self.keep(payment)
        try self.tell("asked", payment)
        self.raise(payment)
    }

    /// What of an amount the caps allow.
    private func granted(
        _ amount: Int64,
        by declaration: FundDeclaration,
        to payee: String?,
        in account: FundAccount
    ) throws(EngineError) -> Int64 {
        var granted = min(amount, declaration.paymentCap ?? .max)
        guard let cap = declaration.payeeCap, let payee else { return granted }
        var left = cap
        for payment in try self.payments(Self.payeeKey, "\(account.id)#\(payee)", limit: .max) {
            left -= payment.granted - payment.recovered
        }
        granted = min(granted, max(left, 0))
        return granted
    }

    /// Pays part of a payment out of an account.
    private func give(
        _ amount: Int64,
        of payment: inout Payment,
        from account: inout FundAccount,
        by person: String
    ) throws(EngineError) {
        guard amount > 0 else { return }
        try self.book(.pay, -amount, in: &account, by: person, payment: payment)
        payment.paid += amount
    }

    /// Pays what waits, the first first, as far as there is money.
    func serve(_ account: inout FundAccount) throws(EngineError) {
        // Of a fund that is declared no more nothing is paid.
        guard account.waiting > 0, let declaration = try? self.declaration(account.fund, of: account.bureau) else {
            return
        }
        for var payment in try self.waiting(in: account.id, limit: Self.servedAtOnce) {
            let amount = account.payable(payment.waiting, by: declaration, isFirst: true)
            guard amount > 0 else { return }
            account.waiting -= amount
            try self.give(amount, of: &payment, from: &account, by: "system")
            try self.keep(payment)
            try self.tell("served", payment)
            self.raise(payment)
            if payment.waiting > 0 { return }
        }
        guard account.waiting > 0 else { return }
        try self.engine.write(
            .putTimer(
                TimerRecord(
                    id: Self.timer(account.id),
                    due: self.engine.now,
                    caseNumber: nil,
                    body: RawJSON([
                        "bureau": .string(account.bureau), "fund": .string(account.fund),
                        "account": .string(account.name),
                    ])
                )
            )
        )
    }

    /// Goes on paying what waits.
    ///
    /// - Returns: always true: the timer is one of these.
    func fire(_ timer: TimerRecord) throws(EngineError) -> Bool {
        guard let json = try? timer.body.parsed(), let bureau = json["bureau"]?.stringValue,
            let fund = json["fund"]?.stringValue, let name = json["account"]?.stringValue
        else { throw .unavailable(StoreError(.corrupt, "timer \(timer.id) cannot be read")) }
        guard var account = try? self.account(fund, of: bureau, name: name) else { return true }
        try self.serve(&account)
        return true
    }

    // MARK: Recovering

    /// Takes in what came back of the payments of a case: each gets a share in proportion to what it has paid and not
    /// got back, so that funds which bore a payment together are made whole together.
    ///
    /// - Parameter amount: in fen.
    /// - Throws: `TOO_MUCH` when less was paid.
    func recover(_ amount: Int64, for number: String, by person: String, note: String?) throws(EngineError) {
        guard amount >= 0 else { throw .refused(.amount) }
        let payments = try self.payments(ofCase: number)
        var total: Int64 = 0
        for payment in payments {
            let (sum, overflow) = total.addingReportingOverflow(payment.kept)
            guard !overflow else { throw .refused(.amount) }
            total = sum
        }
        guard amount <= total else { throw .refused(.tooMuchRecovered(number, most: Fen(total))) }
        guard amount > 0, let parts = Fen(amount).split(by: payments.map(\.kept)) else { return }
        var touched: [Payment] = []
        for (var payment, part) in zip(payments, parts) where part.amount > 0 {
            var account = try self.account(payment.fund, of: payment.bureau, name: payment.account)
            payment.recovered += part.amount
            try self.book(.recover, part.amount, in: &account, by: person, payment: payment, note: note)
            try self.keep(payment)
            try self.tell("recovered", payment, ["amount": .integer(part.amount)])
            touched.append(payment)
        }
        // Only then: what waits may be of this case as well.
        for payment in touched {
            var account = try self.account(payment.fund, of: payment.bureau, name: payment.account)
            try self.serve(&account)
            try self.keep(account)
        }
    }

    // MARK: Telling

    func tell(_ what: String, _ payment: Payment, _ more: JSONObject = [:]) throws(EngineError) {
        var members = Self.members(payment)
        for member in more { members[member.name] = member.value }
        try self.engine.record("money.\(what)", bureau: payment.bureau, caseNumber: payment.caseNumber) { writer in
            JSON.object(members).write(to: &writer)
        }
    }

    private static func members(_ payment: Payment) -> JSONObject {
        [
            "payment": .string(payment.number), "fund": .string(payment.fund), "account": .string(payment.account),
            "asked": .integer(payment.asked), "granted": .integer(payment.granted), "paid": .integer(payment.paid),
            "waiting": .integer(payment.waiting),
        ]
    }

    /// Tells the case how a payment stands, once it is kept.
    func raise(_ payment: Payment) {
        self.cases.deferred.append(
            .init(
                event: "payment.\(payment.state.rawValue.lowercased())",
                data: .object(Self.members(payment)),
                number: payment.caseNumber,
                origin: Self.origin
            )
        )
    }

}
