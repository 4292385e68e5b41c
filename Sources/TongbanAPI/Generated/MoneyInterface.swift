// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file
// Written by varlink-codegen from org.tongban.Money.varlink; change that, and generate this again.

import ByteJSON
import Varlink

/// The money bureaus pay out of. A fund has an account, or one for each civil year; each account has a budget and a ledger that only grows. Payments are asked for by the flows of cases, and paid in the order they come, as far as the caps allow and there is money; the last one perhaps in part. What there is no money for waits until the budget is raised or money comes back. All amounts are whole fen (1/100 yuan). Staff of a bureau see its money; whoever answers for the bureau decides about it.
public enum MoneyInterface {
    /// The name of the interface.
    public static let name = "org.tongban.Money"

    /// The text of the definition.
    public static let description = #"""
        # The money bureaus pay out of. A fund has an account, or one for each civil year; each account has a budget and a ledger that only grows. Payments are asked for by the flows of cases, and paid in the order they come, as far as the caps allow and there is money; the last one perhaps in part. What there is no money for waits until the budget is raised or money comes back. All amounts are whole fen (1/100 yuan). Staff of a bureau see its money; whoever answers for the bureau decides about it.
        interface org.tongban.Money

        # How a fund stands in one account. `account` is `ALL`, or a year. `limited` tells whether there is a budget; `balance` is what is left of it, or what was borne, negative, where there is none. `paid` and `recovered` are sums; `waiting` is what there is no money for.
        type Account (bureau: string, fund: string, zh: string, en: string, account: string, limited: bool, budget: int, balance: int, paid: int, recovered: int, waiting: int, entries: int)

        # One line of a ledger. `kind` is `BUDGET`, `PAY` or `RECOVER`; `amount` is what the balance changed by, `balance` what it was then.
        type Entry (number: int, kind: string, kindZh: string, kindEn: string, amount: int, balance: int, at: string, by: string, payment: ?string, case: ?string, note: ?string)

        # What was asked of a fund for a case. `granted` is what of it the caps allow, `paid` what was paid, `waiting` what there was no money for, `recovered` what came back. `state` is `PAID`, `PART`, `WAITING`, `CAPPED` or `WITHDRAWN`. `carriedFrom` is the payment of another year whose rest this is.
        type Payment (number: string, bureau: string, fund: string, account: string, case: string, asked: int, granted: int, paid: int, waiting: int, recovered: int, state: string, stateZh: string, stateEn: string, at: string, carriedFrom: ?string)

        # The accounts of all funds one may see: today's of each fund that is declared, and all in which something happened.
        method Accounts(bureau: ?string) -> (accounts: []Account)

        # The ledger of an account, at most `limit` (1 to 1000; 100 unless given) lines after a number. Without `account` today's.
        method Ledger(bureau: string, fund: string, account: ?string, after: ?int, limit: ?int) -> (account: Account, entries: []Entry, next: ?int)

        # Payments of a case, or of an account in the order of their numbers, at most `limit` (1 to 1000; 100 unless given) after a number; with `waiting` those that wait, the first to be paid first.
        method Payments(case: ?string, bureau: ?string, fund: ?string, account: ?string, waiting: ?bool, after: ?string, limit: ?int) -> (payments: []Payment, next: ?string)

        # Adds the ledger of an account up again and compares it with how the account stands. `faults` names what does not agree; it is empty for a ledger nobody touched.
        method Check(bureau: string, fund: string, account: ?string) -> (account: Account, faults: [](zh: string, en: string))

        # Raises the budget of an account, or lowers it by a negative amount, down to what is left (`OVERDRAWN`). What waits is paid at once.
        method Appropriate(bureau: string, fund: string, account: ?string, amount: int, reason: string) -> (account: Account)

        # Takes in what came back of the payments of a case; each fund gets its share of it. More than was paid is refused (`TOO_MUCH`).
        method Recover(case: string, amount: int, reason: string) -> (payments: []Payment)

        # Gives up what waits of a payment.
        method Withdraw(payment: string, reason: string) -> (payment: Payment)

