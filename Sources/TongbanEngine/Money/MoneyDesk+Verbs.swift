// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// What whoever answers for the bureau decides about its money.
extension MoneyDesk {
    /// Raises or lowers the budget of an account; what waits is paid out of it at once.
    ///
    /// - Parameters:
    ///   - amount: in fen, not 0.
    ///   - name: `ALL` or a year; today's unless given.
    /// - Throws: `OVERDRAWN` when less is left, `UNLIMITED` for a fund without a budget.
    public func appropriate(
        _ amount: Int64,
        to fund: String,
        of bureau: String,
        account name: String? = nil,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> FundAccount {
        try self.cases.call { () throws(EngineError) in
            try self.require(person, bureau, reason)
            guard amount != 0 else { throw .invalid(field: "amount", Bilingual("不能为 0", "must not be 0")) }
            guard try self.declaration(fund, of: bureau).hasBudget else {
                throw .refused(
                    Refusal(code: "UNLIMITED", zh: "资金 \(fund) 没有预算。", en: "fund \(fund) has no budget")
                )
            }
            var account = try self.account(fund, of: bureau, name: name)
            try self.book(.budget, amount, in: &account, by: person.id, note: reason)
            try self.record(
                "budget",
                account,
                ["amount": .integer(amount), "balance": .integer(account.balance), "by": .string(person.id)]
            )
            try self.serve(&account)
            try self.keep(account)
            return account
        }
    }

    /// Takes in what came back of the payments of a case.
    ///
    /// - Parameter amount: in fen, more than 0.
    /// - Throws: `TOO_MUCH`.
    public func recover(
        _ amount: Int64,
        for number: String,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> [Payment] {
        try self.cases.call { () throws(EngineError) in
            try self.require(person, try self.cases.load(number).record.bureau, reason)
            guard amount > 0 else {
                throw .invalid(field: "amount", Bilingual("须大于 0", "must be more than 0"))
            }
            try self.recover(amount, for: number, by: person.id, note: reason)
            return try self.payments(ofCase: number)
        }
    }

    /// Gives up what waits of a payment. The case gets `payment.withdrawn`.
    ///
    /// - Throws: `NOT_WAITING`.
    public func withdraw(_ number: String, reason: String, by person: PersonView) throws(EngineError) -> Payment {
        try self.cases.call { () throws(EngineError) in
            var payment = try self.payment(number)
            try self.require(person, payment.bureau, reason)
            guard payment.waiting > 0 else {
                throw .refused(
                    Refusal(code: "NOT_WAITING", zh: "支付 \(number) 不在轮候。", en: "payment \(number) does not wait")
                )
            }
            var account = try self.account(payment.fund, of: payment.bureau, name: payment.account)
            account.waiting -= payment.waiting
            payment.granted = payment.paid
            payment.isWithdrawn = true
            try self.keep(payment)
            try self.tell("withdrawn", payment, ["by": .string(person.id)])
            self.raise(payment)
            // Those behind it may be smaller than what is left.
            try self.serve(&account)
            try self.keep(account)
            return payment
        }
    }

    /// Lets what waits in one year's account wait in another's, behind what waits there. What was paid stays where it
    /// was paid.
    ///
    /// - Returns: how many payments went over.
    public func carry(
        _ fund: String,
        of bureau: String,
        from source: String,
        to target: String,
        reason: String,
        by person: PersonView
    ) throws(EngineError) -> Int {
        try self.cases.call { () throws(EngineError) in
            try self.require(person, bureau, reason)
            guard source != target else {
                throw .invalid(field: "to", Bilingual("须为另一账户", "must be another account"))
            }
            var from = try self.account(fund, of: bureau, name: source)
            var to = try self.account(fund, of: bureau, name: target)
            let waiting = try self.waiting(in: from.id, limit: .max)
            for var payment in waiting {
                let rest = payment.waiting
                let (sum, overflow) = to.waiting.addingReportingOverflow(rest)
                guard !overflow else { throw .refused(.amount) }
                to.waiting = sum
                from.waiting -= rest
                to.places += 1
                var carried = Payment(
                    number: try self.cases.nextNumber("PM", of: "payment"),
                    bureau: bureau,
                    fund: fund,
                    account: to.name,
                    caseNumber: payment.caseNumber,
                    payee: payment.payee,
                    asked: rest,
                    granted: rest,
                    place: to.places,
                    at: self.engine.now.milliseconds
                )
                carried.carriedFrom = payment.number
                payment.granted = payment.paid
                payment.isWithdrawn = true
                try self.keep(payment)
                try self.keep(carried)
                try self.tell("carried", carried, ["from": .string(payment.number), "by": .string(person.id)])
            }
            try self.keep(from)
            try self.keep(to)
            try self.serve(&to)
            try self.keep(to)
            return waiting.count
        }
    }

    private func require(_ person: PersonView, _ bureau: String, _ reason: String) throws(EngineError) {
        guard self.cases.supervises(person, bureau) else {
            throw .refused(.notSupervisor(self.cases.directory.supervisors(of: bureau)))
        }
        guard !reason.isEmpty else {
            throw .invalid(field: "reason", Bilingual("须说明原因", "a reason must be given"))
        }
        guard reason.utf8.count <= 2_000 else { throw .tooLarge(field: "reason", limit: 2_000) }
    }

    private func record(_ what: String, _ account: FundAccount, _ more: JSONObject) throws(EngineError) {
        var members: JSONObject = ["fund": .string(account.fund), "account": .string(account.name)]
        for member in more { members[member.name] = member.value }
        try self.engine.record("money.\(what)", bureau: account.bureau, caseNumber: nil) { writer in
            JSON.object(members).write(to: &writer)
        }
    }
}
