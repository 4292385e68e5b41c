// SPDX-License-Identifier: Apache-2.0

import ByteJSON
import Civic
import TongbanModel
import TongbanStore

/// Pays out of the bureaus' funds, first come, first served, and keeps their ledgers.
///
/// A ledger only grows. What there is no money for waits in the order it came, and is paid when money comes in.
public final class MoneyDesk {
    unowned let cases: CaseEngine

    static let accountKind = "fund-account"
    static let entryKind = "fund-entry"
    static let paymentKind = "payment"
    /// By which entries and payments of an account are found.
    static let accountKey = "account"
    static let caseKey = "case"
    /// What the events that payments raise in cases come from.
    static let origin = "money"
    static let payeeKey = "payee"
    /// Those that wait, in the order of their places.
    static let waitingKey = "waiting"
    /// So many payments that wait are paid in one turn; the next turn goes on.
    public static let servedAtOnce = 500

    init(cases: CaseEngine) {
        self.cases = cases
    }

    var engine: Engine { self.cases.engine }

    static func timer(_ account: String) -> String { "money:\(account)" }

    // MARK: Reading

    /// The accounts of all funds, in the order of their ids; of funds nothing has happened in there is none.
    public func accounts(after: String? = nil, limit: Int) throws(EngineError) -> [FundAccount] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(kind: Self.accountKind, after: after, limit: limit)
        }
        return try self.read(objects)
    }

    /// An account; an empty one when nothing has happened in it.
    ///
    /// - Parameter name: `ALL` or a year; today's unless given.
    /// - Throws: `NO_FUND`; invalid when the fund has no account of that name.
    public func account(_ fund: String, of bureau: String, name: String? = nil) throws(EngineError) -> FundAccount {
        let declaration = try self.declaration(fund, of: bureau)
        let name = name ?? declaration.period.account(on: ShanghaiTime.day(of: self.engine.now))
        guard declaration.period.isAccount(name) else {
            throw .invalid(
                field: "account",
                declaration.period == .year
                    ? Bilingual("须为年份,如 2022", "must be a year, such as 2022") : Bilingual("须为 ALL", "must be ALL")
            )
        }
        let empty = FundAccount(bureau: bureau, fund: fund, name: name)
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.accountKind, id: empty.id)
        }
        return try object.map { object throws(EngineError) in try self.read(object) } ?? empty
    }

    /// Lines of an account's ledger, the oldest first.
    ///
    /// - Parameter after: the number of a line.
    public func entries(of account: String, after: Int64 = 0, limit: Int) throws(EngineError) -> [LedgerEntry] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.entryKind,
                key: Self.accountKey,
                from: account,
                to: account,
                after: ObjectPosition(value: account, id: Self.entryID(account, after)),
                limit: limit
            )
        }
        return try self.read(objects)
    }

    /// - Throws: ``EngineError/refused(_:)`` with `NO_PAYMENT`.
    public func payment(_ number: String) throws(EngineError) -> Payment {
        let object = try self.cases.store { store throws(StoreError) in
            try store.object(kind: Self.paymentKind, id: number)
        }
        guard let object else {
            throw .refused(Refusal(code: "NO_PAYMENT", zh: "没有支付 \(number)。", en: "there is no payment \(number)"))
        }
        return try self.read(object)
    }

    /// Payments of an account, in the order of their numbers.
    public func payments(of account: String, after: String? = nil, limit: Int) throws(EngineError) -> [Payment] {
        try self.payments(Self.accountKey, account, after: after, limit: limit)
    }

    /// The payments of a case, in the order of their numbers.
    public func payments(ofCase number: String) throws(EngineError) -> [Payment] {
        try self.payments(Self.caseKey, number, limit: .max)
    }

    func payments(
        _ key: String,
        _ value: String,
        after: String? = nil,
        limit: Int
    ) throws(EngineError) -> [Payment] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.paymentKind,
                key: key,
                from: value,
                to: value,
                after: after.map { ObjectPosition(value: value, id: $0) },
                limit: limit
            )
        }
        return try self.read(objects)
    }

    /// Those of an account that wait, the first to be paid first.
    public func waiting(in account: String, limit: Int) throws(EngineError) -> [Payment] {
        let objects = try self.cases.store { store throws(StoreError) in
            try store.objects(
                kind: Self.paymentKind,
                key: Self.waitingKey,
                from: "\(account)#",
                to: "\(account)#~",
                after: nil,
                limit: limit
            )
        }
        return try self.read(objects)
    }

    /// Adds an account's ledger up again.
    public func check(_ account: FundAccount) throws(EngineError) -> LedgerCheck {
        var check = LedgerCheck()
        var after: Int64 = 0
        while true {
            let page = try self.entries(of: account.id, after: after, limit: 1_000)
            for entry in page { check.add(entry) }
            guard page.count == 1_000, let last = page.last else { break }
            after = last.number
        }
        check.end(account)
        return check
    }

    func declaration(_ fund: String, of bureau: String) throws(EngineError) -> FundDeclaration {
        let funds = self.cases.directory.declaration(of: bureau)?.declaration.funds ?? []
        guard let declaration = funds.first(where: { $0.id == fund }) else {
            throw .refused(
                Refusal(
                    code: "NO_FUND",
                    zh: "部门 \(bureau) 没有声明资金 \(fund)。",
                    en: "bureau \(bureau) declares no fund \(fund)"
                )
            )
        }
        return declaration
    }

    private func read<Value: Decodable>(_ objects: [ObjectRecord]) throws(EngineError) -> [Value] {
        var values: [Value] = []
        for object in objects { values.append(try self.read(object)) }
        return values
    }

    private func read<Value: Decodable>(_ object: ObjectRecord) throws(EngineError) -> Value {
        let body = try self.engine.opened(object.body, as: "\(object.kind)/\(object.id)")
        do {
            return try body.parsed().decoded(as: Value.self)
        } catch {
            throw .unavailable(StoreError(.corrupt, "\(object.kind) \(object.id) cannot be read: \(error)"))
        }
    }

    // MARK: Keeping

    static func entryID(_ account: String, _ number: Int64) -> String { "\(account)/\(Self.padded(number))" }

    static func padded(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 12 - digits.utf8.count)) + digits
    }

    func keep(_ account: FundAccount) throws(EngineError) {
        try self.write(Self.accountKind, account.id, [:], account)
    }

    func keep(_ payment: Payment) throws(EngineError) {
        let account = Self.accountID(of: payment)
        var keys = [Self.accountKey: account, Self.caseKey: payment.caseNumber]
        if payment.waiting > 0 { keys[Self.waitingKey] = "\(account)#\(Self.padded(payment.place))" }
        if let payee = payment.payee { keys[Self.payeeKey] = "\(account)#\(payee)" }
        try self.write(Self.paymentKind, payment.number, keys, payment)
    }

    static func accountID(of payment: Payment) -> String { "\(payment.bureau)/\(payment.fund)/\(payment.account)" }

    /// Adds a line to an account's ledger, and keeps the account.
    func book(
        _ kind: LedgerEntry.Kind,
        _ amount: Int64,
        in account: inout FundAccount,
        by person: String,
        payment: Payment? = nil,
        note: String? = nil
    ) throws(EngineError) {
        let entry: LedgerEntry
        do throws(Refusal) {
            entry = try account.book(
                kind,
                amount,
                at: self.engine.now.milliseconds,
                by: person,
                payment: payment,
                note: note
            )
        } catch {
            throw .refused(error)
        }
        try self.write(
            Self.entryKind,
            Self.entryID(account.id, entry.number),
            [Self.accountKey: account.id],
            entry
        )
        try self.keep(account)
    }

    private func write(
        _ kind: String,
        _ id: String,
        _ keys: [String: String],
        _ value: some Encodable
    ) throws(EngineError) {
        let revision = try self.cases.store { store throws(StoreError) in
            try store.object(kind: kind, id: id)?.revision ?? 0
        }
        guard let body = try? JSON(encoding: value) else {
            throw .unavailable(StoreError(.corrupt, "\(kind) \(id) cannot be written"))
        }
        try self.engine.write(
            .putObject(
                ObjectRecord(
                    kind: kind,
                    id: id,
                    revision: revision + 1,
                    updated: self.engine.now,
                    keys: keys,
                    body: try self.engine.sealed(RawJSON(body), as: "\(kind)/\(id)")
                )
            )
        )
    }
}