        # Lets what waits in one account of a fund wait in another, such as next year's, behind what waits there.
        method Carry(bureau: string, fund: string, from: string, to: string, reason: string) -> (carried: int)

        """#

    /// The interface, as a service offers it.
    public static var interface: VarlinkInterface {
        VarlinkInterface(
            name: Self.name,
            description: Self.description,
            methods: ["Accounts", "Ledger", "Payments", "Check", "Appropriate", "Recover", "Withdraw", "Carry"]
        )
    }

    /// How a fund stands in one account. `account` is `ALL`, or a year. `limited` tells whether there is a budget; `balance` is what is left of it, or what was borne, negative, where there is none. `paid` and `recovered` are sums; `waiting` is what there is no money for.
    public struct Account: Sendable, Hashable, JSONReadable, JSONWritable {
        public var bureau: String
        public var fund: String
        public var zh: String
        public var en: String
        public var account: String
        public var limited: Bool
        public var budget: Int
        public var balance: Int
        public var paid: Int
        public var recovered: Int
        public var waiting: Int
        public var entries: Int

        public init(
            bureau: String,
            fund: String,
            zh: String,
            en: String,
            account: String,
            limited: Bool,
            budget: Int,
            balance: Int,
            paid: Int,
            recovered: Int,
            waiting: Int,
            entries: Int
        ) {
            self.bureau = bureau
            self.fund = fund
            self.zh = zh
            self.en = en
            self.account = account
            self.limited = limited
            self.budget = budget
            self.balance = balance
            self.paid = paid
            self.recovered = recovered
            self.waiting = waiting
            self.entries = entries
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var bureau: String?
            var fund: String?
            var zh: String?
            var en: String?
            var account: String?
            var limited: Bool?
            var budget: Int?
            var balance: Int?
            var paid: Int?
            var recovered: Int?
            var waiting: Int?
            var entries: Int?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("fund") {
                    try reader.readMember(into: &fund)
                } else if reader.isMember("zh") {
                    try reader.readMember(into: &zh)
                } else if reader.isMember("en") {
                    try reader.readMember(into: &en)
                } else if reader.isMember("account") {
                    try reader.readMember(into: &account)
                } else if reader.isMember("limited") {
                    try reader.readMember(into: &limited)
                } else if reader.isMember("budget") {
                    try reader.readMember(into: &budget)
                } else if reader.isMember("balance") {
                    try reader.readMember(into: &balance)
                } else if reader.isMember("paid") {
                    try reader.readMember(into: &paid)
                } else if reader.isMember("recovered") {
                    try reader.readMember(into: &recovered)
                } else if reader.isMember("waiting") {
                    try reader.readMember(into: &waiting)
                } else if reader.isMember("entries") {
                    try reader.readMember(into: &entries)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.bureau = try reader.required(bureau, "bureau")
            self.fund = try reader.required(fund, "fund")
            self.zh = try reader.required(zh, "zh")
            self.en = try reader.required(en, "en")
            self.account = try reader.required(account, "account")
            self.limited = try reader.required(limited, "limited")
            self.budget = try reader.required(budget, "budget")
            self.balance = try reader.required(balance, "balance")
            self.paid = try reader.required(paid, "paid")
            self.recovered = try reader.required(recovered, "recovered")
            self.waiting = try reader.required(waiting, "waiting")
            self.entries = try reader.required(entries, "entries")
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("bureau", self.bureau)
            writer.member("fund", self.fund)
            writer.member("zh", self.zh)
            writer.member("en", self.en)
            writer.member("account", self.account)
            writer.member("limited", self.limited)
            writer.member("budget", self.budget)
            writer.member("balance", self.balance)
            writer.member("paid", self.paid)
            writer.member("recovered", self.recovered)
            writer.member("waiting", self.waiting)
            writer.member("entries", self.entries)
            writer.endObject()
        }
    }

    /// One line of a ledger. `kind` is `BUDGET`, `PAY` or `RECOVER`; `amount` is what the balance changed by, `balance` what it was then.
    public struct Entry: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: Int
        public var kind: String
        public var kindZh: String
        public var kindEn: String
        public var amount: Int
        public var balance: Int
        public var at: String
        public var by: String
        public var payment: String?
        public var `case`: String?
        public var note: String?

        public init(
            number: Int,
            kind: String,
            kindZh: String,
            kindEn: String,
            amount: Int,
            balance: Int,
            at: String,
            by: String,
            payment: String? = nil,
            `case`: String? = nil,
            note: String? = nil
        ) {
            self.number = number
            self.kind = kind
            self.kindZh = kindZh
            self.kindEn = kindEn
            self.amount = amount
            self.balance = balance
            self.at = at
            self.by = by
            self.payment = payment
            self.`case` = `case`
            self.note = note
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: Int?
            var kind: String?
            var kindZh: String?
            var kindEn: String?
            var amount: Int?
            var balance: Int?
            var at: String?
            var by: String?
            var payment: String?
            var `case`: String?
            var note: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("kind") {
                    try reader.readMember(into: &kind)
                } else if reader.isMember("kindZh") {
                    try reader.readMember(into: &kindZh)
                } else if reader.isMember("kindEn") {
                    try reader.readMember(into: &kindEn)
                } else if reader.isMember("amount") {
                    try reader.readMember(into: &amount)
                } else if reader.isMember("balance") {
                    try reader.readMember(into: &balance)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("by") {
                    try reader.readMember(into: &by)
                } else if reader.isMember("payment") {
                    try reader.readNullableMember(into: &payment)
                } else if reader.isMember("case") {
                    try reader.readNullableMember(into: &`case`)
                } else if reader.isMember("note") {
                    try reader.readNullableMember(into: &note)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.kind = try reader.required(kind, "kind")
            self.kindZh = try reader.required(kindZh, "kindZh")
            self.kindEn = try reader.required(kindEn, "kindEn")
            self.amount = try reader.required(amount, "amount")
            self.balance = try reader.required(balance, "balance")
            self.at = try reader.required(at, "at")
            self.by = try reader.required(by, "by")
            self.payment = payment
            self.`case` = `case`
            self.note = note
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("kind", self.kind)
            writer.member("kindZh", self.kindZh)
            writer.member("kindEn", self.kindEn)
            writer.member("amount", self.amount)
            writer.member("balance", self.balance)
            writer.member("at", self.at)
            writer.member("by", self.by)
            writer.member("payment", ifPresent: self.payment)
            writer.member("case", ifPresent: self.`case`)
            writer.member("note", ifPresent: self.note)
            writer.endObject()
        }
    }

    /// What was asked of a fund for a case. `granted` is what of it the caps allow, `paid` what was paid, `waiting` what there was no money for, `recovered` what came back. `state` is `PAID`, `PART`, `WAITING`, `CAPPED` or `WITHDRAWN`. `carriedFrom` is the payment of another year whose rest this is.
    public struct Payment: Sendable, Hashable, JSONReadable, JSONWritable {
        public var number: String
        public var bureau: String
        public var fund: String
        public var account: String
        public var `case`: String
        public var asked: Int
        public var granted: Int
        public var paid: Int
        public var waiting: Int
        public var recovered: Int
        public var state: String
        public var stateZh: String
        public var stateEn: String
        public var at: String
        public var carriedFrom: String?

        public init(
            number: String,
            bureau: String,
            fund: String,
            account: String,
            `case`: String,
            asked: Int,
            granted: Int,
            paid: Int,
            waiting: Int,
            recovered: Int,
            state: String,
            stateZh: String,
            stateEn: String,
            at: String,
            carriedFrom: String? = nil
        ) {
            self.number = number
            self.bureau = bureau
            self.fund = fund
            self.account = account
            self.`case` = `case`
            self.asked = asked
            self.granted = granted
            self.paid = paid
            self.waiting = waiting
            self.recovered = recovered
            self.state = state
            self.stateZh = stateZh
            self.stateEn = stateEn
            self.at = at
            self.carriedFrom = carriedFrom
        }

        public init(from reader: inout JSONReader) throws(JSONError) {
            var number: String?
            var bureau: String?
            var fund: String?
            var account: String?
            var `case`: String?
            var asked: Int?
            var granted: Int?
            var paid: Int?
            var waiting: Int?
            var recovered: Int?
            var state: String?
            var stateZh: String?
            var stateEn: String?
            var at: String?
            var carriedFrom: String?
            try reader.beginObject()
            while try reader.nextMember() {
                if reader.isMember("number") {
                    try reader.readMember(into: &number)
                } else if reader.isMember("bureau") {
                    try reader.readMember(into: &bureau)
                } else if reader.isMember("fund") {
                    try reader.readMember(into: &fund)
                } else if reader.isMember("account") {
                    try reader.readMember(into: &account)
                } else if reader.isMember("case") {
                    try reader.readMember(into: &`case`)
                } else if reader.isMember("asked") {
                    try reader.readMember(into: &asked)
                } else if reader.isMember("granted") {
                    try reader.readMember(into: &granted)
                } else if reader.isMember("paid") {
                    try reader.readMember(into: &paid)
                } else if reader.isMember("waiting") {
                    try reader.readMember(into: &waiting)
                } else if reader.isMember("recovered") {
                    try reader.readMember(into: &recovered)
                } else if reader.isMember("state") {
                    try reader.readMember(into: &state)
                } else if reader.isMember("stateZh") {
                    try reader.readMember(into: &stateZh)
                } else if reader.isMember("stateEn") {
                    try reader.readMember(into: &stateEn)
                } else if reader.isMember("at") {
                    try reader.readMember(into: &at)
                } else if reader.isMember("carriedFrom") {
                    try reader.readNullableMember(into: &carriedFrom)
                } else {
                    try reader.readUnknownMember()
                }
            }
            self.number = try reader.required(number, "number")
            self.bureau = try reader.required(bureau, "bureau")
            self.fund = try reader.required(fund, "fund")
            self.account = try reader.required(account, "account")
            self.`case` = try reader.required(`case`, "case")
            self.asked = try reader.required(asked, "asked")
            self.granted = try reader.required(granted, "granted")
            self.paid = try reader.required(paid, "paid")
            self.waiting = try reader.required(waiting, "waiting")
            self.recovered = try reader.required(recovered, "recovered")
            self.state = try reader.required(state, "state")
            self.stateZh = try reader.required(stateZh, "stateZh")
            self.stateEn = try reader.required(stateEn, "stateEn")
            self.at = try reader.required(at, "at")
            self.carriedFrom = carriedFrom
        }

        public func write(to writer: inout JSONWriter) {
            writer.beginObject()
            writer.member("number", self.number)
            writer.member("bureau", self.bureau)
            writer.member("fund", self.fund)
            writer.member("account", self.account)
            writer.member("case", self.`case`)
            writer.member("asked", self.asked)
            writer.member("granted", self.granted)
            writer.member("paid", self.paid)
            writer.member("waiting", self.waiting)
            writer.member("recovered", self.recovered)
            writer.member("state", self.state)
            writer.member("stateZh", self.stateZh)
            writer.member("stateEn", self.stateEn)
            writer.member("at", self.at)
            writer.member("carriedFrom", ifPresent: self.carriedFrom)
            writer.endObject()
        }
    }

    /// The accounts of all funds one may see: today's of each fund that is declared, and all in which something happened.
    public enum Accounts: VarlinkMethod {
        public static let name = "org.tongban.Money.Accounts"

        /// The input parameters of ``Accounts``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String?

            public init(bureau: String? = nil) {
                self.bureau = bureau
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = bureau
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", ifPresent: self.bureau)
                writer.endObject()
            }
        }

        /// The output parameters of ``Accounts``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var accounts: [Account]

            public init(accounts: [Account]) {
                self.accounts = accounts
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var accounts: [Account]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("accounts") {
                        try reader.readMember(into: &accounts)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.accounts = try reader.required(accounts, "accounts")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("accounts", self.accounts)
                writer.endObject()
            }
        }
    }

    /// The ledger of an account, at most `limit` (1 to 1000; 100 unless given) lines after a number. Without `account` today's.
    public enum Ledger: VarlinkMethod {
        public static let name = "org.tongban.Money.Ledger"

        /// The input parameters of ``Ledger``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var fund: String
            public var account: String?
            public var after: Int?
            public var limit: Int?

            public init(bureau: String, fund: String, account: String? = nil, after: Int? = nil, limit: Int? = nil) {
                self.bureau = bureau
                self.fund = fund
                self.account = account
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var fund: String?
                var account: String?
                var after: Int?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("fund") {
                        try reader.readMember(into: &fund)
                    } else if reader.isMember("account") {
                        try reader.readNullableMember(into: &account)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.fund = try reader.required(fund, "fund")
                self.account = account
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("fund", self.fund)
                writer.member("account", ifPresent: self.account)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Ledger``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var account: Account
            public var entries: [Entry]
            public var next: Int?

            public init(account: Account, entries: [Entry], next: Int? = nil) {
                self.account = account
                self.entries = entries
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var account: Account?
                var entries: [Entry]?
                var next: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("account") {
                        try reader.readMember(into: &account)
                    } else if reader.isMember("entries") {
                        try reader.readMember(into: &entries)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.account = try reader.required(account, "account")
                self.entries = try reader.required(entries, "entries")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("account", self.account)
                writer.member("entries", self.entries)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// Payments of a case, or of an account in the order of their numbers, at most `limit` (1 to 1000; 100 unless given) after a number; with `waiting` those that wait, the first to be paid first.
    public enum Payments: VarlinkMethod {
        public static let name = "org.tongban.Money.Payments"

        /// The input parameters of ``Payments``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String?
            public var bureau: String?
            public var fund: String?
            public var account: String?
            public var waiting: Bool?
            public var after: String?
            public var limit: Int?

            public init(
                `case`: String? = nil,
                bureau: String? = nil,
                fund: String? = nil,
                account: String? = nil,
                waiting: Bool? = nil,
                after: String? = nil,
                limit: Int? = nil
            ) {
                self.`case` = `case`
                self.bureau = bureau
                self.fund = fund
                self.account = account
                self.waiting = waiting
                self.after = after
                self.limit = limit
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                var bureau: String?
                var fund: String?
                var account: String?
                var waiting: Bool?
                var after: String?
                var limit: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readNullableMember(into: &`case`)
                    } else if reader.isMember("bureau") {
                        try reader.readNullableMember(into: &bureau)
                    } else if reader.isMember("fund") {
                        try reader.readNullableMember(into: &fund)
                    } else if reader.isMember("account") {
                        try reader.readNullableMember(into: &account)
                    } else if reader.isMember("waiting") {
                        try reader.readNullableMember(into: &waiting)
                    } else if reader.isMember("after") {
                        try reader.readNullableMember(into: &after)
                    } else if reader.isMember("limit") {
                        try reader.readNullableMember(into: &limit)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = `case`
                self.bureau = bureau
                self.fund = fund
                self.account = account
                self.waiting = waiting
                self.after = after
                self.limit = limit
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", ifPresent: self.`case`)
                writer.member("bureau", ifPresent: self.bureau)
                writer.member("fund", ifPresent: self.fund)
                writer.member("account", ifPresent: self.account)
                writer.member("waiting", ifPresent: self.waiting)
                writer.member("after", ifPresent: self.after)
                writer.member("limit", ifPresent: self.limit)
                writer.endObject()
            }
        }

        /// The output parameters of ``Payments``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var payments: [Payment]
            public var next: String?

            public init(payments: [Payment], next: String? = nil) {
                self.payments = payments
                self.next = next
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var payments: [Payment]?
                var next: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("payments") {
                        try reader.readMember(into: &payments)
                    } else if reader.isMember("next") {
                        try reader.readNullableMember(into: &next)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.payments = try reader.required(payments, "payments")
                self.next = next
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("payments", self.payments)
                writer.member("next", ifPresent: self.next)
                writer.endObject()
            }
        }
    }

    /// Adds the ledger of an account up again and compares it with how the account stands. `faults` names what does not agree; it is empty for a ledger nobody touched.
    public enum Check: VarlinkMethod {
        public static let name = "org.tongban.Money.Check"

        /// The input parameters of ``Check``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var fund: String
            public var account: String?

            public init(bureau: String, fund: String, account: String? = nil) {
                self.bureau = bureau
                self.fund = fund
                self.account = account
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var fund: String?
                var account: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("fund") {
                        try reader.readMember(into: &fund)
                    } else if reader.isMember("account") {
                        try reader.readNullableMember(into: &account)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.fund = try reader.required(fund, "fund")
                self.account = account
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("fund", self.fund)
                writer.member("account", ifPresent: self.account)
                writer.endObject()
            }
        }

        /// The output parameters of ``Check``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public struct Faults: Sendable, Hashable, JSONReadable, JSONWritable {
                public var zh: String
                public var en: String

                public init(zh: String, en: String) {
                    self.zh = zh
                    self.en = en
                }

                public init(from reader: inout JSONReader) throws(JSONError) {
                    var zh: String?
                    var en: String?
                    try reader.beginObject()
                    while try reader.nextMember() {
                        if reader.isMember("zh") {
                            try reader.readMember(into: &zh)
                        } else if reader.isMember("en") {
                            try reader.readMember(into: &en)
                        } else {
                            try reader.readUnknownMember()
                        }
                    }
                    self.zh = try reader.required(zh, "zh")
                    self.en = try reader.required(en, "en")
                }

                public func write(to writer: inout JSONWriter) {
                    writer.beginObject()
                    writer.member("zh", self.zh)
                    writer.member("en", self.en)
                    writer.endObject()
                }
            }

            public var account: Account
            public var faults: [Faults]

            public init(account: Account, faults: [Faults]) {
                self.account = account
                self.faults = faults
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var account: Account?
                var faults: [Faults]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("account") {
                        try reader.readMember(into: &account)
                    } else if reader.isMember("faults") {
                        try reader.readMember(into: &faults)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.account = try reader.required(account, "account")
                self.faults = try reader.required(faults, "faults")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("account", self.account)
                writer.member("faults", self.faults)
                writer.endObject()
            }
        }
    }

    /// Raises the budget of an account, or lowers it by a negative amount, down to what is left (`OVERDRAWN`). What waits is paid at once.
    public enum Appropriate: VarlinkMethod {
        public static let name = "org.tongban.Money.Appropriate"

        /// The input parameters of ``Appropriate``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var fund: String
            public var account: String?
            public var amount: Int
            public var reason: String

            public init(bureau: String, fund: String, account: String? = nil, amount: Int, reason: String) {
                self.bureau = bureau
                self.fund = fund
                self.account = account
                self.amount = amount
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var fund: String?
                var account: String?
                var amount: Int?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("fund") {
                        try reader.readMember(into: &fund)
                    } else if reader.isMember("account") {
                        try reader.readNullableMember(into: &account)
                    } else if reader.isMember("amount") {
                        try reader.readMember(into: &amount)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.fund = try reader.required(fund, "fund")
                self.account = account
                self.amount = try reader.required(amount, "amount")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("fund", self.fund)
                writer.member("account", ifPresent: self.account)
                writer.member("amount", self.amount)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Appropriate``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var account: Account

            public init(account: Account) {
                self.account = account
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var account: Account?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("account") {
                        try reader.readMember(into: &account)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.account = try reader.required(account, "account")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("account", self.account)
                writer.endObject()
            }
        }
    }

    /// Takes in what came back of the payments of a case; each fund gets its share of it. More than was paid is refused (`TOO_MUCH`).
    public enum Recover: VarlinkMethod {
        public static let name = "org.tongban.Money.Recover"

        /// The input parameters of ``Recover``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var `case`: String
            public var amount: Int
            public var reason: String

            public init(`case`: String, amount: Int, reason: String) {
                self.`case` = `case`
                self.amount = amount
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var `case`: String?
                var amount: Int?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("case") {
                        try reader.readMember(into: &`case`)
                    } else if reader.isMember("amount") {
                        try reader.readMember(into: &amount)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.`case` = try reader.required(`case`, "case")
                self.amount = try reader.required(amount, "amount")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("case", self.`case`)
                writer.member("amount", self.amount)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Recover``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var payments: [Payment]

            public init(payments: [Payment]) {
                self.payments = payments
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var payments: [Payment]?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("payments") {
                        try reader.readMember(into: &payments)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.payments = try reader.required(payments, "payments")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("payments", self.payments)
                writer.endObject()
            }
        }
    }

    /// Gives up what waits of a payment.
    public enum Withdraw: VarlinkMethod {
        public static let name = "org.tongban.Money.Withdraw"

        /// The input parameters of ``Withdraw``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var payment: String
            public var reason: String

            public init(payment: String, reason: String) {
                self.payment = payment
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var payment: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("payment") {
                        try reader.readMember(into: &payment)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.payment = try reader.required(payment, "payment")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("payment", self.payment)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Withdraw``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var payment: Payment

            public init(payment: Payment) {
                self.payment = payment
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var payment: Payment?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("payment") {
                        try reader.readMember(into: &payment)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.payment = try reader.required(payment, "payment")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("payment", self.payment)
                writer.endObject()
            }
        }
    }

    /// Lets what waits in one account of a fund wait in another, such as next year's, behind what waits there.
    public enum Carry: VarlinkMethod {
        public static let name = "org.tongban.Money.Carry"

        /// The input parameters of ``Carry``.
        public struct Input: Sendable, Hashable, JSONReadable, JSONWritable {
            public var bureau: String
            public var fund: String
            public var from: String
            public var to: String
            public var reason: String

            public init(bureau: String, fund: String, from: String, to: String, reason: String) {
                self.bureau = bureau
                self.fund = fund
                self.from = from
                self.to = to
                self.reason = reason
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                let unknownMembers = reader.unknownMembers
                reader.unknownMembers = .refused
                defer { reader.unknownMembers = unknownMembers }
                var bureau: String?
                var fund: String?
                var from: String?
                var to: String?
                var reason: String?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("bureau") {
                        try reader.readMember(into: &bureau)
                    } else if reader.isMember("fund") {
                        try reader.readMember(into: &fund)
                    } else if reader.isMember("from") {
                        try reader.readMember(into: &from)
                    } else if reader.isMember("to") {
                        try reader.readMember(into: &to)
                    } else if reader.isMember("reason") {
                        try reader.readMember(into: &reason)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.bureau = try reader.required(bureau, "bureau")
                self.fund = try reader.required(fund, "fund")
                self.from = try reader.required(from, "from")
                self.to = try reader.required(to, "to")
                self.reason = try reader.required(reason, "reason")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("bureau", self.bureau)
                writer.member("fund", self.fund)
                writer.member("from", self.from)
                writer.member("to", self.to)
                writer.member("reason", self.reason)
                writer.endObject()
            }
        }

        /// The output parameters of ``Carry``.
        public struct Output: Sendable, Hashable, JSONReadable, JSONWritable {
            public var carried: Int

            public init(carried: Int) {
                self.carried = carried
            }

            public init(from reader: inout JSONReader) throws(JSONError) {
                var carried: Int?
                try reader.beginObject()
                while try reader.nextMember() {
                    if reader.isMember("carried") {
                        try reader.readMember(into: &carried)
                    } else {
                        try reader.readUnknownMember()
                    }
                }
                self.carried = try reader.required(carried, "carried")
            }

            public func write(to writer: inout JSONWriter) {
                writer.beginObject()
                writer.member("carried", self.carried)
                writer.endObject()
            }
        }
    }
}
